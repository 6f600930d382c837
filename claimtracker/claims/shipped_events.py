"""The dated events that come with the program, such as "the midterms"; a person's own win."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from claimtracker.deadlines import Event
from claimtracker.resource_files import resource

_NAMED_KEPT = 64
_SHORT, _WORDINGS_KEPT = 200, 500  # code points of a wording that is kept, and how many of them


def events_from(text: str) -> tuple[Event, ...]:
    """Return the events of a TOML text; raise ValueError or TypeError where it holds others."""
    return tuple(_event(**entry) for entry in tomllib.loads(text)["event"])


@cache
def shipped_events() -> tuple[Event, ...]:
    """Return the events of resources/events.toml, in its order."""
    return events_from(resource("events.toml").read_text(encoding="utf-8"))


def shipped_events_in(
    wording: str, stated_on: date, own: Sequence[Event] = ()
) -> tuple[Event, ...]:
    """Return the shipped events that the words name in full, under the names that they use.

    Nothing else is handed to the reading: "the summit" must never turn into one from here that
    only shares that word. A name that several bear ("the midterms") is that of the next one not
    over on the day said; a name that an event in `own` bears is that one's alone.
    """
    found = _names_kept(wording) if len(wording) <= _SHORT else _names_in(wording)
    if not found:
        return ()
    taken = {name.strip().casefold() for event in own for name in _names(event)}
    meant: dict[Event, list[str]] = {}
    for name in sorted(found - taken):
        event = _meant(_bearers()[name], stated_on)
        if event is not None and event.name.casefold() not in taken:
            meant.setdefault(event, []).append(name)
    return tuple(_named(event, tuple(names)) for event, names in meant.items())


def _names_in(wording: str) -> frozenset[str]:
    return frozenset(map(str.casefold, _any_name().findall(" ".join(wording.split()))))


# A promise is worded as others are, "by the end of the year".
_names_kept = lru_cache(_WORDINGS_KEPT)(_names_in)


@lru_cache(_NAMED_KEPT)
def _named(event: Event, names: tuple[str, ...]) -> Event:
    """Return the same object for the same names: a dictionary is kept for the events in use."""
    return replace(event, aliases=names)


def _meant(bearers: Sequence[Event], stated_on: date) -> Event | None:
    if len(bearers) == 1:
        return bearers[0]
    to_come = [event for event in bearers if (event.last_on or date.min) >= stated_on]
    return min(to_come, key=lambda event: event.starts_on or date.max, default=None)


@cache
def _bearers() -> dict[str, list[Event]]:
    """The events by each of their names, in lower case."""
    bearers: dict[str, list[Event]] = {}
    for event in shipped_events():
        for name in _names(event):
            bearers.setdefault(name.casefold(), []).append(event)
    return bearers


def _event(
    *, name: str, starts_on: date, ends_on: date | None = None, aliases: Sequence[str] = ()
) -> Event:
    names = (name, *aliases)
    if not all(isinstance(text, str) and text.strip() == text != "" for text in names):
        raise ValueError(f"an event has an empty name: {names}")
    if starts_on > (ends_on or starts_on):
        raise ValueError(f"{name} ends before it begins")
    return Event(name, starts_on, ends_on, tuple(aliases))


def _names(event: Event) -> tuple[str, ...]:
    return (event.name, *event.aliases)


@cache
def _any_name() -> re.Pattern[str]:
    """Match the longest name first: "2026 midterms" is another name than "midterms"."""
    longest_first = sorted(map(re.escape, _bearers()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)
