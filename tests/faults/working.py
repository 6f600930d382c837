"""A process that does one operation after another and tells of each: it is there to be stopped.

Before a commit it tells what every row will be, after it that it is stored. So whoever stops it
knows what must be there, and what may be: nothing else.
"""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection as SqlConnection
from sqlalchemy import event

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.sweep_deadlines import sweep_deadlines
from claimtracker.operations.undo import redo, undo
from claimtracker.storage import engine
from claimtracker.storage.engine import Database, open_database
from tests.operations.every_operation import OPERATIONS
from tests.operations.picks import Do, Picks

READY, BEGIN, INTENT, STORED, DONE = "ready", "begin", "intent", "stored", "done"
BUSY_SEED = 5
_DAYS = (date(2025, 5, 1), date(2026, 5, 1), date(2027, 5, 1))

Tell = Callable[[str, str], object]
"""Hears what is told: of which kind it is, and the operation's name or the rows' fingerprint."""


def _sweep(session: Any, picks: Picks) -> object:  # noqa: ANN401 - as the registry calls it
    return sweep_deadlines(session, AsOf(picks.of(_DAYS)))


EVERYTHING: dict[str, Do] = {
    **{function.__qualname__: do for function, do in OPERATIONS.items()},
    "undo": lambda session, _picks: undo(session, by="Bea"),
    "redo": lambda session, _picks: redo(session, by="Bea"),
    "sweep_deadlines": _sweep,
}


@dataclass(frozen=True)
class Order:
    """What to do: on which database, by which chance, what every second time, set up how."""

    path: Path
    seed: int
    wanted: str = add_claim.__qualname__
    set_up: Mapping[str, object] = field(default_factory=dict)


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return a hash of every row of every table but the shadow tables of the index."""
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'claim_search%' "
        "ORDER BY name"
    )
    found = hashlib.sha256()
    for (name,) in connection.execute(asked).fetchall():
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid'):
            found.update(repr((name, row)).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def driver_of(connection: SqlConnection) -> sqlite3.Connection:
    """Return SQLite's own connection under SQLAlchemy's."""
    found = connection.connection.driver_connection
    if not isinstance(found, sqlite3.Connection):
        raise TypeError("a connection of another driver")
    return found


def work(order: Order, tell: Tell, names: Iterator[str] | None = None) -> None:
    """Do these operations, or for ever the wanted one and any other by turns."""
    engine.PRAGMAS.update(order.set_up)
    chance = Random(order.seed)
    database = open_database(order.path)
    with database.session() as session:
        tell(READY, fingerprint(driver_of(session.connection())))
    event.listen(database.engine, "commit", partial(_tell_intent, tell))
    for name in names or _by_turns(order.wanted, chance):
        tell(BEGIN, name)
        if _is_done(database, EVERYTHING[name], picks_of(chance), tell):
            tell(DONE, name)
    database.close()


def _tell_intent(tell: Tell, connection: SqlConnection) -> None:
    tell(INTENT, fingerprint(driver_of(connection)))


def _by_turns(wanted: str, chance: Random) -> Iterator[str]:
    others = list(EVERYTHING)
    while True:
        yield wanted
        yield chance.choice(others)


def picks_of(chance: Random) -> Picks:
    """Let chance decide what an operation is about."""
    return Picks(chance.randrange(60), chance.randrange(60), f"word {chance.randrange(10_000)}")


def _is_done(database: Database, do: Do, picks: Picks, tell: Tell) -> bool:
    """Do it; what is refused, at the commit perhaps, is not done."""
    try:
        with database.session() as session:
            event.listen(session, "after_commit", lambda _session: tell(STORED, ""))
            do(session, picks)
    except ClaimTrackerError:
        return False
    return True


def fill(path: Path) -> None:
    """Do everything once, on claims that are there."""
    names = [add_claim.__qualname__] * 6 + list(EVERYTHING)
    work(Order(path, BUSY_SEED), lambda _kind, _what: None, iter(names))


def work_and_send(order: Order, sender: Connection) -> None:
    """Work for ever and tell it through a pipe: a piece that small goes whole or not at all."""
    work(order, lambda kind, what: sender.send_bytes(f"{kind} {what}".encode()))


def _write(kind: str, what: str) -> None:
    os.write(1, f"{kind} {what}\n".encode())


def main(path: str, seed: str, count: str, *pragmas: str) -> None:
    """Do so many operations and tell of them on standard output."""
    chance = Random(int(seed))
    names = list(EVERYTHING)
    chance.shuffle(names)
    mixed = (name for _ in iter(int, 1) for name in names)
    set_up = {name: int(value) for name, value in (told.split("=") for told in pragmas)}
    work(Order(Path(path), int(seed), set_up=set_up), _write, islice(mixed, int(count)))


if __name__ == "__main__":
    main(*sys.argv[1:])
