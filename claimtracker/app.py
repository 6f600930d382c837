"""The composition root: settings, database and window are brought together here and only here."""

import os
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from claimtracker import command_line, log
from claimtracker import settings as stored_settings
from claimtracker.command_line.arguments import say, tell
from claimtracker.command_line.start_options import Picture, StartOptions
from claimtracker.display import has_display
from claimtracker.resource_files import resource
from claimtracker.settings import Settings
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.migrate import what_delays
from claimtracker.storage.patience import never

if TYPE_CHECKING:
    from claimtracker.gui.application import Application
    from claimtracker.gui.main_window import MainWindow
    from claimtracker.gui.window_lock import WindowLock

SAMPLE_NAME = "sample.db"


def run(
    arguments: Sequence[str],
    window: "MainWindow | None" = None,
    lock: "WindowLock | None" = None,
) -> int:
    """Run the program and return its exit status.

    `window` is one that is shown already, `lock` what keeps other windows off its database.
    """
    log.start_log(stored_settings.log_folder())
    sys.excepthook = tell_bug  # the window puts its own in this place
    threading.excepthook = tell_of_thread  # Python's own two print messages, which may quote
    sys.unraisablehook = _log_unraisable
    return command_line.run(arguments, _Desktop(window, lock))


def tell_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say on the terminal that there is a bug; its message may quote a claim and stays unsaid."""
    log.log_bug(error, trace)
    place = stored_settings.log_folder()
    tell(f"ClaimTracker has a bug here ({kind.__name__}); the log in {place} says where.")


def tell_of_thread(told: threading.ExceptHookArgs) -> None:
    """Say that a thread broke down."""
    if told.exc_value is not None:
        tell_bug(told.exc_type, told.exc_value, told.exc_traceback)


def _log_unraisable(told: "sys.UnraisableHookArgs") -> None:
    """Log what was raised where nobody can hear it, as while an object is taken apart."""
    if told.exc_value is not None:
        log.log_bug(told.exc_value, told.exc_traceback)


class _Desktop:
    """The window, the tray and what stands in for them where there is no display."""

    def __init__(self, window: "MainWindow | None", lock: "WindowLock | None") -> None:
        self._window = window
        self._lock = lock

    def open_window(self, options: StartOptions) -> int:
        """Open the window on the database that the options name."""
        if not has_display():
            return _work_without_display(options)
        return self._application(options).run(options.path)

    def open_sample(self, options: StartOptions, picture: Picture) -> int:
        """Open the window on a fresh sample, or paint a picture, which needs no display."""
        databases = Databases()
        if picture.file is not None:
            if not has_display():
                os.environ["QT_QPA_PLATFORM"] = "offscreen"
            today = options.today or databases.sample_day()
            return self._painter(picture).paint(databases.sample(), today, picture.file)
        if not has_display():
            return _work_without_display(options)
        return self._application(options).run(databases.sample(), databases.sample_day())

    def _application(self, options: StartOptions) -> "Application":
        from claimtracker.gui.application import Application  # Qt is loaded only here
        from claimtracker.gui.main_window import first_window

        window = self._window or first_window(options.settings)
        path = stored_settings.settings_path()
        databases, network = Databases(), options.open_network
        return Application(
            databases,
            window,
            options.settings,
            path,
            options.today,
            open_network=network,
            lock=self._lock,
        )

    def _painter(self, picture: Picture) -> "Application":
        """A window with settings of its own, so that a picture is the same for everybody."""
        from claimtracker.gui.application import Application
        from claimtracker.gui.main_window import first_window

        chosen = replace(Settings(), theme=picture.theme)
        window = first_window(chosen)
        window.resize(picture.width, picture.height)
        return Application(Databases(), window, chosen, None, None)

    def notify(self, title: str, text: str) -> bool:
        """Show a notification on the desktop, if there is one."""
        if not has_display():
            return False
        from claimtracker.gui.tray import notify_once

        return notify_once(title, text)


class Databases:
    """How the window opens databases without knowing the storage room."""

    def open(
        self, path: Path, *, create: bool = False, is_stopped: Callable[[], bool] = never
    ) -> Database:
        """Open a database; raise ClaimTrackerError with one clear sentence where that fails."""
        return open_database(path, create=create, is_stopped=is_stopped)

    def what_delays(self, path: Path) -> str:
        """Why opening it takes a while; nothing where it does not."""
        return what_delays(path)

    def sample(self) -> Path:
        """Make a fresh copy of the sample case in a folder of its own and return its path."""
        from claimtracker.operations.sample_case import enter_sample_case  # few starts ask for it

        folder = Path(tempfile.mkdtemp(prefix="claimtracker-sample-"))
        database = open_database(folder / SAMPLE_NAME, create=True)
        try:
            with database.session() as session:
                enter_sample_case(session, resource("sample_case.toml"))
        finally:
            database.close()
        return database.path

    def sample_day(self) -> date:
        """The day on which the sample shows every state."""
        from claimtracker.operations.sample_case import sample_day

        return sample_day(resource("sample_case.toml"))


def _work_without_display(options: StartOptions) -> int:
    """Do the main job in the terminal: make the sample, check it, report on it."""
    from claimtracker.command_line.without_display import work_in_terminal

    databases = Databases()
    today = options.today or databases.sample_day()
    say("There is no display, so the sample case is worked through here in the terminal.")
    work_in_terminal(replace(options, database=str(databases.sample()), today=today), today)
    return command_line.DONE
