"""The settings, built from a table of rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLineEdit, QWidget

from claimtracker import settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog, framed
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

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(0, MOST_LEAD_DAYS, self))

    def value(self) -> int:
        """The number; raises FieldError for none."""
        if not self.hasAcceptableInput():
            raise FieldError(self.objectName(), f"Enter a number from 0 to {MOST_LEAD_DAYS}.")
        return int(self.text())


def _days() -> QWidget:
    return DaysField()


def _themes() -> QWidget:
    choice = QComboBox()
    for theme in THEMES:
        choice.addItem(theme.capitalize(), theme)
    return choice


ROWS = (
    Row("assessor", "Your &name", QLineEdit, "Written into the log and beside your verdicts"),
    Row(
        "lead_days",
        "Days that are due &soon",
        _days,
        "Counted back from the strict end of the window",
    ),
    Row("theme", "&Colours", _themes),
    Row("shows_notifications", "Show &notifications of the desktop", QCheckBox),
)


class SettingsDialog(PlainDialog):
    """Writes the settings file and hands the new settings to the whole window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, path: Path | None = None) -> None:
        super().__init__("Settings", parent, 440)
        self._desk = desk
        self._path = path or settings.settings_path()
        self.fields: dict[str, QWidget] = {}
        for row in ROWS:
            self._add(row)
        self.column.addStretch()
        roles = QDialogButtonBox.ButtonRole
        self.add_button("Save", "do_it", roles.AcceptRole)
        self.add_button("Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self.submit)
        self.fields[ROWS[0].name].setFocus()

    def _add(self, row: Row) -> None:
        field = row.make()
        field.setObjectName(row.name)
        _put(field, getattr(self._desk.settings, row.name))
        self.fields[row.name] = field
        if isinstance(field, QCheckBox):
            framed(field)
            field.setText(row.label)
            field.setAccessibleName(row.label.replace("&", ""))
            self.column.addSpacing(12)
            self.column.addWidget(field)
        else:
            self.add_labelled(row.label, field)
        if row.note:
            self.add_note(row.note)

    def submit(self) -> None:
        """Use and store what was entered; a file that cannot be written is said."""
        try:
            entered = self._entered()
        except FieldError as error:
            self.say(str(error))
            self.fields[error.field].setFocus()
            return
        chosen = replace(self._desk.settings, **entered).checked()  # type: ignore[arg-type]  # the table's names are those of Settings
        try:
            settings.save(chosen, self._path)
        except ClaimTrackerError as error:
            self.say(str(error))
            return
        self._desk.use_settings(chosen)
        self._desk.changes.said.emit("Settings saved")
        self.accept()

    def _entered(self) -> dict[str, Value]:
        entered = {name: _taken(field) for name, field in self.fields.items()}
        if not entered["assessor"]:
            raise FieldError("assessor", "The log needs a name.")
        return entered


def _put(field: QWidget, value: Value) -> None:
    match field:
        case QCheckBox():
            field.setChecked(bool(value))
        case QComboBox():
            field.setCurrentIndex(field.findData(value))
        case QLineEdit():
            field.setText(str(value))


def _taken(field: QWidget) -> Value:
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
