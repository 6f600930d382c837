"""Correct what is told of a stored document; what was captured of it stays as it is."""

from functools import partial

from PySide6.QtWidgets import QWidget

from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.rows import DocumentRow
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.document_fields import DocumentFields
from claimtracker.gui.plain_text import one_line
from claimtracker.operations.keep_evidence import correct_evidence


class CorrectEvidenceDialog(OperationDialog):
    """Title, publisher, day, excerpt, place and archive link."""

    def __init__(self, desk: Desk, row: DocumentRow, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Correct what is told", "Save", parent, 560)
        self._evidence_id = row.evidence_id
        told = {name: getattr(row, name) for name in DocumentDraft.model_fields}
        self._shown = DocumentDraft.model_construct(**told)
        self.about = self.add_note(one_line(row.url or row.file_name or row.called), "about")
        self.column.addSpacing(8)
        self.fields = DocumentFields(desk, is_stored=True)
        self.fields.show_document(row)
        self.column.addWidget(self.fields)
        self.fields.title.setFocus()

    def operation(self) -> Operation:
        """Check what was entered, then correct it."""
        draft = self.fields.draft()
        return partial(
            correct_evidence,
            evidence_id=self._evidence_id,
            draft=draft,
            by=self.desk.by,
            shown=self._shown,
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Corrected; what was captured is unchanged"
