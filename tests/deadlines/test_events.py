"""Deadlines that hang on an event or a term of office."""

from datetime import date

import pytest

from claimtracker.deadlines import Event, Term, read
from tests.deadlines.cases import FRIDAY, Case, check

INAUGURATED = date(2025, 1, 20)
PRESIDENT = Term(INAUGURATED, date(2029, 1, 20), "President")
EVENTS = (
    Event("midterms", None),
    Event("NATO summit", date(2025, 6, 24), date(2025, 6, 25), ("summit",)),
    Event("ceasefire", date(2025, 5, 1)),
)
OF_TERM: tuple[Case, ...] = (
    ("his first 24 hours in office", "01-20 01-21 01-21", "24 hours end on the next day"),
    ("within his first 24 hours in the White House", "01-20 01-21 01-21", "the same office"),
    ("on day one", "01-20 01-20 01-20", "the day it began"),
    ("in his first 100 days", "01-20 04-29 04-30", "day 1 is the first, latest a day after"),
    ("the first 100 days", "01-20 04-29 04-30", "those of the term of office"),
    ("his first week in office", "01-20 01-26 01-27", "day 1 is the first"),
    ("within 100 days of taking office", "01-20 04-30 04-30", "the event + 100 days"),
    ("by the end of his term", "04-18 2029-01-20 2029-01-20", "the day it ends"),
    ("his first year", "01-20 2026-01-19 2026-01-20", "his is that of the term"),
    ("in my first week", "01-20 01-26 01-27", "my is that of the term"),
    ("the first six months of his presidency", "01-20 07-19 07-20", "day 1 is the first"),
    ("within a year of taking office", "01-20 2026-01-20 2026-01-20", "the event + a year"),
    ("before he leaves office", "04-18 2029-01-19 2029-01-19", "the day before the last"),
    ("before the end of his first term", "04-18 2029-01-20 2029-01-20", "by its end"),
)
OF_EVENTS: tuple[Case, ...] = (
    ("within 30 days of the ceasefire", "05-01 05-31 05-31", "the event + 30 days"),
    ("before the summit", "04-18 06-23 06-23", "the day before it begins"),
    ("by the NATO summit", "04-18 06-25 06-25", "its last day"),
    ("within 30 days of a ceasefire", "05-01 05-31 05-31", "an article changes nothing"),
    ("before a ceasefire", "04-18 04-30 04-30", "an article changes nothing"),
    ("30 days after the ceasefire", "05-31 05-31 05-31", "that day"),
    ("the day after the summit", "06-26 06-26 06-26", "that day"),
    ("the week after the summit", "06-25 07-02 07-02", "any day within it"),
    ("two weeks before the summit", "06-10 06-10 06-10", "counted from its first day"),
    ("at the summit", "06-24 06-25 06-25", "its days"),
    ("after the summit", "06-26 - -", "the day after its last"),
    ("two weeks after the summit", "07-09 07-09 07-09", "counted from its last day"),
    ("before the Nato Summit in The Hague", "04-18 06-23 06-23", "whatever the case"),
)


@pytest.mark.parametrize("case", OF_TERM, ids=lambda case: case[0])
def test_a_term_of_office_dates_what_hangs_on_it(case: Case) -> None:
    check(case, claimant=PRESIDENT)


@pytest.mark.parametrize("case", OF_EVENTS, ids=lambda case: case[0])
def test_an_event_dates_what_hangs_on_it(case: Case) -> None:
    check(case, events=EVENTS)


def test_the_inauguration_may_be_an_event() -> None:
    case = ("his first 24 hours in office", "01-20 01-21 01-21", "no term of office is known")
    check(case, events=[Event("inauguration", INAUGURATED)])


@pytest.mark.parametrize(
    ("wording", "missing"),
    [
        ("within his first 24 hours in the White House", "inauguration"),
        ("by the end of his term", "end of term"),
        ("before the midterms", "midterms"),
        ("after the election", "election"),
        ("within 30 days of the election", "election"),
        ("if elected, within 30 days", "elected"),
        ("within 90 days of a truce", "truce"),
        ("before an agreement", "agreement"),
        ("his first year", "inauguration"),
    ],
)
def test_an_event_without_a_date_is_named(wording: str, missing: str) -> None:
    found = read(wording, FRIDAY, events=EVENTS)
    assert not found.is_dated
    assert found.rule == f"event not dated: {missing}"
    assert missing in found.explanation


def test_an_event_named_like_a_time_is_the_event() -> None:
    summit = Event("spring summit", date(2025, 6, 2))
    check(("before the spring summit", "04-18 06-01 06-01", "not the season"), events=[summit])


def test_two_events_of_like_names_are_not_guessed() -> None:
    events = [Event("NATO summit", date(2025, 6, 24)), Event("EU summit", date(2025, 6, 26))]
    assert not read("before the summit", FRIDAY, events=events).is_dated
