"""The date scale: whole months around today, everything else held at its ends."""

from datetime import date

import pytest

from claimtracker.gui.claim_list.axis import Scale

TODAY = date(2025, 5, 26)
WIDTH = 270.0


def test_the_scale_shows_four_months_before_and_after() -> None:
    scale = Scale.around(TODAY)
    assert (scale.first, scale.last) == (date(2025, 1, 1), date(2025, 9, 30))
    assert [month.month for month in scale.months()] == list(range(1, 10))


def test_days_lie_in_their_order_within_the_line() -> None:
    scale = Scale.around(TODAY)
    assert scale.begin_of(scale.first, WIDTH) == 0
    assert scale.end_of(scale.last, WIDTH) == WIDTH
    assert scale.begin_of(TODAY, WIDTH) < scale.middle_of(TODAY, WIDTH) < scale.end_of(TODAY, WIDTH)


@pytest.mark.parametrize("day", [date.min, date(2024, 12, 31), date(2025, 10, 1), date.max])
def test_what_lies_outside_is_held_at_the_ends(day: date) -> None:
    scale = Scale.around(TODAY)
    assert not scale.holds(day)
    assert 0 <= scale.begin_of(day, WIDTH) <= scale.end_of(day, WIDTH) <= WIDTH


@pytest.mark.parametrize("today", [date.min, date(1, 2, 3), date(9999, 11, 30), date.max])
def test_the_ends_of_the_calendar_have_a_scale_too(today: date) -> None:
    scale = Scale.around(today)
    assert scale.holds(today)
    assert all(scale.holds(month) for month in scale.months())


def test_the_title_names_the_years_shown() -> None:
    assert Scale.around(TODAY).title == "2025"
    assert Scale.around(date(2025, 1, 15)).title == "2024 – 2025"
