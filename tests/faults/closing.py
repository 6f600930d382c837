"""A process with the program's own window, which is closed while everything is under way.

What can be under way joins by one line in BUSY.
"""

import json
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from sqlmodel import Session

from claimtracker.app import Databases
from claimtracker.articles.web.fetch import Network
from claimtracker.claims.bulk_change import BulkChange, ChangeKind
from claimtracker.claims.drafts import DocumentDraft
from claimtracker.gui.application import Application
from claimtracker.gui.article_window.offered import Offered
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.export import ExportDialog
from claimtracker.gui.dialogs.verify import VerifyDialog
from claimtracker.gui.main_view import MainView
from claimtracker.gui.main_window import MainWindow, first_window
from claimtracker.operations.change_claims import change_claims
from claimtracker.operations.import_claims import import_claims
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.settings import Settings, settings_path
from tests.benchmarks.generated.casebook import TODAY
from tests.faults.window_watch import WindowWatch

CLOSED, PROBLEMS = "closed.txt", "problems.json"
TAG = "closing-time"
REPORT, TABLE, PAGE = "report.csv", "table.csv", "page.html"
DISCARD = "discard_changes"
_UNDER_WAY_MS = 300  # from the beginning of it all to the end
_ASKING_MS = 5


@dataclass(frozen=True)
class Busy:
    """The window on a case, and the folder with what is imported, read and written."""

    window: MainWindow
    view: MainView
    case: Path
    folder: Path
    server: socket.socket  # it is listened to, and nobody ever answers
    kept: list[object] = field(default_factory=list)  # until the end

    @property
    def desk(self) -> Desk:
        """What the view works with."""
        return self.view._desk


@dataclass(frozen=True)
class Around:
    """What is there before the database is open."""

    window: MainWindow
    case: Path
    folder: Path
    server: socket.socket
    watch: WindowWatch
    kept: list[object] = field(default_factory=list)


def export(busy: Busy) -> None:
    """Everything listed is written to a file."""
    view = busy.view
    dialog = ExportDialog(busy.desk, view.claims.listing, view.claims.count, busy.window)
    dialog.file.set_path(busy.folder / REPORT)
    dialog.open()
    dialog.submit()


def bring_in(busy: Busy) -> None:
    """A large table is imported."""
    work = partial(import_claims, path=busy.folder / TABLE, by="Ada")
    busy.desk.carry_out(work, is_long=True)


def change_all(busy: Busy) -> None:
    """Every claim that is listed gets a tag."""
    wanted = BulkChange(kind=ChangeKind.ADD_TAGS, tags=(TAG,))
    busy.view.claims.select_all()
    ids = list(busy.view.claims.selected_ids())
    busy.desk.carry_out(
        partial(change_claims, claim_ids=ids, change=wanted, by="Ada"), is_long=True
    )


def back_up(busy: Busy) -> None:
    """The backup of the day is made."""
    busy.view.backups.look()


def capture(busy: Busy) -> None:
    """Pages are captured whose server never answers."""
    port = busy.server.getsockname()[1]
    pages = [(DocumentDraft(url=f"http://127.0.0.1:{port}/{page}"), None) for page in range(4)]
    busy.desk.carry_out(
        partial(keep_evidence, found=pages, by="Ada"), busy.view.evidence.capturing.take_kept
    )


def read_article(busy: Busy) -> None:
    """A long page is read, which a child process takes apart."""
    busy.view.articles.open_all([Offered(file=busy.folder / PAGE)])


def look_for(busy: Busy) -> None:
    """Every claim is looked through for words."""
    busy.view.top_bar.field.setText("deadline OR treaty")


def verify_all(busy: Busy) -> None:
    """Everything kept is verified."""
    VerifyDialog(busy.desk, busy.window).open()


def open_beside(busy: Busy) -> None:
    """The windows beside the main one read what they list."""
    for name in ("claimants", "events", "said_before", "log", "evidence_inbox"):
        busy.view.actions_by_name[name].trigger()


def take_back(busy: Busy) -> None:
    """The last step is undone."""
    busy.view.history.undoing.undo()


