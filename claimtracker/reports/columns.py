"""The columns of a report, in the order of product.md, and a claim's cells under them."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any

from claimtracker.claims.rows import ReportRow
from claimtracker.reports.items import (
    evidence_item,
    join_items,
    join_words,
    occurrence_item,
)

COLUMNS = tuple(field.name for field in fields(ReportRow))

_values_of = attrgetter(*COLUMNS)

Value = str | int | list[str] | None


def values(row: ReportRow) -> dict[str, Value]:
    """The row by column: lists as lists, numbers as numbers, nothing as None, the rest as text."""
    found = {name: _plain(value) for name, value in zip(COLUMNS, _values_of(row), strict=True)}
    found["evidence"] = [evidence_item(item) for item in row.evidence]
    found["occurrences"] = [occurrence_item(item, row.quote) for item in row.occurrences]
    found["tags"] = list(row.tags)
    return found


def cells(row: ReportRow) -> list[str | int]:
    """The row as a table has it: lists joined, nothing as the empty text."""
    found = values(row) | {"tags": join_words(row.tags)}
    return [_cell(found[name]) for name in COLUMNS]


def _plain(value: Any) -> Any:  # noqa: ANN401 - a report row holds many types
    return _way_to_tell(type(value))(value)  # type: ignore[arg-type]  # a type is hashable


@cache
def _way_to_tell(found: type) -> Callable[[Any], Any]:
    """How values of this type are told: asked once a type, not once a cell."""
    return next((way for kind, way in _AS_TEXT.items() if issubclass(found, kind)), _as_it_is)


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - as above
    return value


_AS_TEXT: dict[type, Callable[[Any], str]] = {
    datetime: lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    date: date.isoformat,
    str: lambda text: str.__str__(text),
}


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    return join_items(value) if isinstance(value, list) else value
