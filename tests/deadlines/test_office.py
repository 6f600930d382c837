"""Events and elections by name, terms of office, and what hangs on them."""

from datetime import date

import pytest

from claimtracker.deadlines import Event, Term, read
from tests.deadlines.cases import FRIDAY, Case, check

PRESIDENT = Term(date(2025, 1, 20), date(2029, 1, 20), "President")
EVENTS = (
    Event("midterms", date(2026, 11, 3), aliases=("midterm elections",)),
    Event("Bundestag election", date(2025, 9, 28), aliases=("federal election",)),
    Event("Scottish Parliament election", date(2026, 5, 7)),
    Event("COP30", date(2025, 11, 10), date(2025, 11, 21)),
    Event("G7 summit", date(2025, 6, 15), date(2025, 6, 17)),
    Event("NATO summit", date(2025, 6, 24), date(2025, 6, 25)),
    Event("budget", date(2025, 11, 26)),
    Event("signing", date(2025, 5, 31)),
    Event("Olympics", None),
)
OF_ELECTIONS: tuple[Case, ...] = (
    ("by the midterms", "04-18 2026-11-03 2026-11-03", "open on the day said"),
    ("before the midterms", "04-18 2026-11-02 2026-11-02", "the day before"),
    ("ahead of the midterm elections", "04-18 2026-11-02 2026-11-02", "by its other name"),
    ("no later than the midterms", "04-18 2026-11-03 2026-11-03", "as by"),
    ("until the midterms", "04-18 2026-11-03 2026-11-03", "to its last day"),
    ("after the midterms", "2026-11-04 - -", "the day after"),
    ("not before the midterms", "2026-11-03 - -", "opens then"),
    ("from the midterms on", "2026-11-03 - -", "opens then"),
    ("at the midterms", "2026-11-03 2026-11-03 2026-11-03", "its day"),
    ("the day before the midterms", "2026-11-02 2026-11-02 2026-11-02", "that day"),
    ("the day after the midterms", "2026-11-04 2026-11-04 2026-11-04", "that day"),
    ("a week before the midterms", "2026-10-27 2026-10-27 2026-10-27", "counted back"),
    ("six months before the midterms", "2026-05-03 2026-05-03 2026-05-03", "counted back"),
    ("three days after the midterms", "2026-11-06 2026-11-06 2026-11-06", "counted on"),
    ("within a month of the midterms", "2026-11-03 2026-12-03 2026-12-03", "the event + a month"),
    ("within 48 hours of the midterms", "2026-11-03 2026-11-05 2026-11-05", "two days"),
    ("between now and the midterms", "04-18 2026-11-03 2026-11-03", "open on the day said"),
    ("before the Bundestag election", "04-18 09-27 09-27", "by its name"),
    ("by the federal election", "04-18 09-28 09-28", "by its other name"),
    ("the week after the federal election", "09-28 10-05 10-05", "any day of that week"),
    ("before the Scottish election", "04-18 2026-05-06 2026-05-06", "by a part of its name"),
    ("BEFORE THE SCOTTISH PARLIAMENT ELECTION", "04-18 2026-05-06 2026-05-06", "capitals"),
    ("May or the midterms", "05-01 05-31 2026-11-03", "a month or an event"),
)
OF_SUMMITS: tuple[Case, ...] = (
    ("by COP30", "04-18 11-21 11-21", "its last day"),
    ("at COP30", "11-10 11-21 11-21", "its days"),
    ("before COP30", "04-18 11-09 11-09", "the day before it begins"),
    ("after COP30", "11-22 - -", "the day after its last"),
    ("two weeks after COP30", "12-05 12-05 12-05", "counted from its last day"),
    ("two weeks before COP30", "10-27 10-27 10-27", "counted from its first day"),
    ("by the G7 summit", "04-18 06-17 06-17", "one of two summits, by its name"),
    ("by the NATO summit", "04-18 06-25 06-25", "one of two summits, by its name"),
    ("before the next NATO summit", "04-18 06-23 06-23", "with a word before it"),
    ("before the budget", "04-18 11-25 11-25", "a noun that is known"),
    ("within 30 days of the budget", "11-26 12-26 12-26", "the event + 30 days"),
    ("within 30 days of signing", "05-31 06-30 06-30", "the event + 30 days"),
    ("a month after the signing", "06-30 06-30 06-30", "month ends clip"),
)
OF_A_TERM: tuple[Case, ...] = (
    ("by the end of my term", "04-18 2029-01-20 2029-01-20", "the day it ends"),
    ("by the end of her presidency", "04-18 2029-01-20 2029-01-20", "another word"),
    ("before leaving office", "04-18 2029-01-19 2029-01-19", "the day before it ends"),
    ("until he leaves office", "04-18 2029-01-20 2029-01-20", "the day it ends"),
    ("during his term", "01-20 2029-01-20 2029-01-20", "from end to end"),
    ("throughout her presidency", "01-20 2029-01-20 2029-01-20", "from end to end"),
    ("on day one", "01-20 01-20 01-20", "the day it began"),
    ("on my first day in office", "01-20 01-20 01-20", "the day it began"),
    ("within 24 hours of taking office", "01-20 01-21 01-21", "the next day"),
    ("within six months of taking office", "01-20 07-20 07-20", "the event + six months"),
    ("his first 30 days in office", "01-20 02-18 02-19", "day 1 is the first"),
    ("her first 90 days", "01-20 04-19 04-20", "day 1 is the first"),
    ("the first 48 hours in office", "01-20 01-22 01-22", "hours end on the next day"),
    ("my first month in office", "01-20 02-19 02-20", "day 1 is the first"),
    ("my first two weeks in office", "01-20 02-02 02-03", "day 1 is the first"),
    ("the first 10 days of his presidency", "01-20 01-29 01-30", "day 1 is the first"),
    ("his first two years in office", "01-20 2027-01-19 2027-01-20", "day 1 is the first"),
    ("our first year in government", "01-20 2026-01-19 2026-01-20", "day 1 is the first"),
    ("a year after the inauguration", "2026-01-20 2026-01-20 2026-01-20", "counted on"),
)


