"""One convention on the settings page: its words, its value, and the way back to the default."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from claimtracker.deadlines import DEFAULT_POLICY, BadConvention, Convention, texts_of, tidied
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.icons import SMALL, icon
from claimtracker.gui.plain_text import PlainLabel

_DEFAULTS = texts_of(DEFAULT_POLICY)
_LABEL, _FIELD, _BACK = range(3)


class ChoiceLine(QComboBox):
    """One text out of a few; the wheel scrolls the page and never changes the choice."""

    edited = Signal()
    reached = Signal()

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__()
        self.addItems(list(choices))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(self.edited)

    def text(self) -> str:
        """The chosen text."""
        return self.currentText()

    def set_text(self, text: str) -> None:
        """Choose this text."""
        self.setCurrentIndex(self.findText(text))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.reached.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class FormLine(QLineEdit):
    """A text of a certain form, which stands there as an example while the field is empty."""

    edited = Signal()
    reached = Signal()

    def __init__(self, form: str) -> None:
        super().__init__(placeholderText=f"like {form}")
        self.setToolTip(f"Written like: {form}")
        self.textChanged.connect(self.edited)

    def set_text(self, text: str) -> None:
        """Show this text from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.reached.emit()


class ConventionRow(QWidget):
    """Under the field stands the default that it departs from, and what is wrong with its text."""

    edited = Signal()
    sight_wanted = Signal(QWidget)  # itself: the whole of it is to be seen

    def __init__(self, convention: Convention) -> None:
        super().__init__()
        self.convention = convention
        self.default = self._value = _DEFAULTS[convention.key]
        self._why_not = ""
        kind, label = convention.kind, convention.label
        self.field = ChoiceLine(kind.choices) if kind.choices else FormLine(kind.form)
        named(self.field, convention.key, label)
        self.field.setAccessibleDescription(f"Default: {self.default}")
        self.back = named(QToolButton(), f"{convention.key}_back", f"Back to the default: {label}")
        self.back.setIcon(icon("undo"))
        self.back.setIconSize(SMALL)
        self.back.setToolTip(f"Back to the default: {self.default}")
        self.back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back.clicked.connect(self._go_back)
        self.note = _small_label("muted")
        self.problem = _small_label("problem")
        self._lay_out()
        self.set_text(self.default)
        self.field.edited.connect(self._follow)
        self.field.reached.connect(self._ask_for_sight)
        if isinstance(self.field, FormLine):
            self.field.editingFinished.connect(self._leave)
        self._follow()

    def _lay_out(self) -> None:
        label = QLabel(self.convention.label.replace("&", "&&"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(self.field)
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(label, 0, _LABEL)
        grid.addWidget(self.field, 0, _FIELD)
        grid.addWidget(self.back, 0, _BACK)
        grid.addWidget(self.note, 1, _FIELD)
        grid.addWidget(self.problem, 2, _FIELD)
        grid.setColumnStretch(_LABEL, 5)
        grid.setColumnStretch(_FIELD, 6)  # all working days are seen at once

    @property
    def value(self) -> str:
        """The value as entered, written as the table writes it; the text where it is no value."""
        return self._value

    @property
    def why_not(self) -> str:
        """Why the text is no value of its convention, in one sentence; empty where it is one."""
        return self._why_not

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the default."""
        return self.value != self.default

    def set_text(self, text: str) -> None:
        """Show this value."""
        self.field.set_text(text)

    def mark(self) -> None:
        """Say beside the field why its text is no value."""
        self.problem.setText(self.why_not)
        self.problem.setVisible(bool(self.problem.text()))
        self.field.setProperty("tone", "error" if self.problem.text() else "")
        self.field.style().unpolish(self.field)  # a property that the style sheet asks for changed
        self.field.style().polish(self.field)
        if self.why_not:
            self._ask_for_sight()

    def _follow(self) -> None:
        key, text = self.convention.key, self.field.text()
        try:
            self._value, self._why_not = tidied(key, text), ""
        except BadConvention as error:
            self._value, self._why_not = text, str(error)
        self.back.setVisible(self.is_changed)
        self.note.setText(f"Default: {self.default}")
        self.note.setVisible(self.is_changed)
        if self.problem.text() and not self.why_not:
            self.mark()
        if self.field.hasFocus():
            self._ask_for_sight()  # a line under the field may have come in
        self.edited.emit()

    def _ask_for_sight(self) -> None:
        self.sight_wanted.emit(self)

    def _leave(self) -> None:
        is_pressed = self.back.hasFocus() and QApplication.mouseButtons()
        if not is_pressed:  # a line coming in would move the button away under the mouse
            self.mark()

    def _go_back(self) -> None:
        self.field.setFocus()  # before the button goes
        self.set_text(self.default)


def _small_label(role: str) -> PlainLabel:
    label = PlainLabel("")
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.hide()
    return label
