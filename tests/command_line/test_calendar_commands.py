"""The commands on the calendar: check what passed, remind."""

from tests.command_line.conftest import NotedDesktop, Run

PASSED = ("--due-on", "2025-04-20", "--latest-on", "2025-04-25")


def _enter(run: Run) -> None:
    run("add", "--summary", "Passed", *PASSED)
    run("add", "--summary", "Grace", "--due-on", "2025-04-30", "--latest-on", "2025-05-09")
    run("add", "--summary", "Soon", "--due-on", "2025-05-02", "--stated-on", "2025-04-01")
    run("add", "--summary", "Undated", "--review-on", "2025-05-01")


def test_check_gives_each_part_and_announces_once(ready: Run) -> None:
    _enter(ready)
    first, second = ready("check", "--json").document, ready("check", "--json").document
    assert list(first) == ["as_of", "new", "still", "due_soon", "review"]
    assert first["as_of"] == "2025-05-01"
    ids = {part: [claim["id"] for claim in first[part]] for part in list(first)[1:]}
    assert ids == {"new": [1, 2], "still": [], "due_soon": [3], "review": [4]}
    assert [claim["id"] for claim in second["still"]] == [1, 2]
    assert second["new"] == []


def test_check_in_words_names_each_part_with_its_claims(ready: Run) -> None:
    _enter(ready)
    lines = ready("check").out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "Newly passed: 2",
        "Due soon: 1",
        "To review: 1",
    ]
    assert lines[1].endswith("Passed, 6 days over")
    assert ready("check").out.startswith("Still passed and unrated: 2\n")


def test_check_says_when_nothing_is_due(ready: Run) -> None:
    assert ready("check").out == "Nothing is due as of 2025-05-01.\n"


def test_the_exit_code_is_three_while_something_passed_is_unrated(ready: Run) -> None:
    ready("add", "--summary", "Sign", *PASSED)
    days = ["2025-04-25", "2025-04-26", "2025-04-27"]
    found = [ready("check", "--exit-code", today=day).status for day in days]
    assert found == [0, 3, 3]
    answer = ready("check", "--exit-code", "--json")
    assert (answer.status, len(answer.document["still"])) == (3, 1)
    ready("rate", 1, "broken", "--reason", "Not signed.")
    assert ready("check", "--exit-code").status == 0


def test_without_being_asked_for_the_exit_code_is_zero(ready: Run) -> None:
    ready("add", "--summary", "Sign", *PASSED)
    assert ready("check").status == 0


def test_remind_notifies_of_what_is_new_and_only_then(ready: Run, desktop: NotedDesktop) -> None:
    _enter(ready)
    told = "1 deadline passed, 1 passed on its strict reading, 1 due soon, 1 to review"
    assert ready("remind").out == f"{told}\n"
    assert ready("remind").out == "Nothing new as of 2025-05-01.\n"
    assert desktop.notices == [("ClaimTracker", told)]


def test_remind_without_a_desktop_says_so_and_is_done(ready: Run, desktop: NotedDesktop) -> None:
    desktop.has_tray = False
    ready("add", "--summary", "Sign", *PASSED)
    answer = ready("remind")
    assert (answer.status, answer.out) == (0, "1 deadline passed\n")
    assert answer.err == "There is no desktop here to show a notification.\n"
