"""A process that damages one database after the other and does with it all that the program does.

What it finds of each it tells; one that SQLite itself dies of, or that it never comes back from, is
told by its silence.
"""

import shutil
import sqlite3
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

from sqlmodel import Session

from claimtracker import command_line
from claimtracker.claims.errors import ClaimTrackerError, Damaged
from claimtracker.operations.list_backups import newest_good
from claimtracker.operations.salvage_database import salvage_database
from claimtracker.storage import engine
from claimtracker.storage.backups import backups_of
from claimtracker.storage.engine import PATH, Database, open_database
from claimtracker.storage.wrong_values import columns_of
from tests.faults.damaging import Kind, damage
from tests.faults.reading import READINGS, Asked, Reading
from tests.operations.every_operation import OPERATIONS
from tests.operations.picks import Picks
from tests.sooner import SharedStatements

Rows = dict[int, tuple[object, ...]]


class Found(StrEnum):
    """What became of a damaged database, or of what was done with it."""

    REFUSED = "refused"  # in one sentence, when it was to be opened
    TOLD = "told"  # opened, and some of it refused in one sentence
    FINE = "fine"
    FOREIGN = "foreign"  # an exception that nobody is to see
    CHANGED = "changed"  # a file that was refused is not as it was
    SALVAGED = "salvaged"
    EMPTY = "nothing to salvage"
    LOST = "lost"  # a claim that SQLite reads is not in what was salvaged
    NO_BACKUP = "backup not offered"
    CRASHED = "crashed"
    HUNG = "hung"


HARMS = (Found.FOREIGN, Found.CHANGED, Found.LOST, Found.NO_BACKUP, Found.CRASHED, Found.HUNG)
SHARES = 4  # every so many databases each of the slower questions is asked; the first always are
ALWAYS = 7
_MOST_CLAIMS = 200
COMMANDS = (("list", "--json"), ("check",), ("show", "2"), ("log",), ("verify", "--json"))


@dataclass(frozen=True)
class Order:
    """Which case, where it may be copied to, and which damages are to be done."""

    case: Path
    folder: Path
    numbers: range


def damage_and_look(order: Order, teller: Connection) -> None:
    """Go through all of them; tell of each before and after."""
    setattr(engine, "create_engine", SharedStatements().create_engine)  # noqa: B010 - for mypy
    for number in order.numbers:
        teller.send((number, None, ""))
        for found, what in _looked_at(order, number):
            teller.send((number, found, what))
    teller.close()


def _looked_at(order: Order, number: int) -> Iterator[tuple[Found, str]]:
    folder = order.folder / str(number)
    path = Path(shutil.copytree(order.case.parent, folder)) / order.case.name
    kind = kind_of(number)
    damage(path, kind, Random(number))
    readable = claims_read(path)
    held = path.read_bytes()
    yield from _salvaged(path, readable)
    if path.read_bytes() != held:
        yield Found.CHANGED, "by the salvage"
    yield from _opened(path, number)
    shutil.rmtree(folder)


def kind_of(number: int) -> Kind:
    """The kinds take turns."""
    return list(Kind)[number % len(Kind)]


def _opened(path: Path, number: int) -> Iterator[tuple[Found, str]]:
    """Open it as the program does, and do everything with it."""
    held, has_journal = path.read_bytes(), Path(f"{path}-journal").exists()
    try:
        database = open_database(path)
    except ClaimTrackerError as error:
        yield Found.REFUSED, ""
        if path.read_bytes() != held and not has_journal:
            yield Found.CHANGED, str(error)
        if isinstance(error, Damaged):
            yield from _backup_offered(path)
        return
    except Exception:  # noqa: BLE001 - it is what is looked for
        yield Found.FOREIGN, traceback.format_exc()
        return
    told = list(_asked(database, number))
    database.close()
    told += _commanded(path, number)
    yield from ((kind, what) for kind, what in told if kind is Found.FOREIGN)
    yield (Found.TOLD if told else Found.FINE), ""


def _backup_offered(path: Path) -> Iterator[tuple[Found, str]]:
    wanted = backups_of(path)[0].path
    offered = newest_good(path)
    if offered is None or offered.backup.path != wanted:
        yield Found.NO_BACKUP, ""


def _asked(database: Database, number: int) -> Iterator[tuple[Found, str]]:
    """Ask what is always asked, a share of all other questions, and try an operation."""
    folder = database.path.parent
    for place, (ask, reading) in enumerate(READINGS.items()):
        if place < ALWAYS or place % SHARES == number % SHARES:
            yield from _tried(database, ask.__name__, partial(_read, reading, folder))
    done = list(OPERATIONS.items())[number % len(OPERATIONS)]
    picks = Picks(number % 60, number % 7, "word")
    yield from _tried(database, done[0].__qualname__, lambda it: done[1](it, picks))


