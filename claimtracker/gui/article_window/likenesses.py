"""Which known claims the current candidate resembles; asked for quietly, never acted upon."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate
from claimtracker.gui.article_window.candidate_groups import CandidateGroup, Key
from claimtracker.gui.article_window.review import Review
from claimtracker.gui.background import Job
from claimtracker.gui.desk import Desk
from claimtracker.operations.resembling_claims import Resembling, resembling
from claimtracker.operations.taken_up import article_so_far

PAUSE_MS = 60  # a person who steps through the list asks about the last one only


@dataclass(frozen=True)
class _Found:
    key: Key
    claims: Sequence[Resembling]


class Likenesses(QObject):
    """Remembers the answers until the database changes."""

    answered = Signal()

    def __init__(
        self, desk: Desk, review: Review, article: Callable[[], Article], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review = review
        self._article = article
        self._known: dict[Key, Sequence[Resembling]] = {}
        self._wanted: CandidateGroup | None = None
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._send)

    def of(self, group: CandidateGroup) -> Sequence[Resembling] | None:
        """The claims that this candidate resembles, None while that is not known."""
        return self._known.get(group.key)

    def ask(self, group: CandidateGroup | None) -> None:
        """Look for this candidate; `answered` tells when it is known."""
        self._wanted = group
        if group is not None and group.key not in self._known:
            self._pause.start()

    def learn(self, found: Mapping[Key, Sequence[Resembling]]) -> None:
        """Take over what was found elsewhere."""
        self._known |= found
        if found:
            self.answered.emit()

    def forget(self) -> None:
        """The database changed: ask anew."""
        self._known = {}
        self.ask(self._wanted)

    def _send(self) -> None:
        if self._wanted is None:
            return
        if self._job is not None:
            self._job.cancel()
        work = partial(
            _look,
            group=self._wanted,
            article=self._article(),
            candidates=self._review.candidates,
        )
        self._job = self._desk.ask(work, self._take)

    def _take(self, found: _Found) -> None:
        self._known[found.key] = found.claims
        self.answered.emit()


def _look(
    session: Session, group: CandidateGroup, article: Article, candidates: Sequence[Candidate]
) -> _Found:
    so_far = article_so_far(session, article, candidates)
    return _Found(group.key, resembling(session, group.candidate, so_far))
