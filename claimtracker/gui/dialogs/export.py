"""Write a report of what is listed, with progress and a way to stop it."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.path_field import PathField
from claimtracker.gui.dialogs.progress import FiguresBar, Progress
from claimtracker.operations.export_report import SUFFIXES, conventions_path, export_report


class ExportDialog(PlainDialog):
    """Asks for the file, writes in the background, says where it went."""

    def __init__(
        self, desk: Desk, listing: Listing, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("Export", parent, 520)
        self._desk = desk
        self._listing = listing
        self._progress: Progress | None = None
        self._written: Path | None = None
        self.about = self.add_note(f"Export {of_claims(count)}, as listed", "about")
        kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in SUFFIXES)
        self.file = PathField("file", "File", saves=True, kinds=kinds)
        self.file.set_path(Path.home() / f"claims-{desk.today.isoformat()}{SUFFIXES[0]}")
        self.file.edited.connect(self._follow)
        self.add_labelled("&File", self.file)
        self.hint = self.add_note("", "file_hint")
        self.bar = FiguresBar()
        self.bar.hide()
        self.column.addWidget(self.bar)
        self.outcome = self.add_note("", "outcome")
        self.outcome.hide()
        self.column.addStretch()
        self._add_buttons()
        self._follow()
        self.file.line.setFocus()
        self.file.line.selectAll()

    def _add_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.export_button = self.add_button("Export", "do_it", roles.AcceptRole)
        self.folder_button = self.add_button("Show in folder", "show_folder", roles.ActionRole)
        self.folder_button.hide()
        self.folder_button.clicked.connect(self._show_folder)
        self.cancel_button = self.add_button("Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self.submit)

    def submit(self) -> None:
        """Start writing."""
        if self._progress is not None:
            return
        self.say("")
        try:
            path = self._checked_path()
        except FieldError as error:
            self._complain(error)
            return
        self._progress = Progress()
        self._progress.moved.connect(self.bar.show_progress)
        self._show_busy(is_busy=True)
        work = _writing(path, self._listing, self._progress)
        self._desk.background.start(work, self._finish, refused=self._fail)
        self._written = path

    def reject(self) -> None:
        """While writing, stop that first; otherwise close."""
        if self._progress is not None:
            self._progress.stop()
        else:
            super().reject()

    def _checked_path(self) -> Path:
        path = self.file.path()
        if path is None:
            raise FieldError("file", "Name the file to be written.")
        if path.suffix.lower() not in SUFFIXES:
            raise FieldError("file", f"The name must end in {' or '.join(SUFFIXES)}.")
        return path.absolute()

    def _show_busy(self, *, is_busy: bool) -> None:
        self.bar.setRange(0, 0)
        self.bar.setVisible(is_busy)
        self.export_button.setEnabled(not is_busy)
        self.file.setEnabled(not is_busy)

    def _finish(self, count: int) -> None:
        self._progress = None
        self._show_busy(is_busy=False)
        words = f"{of_claims(count)} written to {self._written}"
        if self._written is not None:
            words += f"; {conventions_path(self._written).name} says how their deadlines were read"
        self.outcome.setText(words)
        self.outcome.show()
        self.hint.hide()
        self.export_button.hide()
        self.folder_button.show()
        self.cancel_button.setText("Close")
        self.cancel_button.setAccessibleName("Close")
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()
        self._desk.changes.said.emit(words)

    def _fail(self, error: ClaimTrackerError) -> None:
        self._progress = None
        self._show_busy(is_busy=False)
        self._complain(error)

    def _complain(self, error: ClaimTrackerError) -> None:
        self.say(str(error))
        self.file.line.setFocus()

    def _follow(self) -> None:
        path = self.file.path()
        is_there = path is not None and os.path.isfile(path)
        formats = f"The name's ending chooses the format: {', '.join(SUFFIXES)}."
        hint = "This file exists and will be replaced." if is_there else formats
        self.hint.setText(f"{hint}{_beside(path)}")
        self.export_button.setText("Replace" if is_there else "Export")

    def _show_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def _beside(path: Path | None) -> str:
    """What is written besides the report."""
    if path is None or path.suffix.lower() not in SUFFIXES:
        return ""
    return f" Beside it, {conventions_path(path).name} says how the deadlines were read."


def _writing(path: Path, listing: Listing, progress: Progress) -> Callable[..., int]:
    return partial(
        export_report,
        path=path,
        listing=listing,
        on_progress=progress.tell,
        is_cancelled=progress.is_stopped,
    )
