"""A button for a command: it bears the command's words and key, and follows it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActionButton(QPushButton):
    """Enter presses it while it has the focus, although Enter is a command of the window.

    It needs a parent from the first: shown as the command is, it would be a window of its own.
    """

    def __init__(
        self,
        action: QAction,
        parent: QWidget,
        *,
        is_main: bool = False,
        shows_key: bool = True,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._shows_key = shows_key  # otherwise only the tooltip does
        self.setObjectName(f"{action.objectName()}_button")
        self.setProperty("main", is_main)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def event(self, event: QEvent) -> bool:
        """Claim Enter before the window's shortcut has it."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        words = self._action.text().removesuffix("…")
        native = QKeySequence.SequenceFormat.NativeText
        keys = [key.toString(native) for key in self._action.shortcuts()[:1]]
        self.setText("  ".join([words, *(keys if self._shows_key else ())]))
        self.setAccessibleName(words)
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible())
