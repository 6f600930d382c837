"""The columns of a report, in the order of product.md, and a claim's cells under them."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from claimtracker.claims.rows import ReportRow
from claimtracker.reports.items import (
    evidence_item,
    join_items,
    join_words,
    occurrence_item,
)

COLUMNS = tuple(field.name for field in fields(ReportRow))

Value = str | int | list[str] | None


def values(row: ReportRow) -> dict[str, Value]:
    """The row by column: lists as lists, numbers as numbers, nothing as None, the rest as text."""
    found = {name: _plain(getattr(row, name)) for name in COLUMNS}
    found["evidence"] = [evidence_item(item) for item in row.evidence]
    found["occurrences"] = [occurrence_item(item, row.quote) for item in row.occurrences]
    found["tags"] = list(row.tags)
    return found


def cells(row: ReportRow) -> list[str | int]:
    """The row as a table has it: lists joined, nothing as the empty text."""
    found = values(row) | {"tags": join_words(row.tags)}
    return [_cell(found[name]) for name in COLUMNS]


def _plain(value: Any) -> Any:  # noqa: ANN401 - a report row holds many types
    for kind, as_text in _AS_TEXT.items():
        if isinstance(value, kind):
            return as_text(value)
    return value


_AS_TEXT: dict[type, Callable[[Any], str]] = {
    datetime: lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    date: lambda day: day.isoformat(),
    str: lambda text: str.__str__(text),
}


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    return join_items(value) if isinstance(value, list) else value
