"""The list of documents with its reading: ids and pages come in the background."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget
from sqlmodel import Session

from claimtracker.claims.rows import ShelvedRow
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.painter import DocumentPainter
from claimtracker.gui.evidence.thumbnails import Thumbnails
from claimtracker.gui.evidence_inbox.model import DocumentModel
from claimtracker.gui.paged_rows import MOST_SELECTED, ListedIds, RowPage
from claimtracker.gui.row_table import RowTable
from claimtracker.operations import list_evidence


class DocumentList(RowTable):
    """Asks again when something changed, and stays at the same documents."""

    chosen = Signal()  # another document is current
    counted = Signal(int, int)  # listed, selected
    filled = Signal()  # rows came, so what is current can be shown

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "evidence_documents", "Documents")
        self._desk = desk
        self.documents = DocumentModel(self._today, self)
        self.setModel(self.documents)
        self._words = ""
        self._in_inbox = True
        self._question = 0
        self._shown = 0  # the question whose ids stand in the list: pages belong to those
        self._set_up_rows()
        self.documents.page_wanted.connect(self._ask_page)
        self.selectionModel().selectionChanged.connect(self._count)
        self.selectionModel().currentChanged.connect(self.chosen)
        desk.changes.changed.connect(self.reload)

    def _set_up_rows(self) -> None:
        self.thumbnails = Thumbnails(self._desk, self)
        self.thumbnails.made.connect(self.viewport().update)
        painter = DocumentPainter(self.thumbnails, self)
        self.setItemDelegate(painter)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        option = QStyleOptionViewItem()
        option.font = self.font()
        self.fix_row_height(painter.sizeHint(option, QModelIndex()).height())

    def look_for(self, words: str, *, in_inbox: bool) -> None:
        """List the documents that hold these words, of the inbox or all."""
        self._words, self._in_inbox = words, in_inbox
        self.reload()

    def reload(self) -> None:
        """Ask again for what is listed."""
        self._question += 1
        self._desk.ask(
            partial(_read_ids, words=self._words, in_inbox=self._in_inbox, question=self._question),
            self._show_ids,
        )

    def selected_ids(self) -> list[int]:
        """The selected documents in the list's order."""
        ids = self.documents.ids
        rows: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        return [ids[row] for row in sorted(rows) if row < len(ids)]

    def current_document(self) -> ShelvedRow | None:
        """The document that has the cursor, once its page is here."""
        return self.documents.document(self.currentIndex().row())

    def current_id(self) -> int | None:
        """The id of the document that has the cursor, before its row has come."""
        row, ids = self.currentIndex().row(), self.documents.ids
        return ids[row] if 0 <= row < len(ids) else None

    def _today(self) -> date:
        return self._desk.today

    def _show_ids(self, answer: ListedIds) -> None:
        if answer.question != self._question:
            return
        row = max(self.currentIndex().row(), 0)
        selected = self.selected_ids()
        kept = frozenset(selected if len(selected) <= MOST_SELECTED else ())
        current = self.current_id()
        scrolled = self.verticalScrollBar().value()
        self._shown = answer.question
        self.documents.show_ids(answer.ids)
        if answer.ids:
            is_there = current is not None and current in answer.ids
            at = self.documents.row_of(current or 0) if is_there else min(row, len(answer.ids) - 1)
            self._go_to(at, kept if is_there else frozenset())
            self.verticalScrollBar().setValue(scrolled)
        self._count()
        self.chosen.emit()

    def _go_to(self, row: int, kept: frozenset[int]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.documents.index(row), flags.ClearAndSelect | flags.Rows
        )
        if len(kept) < 2:
            return
        added = QItemSelection()
        for at, evidence_id in enumerate(self.documents.ids):
            if evidence_id in kept:
                added.select(self.documents.index(at), self.documents.index(at))
        self.selectionModel().select(added, flags.Select | flags.Rows)

    def _ask_page(self, number: int) -> None:
        work = partial(
            _read_page,
            ids=self.documents.ids_of_page(number),
            question=self._shown,
            number=number,
        )
        self._desk.ask(work, self._show_page)

    def _show_page(self, page: RowPage[ShelvedRow]) -> None:
        if page.question == self._shown:
            self.documents.put_page(page.number, page.rows)
            self.filled.emit()

    def _count(self) -> None:
        selected = sum(
            part.bottom() - part.top() + 1 for part in self.selectionModel().selection().toList()
        )
        self.counted.emit(self.documents.rowCount(), selected)


def _read_ids(session: Session, words: str, in_inbox: bool, question: int) -> ListedIds:
    return ListedIds(question, list_evidence.ids(session, words, in_inbox=in_inbox))


def _read_page(
    session: Session, ids: Sequence[int], question: int, number: int
) -> RowPage[ShelvedRow]:
    return RowPage(question, number, list_evidence.rows(session, ids))
