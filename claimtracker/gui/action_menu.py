"""The menu that belongs to a list: its own actions, where the pointer or the menu key asks."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QMenu

from claimtracker.gui.menu_keys import MenuKeys


class ActionMenu(QObject):
    """Shows the actions of a list as a menu of its own.

    Qt's own way, ActionsContextMenu, has the menu on the stack and waits there. Where the list goes
    meanwhile, as when another database is opened, it would free the menu, and the program crashes.
    """

    def __init__(self, owner: QAbstractScrollArea) -> None:
        super().__init__(owner)
        self._owner = owner
        owner.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        owner.customContextMenuRequested.connect(self._show)

    def _show(self, place: QPoint) -> None:
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._owner.actions())
        MenuKeys(menu)
        menu.popup(self._owner.viewport().mapToGlobal(place))
