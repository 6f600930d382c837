"""A look at what was captured, in a window of its own that follows the list."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox, QTabWidget, QWidget

from claimtracker.claims.rows import DocumentRow
from claimtracker.gui.background import Job
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.evidence.pdf_view import PdfView
from claimtracker.gui.evidence.picture_view import PictureView
from claimtracker.gui.evidence.preview_content import Seen, seen
from claimtracker.gui.evidence.preview_text import PreviewText
from claimtracker.gui.plain_text import one_line, wrapped_label

SETTLING_MS = 80
LOADING = "Reading what was captured…"
_SIZE = (760, 640)
_TEXT, _PICTURE, _PAGES = range(3)


class Preview(PlainDialog):
    """Text, picture or pages, as far as there are any; Esc closes it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Preview", parent, 420)
        self.setObjectName("preview")
        self._desk = desk
        self._found: DocumentRow | None = None
        self._job: Job | None = None
        self.title = wrapped_label("preview_title", "strong")
        self.note = wrapped_label("preview_note", "muted")
        self.text = PreviewText()
        self.picture = PictureView("preview_picture", "Picture")
        self.pages = PdfView(desk)
        self.tabs = named(QTabWidget(documentMode=True), "preview_tabs", "Ways to look at it")
        self.tabs.addTab(self.text, "Text")
        self.tabs.addTab(self.picture, "Picture")
        self.tabs.addTab(self.pages, "Pages")
        self.tabs.tabBar().setDrawBase(False)
        self.column.setSpacing(8)
        self.column.addWidget(self.title)
        self.column.addWidget(self.note)
        self.column.addWidget(self.tabs, 1)
        self.column.addStretch()  # where there is no tab, the words stay at the top
        close = self.add_button("Close", "cancel", QDialogButtonBox.ButtonRole.RejectRole)
        close.setToolTip("Close  (Esc)")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLING_MS)
        self._timer.timeout.connect(self._ask)
        self.resize(*_SIZE)

    def show_evidence(self, found: DocumentRow | None) -> None:
        """Show this piece in place of the earlier one."""
        if found is None or found == self._found:
            return
        self._found = found
        if self._job is not None:
            self._job.cancel()
        self.title.setText(one_line(found.called))
        self._say(LOADING, is_problem=False)
        self._offer(Seen(found.evidence_id))
        self._timer.start()

    def _ask(self) -> None:
        if self._found is not None:
            self._job = self._desk.background.start(partial(seen, found=self._found), self._take)

    def _take(self, answer: Seen) -> None:
        if self._found is None or answer.evidence_id != self._found.evidence_id:
            return
        self._say(answer.note, is_problem=answer.is_problem)
        self.text.show_passage(answer.passage)
        if answer.picture is not None:
            self.picture.show_picture(answer.picture)
        if answer.page is not None:
            self.pages.show_pages(answer)
        self._offer(answer)

    def _offer(self, answer: Seen) -> None:
        """Show the tabs that fit, the passage first where it stands in the text."""
        has_words = answer.passage.end > answer.passage.start
        wanted = (
            (_PAGES, answer.page is not None, not has_words),
            (_PICTURE, answer.picture is not None, True),
            (_TEXT, bool(answer.passage.text), has_words),
        )
        for tab, is_there, _first in wanted:
            self.tabs.setTabVisible(tab, is_there)
        there = [(is_first, tab) for tab, is_there, is_first in wanted if is_there]
        self.tabs.setVisible(bool(there))
        if there:
            self.tabs.setCurrentIndex(max(there)[1])
            self.tabs.currentWidget().setFocus()

    def _say(self, words: str, *, is_problem: bool) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.note.setProperty("role", "problem" if is_problem else "muted")
        self.note.style().unpolish(self.note)  # a property that the style sheet asks for changed
        self.note.style().polish(self.note)
