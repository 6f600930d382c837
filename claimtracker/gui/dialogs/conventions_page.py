"""The settings page on how deadlines are read, built from the library's table of conventions."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from sqlmodel import Session

from claimtracker.claims.vocabulary import conventions_differ
from claimtracker.deadlines import CONVENTIONS, BadConvention, Policy, policy_from, texts_of, tidied
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.convention_row import ConventionRow
from claimtracker.gui.dialogs.try_reading import TryReading
from claimtracker.gui.plain_text import PlainLabel
from claimtracker.operations.read_deadline import Reader, reader


class ConventionsPage(QWidget):
    """Every convention with its value; what is entered counts once it is saved."""

    compare_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        named(self, "conventions", "How deadlines are read")
        self._stored = Reader()
        self._is_known = self._is_filling = False
        self.rows = {it.key: ConventionRow(it) for it in CONVENTIONS}
        self.counted = named(PlainLabel(""), "changed_count")
        self.counted.setProperty("role", "muted")
        self.compare = _button("compare", "&What would change…")
        self.compare.setToolTip("Compare the stored readings with what is entered here")
        self.all_back = _button("all_back", "All back to the &defaults")
        self.answer = named(PlainLabel(""), "compare_answer")
        self.answer.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.answer.setWordWrap(True)
        self.answer.hide()
        self.trying = TryReading(desk)
        self._listed = self._inside()
        self.area = _scrolled(self._listed)
        self._lay_out()
        self._connect()
        self.setEnabled(False)  # until it is known what is stored
        self._follow()
        desk.ask(_stored_reader, self.show_stored)

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        section = ""
        for row in self.rows.values():
            if row.convention.section != section:
                section = row.convention.section
                heading = PlainLabel(section)
                heading.setProperty("role", "strong")
                column.addSpacing(8 if column.count() else 0)
                column.addWidget(heading)
            column.addWidget(row)
        column.addStretch()
        return inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.counted, 1)
        head.addWidget(self.compare)
        head.addWidget(self.all_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.answer)
        column.addWidget(self.area, 1)
        column.addWidget(self.trying)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.edited.connect(self._follow)
            row.sight_wanted.connect(self._show_whole)
        self.trying.edited.connect(self._try)
        self.compare.clicked.connect(self.compare_wanted)
        self.all_back.clicked.connect(self.go_back)

    def show_stored(self, stored: Reader) -> None:
        """Show the conventions that the database keeps."""
        self._stored = stored
        self._put(texts_of(stored.policy))
        self._is_known = True
        self.setEnabled(True)

    def note_stored(self, policy: Policy) -> None:
        """Note that what is entered is stored now."""
        self.show_stored(replace(self._stored, policy=policy))

    def go_back(self) -> None:
        """Show the default everywhere; it counts once it is saved."""
        self._put({key: row.default for key, row in self.rows.items()})
        self.rows[CONVENTIONS[0].key].field.setFocus()

    def policy(self) -> Policy:
        """The conventions as entered; raises FieldError naming the first that is none."""
        for row in self.rows.values():
            row.mark()
        for key, row in self.rows.items():
            if row.why_not:
                raise FieldError(key, row.why_not)
        try:
            return policy_from(self._texts())
        except BadConvention as error:  # two that contradict each other
            raise FieldError(error.key, str(error)) from None

    @property
    def differs_from_stored(self) -> bool:
        """Whether saving would store something; a text that makes no sense counts, too."""
        return self._is_known and self._texts() != texts_of(self._stored.policy)

    def focus_on(self, key: str) -> None:
        """Put the cursor into a field and bring its row into view."""
        row = self.rows[key]
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_whole(row)

    def say(self, sentence: str) -> None:
        """Answer the button that compares, under it; the empty text takes it away."""
        self.answer.setText(sentence)
        self.answer.setVisible(bool(sentence))

    def _show_whole(self, row: QWidget) -> None:
        """Scroll a row into view, unless the keyboard has gone on to another one."""
        at = QApplication.focusWidget()
        if at is not None and self.area.isAncestorOf(at) and not row.isAncestorOf(at):
            return
        for inner in (row, self._listed):
            if layout := inner.layout():
                layout.activate()  # a line that came in has no place yet
        QApplication.sendEvent(self.area, QEvent(QEvent.Type.LayoutRequest))
        self.area.ensureWidgetVisible(row)

    def _texts(self) -> dict[str, str]:
        return {key: row.value for key, row in self.rows.items()}

    def _put(self, texts: Mapping[str, str]) -> None:
        self._is_filling = True
        for key, row in self.rows.items():
            row.set_text(texts[key])
        self._is_filling = False
        self._follow()

    def _follow(self) -> None:
        if self._is_filling:
            return
        self.say("")
        count = sum(row.is_changed for row in self.rows.values())
        self.counted.setText(conventions_differ(count) if count else "All at their defaults")
        self.all_back.setEnabled(count > 0)
        self._try()

    def _try(self) -> None:
        if wrong := [f"“{row.convention.label}”" for row in self.rows.values() if row.why_not]:
            self.trying.say(f"{', '.join(wrong)} cannot be read yet.")
            return
        try:
            policy = policy_from(self._texts())
        except BadConvention as error:
            self.trying.say(str(error))
            return
        entered = replace(self._stored, policy=policy)
        self.trying.show_reading(entered, self._stored)


def _stored_reader(session: Session) -> Reader:
    """Return what is stored, with the table of countries loaded: that holds the window too long."""
    tidied("country", "US")
    return reader(session)


def _button(name: str, text: str) -> QPushButton:
    button = text_button(name, text)
    button.setAccessibleName(text.replace("&", "").removesuffix("…"))
    return button


def _scrolled(inside: QWidget) -> QScrollArea:
    area = named(QScrollArea(widgetResizable=True), "conventions_area")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
