"""What would count as kept is written down beforehand: what is said of it where it was not."""

from collections.abc import Callable
from datetime import date

from claimtracker.claims.rows import CriteriaChange


def criteria_words(change: CriteriaChange, shown: Callable[[date], str]) -> str:
    """Say when, by whom, and what stood there before; `shown` writes a day."""
    if not change.before.strip():
        did = "First written down"
    else:
        did = "Changed" if change.after.strip() else "Taken away"
    end = "the strict end" if change.is_strict_only else "the deadline"
    day = shown(change.at.astimezone().date())
    told = f"{did} on {day} by {change.by}, after {end} ({shown(change.passed_on)})."
    return f"{told} Before: “{change.before.strip()}”" if change.before.strip() else told
