"""The list of documents with its reading: ids and pages come in the background."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from claimtracker.claims.rows import ShelvedRow
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.painter import DocumentPainter
from claimtracker.gui.evidence.thumbnails import Thumbnails
from claimtracker.gui.evidence_inbox.model import DocumentModel
from claimtracker.gui.paged_list import PagedList
from claimtracker.operations import list_evidence


class DocumentList(PagedList[ShelvedRow]):
    """Each document with its icon or a small picture of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "evidence_documents", "Documents", parent)
        self.documents = DocumentModel(self._today, self)
        self.thumbnails = Thumbnails(desk, self)
        self.thumbnails.made.connect(self.viewport().update)
        self.use_model(self.documents, DocumentPainter(self.thumbnails, self))

    def look_for(self, words: str, *, in_inbox: bool) -> None:
        """List the documents that hold these words, of the inbox or all."""
        read = partial(list_evidence.ids, words=words, in_inbox=in_inbox)
        self.read_by(read, list_evidence.rows)

    def current_document(self) -> ShelvedRow | None:
        """The document that has the cursor, once its page is here."""
        return self.current_row()

    def _today(self) -> date:
        return self._desk.today
