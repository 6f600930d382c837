"""The least and the most of a length of time: both ends of a range, and an end left open."""

from datetime import date

import pytest

from claimtracker.deadlines import Direction, find, read
from tests.deadlines.cases import Case, check

WEDNESDAY = date(2025, 6, 4)
STATES: tuple[Case, ...] = (
    ("closed for two to three weeks", "06-04 06-18 06-25", "it may last either"),
    ("sidelined for three to four months", "06-04 09-04 10-04", "it may last either"),
    ("off work for six to eight weeks", "06-04 07-16 07-30", "it may last either"),
    ("suspended for one to two years", "06-04 2026-06-04 2027-06-04", "a state held"),
    ("The bridge will be shut for five to seven days.", "06-04 06-09 06-11", "in a sentence"),
    ("out for between four and six weeks", "06-04 07-02 07-16", "in other words"),
    ("he will be absent for 10 to 14 days", "06-04 06-14 06-18", "in figures"),
    ("frozen for two or three years", "06-04 2027-06-04 2028-06-04", "A or B"),
    ("there will be no lay-offs for two to three years", "06-04 2027-06-04 2028-06-04", "held"),
    ("out for the next two to three weeks", "06-04 06-18 06-25", "from the day said"),
    ("closed for two weeks or a month", "06-04 06-18 07-04", "two units"),
)
AT_LEAST: tuple[Case, ...] = (
    ("closed for at least a month", "07-04 - -", "it may last longer"),
    ("suspended for at least two years", "2027-06-04 - -", "it may last longer"),
    ("The jets will be grounded for at least 90 days.", "09-02 - -", "in a sentence"),
    ("off for a minimum of three weeks", "06-25 - -", "another word"),
    ("barred for no less than five years", "2030-06-04 - -", "another word"),
    ("shut for at least another week", "06-11 - -", "one more"),
    ("on hold for more than a month", "07-04 - -", "more than N"),
    ("grounded for at least the next two weeks", "06-18 - -", "from the day said"),
    ("prices frozen for at least two to three years", "2027-06-04 - -", "the least of both"),
    ("no elections for at least a year and a half", "2026-12-04 - -", "a state held"),
    ("out for six weeks or more", "07-16 - -", "N or more"),
    ("closed for two or more weeks", "06-18 - -", "N or more"),
    ("at the very earliest in a month", "07-04 - -", "the bound comes first"),
    ("not before the coming weeks are out", "06-18 - -", "from the strict end on"),
    ("not until two weeks are up", "06-18 - -", "from their end on"),
    ("not until at least October", "10-01 - -", "the bound is said twice"),
    ("not before at least the autumn", "09-01 - -", "the bound is said twice"),
)
NEXT_DAYS: tuple[Case, ...] = (
    ("in the next day or two", "06-04 06-05 06-06", "as “a day or two”"),
    ("over the next week or two", "06-04 06-11 06-18", "as “a week or two”"),
    ("in the coming month or two", "06-04 07-04 08-04", "as “a month or two”"),
    ("within the next year or two", "06-04 2026-06-04 2027-06-04", "as “a year or two”"),
    ("in the next hour or two", "06-04 06-05 06-05", "hours round up"),
    ("during the next month or two", "06-04 07-04 08-04", "as “a month or two”"),
    ("within the coming day or two", "06-04 06-05 06-06", "as “a day or two”"),
    ("over the next quarter or two", "06-04 09-04 12-04", "as “a quarter or two”"),
    ("The talks resume in the next day or two.", "06-04 06-05 06-06", "in a sentence"),
    ("in the next day or so", "06-04 06-05 06-06", "as “a day or so”"),
)
AT_MOST: tuple[Case, ...] = (
    ("at the latest in a month", "06-04 07-04 07-04", "the bound comes first"),
    ("before the next few weeks are out", "06-04 06-25 07-02", "to their end"),
    ("before two weeks are up", "06-04 06-18 06-18", "to their end"),
    ("within weeks, if not days", "06-04 06-06 07-04", "the shorter is the strict end"),
    ("in days, maybe weeks", "06-04 06-06 07-04", "strict of A, generous of B"),
    ("in two, if not three weeks", "06-18 06-18 06-25", "A or B"),
    ("in two weeks, if not three", "06-18 06-18 06-25", "A or B"),
)


@pytest.mark.parametrize("case", STATES, ids=lambda case: case[0])
def test_a_state_that_holds_for_a_to_b_may_end_at_either(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", AT_LEAST, ids=lambda case: case[0])
def test_at_least_so_long_has_no_last_day(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", NEXT_DAYS, ids=lambda case: case[0])
def test_the_next_day_or_two_is_more_than_tomorrow(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", AT_MOST, ids=lambda case: case[0])
def test_a_length_of_time_ends_with_its_longer_part(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize(
    "wording",
    [
        "He was out for at least six weeks.",
        "For at least two years they did nothing.",
        "It was the worst flood in at least 50 years.",
        "It was the worst flood in 50 years or more.",
    ],
)
def test_what_has_lasted_so_long_is_endured(wording: str) -> None:
    assert read(wording, WEDNESDAY).rule == "not a deadline: endured"


def test_the_next_day_or_two_count_from_the_day_of_the_text() -> None:
    text = "The talks began on Monday. A deal is expected in the next day or two."
    _, mention = find(text, WEDNESDAY)
    assert mention.direction is Direction.AHEAD
    assert mention.reading.due_on == date(2025, 6, 5)


@pytest.mark.parametrize("text", ["The road has been closed for at least a month."])
def test_a_text_tells_how_long_something_has_lasted(text: str) -> None:
    (mention,) = find(text, WEDNESDAY)
    assert mention.direction is Direction.NONE
    assert mention.reading.rule == "a length of time"


@pytest.mark.parametrize("wording", ["he earns 2,000 a month today", "it paid 500 a week today"])
def test_what_is_paid_a_month_is_no_deadline(wording: str) -> None:
    assert not read(wording, WEDNESDAY).is_dated
