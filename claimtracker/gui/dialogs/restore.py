"""Choose a backup: what each holds, and how that differs from now, before anything is replaced."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QMessageBox, QWidget

from claimtracker.claims.backup_words import against_present, holds, size_words
from claimtracker.claims.backups import Comparison, Summary, ToldBackup
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.claim_panel.entry_list import EntryList
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.progress import BusyBar
from claimtracker.gui.dialogs.start import KINDS
from claimtracker.gui.evidence.words import local_moment
from claimtracker.operations.list_backups import list_backups
from claimtracker.operations.restore_backup import rehearse_here

LOOKING = "Looking for backups…"
NONE_YET = "There is no backup of this database yet. “Other file…” takes one from elsewhere."
WHAT = "What is there now is replaced by what you choose, and kept beside it."
KEPT = "What is there now is kept beside it, called “before-restore”."
_LEAST_HEIGHT = 240
_LEAST_WIDTH = 440


class RestoreDialog(PlainDialog):
    """Nothing is replaced before the backup was checked, and the question answered."""

    chosen = Signal(object)  # the Path of the backup

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Restore a backup", parent, 560)
        self._desk = desk
        self._told: list[ToldBackup] = []
        self._wanted: Path | None = None
        self._is_checking = False
        self.outcome = self.add_note(LOOKING, "backups_found")
        self.column.addSpacing(8)
        self.backups = EntryList("backups", "Backups, the newest first")
        self.backups.setMinimumHeight(_LEAST_HEIGHT)
        self.backups.chosen.connect(self._offer)
        self.backups.opened.connect(self.check)
        self.column.addWidget(self.backups, 1)
        self.bar = BusyBar()
        self.column.addWidget(self.bar)
        roles = QDialogButtonBox.ButtonRole
        self.other_button = self.add_button("&Other file…", "other_file")
        self.other_button.clicked.connect(self._browse)
        self.restore_button = self.add_button("&Restore…", "do_it", roles.AcceptRole)
        self.add_button("Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self.check)
        self.restore_button.setEnabled(False)
        self.backups.setFocus()
        desk.background.start(list_backups, self._show, refused=self._refuse)

    def check(self) -> None:
        """Check the chosen backup, and set it beside what there is now."""
        told = self._current()
        if told is not None and self.restore_button.isEnabled():
            self._check(told.backup.path)

    def _show(self, found: list[ToldBackup]) -> None:
        self._told = found
        self.outcome.setText(NONE_YET if not found else WHAT)
        entries = [self._entry(number, told) for number, told in enumerate(found)]
        self.backups.show_entries(entries)
        self.backups.setVisible(bool(entries))
        (self.backups if entries else self.other_button).setFocus()
        self.fit()

    def _entry(self, number: int, told: ToldBackup) -> Entry:
        size = size_words(told.backup.size)
        at = local_moment(told.backup.made_at, self._desk.today)
        if told.summary is None:
            return Entry(at, told.problem, mark=size, key=number, is_faint=True)
        return Entry(at, told_summary(told.summary, self._desk.today), mark=size, key=number)

    def _current(self) -> ToldBackup | None:
        entry = self.backups.current()
        return self._told[entry.key] if entry else None

    def _offer(self, _entry: Entry | None) -> None:
        told = self._current()
        can_be = told is not None and told.summary is not None
        self.restore_button.setEnabled(can_be and not self._is_checking)
        self.other_button.setEnabled(not self._is_checking)

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Restore a backup", str(Path.home()), KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self._check(Path(path))

    def _check(self, backup: Path) -> None:
        self.say("")
        self._wanted, self._is_checking = backup, True
        self._offer(None)
        self.bar.begin()
        work = partial(rehearse_here, backup=backup)
        self._desk.background.start(work, self._ask, refused=self._refuse)

    def _ask(self, found: Comparison) -> None:
        self._come_to_rest()
        box = ConfirmRestoreBox(found, self._desk.today, self)
        box.confirmed.connect(self._take)
        box.open()

    def _take(self) -> None:
        self.accept()
        self.chosen.emit(self._wanted)

    def _refuse(self, error: ClaimTrackerError) -> None:
        self._come_to_rest()
        self.say(str(error))

    def _come_to_rest(self) -> None:
        self._is_checking = False
        self.bar.end()
        self._offer(None)


class ConfirmRestoreBox(QMessageBox):
    """The last word before a database is replaced; Enter and Esc leave it as it is."""

    confirmed = Signal()

    def __init__(self, found: Comparison, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Restore a backup")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setText("Put this backup in the place of the present database?")
        self.setInformativeText("\n".join(_lines(found, today)))
        for label in self.findChildren(QLabel):  # Qt breaks the lines at a third of this
            label.setMinimumWidth(_LEAST_WIDTH if label.wordWrap() else 0)
        roles = QMessageBox.ButtonRole
        self.restore_button = self.addButton("&Restore", roles.DestructiveRole)
        self.restore_button.setObjectName("restore_now")
        self.stay_button = self.addButton("&Leave as it is", roles.RejectRole)
        self.stay_button.setObjectName("leave_as_it_is")
        self.setDefaultButton(self.stay_button)
        self.setEscapeButton(self.stay_button)
        self.restore_button.clicked.connect(self.confirmed)


def _lines(found: Comparison, today: date) -> Iterator[str]:
    yield f"The backup: {told_summary(found.backup, today)}."
    if found.present is not None:
        yield f"Now: {told_summary(found.present, today)}."
    yield against_present(found)
    yield KEPT


def told_summary(summary: Summary, today: date) -> str:
    """What a database holds, and when something was done in it last."""
    last = f", the last on {local_moment(summary.last_at, today)}" if summary.last_at else ""
    return f"{holds(summary)}{last}"
