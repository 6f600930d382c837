"""The list of events beside what hangs on the current one."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from claimtracker.claims.events import EventRow
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_panel.entry_list import EntryList
from claimtracker.gui.desk import Desk
from claimtracker.gui.events_window.entries import (
    EventEntries,
    Hanging,
    days_words,
    origin_words,
)
from claimtracker.gui.events_window.hanging_list import HangingList
from claimtracker.gui.plain_text import wrapped_label

LOOKING = "Looking for the claims that hang on it …"
NOT_LOOKED = "It was not looked for the claims that hang on it."
NOTHING_HANGS = "No deadline hangs on it."
NO_EVENT = "No event fits. Ctrl+N enters one."
_WIDE = 760
_BESIDE, _ABOVE = (460, 440), (300, 300)


class EventPages(QSplitter):
    """The claims stand beside the events, or below them where the window is narrow."""

    chosen = Signal(object)  # the EventRow that has the cursor, None where none has

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent, childrenCollapsible=False)
        self._desk = desk
        self._rows: Sequence[EventRow] = ()
        self._hanging: Hanging = {}
        self._is_looking = False
        self.list = EntryList("events", "Events")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.name = wrapped_label("event_name", "strong")
        self.days = wrapped_label("event_days", "")
        self.names = wrapped_label("event_names", "muted")
        self.told = wrapped_label("event_claims", "muted")
        self.hanging = HangingList(desk)
        details = QWidget()
        self._column = column = QVBoxLayout(details)
        column.setContentsMargins(8, 4, 0, 0)
        column.setSpacing(4)
        for part in (self.name, self.days, self.names):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.hanging, 1)
        self._room = QWidget()  # keeps the words at the top where no claim is listed
        column.addWidget(self._room, 1)
        self.addWidget(self.list)
        self.addWidget(details)
        self.setSizes(_BESIDE)
        self.list.chosen.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width has come or gone; otherwise what was dragged stays."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self.setSizes(_BESIDE if is_wide else _ABOVE)
            self._column.setContentsMargins(8 if is_wide else 0, 4, 0, 0)

    def show_rows(self, rows: Sequence[EventRow]) -> None:
        """List these events; the current one stays so."""
        self._rows = rows
        self.list.show_entries(EventEntries(rows, self._hanging, self._desk.today))
        self._follow()

    def show_hanging(self, hanging: Hanging) -> None:
        """Take in which claims hang on which event."""
        self._hanging = hanging
        self.show_rows(self._rows)

    def note_looking(self, *, is_looking: bool) -> None:
        """Say that claims are looked for, or not any more."""
        self._is_looking = is_looking
        self._follow()

    def go_to(self, event_id: int) -> None:
        """Make this event the current one, where it is listed."""
        number = next((n for n, row in enumerate(self._rows) if row.id == event_id), None)
        if number is not None:
            self.list.setCurrentIndex(self.list.entries.index(number))

    def current(self) -> EventRow | None:
        """The event that has the cursor."""
        number = self.list.currentIndex().row()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def _follow(self) -> None:
        row = self.current()
        ids = self._hanging.get(row.id) if row else None
        self.name.setText(row.event.name if row else NO_EVENT)
        self.days.setText(_days(row, self._desk) if row else "")
        also = ", ".join(row.event.aliases) if row else ""
        self.names.setText(f"Also called {also}." if also else "")
        self.told.setText(self._count_words(ids) if row else "")
        for part in (self.days, self.names, self.told):
            part.setVisible(bool(part.text()))
        self.hanging.setVisible(bool(ids))
        self._room.setVisible(not ids)
        self.hanging.show_claims(ids if ids else array("q"))
        self.chosen.emit(row)

    def _count_words(self, ids: "array[int] | None") -> str:
        if ids is None:
            return LOOKING if self._is_looking else NOT_LOOKED
        if not ids:
            return NOTHING_HANGS
        return f"{of_claims(len(ids))} {'hangs' if len(ids) == 1 else 'hang'} on it:"


def _days(row: EventRow, desk: Desk) -> str:
    origin = origin_words(row)
    days = days_words(row.event, desk.today)
    return f"{days} · {origin}" if origin else days
