"""Names for controls: one for tests and style sheets, one for screen readers."""

from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShortcutEvent
from PySide6.QtWidgets import QPushButton, QWidget

Control = TypeVar("Control", bound=QWidget)


def named(control: Control, name: str, label: str = "") -> Control:
    """Give a control its object name and what a screen reader calls it."""
    control.setObjectName(name)
    if label:
        control.setAccessibleName(label)
    return control


class TextButton(QPushButton):
    """Its Alt key presses it at once.

    Qt's own way takes a tenth of a second, in which the letters that are typed go elsewhere.
    """

    def event(self, event: QEvent) -> bool:
        """Press it, unless another widget has the same key."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)


def text_button(name: str, text: str) -> QPushButton:
    """A button that Enter in a field does not press; a key may stand behind two spaces."""
    button = named(TextButton(text), name, text.partition("  ")[0].replace("&", ""))
    button.setAutoDefault(False)
    return button
