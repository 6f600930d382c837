"""How late it was kept, on either reading; what is impossible is told from what is odd."""

from datetime import date

import pytest

from claimtracker.claims.lateness import (
    Lateness,
    doubt_about_day,
    lateness,
    why_no_kept_late,
)
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import Verdict

SAID = date(2025, 4, 18)
WINDOW = Window(SAID, date(2025, 4, 20), date(2025, 4, 25))
EXACT = Window(SAID, date(2025, 4, 25), date(2025, 4, 25))
NO_DAY = Window()


@pytest.mark.parametrize(
    ("day", "window", "strict", "generous", "words"),
    [
        (30, WINDOW, 10, 5, "5 days late, 10 days on the strict reading"),
        (26, WINDOW, 6, 1, "1 day late, 6 days on the strict reading"),
        (26, EXACT, 1, 1, "1 day late"),
        (25, WINDOW, 5, 0, "5 days late, on the strict reading only"),
        (20, WINDOW, 0, -5, ""),
        (25, EXACT, 0, 0, ""),
        (30, NO_DAY, None, None, ""),
    ],
)
def test_days_are_counted_from_both_ends(
    day: int, window: Window, strict: int | None, generous: int | None, words: str
) -> None:
    late = lateness(date(2025, 4, day), window)
    assert (late.strict, late.generous) == (strict, generous)
    assert late.words == words


def test_an_end_that_is_not_known_counts_nothing() -> None:
    late = lateness(date(2025, 4, 30), Window(latest_on=date(2025, 4, 25)))
    assert late == Lateness(strict=None, generous=5)
    assert late.words == "5 days late"
    assert lateness(None, WINDOW) == Lateness()
    assert not lateness(None, WINDOW).is_late


def test_kept_late_needs_a_day_after_the_deadline() -> None:
    assert "Enter the day" in why_no_kept_late(Verdict.KEPT_LATE, None, WINDOW)
    for day in (1, 20):
        why_not = why_no_kept_late(Verdict.KEPT_LATE, date(2025, 4, day), WINDOW)
        assert "not after the deadline" in why_not
    assert why_no_kept_late(Verdict.KEPT_LATE, date(2025, 4, 21), WINDOW) == ""
    assert why_no_kept_late(Verdict.KEPT_LATE, date(2025, 4, 1), NO_DAY) == ""


def test_no_other_verdict_needs_a_day() -> None:
    others = set(Verdict) - {Verdict.KEPT_LATE}
    assert {why_no_kept_late(verdict, None, WINDOW) for verdict in others} == {""}


@pytest.mark.parametrize(
    ("verdict", "day", "doubt"),
    [
        (Verdict.KEPT, 17, "That is before the day on which it was promised."),
        (Verdict.PARTLY_KEPT, 17, "That is before the day on which it was promised."),
        (Verdict.KEPT, 18, ""),
        (Verdict.KEPT, 25, ""),
        (Verdict.KEPT, 26, "after the deadline: 1 day late, 6 days on the strict reading."),
        (Verdict.PARTLY_KEPT, 30, ""),
        (Verdict.KEPT_LATE, 25, "in time: 5 days late, on the strict reading only."),
        (Verdict.KEPT_LATE, 26, ""),
    ],
)
def test_a_day_that_is_odd_is_doubted_and_may_stand(verdict: Verdict, day: int, doubt: str) -> None:
    found = doubt_about_day(verdict, date(2025, 4, day), WINDOW, SAID)
    assert found.endswith(doubt)
    assert bool(found) == bool(doubt)


def test_without_a_day_nothing_is_doubted() -> None:
    assert doubt_about_day(Verdict.KEPT, None, WINDOW, SAID) == ""
    assert doubt_about_day(Verdict.KEPT, SAID, NO_DAY, None) == ""