def _read(reading: Reading, folder: Path, session: Session) -> None:
    reading(Asked(session, folder))


def _tried(
    database: Database, name: str, do: Callable[[Session], object]
) -> Iterator[tuple[Found, str]]:
    try:
        with database.session() as session:
            do(session)
    except ClaimTrackerError as error:
        if isinstance(error, Damaged):
            yield Found.TOLD, str(error)
    except Exception:  # noqa: BLE001 - as above
        yield Found.FOREIGN, f"{name}: {traceback.format_exc()}"


def _commanded(path: Path, number: int) -> Iterator[tuple[Found, str]]:
    """Give one command of the command line, whose answer is set out as text."""
    words = COMMANDS[number // len(Kind) % len(COMMANDS)]
    try:
        nowhere = path.with_name("answer").open("w", encoding="utf-8")
        with closing(nowhere), redirect_stdout(nowhere), redirect_stderr(nowhere):
            command_line.run(["--database", str(path), *words], _NoDesktop())
    except Exception:  # noqa: BLE001 - as above
        yield Found.FOREIGN, f"{words}: {traceback.format_exc()}"


class _NoDesktop:
    """None of these commands shows anything."""

    def open_window(self, _options: Any) -> int:  # noqa: ANN401 - never called
        raise NotImplementedError

    def open_sample(self, _options: Any, _picture: Any) -> int:  # noqa: ANN401 - never called
        raise NotImplementedError

    def notify(self, _title: str, _text: str) -> bool:
        raise NotImplementedError


def _salvaged(path: Path, readable: Rows) -> Iterator[tuple[Found, str]]:
    """Salvage it, and look whether each claim that SQLite reads is there with its columns."""
    try:
        done = salvage_database(path, by="Ada")
    except ClaimTrackerError as error:
        yield Found.EMPTY, str(error)
        if readable:
            yield Found.LOST, f"{error} {sorted(readable)}"
        return
    except Exception:  # noqa: BLE001 - as above
        yield Found.FOREIGN, f"salvage: {traceback.format_exc()}"
        return
    yield Found.SALVAGED, ""
    if differing := lost(readable, done.path):
        yield Found.LOST, str(differing)
    done.path.unlink()


def claims_read(path: Path) -> Rows:
    """Every claim that SQLite reads by itself, one after the other, of right values only.

    Of a file with a journal nothing: reading it would play that back.
    """
    found: Rows = {}
    if Path(f"{path}-journal").exists():
        return found
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(_plainly(path)) as opened:
        columns = columns_of(opened, "claim")
        names = ", ".join(f'"{column.name}"' for column in columns)
        asked = f"SELECT {names} FROM claim WHERE id = ?"
        for row_id in range(1, _MOST_CLAIMS):
            with suppress(sqlite3.Error, UnicodeDecodeError):
                for row in opened.execute(asked, (row_id,)):
                    if all(it.takes(value) for it, value in zip(columns, row, strict=True)):
                        found[row_id] = row
    return found


def lost(readable: Rows, salvaged: Path) -> list[int]:
    """The claims that are not there as they were read; who said it may be lost, and is emptied."""
    there = claims_read(salvaged)
    return [key for key, row in readable.items() if not _is_as(there.get(key), row)]


def _is_as(found: tuple[object, ...] | None, row: tuple[object, ...]) -> bool:
    if found is None:
        return False
    pairs = zip(found, row, strict=True)
    differ = [(mine, theirs) for mine, theirs in pairs if mine != theirs]
    return all(mine is None and isinstance(theirs, int) for mine, theirs in differ)


def ask_without_checks(order: Order, teller: Connection) -> None:
    """A control: the same questions of plain sessions, as if nobody caught what SQLite holds."""
    for number in order.numbers:
        folder = order.folder / f"control {number}"
        path = Path(shutil.copytree(order.case.parent, folder)) / order.case.name
        damage(path, Kind.VALUES, Random(number))
        database = open_database(path)
        for reading in READINGS.values():
            try:
                with Session(database.engine) as session:
                    session.info.update({PATH: path, "files": database.files})
                    reading(Asked(session, folder))
            except ClaimTrackerError:
                continue
            except Exception:  # noqa: BLE001 - it is what the control counts
                teller.send((number, Found.FOREIGN, ""))
                break
        database.close()
    teller.close()


def read_plainly(path: Path) -> Rows:
    """A control: what one SELECT gives before it breaks off."""
    found: Rows = {}
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(_plainly(path)) as opened:
        for row_id, *row in opened.execute("SELECT id, * FROM claim"):
            found[row_id] = tuple(row)
    return found


def _plainly(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)
