"""All that the window knows of databases: where they come from, and what belongs to an open one."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from sqlmodel import Session

from claimtracker.gui.background import Background
from claimtracker.gui.desk import Desk
from claimtracker.gui.main_view import MainView
from claimtracker.gui.outside_writes import OutsideWrites
from claimtracker.left_off_notes import note_left_off
from claimtracker.operations.leave_off import IsStopped


class OpenDatabase(Protocol):
    """A database that is open."""

    @property
    def path(self) -> Path:
        """Its file."""

    def session(self, is_stopped: IsStopped, /) -> AbstractContextManager[Session]:
        """A session for one job."""

    def close(self) -> None:
        """Let go of the file."""


class Databases(Protocol):
    """Where databases come from."""

    def open(
        self, path: Path, *, create: bool = False, is_stopped: IsStopped = ...
    ) -> OpenDatabase:
        """Open one; raise ClaimTrackerError where that fails, LeftOff once it is stopped."""

    def what_delays(self, path: Path) -> str:
        """Why opening it takes a while; nothing where it does not."""

    def sample(self) -> Path:
        """Make a fresh copy of the sample case."""

    def sample_day(self) -> date:
        """The day on which the sample is best looked at."""


@dataclass(frozen=True)
class ShownDatabase:
    """What belongs to the database that the window shows."""

    database: OpenDatabase
    background: Background
    desk: Desk
    view: MainView
    outside: OutsideWrites
    settings: Path | None  # beside which it is noted where a change is left off

    def let_go(self) -> None:
        """Finish what is under way, but for captures, and close the file.

        A change that takes too long leaves no trace; that is noted, for the next start to say.
        """
        self.outside.stop()
        self.view.backups.stop()
        self.view.evidence.capturing.close()
        if self.background.close() and self.settings is not None:
            note_left_off(self.settings, self.database.path)
        self.database.close()
