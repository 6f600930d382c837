"""Bounds on a length of time: "within two weeks", "for a year", "in a few days"."""

from collections.abc import Callable
from typing import NamedTuple

from .anchors import EventNamed
from .bounds import Bound, Outcome
from .items import kinds
from .measures import ONE, Measure
from .running import Running
from .units import WEEKEND, NotDated
from .windows import Period, Said

_LASTING = kinds("FIRM", "BOUNDED", "LASTING")


class Lasting(NamedTuple):
    """A bound and a length of time, counted from the day said or from `anchor`."""

    bound: Bound
    measure: Measure
    anchor: Period | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _LASTING

    def outcome(self, said: Said) -> Outcome:
        """Return the dates."""
        start, pinned = said.stated_on, False
        if self.anchor:
            window = self.anchor.on(said)
            start, pinned = window.latest, window.pinned
        due, latest = self.measure.ends_from(start, said.policy)
        found = Outcome(start, due, latest, self.measure.precision, "", "", pinned)
        found = _MEASURE_BOUNDS[self.bound](self.measure, found)
        if isinstance(self.anchor, EventNamed):  # a day alone does not say what it counts from
            return found._replace(why=f"{found.why} {window.why}")
        return found


def _in_units(measure: Measure, found: Outcome) -> Outcome:
    """Return that very day; a vague length opens on the day said."""
    if measure.is_vague:
        return _within_units(measure, found)
    why = f"That day: {_name(measure)} on from {found.opens}{_rounding(measure)}."
    return found._replace(opens=found.due, rule="in N units", why=why)


def _within_units(measure: Measure, found: Outcome) -> Outcome:
    name = _name(measure)
    if measure.is_vague:
        why = f"“{name.capitalize()}” names no number; the conventions set both ends."
        return found._replace(rule=f"vague: {name}", why=why)
    why = f"Counted from {found.opens}, {name} on{_rounding(measure)}."
    return found._replace(rule="within N units", why=why)


def _after_units(measure: Measure, found: Outcome) -> Outcome:
    why = f"Opens after {_name(measure)}; no last day."
    return found._replace(opens=found.due, due=None, latest=None,
                   rule="not before N units", why=why)  # fmt: skip


def _for_units(measure: Measure, found: Outcome) -> Outcome:
    if measure.is_vague:
        why = "A time to be endured, not one by which something is promised."
        raise NotDated("not a deadline: endured", why)
    why = f"It holds for {_name(measure)}."
    due = found.due if measure.is_range else found.latest
    return found._replace(due=due, rule="holds for N units", why=why)


def _rounding(measure: Measure) -> str:
    return "; parts of a day round up" if measure.rounds_up else ""


def _name(measure: Measure) -> str:
    upper = f" or {measure.upper.spoken}" if measure.upper else ""
    return f"{measure.spoken}{upper}"


_MEASURE_BOUNDS: dict[Bound, Callable[[Measure, Outcome], Outcome]] = {
    Bound.IN: _in_units,
    Bound.WITHIN: _within_units,
    Bound.BY: _within_units,
    Bound.UNTIL: _within_units,
    Bound.BEFORE: _within_units,
    Bound.AFTER: _after_units,
    Bound.FROM: _after_units,
    Bound.NOT_BEFORE: _after_units,
    Bound.FOR: _for_units,
    Bound.ON: _in_units,
}


def within_one_of(running: Running) -> Lasting | None:
    """Return "in the next week": one unit from the day said; a weekend is no length of time."""
    if running.unit is WEEKEND:
        return None
    return Lasting(Bound.WITHIN, Measure(ONE, running.unit))


def in_one_of(running: Running) -> Lasting:
    """Return "this time next week": the day one unit on."""
    return Lasting(Bound.IN, Measure(ONE, running.unit))


def within(measure: Measure) -> Lasting:
    """Return a length of time that stands for itself: "a matter of days", "the next two weeks"."""
    return Lasting(Bound.WITHIN, measure)
