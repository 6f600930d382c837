"""What became of a condition, on the command line."""

import pytest

from tests.command_line.conftest import Run

ADD = ("add", "--summary", "Lift the sanctions", "--stated-on", "2025-04-01")
OF_EVENT = ("--deadline", "within a week of the ceasefire", "--condition", "if it holds")


@pytest.fixture
def entered(ready: Run) -> Run:
    ready(*ADD, *OF_EVENT)
    ready(*ADD, "--deadline", "30 days after the ceasefire")
    return ready


def test_a_met_condition_dates_the_event_in_the_words(entered: Run) -> None:
    answer = entered("condition", 1, "met", "--on", "2025-04-20")
    assert answer.status == 0
    first, *rest = answer.out.splitlines()
    assert first == "2 claims re-read; “claimtracker undo” takes it back:"
    assert "no date -> by 2025-04-27" in rest[0] and "no date -> by 2025-05-20" in rest[1]
    shown = entered("show", 1, "--json").document
    assert (shown["condition_outcome"], shown["condition_outcome_on"]) == ("met", "2025-04-20")
    assert shown["latest_on"] == "2025-04-27"
    assert "condition outcome  met on 2025-04-20" in entered("show", 1).out
    entered("undo")
    assert entered("show", 1, "--json").document["latest_on"] is None


def test_a_trial_changes_nothing(entered: Run) -> None:
    answer = entered("condition", 1, "met", "--on", "2025-04-20", "--dry-run")
    assert answer.out.startswith("2 claims would be re-read:")
    assert entered("show", 1, "--json").document["condition_outcome"] == "open"


def test_stored_readings_may_be_kept(entered: Run) -> None:
    answer = entered("condition", 1, "met", "--on", "2025-04-20", "--keep-readings")
    assert answer.out.startswith("2 claims kept the stored reading:")
    assert entered("show", 1, "--json").document["latest_on"] is None


def test_a_named_event_gets_the_day(entered: Run) -> None:
    entered("condition", 1, "met", "--on", "2025-04-20", "--event", "armistice")
    assert entered("show", 1, "--json").document["latest_on"] is None


def test_a_failed_condition_proposes_a_verdict_and_gives_none(entered: Run) -> None:
    answer = entered("condition", 1, "failed", "--on", "2025-04-20")
    assert "claimtracker rate 1 not_triggered --reason" in answer.out
    assert entered("show", 1, "--json").document["verdict"] == "not_yet_rated"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((1, "met"), "Enter the day on which the condition was met."),
        ((1, "met", "--on", "2025-05-02"), "The day lies ahead"),
        ((2, "failed"), "This claim depends on no condition."),
        ((9, "failed"), "There is no claim 9."),
        ((9, "met", "--on", "2025-04-20"), "There is no claim 9."),
        ((1, "failed", "--event", "ceasefire"), "Only a condition that was met"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    entered: Run, words: tuple[object, ...], sentence: str
) -> None:
    answer = entered("condition", *words)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(sentence) and answer.err.count("\n") == 1


def test_a_word_that_is_no_outcome_is_wrong_usage(entered: Run) -> None:
    assert entered("condition", 1, "perhaps").status == 2