def type_unsaved(busy: Busy) -> None:
    """A new claim is being typed: closing asks, and the answer is to discard it."""
    busy.view.panel.new_claim()
    if (field := QApplication.focusWidget()) is not None:
        QTest.keyClicks(field, "They will sign")


BUSY: dict[str, Callable[[Busy], None]] = {
    "search": look_for,
    "windows beside": open_beside,
    "unsaved text": type_unsaved,
    "captures": capture,
    "article": read_article,
    "backup": back_up,
    "undo": take_back,
    "verify": verify_all,
    "export": export,
    "bulk change": change_all,
    "import": bring_in,
}


def keep_the_file(busy: Busy) -> None:
    """Another program lets nobody read the database, and goes on so."""
    other = sqlite3.connect(busy.case, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    busy.kept.append(other)


LOCKED = {"another program": keep_the_file}
"""What comes first where everything else is to wait."""


def ignore_the_end(busy: Busy) -> None:
    """Planted: work that never hears that it is wanted no more."""
    busy.desk.background.start(_sleep_for_ever)


def leave_litter(_busy: Busy) -> None:
    """Planted: a temporary file that nobody takes away."""
    tempfile.mkstemp(prefix="litter-")


def leave_orphan(_busy: Busy) -> None:
    """Planted: a process that goes on by itself."""
    subprocess.Popen(["sleep", "60"], start_new_session=True)


def be_busy_at_the_end(busy: Busy) -> None:
    """Planted: a thread that is still running when it is taken apart, on which Qt aborts."""
    busy.desk.background._long.clear()
    busy.desk.background.start(_sleep_for_ever)
    busy.desk.background._long.clear()


PLANTED: dict[str, Callable[[Busy], None]] = {
    "deaf": ignore_the_end,
    "litter": leave_litter,
    "orphan": leave_orphan,
    "abort": be_busy_at_the_end,
}


def _sleep_for_ever(_session: Session) -> None:
    while True:
        time.sleep(1)


class Closing(QObject):
    """Sets everything going once the list has come, and closes the window a moment later."""

    def __init__(self, program: Application, around: Around, wanted: list[str]) -> None:
        super().__init__(program)
        self._program, self._around, self._wanted = program, around, wanted
        QTimer.singleShot(0, self.begin)

    def begin(self) -> None:
        """Begin everything as soon as there are claims."""
        view = self._program.view
        if view is None or not view.claims.count:
            QTimer.singleShot(_ASKING_MS, self.begin)
            return
        around = self._around
        busy = Busy(around.window, view, around.case, around.folder, around.server, around.kept)
        for name in self._wanted:
            (LOCKED | BUSY | PLANTED)[name](busy)
        QTimer.singleShot(_UNDER_WAY_MS, self.close)

    def close(self) -> None:
        """Close; what asks whether to discard what is unsaved is told so."""
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
        boxes = [box.findChild(QPushButton, DISCARD) for box in shown if box.isVisible()]
        (self._around.folder / CLOSED).write_text(str(time.monotonic()))
        QTimer.singleShot(_ASKING_MS, self.close)
        if boxes and boxes[0] is not None:
            boxes[0].click()
        else:
            self._around.window.close()


def main(folder: str, case: str, wanted: str, patience: str) -> None:
    """Run the program on the case until it has closed; end as the program does."""
    watch = WindowWatch(float(patience))
    watch.begin()
    watch.go_on()
    window = first_window(Settings(theme="light"))
    chosen, network = Settings(theme="light"), partial(Network, allows_loopback=True)
    program = Application(Databases(), window, chosen, settings_path(), TODAY, open_network=network)
    with socket.create_server(("127.0.0.1", 0)) as server:
        around = Around(window, Path(case), Path(folder), server, watch)
        Closing(program, around, json.loads(wanted))
        status = program.run(Path(case))
    (Path(folder) / PROBLEMS).write_text(json.dumps(watch.problems))
    sys.exit(status)


if __name__ == "__main__":
    main(*sys.argv[1:])
