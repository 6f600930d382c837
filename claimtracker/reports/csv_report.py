"""The CSV report: RFC 4180, UTF-8 with BOM, safe to open in a spreadsheet, readable back."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from claimtracker.claims.rows import ReportRow
from claimtracker.reports.columns import COLUMNS, cells

# A spreadsheet runs a cell that starts so as a formula (OWASP, CSV injection), in Chinese and
# Japanese also with their wide letters. Marks that stand there already get one more, so that import
# takes off exactly the one that export put on.
_STARTS = r"[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]"
_DANGEROUS = re.compile(f"'*{_STARTS}")
_MARKED = re.compile(f"'+{_STARTS}")


def csv_lines(rows: Iterable[ReportRow]) -> Iterator[bytes]:
    """Yield the report piece by piece: the header, then one record a claim."""
    yield b"\xef\xbb\xbf" + _record(COLUMNS)
    for row in rows:
        yield _record([guarded(cell) if isinstance(cell, str) else cell for cell in cells(row)])


def guarded(cell: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def unguarded(cell: str) -> str:
    """Take that apostrophe off again."""
    return cell[1:] if _MARKED.match(cell) else cell


def _record(cells_of_row: Iterable[str | int]) -> bytes:
    record = io.StringIO(newline="")
    csv.writer(record, lineterminator="\r\n").writerow(cells_of_row)
    return record.getvalue().encode("utf-8")
