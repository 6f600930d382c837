"""Tables read in: rows of a CSV or JSON file, with the line each one stands on."""

import csv
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.claims.without_secrets import plain_name
from claimtracker.reports.columns import COLUMNS
from claimtracker.reports.csv_report import unguarded
from claimtracker.reports.items import join_items, join_words

LARGEST_CELL = 16_000_000
_LISTS = frozenset({"evidence", "occurrences"})
_TORN = "The row has more cells than the table has columns."
_SHOWN_COLUMNS, _SHOWN_LETTERS = 12, 40


@dataclass(frozen=True)
class TableRow:
    """One row by column; a column that the file lacks is not among the cells."""

    line: int
    cells: Mapping[str, str]
    fault: str = ""  # why the row cannot be taken


def read_table(path: Path, renamed: Mapping[str, str] | None = None) -> Iterator[TableRow]:
    """Yield the rows of a .csv or .json file; `renamed` gives the field of a foreign column.

    Raises ClaimTrackerError for another kind of file, one that is not UTF-8 text, a table
    without a column `summary` or with two for one field, and a column renamed that is not there
    or to a field that does not exist.
    """
    unknown = sorted(set((renamed or {}).values()) - set(COLUMNS))
    if unknown:
        raise ClaimTrackerError(f"“{unknown[0]}” is no field; the fields are {', '.join(COLUMNS)}.")
    readers = {".csv": _csv_rows, ".json": _json_rows}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ClaimTrackerError(f"{plain_name(path)} is neither a .csv nor a .json file.")
    try:
        if path.exists() and not path.is_file():  # reading from a pipe would wait for ever
            raise ClaimTrackerError(f"{path} is not a file.")
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from reader(file, path, dict(renamed or {}))
    except UnicodeDecodeError as error:
        raise ClaimTrackerError(f"{path.name} is not text in UTF-8.") from error
    except OSError as error:
        raise ClaimTrackerError(f"{path} cannot be read: {reason(error)}.") from error
    except csv.Error as error:
        raise ClaimTrackerError(f"{path.name} is not a readable table: {error}.") from error


def _csv_rows(file: TextIO, path: Path, renamed: dict[str, str]) -> Iterator[TableRow]:
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(file, strict=True)
    names = [name.strip() for name in next(reader, [])]
    header = [renamed.get(name, name) for name in names]
    _check_map(names, renamed, path)
    _check_header(header, path)
    line = reader.line_num + 1
    for found in reader:
        if any(found):  # a spreadsheet may end in rows of nothing
            cells = dict(zip(header, map(unguarded, found), strict=False))
            known = {name: cells[name] for name in COLUMNS if name in cells}
            yield TableRow(line, known, _TORN if any(found[len(header) :]) else "")
        line = reader.line_num + 1


def _json_rows(file: TextIO, path: Path, renamed: dict[str, str]) -> Iterator[TableRow]:
    try:
        found = json.load(file, object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise
    except (ValueError, RecursionError) as error:  # ValueError: also a number of 5,000 digits
        raise ClaimTrackerError(f"{path.name} is not readable JSON.") from error
    if not isinstance(found, list) or not all(isinstance(claim, dict) for claim in found):
        raise ClaimTrackerError(f"{path.name} holds no list of claims.")
    _check_map({name for claim in found for name in claim}, renamed, path)
    for number, claim in enumerate(found, start=1):
        yield _json_row(number, {renamed.get(name, name): claim[name] for name in claim})


def _json_row(number: int, claim: dict[str, object]) -> TableRow:
    known = {name: claim[name] for name in COLUMNS if name in claim}
    odd = [name for name, value in known.items() if not _is_plain(value)]
    if odd:
        told = f"{odd[0].replace('_', ' ')}: neither text, number nor list of them."
        return TableRow(number, {}, told)
    return TableRow(number, {name: _text(name, value) for name, value in known.items()})


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number of JSON")  # RFC 8259, section 6


def _check_map(names: Collection[str], renamed: Mapping[str, str], path: Path) -> None:
    missing = [name for name in renamed if name not in names]
    if missing:
        raise ClaimTrackerError(f"{path.name} has no column “{missing[0]}”.")


def _check_header(header: list[str], path: Path) -> None:
    if "summary" not in header:
        shown = ", ".join(name[:_SHOWN_LETTERS] for name in header[:_SHOWN_COLUMNS]) or "none"
        told = f"{path.name} has no column “summary”; its columns are: {shown}."
        raise ClaimTrackerError(told)
    twice = [name for name in COLUMNS if header.count(name) > 1]
    if twice:
        raise ClaimTrackerError(f"{path.name} has the column “{twice[0]}” twice.")


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str | int | float) for item in value)
    return value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))


def _text(name: str, value: object) -> str:
    if isinstance(value, list):
        words = tuple(str(item) for item in value)
        return join_items(list(words)) if name in _LISTS else join_words(words)
    return "" if value is None else str(value)
