"""Keys while the menu bar has the keyboard, as after F10 or Alt: there a letter names a menu."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenuBar

_HELD = Qt.KeyboardModifier
_NOT_SINGLE = _HELD.ControlModifier | _HELD.AltModifier | _HELD.MetaModifier


class MenuKeys(QObject):
    """Keeps single keys for the menus of a bar that has the keyboard.

    Qt takes every command of these menus for one of the bar itself, and runs one whose key is a
    letter, or Delete, in place of opening a menu; of two that share a key it complains.
    """

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say of a key without Ctrl or Alt that it is wanted here, before it is a command's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(not event.modifiers() & _NOT_SINGLE)
            return event.isAccepted()
        return super().eventFilter(watched, event)
