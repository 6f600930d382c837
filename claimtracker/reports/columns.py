"""The columns of a report, in the order of product.md, and a claim's cells under them."""

from dataclasses import fields
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from claimtracker.claims.rows import ReportRow
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.reports.items import (
    evidence_item,
    join_items,
    join_words,
    occurrence_item,
)

_TYPES = {field.name: field.type for field in fields(ReportRow)}
COLUMNS = tuple(_TYPES)

_values_of = attrgetter(*COLUMNS)


def _places_of(*types: object) -> tuple[int, ...]:
    return tuple(place for place, declared in enumerate(_TYPES.values()) if declared in types)


# A report has every cell of these for each claim; what stands in other columns is told as it is.
_DAYS, _MOMENTS = _places_of(date, date | None), _places_of(datetime, datetime | None)
_NAMED = _places_of(State, Verdict)
_EVIDENCE, _OCCURRENCES, _TAGS = map(COLUMNS.index, ("evidence", "occurrences", "tags"))
TEXTS = (*_places_of(str), _EVIDENCE, _OCCURRENCES, _TAGS)
"""The places of what somebody wrote; in the others stand numbers, days and words of our own."""

Value = str | int | list[str] | None


def values(row: ReportRow) -> dict[str, Value]:
    """The row by column: lists as lists, numbers as numbers, nothing as None, the rest as text."""
    return dict(zip(COLUMNS, _told(row), strict=True))


def cells(row: ReportRow) -> list[str | int]:
    """The row as a table has it: lists joined, nothing as the empty text."""
    found = _told(row)
    found[_EVIDENCE] = join_items(found[_EVIDENCE])
    found[_OCCURRENCES] = join_items(found[_OCCURRENCES])
    found[_TAGS] = join_words(row.tags)
    return ["" if value is None else value for value in found]


def _told(row: ReportRow) -> list[Any]:
    found = list(_values_of(row))
    for place in _DAYS:
        if (day := found[place]) is not None:
            found[place] = day.isoformat()
    for place in _MOMENTS:
        found[place] = moment_text(found[place])
    for place in _NAMED:
        found[place] = found[place].value
    found[_EVIDENCE] = [evidence_item(item) for item in row.evidence]
    found[_OCCURRENCES] = [occurrence_item(item, row.quote) for item in row.occurrences]
    found[_TAGS] = list(row.tags)
    return found


def moment_text(moment: datetime) -> str:
    """A moment in UTC as ISO 8601 has it, to the second."""
    # In two parts, which do not ask the time zone how far it is from UTC.
    return f"{moment.date().isoformat()}T{moment.time().isoformat('seconds')}Z"
