"""Events as the entries of a list, made when they are looked at."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date

from claimtracker.claims.events import EventRow, names_of, same_name
from claimtracker.claims.vocabulary import of_claims
from claimtracker.deadlines import Event
from claimtracker.gui.claim_panel.entries import Entry, LazyEntries, Sign
from claimtracker.gui.dates import span_text

NOT_KNOWN = "not yet known"
SHIPPED, OVERRIDDEN = "comes with the program", "your own counts instead"

Hanging = Mapping[int, "array[int]"]


class EventEntries(LazyEntries):
    """Without counts it shows none: they come later."""

    def __init__(self, rows: Sequence[EventRow], hanging: Hanging, today: date) -> None:
        self._rows = rows
        self._hanging = hanging
        self._today = today

    def __len__(self) -> int:
        return len(self._rows)

    def make(self, row: int) -> Entry:
        """One event over its days and further names."""
        found = self._rows[row]
        ids = self._hanging.get(found.id)
        also = ", ".join(found.event.aliases)
        days = days_words(found.event, self._today)
        return Entry(
            found.event.name,
            f"{days} · also {also}" if also else days,
            mark=of_claims(len(ids)) if ids else "",
            mark_colour="text",
            key=found.id,
            is_faint=found.is_overridden,
            signs=tuple(Sign(words, "muted") for words in [origin_words(found)] if words),
        )

    def row_of(self, key: int) -> int:
        """The row of the event with this id, the first where it is gone."""
        return next((number for number, row in enumerate(self._rows) if row.id == key), 0)


def days_words(event: Event, today: date) -> str:
    """When it is: a day, a span, or that it is not yet known."""
    return span_text(event.starts_on, event.ends_on, today) or NOT_KNOWN


def origin_words(row: EventRow) -> str:
    """Where it comes from, nothing for a person's own."""
    if row.is_overridden:
        return OVERRIDDEN
    return SHIPPED if row.is_shipped else ""


def fits(row: EventRow, words: str) -> bool:
    """Whether one of its names holds what is looked for."""
    wanted = same_name(words)
    return any(wanted in same_name(name) for name in names_of(row.event))
