"""The bar for what the world did not allow: one sentence, until the next thing is done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from claimtracker.gui.changes import Changes
from claimtracker.gui.icons import SMALL, Sign, icon
from claimtracker.gui.plain_text import PlainLabel

LONGEST = 1_000


class MessageBar(QFrame):
    """Hidden while there is nothing to say; the newest sentence takes the place of the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setAccessibleName("Message")
        self._sentence = PlainLabel("", self)
        self._sentence.setObjectName("message")
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = close_button(self, "Close the message")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(Sign("warning", self))
        row.addWidget(self._sentence, stretch=1)
        row.addWidget(close)
        # Wherever the focus is; a shortcut of a hidden bar leaves Esc to whoever wants it.
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.activated.connect(self.hide)
        leave.activatedAmbiguously.connect(self.hide)  # the form wants Esc as well
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._sentence.text()

    def follow(self, changes: Changes) -> None:
        """Say what is refused; once something else is done, that is over."""
        changes.refused.connect(self.show_sentence)
        changes.said.connect(self.hide)

    def show_sentence(self, sentence: str) -> None:
        """Say this."""
        self._sentence.setText(sentence[:LONGEST])
        self.show()


def close_button(parent: QWidget, name: str) -> QToolButton:
    """A small cross, as both bars have it."""
    close = QToolButton(parent)
    close.setIcon(icon("close"))
    close.setIconSize(SMALL)
    close.setAutoRaise(True)
    close.setObjectName("close")
    close.setAccessibleName(name)
    close.setToolTip(name)
    return close
