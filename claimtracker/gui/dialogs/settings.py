"""The settings, each page built from a table of rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from claimtracker import settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.deadlines import Policy
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog, framed
from claimtracker.gui.dialogs.conventions_page import ConventionsPage
from claimtracker.gui.dialogs.policy_change import NOTHING, PolicyChange
from claimtracker.gui.dialogs.progress import BusyBar
from claimtracker.gui.dialogs.unsaved import DiscardBox
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
        "Days that are d&ue soon",
        _days,
        "Counted back from the strict end of the window",
    ),
    Row("theme", "Co&lours", _themes),
    Row("shows_notifications", "Show noti&fications of the desktop", QCheckBox),
)


_GENERAL, _CONVENTIONS = range(2)


class SettingsDialog(PlainDialog):
    """Writes the settings file and the database's conventions; the whole window follows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, path: Path | None = None) -> None:
        super().__init__("Settings", parent, 520)
        self._desk = desk
        self._path = path or settings.settings_path()
        self.fields: dict[str, QWidget] = {}
        self._general = QVBoxLayout()
        self.conventions = ConventionsPage(desk)
        self._change = PolicyChange(desk, self)
        self._bar = BusyBar()
        self._is_busy, self._is_asking, self._closes_after = False, False, True
        self._add_pages()
        self._add_buttons()
        self._connect()
        self.resize(QSize(720, 600).boundedTo(self.screen().availableSize()))
        self.fields[ROWS[0].name].setFocus()

    def _add_pages(self) -> None:
        for row in ROWS:
            self._add(row)
        self._general.addStretch()
        self._general.setContentsMargins(0, 12, 0, 0)
        self._general.setSpacing(4)
        general = QWidget()
        general.setLayout(self._general)
        self.pages = named(QTabWidget(documentMode=True), "settings_pages", "Pages of the settings")
        self.pages.tabBar().setExpanding(False)
        self.pages.tabBar().setDrawBase(False)
        self.pages.addTab(general, "&General")
        self.pages.addTab(self.conventions, "&How deadlines are read")
        self.column.addWidget(self.pages, 1)
        self.column.addWidget(self._bar)

    def _add_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.save_button = self.add_button("&Save", "do_it", roles.AcceptRole)
        self.add_button("&Cancel", "cancel", roles.RejectRole)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.submit)
        self.conventions.compare_wanted.connect(self.compare)
        self._change.moved.connect(self._bar.show_progress)
        self._change.stored.connect(self._note_stored)
        self._change.nothing_to_do.connect(self._say_nothing_changes)
        self._change.refused.connect(self._note_refused)
        self._change.left.connect(self._come_to_rest)

    def _add(self, row: Row) -> None:
        field = row.make()
        field.setObjectName(row.name)
        _put(field, getattr(self._desk.settings, row.name))
        self.fields[row.name] = field
        if isinstance(field, QCheckBox):
            framed(field)
            field.setText(row.label)
            field.setAccessibleName(row.label.replace("&", ""))
            self._general.addSpacing(12)
            self._general.addWidget(field)
        else:
            self.add_labelled(row.label, field, self._general)
        if row.note:
            self.add_note(row.note, column=self._general)

    def submit(self) -> None:
        """Use and store what was entered; conventions that are new are compared first."""
        if self._is_busy:
            return
        self.say("")
        try:
            self._entered()
            policy = self.conventions.policy()
        except FieldError as error:
            self._complain(error)
            return
        if self.conventions.differs_from_stored:
            self._begin(policy, closes_after=True)
        else:
            self._save("Settings saved")

    def compare(self) -> None:
        """Say what would change without saving: also where only stored readings differ."""
        if self._is_busy:
            return
        self.say("")
        try:
            policy = self.conventions.policy()
        except FieldError as error:
            self._complain(error)
            return
        self._begin(policy, closes_after=False)

    def reject(self) -> None:
        """While claims are read, stop that first; otherwise close, or ask before typing is lost."""
        if self._is_busy:
            self._change.stop()
        elif self.has_unsaved:
            self._ask_before_closing()
        else:
            super().reject()

    @property
    def has_unsaved(self) -> bool:
        """Whether anything entered differs from what is stored."""
        return self.conventions.differs_from_stored or any(
            _differs(field, getattr(self._desk.settings, name))
            for name, field in self.fields.items()
        )

    def _ask_before_closing(self) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        box = DiscardBox(self)
        box.discarded.connect(self._discard)
        box.finished.connect(self._note_asked)
        box.open()

    def _note_asked(self) -> None:
        self._is_asking = False

    def _discard(self) -> None:
        super().reject()

    def _begin(self, policy: Policy, *, closes_after: bool) -> None:
        self._is_busy, self._closes_after = True, closes_after
        self.pages.setEnabled(False)
        self.save_button.setEnabled(False)
        self._bar.begin()
        self.conventions.say("")
        is_new = self.conventions.differs_from_stored
        self._change.begin(policy, is_new=is_new, is_only_asked=not closes_after)

    def _come_to_rest(self) -> None:
        self._is_busy = False
        self._bar.end()
        self.pages.setEnabled(True)
        self.save_button.setEnabled(True)

    def _note_stored(self, policy: Policy, words: str) -> None:
        self._come_to_rest()
        self.conventions.note_stored(policy)
        if self._closes_after:
            self._save(words)
        else:
            self._desk.changes.said.emit(words)
            self.conventions.say(words)

    def _say_nothing_changes(self) -> None:
        self._come_to_rest()
        self.conventions.say(NOTHING)

    def _note_refused(self, sentence: str) -> None:
        self._come_to_rest()
        self.say(sentence)

    def _save(self, words: str) -> None:
        """Store the settings file; one that cannot be written is said."""
        chosen = replace(self._desk.settings, **self._entered()).checked()  # type: ignore[arg-type]  # the table's names are those of Settings
        try:
            settings.save(chosen, self._path)
        except ClaimTrackerError as error:
            self.say(str(error))
            return
        self._desk.use_settings(chosen)
        self._desk.changes.said.emit(words)
        self.accept()

    def _complain(self, error: FieldError) -> None:
        """Turn to the page of the field, and to the field; a convention says why beside itself."""
        if error.field in self.fields:
            self.say(str(error))
            self.pages.setCurrentIndex(_GENERAL)
            self.fields[error.field].setFocus()
        else:
            self.pages.setCurrentIndex(_CONVENTIONS)
            self.conventions.focus_on(error.field)

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


def _differs(field: QWidget, stored: Value) -> bool:
    try:
        return _taken(field) != stored
    except FieldError:
        return True


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
