"""The commands on reading: one deadline's words, and the conventions they are read by."""

from pathlib import Path

import pytest

from claimtracker.deadlines import CONVENTIONS
from tests.command_line.conftest import Run

READING = {
    "wording": "within days",
    "stated_on": "2025-04-18",
    "opens_on": "2025-04-18",
    "due_on": "2025-04-20",
    "latest_on": "2025-04-25",
}
KEYS = [*READING, "precision", "rule", "explanation"]
WITHIN_DAYS = ("deadline", "within days", "--stated-on", "2025-04-18", "--json")
SET = ("policy", "--set", "vague: days=3 days, latest 10 days")


def _row(table: list[dict[str, str]], key: str) -> dict[str, str]:
    return next(row for row in table if row["key"] == key)


def test_a_deadline_is_read_without_any_database(run: Run, path: Path) -> None:
    answer = run(*WITHIN_DAYS)
    assert list(answer.document) == KEYS
    assert {name: answer.document[name] for name in READING} == READING
    assert answer.document["rule"]
    assert answer.err == ""
    assert not path.exists()


def test_a_deadline_that_cannot_be_read_has_no_dates_and_a_rule(run: Run) -> None:
    found = run("deadline", "soon", "--stated-on", "2025-04-18", "--json").document
    assert list(found) == KEYS
    assert (found["opens_on"], found["due_on"], found["latest_on"]) == (None, None, None)
    assert found["rule"]


def test_a_deadline_in_words_is_a_line_a_part(run: Run) -> None:
    lines = run("deadline", "soon", "--stated-on", "2025-04-18").out.splitlines()
    assert [line.split()[0] for line in lines] == KEYS
    assert "due_on       none" in lines


@pytest.mark.parametrize(
    ("wording", "lines"),
    [
        ("by 1/2/2026", ["or: 2026-02-01 (The day and the month the other way round.)"]),
        ("by 13/2/2026", []),
    ],
)
def test_another_reading_is_a_line_below_and_no_key_in_json(
    wording: str, lines: list[str], run: Run
) -> None:
    words = ("deadline", wording, "--stated-on", "2025-04-18")
    assert run(*words).out.splitlines()[len(KEYS) :] == lines
    assert list(run(*words, "--json").document) == KEYS


def test_an_event_can_be_told(run: Run) -> None:
    words = ("deadline", "before the summit", "--stated-on", "2025-04-18", "--json")
    found = run(*words, "--event", "summit=2025-06-24").document
    assert found["latest_on"] == "2025-06-23"


def test_an_event_that_comes_with_the_program_is_known_and_one_told_wins(run: Run) -> None:
    words = ("deadline", "before the 2026 midterms", "--stated-on", "2025-04-18", "--json")
    assert run(*words).document["latest_on"] == "2026-11-02"
    told = run(*words, "--event", "2026 midterms=2026-06-02")
    assert told.document["latest_on"] == "2026-06-01"


@pytest.mark.parametrize(
    "words",
    [
        ("within days",),
        ("within days", "--stated-on", "18/04/2025"),
        ("within days", "--stated-on", "2025-04-18", "--event", "summit"),
        ("within days", "--stated-on", "2025-04-18", "--event", "summit=soon"),
    ],
)
def test_a_deadline_asked_for_wrongly_ends_with_two(words: tuple[str, ...], run: Run) -> None:
    assert run("deadline", *words).status == 2


def test_a_deadline_is_read_by_what_the_database_keeps_and_says_so(ready: Run) -> None:
    ready(*SET)
    answer = ready(*WITHIN_DAYS)
    assert (answer.document["due_on"], answer.document["latest_on"]) == ("2025-04-21", "2025-04-28")
    assert "1 convention changed" in answer.err


def test_without_the_database_the_answer_is_the_same_everywhere(ready: Run) -> None:
    ready(*SET)
    answer = ready(*WITHIN_DAYS, "--no-database")
    assert {name: answer.document[name] for name in READING} == READING
    assert answer.err == ""


