"""Names for controls: one for tests and style sheets, one for screen readers."""

from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

Control = TypeVar("Control", bound=QWidget)


def named(control: Control, name: str, label: str = "") -> Control:
    """Give a control its object name and what a screen reader calls it."""
    control.setObjectName(name)
    if label:
        control.setAccessibleName(label)
    return control


def text_button(name: str, text: str) -> QPushButton:
    """A button that Enter in a field does not press; a key may stand behind two spaces."""
    button = named(QPushButton(text), name, text.partition("  ")[0].replace("&", ""))
    button.setAutoDefault(False)
    return button
