"""What is found after a fault, held against what was told before it."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.verify import verify
from claimtracker.storage.engine import open_database
from tests.faults.working import BEGIN, DONE, INTENT, READY, STORED, driver_of, fingerprint

_SEARCH = "INSERT INTO claim_search(claim_search, rank) VALUES('integrity-check', 1)"


class Outcome(StrEnum):
    """What became of a database."""

    WHOLE = "whole"
    LOST = "acknowledged lost"
    PHANTOM = "phantom"
    TORN = "torn"


@dataclass
class Told:
    """What was told of the rows: every state acknowledged, and the one that may follow."""

    acknowledged: list[str] = field(default_factory=list)
    in_flight: str | None = None
    doing: str | None = None

    def note(self, kind: str, what: str) -> None:
        """Take up a word."""
        if kind == BEGIN:
            self.doing = what
            self.in_flight = None  # a commit that was refused: the rows are what they were
        elif kind == INTENT:
            self.in_flight = what
        elif kind == STORED:
            self._settle()
        elif kind == DONE:
            self.doing = None
        elif kind == READY:
            self.acknowledged.append(what)

    def _settle(self) -> None:
        if self.in_flight is not None:
            self.acknowledged.append(self.in_flight)
            self.in_flight = None

    @property
    def newest(self) -> str:
        """The rows as they would be if a commit were acknowledged before it is made."""
        return self.in_flight or self.acknowledged[-1]

    def outcome(self, found: str | None) -> Outcome:
        """Say what became of it; None is a database that is not in order."""
        if found is None:
            return Outcome.TORN
        if found in (self.acknowledged[-1], self.in_flight):
            return Outcome.WHOLE
        return Outcome.LOST if found in self.acknowledged else Outcome.PHANTOM


def rows_found(path: Path) -> str | None:
    """Open it as the program does and return the rows' fingerprint; None where it is damaged."""
    try:
        database = open_database(path)
        with closing(database), database.session() as session:
            return fingerprint(driver_of(session.connection())) if _is_whole(session) else None
    except (ClaimTrackerError, SQLAlchemyError, sqlite3.Error):
        return None


def _is_whole(session: Session) -> bool:
    session.execute(text(_SEARCH))
    session.rollback()
    return verify(session).ok


def losses(outcomes: "Counter[Outcome]") -> str:
    """Name how often each harm was found."""
    harms = (Outcome.LOST, Outcome.PHANTOM, Outcome.TORN)
    return ", ".join(f"{harm} {outcomes[harm]}" for harm in harms)
