"""What is done in a process of its own until it is killed: backups, and plain copies."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from claimtracker.storage.backups import FOLDER, make_backup
from claimtracker.storage.looking_into import files_named_in
from tests.faults.working import DONE, READY

START = datetime(2025, 5, 1, tzinfo=UTC)
_PIECE = 1 << 14

Work = Callable[[Path, int, Connection], None]


def back_up_for_ever(database: Path, first: int, told_to: Connection) -> None:
    """Make one backup after the other, as the program does, and tell of each."""
    told_to.send_bytes(READY.encode())
    for number in count(first):
        make_backup(database, START + timedelta(minutes=number))
        told_to.send_bytes(DONE.encode())


def copy_for_ever(database: Path, first: int, told_to: Connection) -> None:
    """The control: the same without a temporary name, hence half there for a while."""
    (database.parent / FOLDER).mkdir(exist_ok=True)
    told_to.send_bytes(READY.encode())
    for number in count(first):
        copy = database.parent / FOLDER / f"{number}.db"
        with database.open("rb") as read, copy.open("wb") as written:
            while piece := read.read(_PIECE):
                written.write(piece)
                written.flush()
                os.fsync(written.fileno())
        told_to.send_bytes(DONE.encode())


def rows_of(path: Path) -> str:
    """One hash of every row of every table; of what is no whole database a sentence."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
            (answer,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
            if answer != "ok":
                return str(answer)
            return sha256("\n".join(opened.iterdump()).encode()).hexdigest()
    except sqlite3.Error as error:
        return str(error)


def lost_files(backup: Path) -> list[str]:
    """Of the captured files that a backup names those that are not there as they were."""
    folder = backup.parent / "files"
    return [name for name in _named(backup) if _hash(folder / name[:2] / name[2:4] / name) != name]


def _named(backup: Path) -> list[str]:
    return [file.sha256 for file in files_named_in(backup)]


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.exists() else ""
