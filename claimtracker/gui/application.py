"""The running program with its window: start, change of database, bugs, and the end."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from claimtracker import settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.gui.background import Background
from claimtracker.gui.bug_reports import BugReports
from claimtracker.gui.database_choice import DatabaseChoice
from claimtracker.gui.databases import Databases, OpenDatabase, ShownDatabase
from claimtracker.gui.desk import Desk, OpenNetwork, calendar, public_network
from claimtracker.gui.fair_turns import share_turns
from claimtracker.gui.garbage import GarbageRounds
from claimtracker.gui.icons import icon
from claimtracker.gui.kept_settings import KeptSettings
from claimtracker.gui.main_view import MainView
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.only_window import OnlyWindow
from claimtracker.gui.opening import Opening
from claimtracker.gui.outside_writes import OutsideWrites
from claimtracker.gui.picture import PicturePainter
from claimtracker.gui.restoring import Restoring, may_be_restored
from claimtracker.gui.theme import apply_theme
from claimtracker.gui.tray import Tray
from claimtracker.gui.what_came import say_what_came
from claimtracker.gui.window_call import silent_words
from claimtracker.gui.window_lock import WindowLock
from claimtracker.operations.list_backups import has_backups
from claimtracker.settings import Settings, WindowPlace

CANNOT_PAINT = 1


class Application(QObject):
    """Holds the one window, and furnishes it anew when another database is opened."""

    def __init__(
        self,
        databases: Databases,
        window: MainWindow,
        chosen: Settings,
        settings_path: Path | None,
        today: date | None,
        *,
        open_network: OpenNetwork = public_network,
        lock: WindowLock | None = None,
    ) -> None:
        super().__init__()
        running = QApplication.instance()
        assert isinstance(running, QApplication)  # it showed the window
        self._qt = running
        self._qt.setApplicationName("ClaimTracker")
        self._qt.setDesktopFileName("claimtracker")
        self._qt.setWindowIcon(icon("app"))
        self._databases = databases
        self._opening = Opening(databases, window, self)
        self._window = window
        self._settings = KeptSettings(chosen, settings_path)
        self._asked_today = today
        self._open_network = open_network
        self._open: ShownDatabase | None = None
        self._rounds = GarbageRounds(self)
        self._bugs = BugReports(window, self)
        self._tray = Tray(self)
        self._choice = DatabaseChoice(window, self._folder, self)
        self._restoring = Restoring(window, self)
        self._only = OnlyWindow(self)
        if lock is not None:
            self._only.hold(lock)
        self._connect(window)

    def _connect(self, window: MainWindow) -> None:
        window.place_left.connect(self._keep_place)
        window.closed.connect(self._only.let_go)  # who starts now gets a window of its own
        self._tray.activated.connect(window.come_forward)
        self._only.called.connect(window.come_forward)
        self._choice.new_chosen.connect(self.create)
        self._choice.open_chosen.connect(self.open)
        self._choice.sample_chosen.connect(self.open_sample)
        self._choice.left.connect(self._qt.quit)
        self._restoring.restore_wanted.connect(self.restore)
        self._restoring.other_wanted.connect(self._look_elsewhere)
        self._restoring.ended.connect(self.open)
        self._restoring.broke.connect(self._show_broken)
        self._opening.broke.connect(self._show_broken)

    def run(self, path: Path, today: date | None = None) -> int:
        """Open the database, or where that fails say why and offer to begin; run until the end."""
        sys.excepthook = self.show_bug
        if path == settings.default_database() and not (os.path.exists(path) or has_backups(path)):
            self._choice.welcome()
        else:
            self.open(path, today=today)
        return self._run_until_quit()

    def paint(self, path: Path, today: date, picture: Path) -> int:
        """Save a picture of the window once it has settled, and end."""
        self.open(path, today=today)
        if self._open is None:
            return CANNOT_PAINT
        painter = PicturePainter(self._window, self._open.background, picture)
        painter.done.connect(self._qt.exit)
        return self._run_until_quit()

    def open(self, path: Path, *, create: bool = False, today: date | None = None) -> None:
        """Show this database in the place of the one that is open, as of a day of its own.

        One that another window shows stays there, and that window comes to the front.
        """
        enter = partial(self._enter, path, today, create=create)
        self._only.come_to(path, enter, self._refuse)

    def _enter(self, path: Path, today: date | None, lock: WindowLock, *, create: bool) -> None:
        def furnish(database: OpenDatabase) -> None:
            self._leave_for(partial(self._furnish, database, lock, self._asked_today or today))

        self._opening.open(path, furnish, partial(self._turn_away, path, lock), create=create)

    def _turn_away(self, path: Path, lock: WindowLock, error: ClaimTrackerError) -> None:
        self._only.drop(lock)
        if may_be_restored(path, error):
            self._offer_backup(path, str(error))
        else:
            self._refuse(str(error))

    def create(self, path: Path) -> None:
        """Begin a new database; one that is there already is opened as it is."""
        self.open(path, create=True)

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a database, and open that; what is unsaved is asked for."""
        self._leave_for(partial(self._restore, path, backup))

    def _restore(self, path: Path, backup: Path) -> None:
        if self._open is not None and self._open.database.path == path:
            self._close_database()
        self._restoring.restore(path, backup)

    def _offer_backup(self, path: Path, sentence: str) -> None:
        self._restoring.offer(path, sentence, self._settings.now.name_in_log)

    def _look_elsewhere(self, sentence: str, is_asked: bool) -> None:
        if self._open is None:
            self._choice.welcome(sentence)
        elif is_asked:
            self._choice.ask_open()

    def open_sample(self) -> None:
        """Open a fresh copy of the sample case, seen as of its own day."""
        try:
            sample = self._databases.sample()
        except ClaimTrackerError as error:
            self._refuse(str(error))
        except OSError as error:
            self._refuse(f"The sample case cannot be made: {reason(error)}.")
        else:
            self.open(sample, today=self._databases.sample_day())

    @property
    def view(self) -> MainView | None:
        """What the window holds, None while no database is open."""
        return self._open.view if self._open else None

    @property
    def background(self) -> Background | None:
        """Where the view's questions go."""
        return self._open.background if self._open else None

    @property
    def is_idle(self) -> bool:
        """Whether every question has been answered."""
        is_answered = self._open is None or self._open.background.is_idle
        return is_answered and self._restoring.is_idle and self._opening.is_idle

    def let_go(self) -> None:
        """Close the database; the window stays as it is."""
        self._restoring.close()
        self._opening.close()
        self._end_database()
        self._only.let_go()

    def _close_database(self) -> None:
        """Close what is shown while the window stays, and note where that stood."""
        if self._open is not None:
            self._settings.now = replace(self._settings.now, window=self._window.leave_place())
            self._end_database()

    def _end_database(self) -> None:
        if self._open is not None:
            self._open.let_go()
            self._open = None

    def _say_what_came(self) -> None:
        if self._open is not None:  # a late answer is no view
            restored = self._restoring.take_outcome(self._open.database.path)
            say_what_came(self._open.desk.changes, restored, self._open.settings)

    def _leave_for(self, then: Callable[[], None]) -> None:
        """Go on once nothing unsaved can be lost."""
        if self._open is None:
            then()
        else:
            self._open.view.ask_to_leave(then)

    def _furnish(self, database: OpenDatabase, lock: WindowLock, today: date | None) -> None:
        self._only.hold(lock)
        self._close_database()
        background = Background(database.session, self)
        background.broke.connect(self._show_broken)
        day = calendar(today)
        desk = Desk(background, self._settings.now, day, self, open_network=self._open_network)
        desk.settings_changed.connect(self._take_settings)
        self._window.empty()
        outside = OutsideWrites(desk, desk)
        outside.start()
        handlers = {
            "new_database": self._choice.ask_new,
            "open_database": self._choice.ask_open,
            "open_sample": self.open_sample,
        }
        view = MainView(desk, self._window, handlers)
        view.reminders.newly_due.connect(self._tray.announce)
        view.backups.restore_wanted.connect(partial(self.restore, database.path))
        view.backups.damage_found.connect(partial(self._offer_backup, database.path))
        if self._settings.path is not None:  # not for a picture
            view.look_after()
        view.claims.filled.connect(self._say_what_came, Qt.ConnectionType.SingleShotConnection)
        self._window.furnish(view, view, database.path.name)
        view.claims.take_focus()
        own = (database, background, desk, view, outside)
        self._open = ShownDatabase(*own, self._settings.path)
        if lock.is_beside_another:
            self._refuse(silent_words(database.path))

    def _refuse(self, sentence: str) -> None:
        """Say why a database did not open: in the window that is there, or in the first one."""
        if self._open is not None:
            self._open.desk.changes.refused.emit(sentence)
            return
        self._choice.welcome(sentence)

    def _folder(self) -> Path:
        return self._open.database.path.parent if self._open else Path.home()

    def _keep_place(self, place: WindowPlace) -> None:
        self._keep(replace(self._settings.now, window=place))

    def _take_settings(self) -> None:
        if self._open is not None:
            chosen = self._open.desk.settings
            apply_theme(self._qt, chosen.theme)
            self._keep(chosen)

    def _keep(self, chosen: Settings) -> None:
        try:
            self._settings.keep(chosen)
        except ClaimTrackerError as error:
            if self._open is not None:
                self._open.desk.changes.refused.emit(str(error))

    def _show_broken(self, error: BaseException) -> None:
        self.show_bug(type(error), error, error.__traceback__)

    def show_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug of ours and show it, once; further ones are added to the open dialog."""
        if issubclass(kind, KeyboardInterrupt):
            self._qt.quit()
            return
        self._bugs.show(kind, error, trace)

    def _run_until_quit(self) -> int:
        share_turns()
        # To `quit`, a dialog at work says no. Before and after its loop, `exit` would end others.
        end = partial(self._qt.exit, 0)
        self._window.closed.connect(end)
        status = int(self._qt.exec())
        self._window.closed.disconnect(end)
        self.let_go()
        return status
