"""The program's own window on a database, for measuring."""

from dataclasses import dataclass
from pathlib import Path

from claimtracker.app import Databases
from claimtracker.gui.background import Background
from claimtracker.gui.claim_list.words import COMING
from claimtracker.gui.desk import Desk
from claimtracker.gui.fair_turns import share_turns
from claimtracker.gui.garbage import GarbageRounds
from claimtracker.gui.main_view import MainView
from claimtracker.gui.main_window import MainWindow, first_window
from claimtracker.settings import Settings
from claimtracker.storage.engine import Database
from tests.benchmarks.generated import TODAY
from tests.benchmarks.measuring import wait_until


@dataclass(frozen=True)
class OwnWindow:
    """The window and what is behind it."""

    database: Database
    background: Background
    desk: Desk
    window: MainWindow
    view: MainView

    def has_rows(self) -> bool:
        """Whether the first page has come."""
        model = self.view.claims.table.model()
        return model.rowCount() > 0 and model.data(model.index(0, 0)) != COMING

    def wait_for_rows(self) -> None:
        """Wait until the first page has come."""
        wait_until(self.has_rows)

    def wait_until_idle(self) -> None:
        """Wait until every question is answered."""
        wait_until(lambda: self.background.is_idle)

    def close(self) -> None:
        """End threads and connections."""
        self.window.hide()
        self.background.close()
        self.database.close()


def open_window(database: Path, window: MainWindow | None = None) -> OwnWindow:
    """Open the window as the program does."""
    window = window or first_window(Settings(theme="light"))
    opened = Databases().open(database)
    background = Background(opened.session)
    desk = Desk(background, Settings(theme="light"), lambda: TODAY)
    nothing = dict.fromkeys(("new_database", "open_database", "open_sample"), lambda: None)
    view = MainView(desk, window, nothing)
    window.furnish(view, view, "benchmark")
    GarbageRounds(window)
    share_turns()
    return OwnWindow(opened, background, desk, window, view)
