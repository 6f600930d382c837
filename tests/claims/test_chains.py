"""Slips along a chain, counted from days that are known and never made up."""

from datetime import date

import pytest

from claimtracker.claims.chains import ChainFigure, Slip, chain_figure, slip, total_slips
from claimtracker.claims.state import Window

APRIL = Window(date(2025, 4, 1), date(2025, 4, 20), date(2025, 4, 25))
MAY = Window(date(2025, 4, 1), date(2025, 5, 20), date(2025, 5, 31))
OPEN_END = Window(date(2025, 6, 1))
NO_DAY = Window()


def test_a_slip_is_counted_at_both_ends() -> None:
    assert slip(APRIL, MAY) == Slip(strict=30, generous=36)


def test_a_deadline_brought_forward_slips_by_a_negative_number() -> None:
    assert slip(MAY, APRIL) == Slip(-30, -36)


@pytest.mark.parametrize("undated", [NO_DAY, OPEN_END])
def test_without_an_end_a_slip_is_no_number(undated: Window) -> None:
    assert slip(APRIL, undated) == slip(undated, APRIL) == Slip(None, None)


def test_totals_are_counted_from_the_first_step_that_has_a_day() -> None:
    totals = list(total_slips([NO_DAY, APRIL, NO_DAY, MAY, APRIL]))
    assert [total.generous for total in totals] == [None, None, None, 36, 0]
    assert [total.strict for total in totals] == [None, None, None, 30, 0]


@pytest.mark.parametrize(
    ("windows", "figure"),
    [
        ([APRIL, MAY], ChainFigure(1, 36)),
        ([MAY, APRIL, APRIL], ChainFigure(2, -36)),
        ([APRIL, MAY, NO_DAY], ChainFigure(2, 36, is_dated=False)),
        ([APRIL, NO_DAY], ChainFigure(1, None, is_dated=False)),
        ([NO_DAY, APRIL], ChainFigure(1, None)),
        ([APRIL, OPEN_END], ChainFigure(1, None)),
    ],
)
def test_a_chain_is_one_figure(windows: list[Window], figure: ChainFigure) -> None:
    assert chain_figure(windows) == figure


def test_a_circle_has_as_many_moves_as_steps_and_no_total() -> None:
    figure = chain_figure([APRIL, MAY], is_circle=True)
    assert figure == ChainFigure(2, None, is_circle=True)
