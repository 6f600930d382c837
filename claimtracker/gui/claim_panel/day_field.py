"""A field for one day that may be empty, typed or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.claim_panel.day_words import day_from
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.icons import icon
from claimtracker.gui.plain_text import PlainLabel

_TYPED_WIDTH = 128
_FRAME_WIDTH = 24


class DayField(QWidget):
    """Keeps what was typed; what cannot be read is marked with a sentence, never changed."""

    edited = Signal()

    def __init__(self, name: str, label: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._calendar: _Calendar | None = None
        self.line = named(QLineEdit(placeholderText="YYYY-MM-DD"), name, label)
        typed = self.line.fontMetrics().horizontalAdvance("2025-04-18")
        self.line.setMinimumWidth(max(typed + _FRAME_WIDTH, _TYPED_WIDTH))
        self.line.textChanged.connect(self._follow)
        self.line.editingFinished.connect(self.mark)
        self._button = named(QToolButton(), f"{name}_calendar")
        self._button.setAccessibleName(f"Calendar for {label.lower()}")
        self._button.setToolTip("Pick a day (Alt+Down)")
        self._button.setIcon(icon("calendar"))
        self._button.setIconSize(QSize(16, 16))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down does it from the field
        self._button.clicked.connect(self.open_calendar)
        self._echo = PlainLabel("")
        self._echo.setProperty("role", "muted")
        self.problem = PlainLabel("")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        self.setFocusProxy(self.line)
        self._follow()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 2)
        row.addWidget(self._button)
        row.addWidget(self._echo, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.problem)

    def day(self) -> date | None:
        """The day that is typed, None for none; raises ClaimTrackerError for what is no day."""
        return day_from(self.line.text(), self._desk.today)

    def day_or_none(self) -> date | None:
        """The day that is typed, None also for what is no day."""
        return None if self._why_not() else self.day()

    def checked_day(self) -> date | None:
        """The day that is typed; raises FieldError, by which a dialog finds its way back here."""
        if why_not := self._why_not():
            raise FieldError(self.line.objectName(), why_not)
        return self.day()

    def set_day(self, day: date | None) -> None:
        """Show this day."""
        self.line.setText(day.isoformat() if day else "")

    def text(self) -> str:
        """The day in ISO form; what is no day as it was typed."""
        try:
            day = self.day()
        except ClaimTrackerError:
            return self.line.text()
        return day.isoformat() if day else ""

    def set_text(self, text: str) -> None:
        """Show an ISO day, or whatever was typed before."""
        if text != self.text():
            self.line.setText(text)

    def mark(self) -> None:
        """Say in a sentence why what is typed is no day."""
        self.problem.setText(self._why_not())
        self.problem.setVisible(bool(self.problem.text()))
        self.line.setProperty("tone", "error" if self.problem.text() else "")
        self.line.style().unpolish(self.line)  # a property that the style sheet asks for changed
        self.line.style().polish(self.line)

    def open_calendar(self) -> None:
        """Let a day be picked; the arrow keys and Enter do it without a mouse."""
        self._calendar = _Calendar(self.day_or_none() or self._desk.today, self)
        self._calendar.picked.connect(self._pick)
        self._calendar.open_below(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar, as it opens any drop-down."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _pick(self, day: QDate) -> None:
        self.set_day(date(day.year(), day.month(), day.day()))
        self.mark()
        self.line.setFocus()

    def _why_not(self) -> str:
        try:
            self.day()
        except ClaimTrackerError as error:
            return str(error)
        return ""

    def _follow(self) -> None:
        day = self.day_or_none()
        self._echo.setText(day_text(day, self._desk.today) if day else "")
        # A sentence appears when the field is left, and goes as soon as the day is mended.
        if self.problem.text() and not self._why_not():
            self.mark()
        self.edited.emit()


class _Calendar(QFrame):
    """A month to pick a day from; Esc closes it."""

    picked = Signal(QDate)

    def __init__(self, shown: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._month = named(QCalendarWidget(self), "month", "Calendar")
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._month.clicked.connect(self._take)
        self._month.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._month)

    def open_below(self, widget: QWidget) -> None:
        """Open under the field that asks."""
        self.move(widget.mapToGlobal(widget.rect().bottomLeft()))
        self.show()
        self._month.setFocus()

    def _take(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()
