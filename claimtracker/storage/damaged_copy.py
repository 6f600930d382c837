"""A copy of a damaged database of which SQLite can be asked; the original is only read."""

import os
import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.storage.database_copy import UNFINISHED, side_files
from claimtracker.storage.patience import IsStopped, never
from claimtracker.storage.salvaged_rows import STOPPED
from claimtracker.storage.wrong_values import columns_of, read_loosely, tables_of

_PIECE = 1 << 16
_HEADER = 100  # bytes: https://www.sqlite.org/fileformat2.html#the_database_header
_PAGES_AT = 28  # where the header says how many pages there are
_FREE_TO = 40  # where that ends which it says of free pages, after the number of pages
_NEEDED = "claim"


@contextmanager
def damaged_copy(
    damaged: Path, folder: Path, donors: Iterable[Path], is_stopped: IsStopped = never
) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a copy in this folder, whose journal was played back there.

    Where its head or its list of tables cannot be read, that of the first donor that fits is taken:
    a sound database of the same layout. Raises Damaged where nothing of ours is found.
    """
    with TemporaryDirectory(dir=folder, prefix=UNFINISHED, ignore_cleanup_errors=True) as made:
        copy = Path(made) / "copy.db"
        for mend in _ways(damaged, donors, is_stopped):
            try:
                mend(copy)
            except (sqlite3.Error, struct.error):
                continue  # a donor that is not whole either
            except OSError as error:
                raise ClaimTrackerError(f"{damaged} cannot be copied: {error}.") from error
            with closing(_asked(copy)) as opened:
                if _has_tables(opened):
                    yield opened
                    return
    raise Damaged(nothing_in(damaged))


def nothing_in(damaged: Path) -> str:
    """Say that there is nothing to be salvaged."""
    return f"Nothing of a ClaimTracker database can be read in {damaged}."


def may_hold_claims(path: Path) -> bool:
    """Whether there is a trace of our tables in a file, whatever else became of it."""
    with suppress(OSError), path.open("rb") as file:
        return b"CREATE TABLE claim" in file.read(_PIECE * 16)
    return False


def _ways(
    damaged: Path, donors: Iterable[Path], is_stopped: IsStopped
) -> Iterator[Callable[[Path], None]]:
    """The ways to a copy that can be asked, the one that changes least first."""

    def by_sqlite(copy: Path) -> None:
        copy.unlink(missing_ok=True)
        address = f"file:{quote(os.fsencode(damaged))}?mode=ro"
        read, written = sqlite3.connect(address, uri=True), sqlite3.connect(copy)
        with closing(read), closing(written):
            read.backup(written)

    def as_it_is(copy: Path) -> None:
        for left in (copy, *side_files(copy)):
            left.unlink(missing_ok=True)
        _copy_bytes(damaged, copy, is_stopped)
        for side, beside in zip(side_files(damaged), side_files(copy), strict=True):
            if os.path.isfile(side):
                _copy_bytes(side, beside, is_stopped)

    def without_journal(copy: Path) -> None:
        _copy_bytes(damaged, copy, is_stopped)
        for beside in side_files(copy):
            beside.unlink(missing_ok=True)

    # First of all, since closing a file drops the locks that this very program holds on it:
    # https://www.sqlite.org/howtocorrupt.html, 2.2.
    yield by_sqlite
    yield as_it_is
    yield without_journal
    for donor in donors:
        yield _Donor(donor, damaged).give_head
        yield _Donor(donor, damaged).give_first_page


class _Donor:
    """A sound database of the same layout, and what can be taken from it."""

    def __init__(self, donor: Path, damaged: Path) -> None:
        self._donor = donor
        self._damaged = damaged

    def give_head(self, copy: Path) -> None:
        """Put the donor's header before the pages: it says no more than how to read them."""
        with self._donor.open("rb") as file:
            head = file.read(_HEADER)
        self._overwrite(copy, head)

    def give_first_page(self, copy: Path) -> None:
        """Let the list of tables say where the donor has them: where ours were begun, too."""
        stub = copy.with_name("stub.db")
        stub.unlink(missing_ok=True)
        with closing(sqlite3.connect(self._donor)) as opened:
            tables = tables_of(opened)
            listed = dict(opened.execute("SELECT name, rootpage FROM sqlite_master"))
            named = {table: [it.name for it in columns_of(opened, table)] for table in tables}
        with closing(sqlite3.connect(stub)) as made:
            for table, names in named.items():
                columns = ", ".join(f'"{name}"' for name in names)
                made.execute(f'CREATE TABLE "{table}"(id INTEGER PRIMARY KEY, {columns})')
            made.execute("PRAGMA writable_schema = ON")
            for table in tables:
                changed = "UPDATE sqlite_master SET rootpage = ? WHERE name = ?"
                made.execute(changed, (listed[table], table))
            made.commit()
        with stub.open("rb") as file:
            self._overwrite(copy, file.read(_page_size(self._donor)))

    def _overwrite(self, copy: Path, head: bytes) -> None:
        pages = struct.pack(">I", os.path.getsize(self._damaged) // _page_size(self._donor))
        _copy_bytes(self._damaged, copy, never)
        with copy.open("r+b") as file:
            own = file.read(_FREE_TO)[_PAGES_AT:]
            # What the file says itself of its free pages, where the number before that is right;
            # else a list that breaks off: what was deleted is not to be taken for rows.
            free = own[4:] if own[:4] == pages else struct.pack(">II", 0, 1)
            file.seek(0)
            file.write(head[:_PAGES_AT] + pages + free + head[_FREE_TO:])


def _page_size(path: Path) -> int:
    with closing(sqlite3.connect(path)) as opened:
        (size,) = opened.execute("PRAGMA page_size").fetchone()
    return int(size)


def _asked(copy: Path) -> sqlite3.Connection:
    opened = sqlite3.connect(copy, isolation_level=None)
    opened.text_factory = read_loosely
    # So a list of tables that is broken off counts as far as it goes, as does a file that was cut.
    opened.execute("PRAGMA writable_schema = ON")
    return opened


def _has_tables(opened: sqlite3.Connection) -> bool:
    for _ in range(2):  # the first question meets what is wrong with the list, and fails
        with suppress(sqlite3.Error, UnicodeError):
            return bool(columns_of(opened, _NEEDED))
    return False


def _copy_bytes(source: Path, copy: Path, is_stopped: IsStopped) -> None:
    """Copy a file as far as the disk gives it; what it does not give is left zero."""
    with source.open("rb", buffering=0) as read, copy.open("wb") as written:
        size = os.fstat(read.fileno()).st_size
        for place in range(0, size, _PIECE):
            if is_stopped():
                raise ClaimTrackerError(STOPPED)
            with suppress(OSError):
                read.seek(place)
                written.seek(place)
                written.write(read.read(_PIECE))
        written.truncate(size)
