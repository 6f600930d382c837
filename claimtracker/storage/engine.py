"""Opening a database: the file is checked before it is trusted, each connection set up alike."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from claimtracker.claims.errors import BROKEN_CHARACTER, ClaimTrackerError
from claimtracker.storage import migrate
from claimtracker.storage.broken_file import brokenness
from claimtracker.storage.database_place import is_begun, located, refuse_unfit, remove_unbegun
from claimtracker.storage.faults import as_of_the_engine, is_no_text, refusal
from claimtracker.storage.file_store import FileStore
from claimtracker.storage.left_off import (
    IS_STOPPED,
    heed,
    heeding,
    wait_to,
    watch,
)
from claimtracker.storage.open_file import KeptFile, OpenFile
from claimtracker.storage.outside_writes import Stamp, Watch
from claimtracker.storage.patience import PATIENCE_MS, TO_READ, IsStopped, LeftOff, never
from claimtracker.storage.wrong_values import OF_WRONG_VALUES, unreadable_value

# design.md: 0 acknowledged changes lost in 500 kills and 2,000 simulated power cuts.
PRAGMAS: dict[str, Any] = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "busy_timeout": PATIENCE_MS,
}
# The keys in `Session.info` under which operations find the file store, the database's path, and
# how to look for what others wrote.
FILES, PATH, LOOK = "files", "path", "look"
WRITING = {"begins": "IMMEDIATE"}


def begin_writing(session: Session) -> Connection:
    """Begin a transaction that writes; waiting for another writer ends once that is stopped."""
    return session.connection(execution_options=WRITING)


@dataclass(frozen=True)
class Database:
    """An open database; sessions are made one a job and never shared between threads."""

    file: OpenFile
    engine: Engine
    watch: Watch
    _one_at_a_time: Lock = field(default_factory=Lock)

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.file.path

    @property
    def files(self) -> FileStore:
        """The captured files beside the database."""
        return FileStore(self.path)

    @contextmanager
    def session(self, is_stopped: IsStopped = never) -> Iterator[Session]:
        """Yield a session; what the world does to the file becomes one clear sentence.

        Once `is_stopped`, which any thread may ask at any time, the statement under way or the next
        one raises LeftOff, and the transaction leaves no trace.
        """
        self._heed_the_file(is_stopped)
        with self._session(is_stopped) as session:
            look = partial(self.look, is_stopped)
            session.info.update({FILES: self.files, PATH: self.path, LOOK: look})
            yield session

    @contextmanager
    def _session(self, is_stopped: IsStopped) -> Iterator[Session]:
        asked = {IS_STOPPED: is_stopped}
        with self._translating(), Session(expire_on_commit=False, info=asked) as session:
            session.bind = heeding(self.engine, is_stopped)
            try:
                yield session
            except DBAPIError as error:
                if is_stopped():
                    raise LeftOff from error
                raise

    def look(self, is_stopped: IsStopped = never) -> Stamp | None:
        """What tells whether anything was written since the last look; None if it cannot be told.

        Whoever looks knows from here on that another file is there, as after a backup was put back.
        """
        self._heed_the_file(is_stopped)
        self.file.note_seen()
        return self.watch.stamp()

    def bring_up_to_date(self, is_stopped: IsStopped = never) -> None:
        """Migrate what lies there, and take it for the file that is open.

        What is up to date is only read: it opens while another program writes. Raises LeftOff, and
        leaves the file as it was, once it is stopped.
        """
        with self._session(is_stopped) as session:
            is_newest = migrate.is_newest(session.connection(), self.path)
        if not is_newest:
            upgrade = partial(migrate.upgrade, path=self.path, is_stopped=is_stopped)
            self._migrate(upgrade, is_stopped)
        self.file.take()

    def begin(self, revision: str) -> None:
        """Make the tables of this revision in an empty file."""
        self._migrate(partial(migrate.begin, revision=revision))
        self.file.take()

    def _migrate(self, work: Callable[[Connection], None], is_stopped: IsStopped = never) -> None:
        with self._session(is_stopped) as session:
            work(begin_writing(session))
            session.commit()

    def _heed_the_file(self, is_stopped: IsStopped) -> None:
        """Go on with a file that was put in the place of ours, brought up to date as one opened.

        Raises ClaimTrackerError where there is none, and for an empty file, such as a copy that
        failed leaves: it is never made into a new database.
        """
        with self._one_at_a_time:
            if not self.file.is_exchanged():
                return
            self.engine.dispose()
            if not is_begun(self.path):
                raise ClaimTrackerError(f"{self.path} is empty now: another program emptied it.")
            self.bring_up_to_date(is_stopped)

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            told = self._told(error)
            if told is None:
                raise
            raise told from (None if is_no_text(error) else error)
        except UnicodeEncodeError:  # the driver, on what somebody typed or asked for
            raise ClaimTrackerError(BROKEN_CHARACTER) from None
        except OF_WRONG_VALUES:  # or a bug of ours; what is raised may quote what was read
            wrong = unreadable_value(self.path) or brokenness(self.path)
            if wrong is None:
                raise
            raise wrong from None

    def _told(self, error: DBAPIError) -> ClaimTrackerError | None:
        if is_no_text(error):
            return unreadable_value(self.path) or refusal(error, self.path)
        return refusal(error, self.path) or unreadable_value(self.path) or brokenness(self.path)

    def close(self) -> None:
        """Close every connection; side files are gone after this."""
        self.watch.close()
        self.engine.dispose()


def open_database(path: Path, *, create: bool = False, is_stopped: IsStopped = never) -> Database:
    """Open the SQLite file at `path`, migrated to the newest revision.

    With `create` a file that does not exist, or is empty, is made. Raises ClaimTrackerError for
    a path that is missing, holds something else, is newer than this program, or cannot be written
    to, and LeftOff once it is stopped; the file is left as it was.
    """
    path = located(path)
    if not create and not (os.path.exists(path) and is_begun(path)):
        raise ClaimTrackerError(f"There is no database at {path}.")
    refuse_unfit(path)
    was_there = os.path.exists(path)
    file = OpenFile(path)
    database = Database(file, _engine(file), Watch(path))
    try:
        database.bring_up_to_date(is_stopped)
        database.files.remove_left_over()
    except BaseException:
        database.close()
        if not was_there:
            with suppress(OSError):  # what stopped the making may stop the tidying, too
                remove_unbegun(path)
        raise
    return database


def begin_database(path: Path, revision: str) -> None:
    """Make an empty database of this revision, for rows that were written by it."""
    file = OpenFile(path)
    database = Database(file, _engine(file), Watch(path))
    try:
        database.begin(revision)
    finally:
        database.close()


def _engine(file: OpenFile) -> Engine:
    path = file.path
    # mode=rw where the file exists: a path mistyped elsewhere never makes an empty database.
    mode = "rw" if os.path.exists(path) else "rwc"
    address = f"file:{quote(os.fsencode(path))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        patience = PRAGMAS["busy_timeout"] / 1_000
        opened = sqlite3.connect(
            address,
            uri=True,
            check_same_thread=False,
            timeout=patience,
            isolation_level=None,  # we say BEGIN ourselves, see _begin
            factory=KeptFile,
        )
        opened.stands_for(file)
        # SQLite's own lower() knows ASCII only.
        opened.create_function("casefold", 1, str.casefold, deterministic=True)
        return opened

    # Without a name in the address SQLAlchemy would pool as for :memory:, one connection a thread.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "checkout", _replace_outdated)
    event.listen(engine, "begin", partial(_begin, file))
    event.listen(engine, "reset", _end_transaction)
    heed(engine)
    return engine


def _set_up(driver: KeptFile, is_stopped: IsStopped) -> None:
    """Set up a new connection, which has to read the file for some of it."""
    wait_to(TO_READ, driver, is_stopped)
    for name, wanted in PRAGMAS.items():
        with as_of_the_engine(name):
            driver.execute(f"PRAGMA {name} = {wanted}")
            (found,) = driver.execute(f"PRAGMA {name}").fetchone()
        if found != wanted:
            raise ClaimTrackerError(f"The database does not accept the setting {name} = {wanted}.")
    driver.is_set_up = True


def _replace_outdated(connection: KeptFile, *_of_the_pool: object) -> None:
    """Let the pool open a new connection where this one was opened while the file was read-only."""
    if connection.is_outdated():
        raise DisconnectionError


def _end_transaction(connection: sqlite3.Connection, _record: object, _state: object) -> None:
    """End what a COMMIT that failed left open, as where somebody reads for too long.

    SQLAlchemy takes such a transaction for ended: the next one on this connection could not begin.
    """
    if connection.in_transaction:
        connection.rollback()


def _begin(file: OpenFile, connection: Connection) -> None:
    """Begin IMMEDIATE for writing: a deferred one loses updates of two processes."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, KeptFile):
        raise RuntimeError("a connection to another file")
    asked = watch(connection, driver)
    if not driver.is_set_up:
        _set_up(driver, asked)
    kind = connection.get_execution_options().get("begins", "DEFERRED")
    if kind == "DEFERRED":
        with as_of_the_engine("BEGIN"):  # which waits for nobody: the first look does
            driver.execute("BEGIN")
        wait_to(TO_READ, driver, asked)
    else:
        file.refuse_news()
        wait_to(f"BEGIN {kind}", driver, asked)