@pytest.mark.parametrize("case", OF_ELECTIONS, ids=lambda case: case[0])
def test_an_election_by_its_name_dates_what_hangs_on_it(case: Case) -> None:
    check(case, events=EVENTS)


@pytest.mark.parametrize("case", OF_SUMMITS, ids=lambda case: case[0])
def test_an_event_of_several_days_begins_on_its_first_and_ends_on_its_last(case: Case) -> None:
    check(case, events=EVENTS)


@pytest.mark.parametrize("case", OF_A_TERM, ids=lambda case: case[0])
def test_a_term_of_office_dates_what_hangs_on_its_ends(case: Case) -> None:
    check(case, claimant=PRESIDENT)


@pytest.mark.parametrize(
    ("wording", "missing"),
    [
        ("by the Olympics", "Olympics"),  # known, but not dated
        ("within a week of the Olympics", "Olympics"),
        ("before the referendum", "referendum"),  # not known at all
        ("before the Welsh election", "welsh election"),
        ("by the end of his term", "end of term"),
        ("his first 100 days", "inauguration"),
    ],
)
def test_an_event_that_nobody_has_dated_is_named(wording: str, missing: str) -> None:
    found = read(wording, FRIDAY, events=EVENTS)
    assert not found.is_dated
    assert found.rule == f"event not dated: {missing}"


def test_an_event_that_is_over_keeps_its_days() -> None:
    events = [Event("midterms", date(2022, 11, 8))]
    found = read("at the midterms", FRIDAY, events=events)
    assert found.latest_on == date(2022, 11, 8)


def test_a_term_without_an_end_dates_only_its_beginning() -> None:
    term = Term(date(2025, 1, 20))
    check(("my first week in office", "01-20 01-26 01-27", "day 1 is the first"), claimant=term)
    found = read("by the end of my term", FRIDAY, claimant=term)
    assert found.rule == "event not dated: end of term"
