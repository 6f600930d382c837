"""Events as rows and as drafts: what a person enters of them, and when two names are the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from claimtracker.claims.drafts import Draft, Line
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.deadlines import Event

MOST_ALIASES = 200


@dataclass(frozen=True)
class EventRow:
    """An event that deadlines may hang on; ids below 0 are those that come with the program."""

    id: int
    event: Event
    is_overridden: bool = False  # shipped, and a person's own of the same name counts instead

    @property
    def is_shipped(self) -> bool:
        """Whether it comes with the program."""
        return self.id < 0


def _on_one_line(name: object) -> object:
    """A line break would make two names of one where the names are stored."""
    return " ".join(name.split()) if isinstance(name, str) else name


EventName = Annotated[Line, BeforeValidator(_on_one_line)]


class EventDraft(Draft):
    """An event as entered; without a day it is known, but not yet when."""

    name: EventName
    aliases: Annotated[tuple[EventName, ...], Field(max_length=MOST_ALIASES)] = ()
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def event(self) -> Event:
        """The event that deadlines are read by."""
        return Event(self.name, self.starts_on, self.ends_on, self.aliases)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if not self.name:
            raise ValueError("An event needs a name")
        if not all(self.aliases):
            raise ValueError("A further name is empty")
        for name in (self.name, *self.aliases):
            if is_word_of_time(name):
                raise ValueError(f"“{name}” is a word of every deadline: give the event a name")
        known: set[str] = set()
        for name in (self.name, *self.aliases):
            if same_name(name) in known:
                raise ValueError(f"“{name}” stands twice among its names")
            known.add(same_name(name))
        self._check_days()
        return self

    def _check_days(self) -> None:
        if self.ends_on is None:
            return
        if self.starts_on is None:
            raise ValueError("An event with a last day needs a first day")
        if self.ends_on < self.starts_on:
            raise ValueError("The event must not end before it starts")


def is_word_of_time(name: str) -> bool:
    """Whether deadlines that mean no event hold this name: "week", "the end", "next month"."""
    return all(word in _EVERYDAY for word in same_name(name).split())


_EVERYDAY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "in",
        "on",
        "at",
        "for",
        "to",
        "by",
        "from",
        "within",
        "until",
        "before",
        "after",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "quarter",
        "year",
        "years",
        "time",
        "end",
        "start",
        "beginning",
        "next",
        "this",
        "last",
        "coming",
        "first",
        "second",
        "early",
        "late",
        "mid",
        "today",
        "tomorrow",
    ]
)


def draft_of(event: Event) -> EventDraft:
    """Return an event as a draft."""
    return EventDraft.of(
        name=event.name, aliases=event.aliases, starts_on=event.starts_on, ends_on=event.ends_on
    )


def same_name(name: str) -> str:
    """Return a name as it is compared: case and blanks make no other one."""
    return " ".join(name.split()).casefold()


def names_of(event: Event) -> tuple[str, ...]:
    """Return all names of an event, its first one first."""
    return (event.name, *event.aliases)


def event_words(event: Event) -> str:
    """Return all that is known of an event on one line."""
    days = " – ".join(str(day) for day in (event.starts_on, event.ends_on) if day)
    also = f"also {', '.join(event.aliases)}" if event.aliases else ""
    return " · ".join(part for part in (event.name, days or "not yet known", also) if part)


def check_names(draft: EventDraft, others: Iterable[Event]) -> None:
    """Raise ClaimTrackerError where another event has one of the names already."""
    taken = {same_name(name): other for other in others for name in names_of(other)}
    for name in (draft.name, *draft.aliases):
        if other := taken.get(same_name(name)):
            raise ClaimTrackerError(f"“{name}” is already a name of the event “{other.name}”.")


def merged(kept: Event, gone: Event) -> EventDraft:
    """Return one event of two that are the same: the other's names become further names.

    The days of the first stay; where it has none, those of the other come in.
    """
    known = {same_name(name) for name in names_of(kept)}
    more = tuple(name for name in names_of(gone) if same_name(name) not in known)
    dated = kept if kept.starts_on else gone
    return EventDraft.of(
        name=kept.name,
        aliases=(*kept.aliases, *more),
        starts_on=dated.starts_on,
        ends_on=dated.ends_on,
    )
