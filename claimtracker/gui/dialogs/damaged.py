"""A database that cannot be read: its newest good backup, what can be salvaged, or another one."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget
from sqlmodel import Session

from claimtracker.claims.backups import ToldBackup
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.salvaged import Salvaged, lost_words, more_words, read_words
from claimtracker.gui.background import Background
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.progress import BusyBar, Progress
from claimtracker.gui.dialogs.restore import told_summary
from claimtracker.gui.dialogs.start import KINDS
from claimtracker.gui.evidence.words import local_moment
from claimtracker.operations.list_backups import newest_good
from claimtracker.operations.salvage_database import salvage_database

LOOKING = "Looking for the newest good backup…"
NONE_GOOD = "No backup beside it passes the checks. “Other backup…” takes one from elsewhere."
CAN_BE_SALVAGED = (
    "“Salvage” brings what can still be read into a new database, and says what is lost."
)
SALVAGING = "Bringing what can be read into a new database…"
KEPT = "Whatever you choose, the file as it is now is kept beside it."
USE = "&Use salvaged"


class DamagedDialog(PlainDialog):
    """Says what is wrong, and what can take its place; looking and salvaging change nothing there.

    Esc stops a salvage first, and closes then.
    """

    chosen = Signal(object)  # the Path of the backup
    salvage_chosen = Signal(object)  # the Path of the new database that was salvaged
    other_wanted = Signal()  # another database

    def __init__(
        self,
        path: Path,
        sentence: str,
        background: Background,
        parent: QWidget | None = None,
        by: str = "",
    ) -> None:
        super().__init__("The database cannot be read", parent, 600)
        self._path, self._background, self._by = path, background, by
        self._found: Path | None = None
        self._salvaged: Salvaged | None = None
        self._progress = Progress()
        self._salvaging: Progress | None = None
        self.add_note(sentence, "what_is_wrong").setProperty("role", "strong")
        self.column.addSpacing(12)
        self.outcome = self.add_note(LOOKING, "newest_good")
        self.bar = BusyBar()
        self.column.addWidget(self.bar)
        self.column.addSpacing(8)
        self.salvage_note = self.add_note(CAN_BE_SALVAGED, "salvage_note")
        self.salvage_bar = BusyBar()
        self.column.addWidget(self.salvage_bar)
        self.column.addSpacing(8)
        self.add_note(KEPT)
        self.column.addStretch()
        self._add_buttons()
        self.finished.connect(self._progress.stop)
        self.bar.begin()
        background.start(partial(_looked, path=path, progress=self._progress), self._show)

    def _add_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.restore_button = self.add_button("&Restore it", "do_it", roles.AcceptRole)
        self.restore_button.setEnabled(False)
        self.salvage_button = self.add_button("&Salvage", "salvage")
        self.salvage_button.clicked.connect(self._salvage_or_use)
        self.other_button = self.add_button("Other &backup…", "other_backup")
        self.other_button.clicked.connect(self._browse)
        self.database_button = self.add_button("Other &database…", "other_database")
        self.database_button.clicked.connect(self._leave_for_other)
        self.cancel_button = self.add_button("Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._take_found)

    def reject(self) -> None:
        """While it salvages, stop that first; otherwise close."""
        if self._salvaging is not None:
            self._salvaging.stop()
        else:
            super().reject()

    def _show(self, told: ToldBackup | None) -> None:
        self.bar.end()
        if told is None or told.summary is None:
            self.outcome.setText(NONE_GOOD)
            if self._salvaging is None and self._salvaged is None:
                self.salvage_button.setFocus()
        else:
            today = date.today()
            at = local_moment(told.backup.made_at, today)
            held = told_summary(told.summary, today)
            self.outcome.setText(f"The newest good backup is of {at}: {held}.")
            self._found = told.backup.path
            self._show_ways()
            if self._salvaging is None and self._salvaged is None:
                self.restore_button.setFocus()
        self.fit()

    def _show_ways(self) -> None:
        """While it salvages, only Cancel is left."""
        is_free = self._salvaging is None
        self.restore_button.setEnabled(is_free and self._found is not None)
        for button in (self.salvage_button, self.other_button, self.database_button):
            button.setEnabled(is_free)
        self.cancel_button.setText("Cancel" if is_free else "Stop")

    def _take_found(self) -> None:
        if self._found is not None:
            self._take(self._found)

    def _salvage_or_use(self) -> None:
        if self._salvaged is not None:
            self.accept()
            self.salvage_chosen.emit(self._salvaged.path)
            return
        self.say("")
        self.salvage_note.setText(SALVAGING)
        progress = self._salvaging = Progress()
        progress.moved.connect(self.salvage_bar.show_progress)
        self.finished.connect(progress.stop)
        self._show_ways()
        self.cancel_button.setFocus()
        self.salvage_bar.begin()
        work = partial(_salvaged, path=self._path, by=self._by, progress=progress)
        self._background.start(work, self._show_salvaged, refused=self._fail, broke=self._leave)

    def _show_salvaged(self, done: Salvaged) -> None:
        self._salvaged = done
        self._leave()
        lies = f"It lies beside the damaged one as {done.path.name}."
        told = (read_words(done), lost_words(done), *more_words(done), lies)
        self.salvage_note.setText("\n".join(told))
        self.salvage_button.setText(USE)
        self.salvage_button.setFocus()
        self.fit()

    def _fail(self, error: ClaimTrackerError) -> None:
        self._leave()
        self.salvage_note.setText(CAN_BE_SALVAGED)
        self.say(str(error))

    def _leave(self, _error: object = None) -> None:
        self._salvaging = None
        self.salvage_bar.end()
        self._show_ways()

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Restore a backup", str(self._path.parent), KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, chosen: str) -> None:
        self._take(Path(chosen))

    def _take(self, backup: Path) -> None:
        self.accept()
        self.chosen.emit(backup)

    def _leave_for_other(self) -> None:
        self.accept()
        self.other_wanted.emit()


def _looked(_session: Session, path: Path, progress: Progress) -> ToldBackup | None:
    return newest_good(path, is_stopped=progress.is_stopped)


def _salvaged(_session: Session, path: Path, by: str, progress: Progress) -> Salvaged:
    return salvage_database(path, by=by, tell=progress.tell, is_stopped=progress.is_stopped)
