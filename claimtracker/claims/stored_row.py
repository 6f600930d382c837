"""What leaves the storage room is of the types that it is declared with, whatever the file held.

SQLite keeps anything in any column. Days and moments are read by their type; texts and numbers
come as they lie there, and a window that is given bytes for a text fails far from the cause.
"""

from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_origin

_PLAIN = frozenset({str, int, dict, type(None)})


class StoredRow:
    """A row as it was read; TypeError where a text, number or mapping of it is none."""

    def __post_init__(self) -> None:
        """Look at each value once."""
        single, several = _expected(type(self))  # type: ignore[arg-type]  # mypy takes a class for its objects
        for name, kinds in single:
            if not isinstance(getattr(self, name), kinds):
                raise TypeError(f"{type(self).__name__}.{name} is of another type")
        for name in several:
            if not all(isinstance(each, str) for each in getattr(self, name)):
                raise TypeError(f"{type(self).__name__}.{name} holds what is no text")


@cache
def _expected(row: type[Any]) -> tuple[list[tuple[str, tuple[type, ...]]], list[str]]:
    """The types of the fields that hold plain values, and the fields that hold several texts."""
    declared = fields(row)
    kinds = {field.name: _kinds(field.type) for field in declared}
    single = [(name, found) for name, found in kinds.items() if found and _PLAIN.issuperset(found)]
    texts = (tuple[str, ...],)
    return single, [field.name for field in declared if field.type in texts]


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
