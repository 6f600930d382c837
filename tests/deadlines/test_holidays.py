"""Holidays by rule, each held against days from published calendars."""

from datetime import date

import pytest

from claimtracker.deadlines import Policy, read
from tests.deadlines.cases import FRIDAY


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("New Year's Day", "2026-01-01"),
        ("Valentine's Day", "2026-02-14"),
        ("Good Friday", "2024-03-29 2025-04-18 2026-04-03 2027-03-26"),
        ("Easter", "2024-03-31 2025-04-20 2026-04-05 2027-03-28 2038-04-25"),
        ("Easter Monday", "2025-04-21 2026-04-06"),
        ("Orthodox Easter", "2024-05-05 2025-04-20 2026-04-12 2027-05-02"),
        ("Ascension Day", "2024-05-09 2026-05-14"),
        ("Pentecost", "2024-05-19 2026-05-24"),
        ("May Day", "2026-05-01"),
        ("Halloween", "2026-10-31"),
        ("Christmas Eve", "2026-12-24"),
        ("Christmas", "2026-12-25"),
        ("Boxing Day", "2026-12-26"),
        ("New Year's Eve", "2026-12-31"),
    ],
)
def test_a_holiday_known_everywhere_is_on_its_day(name: str, days: str) -> None:
    for day in days.split():
        assert str(read(f"{name} {day[:4]}", FRIDAY).due_on) == day


@pytest.mark.parametrize(
    ("country", "name", "day"),
    [
        ("US", "Martin Luther King Day", "2026-01-19"),  # third Monday of January
        ("US", "MLK Day", "2026-01-19"),
        ("US", "Presidents' Day", "2026-02-16"),  # third Monday of February
        ("US", "Memorial Day", "2026-05-25"),  # last Monday of May
        ("US", "Memorial Day", "2027-05-31"),  # the last day of the month is one
        ("US", "Juneteenth", "2026-06-19"),
        ("US", "Independence Day", "2026-07-04"),
        ("US", "Labor Day", "2026-09-07"),  # first Monday of September
        ("US", "Columbus Day", "2026-10-12"),  # second Monday of October
        ("US", "Veterans Day", "2026-11-11"),
        ("US", "Thanksgiving", "2026-11-26"),  # fourth Thursday of November
        ("US", "Black Friday", "2026-11-27"),
        ("US", "Cyber Monday", "2026-11-30"),
        ("CA", "Thanksgiving", "2026-10-12"),  # second Monday of October
        ("CA", "Labour Day", "2026-09-07"),
        ("DE", "Day of German Unity", "2026-10-03"),
        ("FR", "Bastille Day", "2026-07-14"),
        ("", "Thanksgiving", "2026-11-26"),  # of the United States where no country is set
    ],
)
def test_a_holiday_of_a_country_is_on_its_day(country: str, name: str, day: str) -> None:
    found = read(f"{name} {day[:4]}", FRIDAY, policy=Policy(country=country))
    assert str(found.due_on) == day


@pytest.mark.parametrize("country", ["", "CA", "FR", "XX"])
def test_a_holiday_of_another_country_is_named_as_missing(country: str) -> None:
    found = read("by Veterans Day", FRIDAY, policy=Policy(country=country))
    assert not found.is_dated
    assert found.rule == "holiday not known: veterans day"
    assert "set the country" in found.explanation


@pytest.mark.parametrize("name", ["Diwali", "Ramadan", "Nowruz", "Rosh Hashanah"])
def test_a_holiday_by_the_moon_is_named_and_never_guessed(name: str) -> None:
    found = read(f"by {name}", FRIDAY, policy=Policy(country="US"))
    assert not found.is_dated
    assert found.rule.startswith("holiday not known")


@pytest.mark.parametrize(
    ("wording", "said", "due"),
    [
        ("by Christmas", "2025-12-25", "2025-12-25"),  # the day itself is not yet over
        ("by Christmas", "2025-12-26", "2026-12-25"),
        ("before Christmas", "2025-12-20", "2025-12-24"),
        ("next Christmas", "2025-04-18", "2025-12-25"),
        ("last Christmas", "2025-04-18", "2024-12-25"),
        ("by Christmas next year", "2025-04-18", "2026-12-25"),
        ("two days before Easter", "2025-04-10", "2025-04-18"),
        ("Christmas or New Year's Day", "2025-12-01", "2025-12-25"),
    ],
)
def test_a_bare_holiday_is_the_next_one_not_yet_over(wording: str, said: str, due: str) -> None:
    assert str(read(wording, date.fromisoformat(said)).due_on) == due


def test_by_new_year_is_due_on_the_day_before_and_latest_on_it() -> None:
    found = read("by New Year 2027", FRIDAY)
    assert (found.due_on, found.latest_on) == (date(2026, 12, 31), date(2027, 1, 1))


@pytest.mark.parametrize("year", [1500, 4200])
def test_easter_has_no_rule_outside_the_years_of_the_computus(year: int) -> None:
    assert not read(f"on 1 May {year}, Easter {year}", date(year, 1, 1)).rule.startswith(
        "holiday: e"
    )
    assert not read("by Easter", date(year, 1, 1)).is_dated
