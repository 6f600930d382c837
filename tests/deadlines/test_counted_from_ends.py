"""What counts from an end, stands beside a date, or is one of several."""

from datetime import date

import pytest

from claimtracker.deadlines import Direction, Event, Term, find, read
from tests.deadlines.cases import FRIDAY, Case, check

FROM_AN_END: tuple[Case, ...] = (
    ("two weeks before the end of the year", "12-17 12-17 12-17", "from its last day"),
    ("a month before the end of May", "04-30 04-30 04-30", "31 May less a month, clipped"),
    ("the last three days of May", "05-29 05-31 05-31", "its last three"),
    ("the last 10 days of May", "05-22 05-31 05-31", "its last ten"),
    ("the last two weeks of May", "05-18 05-31 05-31", "its last fourteen days"),
    ("the last working day of May", "05-30 05-30 05-30", "the 31st is a Saturday"),
    ("the third business day of June", "06-04 06-04 06-04", "2, 3 and 4 June"),
    ("the first weekend of May", "05-03 05-03 05-04", "due on its Saturday"),
    ("by this year's end", "04-18 12-31 12-31", "open from the day said"),
    ("by month-end May", "04-18 05-31 05-31", "the month named, not the running one"),
    ("by year-end 2027", "04-18 2027-12-31 2027-12-31", "the year named"),
    ("it will end this week", "04-18 04-20 04-20", "the verb is no part of the time"),
    ("by end next week", "04-18 04-25 04-27", "after a bound it is none"),
)
BESIDE: tuple[Case, ...] = (
    ("the Tuesday after Easter", "04-22 04-22 04-22", "the first one after 20 April"),
    ("the Friday before Christmas", "12-19 12-19 12-19", "the last one before 25 December"),
    ("three Fridays from now", "05-09 05-09 05-09", "25 April, 2 May, 9 May"),
    ("next Monday week", "04-28 04-28 04-28", "a week after the next Monday"),
    ("tomorrow week", "04-26 04-26 04-26", "a week after tomorrow"),
)
OR: tuple[Case, ...] = (
    ("in the third or fourth quarter", "07-01 09-30 12-31", "due at the first, latest the second"),
    ("late 2025/early 2026", "09-01 12-31 2026-03-31", "a slash is an or"),
    ("Q1/Q2 2026", "2026-01-01 2026-03-31 2026-06-30", "the year is that of both"),
    ("5/6 May", "05-05 05-05 05-06", "two days, no fraction and no month"),
    ("months, if not years", "04-18 06-18 2028-04-18", "the second is the generous end"),
)
ENDING: tuple[Case, ...] = (
    ("in the year ending March 2026", "2025-04-01 2026-03-31 2026-03-31", "twelve whole months"),
    ("within the six months ending 30 June 2026", "2026-01-01 2026-06-30 2026-06-30", "six"),
    ("for the quarter ending 31 December", "10-01 12-31 12-31", "three months to that day"),
    ("its fourth quarter ending June 30", "04-18 06-30 06-30", "running, so from the day said"),
    ("in the two weeks ending 11 May", "04-28 05-11 05-11", "fourteen days with the last"),
)
IN_FIGURES: tuple[Case, ...] = (
    ("1H 2026", "2026-01-01 2026-06-30 2026-06-30", "the figure first"),
    ("4Q25", "10-01 12-31 12-31", "without a blank"),
    ("5. May", "05-05 05-05 05-05", "a dot behind the day"),
    ("in 2½ years", "2027-10-18 2027-10-18 2027-10-18", "one sign"),
    ("in 3 1/2 years", "2028-10-18 2028-10-18 2028-10-18", "a fraction"),
    ("in a quarter century", "2050-04-18 2050-04-18 2050-04-18", "25 years"),
    ("by 12 noon on 1 May", "04-18 05-01 05-01", "a clock time never moves the day"),
    ("by the Fourth of July", "04-18 07-04 07-04", "a date in words needs no country"),
)
NO_TIME = ("twice a week", "once a week", "$5 per year", "the first time in 20 years")


@pytest.mark.parametrize("case", FROM_AN_END, ids=lambda case: case[0])
def test_what_counts_from_an_end_counts_from_its_last_day(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", ENDING, ids=lambda case: case[0])
def test_a_length_that_ends_on_a_day_is_counted_back_from_it(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", BESIDE, ids=lambda case: case[0])
def test_a_weekday_beside_a_date_is_the_nearest_one(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", OR, ids=lambda case: case[0])
def test_of_two_in_one_breath_both_count(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", IN_FIGURES, ids=lambda case: case[0])
def test_figures_are_read_in_each_shape_of_news(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("wording", NO_TIME)
def test_how_often_is_no_deadline(wording: str) -> None:
    assert not read(wording, FRIDAY).is_dated


def test_the_end_of_a_term_is_counted_back_from() -> None:
    case = ("a month before the end of his term", "2028-12-20 2028-12-20 2028-12-20", "its day")
    check(case, claimant=Term(date(2025, 1, 20), date(2029, 1, 20)))


@pytest.mark.parametrize("wording", ["before this year's NATO summit", "before the NATO summit"])
def test_a_year_before_an_event_changes_nothing(wording: str) -> None:
    case = (wording, "04-18 06-23 06-23", "the day before it begins")
    check(case, events=[Event("NATO summit", date(2025, 6, 24))])


@pytest.mark.parametrize("said", [date(2025, 4, 19), date(2025, 4, 20)])
def test_the_rest_of_a_week_at_its_weekend_is_in_order(said: date) -> None:
    found = read("the rest of the week", said)
    assert found.opens_on == found.due_on == said
    assert found.latest_on == date(2025, 4, 20)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The meeting was postponed to September.", Direction.AHEAD),
        ("The truce, due to expire on Sunday, was extended.", Direction.AHEAD),
        ("He has been in office for two years.", Direction.NONE),
    ],
)
def test_what_was_put_off_lies_ahead_and_what_has_lasted_is_none(
    text: str, direction: Direction
) -> None:
    (mention,) = find(text, FRIDAY)
    assert mention.direction is direction
