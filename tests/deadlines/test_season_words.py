"""Seasons in both hemispheres: the months of the strict reading, the sun of the generous one."""

from datetime import date

import pytest

from claimtracker.deadlines import Event, Policy, read
from tests.deadlines.cases import FRIDAY, Case, check

SOUTH = Policy(southern_hemisphere=True)
MONTHS_ONLY = Policy(astronomical_seasons=False)
NORTHERN: tuple[Case, ...] = (
    ("spring 2026", "2026-03-01 2026-05-31 2026-06-20", "March to May, latest 20 June"),
    ("next spring", "2026-03-01 2026-05-31 2026-06-20", "this year's has begun"),
    ("the summer of 2027", "2027-06-01 2027-08-31 2027-09-22", "June to August, latest 22 Sept."),
    ("this autumn", "09-01 11-30 12-21", "September to November, latest 21 December"),
    ("in the fall", "09-01 11-30 12-21", "the American word"),
    ("the fall of 2026", "2026-09-01 2026-11-30 2026-12-21", "the American word"),
    ("this winter", "12-01 2026-02-28 2026-03-20", "the last one is over"),
    ("next winter", "12-01 2026-02-28 2026-03-20", "the next to begin"),
    ("in winter 2027", "2027-12-01 2028-02-29 2028-03-20", "it begins in December 2027"),
    ("before autumn", "04-18 08-31 09-22", "before both beginnings"),
    ("before winter", "04-18 11-30 12-21", "before both beginnings"),
    ("before next spring", "04-18 2026-02-28 2026-03-20", "before both beginnings"),
    ("by autumn", "04-18 08-31 12-21", "due before it begins, latest its last day"),
    ("by the winter", "04-18 11-30 2026-03-20", "due before it begins, latest its last day"),
    ("until autumn", "04-18 11-30 12-21", "through its last day"),
    ("from autumn", "09-01 - -", "opens on its first day"),
    ("after the summer", "09-23 - -", "the day after its last"),
    ("early autumn", "09-01 09-30 09-30", "its first month"),
    ("mid-autumn", "10-01 10-31 10-31", "its second month"),
    ("late autumn", "11-01 11-30 11-30", "its third month"),
    ("early winter", "12-01 12-31 12-31", "its first month"),
    ("late next winter", "2026-02-01 2026-02-28 2026-02-28", "its third month"),
    ("by the end of the summer", "04-18 08-31 09-22", "through its last day"),
    ("spring or summer 2026", "2026-03-01 2026-05-31 2026-09-22", "strict of A, generous of B"),
    ("summer to autumn", "06-01 11-30 12-21", "a span"),
)
SOUTHERN: tuple[Case, ...] = (
    ("this winter", "06-01 08-31 09-22", "June to August"),
    ("winter 2026", "2026-06-01 2026-08-31 2026-09-22", "June to August"),
    ("next summer", "12-01 2026-02-28 2026-03-20", "December to February"),
    ("the summer of 2026", "2026-12-01 2027-02-28 2027-03-20", "it begins in December 2026"),
    ("by spring", "04-18 08-31 12-21", "due before September, latest 21 December"),
    ("before summer", "04-18 11-30 12-21", "before both beginnings"),
    ("autumn 2026", "2026-03-01 2026-05-31 2026-06-20", "March to May"),
    ("early spring", "09-01 09-30 09-30", "its first month"),
    ("late winter", "08-01 08-31 08-31", "its third month"),
    ("after the winter", "09-23 - -", "the day after its last"),
)
WITHOUT_THE_SUN: tuple[Case, ...] = (
    ("this summer", "06-01 08-31 08-31", "June to August"),
    ("before the summer", "04-18 05-31 05-31", "the day before June"),
    ("by autumn", "04-18 08-31 11-30", "due before it begins, latest its last day"),
    ("after the summer", "09-01 - -", "the day after its last"),
)
BREAKS = (
    "before the summer break",
    "after the Easter recess",
    "by the Christmas break",
    "before the winter holidays",
    "after half-term",
    "by the spring break",
    "before the summer holidays start",
    "until the autumn recess",
    "before the autumn half-term holiday",
    "by the end of the school holidays",
    "before the autumn budget",
)


@pytest.mark.parametrize("wording", BREAKS)
def test_a_break_named_after_a_season_or_feast_is_an_event_of_its_own(wording: str) -> None:
    found = read(wording, FRIDAY)
    assert not found.is_dated
    assert found.rule.startswith("event not dated")


def test_a_break_that_somebody_has_dated_has_its_days() -> None:
    summer = Event("summer break", date(2025, 7, 18), date(2025, 9, 1))
    check(("before the summer break", "04-18 07-17 07-17", "the day before"), events=[summer])


@pytest.mark.parametrize("case", NORTHERN, ids=lambda case: case[0])
def test_a_season_is_three_months_and_at_most_to_the_turn_of_the_sun(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", SOUTHERN, ids=lambda case: case[0])
def test_a_southern_season_is_half_a_year_from_the_northern_one(case: Case) -> None:
    check(case, policy=SOUTH)


@pytest.mark.parametrize("case", WITHOUT_THE_SUN, ids=lambda case: case[0])
def test_a_season_of_whole_months_has_one_end(case: Case) -> None:
    check(case, policy=MONTHS_ONLY)


def test_a_next_season_of_the_same_year_offers_that_of_the_next() -> None:
    (offered,) = read("next autumn", FRIDAY).alternatives
    assert str(offered.due_on) == "2026-11-30"
