"""Where a deadline stands on each day around its window."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.state import AsOf, Window, days_over, state_on
from claimtracker.claims.vocabulary import FINAL_VERDICTS, State, Verdict

OPENS, DUE, LATEST = date(2025, 4, 1), date(2025, 4, 20), date(2025, 4, 25)
WINDOW = Window(OPENS, DUE, LATEST)
DAYS = st.none() | st.dates()


def _state(today: date, window: Window = WINDOW, lead_days: int = 7) -> State:
    return state_on(AsOf(today, lead_days), window, Verdict.NOT_YET_RATED)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 3, 31), State.UPCOMING),
        (OPENS, State.OPEN),
        (date(2025, 4, 12), State.OPEN),
        (date(2025, 4, 13), State.DUE_SOON),
        (DUE, State.DUE_SOON),
        (date(2025, 4, 21), State.GRACE),
        (LATEST, State.GRACE),
        (date(2025, 4, 26), State.PASSED),
    ],
)
def test_each_boundary_of_the_window_belongs_to_the_state_named(today: date, state: State) -> None:
    assert _state(today) is state


def test_what_is_due_today_has_not_passed() -> None:
    assert _state(DUE, Window(OPENS, DUE, DUE)) is State.DUE_SOON
    assert _state(DUE + timedelta(days=1), Window(OPENS, DUE, DUE)) is State.PASSED


def test_no_lead_time_makes_only_the_last_day_soon() -> None:
    assert _state(DUE - timedelta(days=1), lead_days=0) is State.OPEN
    assert _state(DUE, lead_days=0) is State.DUE_SOON


def test_what_opens_later_is_upcoming_even_within_the_lead_time() -> None:
    window = Window(date(2025, 4, 18), DUE, LATEST)
    assert _state(date(2025, 4, 17), window) is State.UPCOMING


def test_what_only_opens_never_passes() -> None:
    window = Window(opens_on=OPENS)
    assert _state(OPENS - timedelta(days=1), window) is State.UPCOMING
    assert _state(OPENS, window) is State.OPEN
    assert _state(date.max, window) is State.OPEN


def test_a_generous_end_alone_passes_after_it_and_is_never_soon() -> None:
    window = Window(latest_on=LATEST)
    assert _state(LATEST, window) is State.OPEN
    assert _state(LATEST + timedelta(days=1), window) is State.PASSED


def test_without_any_day_it_is_undated() -> None:
    assert _state(date(2025, 4, 1), Window()) is State.UNDATED


@pytest.mark.parametrize("verdict", Verdict)
def test_a_final_verdict_settles_whatever_the_calendar_says(verdict: Verdict) -> None:
    long_after = AsOf(date(2030, 1, 1))
    is_settled = state_on(long_after, WINDOW, verdict) is State.SETTLED
    assert is_settled == (verdict in FINAL_VERDICTS) == verdict.is_final


def test_the_ends_of_the_calendar_overflow_nothing() -> None:
    assert _state(date.min, Window(due_on=date.min), lead_days=365) is State.DUE_SOON
    assert _state(date.max, Window(due_on=date.max), lead_days=365) is State.DUE_SOON


@pytest.mark.parametrize(("days", "over"), [(-3, -3), (0, 0), (1, 1)])
def test_days_over_count_from_the_generous_end(days: int, over: int) -> None:
    assert days_over(LATEST + timedelta(days=days), LATEST) == over


def test_without_a_generous_end_nothing_is_over() -> None:
    assert days_over(date(2025, 4, 1), None) is None


@given(today=st.dates(), days=st.tuples(DAYS, DAYS, DAYS), verdict=st.sampled_from(Verdict))
def test_passed_means_days_over_and_no_final_verdict(
    today: date, days: tuple[date | None, ...], verdict: Verdict
) -> None:
    window = Window(*days)
    over = days_over(today, window.latest_on)
    is_passed = state_on(AsOf(today), window, verdict) is State.PASSED
    assert is_passed == (over is not None and over > 0 and not verdict.is_final)
