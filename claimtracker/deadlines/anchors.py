"""Days that hang on something else: an event, a term of office, so long after another day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from .measures import Measure
from .reading import Event, Precision
from .units import NotDated, add_days
from .windows import Named, Period, Said, Window, span

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


@dataclass(frozen=True, slots=True)
class EventNamed(Named):
    """An event by the noun in the wording, in lower case."""

    name: str
    keys: ClassVar[tuple[str, ...]] = ("EVENT", "PERIOD")

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
    """Return the event of this name, else the only one that shares all words of either."""
    words = set(name.split())
    near = []
    for event in said.events:
        called = [text.casefold().strip() for text in (event.name, *event.aliases)]
        if name in called:
            return event
        if any(_shares_all(words, set(text.split())) for text in called):
            near.append(event)
    return near[0] if len(near) == 1 else None


def _shares_all(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


@dataclass(frozen=True, slots=True)
class Tenure(Named):
    """The claimant's whole term of office."""

    keys: ClassVar[tuple[str, ...]] = ("TERM",)

    def on(self, said: Said) -> Window:
        """Return the days from its beginning to its end."""
        last = EventNamed(END).on(said).latest
        term = said.claimant
        first = term.began_on if term and term.began_on else said.stated_on
        why = "The claimant's term of office."
        return span(min(first, last), last, Precision.TERM, "term of office", why, pinned=True)


@dataclass(frozen=True, slots=True)
class Shifted(Named):
    """So long after or before another day: "three days after Easter", "two weeks from now"."""

    measure: Measure
    anchor: Period
    backwards: bool = False
    keys: ClassVar[tuple[str, ...]] = ("SHIFTED", "PERIOD")

    def on(self, said: Said) -> Window:
        """Return the day, or the window where the length is vague."""
        anchor = self.anchor.on(said)
        if self.backwards:
            return self._before(anchor, said)
        due, latest = self.measure.ends_from(anchor.latest, said.policy)
        first = anchor.latest if self.measure.is_vague else due
        why = f"Counted from the day named ({anchor.latest.isoformat()})."
        return replace(
            anchor, first=first, due=due, latest=latest, late_first=None, soft=False,
            precision=self.measure.precision, rule="N units after a date", why=why,
        )  # fmt: skip

    def _before(self, anchor: Window, said: Said) -> Window:
        day = self.measure.backwards_from(anchor.first, said.policy)
        why = f"Counted back from the day named ({anchor.first.isoformat()})."
        return span(day, day, self.measure.precision, "N units before a date", why,
                    pinned=anchor.pinned)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FirstOf(Named):
    """The first days of something: "the first 100 days", "his first 24 hours in office"."""

    measure: Measure
    anchor: Period = EventNamed(BEGINNING)
    keys: ClassVar[tuple[str, ...]] = ("FIRST_OF", "PERIOD")

    def on(self, said: Said) -> Window:
        """Return the days from the first, which is day 1; hours end on the next day."""
        anchor = self._beginning().on(said)
        due, latest = self.measure.ends_from(anchor.first, said.policy)
        why = f"Counted from {anchor.first.isoformat()}, which is the first day."
        if not self.measure.is_hourly and not self.measure.is_vague:
            due = max(anchor.first, add_days(due, -1))
        return replace(
            anchor, due=due, latest=latest, late_first=None, soft=False, why=why,
            precision=self.measure.precision, rule="the first N units",
        )  # fmt: skip

    def _beginning(self) -> Period:
        return EventNamed(BEGINNING) if isinstance(self.anchor, Tenure) else self.anchor
