"""The window “Looks said before”: pairs of claims that look like one, the likest first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from sqlmodel import Session

from claimtracker.claims.errors import NotFound
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.commands import build_actions
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.merge_pair import MergePairDialog
from claimtracker.gui.dialogs.progress import FiguresBar
from claimtracker.gui.own_window import SideWindow
from claimtracker.gui.plain_text import wrapped_label
from claimtracker.gui.said_before.commands import FURTHER_KEYS, NEEDS_PAIR, PAIR_COMMANDS
from claimtracker.gui.said_before.compare import PairView
from claimtracker.gui.said_before.list_view import PairList
from claimtracker.gui.said_before.search import MOST_PAIRS, PairSearch
from claimtracker.gui.step_names import StepNames
from claimtracker.operations.follow_deadline import follow_deadline
from claimtracker.operations.like_pairs import LikePair
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.tell_apart import tell_apart

FIRST_SIZE = (960, 700)
LOOKING = "Looking for claims that say the same… What is found is listed at once."
NOTHING = (
    "No two claims look like one.\n\n"
    "Claims of the same claimant in like words stand here, to be brought together (R), recorded as "
    "a moved deadline (M) or told apart (N). F5 looks again."
)
STOPPED = "Nothing was found before the look was stopped. F5 looks again."
_BUTTONS = ("moved", "apart", "open_first", "open_second", "look", "stop")


@dataclass(frozen=True)
class _Both:
    """The two claims of a pair; None where one of them is gone."""

    pair: LikePair
    claims: tuple[ClaimDetails, ClaimDetails] | None


class SaidBeforeWindow(SideWindow):
    """Begins to look at once, and can be worked in while it does."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("said_before_window")
        self.setWindowTitle("Looks said before")
        self._both: _Both | None = None
        self._is_whole = True
        self.search = PairSearch(desk, self)
        self.list = PairList(desk)
        self.view = PairView(desk)
        self.nothing = wrapped_label("no_pairs", "muted")
        self.bar = FiguresBar()
        self._pages = QStackedWidget()
        self.buttons = WrappingRow(spacing=4)
        self._lay_out()
        self.actions_by_name = build_actions(self, self, self.list, self._handlers(), PAIR_COMMANDS)
        self.merge_button = ActionButton(self.actions_by_name["merge"], self, is_main=True)
        self.buttons.addWidget(self.merge_button)
        for name in _BUTTONS:
            self.buttons.addWidget(ActionButton(self.actions_by_name[name], self))
        self._connect()
        StepNames(desk, self.actions_by_name, self)
        self.look()

    def leave(self) -> None:
        """Look no further."""
        self.search.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look no further for nobody."""
        self.search.stop()
        super().closeEvent(event)

    def look(self) -> None:
        """Look through all claims."""
        self.search.start()
        self.bar.setRange(0, 0)
        self._follow_search()
        self._show_pairs([])

    def _lay_out(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(4, 24, 4, 0)
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        halves.addWidget(self.list)
        halves.addWidget(self.view)
        halves.setSizes([280, 320])
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(halves)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.messages)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        column.addLayout(self.buttons)
        self.setCentralWidget(middle)
        self._said.setObjectName("pairs_said")
        self._counts.setObjectName("pair_counts")
        self.furnish_status_bar("pairs_status", self._said, self._counts)
        self.setMinimumSize(560, 420)
        self.resize(*FIRST_SIZE)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "merge": self._merge,
            "moved": self._record_move,
            "apart": self._tell_apart,
            "open_first": partial(self._open, 1),
            "open_second": partial(self._open, 2),
            "look": self.look,
            "stop": self.search.stop,
            "close": self.close,
            "undo": self.undo_wanted.emit,
            "redo": self.redo_wanted.emit,
            "show_list": self.list.setFocus,
            "keys": self._show_keys,
        }

    def _connect(self) -> None:
        self.search.progressed.connect(self.bar.show_progress)
        self.search.listed.connect(self._show_pairs)
        self.search.ended.connect(self._end_look)
        self.list.chosen.connect(self._compare)
        self.list.doubleClicked.connect(self.actions_by_name["open_first"].trigger)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def _show_pairs(self, pairs: list[LikePair]) -> None:
        was_there = self._pages.currentIndex() == 1
        self.list.show_pairs(pairs)
        self._pages.setCurrentIndex(1 if pairs else 0)
        if pairs and not was_there:
            self.list.setFocus()  # which had no place on the screen until now
        count = len(pairs)
        most = " at least" if count == MOST_PAIRS else ""
        self._counts.setText("1 pair" if count == 1 else f"{count:,} pairs{most}")
        for name in NEEDS_PAIR:
            self.actions_by_name[name].setEnabled(bool(pairs))

    def _end_look(self, is_whole: bool) -> None:
        self._is_whole = is_whole
        self._follow_search()

    def _follow_search(self) -> None:
        is_looking = self.search.is_looking
        self.bar.setVisible(is_looking)
        self.actions_by_name["stop"].setVisible(is_looking)
        self.actions_by_name["look"].setVisible(not is_looking)
        nothing = LOOKING if is_looking else NOTHING if self._is_whole else STOPPED
        self.nothing.setText(nothing)

    def _compare(self, pair: LikePair | None) -> None:
        if pair is None:
            self._both = None
        else:
            work = partial(_read_both, pair=pair, as_of=self._desk.as_of)
            self._desk.ask(work, self._show_both)

    def _show_both(self, both: _Both) -> None:
        if both.pair == self.list.current_pair:
            self._both = both
            if both.claims is not None:
                self.view.show_claims(*both.claims)

    def _merge(self) -> None:
        both = self._both
        if both is not None and both.claims and both.pair == self.list.current_pair:
            MergePairDialog(self._desk, *both.claims, self).open()

    def _record_move(self) -> None:
        if (pair := self.list.current_pair) is not None:
            earlier, later = pair.claim_id, pair.other_id
            work = partial(follow_deadline, claim_id=earlier, later_id=later, by=self._desk.by)
            self._desk.carry_out(work, self._say_moved)

    def _tell_apart(self) -> None:
        if (pair := self.list.current_pair) is not None:
            one, other = pair.claim_id, pair.other_id
            work = partial(tell_apart, claim_id=one, other_id=other, by=self._desk.by)
            self._desk.carry_out(work, self._say_apart)

    def _say_moved(self, _result: object) -> None:
        self._desk.changes.said.emit("Recorded as a moved deadline. Ctrl+Z takes it back.")

    def _say_apart(self, _result: object) -> None:
        self._desk.changes.said.emit("Not the same: not offered again. Ctrl+Z takes it back.")

    def _open(self, place: int) -> None:
        if (pair := self.list.current_pair) is not None:
            self.claim_wanted.emit(pair[place])

    def _show_menu(self, place: QPoint) -> None:
        if menu := self.menuBar().findChild(QMenu, "menu_pair"):
            menu.popup(self.list.viewport().mapToGlobal(place))

    def _show_keys(self) -> None:
        KeysDialog(list(self.actions_by_name.values()), self, FURTHER_KEYS).open()


def _read_both(session: Session, pair: LikePair, as_of: AsOf) -> _Both:
    try:
        first, second = (show_claim(session, key, as_of) for key in pair[1:])
    except NotFound:
        return _Both(pair, None)
    return _Both(pair, (first, second))
