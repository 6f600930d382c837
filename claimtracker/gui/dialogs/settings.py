"""The settings, built from a table of rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLineEdit, QSpinBox, QWidget

from claimtracker import settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.settings import MOST_LEAD_DAYS, THEMES

Value = str | int | bool


@dataclass(frozen=True)
class Row:
    """One setting: the field of `Settings`, its words, and how it is entered."""

    name: str
    label: str
    make: Callable[[], QWidget]
    note: str = ""


def _days() -> QWidget:
    days = QSpinBox(maximum=MOST_LEAD_DAYS, suffix=" days")
    days.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)  # the arrow keys do the same
    return days


def _themes() -> QWidget:
    choice = QComboBox()
    for theme in THEMES:
        choice.addItem(theme.capitalize(), theme)
    return choice


ROWS = (
    Row("assessor", "Your &name", QLineEdit, "Written into the log and beside your verdicts"),
    Row("lead_days", "Due &soon begins", _days, "Before the last day on the strict reading"),
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
        entered = {name: _taken(field) for name, field in self.fields.items()}
        if not str(entered["assessor"]).strip():
            self.say("The log needs a name.")
            self.fields["assessor"].setFocus()
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


def _put(field: QWidget, value: Value) -> None:
    match field:
        case QCheckBox():
            field.setChecked(bool(value))
        case QSpinBox():
            field.setValue(int(value))
        case QComboBox():
            field.setCurrentIndex(field.findData(value))
        case QLineEdit():
            field.setText(str(value))


def _taken(field: QWidget) -> Value:
    match field:
        case QCheckBox():
            return field.isChecked()
        case QSpinBox():
            return field.value()
        case QComboBox():
            return str(field.currentData())
        case QLineEdit():
            return field.text().strip()
    raise TypeError(type(field).__name__)
