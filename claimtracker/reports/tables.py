"""Tables read in: rows of a CSV or JSON file, with the line each one stands on."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.reports.columns import COLUMNS
from claimtracker.reports.csv_report import unguarded
from claimtracker.reports.items import join_items, join_words

LARGEST_CELL = 16_000_000
_LISTS = frozenset({"evidence", "occurrences"})


@dataclass(frozen=True)
class TableRow:
    """One row by column; a column that the file lacks is not among the cells."""

    line: int
    cells: Mapping[str, str]
    is_torn: bool = False  # there is more in it than the header has columns


def read_table(path: Path, renamed: Mapping[str, str] | None = None) -> Iterator[TableRow]:
    """Yield the rows of a .csv or .json file; `renamed` gives the field of a foreign column.

    Raises ClaimTrackerError for another kind of file, one that is not UTF-8 text, a table
    without a column `summary`, and a column renamed to a field that does not exist.
    """
    unknown = sorted(set((renamed or {}).values()) - set(COLUMNS))
    if unknown:
        raise ClaimTrackerError(f"“{unknown[0]}” is no field; the fields are {', '.join(COLUMNS)}.")
    readers = {".csv": _csv_rows, ".json": _json_rows}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ClaimTrackerError(f"{path.name} is neither a .csv nor a .json file.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from reader(file, path, dict(renamed or {}))
    except UnicodeDecodeError as error:
        raise ClaimTrackerError(f"{path.name} is not text in UTF-8.") from error
    except OSError as error:
        raise ClaimTrackerError(f"{path} cannot be read: {error.strerror}.") from error
    except csv.Error as error:
        raise ClaimTrackerError(f"{path.name} is not a readable table: {error}.") from error


def _csv_rows(file: TextIO, path: Path, renamed: dict[str, str]) -> Iterator[TableRow]:
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(file, strict=True)
    header = [renamed.get(name.strip(), name.strip()) for name in next(reader, [])]
    _check_header(header, path)
    line = reader.line_num + 1
    for found in reader:
        if any(found):  # a spreadsheet may end in rows of nothing
            cells = dict(zip(header, map(unguarded, found), strict=False))
            known = {name: cells[name] for name in COLUMNS if name in cells}
            yield TableRow(line, known, is_torn=any(found[len(header) :]))
        line = reader.line_num + 1


def _json_rows(file: TextIO, path: Path, renamed: dict[str, str]) -> Iterator[TableRow]:
    try:
        found = json.load(file)
    except UnicodeDecodeError:
        raise
    except (ValueError, RecursionError) as error:  # ValueError: also a number of 5,000 digits
        raise ClaimTrackerError(f"{path.name} is not readable JSON.") from error
    if not isinstance(found, list) or not all(isinstance(claim, dict) for claim in found):
        raise ClaimTrackerError(f"{path.name} holds no list of claims.")
    for number, claim in enumerate(found, start=1):
        named = {renamed.get(name, name): value for name, value in claim.items()}
        yield TableRow(
            number,
            {name: _text(name, named[name]) for name in COLUMNS if name in named},
        )


def _check_header(header: list[str], path: Path) -> None:
    if "summary" not in header:
        raise ClaimTrackerError(f"{path.name} has no column “summary”; its columns are {header}.")


def _text(name: str, value: object) -> str:
    if isinstance(value, list):
        words = tuple(str(item) for item in value)
        return join_items(list(words)) if name in _LISTS else join_words(words)
    return "" if value is None else str(value)
