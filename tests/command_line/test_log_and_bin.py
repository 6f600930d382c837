"""The log, and the bin, without a window."""

import pytest

from claimtracker.operations.undo_as_chosen import ALL_STAYS
from tests.command_line.conftest import Run


@pytest.fixture
def busy(ready: Run) -> Run:
    ready("add", "--summary", "Sign the deal", "--claimant", "Rubio", "--deadline", "next week")
    ready("add", "--summary", "Talk \x1b[31m again")
    ready("rate", 1, "broken", "--reason", "It was not signed.")
    ready("review", 1, "2025-06-01")
    ready("undo")
    return ready


def test_the_log_says_what_was_done_with_both_texts(busy: Run) -> None:
    lines = busy("log").out.splitlines()
    heads = [line.split(": ", 1)[1] for line in lines if line[:8].strip()]
    assert heads == [
        "Undo: review date 2025-06-01 for 'Sign the deal'",
        "Review date 2025-06-01 for 'Sign the deal' (undone)",
        "Verdict broken on 'Sign the deal'",
        "New claim 'Talk  [31m again'",
        "New claim 'Sign the deal'",
    ]
    assert "        Verdict: not yet rated → broken" in lines
    assert "        Claimant added: “Rubio”" in lines


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--limit", "1"], [5]),
        (["--claim", "2"], [2]),
        (["talk"], [2]),
        (["--by", "Nobody"], []),
        (["--kind", "verdicts"], [3]),
        (["--only", "undone"], [4]),
        (["--since", "2000-01-01", "--limit", "2"], [5, 4]),
        (["--until", "2000-01-01"], []),
    ],
)
def test_the_log_can_be_filtered(busy: Run, options: list[str], ids: list[int]) -> None:
    assert [each["id"] for each in busy("log", *options, "--json").document] == ids


def test_the_json_of_an_action_holds_codes_and_words(busy: Run) -> None:
    (action,) = busy("log", "--kind", "verdicts", "--json").document
    assert action["action"] == "verdict broken on 'Sign the deal'"
    assert (action["stands"], action["is_undone"], action["change_count"]) == (True, False, 2)
    assert {"before", "after", "names", "words", "claim_id"} <= action["changes"][0].keys()
    words = [line for change in action["changes"] for line in change["words"]]
    assert "Verdict given: broken" in words


def test_what_no_line_has_room_for_is_counted(ready: Run) -> None:
    for number in range(25):
        ready("add", "--summary", f"Claim {number}")
    ready("bin", *range(1, 26))
    lines = ready("log", "--limit", 1).out.splitlines()
    assert len(lines) == 22
    assert lines[1] == "        claim 1: Moved to the bin"
    assert lines[-1] == "        … and 5 more"


def test_the_log_of_a_claim_that_is_not_there_is_refused(ready: Run) -> None:
    answer = ready("log", "--claim", 99)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "There is no claim 99.\n"
    assert ready("log", "--limit", 0).status == 2
    assert ready("log").out == ""


def test_show_tells_each_action_with_its_lines(busy: Run) -> None:
    shown = busy("show", 1).out
    assert "Verdict broken on 'Sign the deal'" in shown
    assert "  Verdict: not yet rated → broken" in shown
    assert "(undone)" in shown


def test_claims_go_into_the_bin_and_out_and_for_good(busy: Run) -> None:
    assert busy("bin", 1, 2).out == "2 claims moved to the bin.\n"
    assert busy("bin", 1).out == "0 claims moved to the bin.\n"
    assert busy("unbin", 2).out == "1 claim taken out of the bin.\n"
    assert busy("empty-bin", "--dry-run").out == "Would go: 1 claim.\n"
    assert busy("empty-bin").out == "1 claim deleted for good.\n"
    assert busy("show", 1).status == 1
    busy("undo")
    assert busy("list", "in:bin", "--json").document[0]["id"] == 1
    assert busy("bin", 99).err == "There is no claim 99.\n"


def test_one_action_is_taken_back_alone(busy: Run) -> None:
    busy("review", 2, "2025-06-01")
    assert busy("take-back", 3).out == "Taken back: verdict broken on 'Sign the deal'.\n"
    assert busy("list", "verdict:broken", "--json").document == []
    assert busy("take-back", 3).status == 1
    assert busy("take-back", 99).err.endswith("nothing was taken back.\n")


@pytest.mark.parametrize(
    ("choice", "review_on", "words"),
    [
        ("keep", "2025-07-01", f"{ALL_STAYS}\n"),
        ("restore", None, "Taken back: review date 2025-06-01 for 'Sign the deal'.\n"),
    ],
)
def test_what_changed_since_is_told_with_both_texts_and_done_as_chosen(
    busy: Run, choice: str, review_on: str | None, words: str
) -> None:
    busy("review", 1, "2025-06-01")
    busy("review", 1, "2025-07-01")
    action_id = busy("log", "2025-06-01", "--limit", 1, "--json").document[0]["id"]
    refused = busy("take-back", action_id)
    assert refused.status == 1
    told = "Review date of “Sign the deal”: now “2025-07-01”, would be “” again"
    assert refused.err.splitlines()[0] == told
    assert busy("show", 1, "--json").document["review_on"] == "2025-07-01"
    done = busy("take-back", action_id, "--changed-since", choice)
    assert done.out + done.err == words
    assert busy("show", 1, "--json").document["review_on"] == review_on
