"""The public holidays of a country, held against published calendars."""

from datetime import date

import pytest

from claimtracker.deadlines import Policy, read
from claimtracker.deadlines.public_holidays import days_off
from tests.deadlines.cases import FRIDAY, check

OF_2026 = {
    "US": (
        "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07"
        " 2026-10-12 2026-11-11 2026-11-26 2026-12-25"
    ),
    "DE": (
        "2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25"
        " 2026-12-26"
    ),
}
"""The United States keep 4 July 2026, a Saturday, on the Friday before it."""


@pytest.mark.parametrize("country", sorted(OF_2026))
def test_a_country_has_its_days_off(country: str) -> None:
    assert sorted(map(str, days_off(country, 2026))) == OF_2026[country].split()


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("US", date(2026, 9, 7), "Labor Day"),
        ("DE", date(2026, 10, 3), "German Unity Day"),
        ("DE", date(2026, 4, 3), "Good Friday"),
        ("FR", date(2026, 7, 14), "National Day"),
    ],
)
def test_the_names_are_english(country: str, day: date, name: str) -> None:
    assert days_off(country, day.year)[day] == name


@pytest.mark.parametrize("country", ["", "ZZ", "XX", "us", "Germany", "🏴"])
def test_a_country_that_nobody_knows_has_none(country: str) -> None:
    assert days_off(country, 2026) == {}


@pytest.mark.parametrize("year", [1, 1776, 1899, 2101, 9999])
def test_a_year_far_away_has_none(year: int) -> None:
    assert days_off("US", year) == {}


@pytest.mark.parametrize("year", [1900, 2100])
def test_the_first_and_the_last_year_that_are_known_have_some(year: int) -> None:
    assert date(year, 12, 25) in days_off("US", year)


@pytest.mark.parametrize(
    ("country", "said", "wording", "due"),
    [
        ("", "2026-04-02", "in 2 working days", "2026-04-06"),  # Friday, Monday
        ("DE", "2026-04-02", "in 2 working days", "2026-04-08"),  # Good Friday, Easter Monday off
        ("US", "2026-04-02", "in 2 working days", "2026-04-06"),  # neither is off
        ("DE", "2026-12-23", "in 3 working days", "2026-12-29"),  # 25th off, 26th a Saturday
        ("US", "2026-07-02", "in 1 working day", "2026-07-06"),  # kept on the Friday
        ("US", "2026-11-25", "in 1 business day", "2026-11-27"),  # Thanksgiving
        ("DE", "2026-12-31", "within 1 working day", "2027-01-04"),  # over the end of the year
        ("US", "9998-12-30", "in 2 working days", "9999-01-01"),  # far away nothing is off
        ("ZZ", "2026-12-24", "in 1 working day", "2026-12-25"),
    ],
)
def test_a_day_off_is_no_working_day(country: str, said: str, wording: str, due: str) -> None:
    found = read(wording, date.fromisoformat(said), policy=Policy(country=country))
    assert str(found.due_on) == due


@pytest.mark.parametrize(
    ("country", "wording", "days"),
    [
        ("GB", "by Boxing Day", "04-18 12-26 12-26"),
        ("IE", "by St Patrick's Day", "04-18 2026-03-17 2026-03-17"),
        ("DE", "by Corpus Christi", "04-18 06-19 06-19"),
        ("CA", "by Canada Day", "04-18 07-01 07-01"),
        ("AU", "by Anzac Day", "04-18 04-25 04-25"),
    ],
)
def test_a_deadline_may_be_a_holiday_of_the_country(country: str, wording: str, days: str) -> None:
    check((wording, days, country), policy=Policy(country=country))


def test_a_holiday_that_only_the_library_knows_is_found_by_its_name() -> None:
    found = read("by Chinese New Year", FRIDAY, policy=Policy(country="SG"))
    assert str(found.due_on) == "2026-02-17"


def test_without_a_country_the_library_is_not_asked() -> None:
    days_off.cache_clear()
    read("in 5 working days", FRIDAY)
    read("by Veterans Day", FRIDAY)
    assert days_off.cache_info().misses == 0
