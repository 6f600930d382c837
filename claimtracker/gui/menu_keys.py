"""Keys while a menu, or the bar of them, has the keyboard: there a letter names an entry."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar

_HELD = Qt.KeyboardModifier
_NOT_SINGLE = _HELD.ControlModifier | _HELD.AltModifier | _HELD.MetaModifier


class MenuKeys(QObject):
    """Keeps single keys for a bar of menus that has the keyboard, or for a menu that is open.

    Of the commands in the menus, Qt takes each for one of the bar itself. So it would run one whose
    key is a letter, or Delete, in place of opening a menu; of two that share a key it complains. An
    open menu leaves the keyboard where it was, and with it the single keys of a list behind it.
    """

    def __init__(self, of: QMenuBar | QMenu) -> None:
        super().__init__(of)
        of.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say of a key without Ctrl or Alt that it is wanted here, before it is a command's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(not event.modifiers() & _NOT_SINGLE)
            return event.isAccepted()
        return super().eventFilter(watched, event)
