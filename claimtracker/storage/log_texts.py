"""Fields of many rows as text: as the log keeps them, and as the chain covers them.

A value is told alike in both; they differ in the order of the names and in the blanks between.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from json.encoder import encode_basestring_ascii
from typing import Any, NamedTuple

Fields = dict[str, Any]


class Texts(NamedTuple):
    """The texts of some rows, in their order; of one that is not there, NULL and null."""

    kept: list[str | None]
    covered: list[str]


def texts_of(rows: Sequence[Fields | None]) -> Texts:
    """Tell the fields of rows; those that share their fields are told once."""
    kept: dict[int, str | None] = {id(None): None}
    covered = {id(None): "null"}
    for names, alike in _by_names(rows).items():
        keys = [id(fields) for fields in alike]
        told = {name: _column([fields[name] for fields in alike]) for name in names}
        kept.update(zip(keys, _joined(told, len(keys), ", ", ": "), strict=True))
        ordered = {name: told[name] for name in sorted(told)}
        covered.update(zip(keys, _joined(ordered, len(keys), ",", ":"), strict=True))
    return Texts([kept[id(fields)] for fields in rows], [covered[id(fields)] for fields in rows])


def _by_names(rows: Iterable[Fields | None]) -> dict[tuple[str, ...], list[Fields]]:
    """Each of the rows' fields once, with the others that have the same names."""
    groups: dict[tuple[str, ...], list[Fields]] = defaultdict(list)
    for fields in {id(fields): fields for fields in rows}.values():
        if fields is not None:
            groups[tuple(fields)].append(fields)
    return groups


def _column(values: Sequence[object]) -> str | list[str]:
    """The texts of a column; a single one where all its values are the same."""
    first = values[0]
    if len(set(map(type, values))) > 1:
        return [_text(value) for value in values]
    if values.count(first) == len(values) and type(first) is not float:  # 0.0 is -0.0, too
        return _text(first)
    return list(map(_TEXT.get(type(first), _text), values))


def _joined(
    columns: dict[str, str | list[str]], count: int, between: str, after_name: str
) -> Iterable[str]:
    """The texts of so many rows; what is the same in all of them is put together once."""
    parts = [
        f"{_text(name)}{after_name}{column}".replace("%", "%%")
        if isinstance(column, str)
        else f"{_text(name)}{after_name}".replace("%", "%%") + "%s"
        for name, column in columns.items()
    ]
    row = f"{{{between.join(parts)}}}"
    differing = [column for column in columns.values() if not isinstance(column, str)]
    if not differing:
        return [row % ()] * count
    return [row % values for values in zip(*differing, strict=True)]


def _text(value: object) -> str:
    """Tell a text, a number or nothing; what holds several values would be told in two ways."""
    if (tell := _TEXT.get(type(value))) is not None:
        return tell(value)
    if isinstance(value, str | int | float):  # a word of a vocabulary, or true and false
        return json.dumps(value)
    raise TypeError(f"a column of {type(value).__name__} is not logged")


_TEXT: dict[type, Callable[[Any], str]] = {
    str: encode_basestring_ascii,
    int: int.__repr__,
    type(None): lambda _nothing: "null",
}
