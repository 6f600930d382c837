"""Working days, with and without the public holidays of a country."""

from datetime import date

import pytest

from claimtracker.deadlines import Policy
from tests.deadlines.cases import FRIDAY, Case, check

MAUNDY_THURSDAY, SATURDAY = date(2025, 4, 17), date(2025, 4, 19)
GERMANY, AMERICA = Policy(country="DE"), Policy(country="US")
PLAIN: tuple[Case, ...] = (
    ("in one working day", "04-21 04-21 04-21", "Monday"),
    ("the next working day", "04-21 04-21 04-21", "Monday"),
    ("within three business days", "04-18 04-23 04-23", "Monday to Wednesday"),
    ("in ten weekdays", "05-02 05-02 05-02", "two weeks"),
    ("in 20 working days", "05-16 05-16 05-16", "four weeks"),
    ("in 21 workdays", "05-19 05-19 05-19", "four weeks, and Monday"),
    ("within 5 trading days", "04-18 04-25 04-25", "a week"),
    ("within five working days of Monday", "04-21 04-28 04-28", "Tuesday to Monday"),
    ("a couple of working days", "04-18 04-22 04-22", "two"),
    ("several business days", "04-18 04-24 04-29", "four, latest seven"),
    ("within two to three working days", "04-18 04-22 04-23", "due at two, latest at three"),
    ("at least 5 working days", "04-25 - -", "opens then"),
    ("this working week", "04-18 04-18 04-18", "to Friday"),
    ("next working week", "04-21 04-25 04-25", "Monday to Friday"),
    ("two working days before 5 May", "05-01 05-01 05-01", "Friday and Thursday"),
)
IN_GERMANY: tuple[Case, ...] = (
    ("in one working day", "04-22 04-22 04-22", "Good Friday and Easter Monday are off"),
    ("within 5 working days", "04-17 04-28 04-28", "from Tuesday, over a weekend"),
    ("in ten working days", "05-06 05-06 05-06", "1 May is off too"),
    ("within two to three working days", "04-17 04-23 04-24", "from Tuesday"),
    ("in 10 days", "04-27 04-27 04-27", "days of the calendar are not moved"),
)
FROM_SATURDAY: tuple[Case, ...] = (
    ("in one working day", "04-21 04-21 04-21", "the day said is day 0"),
    ("within 5 working days", "04-19 04-25 04-25", "Monday to Friday"),
    ("in ten working days", "05-02 05-02 05-02", "two weeks from Monday on"),
)


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case[0])
def test_without_a_country_working_days_are_monday_to_friday(case: Case) -> None:
    check(case, said=FRIDAY)


@pytest.mark.parametrize("case", IN_GERMANY, ids=lambda case: case[0])
def test_with_a_country_its_holidays_are_no_working_days(case: Case) -> None:
    check(case, said=MAUNDY_THURSDAY, policy=GERMANY)


@pytest.mark.parametrize("case", FROM_SATURDAY, ids=lambda case: case[0])
def test_a_weekend_does_not_count(case: Case) -> None:
    check(case, said=SATURDAY)


@pytest.mark.parametrize(
    ("said", "case"),
    [
        (date(2025, 7, 3), ("in 1 business day", "07-07 07-07 07-07", "Independence Day")),
        (date(2025, 11, 26), ("in 2 business days", "12-01 12-01 12-01", "Thanksgiving")),
        (date(2026, 1, 16), ("in 1 business day", "01-20 01-20 01-20", "Martin Luther King Day")),
        (date(2026, 5, 22), ("in 3 business days", "05-28 05-28 05-28", "Memorial Day")),
    ],
)
def test_american_holidays_cost_a_day_each(said: date, case: Case) -> None:
    check(case, said=said, policy=AMERICA)
