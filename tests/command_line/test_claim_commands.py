"""The commands on claims: what they print, and what they refuse."""

import os
from pathlib import Path

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.reports.columns import COLUMNS
from claimtracker.storage.engine import open_database
from tests.command_line.conftest import Run

PASSED = ("--stated-on", "2025-04-18", "--due-on", "2025-04-20", "--latest-on", "2025-04-25")


def _refused(run: Run, *words: object) -> str:
    answer = run(*words)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.endswith(".\n")
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err
    return answer.err.rstrip("\n")


def _misused(run: Run, *words: object) -> str:
    answer = run(*words)
    assert (answer.status, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    return answer.err


def test_add_makes_the_database_and_says_so(run: Run, path: Path) -> None:
    answer = run("add", "--summary", "Sign the deal")
    assert (answer.status, answer.out) == (0, "1\n")
    assert answer.err == f"New database at {path}.\n"
    assert run("add", "--summary", "Talk").err == ""


def test_add_prints_only_json_where_it_makes_a_database(run: Run) -> None:
    assert run("add", "--summary", "Sign", "--json").document == {"id": 1}


def test_add_takes_every_field(ready: Run) -> None:
    words = {
        "--quote": "within days",
        "--claimant": "Marco Rubio",
        "--stated-on": "2025-04-18",
        "--deadline": "within days",
        "--review-on": "2025-06-01",
        "--condition": "unless there are clear signs",
        "--source-url": "https://example.org/1",
        "--source-title": "Paris",
    }
    told = [word for pair in words.items() for word in pair]
    ready("add", "--summary", "Move on", *told, "--tag", "b", "--tag", "a")
    found = ready("show", 1, "--json").document
    wanted = {
        "opens_on": "2025-04-18",
        "due_on": "2025-04-20",
        "latest_on": "2025-04-25",
        "claimant": "Marco Rubio",
        "review_on": "2025-06-01",
        "source_url": "https://example.org/1",
        "tags": ["a", "b"],
        "condition": "unless there are clear signs",
    }
    assert {name: found[name] for name in wanted} == wanted


def test_list_on_a_missing_database_refuses_and_makes_nothing(run: Run, path: Path) -> None:
    assert _refused(run, "list") == f"There is no database at {path}."
    assert list(path.parent.glob("claims*")) == []


@pytest.mark.parametrize(
    "words",
    [
        ("show", 1),
        ("link", 1, "https://example.org", "--relation", "context"),
        ("rate", 1, "kept", "--reason", "x"),
        ("move", 1, "next week", "--stated-on", "2025-04-18"),
        ("review", 1, "2025-06-01"),
        ("check",),
        ("remind",),
        ("export", "out.csv"),
        ("import", "in.csv", "--dry-run"),
        ("undo",),
        ("redo",),
    ],
)
def test_only_add_and_import_begin_a_database(
    words: tuple[object, ...], run: Run, path: Path
) -> None:
    assert "There is no database" in _refused(run, *words)
    assert not path.exists()


def test_list_gives_the_columns_of_the_report(ready: Run) -> None:
    ready("add", "--summary", "Sign", *PASSED)
    (claim,) = ready("list", "--json").document
    assert tuple(claim) == COLUMNS
    assert (claim["state"], claim["days_over"], claim["evidence"]) == ("passed", 6, [])
    assert (claim["moved_from"], claim["assessed_on"]) == (None, None)


def test_list_of_nothing_is_an_empty_array_and_no_line(ready: Run) -> None:
    assert ready("list", "--json").document == []
    assert ready("list").out == ""


def test_list_takes_a_query_and_names_the_word_that_is_wrong(ready: Run) -> None:
    ready("add", "--summary", "Sign", "--tag", "a")
    ready("add", "--summary", "Talk")
    negated = ready("list", "--json", "--", "-tag:a").document  # or it would read as an option
    assert [claim["id"] for claim in negated] == [2]
    assert "“state:late”" in _refused(ready, "list", "state:late")
    assert "broken" in _refused(ready, "list", os.fsdecode(b"caf\xe9"))


def test_a_line_of_the_list_steers_no_terminal(ready: Run) -> None:
    ready("add", "--summary", "Sign\x1b[2J\nthe deal", "--claimant", "Rubio\x07", *PASSED)
    assert ready("list").out == (
        "    1  Passed     2025-04-20 / 2025-04-25   Sign [2J the deal (Rubio )\n"
    )
    assert "\x1b" not in ready("show", 1).out + ready("undo").out


def test_show_has_every_part_as_objects(ready: Run) -> None:
    ready("add", "--summary", "Sign", "--quote", "soon", *PASSED)
    ready("link", 1, "https://example.org", "--relation", "context", "--title", "T")
    ready("rate", 1, "stalled", "--reason", "No talks.")
    ready("move", 1, "next week", "--stated-on", "2025-05-01")
    found = ready("show", 1, "--json").document
    assert set(COLUMNS) < found.keys()
    assert found["occurrences"][0]["words"] == "soon"
    assert found["evidence"][0]["title"] == "T"
    assert found["assessments"][0]["reason"] == "No talks."
    assert [move["claim_id"] for move in found["moves"]] == [1, 2]
    assert {"claim_id", "wording", "due_on", "latest_on", "slip_days"} <= found["moves"][1].keys()
    assert found["changes"][0].keys() >= {"at", "by", "action", "before", "after"}


def test_show_prints_what_is_known_line_by_line(ready: Run) -> None:
    ready("add", "--summary", "Sign", "--claimant", "Rubio", *PASSED)
    lines = ready("show", 1).out.splitlines()
    assert "summary            Sign" in lines
    assert "state              passed" in lines
    assert not any(line.startswith("quote") for line in lines)


@pytest.mark.parametrize("odd", ["0", "2", str(10**30)])
@pytest.mark.parametrize(
    "words",
    [
        ("show",),
        ("link", "https://example.org", "--relation", "context"),
        ("rate", "kept", "--reason", "x"),
        ("move", "next week", "--stated-on", "2025-04-18"),
        ("review", "2025-06-01"),
    ],
)
def test_an_id_that_no_claim_has_is_refused(odd: str, words: tuple[str, ...], ready: Run) -> None:
    ready("add", "--summary", "Sign")
    command, *rest = words
    assert _refused(ready, command, odd, *rest) == f"There is no claim {odd}."


def test_an_id_below_zero_reads_as_an_option_unless_marked(ready: Run) -> None:
    _misused(ready, "show", "-1")
    assert _refused(ready, "show", "--", "-1") == "There is no claim -1."


@pytest.mark.parametrize(
    "words",
    [
        ("show", "one"),
        ("show",),
        ("rate", 1, "true", "--reason", "x"),
        ("rate", 1, "kept"),
        ("link", 1, "https://example.org", "--relation", "proves"),
        ("move", 1, "next week"),
        ("move", 1, "next week", "--stated-on", "soon"),
        ("review", 1, "2025-02-30"),
        ("add",),
        ("add", "--summary", "x", "--due-on", "18.04.2025"),
        ("sing",),
        ("list", "--colour"),
    ],
)
def test_wrong_usage_ends_with_two(words: tuple[object, ...], ready: Run) -> None:
    ready("add", "--summary", "Sign")
    _misused(ready, *words)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_verdict_without_a_reason_is_refused(reason: str, ready: Run) -> None:
    ready("add", "--summary", "Sign")
    assert _refused(ready, "rate", 1, "kept", "--reason", reason) == "A verdict needs a reason."


@pytest.mark.parametrize("words", [("--summary", " "), ("--summary", "x", "--tag", "")])
def test_a_claim_that_says_nothing_is_refused(words: tuple[str, ...], ready: Run) -> None:
    _refused(ready, "add", *words)


def test_a_window_in_the_wrong_order_is_refused(ready: Run) -> None:
    days = ("--due-on", "2025-05-02", "--latest-on", "2025-05-01")
    assert _refused(ready, "add", "--summary", "x", *days).startswith("The window must open")


@pytest.mark.parametrize("target", ["ftp://example.org/a", "file:///etc/passwd", "https://"])
def test_an_address_that_is_not_of_the_web_is_refused(target: str, ready: Run) -> None:
    ready("add", "--summary", "Sign")
    told = _refused(ready, "link", 1, target, "--relation", "context")
    assert told == f"“{target}” is not a web address (http or https)."


def test_link_takes_addresses_and_files(ready: Run, tmp_path: Path) -> None:
    ready("add", "--summary", "Sign")
    file = tmp_path / "deal.txt"
    file.write_text("Signed.", encoding="utf-8")
    assert ready("link", 1, file, "--relation", "fulfils").out == "1\n"
    url, told = "https://example.org", ("--relation", "context", "--note", "N", "--json")
    assert ready("link", 1, url, *told, "--published-on", "2025-04-30").document == {"id": 2}
    found = ready("show", 1, "--json").document["evidence"]
    assert {item["title"] for item in found} == {"deal.txt", ""}
    assert "is not a file" in _refused(ready, "link", 1, tmp_path / "no", "--relation", "context")


def test_a_verdict_is_dated_as_of_the_day_reported_on(ready: Run) -> None:
    ready("add", "--summary", "Sign")
    answer = ready("rate", 1, "kept_late", "--reason", "Signed.", "--kept-on", "2025-04-30")
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    (found,) = ready("show", 1, "--json").document["assessments"]
    assert (found["assessed_on"], found["kept_on"]) == ("2025-05-01", "2025-04-30")


def test_move_prints_the_new_id_and_refuses_a_fork(ready: Run) -> None:
    ready("add", "--summary", "Sign", *PASSED)
    words = ("move", 1, "by 2025-05-30", "--stated-on", "2025-05-01")
    assert ready(*words, "--json").document == {"id": 2}
    assert "already moved, by claim 2" in _refused(ready, *words)
    assert "needs the words" in _refused(ready, "move", 2, " ", "--stated-on", "2025-05-01")


def test_review_sets_the_day_to_look_again(ready: Run) -> None:
    ready("add", "--summary", "Sign")
    assert ready("review", 1, "2025-06-01").status == 0
    assert ready("list", "review:2025-06-01", "--json").document[0]["id"] == 1


def test_a_move_takes_who_moved_it_and_where(ready: Run) -> None:
    ready("add", "--summary", "Sign", "--claimant", "Ann Lee", "--condition", "if it is dry")
    told = ("--claimant", "Bo Ek", "--quote", "In May.", "--source-url", "https://example.org/a")
    ready("move", 1, "by 2025-05-30", "--stated-on", "2025-05-01", *told)
    found = ready("show", 2, "--json").document
    assert (found["claimant"], found["quote"]) == ("Bo Ek", "In May.")
    assert found["source_url"] == "https://example.org/a"
    assert "said 2025-05-01 by Bo Ek: by 2025-05-30" in ready("show", 1).out


def test_the_whole_chain_is_rated_in_one_go(ready: Run) -> None:
    ready("add", "--summary", "Sign")
    ready("move", 1, "by 2025-05-30", "--stated-on", "2025-05-01")
    ready("rate", 2, "broken", "--reason", "No deal.", "--chain")
    assert [claim["verdict"] for claim in ready("list", "--json").document] == ["broken"] * 2
    ready("undo")
    assert {claim["verdict"] for claim in ready("list", "--json").document} == {"not_yet_rated"}


def test_add_says_beside_the_id_what_looks_said_before(ready: Run) -> None:
    told = ("add", "--summary", "Sign the peace accord", "--claimant", "Ada L.")
    first = ready(*told, "--stated-on", "2025-04-18")
    assert "Looks said before" not in first.err
    second = ready(*told, "--json")
    assert second.document == {"id": int(first.out) + 1}
    known = f"claim {first.out.strip()}, Sign the peace accord (2025-04-18)"
    assert second.err.strip() == f"Looks said before: {known}."


def test_show_leads_from_what_restates_to_the_claim_and_back(ready: Run, path: Path) -> None:
    first = int(ready("add", "--summary", "Sign the peace accord").out)
    again = int(ready("add", "--summary", "Sign it").out)
    opened = open_database(path)
    with opened.session() as session:
        restate_claim(session, again, first, by="Ada")
    opened.close()
    assert f"restates           claim {first}\n" in ready("show", again).out
    assert f"restated by        claim {again} Sign it" in ready("show", first).out
    assert ready("show", again, "--json").document["restates"] == first
    (found,) = ready("show", first, "--json").document["restated_by"]
    assert (found["claim_id"], found["verdict"]) == (again, "not_yet_rated")


def test_rate_takes_codes_only_and_show_has_the_label_beside_them(
    ready: Run, session: Session
) -> None:
    set_verdict_labels(session, POLITIFACT, by="Ada")
    ready("add", "--summary", "Sign")
    _misused(ready, "rate", 1, "Promise Broken", "--reason", "No.")
    ready("rate", 1, "broken", "--reason", "No.")
    assert ready("show", 1, "--json").document["verdict"] == "broken"
    shown = ready("show", 1).out
    assert "verdict            broken (Promise Broken)\n" in shown
    assert "2025-05-01 broken (Promise Broken): No. (by " in shown


def test_show_has_the_label_of_steps_and_of_claims_that_restate_it(
    ready: Run, session: Session
) -> None:
    set_verdict_labels(session, POLITIFACT, by="Ada")
    session.rollback()
    ready("add", "--summary", "Sign", *PASSED)
    ready("move", 1, "by May", "--stated-on", "2025-04-25")
    ready("rate", 1, "broken", "--reason", "No.")
    again = int(ready("add", "--summary", "Sign it").out)
    ready("rate", again, "stalled", "--reason", "Still.")
    restate_claim(session, again, 2, by="Ada")
    session.rollback()
    shown = ready("show", 2).out
    assert "; broken (Promise Broken)\n" in shown
    assert "not_yet_rated (" not in shown.split("moves ")[1]
    assert f"restated by        claim {again} Sign it (stalled)\n" in shown


def test_show_marks_what_is_superseded_and_the_days_late(ready: Run) -> None:
    ready("add", "--summary", "Sign", *PASSED)
    ready("rate", 1, "broken", "--reason", "No.")
    ready("rate", 1, "kept_late", "--reason", "Yes.", "--kept-on", "2025-04-30")
    shown = ready("show", 1).out
    assert "kept on 2025-04-30, 5 days late, 10 days on the strict reading)\n" in shown
    assert "broken: No. (by " in shown
    assert "; superseded)\n" in shown
    newest, older = ready("show", 1, "--json").document["assessments"]
    assert (newest["days_late"], newest["days_late_strict"]) == (5, 10)
    assert (older["days_late"], older["days_late_strict"]) == (None, None)


def test_kept_late_in_time_is_refused_and_without_a_day_said(ready: Run) -> None:
    ready("add", "--summary", "Sign", *PASSED)
    late = ("rate", 1, "kept_late", "--reason", "Yes.")
    assert "not after the deadline" in _refused(ready, *late, "--kept-on", "2025-04-20")
    assert "still to come" in _refused(ready, *late, "--kept-on", "2025-05-02")
    answer = ready(*late)
    assert (answer.status, answer.out) == (0, "")
    assert "--kept-on" in answer.err
    odd = ready("rate", 1, "kept", "--reason", "Yes.", "--kept-on", "2025-04-17")
    assert odd.err == "That is before the day on which it was promised.\n"


def test_show_tells_of_criteria_that_were_written_afterwards(ready: Run, session: Session) -> None:
    draft = ClaimDraft.of(summary="Sign", criteria="Both sign", due_on="2025-04-20")
    add_claim(session, draft, by="Ada")
    told = ready("show", 1).out
    assert "criteria changed   First written down on " in told
    assert "by Ada, after the deadline (2025-04-20)." in told
    change = ready("show", 1, "--json").document["criteria_change"]
    assert (change["before"], change["after"], change["by"]) == ("", "Both sign", "Ada")
    ready("add", "--summary", "Talk")
    assert ready("show", 2, "--json").document["criteria_change"] is None
