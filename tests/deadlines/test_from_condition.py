"""A length of time counts from the day on which its condition was met, and says so."""

from datetime import date

import pytest

from claimtracker.deadlines import FROM_CONDITION, Event, read

SAID, MET = date(2025, 4, 18), date(2025, 5, 10)


@pytest.mark.parametrize(
    ("wording", "due", "latest"),
    [
        ("within a week", date(2025, 5, 17), date(2025, 5, 17)),
        ("within days", date(2025, 5, 12), date(2025, 5, 17)),
        ("within a week if the ceasefire holds", date(2025, 5, 17), date(2025, 5, 17)),
        ("if the ceasefire holds, within a week", date(2025, 5, 17), date(2025, 5, 17)),
        ("in 30 days once the deal is signed", date(2025, 6, 9), date(2025, 6, 9)),
        ("a matter of days", date(2025, 5, 12), date(2025, 5, 17)),
    ],
)
def test_lengths_count_from_the_day_it_was_met(wording: str, due: date, latest: date) -> None:
    found = read(wording, SAID, met_on=MET)
    assert (found.due_on, found.latest_on) == (due, latest)
    assert found.rule.endswith(FROM_CONDITION)
    assert "2025-05-10, on which the condition was met" in found.explanation


@pytest.mark.parametrize(
    "wording", ["by Friday", "next week", "in May", "by the end of the year", "soon", "yesterday"]
)
def test_what_names_days_of_the_calendar_does_not(wording: str) -> None:
    assert read(wording, SAID, met_on=MET) == read(wording, SAID)


def test_what_counts_from_an_event_waits_for_the_event() -> None:
    wording = "within a week of the ceasefire"
    assert not read(wording, SAID, met_on=MET).is_dated
    known = [Event("ceasefire", date(2025, 5, 1))]
    assert read(wording, SAID, events=known, met_on=MET).latest_on == date(2025, 5, 8)


def test_the_condition_may_have_been_met_before_it_was_said() -> None:
    found = read("within a week", SAID, met_on=date(2025, 4, 1))
    assert found.latest_on == date(2025, 4, 8)


def test_a_promise_to_hold_says_both() -> None:
    found = read("no strikes for two weeks", SAID, met_on=MET)
    assert found.latest_on == date(2025, 5, 24)
    assert found.rule.startswith("holds") and found.rule.endswith(FROM_CONDITION)


def test_without_that_day_it_counts_from_the_day_said() -> None:
    assert read("within a week", SAID).rule == "within N units"
