"""Days and months in every order in which people write them."""

import pytest

from claimtracker.deadlines import Policy, read
from tests.deadlines.cases import FRIDAY, Case, check

FIFTH_OF_MAY = (
    "5 May", "5th May", "5th of May", "the 5th of May", "the 5 May", "May 5", "May 5th",
    "May the 5th", "May the fifth", "the fifth of May", "fifth of May", "the fifth day of May",
    "5-May", "05 May", "on 5 May", "on the 5th of May", "Monday 5 May",
    "Monday, 5 May", "Monday the 5th of May", "Mon 5 May", "5 May, Monday", "Monday, May 5",
    "5 May at noon", "noon on 5 May", "5 p.m. on May 5",
)  # fmt: skip
A_DAY_OF_2027 = (
    "23 May 2027", "23rd May, 2027", "23 May, 2027", "the 23rd of May 2027", "May 23, 2027",
    "May 23 2027", "May 23rd, 2027", "May the 23rd, 2027", "May 23 of 2027",
    "the twenty-third of May 2027", "May twenty-third, 2027", "2027 May 23", "2027-05-23",
    "2027/05/23", "2027.05.23", "2027-23-05", "23.5.2027", "23.05.27", "23/05/2027",
    "5/23/2027", "23-05-2027", "05-23-2027", "5/23/27", "23-May-2027", "2027/May/23",
    "2027 05 23", "Sunday, 23 May 2027", "Sunday May 23, 2027", "Sunday, May 23rd, 2027",
    "23 May twenty twenty-seven", "May 23, twenty-twenty-seven",
)  # fmt: skip
MAY_2027 = (
    "May 2027", "May, 2027", "May of 2027", "in May 2027", "2027-05", "05/2027", "5/2027",
    "2027/05", "the month of May 2027", "May twenty twenty-seven", "2027, May",
)  # fmt: skip
DAYS: tuple[Case, ...] = (
    ("by the 23rd", "04-18 04-23 04-23", "of this month"),
    ("by the 5th", "04-18 05-05 05-05", "that of this month is over"),
    ("by the third", "04-18 05-03 05-03", "in words behind a bound"),
    ("the 20th of June", "06-20 06-20 06-20", "with its month"),
    ("the 20th of this month", "04-20 04-20 04-20", "of a running month"),
    ("the 5th of next month", "05-05 05-05 05-05", "of a running month"),
    ("23 May of next year", "2026-05-23 2026-05-23 2026-05-23", "a running year"),
    ("Tuesday the 22nd", "04-22 04-22 04-22", "22 April is a Tuesday"),
    ("Friday 13th", "06-13 06-13 06-13", "the next 13th that is a Friday"),
    ("June 1st", "06-01 06-01 06-01", "an ordinal"),
    ("the first of June", "06-01 06-01 06-01", "an ordinal in words"),
    ("on the second of June", "06-02 06-02 06-02", "an ordinal in words"),
    ("the thirty-first of May", "05-31 05-31 05-31", "an ordinal in words"),
    ("by Dec. 31st", "04-18 12-31 12-31", "a short name with a dot"),
    ("by Sept. 5", "04-18 09-05 09-05", "a short name with a dot"),
    ("on 17 April", "2026-04-17 2026-04-17 2026-04-17", "yesterday's date is a year ahead"),
    ("on 18 April", "04-18 04-18 04-18", "the day said is not yet over"),
    ("on 17 April 2025", "04-17 04-17 04-17", "a year that is named stays"),
    ("by February 2028", "04-18 2028-02-29 2028-02-29", "a leap year"),
    ("in Sept. 2026", "2026-09-01 2026-09-30 2026-09-30", "the whole month"),
    ("by May next year", "04-18 2026-05-31 2026-05-31", "a running year"),
    ("24.8.", "08-24 08-24 08-24", "two dots mark a date"),
    ("by 24/8", "04-18 08-24 08-24", "only one order is possible"),
)
PLACES: tuple[Case, ...] = (
    ("the second Tuesday of May", "05-13 05-13 05-13", "the 6th is the first"),
    ("the fourth Thursday in November", "11-27 11-27 11-27", "the 6th is the first"),
    ("the last Monday of May", "05-26 05-26 05-26", "counted from its end"),
    ("by the first Friday in June", "04-18 06-06 06-06", "with a bound"),
    ("the third week of June", "06-16 06-22 06-22", "the first begins on Monday the 2nd"),
    ("the last day of May", "05-31 05-31 05-31", "counted from its end"),
    ("by the first day of July", "04-18 07-01 07-01", "counted from its beginning"),
    ("the second half of next year", "2026-07-01 2026-12-31 2026-12-31", "six months"),
    ("the third quarter of next year", "2026-07-01 2026-09-30 2026-09-30", "three months"),
    ("in the fourth quarter", "10-01 12-31 12-31", "the next one not yet over"),
    ("by the first quarter", "04-18 2026-03-31 2026-03-31", "that of this year is over"),
    ("the last quarter of the year", "10-01 12-31 12-31", "counted from its end"),
    ("the final quarter of 2026", "2026-10-01 2026-12-31 2026-12-31", "counted from its end"),
    ("the last week of the year", "12-25 12-31 12-31", "its last seven days"),
    ("week 1 of 2026", "2025-12-29 2026-01-04 2026-01-04", "ISO 8601: with the first Thursday"),
    ("week 53 of 2026", "2026-12-28 2027-01-03 2027-01-03", "a year of 53 weeks"),
)


@pytest.mark.parametrize("wording", FIFTH_OF_MAY)
def test_a_day_and_a_month_in_any_order_are_the_next_such_day(wording: str) -> None:
    check((wording, "05-05 05-05 05-05", "a Monday"))


@pytest.mark.parametrize("wording", A_DAY_OF_2027)
def test_a_day_with_a_year_in_any_order_is_that_day(wording: str) -> None:
    check((wording, "2027-05-23 2027-05-23 2027-05-23", "a Sunday"))
    check((f"by {wording}", "04-18 2027-05-23 2027-05-23", "a Sunday"))


@pytest.mark.parametrize("wording", MAY_2027)
def test_a_month_with_a_year_in_any_order_is_that_month(wording: str) -> None:
    check((wording, "2027-05-01 2027-05-31 2027-05-31", "the whole month"))


@pytest.mark.parametrize("case", [*DAYS, *PLACES], ids=lambda case: case[0])
def test_a_written_day_is_the_next_one_or_that_of_its_year(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("wording", "month_first", "day_first"),
    [
        ("3/6/2026", "2026-03-06", "2026-06-03"),
        ("03-06-2026", "2026-03-06", "2026-06-03"),
        ("3/6/26", "2026-03-06", "2026-06-03"),
        ("by 6/7", "2025-06-07", "2025-07-06"),
        ("13/6/2026", "2026-06-13", "2026-06-13"),  # only one order is possible
        ("3.6.2026", "2026-06-03", "2026-06-03"),  # with dots the day comes first
        ("2026-03-06", "2026-03-06", "2026-03-06"),  # ISO 8601
    ],
)
def test_which_figure_is_the_day_is_a_setting(
    wording: str, month_first: str, day_first: str
) -> None:
    assert str(read(wording, FRIDAY).due_on) == month_first
    assert str(read(wording, FRIDAY, policy=Policy(day_first=True)).due_on) == day_first
