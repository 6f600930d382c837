"""The rows of a damaged database that can be read, copied table by table into a new one."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.salvaged import SalvagedTable
from claimtracker.storage.broken_table import BROKEN, BrokenTable, Values
from claimtracker.storage.lost_pages import LostPages
from claimtracker.storage.patience import IsStopped, never
from claimtracker.storage.table_pages import TablePages
from claimtracker.storage.wrong_values import LOOSE, StoredColumn, columns_of, tables_of

Tell = Callable[[int, int], object]
Mended = tuple[str, int, str]
"""A field that could not be read as it was: table, row, column."""

STOPPED = "The salvage was stopped; nothing was changed."
_ROWS_BETWEEN_LOOKS = 1_000


@dataclass
class Copied:
    """What was copied, by table, and the fields that are not as they were."""

    tables: dict[str, SalvagedTable] = field(default_factory=dict)
    mended: list[Mended] = field(default_factory=list)


def copy_rows(
    opened: sqlite3.Connection,
    written: sqlite3.Connection,
    most: int,
    tell: Tell,
    is_stopped: IsStopped = never,
) -> Copied:
    """Copy every row that can be read, in one transaction; no table has more than `most`.

    Parents come first, as the new database has its tables. Raises ClaimTrackerError once stopped.
    """
    copied, names, given = Copied(), tables_of(written), _numbers_given(opened, most)
    pages = TablePages(opened, is_stopped)
    lost = LostPages(opened, {name: columns_of(written, name) for name in names}, is_stopped)
    written.execute("BEGIN")
    for done, table in enumerate(names):
        tell(done, len(names))
        numbers = partial(pages.numbers, table)
        copy = _TableCopy(opened, written, table, given.get(table, most), numbers, is_stopped)
        copied.tables[table] = replace(copy.run(lost), given=given.get(table, 0))
        copied.mended += copy.mended
        _never_again(written, table, given.get(table, 0))
    written.execute("COMMIT")
    return copied


def _numbers_given(opened: sqlite3.Connection, most: int) -> Mapping[str, int]:
    """The highest number that each table ever gave, where it says and can be believed."""
    found: dict[str, int] = {}
    with suppress(*BROKEN):
        for name, highest in opened.execute("SELECT name, seq FROM sqlite_sequence"):
            if isinstance(highest, int) and isinstance(name, str) and 0 < highest <= most:
                found[name] = highest
    return found


def _never_again(written: sqlite3.Connection, table: str, highest: int) -> None:
    """Let no number be given again, also of rows that are lost: the log names them."""
    asked = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
    if highest and not written.execute(asked, (highest, table)).rowcount:
        written.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, highest))


class _TableCopy:
    """Copies one table, and counts."""

    def __init__(
        self,
        opened: sqlite3.Connection,
        written: sqlite3.Connection,
        table: str,
        most: int,
        numbers: Callable[[], set[int]],
        is_stopped: IsStopped,
    ) -> None:
        self._written = written
        self._columns = columns_of(written, table)
        self._rows = BrokenTable(opened, self._columns, most, numbers, self._fits, is_stopped)
        self._is_stopped = is_stopped
        self._told = SalvagedTable(table)
        self.mended: list[Mended] = []
        names = ", ".join(f'"{column.name}"' for column in self._columns)
        slots = ", ".join("?" for _ in self._columns)
        self._put_in = f'INSERT OR IGNORE INTO "{table}" (id, {names}) VALUES (?, {slots})'

    def run(self, lost: LostPages) -> SalvagedTable:
        """Copy what can be read, at last from pages to which none leads."""
        for number, (row_id, values) in enumerate(self._rows.rows()):
            self._put(row_id, values)
            if number % _ROWS_BETWEEN_LOOKS == 0:
                self._go_on()
        for row_id, values in self._rows.parts():
            self._put_part(row_id, values)
        if self._rows.is_broken:
            for row_id, values in lost.rows(self._told.table, self._rows.is_known):
                self._put_lost(row_id, values)
        self._go_on()
        told = self._told
        told.is_broken = self._rows.is_broken
        told.mended = len(self.mended)
        return told

    def _fits(self, row_id: int, values: Values) -> bool:
        """Whether it is a row of this table; one field may be emptied, odd bytes be marked."""
        wrong = [it for it in self._columns if not it.takes(values[it.name])]
        odd = [it for it in wrong if _is_marked(it, values)]
        emptied = [it for it in wrong if it not in odd]
        is_fit = not emptied or (len(emptied) == 1 and _may_go(emptied[0]))
        if not is_fit:
            self._told.unreadable.add(row_id)
            return False
        self._told.unreadable.discard(row_id)
        values.update(dict.fromkeys((it.name for it in emptied), None))
        self.mended += [(self._told.table, row_id, it.name) for it in wrong]
        return True

    def _put_part(self, row_id: int, values: Values) -> None:
        """Take a row of which some long text lies on a page that cannot be read."""
        missing = [it for it in self._columns if it.name not in values]
        if not missing or not all(it.kind == "VARCHAR" or _may_go(it) for it in missing):
            return
        row = {**values, **{it.name: None if it.may_be_empty else "" for it in missing}}
        if self._fits(row_id, row):
            self.mended += [(self._told.table, row_id, it.name) for it in missing]
            self._put(row_id, row)

    def _put_lost(self, row_id: int, values: Values) -> None:
        if len(values) < len(self._columns):
            if any(values.values()):
                self._put_part(row_id, values)
        elif self._fits(row_id, values):
            self._put(row_id, values)

    def _put(self, row_id: int, values: Values) -> None:
        told = [values[column.name] for column in self._columns]
        if self._written.execute(self._put_in, (row_id, *told)).rowcount:
            self._told.read += 1
        else:
            self._told.contradicting.add(row_id)  # another row has what only one can have

    def _go_on(self) -> None:
        if self._is_stopped():
            raise ClaimTrackerError(STOPPED)


def _may_go(column: StoredColumn) -> bool:
    """Whether the row is of use without this field. What the log tells of a row is not."""
    return column.may_be_empty and column.kind != "JSON"


def _is_marked(column: StoredColumn, values: Values) -> bool:
    """Put the sign for what cannot be read in the place of odd bytes, if that makes it a text."""
    value = values[column.name]
    if column.kind != "VARCHAR" or not isinstance(value, str):
        return False
    marked = value.encode("utf-8", LOOSE).decode("utf-8", "replace")
    if marked == value or not column.takes(marked):
        return False
    values[column.name] = marked
    return True
