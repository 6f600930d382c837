"""Every way in which something is written beside an open database: whole, or not at all.

A new one joins by one line. Each is given the open database, and a folder to write into that holds
a copy of it, and what is to be replaced.
"""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from claimtracker import settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing
from claimtracker.claims.state import AsOf
from claimtracker.operations.back_up import back_up_to
from claimtracker.operations.export_report import SUFFIXES, conventions_path, export_report
from claimtracker.operations.restore_backup import restore_backup
from claimtracker.storage.backups import make_backup
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.file_store import FileStore
from tests.faults.old_databases import make as make_old
from tests.faults.troubled import is_clear
from tests.faults.troubles import Trouble

Way = Callable[[Database, Path], object]

_AT = datetime(2025, 5, 1, tzinfo=UTC)
_OLD = "0001"
NAME = "claims.db"


def _export(suffix: str, database: Database, folder: Path) -> None:
    with database.session() as session:
        export_report(session, folder / f"report{suffix}", Listing(AsOf(date(2025, 5, 1))))


def _copy(database: Database, folder: Path) -> None:
    with database.session() as session:
        back_up_to(session, folder / "copy.db", replaces=True)


def _restore(database: Database, folder: Path) -> None:
    restore_backup(folder / NAME, database.path, now=_AT)


def _begin(_database: Database, folder: Path) -> None:
    open_database(folder / "new.db", create=True).close()


def _upgrade(_database: Database, folder: Path) -> None:
    open_database(folder / "old.db").close()


WAYS: dict[str, Way] = {
    **{f"export {suffix}": partial(_export, suffix) for suffix in SUFFIXES},
    "copy": _copy,
    "backup": lambda _database, folder: make_backup(folder / NAME, _AT),
    "restore": _restore,
    "new database": _begin,
    "upgrade": _upgrade,
    "captured bytes": lambda _, folder: FileStore(folder / NAME).keep_bytes(b"page" * 20_000),
    "captured file": lambda _, folder: FileStore(folder / NAME).keep(Path(__file__)),
    "settings": lambda _, folder: settings.save(settings.Settings(), folder / "settings.toml"),
}


def attempt(way: Way, database: Database, folder: Path) -> str | None:
    """Return the sentence of a refusal, None where it was done."""
    try:
        way(database, folder)
    except ClaimTrackerError as error:
        return str(error)
    return None


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that lies there, by its name."""
    found = (it for it in folder.rglob("*") if it.is_file())
    return {str(it.relative_to(folder)): it.read_bytes() for it in found}


def fault(way: Way, database: Database, folder: Path, trouble: Trouble) -> str | None:
    """Write in trouble, then without; say what is wrong, None where nothing is."""
    before = contents(folder)
    with trouble(folder / NAME):
        told = attempt(way, database, folder)
    if told is not None and contents(folder) != before:
        return f"refused, and yet something was written: {told}"
    places = (folder / NAME, database.path)  # either may be what is away
    if told is not None and not any(is_clear(told, it) for it in places):
        return f"unclear: {told}"
    again = attempt(way, database, folder)
    return None if again is None else f"never again: {again}"


def fill(folder: Path, database: Database) -> None:
    """Put there what is there before: a copy, an older database, and files to be replaced."""
    shutil.copy(database.path, folder / NAME)
    shutil.copy(database.path, folder / "copy.db")
    make_old(folder / "old.db", _OLD)
    settings.save(settings.Settings(lead_days=1), folder / "settings.toml")
    for suffix in SUFFIXES:
        (folder / f"report{suffix}").write_bytes(b"an older report\n" * 10_000)
        conventions_path(folder / f"report{suffix}").write_bytes(b"older conventions\n")
