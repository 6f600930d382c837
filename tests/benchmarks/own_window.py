"""The program's own window on a database, for measuring."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from claimtracker.app import Databases
from claimtracker.gui.background import Background
from claimtracker.gui.claim_list.words import COMING
from claimtracker.gui.desk import Desk
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.theme import apply_theme
from claimtracker.settings import Settings
from claimtracker.storage.engine import Database
from tests.benchmarks.many_claims import TODAY
from tests.benchmarks.measuring import application, wait_until


@dataclass(frozen=True)
class OwnWindow:
    """The window and what is behind it."""

    application: QApplication
    database: Database
    background: Background
    window: MainWindow

    def has_rows(self) -> bool:
        """Whether the first page has come."""
        model = self.window.claims.table.model()
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


def open_window(database: Path) -> OwnWindow:
    """Open the window as the program does."""
    running = application()
    apply_theme(running, "light")
    opened = Databases().open(database)
    background = Background(opened.session)
    desk = Desk(background, Settings(theme="light"), lambda: TODAY)
    nothing = dict.fromkeys(("new_database", "open_database", "open_sample"), lambda: None)
    window = MainWindow(desk, "benchmark", nothing)
    window.resize(1280, 800)
    window.show()
    return OwnWindow(running, opened, background, window)
