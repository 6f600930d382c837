"""How late a promise was kept, on the strict and on the generous reading of its deadline."""

from dataclasses import dataclass
from datetime import date

from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import Verdict, of_days


@dataclass(frozen=True)
class Lateness:
    """Days from either end to the day it was kept, negative before it; None for no such end."""

    strict: int | None = None
    generous: int | None = None

    @property
    def is_late(self) -> bool:
        """Whether it was kept after the most generous end."""
        return self.generous is not None and self.generous > 0

    @property
    def is_in_time(self) -> bool:
        """Whether it was kept by the deadline on every reading."""
        known = [days for days in (self.strict, self.generous) if days is not None]
        return bool(known) and max(known) <= 0

    @property
    def words(self) -> str:
        """Say how late: "3 days late, 9 days on the strict reading"; nothing if not late at all."""
        strict, generous = self.strict or 0, self.generous or 0
        if generous > 0:
            told = f"{of_days(generous)} late"
            is_other = self.strict is not None and strict != generous
            return f"{told}, {of_days(strict)} on the strict reading" if is_other else told
        return f"{of_days(strict)} late, on the strict reading only" if strict > 0 else ""


def lateness(kept_on: date | None, window: Window) -> Lateness:
    """Hold the day on which it was kept against both ends of the window."""
    if kept_on is None:
        return Lateness()
    ends = (window.due_on, window.latest_on)
    return Lateness(*(None if end is None else (kept_on - end).days for end in ends))


def why_no_kept_late(verdict: Verdict, kept_on: date | None, window: Window) -> str:
    """Say why a verdict cannot be kept_late with this day; nothing where it can be."""
    if verdict is not Verdict.KEPT_LATE:
        return ""
    if kept_on is None:
        return "Enter the day on which it was kept: the days late are counted to it."
    if lateness(kept_on, window).is_in_time:
        return "That day is not after the deadline: it was kept in time, or on another day."
    return ""


def doubt_about_day(
    verdict: Verdict, kept_on: date | None, window: Window, stated_on: date | None
) -> str:
    """Say what is odd about the day on which it was kept; the person may know better."""
    if kept_on is None:
        return ""
    late = lateness(kept_on, window)
    if stated_on is not None and kept_on < stated_on:
        return "That is before the day on which it was promised."
    if verdict is Verdict.KEPT and late.is_late:
        return f"That is after the deadline: {late.words}."
    if verdict is Verdict.KEPT_LATE and not late.is_late and late.words:
        return f"On the generous reading that is in time: {late.words}."
    return ""
