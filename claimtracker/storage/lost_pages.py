"""Leaf pages of tables to which no page leads any more, as the one that did is broken.

They are whole, and SQLite does not come to them. Of which table one is, its rows alone tell: one
that may be of two is left out, and so is what may be of the past.
"""

import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from claimtracker.storage.broken_table import Values
from claimtracker.storage.page_rows import UNREAD, StoredRow, rows_on
from claimtracker.storage.paged_file import PagedFile, paged_file
from claimtracker.storage.patience import IsStopped, never
from claimtracker.storage.table_pages import INTERIOR, LEAF, pages_below, roots_of
from claimtracker.storage.wrong_values import StoredColumn

Tables = Mapping[str, Sequence[StoredColumn]]
Span = tuple[int, int, int]
"""The last and the first number of a row on a page, and where the page is."""

_NONE = 0  # as a kind of page: one that is not looked for


class LostPages:
    """Those of the file that a connection is open on; looked for once a table asks."""

    def __init__(
        self, opened: sqlite3.Connection, tables: Tables, is_stopped: IsStopped = never
    ) -> None:
        """Look for pages of these tables, told by their columns without the key, which is first."""
        self._opened = opened
        self._tables = tables
        self._is_stopped = is_stopped
        self._found: Mapping[str, Sequence[int]] | None = None

    def rows(self, table: str, is_known: Callable[[int], bool]) -> Iterator[tuple[int, Values]]:
        """Give the rows of a table, each with the fields of it that can be read.

        A page that names a known one is of the past, or a copy of another: it is passed over.
        """
        columns = self._tables[table]
        with paged_file(self._opened) as file:
            if self._found is None:
                self._found = self._looked_for(file)
            for number in self._found.get(table, ()):
                if self._is_stopped():
                    return
                rows = rows_on(file.page(number), file.page)
                if not any(is_known(row.number) for row in rows):
                    suiting = (row for row in rows if _has_columns(row, columns))
                    yield from ((row.number, _named(row, columns)) for row in suiting)

    def _looked_for(self, file: PagedFile) -> dict[str, list[int]]:
        """The pages of each table, in the order of its rows."""
        spans: dict[str, list[Span]] = defaultdict(list)
        for number in self._leaves(file):
            rows = rows_on(file.page(number), file.page)
            if table := self._table_of(rows):
                spans[table].append((rows[-1].number, rows[0].number, number))

        def named(page: int) -> list[int]:
            return [row.number for row in rows_on(file.page(page), file.page)]

        return {table: _apart(found, named) for table, found in spans.items()}

    def _leaves(self, file: PagedFile) -> Iterator[int]:
        """Every leaf page of a table that is not free and to which none leads."""
        free = file.free()
        if free is None:  # what was deleted would come back
            return
        kinds = bytearray(file.count + 1)  # a byte a page: there may be a million of them
        for number in range(2, file.count + 1):  # the first holds the list of tables
            if self._is_stopped():
                return
            kinds[number] = _NONE if number in free else file.kind(number)
        self._strike_out_reached(kinds, file)
        for number, kind in enumerate(kinds):
            if self._is_stopped():
                return
            if kind == LEAF:
                yield number

    def _strike_out_reached(self, kinds: bytearray, file: PagedFile) -> None:
        """Take away each page to which the first one of a table leads: SQLite was asked for it."""
        left = list(_struck_out(kinds, roots_of(self._opened).values()))
        while left and not self._is_stopped():
            left += _struck_out(kinds, pages_below(file.page(left.pop())))

    def _table_of(self, rows: Sequence[StoredRow]) -> str | None:
        """The only table of which the rows of a page can be; a few of none do not count."""
        told = []
        for row in rows:
            if names := {name for name, columns in self._tables.items() if _suits(row, columns)}:
                told.append(names)
        is_told = 2 * len(told) > len(rows)
        shared = set.intersection(*told) if is_told else set()
        return shared.pop() if len(shared) == 1 else None


def _struck_out(kinds: bytearray, numbers: Iterable[object]) -> Iterator[int]:
    """Take away these pages; give those that lead further, each but once."""
    for number in numbers:
        if isinstance(number, int) and 0 < number < len(kinds):
            kind, kinds[number] = kinds[number], _NONE
            if kind == INTERIOR:
                yield number


def _apart(spans: Iterable[Span], named: Callable[[int], Iterable[int]]) -> list[int]:
    """The pages that name no row which another one names: of two, one is of the past.

    A page that reaches into others, as by a number that is wrong, is left out without them.
    """
    kept: list[Span] = []
    others: list[int] = []
    for last, first, page in sorted(spans):
        if kept and first <= kept[-1][0]:
            others.append(page)
        else:
            kept.append((last, first, page))
    twice: set[int] = set()
    for number in chain.from_iterable(map(named, others)):
        place = bisect_left(kept, (number,))
        if place < len(kept) and kept[place][1] <= number:
            twice.add(kept[place][2])
    return [page for _, _, page in kept if page not in twice]


def _suits(row: StoredRow, columns: Sequence[StoredColumn]) -> bool:
    """Whether each field that can be read is one that its column takes."""
    return _has_columns(row, columns) and all(
        value is UNREAD or column.takes(value)
        for column, value in zip(columns, row.fields[1:], strict=False)
    )


def _has_columns(row: StoredRow, columns: Sequence[StoredColumn]) -> bool:
    """Whether it has as many fields as the table, but for columns that were added since."""
    count = len(row.fields) - 1
    return (
        count <= len(columns)
        and row.fields[0] is None
        and all(it.may_be_empty or it.is_blank_by_default for it in columns[count:])
    )


def _named(row: StoredRow, columns: Sequence[StoredColumn]) -> Values:
    _, *fields = row.fields
    named = {it.name: None if it.may_be_empty else "" for it in columns[len(fields) :]}
    pairs = zip(columns, fields, strict=False)
    return {**named, **{it.name: value for it, value in pairs if value is not UNREAD}}
