"""A process that opens an older database, and so brings it up to date."""

from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import alembic.command
import alembic.config  # noqa: F401 - loaded before the fork: an upgrade then takes its own time only
from sqlalchemy import Connection as SqlConnection
from sqlalchemy import Engine, event

from claimtracker.storage.engine import open_database
from tests.faults.working import DONE, INTENT, READY, driver_of


def upgrade(path: Path, told_to: Connection) -> None:
    """Open it; tell when it is about to be committed, too."""

    def tell(_connection: SqlConnection) -> None:
        told_to.send_bytes(INTENT.encode())

    event.listen(Engine, "commit", tell)
    told_to.send_bytes(READY.encode())
    open_database(path).close()
    told_to.send_bytes(DONE.encode())


def upgrade_by_statement(path: Path, told_to: Connection) -> None:
    """A control: every statement is committed by itself."""
    event.listen(Engine, "after_cursor_execute", _commit)
    upgrade(path, told_to)


def _commit(connection: SqlConnection, *_of_the_statement: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
    driver = driver_of(connection)
    if driver.in_transaction:
        driver.execute("COMMIT")
        driver.execute("BEGIN IMMEDIATE")
