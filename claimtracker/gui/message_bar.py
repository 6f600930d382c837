"""The bar for what the world did not allow: one sentence, until it is closed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from claimtracker.gui.icons import icon
from claimtracker.gui.plain_text import PlainLabel

ICON_SIZE = QSize(16, 16)
LONGEST = 1_000


class MessageBar(QFrame):
    """Hidden while there is nothing to say; the newest sentence takes the place of the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setAccessibleName("Message")
        sign = QLabel(self)
        sign.setPixmap(icon("warning").pixmap(ICON_SIZE))
        self._sentence = PlainLabel("", self)
        self._sentence.setObjectName("message")
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = close_button(self, "Close the message")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(self._sentence, stretch=1)
        row.addWidget(close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._sentence.text()

    def show_sentence(self, sentence: str) -> None:
        """Say this."""
        self._sentence.setText(sentence[:LONGEST])
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def close_button(parent: QWidget, name: str) -> QToolButton:
    """A small cross, as both bars have it."""
    close = QToolButton(parent)
    close.setIcon(icon("close"))
    close.setIconSize(ICON_SIZE)
    close.setAutoRaise(True)
    close.setObjectName("close")
    close.setAccessibleName(name)
    close.setToolTip(name)
    return close
