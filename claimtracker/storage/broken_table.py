"""The rows of a table of which some pages cannot be read."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from claimtracker.storage.patience import IsStopped, never
from claimtracker.storage.wrong_values import StoredColumn

BROKEN = (sqlite3.Error, UnicodeError, MemoryError, OverflowError)
"""What is raised where SQLite meets what it did not write."""

Values = dict[str, object]
Fits = Callable[[int, Values], bool]


class BrokenTable:
    """Reads what it can of a table: all through, from the end, and around what is broken.

    A row is given once, in the first reading of it that fits: a page that lies in another's place
    shows rows that are none.
    """

    def __init__(
        self,
        opened: sqlite3.Connection,
        columns: Sequence[StoredColumn],
        most: int,
        numbers: Callable[[], set[int]],
        fits: Fits,
        is_stopped: IsStopped = never,
    ) -> None:
        """Read a table of at most so many rows; `numbers` says which its pages name."""
        self._opened = opened
        self._columns = columns
        self._most = 2 * most + 1_000  # that one walk may give: pages may lie in a ring
        self._read_numbers = numbers
        self._numbers: set[int] = set()
        self._fits = fits
        self._is_stopped = is_stopped
        self._seen: set[int] = set()
        self._misfits: set[int] = set()
        names = ", ".join(f'"{column.name}"' for column in columns)
        self._select = f'SELECT id, {names} FROM "{columns[0].table}" NOT INDEXED'
        self.is_broken = False

    def is_known(self, row_id: int) -> bool:
        """Whether the row was given, or is named by a page of the table that is come to."""
        return row_id in self._seen or row_id in self._numbers

    def rows(self) -> Iterator[tuple[int, Values]]:
        """Give each row that can be read with its id."""
        yield from self._walk("")
        if self.is_broken:
            yield from self._walk("ORDER BY id DESC")
            self._numbers = self._read_numbers()
            for first, last in self._missing():
                yield from self._between(first, last)
        for row_id in sorted(self._misfits):  # by its number another page may be come to
            yield from self._between(row_id, row_id)

    def parts(self) -> Iterator[tuple[int, Values]]:
        """Of each row that cannot be read as a whole give what can be, once `rows` is through."""
        if not self.is_broken:
            return
        for first, last in self._missing():
            for row_id in range(first, last + 1):
                if self._is_stopped():
                    return
                if any((found := self._columns_of(row_id)).values()):
                    yield row_id, found

    def _missing(self) -> list[tuple[int, int]]:
        """The stretches of numbers that stand on its pages, and were not given."""
        return _stretches(self._numbers - self._seen)

    def _walk(self, order: str) -> Iterator[tuple[int, Values]]:
        try:
            for number, row in enumerate(self._opened.execute(f"{self._select} {order}")):
                if number > self._most or self._is_stopped():
                    self.is_broken = True
                    return
                yield from self._taken(row)
        except BROKEN:
            self.is_broken = True

    def _between(self, first: int, last: int) -> Iterator[tuple[int, Values]]:
        """Read by the numbers of the rows; where that breaks off, each half of what is left."""
        left = [(first, last)]
        while left and not self._is_stopped():
            first, last = left.pop()
            reached = first - 1
            try:
                for row in self._opened.execute(*self._asked(first, last)):
                    if not reached < row[0] <= last:
                        raise sqlite3.DatabaseError("rows out of their order")
                    reached = row[0]
                    yield from self._taken(row)
            except BROKEN:
                left += _halves(reached + 1, last) if first < last else []

    def _asked(self, first: int, last: int) -> tuple[str, tuple[int, ...]]:
        """A row that comes before what is broken is not given by `sqlite3`, but by itself it is."""
        if first == last:
            return f"{self._select} WHERE id = ?", (first,)
        return f"{self._select} WHERE id BETWEEN ? AND ? ORDER BY id", (first, last)

    def _taken(self, row: tuple[object, ...]) -> Iterator[tuple[int, Values]]:
        row_id, *values = row
        if not isinstance(row_id, int) or row_id < 1 or row_id in self._seen:
            return
        named = {column.name: value for column, value in zip(self._columns, values, strict=True)}
        if self._fits(row_id, named):
            self._seen.add(row_id)
            yield row_id, named
        else:
            self._misfits.add(row_id)

    def _columns_of(self, row_id: int) -> Values:
        found: Values = {}
        table = self._columns[0].table
        try:
            asked = f'SELECT id FROM "{table}" WHERE id = ?'
            if self._opened.execute(asked, (row_id,)).fetchone() is None:
                return found
        except BROKEN:  # the page that it lies on
            return found
        for column in self._columns:
            try:
                asked = f'SELECT "{column.name}" FROM "{table}" WHERE id = ?'
                for (value,) in self._opened.execute(asked, (row_id,)):
                    found[column.name] = value
            except BROKEN:
                continue
        return found


def _halves(first: int, last: int) -> list[tuple[int, int]]:
    if first >= last:
        return [(first, last)] if first == last else []
    middle = (first + last) // 2
    return [(middle + 1, last), (first, middle)]


def _stretches(numbers: set[int]) -> list[tuple[int, int]]:
    """The first and last of numbers that follow one another."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found
