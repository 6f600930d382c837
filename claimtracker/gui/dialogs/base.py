"""What all dialogs have in common: one action, done in the background, refused in one sentence."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from sqlmodel import Session

from claimtracker.claims.errors import ChangedMeanwhile, ClaimTrackerError
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel, buddy_label, one_line
from claimtracker.gui.theme import colour
from claimtracker.operations.show_claim import show_claim

Operation = Callable[[Session], object]


class PlainDialog(QDialog):
    """A titled dialog with one column and a row of buttons; Esc closes it, closing deletes it."""

    def __init__(self, title: str, parent: QWidget | None, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        self.problem = PlainLabel("")
        self.problem.setObjectName("problem")
        self.problem.setProperty("tone", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        whole.addLayout(self.column, 1)
        whole.addWidget(self.problem)
        whole.addWidget(self.buttons)

    def add_labelled(self, text: str, field: QWidget, column: QBoxLayout | None = None) -> QLabel:
        """Put a field under its label, whose Alt key leads to it."""
        place = column or self.column
        label = buddy_label(text, field)
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", ""))
        if place.count():
            place.addSpacing(8)
        place.addWidget(label)
        place.addWidget(field)
        return label

    def add_note(
        self, text: str = "", name: str = "", column: QBoxLayout | None = None
    ) -> PlainLabel:
        """Put a quiet line of text into the column."""
        note = PlainLabel(text)
        note.setObjectName(name)
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        (column or self.column).addWidget(note)
        return note

    def add_button(
        self,
        text: str,
        name: str,
        role: QDialogButtonBox.ButtonRole = QDialogButtonBox.ButtonRole.ActionRole,
    ) -> QPushButton:
        """Put a button into the bottom row; the one that accepts is what Enter presses."""
        is_main = role == QDialogButtonBox.ButtonRole.AcceptRole
        button = text_button(name, text)
        if is_main:
            button.setProperty("role", "primary")  # before the box polishes its buttons
        self.buttons.addButton(button, role)
        button.setDefault(is_main)
        return button

    def say(self, sentence: str) -> None:
        """Show why it did not go through; the empty text takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.fit()

    def sizeHint(self) -> QSize:
        """As wide as it is at least: wrapped labels would make it as tall as a narrow one."""
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard: where no window manager runs, nobody else hands it over."""
        super().showEvent(event)
        self.fit()  # its parts have their fonts by now
        self.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand the keyboard back."""
        super().hideEvent(event)
        if parent := self.parentWidget():
            parent.activateWindow()

    def press_by_keys(self, listed: QWidget | None = None) -> None:
        """Let Ctrl+Enter press what looks as if Enter did; on this list, which eats it, Enter too.

        A key that is held down from the dialog before presses nothing.
        """
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.press_default).setAutoRepeat(False)
        if listed is None:
            return
        for plain in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(plain), listed, self.press_default)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setAutoRepeat(False)

    def press_default(self) -> None:
        """Press the button that accepts."""
        for button in self.buttons.buttons():
            if isinstance(button, QPushButton) and button.isDefault():
                button.click()
                return

    def grow(self, pixels: int) -> None:
        """Grow by so much, as far as the screen has room."""
        room = self.screen().availableSize().height()
        self.resize(self.width(), max(min(self.height() + pixels, room), self.height()))

    def fit(self) -> None:
        """Grow where a longer text came in: wrapped labels do not ask for it themselves."""
        self._whole.activate()  # what was reckoned before is kept for nested rows otherwise
        needed = self._whole.totalHeightForWidth(self.width())
        if self.isVisible() and needed > self.height():
            self.grow(needed - self.height())


class OperationDialog(PlainDialog):
    """Performs one operation: closes when it is done, stays with everything typed when not."""

    is_long = False  # whether it may take longer than the lists should wait

    def __init__(
        self, desk: Desk, title: str, action: str, parent: QWidget | None, width: int = 480
    ) -> None:
        super().__init__(title, parent, width)
        self.desk = desk
        roles = QDialogButtonBox.ButtonRole
        self.action_button = self.add_button(action, "do_it", roles.AcceptRole)
        self.cancel_button = self.add_button("Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self.submit)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone is a new line in a long field
            QShortcut(QKeySequence(key), self, self.submit)

    def add_about(self, claim_ids: Sequence[int]) -> None:
        """Say which claims this is about; a single one is read and named."""
        self.about = self.add_note(of_claims(len(claim_ids)), "about")
        if len(claim_ids) == 1:
            work = partial(show_claim, claim_id=claim_ids[0], as_of=self.desk.as_of)
            self.desk.ask(work, self._take_claim)

    def take_claim(self, details: ClaimDetails) -> None:
        """Use what is known of the single claim; dialogs that do so say how."""

    def _take_claim(self, details: ClaimDetails) -> None:
        self.about.setText(one_line(details.report.summary))
        self.take_claim(details)
        self.fit()

    def operation(self) -> Operation:
        """What is to be done, from what was entered; raises ClaimTrackerError."""
        raise NotImplementedError

    def done_words(self) -> str:
        """What the status line says afterwards."""
        raise NotImplementedError

    def take_result(self, result: object) -> None:
        """Go on with what the operation returned; dialogs that do so say how."""

    def take_change(self, change: ChangedMeanwhile) -> None:
        """Go on from what is stored by now: it was told, and doing it again replaces it."""

    def focus_on(self, field: str) -> None:
        """Put the cursor into the field of this object name."""
        if found := self.findChild(QWidget, field):
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Do it, once; a refusal is shown and nothing typed is lost."""
        if not self.action_button.isEnabled():
            return
        self.say("")
        try:
            operation = self.operation()
        except ClaimTrackerError as error:
            self._refuse(error)
            return
        self.carry_out(operation)

    def carry_out(self, operation: Operation) -> None:
        """Do this in the background and close when it is done."""
        self.action_button.setEnabled(False)
        self.desk.carry_out(operation, self._succeed, self._refuse, is_long=self.is_long)

    def _succeed(self, result: object) -> None:
        self.desk.changes.said.emit(self.done_words())
        self.take_result(result)
        self.accept()

    def _refuse(self, error: ClaimTrackerError) -> None:
        self.action_button.setEnabled(True)
        if isinstance(error, ChangedMeanwhile):
            self.take_change(error)
            button = self.action_button.text().replace("&", "")
            self.say(f"{error} Press “{button}” again to have yours take its place.")
            return
        self.say(str(error))
        if isinstance(error, FieldError):
            self.focus_on(error.field)


def framed(button: QAbstractButton) -> None:
    """Let the frame of a check box or radio button be seen in both themes.

    Qt's own style draws it a shade darker than the window, with the focus than the selection:
    on a dark ground that is no frame.
    """
    palette = button.palette()
    palette.setColor(QPalette.ColorRole.Window, colour("muted"))
    palette.setColor(QPalette.ColorRole.Highlight, colour("accent"))
    button.setPalette(palette)
