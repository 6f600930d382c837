"""What the program was started with: which database, as of which day, with which settings."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.claims.state import AsOf
from claimtracker.database_choice import chosen_path
from claimtracker.operations.tell_place import place_words
from claimtracker.settings import Settings, Theme, save, settings_path
from claimtracker.storage.engine import open_database

if TYPE_CHECKING:
    from claimtracker.articles.web.fetch import Network

ALLOW_LOOPBACK = "CLAIMTRACKER_ALLOW_LOOPBACK"


class Desktop(Protocol):
    """What only a desktop can do; handed in, so that nothing here needs Qt."""

    def open_window(self, options: "StartOptions") -> int:
        """Open the window; return the exit status."""

    def open_sample(self, options: "StartOptions", picture: "Picture") -> int:
        """Open the window on a fresh sample case, or only paint a picture of it."""

    def notify(self, title: str, text: str) -> bool:
        """Show a notification; False where there is no desktop to show it."""


@dataclass(frozen=True)
class Picture:
    """A picture to paint instead of staying open; no file means no picture."""

    file: Path | None = None
    theme: Theme = "light"
    width: int = 1280
    height: int = 800


@dataclass(frozen=True)
class StartOptions:
    """What the global options chose."""

    database: str
    today: date | None
    settings: Settings
    desktop: Desktop
    tell: Callable[[str], None]

    @property
    def path(self) -> Path:
        """The database's file."""
        return chosen_path(self.database, self.settings)

    @property
    def as_of(self) -> AsOf:
        """The day to report on."""
        return AsOf(self.today or date.today(), self.settings.lead_days)

    @staticmethod
    def open_network() -> "Network | None":
        """How the network is used: None for public places only, with the time each asking takes.

        With CLAIMTRACKER_ALLOW_LOOPBACK=1, the switch of tests, servers on this machine itself may
        be asked as well, and nothing else that is private.
        """
        if os.environ.get(ALLOW_LOOPBACK) != "1":
            return None
        from claimtracker.articles.web.fetch import Network  # what speaks HTTP loads when needed

        return Network(allows_loopback=True)

    @contextmanager
    def session(self, *, create: bool = False) -> Iterator[Session]:
        """Open the database for one command; `create` where the command may begin a new one."""
        path = self.path
        is_new = create and not os.path.exists(path)
        if is_new and not self.database:
            make_folder(path.parent)
        database = open_database(path, create=create)
        try:
            if is_new:
                self.tell(f"New database at {path}.")
            self._remark_on_place(database.path)
            with database.session() as session:
                yield session
        finally:
            database.close()

    def _remark_on_place(self, database: Path) -> None:
        """Say once where others write to the database as well; where it cannot be kept, again."""
        path, chosen = str(database), self.settings
        if path in chosen.places_told_by_command:
            return
        if words := place_words(database):
            self.tell(words)
            kept = [*chosen.places_told_by_command, path]
            with suppress(ClaimTrackerError):
                save(replace(chosen, places_told_by_command=kept), settings_path())


def make_folder(folder: Path) -> None:
    """Make the folder in which a database begins; raise ClaimTrackerError where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClaimTrackerError(f"The folder {folder} cannot be made: {reason(error)}.") from error
