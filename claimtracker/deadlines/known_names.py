"""The dictionary of a language together with the names of the events that a person knows."""

from collections.abc import Sequence

from .anchors import EventNamed
from .lexicon import Lexicon, lexicon, with_names
from .reading import Event
from .tokens import spelled

_KEPT = 8
_dictionaries: dict[tuple[object, ...], tuple[tuple[Event, ...], Lexicon]] = {}
"""By the language and the events themselves; holding the events keeps their ids from reuse."""


def lexicon_for(code: str, events: Sequence[Event]) -> Lexicon:
    """Return the dictionary; names and aliases of the events go before any other phrase."""
    if not events:
        return lexicon(code)
    key = (code, *map(id, events))
    kept = _dictionaries.get(key)
    if kept is None:
        if len(_dictionaries) >= _KEPT:
            _dictionaries.clear()
        kept = _dictionaries[key] = (tuple(events), _made(code, events))
    return kept[1]


def _made(code: str, events: Sequence[Event]) -> Lexicon:
    names = [
        (spelled(name), EventNamed(name.casefold().strip()))
        for event in events
        for name in (event.name, *event.aliases)
    ]
    return with_names(lexicon(code), names)
