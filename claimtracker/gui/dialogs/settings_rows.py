"""The settings as tables of rows, and how a value goes into its field and comes out again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.settings import MOST_LEAD_DAYS, THEMES

Value = str | int | bool


@dataclass(frozen=True)
class Row:
    """One setting: the field of `Settings`, its words, and how it is entered."""

    name: str
    label: str
    make: Callable[[], QWidget]
    note: str = ""


class DaysField(QLineEdit):
    """A number of days."""

    def __init__(self, least: int = 0) -> None:
        super().__init__()
        self._least = least
        self.setValidator(QIntValidator(least, MOST_LEAD_DAYS, self))

    def value(self) -> int:
        """The number; raises FieldError for none."""
        if not self.hasAcceptableInput():
            raise FieldError(
                self.objectName(), f"Enter a number from {self._least} to {MOST_LEAD_DAYS}."
            )
        return int(self.text())


def _days() -> QWidget:
    return DaysField()


def _some_days() -> QWidget:
    return DaysField(1)


def _themes() -> QWidget:
    choice = QComboBox()
    for theme in THEMES:
        choice.addItem(theme.capitalize(), theme)
    return choice


GENERAL_ROWS = (
    Row("assessor", "Your &name", QLineEdit, "Written into the log and beside your verdicts"),
    Row(
        "lead_days",
        "Days that are d&ue soon",
        _days,
        "Counted back from the strict end of the window",
    ),
    Row(
        "look_again_days",
        "Days until you loo&k again",
        _some_days,
        "How far ahead W on the list sets the review date, and what is proposed without a deadline",
    ),
    Row("theme", "Co&lours", _themes),
    Row("shows_notifications", "Show noti&fications of the desktop", QCheckBox),
    Row(
        "backs_up",
        "Make backups &regularly",
        QCheckBox,
        "At the start, once a day, and before imports and changes to many claims; in the folder "
        "“backups” beside the database",
    ),
)
EVIDENCE_ROWS = (
    Row(
        "captures_pages",
        "Capture a &page when its address is linked",
        QCheckBox,
        "Fetched in the background, and kept as it was received",
    ),
    Row(
        "asks_wayback",
        "Let &me ask the Wayback Machine for snapshots",
        QCheckBox,
        "It learns which pages you ask about; the program never asks by itself",
    ),
    Row("wayback_address", "&Address of the Wayback Machine", QLineEdit),
)


def put(field: QWidget, value: Value) -> None:
    """Show a value in its field."""
    match field:
        case QCheckBox():
            field.setChecked(bool(value))
        case QComboBox():
            field.setCurrentIndex(field.findData(value))
        case QLineEdit():
            field.setText(str(value))


def differs(field: QWidget, stored: Value) -> bool:
    """Whether what is entered is not what is stored; also where it is nothing that can be."""
    try:
        return taken(field) != stored
    except FieldError:
        return True


def taken(field: QWidget) -> Value:
    """What is entered; raises FieldError for what cannot be stored."""
    match field:
        case QCheckBox():
            return field.isChecked()
        case DaysField():
            return field.value()
        case QComboBox():
            return str(field.currentData())
        case QLineEdit():
            return field.text().strip()
    raise TypeError(type(field).__name__)
