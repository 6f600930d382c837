"""The list of documents with all of the current one, or words where nothing is listed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from claimtracker.claims.rows import ShelvedRow
from claimtracker.claims.state import Window
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.details import EvidenceDetails
from claimtracker.gui.evidence_inbox.list_view import DocumentList
from claimtracker.gui.plain_text import wrapped_label

_NOTHING, _LISTED = range(2)
_WIDE = 1_000
_ABOVE, _BESIDE = (270, 270), (600, 400)


class DocumentPages(QStackedWidget):
    """The details stand below the list, or beside it where the window is wide."""

    chosen = Signal(object)  # the ShelvedRow that has the cursor, None while there is none

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShelvedRow | None = None
        self.list = DocumentList(desk)
        self.details = EvidenceDetails(desk)
        self.nothing = wrapped_label("no_documents", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(4, 24, 4, 0)
        self.halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.halves.addWidget(self.list)
        self.halves.addWidget(self.details)
        self.halves.setSizes(_ABOVE)
        self.addWidget(self.nothing)
        self.addWidget(self.halves)
        self.list.chosen.connect(self._follow)
        self.list.filled.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width has come or gone; otherwise what was dragged stays."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.halves.orientation() != wanted:
            self.halves.setOrientation(wanted)
            self.halves.setSizes(_BESIDE if is_wide else _ABOVE)
            self.details.stand(is_beside=is_wide)

    def show_list(self, *, is_any: bool, nothing: str) -> bool:
        """Show the list, or say why nothing is in it; whether the list has just come to be seen."""
        was_there = self.currentIndex() == _LISTED
        self.nothing.setText(nothing)
        self.setCurrentIndex(_LISTED if is_any else _NOTHING)
        return is_any and not was_there

    def _follow(self) -> None:
        """Tell of the document that has the cursor; while it is read again, what is told stays."""
        document = self.list.current_document()
        shown_id = self._shown.evidence_id if self._shown is not None else None
        if document is None and shown_id is not None and shown_id == self.list.current_id():
            return
        self._shown = document
        self.details.show_evidence(document, Window())
        self.chosen.emit(document)
