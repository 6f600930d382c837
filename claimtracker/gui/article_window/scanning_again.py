"""A corrected day of publication: the deadlines are read anew once it has been typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from claimtracker.articles.article import Article
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.article_window.reading import OpenedArticle, scanned_again
from claimtracker.gui.background import Job
from claimtracker.gui.desk import Desk

PAUSE_MS = 300  # between two keys of a date that is being typed


class ScanningAgain(QObject):
    """Between `begun` and `done` what is shown counts from another day and is not to be taken."""

    begun = Signal()
    done = Signal(object)  # the OpenedArticle
    refused = Signal(str)

    def __init__(self, desk: Desk, article: Callable[[], Article], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._article = article
        self._job: Job | None = None
        self.is_outdated = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._scan)

    def begin(self) -> None:
        """Wait for the day to be typed, then scan."""
        self.is_outdated = True
        self._pause.start()
        self.begun.emit()

    def _scan(self) -> None:
        if self._job is not None:
            self._job.cancel()
        work = partial(scanned_again, article=self._article())
        self._job = self._desk.background.start(work, self._take, refused=self._refuse)

    def _take(self, opened: OpenedArticle) -> None:
        if opened.article.published_on != self._article().published_on:
            return  # the day was changed again meanwhile; its own answer is on its way
        self.is_outdated = False
        self.done.emit(opened)

    def _refuse(self, error: ClaimTrackerError) -> None:
        """Stay outdated: another scan comes with another day."""
        self.refused.emit(str(error))
