"""The places where a claim was said: shown in their article, opened, added, corrected."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails, OccurrenceRow
from claimtracker.gui.article_window.action_button import ActionButton
from claimtracker.gui.article_window.wrapping_row import WrappingRow
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.claim_panel.said_commands import said_actions
from claimtracker.gui.claim_panel.said_entries import PlaceEntry, RestatingEntry, SaidEntries
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.place import PlaceDialog
from claimtracker.gui.icon_button import IconButton
from claimtracker.gui.plain_text import open_url, web_url
from claimtracker.operations.correct_place import remove_place

NOTHING = "Nowhere noted yet. A adds a place where it was said."
_FLAT_WIDTH, _FLAT_HEIGHT = 560, 440
NO_ADDRESS = "This place has no address of a web page."


class SaidTab(QWidget):
    """Each place by its day, words, source and address; the first appearance is marked."""

    article_wanted = Signal(int, int)  # the claim and the occurrence
    claim_wanted = Signal(int)  # the claim that this one restates
    binned_wanted = Signal(int)  # a claim in the bin that restates this one

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._claim_id: int | None = None
        self.entries = DetailedList("said_list", "Places where it was said", NOTHING)
        self.by_name = said_actions(self, self.entries.list, self._handlers())
        self._small_buttons: list[IconButton] = []
        row = WrappingRow(spacing=4)
        self.add_button = ActionButton(self.by_name["add_place"], self)
        row.addWidget(self.add_button)
        for name in ("show_place", "open_place", "correct_place", "remove_place"):
            self._small_buttons.append(IconButton(self.by_name[name]))
            row.addWidget(self._small_buttons[-1])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.entries, 1)
        self.entries.list.chosen.connect(self._offer)
        self.entries.list.doubleClicked.connect(self.by_name["show_place"].trigger)
        self._offer(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is more width than height."""
        super().resizeEvent(event)
        is_flat = self.width() >= _FLAT_WIDTH and self.height() < _FLAT_HEIGHT
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.entries.halves.setOrientation(across if is_flat else down)

    def showEvent(self, event: QShowEvent) -> None:
        """Level the buttons, whose heights the style sheet gives."""
        super().showEvent(event)
        for button in self._small_buttons:
            button.be_as_high_as(self.add_button)

    def show_claim(self, details: ClaimDetails) -> None:
        """List the places of this claim, and what restates it."""
        self._claim_id = details.report.id
        self.entries.show_entries(SaidEntries(details, self._desk.today, self._desk.labels))

    def take_focus(self) -> None:
        """Lead the keyboard to the list, or to what fills it."""
        (self.entries.list if self.entries.list.current() else self.add_button).setFocus()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "show_place": self._show,
            "open_place": self._open_address,
            "add_place": self._add,
            "correct_place": self._correct,
            "remove_place": self._remove,
        }

    def _current(self) -> OccurrenceRow | None:
        entry = self.entries.list.current()
        return entry.found if isinstance(entry, PlaceEntry) else None

    def _offer(self, entry: Entry | None) -> None:
        """Offer what can be done with this entry; a claim can only be gone to."""
        place = entry.found if isinstance(entry, PlaceEntry) else None
        is_claim = isinstance(entry, RestatingEntry)
        show = self.by_name["show_place"]
        show.setText("Show the claim" if is_claim else "Show in article")
        show.setEnabled(is_claim or (place is not None and place.is_captured))
        has_address = place is not None and web_url(place.url) is not None
        self.by_name["open_place"].setEnabled(has_address)
        for name in ("correct_place", "remove_place"):
            self.by_name[name].setEnabled(place is not None)

    def _show(self) -> None:
        entry = self.entries.list.current()
        if isinstance(entry, RestatingEntry):
            wanted = self.binned_wanted if entry.is_binned else self.claim_wanted
            wanted.emit(entry.claim_id)
        elif (place := self._current()) is not None and self._claim_id is not None:
            self.article_wanted.emit(self._claim_id, place.id)

    def _open_address(self) -> None:
        place = self._current()
        if place is not None and not open_url(place.url):
            self._desk.changes.refused.emit(NO_ADDRESS)

    def _add(self) -> None:
        if self._claim_id is not None:
            PlaceDialog(self._desk, self._claim_id, parent=self).open()

    def _correct(self) -> None:
        place = self._current()
        if place is not None and self._claim_id is not None:
            PlaceDialog(self._desk, self._claim_id, place, parent=self).open()

    def _remove(self) -> None:
        if (place := self._current()) is not None:
            work = partial(remove_place, occurrence_id=place.id, by=self._desk.by)
            self._desk.carry_out(work, self._say_removed)

    def _say_removed(self, _result: object) -> None:
        self._desk.changes.said.emit("Place taken off the claim. Ctrl+Z takes it back.")
