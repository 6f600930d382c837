"""Backup, restoring and the look through everything, beside what they rest on."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from claimtracker.operations.verify import verify
from claimtracker.storage.backups import make_backup
from claimtracker.storage.engine import open_database
from claimtracker.storage.restore import put_back
from tests.benchmarks.scale.bare_look import look_through
from tests.benchmarks.scale.comparing import Comparison, Figures, compared

_BARE = "sqlite3's own backup"
_CHECKED = "the same with quick_check"
_START = datetime(2025, 5, 1, tzinfo=UTC)


def keeping_figures(path: Path, _claims: int) -> Figures:
    """Made, checked, flushed and named; put back with its checks; and everything looked through."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        database = Path(shutil.copy(path, Path(folder) / "claims.db"))
        moments = (_START + timedelta(minutes=number) for number in count())
        backups = database.parent / "backups"
        tidy = partial(shutil.rmtree, backups, ignore_errors=True)

        def made() -> None:
            make_backup(database, next(moments))

        for name, work in _bare_backups(database, Path(folder) / "bare.db"):
            yield compared("backup", made, work, name, tidy)
        tidy()
        backup = make_backup(database, next(moments)).path

        def restored() -> None:
            put_back(database, backup, next(moments))
            for aside in set(database.parent.glob("*.db")) - {database}:
                aside.unlink()

        for name, work in _bare_backups(database, Path(folder) / "bare.db"):
            yield compared("restoring a backup", restored, work, name)
    yield _looked_through(path)


def _looked_through(path: Path) -> Comparison:
    database = open_database(path)
    with database.session() as session:

        def verified() -> None:
            if problems := verify(session).problems:
                raise ValueError(problems[0])

        name = "integrity_check, hashlib and json"
        found = compared("verify", verified, partial(look_through, path), name)
    database.close()
    return found


def _bare_backups(database: Path, copy: Path) -> "list[tuple[str, Callable[[], None]]]":
    return [
        (_BARE, partial(_bare_backup, database, copy, is_checked=False)),
        (_CHECKED, partial(_bare_backup, database, copy, is_checked=True)),
    ]


def _bare_backup(path: Path, copy: Path, *, is_checked: bool) -> None:
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        if is_checked:
            target.execute("PRAGMA quick_check(1)").fetchall()
