from datetime import date

import pytest

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.claim_panel.day_words import day_from

TODAY = date(2025, 5, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "2025-04-18",
        "2025/4/18",
        "18.4.2025",
        "18. 4. 2025",
        "18/4/2025",
        "4/18/2025",
        "18 Apr 2025",
        "18 april 2025",
        "18th April, 2025",
        "April 18, 2025",
        "Fri 18 Apr 2025",
        "friday, 18 April 2025",
        "  18   Apr  2025 ",
    ],
)
def test_the_common_ways_to_write_a_day_are_read(typed: str) -> None:
    assert day_from(typed, TODAY) == date(2025, 4, 18)


def test_nothing_typed_is_no_day() -> None:
    assert day_from("   ", TODAY) is None


@pytest.mark.parametrize(("typed", "day"), [("yesterday", 30), ("Today", 1), ("tomorrow", 2)])
def test_days_around_today_have_names(typed: str, day: int) -> None:
    assert day_from(typed, TODAY).day == day  # type: ignore[union-attr]  # a name is never None


def test_september_has_two_short_forms() -> None:
    assert day_from("1 Sep 2025", TODAY) == day_from("1 Sept 2025", TODAY) == date(2025, 9, 1)


@pytest.mark.parametrize("typed", ["32.4.2025", "29 Feb 2025", "2025-13-01", "0.4.2025"])
def test_a_day_outside_the_calendar_is_refused(typed: str) -> None:
    with pytest.raises(ClaimTrackerError, match="no day of the calendar"):
        day_from(typed, TODAY)


@pytest.mark.parametrize("typed", ["4/5/2025", "5-4-2025"])
def test_a_day_that_could_be_two_is_refused(typed: str) -> None:
    with pytest.raises(ClaimTrackerError, match="could be two days"):
        day_from(typed, TODAY)


def test_the_same_number_twice_is_one_day_by_either_order() -> None:
    assert day_from("5/5/2025", TODAY) == date(2025, 5, 5)


@pytest.mark.parametrize("typed", ["next week", "18 Apr", "18.4.25", "18 Foo 2025", "April 2025"])
def test_what_names_no_day_is_refused_in_a_sentence_that_quotes_it(typed: str) -> None:
    with pytest.raises(ClaimTrackerError, match=typed):
        day_from(typed, TODAY)
