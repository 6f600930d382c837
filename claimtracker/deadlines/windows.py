"""A stretch of days with a strict and a generous end, and the circumstances it is read in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from .items import kinds
from .policy import DEFAULT_POLICY, Policy
from .reading import Alternative, Event, Precision, Term


@dataclass(slots=True, eq=False)
class Said:
    """The day on which words were said and all that their reading may lean on; never changed.

    It keeps the newest periods that were dated: a text names the same ones again and again, and
    each is asked for more than once to tell whether it lies ahead.
    """

    stated_on: date
    policy: Policy = DEFAULT_POLICY
    events: Sequence[Event] = ()
    claimant: Term | None = None
    of_the_past: bool = False  # "an attempt in February": look back for bare months and days
    quarter: date | None = None  # the first day of the quarter that a text tells of
    met_on: date | None = None  # when what they depend on came about: lengths count from it
    _back: "Said | None" = field(default=None, init=False, repr=False)
    _dated: "dict[int, tuple[Period, Window]]" = field(default_factory=dict, init=False, repr=False)
    """By the identity of the period, which holding it keeps from reuse."""

    def looking_back(self) -> "Said":
        """Return the same, told of the past."""
        if self._back is None:
            known = self.stated_on, self.policy, self.events, self.claimant
            self._back = Said(*known, True, self.quarter, self.met_on)
        return self._back

    def days(self, period: "Period") -> "Window":
        """Return the days of a period, or raise NotDated."""
        kept = self._dated.get(id(period))
        if kept is None:
            if len(self._dated) >= _MOST_KEPT:
                self._dated.clear()
            kept = self._dated[id(period)] = period, period.on(self)
        return kept[1]


_MOST_KEPT = 1000


class Window(NamedTuple):
    """The days a period covers: to `due` on the strict reading, to `latest` on the other."""

    first: date
    due: date
    latest: date
    precision: Precision
    rule: str
    why: str
    late_first: date | None = None  # the generous beginning, where it differs
    soft: bool = False  # "by" it means before it begins
    pinned: bool = False  # names a year or hangs on an event: may lie in the past
    is_either: bool = False  # "A or B": its two ends are those of two periods
    is_end: bool = False  # the end of something: "before" it is by it
    alternatives: tuple[Alternative, ...] = ()

    def pinned_down(self, why: str, rule: str = "") -> "Window":
        """Return this window as one that its words fix, wherever it lies."""
        return Window(
            *self[:4], rule or self.rule, why, self.late_first, self.soft, True, *self[9:]
        )

    def as_alternative(self, reason: str) -> Alternative:
        """Return this window as another reading."""
        return Alternative(self.first, self.due, self.latest, reason)

    def with_alternative(self, other: "Window", reason: str) -> "Window":
        """Return this window with another one beside it."""
        return self._replace(alternatives=(*self.alternatives, other.as_alternative(reason)))


class Period(Protocol):
    """Words that name a stretch of days; `keys` are the kinds by which patterns know it."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What the words can stand for in a pattern."""

    def on(self, said: Said) -> Window:
        """Return the days meant, or raise NotDated."""


PERIOD = kinds("PERIOD")


def span(
    first: date, last: date, precision: Precision, rule: str, why: str, *, pinned: bool = False
) -> Window:
    """Return an exact window: both readings end on the same day."""
    return Window(first, last, last, precision, rule, why, pinned=pinned)
