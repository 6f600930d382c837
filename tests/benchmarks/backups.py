"""A backup and restoring it beside sqlite3's own backup of the same file."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from claimtracker.storage.backups import make_backup
from claimtracker.storage.restore import put_back
from tests.benchmarks.measuring import Figure, milliseconds

_BARE = "sqlite3's own backup"
_START = datetime(2025, 5, 1, tzinfo=UTC)


def backup_figures(path: Path) -> Iterator[Figure]:
    """Made, checked, flushed and named; and put back with its checks, beside the bare copy."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(shutil.copy(path, Path(folder) / "claims.db"))
        bare = milliseconds(partial(_bare_backup, database, Path(folder) / "bare.db"))
        numbers = count()
        made = milliseconds(lambda: make_backup(database, _moment(next(numbers))))
        yield Figure("backup", made, bare, _BARE)
        backup = make_backup(database, _moment(next(numbers))).path
        restored = milliseconds(lambda: put_back(database, backup, _moment(next(numbers))))
        yield Figure("restoring a backup", restored, bare, _BARE)


def _moment(number: int) -> datetime:
    return _START + timedelta(minutes=number)


def _bare_backup(path: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
