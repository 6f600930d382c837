"""Bounds: what "by", "before", "within", "from" make of a period or a length of time."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .items import kinds
from .reading import Alternative, Precision
from .running import Running
from .units import Unit, add_days, shift
from .windows import Period, Said, Window


class Outcome(NamedTuple):
    """The dates of a bounded period; a bound may leave an end open."""

    opens: date | None
    due: date | None
    latest: date | None
    precision: Precision
    rule: str
    why: str
    pinned: bool = False
    alternatives: tuple[Alternative, ...] = ()


class Bound(StrEnum):
    """How words stand to the period after them; the values are the kinds that patterns name."""

    BY = "BY"
    UNTIL = "UNTIL"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    NOT_BEFORE = "NOT_BEFORE"
    FROM = "FROM"
    IN = "IN"
    ON = "ON"
    WITHIN = "WITHIN"
    FOR = "FOR"


_FIRM = frozenset({Bound.BY, Bound.UNTIL, Bound.BEFORE, Bound.WITHIN})
"""Bounds that speak of a deadline; "on" and "in" may as well say when something else was."""


_FIRMLY, _BOUNDED = kinds("FIRM", "BOUNDED"), kinds("BOUNDED")


class Bounded(NamedTuple):
    """A bound and its period."""

    bound: Bound
    period: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """A firm bound goes before another: "on" may as well say when something else was."""
        return _FIRMLY if self.bound in _FIRM else _BOUNDED

    def outcome(self, said: Said) -> Outcome:
        """Return the dates."""
        return _PERIOD_BOUNDS[self.bound](self.period, said.days(self.period), said)


def plain(period: Period, window: Window, said: Said) -> Outcome:
    """Return a period without a bound, or with "in" or "on": the time of the promise itself."""
    return Outcome(*window[:6], window.pinned, window.alternatives)


def _told(
    window: Window, opens: date | None, due: date | None, latest: date | None, rule: str,
    why: str = "",
) -> Outcome:  # fmt: skip
    return Outcome(
        opens, due, latest, window.precision, rule or window.rule, f"{window.why} {why}".strip(),
        window.pinned, window.alternatives,
    )  # fmt: skip


def _by(period: Period, window: Window, said: Said) -> Outcome:
    rule = window.rule if window.is_either else f"by {_KINDS.get(window.precision, 'a date')}"
    why = _why_by(window, said)
    due = window.due
    if window.soft and said.policy.by_means_before:
        due = add_days(window.first, -1)
        why = "Due the day before it begins, latest on its last day."
    return _told(window, said.stated_on, due, window.latest, rule, why)


_KINDS = {
    Precision.DAY: "a date", Precision.WEEKEND: "a weekend", Precision.WEEK: "a week",
    Precision.MONTH: "a month", Precision.QUARTER: "a quarter", Precision.HALF: "a half",
    Precision.SEASON: "a season", Precision.YEAR: "a year", Precision.DECADE: "a decade",
    Precision.CENTURY: "a century", Precision.TERM: "a term of office",
}  # fmt: skip


def _why_by(window: Window, said: Said) -> str:
    if window.latest < said.stated_on:
        return ""
    if window.due != window.latest:
        return "Open from the day it was said, to both ends of that time."
    return "Open from the day it was said, due on the last day."


def _until(period: Period, window: Window, said: Said) -> Outcome:
    why = _why_by(window, said)
    return _told(window, said.stated_on, window.due, window.latest, "until a date", why)


def _before(period: Period, window: Window, said: Said) -> Outcome:
    """Return the day before the period begins; before its end means by its end."""
    if window.is_end:
        return _told(window, said.stated_on, window.due, window.latest, "before the end", "")
    due = add_days(window.first, -1)
    latest = add_days(window.late_first, -1) if window.late_first else due
    if window.is_either:
        due, latest = min(due, latest), max(due, latest)
        window = window._replace(why="")
        why = "Due the day before the first, latest the day before the second."
        return _told(window, said.stated_on, due, latest, "before A or B", why)
    return _told(window, said.stated_on, due, latest, "before a date", "Due the day before.")


def _after(period: Period, window: Window, said: Said) -> Outcome:
    opens = add_days(window.latest, 1)
    return _told(window, opens, None, None, "after a date", "Opens the day after; no last day.")


def _from(period: Period, window: Window, said: Said) -> Outcome:
    opens = window.due if window.is_end else window.first
    return _told(window, opens, None, None, "from a date", "Opens then; no last day.")


def _within(period: Period, window: Window, said: Said) -> Outcome:
    """Return the running unit as due, one whole unit from the day said as the generous end."""
    if (
        isinstance(period, Running)
        and period.the
        and not period.offset
        and (said.policy.within_adds_a_unit)
    ):
        latest = max(window.latest, shift(said.stated_on, 1, period.unit, said.policy))
        why = "Due at the end of the running one, latest one unit from the day it was said."
        found = window._replace(latest=latest, soft=False)
        return _told(
            found, said.stated_on, window.due, latest, f"within the {period.unit.name}", why
        )
    if isinstance(period, Running) and period.offset == 1:
        return _within_one(period.unit, window, said)
    if window.pinned:
        return _told(window, window.first, window.due, window.latest, "")
    return _told(window, said.stated_on, window.due, window.latest, "")


def _within_one(unit: Unit, window: Window, said: Said) -> Outcome:
    """Return "within the next week": one unit from the day said, as in "in the next week"."""
    last = shift(said.stated_on, 1, unit, said.policy)
    rule, why = "within N units", f"Counted from {said.stated_on}, 1 {unit.name} on."
    return Outcome(said.stated_on, last, last, window.precision, rule, why)


_PERIOD_BOUNDS: dict[Bound, Callable[[Period, Window, Said], Outcome]] = {
    Bound.BY: _by,
    Bound.UNTIL: _until,
    Bound.BEFORE: _before,
    Bound.AFTER: _after,
    Bound.NOT_BEFORE: _from,
    Bound.FROM: _from,
    Bound.IN: plain,
    Bound.ON: plain,
    Bound.WITHIN: _within,
    Bound.FOR: plain,  # "the budget for next year"; what holds is said by other words
}
