"""How far a deadline slipped along its chain of moves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claimtracker.claims.state import Window


class Slip(NamedTuple):
    """Days from one deadline to another, negative where it was brought forward.

    None where one of the two ends has no day: then it is no number.
    """

    strict: int | None
    generous: int | None


@dataclass(frozen=True)
class ChainFigure:
    """A whole chain in one figure: how often it moved, and how far from first to last.

    `slip_days` counts the generous end, from the first to the last step that has one; where the
    last step `is_dated` no more, the deadline was given up. `is_circle` tells of moves that a
    damaged database lets go round.
    """

    moves: int
    slip_days: int | None
    is_dated: bool = True
    is_circle: bool = False


def slip(was: Window, now: Window) -> Slip:
    """The days from one window to a later one, at both ends."""
    return Slip(days_between(was.due_on, now.due_on), days_between(was.latest_on, now.latest_on))


def total_slips(windows: Sequence[Window]) -> Iterator[Slip]:
    """For each step the days since the first step that has such an end; None for that one."""
    due = next((window.due_on for window in windows if window.due_on), None)
    latest = next((window.latest_on for window in windows if window.latest_on), None)
    is_due_met = is_latest_met = False
    for window in windows:
        yield Slip(
            days_between(due, window.due_on) if is_due_met else None,
            days_between(latest, window.latest_on) if is_latest_met else None,
        )
        is_due_met = is_due_met or window.due_on is not None
        is_latest_met = is_latest_met or window.latest_on is not None


def chain_figure(windows: Sequence[Window], *, is_circle: bool = False) -> ChainFigure:
    """The one figure of a chain of these windows, oldest first."""
    latest = [window.latest_on for window in windows if window.latest_on]
    total = days_between(latest[0], latest[-1]) if len(latest) > 1 else None
    moves = len(windows) if is_circle else len(windows) - 1
    return ChainFigure(moves, None if is_circle else total, windows[-1].is_dated, is_circle)


def days_between(was: date | None, now: date | None) -> int | None:
    """The days from one day to another; None where one is not known."""
    return None if was is None or now is None else (now - was).days
