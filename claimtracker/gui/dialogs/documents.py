"""The documents that a dialog is about to keep: the fields of one, or a list of several."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.vocabulary import of_documents
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.document_fields import DocumentFields
from claimtracker.gui.dialogs.picture_row import picture_words, png_of
from claimtracker.gui.plain_text import PlainLabel, buddy_label
from claimtracker.operations.keep_evidence import Found

EACH = "Each becomes a piece of evidence of its own; what is told of it can be corrected later."

Given = tuple[DocumentDraft, Path | QImage | None]


class _DocumentList(EntryList):
    """Delete takes a document out."""

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes; Enter is left to the dialog's button."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Documents(QStackedWidget):
    """Shows fields while there is one document, and a list as soon as there are more."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._several: list[Given] = []
        self.fields = DocumentFields(desk)
        self.fields.edited.connect(self.edited)
        self.list = _DocumentList("documents", "Documents")
        self.list.removed.connect(self._remove)
        self.remove_button = text_button("remove_document", "Remove")
        self.remove_button.clicked.connect(self._remove)
        self._count = buddy_label("", self.list)
        self._count.setObjectName("document_count")
        self.addWidget(self.fields)
        self.addWidget(self._list_page())

    def _list_page(self) -> QWidget:
        page = QWidget()
        told = PlainLabel(EACH)
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        column.addWidget(told)
        column.addWidget(self.remove_button, alignment=Qt.AlignmentFlag.AlignLeft)
        return page

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep yet."""
        return not self._several and self.fields.is_empty

    def take(self, found: Sequence[Dropped]) -> None:
        """Add what was dropped or pasted; raises ClaimTrackerError for what cannot be kept."""
        if not self._several and len(found) == 1 and self.fields.fits(found[0]):
            self.fields.fill_in(found[0])
            return
        added = [_given(each) for each in found]
        if not self._several and not self.fields.is_empty:
            added.insert(0, (self.fields.draft(), self.fields.given_file()))
        self._several += added
        self._show_several()

    def given(self) -> list[Given]:
        """What is to be kept; raises FieldError or ClaimTrackerError."""
        return self._several or [(self.fields.draft(), self.fields.given_file())]

    def text(self) -> str:
        """What they say, for suggestions."""
        several = "\n".join(f"{draft.title}\n{draft.excerpt}" for draft, _file in self._several)
        return several or self.fields.text()

    def _remove(self) -> None:
        entry = self.list.current()
        if entry is not None:
            del self._several[entry.key]
            self._show_several()

    def _show_several(self) -> None:
        """Show the list; the fields again where the last one was taken out."""
        self.list.show_entries([_entry(each, key) for key, each in enumerate(self._several)])
        self._count.setText(f"{of_documents(len(self._several))}")
        self.setCurrentIndex(1 if self._several else 0)
        if not self._several:
            self.fields.url.setFocus()
        self.edited.emit()


def for_the_store(given: Sequence[Given]) -> Found:
    """Make files of the pictures: work for a thread."""
    return [(draft, png_of(file) if isinstance(file, QImage) else file) for draft, file in given]


def _given(found: Dropped) -> Given:
    draft = DocumentDraft.of(url=found.url, title=found.title, excerpt=found.text)
    return draft, found.image if found.image is not None else found.file


def _entry(given: Given, key: int) -> Entry:
    draft, file = given
    own = picture_words(file) if isinstance(file, QImage) else str(file.name if file else "")
    title = draft.title or own or draft.url or draft.excerpt
    notes = (own, draft.url, str(file.parent) if isinstance(file, Path) else "")
    note = " · ".join(dict.fromkeys(part for part in notes if part and part != title))
    return Entry(title, note, key=key)
