"""The line above the list: the search field and the buttons used all day."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from claimtracker.claims.query import Query, QuerySyntaxError, parse
from claimtracker.gui.plain_text import PlainLabel

PAUSE_MS = 150
BUTTONS = {"new_claim": "New claim", "paste_article": "From article", "export": "Export"}
HINT = "Search: words, claimant:rubio state:passed due:<2025-06-01      Ctrl+F"


class SearchField(QLineEdit):
    """Where queries are typed; Down leaves for the list, Esc clears."""

    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setAccessibleName("Search claims")
        self.setPlaceholderText(HINT)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on to the list or clear the field."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_downwards.emit()
            case Qt.Key.Key_Escape:
                self.clear()
            case _:
                super().keyPressEvent(event)


class TopBar(QWidget):
    """Tells the query once typing pauses; what cannot be read is said below the field."""

    query_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.field = SearchField(self)
        self._complaint = PlainLabel("", self)
        self._complaint.setObjectName("search_complaint")
        self._complaint.setProperty("tone", "error")
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self.field.textChanged.connect(self._pause.start)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self.field, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self._complaint)

    def add_buttons(self, actions: Mapping[str, QAction]) -> None:
        """Add the buttons for the commands that are used all day."""
        for name, text in BUTTONS.items():
            self.add_button(actions[name], text, is_main=name == "new_claim")

    def add_button(self, action: QAction, text: str, *, is_main: bool = False) -> QPushButton:
        """Add a button for a command; its tooltip shows the key."""
        button = QPushButton(text, self)
        button.setObjectName(f"{action.objectName()}_button")
        button.setAccessibleName(action.text())
        button.setToolTip(action.toolTip())
        button.setProperty("main", is_main)
        button.clicked.connect(action.trigger)
        self._line.addWidget(button)
        return button

    def focus_field(self) -> None:
        """Put the cursor into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.field.clear()

    def read_now(self) -> None:
        """Take what is typed without waiting for a pause."""
        self._pause.stop()
        self._read()

    def _read(self) -> None:
        try:
            query = parse(self.field.text())
        except QuerySyntaxError as error:
            self._complaint.setText(str(error))
            self._complaint.show()
            return
        self._complaint.hide()
        self.query_changed.emit(query)

    @property
    def query(self) -> Query:
        """What is looked for now; a query that cannot be read looks for everything."""
        try:
            return parse(self.field.text())
        except QuerySyntaxError:
            return Query()
