"""The settings, each page built from a table of rows."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from claimtracker import settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.claims.web_address import shown_address
from claimtracker.deadlines import Policy
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog, framed
from claimtracker.gui.dialogs.conventions_page import ConventionsPage
from claimtracker.gui.dialogs.policy_change import NOTHING, PolicyChange
from claimtracker.gui.dialogs.progress import BusyBar
from claimtracker.gui.dialogs.settings_rows import (
    EVIDENCE_ROWS,
    GENERAL_ROWS,
    Row,
    Value,
    differs,
    put,
    taken,
)
from claimtracker.gui.dialogs.unsaved import DiscardBox
from claimtracker.gui.dialogs.verdicts_page import VerdictsPage
from claimtracker.operations.set_verdict_labels import set_verdict_labels

_GENERAL, _EVIDENCE, _CONVENTIONS, _VERDICTS = range(4)


class SettingsDialog(PlainDialog):
    """Writes the settings file and the database's conventions; the whole window follows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, path: Path | None = None) -> None:
        super().__init__("Settings", parent, 520)
        self._desk = desk
        self._path = path or settings.settings_path()
        self.fields: dict[str, QWidget] = {}
        self.conventions = ConventionsPage(desk)
        self.verdicts = VerdictsPage(desk)
        self._change = PolicyChange(desk, self)
        self._bar = BusyBar()
        self._is_busy, self._is_asking, self._closes_after = False, False, True
        self._words = ""
        self._add_pages()
        self._add_buttons()
        self._connect()
        self.resize(QSize(720, 600).boundedTo(self.screen().availableSize()))
        self.fields[GENERAL_ROWS[0].name].setFocus()

    def _add_pages(self) -> None:
        self.pages = named(QTabWidget(documentMode=True), "settings_pages", "Pages of the settings")
        self.pages.tabBar().setExpanding(False)
        self.pages.tabBar().setDrawBase(False)
        self.pages.addTab(self._page(GENERAL_ROWS), "&General")
        self.pages.addTab(self._page(EVIDENCE_ROWS), "&Evidence")
        self.pages.addTab(self.conventions, "&How deadlines are read")
        self.pages.addTab(self.verdicts, "&Verdicts")
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

    def go_to(self, name: str) -> None:
        """Turn to a setting."""
        is_general = any(row.name == name for row in GENERAL_ROWS)
        self.pages.setCurrentIndex(_GENERAL if is_general else _EVIDENCE)
        self.fields[name].setFocus()

    def _page(self, rows: Sequence[Row]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        for row in rows:
            self._add(row, column)
        column.addStretch()
        return page

    def _add(self, row: Row, column: QVBoxLayout) -> None:
        field = row.make()
        field.setObjectName(row.name)
        put(field, getattr(self._desk.settings, row.name))
        self.fields[row.name] = field
        if isinstance(field, QCheckBox):
            framed(field)
            field.setText(row.label)
            field.setAccessibleName(row.label.replace("&", ""))
            column.addSpacing(12)
            column.addWidget(field)
        else:
            self.add_labelled(row.label, field, column)
        if row.note:
            self.add_note(row.note, column=column)

    def submit(self) -> None:
        """Use and store what was entered; conventions that are new are compared first."""
        if self._is_busy:
            return
        self.say("")
        try:
            self._entered()
            policy = self.conventions.policy()
            self.verdicts.labels()
        except FieldError as error:
            self._complain(error)
            return
        if self.conventions.differs_from_stored:
            self._begin(policy, closes_after=True)
        else:
            self._store_labels("Settings saved")

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
        on_pages = self.conventions.differs_from_stored or self.verdicts.differs_from_stored
        return on_pages or any(
            differs(field, getattr(self._desk.settings, name))
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
            self._store_labels(words)
        else:
            self._desk.changes.said.emit(words)
            self.conventions.say(words)

    def _say_nothing_changes(self) -> None:
        self._come_to_rest()
        self.conventions.say(NOTHING)

    def _note_refused(self, sentence: str) -> None:
        self._come_to_rest()
        self.say(sentence)

    def _store_labels(self, words: str) -> None:
        """Store what verdicts are called, if that is new; it is an action of its own."""
        if not self.verdicts.differs_from_stored:
            self._save(words)
            return
        self._is_busy, self._words = True, words
        self.save_button.setEnabled(False)
        work = partial(set_verdict_labels, labels=self.verdicts.labels(), by=self._desk.by)
        self._desk.carry_out(work, self._note_labels, self._refuse_labels)

    def _note_labels(self, labels: VerdictLabels) -> None:
        self._come_to_rest()
        self.verdicts.show_stored(labels)
        self._save(f"{self._words.removesuffix('.')}. Ctrl+Z takes the labels of verdicts back.")

    def _refuse_labels(self, error: ClaimTrackerError) -> None:
        self._note_refused(str(error))

    def _save(self, words: str) -> None:
        """Store the settings file; one that cannot be written is said."""
        chosen = replace(self._desk.settings, **self._entered()).checked()  # type: ignore[arg-type]  # the table's names are those of Settings
        try:
            settings.save_changes(chosen, self._desk.settings, self._path)
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
            self.go_to(error.field)
        elif self.verdicts.focus_on(error.field):
            self.pages.setCurrentIndex(_VERDICTS)
            self.verdicts.focus_on(error.field)
        else:
            self.pages.setCurrentIndex(_CONVENTIONS)
            self.conventions.focus_on(error.field)

    def _entered(self) -> dict[str, Value]:
        entered = {name: taken(field) for name, field in self.fields.items()}
        if not entered["assessor"]:
            raise FieldError("assessor", "The log needs a name.")
        if not shown_address(str(entered["wayback_address"])):
            raise FieldError("wayback_address", "Enter an address that begins with https://.")
        return entered
