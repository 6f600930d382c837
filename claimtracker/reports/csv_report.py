"""The CSV report: RFC 4180, UTF-8 with BOM, safe to open in a spreadsheet, readable back."""

import csv
import re
from collections.abc import Iterable, Iterator

from claimtracker.claims.rows import ReportRow
from claimtracker.reports.columns import COLUMNS, TEXTS, cells

# A spreadsheet runs a cell that starts so as a formula (OWASP, CSV injection), in Chinese and
# Japanese also with their wide letters. Marks that stand there already get one more, so that import
# takes off exactly the one that export put on.
_STARTS = r"[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]"
_DANGEROUS = re.compile(f"'*{_STARTS}")
_MARKED = re.compile(f"'+{_STARTS}")
_FIRST = frozenset("'=+-@\t\r\0\uff1d\uff0b\uff0d\uff20")


def csv_lines(rows: Iterable[ReportRow]) -> Iterator[bytes]:
    """Yield the report piece by piece: the header, then one record a claim."""
    record = csv.writer(_Encoded(), lineterminator="\r\n").writerow
    yield b"\xef\xbb\xbf" + record(COLUMNS)
    for row in rows:
        yield record(_guarded(cells(row)))


def _guarded(record: list[str | int]) -> list[str | int]:
    for place in TEXTS:
        cell = str(record[place])
        if cell and cell[0] in _FIRST:  # few cells begin so; the rest is not worth a call
            record[place] = guarded(cell)
    return record


def guarded(cell: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def unguarded(cell: str) -> str:
    """Take that apostrophe off again."""
    return cell[1:] if cell[:1] == "'" and _MARKED.match(cell) else cell


class _Encoded:
    """What the csv module writes to: it hands on what `write` returns."""

    @staticmethod
    def write(record: str) -> bytes:
        """Give the record as bytes."""
        return record.encode("utf-8")
