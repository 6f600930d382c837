"""The article window: what was found in one article, and what becomes of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.articles.article import Article
from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.article_words import (
    counted_words,
    known_words,
    read_anew_words,
)
from claimtracker.gui.article_window.body import ArticleBody
from claimtracker.gui.article_window.commands import ARTICLE_COMMANDS, FURTHER_KEYS
from claimtracker.gui.article_window.deciding import Deciding
from claimtracker.gui.article_window.head import ArticleHead
from claimtracker.gui.article_window.likenesses import Likenesses
from claimtracker.gui.article_window.offered import offered
from claimtracker.gui.article_window.reading import OpenedArticle
from claimtracker.gui.article_window.review import Review, Standing
from claimtracker.gui.article_window.scanning_again import ScanningAgain
from claimtracker.gui.claim_panel.drops import accept_copy
from claimtracker.gui.commands import build_actions
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.unsaved import DiscardBox
from claimtracker.gui.message_bar import MessageBar
from claimtracker.gui.own_window import OwnWindow
from claimtracker.gui.plain_text import PlainLabel, one_line, open_url, plain_title
from claimtracker.operations.known_articles import KnownArticle, known_article

FIRST_SIZE = (1180, 780)
LEAST_WIDTH = 480
BUTTONS = ("take", "said_again", "deadline_moved", "drop", "edit_first", "undo", "claim_from_words")
NEEDS_CANDIDATE = ("take", "drop", "edit_first")


class ArticleWindow(OwnWindow):
    """Nothing is stored before a person takes it; several windows may stand side by side."""

    claim_wanted = Signal(int)
    paste_wanted = Signal()
    file_wanted = Signal()
    dropped = Signal(object)  # the QMimeData of what may be another article

    def __init__(self, desk: Desk, opened: OpenedArticle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._opened = opened
        self.review = Review(opened.scan)
        self.head = ArticleHead(opened.article, desk)
        self.head.use_day_of_text(opened.scan.published_on)
        self.messages = MessageBar()
        self.body = ArticleBody(desk, self.review)
        self._likenesses = Likenesses(desk, self.review, self.head.article, self)
        self._scanning = ScanningAgain(desk, self.head.article, self)
        self.deciding = Deciding(desk, self.review, self.body, self._likenesses, self.head.article)
        self._counts = PlainLabel("")
        self._said = PlainLabel("")
        self._lay_out()
        self.actions_by_name = build_actions(
            self, self, self.body, self._handlers(), ARTICLE_COMMANDS
        )
        self._add_buttons()
        self._connect()
        self.body.text.show_text(opened.article.text)
        self.go_to(opened)
        self._title()
        self.take_focus()

    @property
    def article(self) -> Article:
        """The article as it is corrected now."""
        return self.head.article()

    def go_to(self, opened: OpenedArticle) -> None:
        """Say what is known of this article, and show the places that it was opened for."""
        self.head.say_known(known_words(opened.known))
        self._take_known(opened.known)
        self.body.go_to_span(opened.spans)

    def take_focus(self) -> None:
        """Put the keyboard where single letters decide: into the list, or the text without one."""
        place = self.body.list if self.review.groups else self.body.text
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may be another article."""
        if offered(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        accept_copy(event)
        self.dropped.emit(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before fields that were edited and not taken are lost."""
        if self.review.unused_edits:
            event.ignore()
            self.ask_to_discard(self.close)
        else:
            super().closeEvent(event)

    def ask_to_discard(self, then: Callable[[], object]) -> None:
        """Call `then` once the person lets go of what was edited and not taken."""
        box = DiscardBox(self)
        box.discarded.connect(self.review.forget_edits)
        box.discarded.connect(then)
        box.open()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.messages)
        column.addWidget(self.body, 1)
        self.setCentralWidget(middle)
        self._said.setObjectName("article_said")
        self._counts.setObjectName("candidate_counts")
        self.furnish_status_bar("article_status", self._said, self._counts)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAcceptDrops(True)
        self.resize(*FIRST_SIZE)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        deciding, body = self.deciding, self.body
        decisions: dict[str, Callable[[], None]] = {
            "take": deciding.take,
            "said_again": deciding.take_as_said_again,
            "deadline_moved": deciding.take_as_moved,
            "drop": deciding.drop,
            "edit_first": deciding.edit,
            "claim_from_words": deciding.claim_from_words,
            "select_all": deciding.select_all,
            "undo": deciding.undo,
        }
        return {
            **{name: partial(self._decide, work) for name, work in decisions.items()},
            "next": partial(body.list.step, 1),
            "previous": partial(body.list.step, -1),
            "next_occurrence": body.next_occurrence,
            "previous_occurrence": body.previous_occurrence,
            "show_text": body.text.setFocus,
            "show_candidates": body.list.setFocus,
            "show_day": self.head.published_on.setFocus,
            "paste_article": self.paste_wanted.emit,
            "open_file": self.file_wanted.emit,
            "open_source": self._open_source,
            "close": self.close,
            "keys": self._show_keys,
        }

    def _decide(self, work: Callable[[], None]) -> None:
        """Do it; what was said about the step before is over."""
        self.messages.hide()
        work()

    def _add_buttons(self) -> None:
        for name in BUTTONS:
            button = ActionButton(
                self.actions_by_name[name], self.body.side, is_main=name == "take"
            )
            self.body.buttons.addWidget(button)
        article = self._opened.article
        has_address = bool(article.canonical_url or article.url)
        self.actions_by_name["open_source"].setEnabled(has_address)

    def _connect(self) -> None:
        self.head.day_changed.connect(self._scanning.begin)
        self._scanning.begun.connect(self._follow_begin)
        self._scanning.done.connect(self._take_scan)
        self._scanning.refused.connect(self._refuse_scan)
        self.head.title.edited.connect(self._title)
        self.body.current_changed.connect(self._follow_current)
        self.body.resemblance.chosen_changed.connect(self._offer)
        self._likenesses.answered.connect(self._follow_likeness)
        self.deciding.said.connect(self._say)
        self.deciding.refused.connect(self.messages.show_sentence)
        self.deciding.decided.connect(self._follow_decision)
        self.deciding.claim_wanted.connect(self.claim_wanted)
        self._desk.changes.changed.connect(self._look_again)
        self.close_by_escape(self.messages)

    def _follow_current(self) -> None:
        self._likenesses.ask(self.body.current)
        self._follow_likeness()

    def _follow_likeness(self) -> None:
        current = self.body.current
        is_open = current is not None and self.review.standing(current) is not Standing.TAKEN
        found = self._likenesses.of(current) if current and is_open else None
        self.body.resemblance.show_claims(found or ())

    def _offer(self) -> None:
        """Offer what can be done with the current candidate, and nothing else."""
        known, current = self.body.resemblance.chosen, self.body.current
        is_taken = current is not None and self.review.standing(current) is Standing.TAKEN
        can_decide = current is not None and not self._scanning.is_outdated
        actions = self.actions_by_name
        for name in NEEDS_CANDIDATE:
            actions[name].setEnabled(can_decide and not (is_taken and name != "edit_first"))
        actions["edit_first"].setText("Show the claim" if is_taken else "Edit first…")
        actions["take"].setText("New claim" if known else "Take")
        for name in ("said_again", "deadline_moved"):
            actions[name].setVisible(known is not None)
            actions[name].setEnabled(known is not None and can_decide)
        if known is not None and known.moved_to is not None:
            actions["deadline_moved"].setEnabled(False)
        for name in ("next_occurrence", "previous_occurrence"):
            actions[name].setEnabled(current is not None and len(current.occurrences) > 1)

    def _follow_decision(self) -> None:
        self._follow_likeness()
        self._count()

    def _count(self) -> None:
        self._counts.setText(counted_words(self.review))

    def _follow_begin(self) -> None:
        self._say("Reading the deadlines anew…")
        self._offer()

    def _take_scan(self, opened: OpenedArticle) -> None:
        self.review.use_scan(opened.scan)
        self._likenesses.forget()
        self.head.use_day_of_text(opened.scan.published_on)
        self._take_known(opened.known)
        self._say(read_anew_words(self.review))

    def _refuse_scan(self, sentence: str) -> None:
        self.messages.show_sentence(sentence)
        self._say("The deadlines still count from the day before")

    def _look_again(self) -> None:
        self._likenesses.forget()
        self._desk.ask(partial(known_article, article=self.article), self._take_known)

    def _take_known(self, known: KnownArticle | None) -> None:
        self.review.use_known(known.claims if known else ())
        self.body.show_review()
        self._count()

    def _title(self) -> None:
        title = one_line(self.article.title) or "Article without a title"
        self.setWindowTitle(plain_title(f"{title} – Article"))

    def _say(self, words: str) -> None:
        self._said.setText(words)

    def _open_source(self) -> None:
        article = self._opened.article
        open_url(article.url or article.canonical_url)

    def _show_keys(self) -> None:
        KeysDialog(list(self.actions_by_name.values()), self, FURTHER_KEYS).open()
