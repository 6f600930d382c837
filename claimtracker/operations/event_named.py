"""Which event the words of a deadline hang on, known already or not."""

from dataclasses import dataclass
from datetime import date

from claimtracker.claims.events import names_of
from claimtracker.deadlines import Event, Term
from claimtracker.operations.read_deadline import Reader
from claimtracker.operations.what_hangs_on import hangs_on

_NOT_DATED = "event not dated: "


@dataclass(frozen=True)
class EventAtStake:
    """An event that words hang on: its name, and its day where it has one."""

    name: str
    starts_on: date | None


def event_named(
    known: Reader, wording: str, stated_on: date, term: Term | None = None
) -> EventAtStake | None:
    """Return the event that decides the days of these words; None where none does.

    One without a day is taken only where a day would help: what the reading misses may be words
    that name no event.
    """
    rule = known.read(wording, stated_on, term).rule
    if rule.startswith(_NOT_DATED):
        name = rule.removeprefix(_NOT_DATED)
        dated = known.with_events([_dated(known, name, stated_on)])
        is_event = dated.read(wording, stated_on, term).is_dated
        return EventAtStake(name, None) if is_event else None
    for event in known.own_events:
        if hangs_on(known, event, wording, stated_on, term):
            return EventAtStake(event.name, event.starts_on)
    return None


def _dated(known: Reader, name: str, day: date) -> Event:
    """Return the event of this name with a day, under all the names that it has."""
    own = (event for event in known.own_events if event.name == name)
    return Event(name, day, aliases=next((names_of(event)[1:] for event in own), ()))