def test_a_database_that_cannot_be_read_is_said_and_not_read_past(run: Run, path: Path) -> None:
    path.write_text("no database", encoding="utf-8")
    answer = run(*WITHIN_DAYS)
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert run(*WITHIN_DAYS, "--no-database").status == 0


def test_the_table_of_conventions_is_printed_without_a_database(run: Run, path: Path) -> None:
    found = run("policy", "--json").document
    assert [row["key"] for row in found] == [convention.key for convention in CONVENTIONS]
    assert _row(found, "week_starts_on") == {
        "key": "week_starts_on",
        "section": "The calendar",
        "label": "A week begins on",
        "value": "Monday",
        "default": "Monday",
    }
    answer = run("policy")
    assert "  week_starts_on           Monday  [A week begins on]" in answer.out.splitlines()
    assert answer.err == f"There is no database at {path}: these are the defaults.\n"
    assert not path.exists()


def test_a_convention_set_is_stored_and_changes_no_reading(ready: Run) -> None:
    ready("add", "--summary", "Go", "--deadline", "within days", "--stated-on", "2025-04-18")
    answer = ready(*SET)
    first, second = answer.out.splitlines()
    assert first.startswith("1 claim kept the stored reading; ")
    assert "2025-04-20 / 2025-04-25 -> 2025-04-21 / 2025-04-28" in second
    assert (
        "vague: days              3 days, latest 10 days (default: 2 days," in ready("policy").out
    )
    assert ready("list", "--json").document[0]["latest_on"] == "2025-04-25"


def test_re_reading_is_taken_back_with_the_convention(ready: Run) -> None:
    ready("add", "--summary", "Go", "--deadline", "within days", "--stated-on", "2025-04-18")
    assert ready(*SET, "--reread").out.startswith("1 claim re-read; ")
    assert ready("list", "--json").document[0]["latest_on"] == "2025-04-28"
    assert "how deadlines are read, 1 claim re-read" in ready("undo").out
    assert ready("list", "--json").document[0]["latest_on"] == "2025-04-25"
    assert "(default: " not in ready("policy").out


def test_what_was_kept_can_be_re_read_later(ready: Run) -> None:
    ready("add", "--summary", "Go", "--deadline", "within days", "--stated-on", "2025-04-18")
    ready(*SET)
    assert ready("policy", "--reread").out.startswith("1 claim re-read; ")
    assert ready("policy", "--reread").out == "Every stored reading stays as it is.\n"


def test_a_dry_run_only_tells(ready: Run) -> None:
    ready("add", "--summary", "Go", "--deadline", "within days", "--stated-on", "2025-04-18")
    assert ready(*SET, "--reread", "--dry-run").out.startswith("1 claim would read otherwise:\n")
    answer = ready("policy")
    assert "(default: " not in answer.out
    assert answer.err == ""


def test_set_with_json_prints_the_table_alone(ready: Run) -> None:
    found = ready("policy", "--set", "week_starts_on=sunday", "--json").document
    assert _row(found, "week_starts_on")["value"] == "Sunday"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("moon=full", "“moon” is no convention; “claimtracker policy” lists them.\n"),
        ("week_starts_on=Caturday", "“Caturday” does not fit “A week begins on”: write it one of"),
    ],
)
def test_what_is_no_convention_is_refused_and_nothing_stored(
    text: str, sentence: str, ready: Run
) -> None:
    answer = ready("policy", "--set", "day_first=yes", "--set", text)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(sentence)
    assert "(default: " not in ready("policy").out


def test_a_policy_asked_for_wrongly_or_without_a_database(run: Run, path: Path) -> None:
    for text in ("day_first", "vague: days=", "=yes"):
        refused = run("policy", "--set", text)
        assert refused.status == 2
        assert "of the form KEY=TEXT" in refused.err
    answer = run("policy", "--set", "day_first=yes")
    assert (answer.status, answer.err) == (1, f"There is no database at {path}.\n")
    assert not path.exists()
