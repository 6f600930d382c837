"""The pages of a PDF, one at a time, each drawn in the background."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.picture_view import PictureView
from claimtracker.gui.evidence.preview_content import Seen, page_seen
from claimtracker.gui.plain_text import PlainLabel


class PdfView(QWidget):
    """PageUp and PageDown go through the pages."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "preview_pdf", "Pages")
        self._desk = desk
        self._data, self._count, self._page = b"", 0, 0
        self.view = PictureView("preview_page", "Page")
        self.number = PlainLabel("")
        self.number.setProperty("role", "muted")
        self._back = text_button("previous_page", "Previous page  PgUp")
        self._on = text_button("next_page", "Next page  PgDown")
        self._back.clicked.connect(self.go_back)
        self._on.clicked.connect(self.go_on)
        for key, slot in (("PgUp", self.go_back), ("PgDown", self.go_on)):
            shortcut = QShortcut(QKeySequence(key), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._back, self._on, self.number):
            row.addWidget(part)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self.setFocusProxy(self.view)

    def show_pages(self, seen: Seen) -> None:
        """Show the first page of this PDF."""
        self._data, self._count, self._page = seen.pdf, seen.page_count, 0
        if seen.page is not None:
            self.view.show_picture(seen.page)
        self._follow()

    def go_on(self) -> None:
        """Go to the next page."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the page before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        page = min(max(self._page + step, 0), self._count - 1)
        if page != self._page:
            self._page = page
            self._follow()
            self._desk.background.start(partial(page_seen, data=self._data, page=page), self._take)

    def _take(self, answer: tuple[int, QImage]) -> None:
        page, image = answer
        if page == self._page:  # otherwise the person has gone on
            self.view.show_picture(image)

    def _follow(self) -> None:
        self.number.setText(f"Page {self._page + 1} of {self._count}")
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page < self._count - 1)
