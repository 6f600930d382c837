"""A slip in words and as a figure; where no days can be counted it is no number."""

from datetime import date

import pytest

from claimtracker.claims.chains import ChainFigure
from claimtracker.claims.state import Window
from claimtracker.gui.slip_words import (
    figure_text,
    short_slip,
    signed_days,
    step_sentence,
    upper_first,
)

APRIL = Window(date(2025, 4, 1), date(2025, 4, 20), date(2025, 4, 25))
MAY = Window(date(2025, 4, 1), date(2025, 5, 20), date(2025, 5, 31))


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (None, ""),
        (ChainFigure(2, 130), "moved 2x, +130 days"),
        (ChainFigure(1, -10), "moved 1x, \N{MINUS SIGN}10 days"),
        (ChainFigure(1, 1), "moved 1x, +1 day"),
        (ChainFigure(1, 0), "moved 1x, same day"),
        (ChainFigure(2, 40, is_dated=False), "moved 2x, +40 days, no date now"),
        (ChainFigure(2, 0, is_dated=False), "moved 2x, no date now"),
        (ChainFigure(1, None, is_dated=False), "moved 1x, no date now"),
        (ChainFigure(2, None), "moved 2x"),
        (ChainFigure(9_999, 12_345), "moved 9,999x, +12,345 days"),
        (ChainFigure(3, None, is_circle=True), "moves in a circle"),
    ],
)
def test_a_chain_is_told_as_one_figure(figure: ChainFigure | None, words: str) -> None:
    assert figure_text(figure) == words


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        (APRIL, MAY, "30 days later strict, 36 days later generous"),
        (MAY, APRIL, "Brought forward by 30 days strict, brought forward by 36 days generous"),
        (APRIL, Window(), "Withdrawn: no date any more"),
        (Window(), Window(), "Still no date"),
        (Window(), APRIL, "A date is named"),
        (APRIL, Window(date(2025, 6, 1)), "No days to count"),
    ],
)
def test_a_step_is_told_in_a_sentence(was: Window, now: Window, sentence: str) -> None:
    assert step_sentence(was, now) == sentence


@pytest.mark.parametrize(
    ("strict", "generous", "words"),
    [
        (3, 3, "3 days later"),
        (34, 3, "3 days later (strict +34)"),
        (-12, -10, "brought forward by 10 days (strict \N{MINUS SIGN}12)"),
        (None, 3, "3 days later"),
        (3, None, "3 days later"),
        (None, None, ""),
    ],
)
def test_a_narrow_place_has_both_slips(
    strict: int | None, generous: int | None, words: str
) -> None:
    assert short_slip(strict, generous) == words


def test_a_figure_has_its_sign() -> None:
    assert [signed_days(days) for days in (1_300, 0, -1)] == ["+1,300", "0", "\N{MINUS SIGN}1"]


def test_a_sentence_begins_with_a_capital() -> None:
    assert (upper_first("said"), upper_first("")) == ("Said", "")
