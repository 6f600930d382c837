"""Take claims in from a table: first what would happen, then, if that is wanted, the doing."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.backed_up import backed_up
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.path_field import PathField
from claimtracker.operations.import_claims import ImportResult, import_claims

KINDS = "Tables (*.csv *.json);;All files (*)"


class ImportDialog(OperationDialog):
    """Imports only the file whose rehearsal is shown."""

    def __init__(self, desk: Desk, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Import", "Import", parent, 600)
        self._rehearsed: Path | None = None
        self._asked: Path | None = None
        self._found: ImportResult | None = None
        self.file = PathField("file", "File", saves=False, kinds=KINDS)
        self.file.edited.connect(self._forget)
        self.file.picked.connect(self.rehearse)
        self.file.line.editingFinished.connect(self.rehearse)
        self.add_labelled("&File", self.file)
        self.column.addSpacing(8)
        self.counts = self.add_note("", "counts")
        self.counts.setProperty("role", "strong")
        self.refusals = EntryList("refusals", "Rows that cannot be taken")
        self.refusals.setMinimumHeight(180)
        self.column.addWidget(self.refusals, 1)
        self._add_look_button()
        self.file.set_path(path)
        self._forget()
        self.file.setFocus()
        self.rehearse()

    def _add_look_button(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.look_button = self.add_button("Preview", "preview", roles.ActionRole)
        self.look_button.setAutoDefault(False)
        self.look_button.clicked.connect(self.rehearse)

    def rehearse(self) -> None:
        """Try the import and keep nothing, to show what it would do."""
        path = self.file.path()
        if path is None or path in (self._asked, self._rehearsed):
            return
        self.say("")
        self._asked = path
        self.counts.setText("Reading…")
        work = partial(import_claims, path=path, by=self.desk.by, dry_run=True)
        self.desk.background.start(work, self._show_rehearsal, refused=self._refuse_rehearsal)

    def operation(self) -> Operation:
        """The import, for real."""
        path = self.file.path()
        if path is None:
            raise FieldError("file", "Choose a file first.")
        if path != self._rehearsed or self._found is None:
            self.rehearse()
            raise FieldError("file", "Look at what would happen, then import.")
        taking = partial(import_claims, path=path, by=self.desk.by, dry_run=False)
        return backed_up(self.desk, taking)

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return f"Import done: {_counted(self._found)}" if self._found else "Import done"

    def _forget(self) -> None:
        """Another path: what is shown is not about it."""
        self._found = self._asked = self._rehearsed = None
        self.action_button.setEnabled(False)
        self.action_button.setText("Import")
        self.counts.setText("Choose a .csv or .json file to see what it would add and change.")
        self.refusals.show_entries([])
        self.refusals.hide()

    def _show_rehearsal(self, found: ImportResult) -> None:
        if self._asked is None:
            return  # the path was changed meanwhile
        self._rehearsed, self._asked, self._found = self._asked, None, found
        self.counts.setText(f"Would be: {_counted(found)}")
        self.refusals.show_entries(
            [Entry(f"Line {row.line}", row.reason, key=row.line) for row in found.refused]
        )
        self.refusals.setVisible(bool(found.refused))
        wanted = found.added + found.changed
        self.action_button.setEnabled(wanted > 0)
        self.action_button.setText(f"Import {of_claims(wanted)}" if wanted else "Import")

    def _refuse_rehearsal(self, error: ClaimTrackerError) -> None:
        self._asked = None
        self.counts.setText("")
        self.say(str(error))


def _counted(found: ImportResult) -> str:
    return (
        f"{found.added:,} added, {found.changed:,} changed, {found.skipped:,} skipped, "
        f"{len(found.refused):,} refused"
    )
