"""The events that deadlines may hang on: a person's own, and those that come with the program."""

from sqlmodel import Session, col, select

from claimtracker.claims.events import EventRow, same_name
from claimtracker.claims.shipped_events import shipped_events
from claimtracker.claims.stored_row import stored_text
from claimtracker.deadlines import Event
from claimtracker.storage import tables


def own_events(session: Session) -> list[EventRow]:
    """Return the events of this database, in the order in which they were entered."""
    found = session.exec(select(tables.Event).order_by(col(tables.Event.id)))
    return [EventRow(row.id or 0, _event(row)) for row in found]


def all_events(session: Session) -> list[EventRow]:
    """Return the person's own events by name, then the shipped ones."""
    own = own_events(session)
    taken = {same_name(row.event.name) for row in own}
    shipped = [
        EventRow(-number, event, is_overridden=same_name(event.name) in taken)
        for number, event in enumerate(shipped_events(), start=1)
    ]
    return sorted((*own, *shipped), key=lambda row: (row.is_shipped, same_name(row.event.name)))


def _event(row: tables.Event) -> Event:
    aliases = stored_text(row.aliases).splitlines()
    return Event(stored_text(row.name), row.starts_on, row.ends_on, tuple(aliases))
