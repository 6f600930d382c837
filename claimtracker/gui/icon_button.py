"""A button that is an icon alone; its words and key are in its tooltip, and read out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.icons import SMALL


class IconButton(QToolButton):
    """Follows a command."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, f"{action.objectName()}_button", action.text().removesuffix("…"))
        self.setDefaultAction(action)
        self.setIconSize(SMALL)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def be_as_high_as(self, other: QWidget) -> None:
        """Stand level with a button of words, whose height the style sheet gives."""
        self.setFixedHeight(other.sizeHint().height())
