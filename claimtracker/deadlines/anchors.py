"""Days that hang on something else: an event, a term of office, so long after another day."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from .calendar_spans import calendar_unit, months_from
from .items import kinds
from .measures import Measure
from .reading import Event, Precision
from .units import QUARTER, YEAR, NotDated, Unit, add_days
from .windows import Period, Said, Window, span

BEGINNING, END = "inauguration", "end of term"


def event_missing(name: str) -> NotDated:
    """Return the reason for an event that nobody has dated."""
    why = f"It counts from an event whose date is not known: {name}. Fill in its date."
    return NotDated(f"event not dated: {name}", why)


def window_of(event: Event) -> Window:
    """Return the days of an event, or raise NotDated where it has none."""
    if event.starts_on is None:
        raise event_missing(event.name)
    last = event.last_on or event.starts_on
    why = f"The days of the event: {event.name}."
    return span(event.starts_on, max(event.starts_on, last), Precision.DAY,
                f"event: {event.name}", why, pinned=True)  # fmt: skip


_EVENT_NAMED = kinds("EVENT", "PERIOD")


class EventNamed(NamedTuple):
    """An event by the noun in the wording, in lower case."""

    name: str
    when: Period | None = None  # "this year's election" says when it is, but not on which day

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _EVENT_NAMED

    def on(self, said: Said) -> Window:
        """Return its days, from the term of office or the table of events."""
        term = said.claimant
        if term and term.began_on and self.name == BEGINNING:
            return _term_day(term.began_on, BEGINNING)
        if term and term.ended_on and self.name == END:
            return _term_day(term.ended_on, END)
        found = matching(self.name, said)
        if found is None:
            raise event_missing(self.name)
        return window_of(found)


def _term_day(day: date, name: str) -> Window:
    why = f"The claimant's term of office: {name}."
    return span(day, day, Precision.DAY, f"event: {name}", why, pinned=True)


def matching(name: str, said: Said) -> Event | None:
    """Return the event of this name, else the only one that shares all words of either.

    Of several that bear the name ("the midterms") it is the next one not over.
    """
    words = set(name.split())
    bearers, near = [], []
    for event in said.events:
        called = [text.casefold().strip() for text in (event.name, *event.aliases)]
        if name in called:
            bearers.append(event)
        elif any(_shares_all(words, set(text.split())) for text in called):
            near.append(event)
    if bearers:
        return _next_not_over(bearers, said.stated_on)
    return near[0] if len(near) == 1 else None


def _next_not_over(events: Sequence[Event], day: date) -> Event | None:
    if len(events) == 1:
        return events[0]
    to_come = [event for event in events if event.last_on and event.last_on >= day]
    return min(to_come, key=lambda event: event.last_on or date.max, default=None)


def _shares_all(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


_TENURE = kinds("TERM")


class Tenure(NamedTuple):
    """The claimant's whole term of office."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _TENURE

    def on(self, said: Said) -> Window:
        """Return the days from its beginning to its end."""
        last = EventNamed(END).on(said).latest
        term = said.claimant
        first = term.began_on if term and term.began_on else said.stated_on
        why = "The claimant's term of office."
        return span(min(first, last), last, Precision.TERM, "term of office", why, pinned=True)


_SHIFTED = kinds("SHIFTED", "PERIOD")


class Shifted(NamedTuple):
    """So long after or before another day: "three days after Easter", "two weeks from now"."""

    measure: Measure
    anchor: Period
    backwards: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _SHIFTED

    def on(self, said: Said) -> Window:
        """Return the day, or the window where the length is vague."""
        anchor = self.anchor.on(said)
        if self.backwards:
            return self._before(anchor, said)
        due, latest = self.measure.ends_from(anchor.latest, said.policy)
        first = anchor.latest if self.measure.is_vague else due
        why = f"Counted from the day named ({anchor.latest.isoformat()})."
        return anchor._replace(
            first=first, due=due, latest=latest, late_first=None, soft=False,
            precision=self.measure.precision, rule="N units after a date", why=why,
        )  # fmt: skip

    def _before(self, anchor: Window, said: Said) -> Window:
        base = anchor.latest if anchor.is_end else anchor.first
        day = self.measure.backwards_from(base, said.policy)
        why = f"Counted back from the day named ({base.isoformat()})."
        return span(day, day, self.measure.precision, "N units before a date", why,
                    pinned=anchor.pinned)  # fmt: skip


