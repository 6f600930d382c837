"""The evidence of a claim: its time line, its list, and all of the piece that has the cursor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget
from sqlmodel import Session

from claimtracker.claims.rows import ClaimDetails, EvidenceRow
from claimtracker.claims.state import Window
from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.claim_panel.detailed_list import ListOverDetails
from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.actions import EvidenceActions
from claimtracker.gui.evidence.days import EvidenceDays
from claimtracker.gui.evidence.details import EvidenceDetails
from claimtracker.gui.evidence.entries import EvidenceEntries, EvidenceEntry
from claimtracker.gui.evidence.painter import DocumentPainter
from claimtracker.gui.evidence.thumbnails import Thumbnails
from claimtracker.gui.evidence.time_line import TimeLine
from claimtracker.gui.icon_button import IconButton

NOTHING = "No evidence yet. Drop a link, a file or text here, or press Ctrl+E."
_SHARES = (260, 200)
_FLAT_WIDTH, _FLAT_HEIGHT = 560, 440
_BUTTONS = 0  # their place in the head
_LEAST_FLAT, _LEAST_HIGH = 150, 260


@dataclass(frozen=True)
class _Dated:
    """The days of a claim's evidence, gone through in the background."""

    details: ClaimDetails
    days: EvidenceDays


class EvidenceTab(QScrollArea):
    """Asks for the link dialog by `link_wanted`, which the panel opens."""

    link_wanted = Signal()
    again_wanted = Signal()  # capturing it

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._details: ClaimDetails | None = None
        self._content = _Content()
        self._small_buttons: list[IconButton] = []
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.time_line = TimeLine()
        self.details = EvidenceDetails(desk)
        self.entries = ListOverDetails("evidence_list", "Evidence", NOTHING, self.details, _SHARES)
        self.thumbnails = Thumbnails(desk, self)
        self.commands = EvidenceActions(desk, self.entries.list, self)
        self.link_button = text_button("link_evidence_button", "Link evidence  Ctrl+E")
        self.open_button = self._word_button("open_original")
        self.captured_button = self._word_button("open_captured")
        self.remove_button = self._small_button("unlink_evidence")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        above, below = WrappingRow(spacing=4), WrappingRow(spacing=4)
        above.addWidget(self.link_button)
        for name in ("correct_evidence", "change_bearing"):
            above.addWidget(self._small_button(name))
        above.addWidget(self.remove_button)
        for button in (self.open_button, self.captured_button):
            below.addWidget(button)
        for name in ("preview", "show_in_folder", "copy_citation"):
            below.addWidget(self._small_button(name))
        self._head.setSpacing(8)
        self._head.addLayout(above)
        self._head.addWidget(self.time_line, 2)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(self.entries, 1)
        column.addLayout(below)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is more width than height; what is lower scrolls."""
        super().resizeEvent(event)
        is_flat = self.width() >= _FLAT_WIDTH and self.height() < _FLAT_HEIGHT
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.entries.halves.setOrientation(across if is_flat else down)
        self.details.stand(is_beside=is_flat)
        self.entries.setMinimumHeight(_LEAST_FLAT if is_flat else _LEAST_HIGH)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if is_flat else ways.TopToBottom)
        self._head.setStretch(_BUTTONS, 1 if is_flat else 0)  # beside each other: in one line

    def showEvent(self, event: QShowEvent) -> None:
        """Level the buttons, whose heights the style sheet gives."""
        super().showEvent(event)
        for button in self._small_buttons:
            button.be_as_high_as(self.link_button)

    def _word_button(self, name: str) -> ActionButton:
        return ActionButton(self.commands.by_name[name], self, shows_key=False)

    def _small_button(self, name: str) -> IconButton:
        button = IconButton(self.commands.by_name[name])
        self._small_buttons.append(button)
        return button

    def _connect(self) -> None:
        listed = self.entries.list
        listed.setItemDelegate(DocumentPainter(self.thumbnails, listed))
        listed.setMouseTracking(True)  # for `entered`
        listed.chosen.connect(self._choose)
        listed.opened.connect(self._open)
        listed.entered.connect(self._point_at)
        listed.viewport().installEventFilter(self)  # hears when the pointer leaves
        self.link_button.clicked.connect(self.link_wanted)
        self.details.again_wanted.connect(self.again_wanted)
        self.thumbnails.made.connect(listed.viewport().update)
        self.time_line.row_wanted.connect(self._go_to)

    def use_main_actions(self, actions: Iterable[QAction]) -> None:
        """Offer these of the window's actions on the list too, before what takes a link off."""
        listed = self.entries.list
        *_others, line, _unlink = listed.actions()
        for action in actions:
            listed.insertAction(line, action)

    def show_claim(self, details: ClaimDetails) -> None:
        """Show the evidence of this claim; its days come from the background."""
        self._details = details
        evidence, window = details.report.evidence, _window(details)
        self.entries.show_entries(EvidenceEntries(evidence, window, self._desk.today))
        self.time_line.setVisible(bool(evidence) or window.is_dated)
        self._desk.ask(partial(_dated, details=details), self._take_days)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the cursor's diamond again once the pointer leaves the list."""
        if event.type() == QEvent.Type.Leave:
            self._mark(self._current())
        return super().eventFilter(watched, event)

    def _take_days(self, dated: _Dated) -> None:
        if dated.details is self._details:  # otherwise another claim is shown by now
            self.time_line.show_claim(
                dated.details, dated.days, self._desk.today, self._desk.labels
            )

    def take_focus(self) -> None:
        """Lead the keyboard to the list, or to what fills it."""
        (self.entries.list if self._current() else self.link_button).setFocus()
        self._keep_in_sight()

    def chosen_ids(self) -> list[int]:
        """The documents that commands are for."""
        found = self._current()
        return [found.evidence_id] if found else []

    def _current(self) -> EvidenceRow | None:
        return _row_of(self.entries.list.current())

    def _choose(self, entry: Entry | None) -> None:
        found = _row_of(entry)
        self.commands.offer(found)
        self._mark(found)
        self.details.show_evidence(found, _window(self._details))
        if self.entries.list.hasFocus():
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll to the row that has the cursor where the panel is lower than its list."""
        listed, whole = self.entries.list, self._content
        row = listed.visualRect(listed.currentIndex())
        for corner in (row.topLeft(), row.bottomLeft()):
            place = listed.viewport().mapTo(whole, corner)
            self.ensureVisible(place.x(), place.y(), 0, 4)

    def _point_at(self, index: QModelIndex) -> None:
        self._mark(_row_of(self.entries.list.entries.entry(index.row())))

    def _mark(self, found: EvidenceRow | None) -> None:
        self.time_line.mark(found.published_on if found is not None else None)

    def _go_to(self, row: int) -> None:
        self.entries.list.setCurrentIndex(self.entries.list.entries.index(row))
        self.entries.list.setFocus()

    def _open(self, _entry: object) -> None:
        self.commands.open()


class _Content(QWidget):
    """May be as low as its parts can be, and scrolls only then."""

    def heightForWidth(self, width: int) -> int:
        """The least height; the scroll area would otherwise insist on the one that is liked."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout else -1


def _row_of(entry: Entry | None) -> EvidenceRow | None:
    return entry.found if isinstance(entry, EvidenceEntry) else None


def _window(details: ClaimDetails | None) -> Window:
    if details is None:
        return Window()
    report = details.report
    return Window(report.opens_on, report.due_on, report.latest_on)


def _dated(_session: Session, details: ClaimDetails) -> _Dated:
    evidence: Sequence[EvidenceRow] = details.report.evidence
    return _Dated(details, EvidenceDays.of(evidence, details.report.latest_on))
