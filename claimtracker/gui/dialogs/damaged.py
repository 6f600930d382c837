"""A database that cannot be read: the newest good backup, another one, or another database."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget
from sqlmodel import Session

from claimtracker.claims.backups import ToldBackup
from claimtracker.gui.background import Background
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.progress import BusyBar, Progress
from claimtracker.gui.dialogs.restore import told_summary
from claimtracker.gui.dialogs.start import KINDS
from claimtracker.gui.evidence.words import local_moment
from claimtracker.operations.list_backups import newest_good

LOOKING = "Looking for the newest good backup…"
NONE_GOOD = "None of its backups passes the checks. “Other backup…” takes one from elsewhere."
KEPT = "The file as it is now is kept beside it."


class DamagedDialog(PlainDialog):
    """Says what is wrong, and what can take its place; nothing is changed by looking."""

    chosen = Signal(object)  # the Path of the backup
    other_wanted = Signal()  # another database

    def __init__(
        self, path: Path, sentence: str, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__("The database cannot be read", parent, 560)
        self._path = path
        self._found: Path | None = None
        self._progress = Progress(self)
        self.add_note(sentence, "what_is_wrong").setProperty("role", "strong")
        self.column.addSpacing(12)
        self.outcome = self.add_note(LOOKING, "newest_good")
        self.bar = BusyBar()
        self.column.addWidget(self.bar)
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
        self.other_button = self.add_button("Other &backup…", "other_backup")
        self.other_button.clicked.connect(self._browse)
        self.database_button = self.add_button("Other &database…", "other_database")
        self.database_button.clicked.connect(self._leave_for_other)
        self.add_button("Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._take_found)

    def _show(self, told: ToldBackup | None) -> None:
        self.bar.end()
        if told is None or told.summary is None:
            self.outcome.setText(NONE_GOOD)
            self.other_button.setFocus()
        else:
            today = date.today()
            at = local_moment(told.backup.made_at, today)
            held = told_summary(told.summary, today)
            self.outcome.setText(f"The newest good backup is of {at}: {held}.")
            self._found = told.backup.path
            self.restore_button.setEnabled(True)
            self.restore_button.setFocus()
        self.fit()

    def _take_found(self) -> None:
        if self._found is not None:
            self._take(self._found)

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