_AGO = kinds("BACK")


class Ago(NamedTuple):
    """So long before the day said: "two weeks ago"."""

    measure: Measure

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _AGO

    def on(self, said: Said) -> Window:
        """Return that day, or the whole month or year where the length is counted in them."""
        unit = self.measure.unit
        if said.quarter and unit is YEAR:
            return self._same_quarter(said.quarter, said)
        day = self.measure.backwards_from(said.stated_on, said.policy)
        days = calendar_unit(unit, day, 0, said.policy) if unit.months else None
        why = "So long before the day it was said."
        first, last = days or (day, day)
        return span(first, last, unit.precision, "past: N units ago", why, pinned=True)

    def _same_quarter(self, quarter: date, said: Said) -> Window:
        """Return "a year earlier" where a text compares quarters."""
        day = self.measure.backwards_from(quarter, said.policy)
        first, last = months_from(day.year, day.month, QUARTER.months)
        why = "The same quarter so many years before the one of which the text tells."
        return span(first, last, Precision.QUARTER, "past: N units ago", why, pinned=True)


class YearsAgo(NamedTuple):
    """A quarter or month by its distance: "the year-ago quarter", "the same month last year"."""

    measure: Measure
    period: Period | None = None  # else the quarter of which the text tells, or the last one
    unit: Unit = QUARTER

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _AGO

    def on(self, said: Said) -> Window:
        """Return the same quarter or month so many years before."""
        day = self.measure.backwards_from(self._first(said), said.policy)
        first, last = months_from(day.year, day.month, self.unit.months)
        why = f"The same {self.unit.name} so many years before."
        return span(first, last, self.unit.precision, "past: N units ago", why, pinned=True)

    def _first(self, said: Said) -> date:
        if self.period:
            return self.period.on(said.looking_back()).first
        if said.quarter:
            return said.quarter
        days = calendar_unit(QUARTER, said.stated_on, -1, said.policy)
        return days[0] if days else said.stated_on


_ELAPSED = kinds("BACK")


class Elapsed(NamedTuple):
    """So long up to the day said: "in the last two weeks"."""

    measure: Measure

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _ELAPSED

    def on(self, said: Said) -> Window:
        """Return the days from then to the day said."""
        first = self.measure.backwards_from(said.stated_on, said.policy)
        why = "The time up to the day it was said."
        return span(first, said.stated_on, self.measure.precision, "past: the last N units", why,
                    pinned=True)  # fmt: skip


_SINCE = kinds("BACK")


class Since(NamedTuple):
    """A period from which on something has been so: "since May"."""

    period: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _SINCE

    def on(self, said: Said) -> Window:
        """Return the period itself, the nearest one before."""
        return self.period.on(said.looking_back())._replace(pinned=True)


_FIRST_OF = kinds("FIRST_OF", "PERIOD")


class FirstOf(NamedTuple):
    """The first days of something: "the first 100 days", "his first 24 hours in office"."""

    measure: Measure
    anchor: Period = EventNamed(BEGINNING)

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _FIRST_OF

    def on(self, said: Said) -> Window:
        """Return the days from the first, which is day 1; hours end on the next day."""
        anchor = self._beginning().on(said)
        due, latest = self.measure.ends_from(anchor.first, said.policy)
        why = f"Counted from {anchor.first.isoformat()}, which is the first day."
        counts = said.policy.first_day_counts
        if counts and not self.measure.is_hourly and not self.measure.is_vague:
            due = max(anchor.first, add_days(due, -1))
        if not isinstance(self.anchor, EventNamed | Tenure):  # of the calendar: both ends are sharp
            latest = due
        return anchor._replace(
            due=due, latest=latest, late_first=None, soft=False, why=why,
            precision=self.measure.precision, rule="the first N units",
        )  # fmt: skip

    def _beginning(self) -> Period:
        return EventNamed(BEGINNING) if isinstance(self.anchor, Tenure) else self.anchor
