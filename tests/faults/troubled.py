"""Every operation while something is wrong with the place of its database, and after that.

What would be done is rehearsed first, up to its commit. So it is known that it would have been
done, and in the end, by the same open database, it must be.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

from sqlalchemy import Connection, event

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.undo import undo
from claimtracker.storage.engine import Database
from tests.faults.troubles import Trouble
from tests.faults.working import EVERYTHING, driver_of, fingerprint, picks_of
from tests.operations.picks import Picks

ADVICE = (
    "make room",
    "allow",
    "make it writable",
    "bring it back",
    "put it back",
    "look whether",
    "connect it again",
    "does not exist",
    "there is no database at",
)
_REHEARSALS = 30
_STEPS_BACK = 8
_AT_ONCE = 3


class Result(StrEnum):
    """What became of an operation in trouble."""

    REFUSED = "refused"
    DONE = "done all the same"
    LOST = "acknowledged lost"
    PHANTOM = "refused, yet done"
    FOREIGN = "no sentence"
    STUCK = "never again"
    LEFT = "files left"


@dataclass(frozen=True)
class Harm:
    """When a trouble comes: before an operation, or as it is committed; on which connection."""

    name: str
    trouble: Trouble
    is_at_commit: bool
    is_connected: bool


class _Rehearsed(Exception):
    """Ends what would be committed."""


def rows_of(path: Path) -> str:
    """The fingerprint of what any other program finds there."""
    with closing(sqlite3.connect(f"file:{path}?mode=rw", uri=True)) as found:
        return fingerprint(found)


def fitting(database: Database, name: str, chance: Random) -> Picks:
    """Find what chance must decide so that the operation changes something; nothing is changed."""
    before = rows_of(database.path)

    def stop(connection: Connection) -> None:
        if fingerprint(driver_of(connection)) != before:
            raise _Rehearsed

    with _at_commit(database, stop):
        for _ in range(_REHEARSALS):
            picks = picks_of(chance)
            try:
                with database.session() as session:
                    EVERYTHING[name](session, picks)
            except _Rehearsed:
                return picks
            except ClaimTrackerError:
                continue
    raise LookupError(name)


def ready(database: Database, name: str, chance: Random) -> Picks:
    """The same; where it was done to all that there is, after steps back or with something new."""
    for number in range(_STEPS_BACK):
        try:
            return fitting(database, name, chance)
        except LookupError:
            with database.session() as session:
                if number % 2:
                    for new in (keep_evidence, add_claim):
                        EVERYTHING[new.__qualname__](session, picks_of(chance))
                else:
                    for _ in range(_AT_ONCE):
                        undo(session, by="Ada")
    raise LookupError(name)


def harmed(database: Database, name: str, harm: Harm, chance: Random) -> Result:
    """Do an operation in trouble, then again without; say what became of it."""
    picks = ready(database, name, chance)
    path, before, files = database.path, rows_of(database.path), _files(database.path)
    if not harm.is_connected:
        database.engine.dispose()
    told = _in_trouble(database, name, picks, harm)
    found = rows_of(path)
    if isinstance(told, Result):
        return told
    if told is None:
        return Result.DONE if found != before else Result.LOST
    if found != before:
        return Result.PHANTOM
    if not _is_done(database, name, picks, before):
        return Result.STUCK
    return Result.LEFT if _files(path) - files else Result.REFUSED


def _in_trouble(database: Database, name: str, picks: Picks, harm: Harm) -> str | Result | None:
    """Return the sentence of a refusal, None where it was done."""
    with ExitStack() as until_over:

        def begin(*_: object) -> None:
            until_over.enter_context(harm.trouble(database.path))

        if not harm.is_at_commit:
            begin()
        with _at_commit(database, begin) if harm.is_at_commit else nullcontext():
            try:
                with database.session() as session:
                    EVERYTHING[name](session, picks)
            except ClaimTrackerError as error:
                return str(error) if is_clear(str(error), database.path) else Result.FOREIGN
            except Exception:  # noqa: BLE001 - whatever comes out is what is looked for
                return Result.FOREIGN
    return None


def is_clear(sentence: str, path: Path) -> bool:
    """Whether it names the file, or the folder of the captured ones, and tells what to do."""
    says_what = any(words in sentence.lower() for words in ADVICE)
    return str(path.parent) in sentence and says_what and sentence.endswith(".")


def _is_done(database: Database, name: str, picks: Picks, before: str) -> bool:
    try:
        with database.session() as session:
            EVERYTHING[name](session, picks)
    except ClaimTrackerError:
        return False
    return rows_of(database.path) != before


def _files(path: Path) -> set[str]:
    """What lies there that no program should leave."""
    return {it.name for it in path.parent.rglob("*") if it.name.startswith((".", f"{path.name}-"))}


@contextmanager
def _at_commit(database: Database, do: Callable[[Connection], None]) -> Iterator[None]:
    event.listen(database.engine, "commit", do)
    try:
        yield
    finally:
        event.remove(database.engine, "commit", do)
