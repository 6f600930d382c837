"""From something handed over to an article window: asked, read in the background, shown.

The room of articles and the window itself are loaded with the first article, not with the program:
that takes some 200 ms, most of them on the thread that reads.
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.article_window.fetch_box import FetchBox
from claimtracker.gui.article_window.offered import Offered, offered
from claimtracker.gui.article_window.reading_bar import ReadingBar
from claimtracker.gui.desk import Desk

if TYPE_CHECKING:
    from claimtracker.gui.article_window.reading import OpenedArticle
    from claimtracker.gui.article_window.window import ArticleWindow

NOTHING_COPIED = "There is no text, file or web address on the clipboard."
NOTHING_DROPPED = "What was dropped is no file, text or web address."
ARTICLES = "*.txt *.md *.html *.htm *.mhtml *.mht *.pdf *.docx *.eml *.warc *.warc.gz"
TABLES = "*.csv *.json"
KINDS = (
    f"Articles and tables ({ARTICLES} {TABLES});;Articles ({ARTICLES});;Tables ({TABLES});;"
    "All files (*)"
)
Reading = Callable[..., "OpenedArticle"]  # wants a session, and the event that stops it


class ArticleOpening(QObject):
    """Reads one article after the other; the window stays free meanwhile."""

    table_offered = Signal(str)  # the path of a file to import
    claim_wanted = Signal(int)

    def __init__(self, desk: Desk, bar: ReadingBar, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._bar = bar
        self._window = window
        self._waiting: deque[tuple[str, Reading]] = deque()
        self._is_busy = False
        self._stop = threading.Event()
        bar.cancelled.connect(self.stop)

    def open_clipboard(self) -> None:
        """Open what the clipboard holds."""
        self._open_content(QGuiApplication.clipboard().mimeData(), NOTHING_COPIED)

    def open_dropped(self, content: QMimeData) -> None:
        """Open what was dropped on the window."""
        self._open_content(content, NOTHING_DROPPED)

    def choose_file(self) -> None:
        """Ask for an article or a table."""
        dialog = QFileDialog(self._window, "Open an article or a table file", "", KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def open_all(self, offers: Sequence[Offered]) -> None:
        """Open these; ask before anything is fetched, and leave tables to the import."""
        addresses = [each.address for each in offers if each.address]
        for each in offers:
            if each.is_table:
                self.table_offered.emit(str(each.file))
            elif not each.address:
                self._begin_offered(each)
        if addresses:
            box = FetchBox(addresses, self._window)
            box.fetch_wanted.connect(partial(self._fetch, addresses))
            box.open()

    def show_claim(self, claim_id: int, occurrence_id: int | None = None) -> None:
        """Open the text that a claim was taken from, or where it was said again, at its words."""
        work = partial(_open_captured, claim_id=claim_id, occurrence_id=occurrence_id)
        self._begin("the captured text", work)

    def stop(self) -> None:
        """Read no further; nothing of it is kept."""
        self._waiting.clear()
        self._stop.set()

    def ask_to_leave(self, then: Callable[[], object]) -> None:
        """Call `then` once no edited candidate can be lost; what is being read is let go."""
        unsaved = [window for window in self.windows if window.review.unused_edits]
        if unsaved:
            unsaved[0].come_forward()
            unsaved[0].ask_to_discard(partial(self.ask_to_leave, then))
            return
        self.stop()
        then()

    @property
    def windows(self) -> "list[ArticleWindow]":
        """The article windows that are open."""
        return cast("list[ArticleWindow]", self._window.findChildren(QMainWindow, "article_window"))

    def _open_content(self, content: QMimeData | None, nothing: str) -> None:
        offers = offered(content) if content else []  # an empty clipboard may have no content
        if offers:
            self.open_all(offers)
        else:
            self._desk.changes.refused.emit(nothing)

    def _open_chosen(self, path: str) -> None:
        self.open_all([Offered(file=Path(path))])

    def _fetch(self, addresses: list[str]) -> None:
        for address in addresses:
            self._begin_offered(Offered(address=address))

    def _begin_offered(self, offer: Offered) -> None:
        self._begin(offer.name, partial(_open_offered, offered=offer))

    def _begin(self, name: str, work: Reading) -> None:
        self._waiting.append((name, work))
        self._go_on()

    def _go_on(self) -> None:
        if self._is_busy or not self._waiting:
            return
        name, work = self._waiting.popleft()
        self._is_busy, self._stop = True, threading.Event()
        self._bar.begin(name)
        self._desk.background.start(
            partial(work, stop=self._stop), self._take, refused=self._refuse, broke=self._finish
        )

    def _take(self, opened: "OpenedArticle") -> None:
        if not self._stop.is_set():
            self._show(opened)
        self._finish()

    def _refuse(self, error: ClaimTrackerError) -> None:
        if not self._stop.is_set():
            self._desk.changes.refused.emit(str(error))
        self._finish()

    def _finish(self, _error: object = None) -> None:
        self._is_busy = False
        self._bar.end()
        self._go_on()

    def _show(self, opened: "OpenedArticle") -> None:
        from claimtracker.gui.article_window.window import ArticleWindow

        for window in self.windows:
            if window.article.text == opened.article.text:
                window.go_to(opened)
                window.come_forward()
                return
        window = ArticleWindow(self._desk, opened, self._window)
        window.claim_wanted.connect(self.claim_wanted)
        window.paste_wanted.connect(self.open_clipboard)
        window.file_wanted.connect(self.choose_file)
        window.dropped.connect(self.open_dropped)
        window.stand_alone()
        window.come_forward()


def _open_offered(session: Session, offered: Offered, stop: threading.Event) -> "OpenedArticle":
    from claimtracker.gui.article_window.reading import open_offered

    return open_offered(session, offered, stop)


def _open_captured(
    session: Session, claim_id: int, occurrence_id: int | None, stop: threading.Event
) -> "OpenedArticle":
    from claimtracker.gui.article_window.reading import open_captured

    return open_captured(session, claim_id, stop, occurrence_id)
