"""The running program with its window: start, change of database, bugs, and the end."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlmodel import Session

from claimtracker import log, settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.background import Background
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.crash import CrashDialog
from claimtracker.gui.dialogs.start import KINDS, StartDialog
from claimtracker.gui.icons import icon
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.picture import PicturePainter
from claimtracker.gui.theme import apply_theme
from claimtracker.gui.tray import Tray
from claimtracker.settings import Settings, WindowPlace

CANNOT_PAINT = 1


class OpenDatabase(Protocol):
    """A database that is open: all that the window knows of it."""

    @property
    def path(self) -> Path:
        """Its file."""

    def session(self) -> AbstractContextManager[Session]:
        """A session for one job."""

    def close(self) -> None:
        """Let go of the file."""


class Databases(Protocol):
    """Where databases come from."""

    def open(self, path: Path, *, create: bool = False) -> OpenDatabase:
        """Open one; raise ClaimTrackerError where that fails."""

    def sample(self) -> Path:
        """Make a fresh copy of the sample case."""

    def sample_day(self) -> date:
        """The day on which the sample is best looked at."""


class Application(QObject):
    """Holds the one window, and puts another in its place when another database is opened."""

    def __init__(
        self,
        databases: Databases,
        chosen: Settings,
        settings_path: Path | None,
        today: date | None,
    ) -> None:
        running = QApplication.instance()
        self._qt = running if isinstance(running, QApplication) else QApplication(["claimtracker"])
        super().__init__()
        self._databases = databases
        self._settings = chosen
        self._settings_path = settings_path
        self._today = today
        self._open: _Open | None = None
        self._start: StartDialog | None = None
        self._crash: CrashDialog | None = None
        self._set_up_qt()

    def run(self, path: Path) -> int:
        """Open the window, or where that fails say why and offer to begin; run until it closes."""
        sys.excepthook = self._show_bug
        if path == settings.default_database() and not path.exists():
            self._welcome()
        else:
            self.open(path)
        return self._run_until_quit()

    def paint(self, path: Path, picture: Path, size: tuple[int, int]) -> int:
        """Show the window at this size, save its picture once it has settled, and end."""
        self.open(path)
        if self._open is None:
            return CANNOT_PAINT
        self._open.window.resize(*size)
        painter = PicturePainter(self._open.window, self._open.background, picture)
        painter.done.connect(self._qt.exit)
        return self._run_until_quit()

    def open(self, path: Path, *, create: bool = False) -> None:
        """Put a window on this database in the place of the one that is open."""
        try:
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            database = self._databases.open(path, create=create)
        except ClaimTrackerError as error:
            self._refuse(str(error))
        except OSError as error:
            self._refuse(f"{path} cannot be made: {error.strerror}.")
        else:
            self._replace_window(database)

    def create(self, path: Path) -> None:
        """Begin a new database; one that is there already is opened as it is."""
        self.open(path, create=True)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample case, seen as of its own day."""
        self._today = self._databases.sample_day()
        self.open(self._databases.sample())

    def _set_up_qt(self) -> None:
        self._qt.setApplicationName("ClaimTracker")
        self._qt.setDesktopFileName("claimtracker")
        self._qt.setWindowIcon(icon("app"))
        self._qt.setQuitOnLastWindowClosed(False)  # one window makes room for the next
        apply_theme(self._qt, self._settings.theme)

    def _replace_window(self, database: OpenDatabase) -> None:
        before, self._open = self._open, None
        if before is not None:
            before.window.closed.disconnect(self._qt.quit)
            before.window.close()
            before.let_go()
        background = Background(database.session, self)
        background.broke.connect(self._show_broken)
        desk = Desk(background, self._settings, self._today_now, self)
        desk.settings_changed.connect(self._take_settings)
        window = MainWindow(desk, f"{database.path.name} – ClaimTracker", self._handlers())
        window.place_left.connect(self._keep_place)
        window.closed.connect(self._qt.quit)
        tray = Tray(window)
        window.reminders.newly_due.connect(tray.announce)
        tray.activated.connect(window.come_forward)
        self._open = _Open(database, background, desk, window)
        window.show()
        window.activateWindow()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "new_database": self._ask_new,
            "open_database": self._ask_open,
            "open_sample": self.open_sample,
        }

    def _today_now(self) -> date:
        return self._today or date.today()

    def _refuse(self, sentence: str) -> None:
        """Say why a database did not open: in the window that is there, or in the first one."""
        if self._open is not None:
            self._open.desk.changes.refused.emit(sentence)
            return
        self._welcome(sentence)

    def _welcome(self, sentence: str = "") -> None:
        self._start = StartDialog(sentence)
        self._start.new_chosen.connect(self.create)
        self._start.open_chosen.connect(self.open)
        self._start.sample_chosen.connect(self.open_sample)
        self._start.rejected.connect(self._qt.quit)
        self._start.open()

    def _ask_new(self) -> None:
        dialog = self._file_dialog("New database")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.fileSelected.connect(self._create_chosen)
        dialog.open()

    def _ask_open(self) -> None:
        dialog = self._file_dialog("Open database")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        assert self._open is not None  # asked from its menu
        folder = str(self._open.database.path.parent)
        return QFileDialog(self._open.window, title, folder, KINDS)

    def _create_chosen(self, chosen: str) -> None:
        self.create(Path(chosen))

    def _open_chosen(self, chosen: str) -> None:
        self.open(Path(chosen))

    def _keep_place(self, place: WindowPlace) -> None:
        self._settings = replace(self._settings, window=place)
        self._save_settings()

    def _take_settings(self) -> None:
        if self._open is not None:
            self._settings = self._open.desk.settings
            apply_theme(self._qt, self._settings.theme)
            self._save_settings()

    def _save_settings(self) -> None:
        if self._settings_path is None:
            return
        try:
            settings.save(self._settings, self._settings_path)
        except ClaimTrackerError as error:
            if self._open is not None:
                self._open.desk.changes.refused.emit(str(error))

    def _show_broken(self, error: BaseException) -> None:
        self._show_bug(type(error), error, error.__traceback__)

    def _show_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug of ours and show it, once; further ones are added to the open dialog."""
        if issubclass(kind, KeyboardInterrupt):
            self._qt.quit()
            return
        report = log.log_bug(error, trace)
        if self._crash is not None and self._crash.isVisible():
            self._crash.add_report(report)
            return
        self._crash = CrashDialog(report, self._open.window if self._open else None)
        self._crash.open()

    def _run_until_quit(self) -> int:
        status = int(self._qt.exec())
        if self._open is not None:
            self._open.let_go()
            self._open = None
        return status


@dataclass(frozen=True)
class _Open:
    """What belongs to the database that is open."""

    database: OpenDatabase
    background: Background
    desk: Desk
    window: MainWindow

    def let_go(self) -> None:
        """Finish what is under way and close the file."""
        self.background.close()
        self.database.close()
        self.window.deleteLater()
