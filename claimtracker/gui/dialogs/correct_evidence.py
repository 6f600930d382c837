"""Correct what is told of a document; what was captured stays as it is."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import DocumentRow
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.operations.keep_evidence import check_address, correct_evidence

ABOUT = "It is corrected wherever it bears on a claim. What was captured stays as it is."
_TEXT_HEIGHT = 88


class CorrectEvidenceDialog(OperationDialog):
    """Filled in with what is told of the document now."""

    def __init__(self, desk: Desk, found: DocumentRow, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Correct evidence", "Correct", parent, 520)
        self._found = found
        self.title_line = named(QLineEdit(found.title), "title")
        self.publisher = named(QLineEdit(found.publisher), "publisher")
        self.published_on = DayField("published_on", "Published on", desk)
        self.published_on.set_day(found.published_on)
        self.excerpt = named(QPlainTextEdit(tabChangesFocus=True), "excerpt")
        self.excerpt.setPlainText(found.excerpt)
        self.excerpt.setMinimumHeight(_TEXT_HEIGHT)
        self.place = named(QLineEdit(found.place, placeholderText="page 3, second table"), "place")
        self.archive = named(
            QLineEdit(found.archive_url, placeholderText="https://web.archive.org/web/…"),
            "archive_url",
        )
        self.add_note(ABOUT)
        self.add_labelled("&Title", self.title_line)
        self.add_labelled("&Publisher", self.publisher)
        self.add_labelled("Published &on", self.published_on)
        self.add_labelled("&Excerpt, word for word", self.excerpt)
        self.add_labelled("P&lace in the document", self.place)
        self.add_labelled("&Archive link", self.archive)
        self.title_line.setFocus()

    def operation(self) -> Operation:
        """Check what was entered, then correct the document as one action."""
        archive = self.archive.text().strip()
        try:
            check_address(archive)
        except ClaimTrackerError as error:
            raise FieldError("archive_url", str(error)) from error
        draft = DocumentDraft.of(
            title=_typed(self.title_line, self._found.title),
            publisher=_typed(self.publisher, self._found.publisher),
            published_on=self.published_on.checked_day(),
            excerpt=self._excerpt(),
            place=_typed(self.place, self._found.place),
            archive_url=archive,
        )
        return partial(
            correct_evidence, evidence_id=self._found.evidence_id, draft=draft, by=self.desk.by
        )

    def _excerpt(self) -> str:
        # Qt's fields make plain blanks of hard ones: words that nobody touched stay as they were.
        is_touched = self.excerpt.document().isModified()
        return self.excerpt.toPlainText() if is_touched else self._found.excerpt

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Evidence corrected"


def _typed(line: QLineEdit, was: str) -> str:
    return line.text() if line.isModified() else was
