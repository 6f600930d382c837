"""What leaves the storage room is of the types that it is declared with, whatever the file held.

SQLite keeps anything in any column. Days and moments are read by their type; texts and numbers
come as they lie there, and a window that is given bytes for a text fails far from the cause.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_origin

_PLAIN = frozenset({str, int, dict, type(None)})


class StoredRow:
    """A row as it was read; TypeError where a text, number or mapping of it is none."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Look at each value once."""
        look = _look(type(self))  # type: ignore[arg-type]  # mypy takes a class for its objects
        found = tuple(map(type, look.values_of(self)))
        if found not in look.passed:
            _refuse_others(self, look)
            look.passed.add(found)
        for name in look.several:
            if not all(isinstance(each, str) for each in getattr(self, name)):
                raise TypeError(f"{type(self).__name__}.{name} holds what is no text")


@dataclass(frozen=True)
class _Look:
    """How the rows of a class are looked at: `single` fields hold plain values, `several` texts.

    `passed` are the types of the plain values of rows that were found right: rows by the thousand
    come in few combinations, of which each is looked at only once.
    """

    values_of: Callable[[object], tuple[object, ...]]
    single: list[tuple[str, tuple[type, ...]]]
    several: list[str]
    passed: set[tuple[type, ...]] = field(default_factory=set)


@cache
def _look(row: type[Any]) -> _Look:
    declared = fields(row)
    kinds = {each.name: _kinds(each.type) for each in declared}
    single = [(name, found) for name, found in kinds.items() if found and _PLAIN.issuperset(found)]
    texts = [each.name for each in declared if each.type == tuple[str, ...]]
    # With the class in front, twice, it gives several values of a row with few such fields, too.
    names = ("__class__", "__class__", *(name for name, _ in single))
    return _Look(attrgetter(*names), single, texts)


def _refuse_others(row: StoredRow, look: _Look) -> None:
    for name, kinds in look.single:
        if not isinstance(getattr(row, name), kinds):
            raise TypeError(f"{type(row).__name__}.{name} is of another type")


def _kinds(declared: Any) -> tuple[type, ...]:  # noqa: ANN401 - a type as it is written
    if isinstance(declared, type) and get_origin(declared) is None:
        return (declared,)
    if (origin := get_origin(declared)) is dict:
        return (dict,)
    if origin is tuple:
        return ()
    return tuple(kind for part in get_args(declared) for kind in _kinds(part))


def stored_text(value: object) -> str:
    """Return a text as it was stored; TypeError for what is none."""
    if not isinstance(value, str):
        raise TypeError("a stored text is none")
    return value
