"""Under the form: what stops it from being saved, and the two ways out of unsaved typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.plain_text import PlainLabel


class SaveBar(QWidget):
    """Shown while something is unsaved."""

    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "save_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for the line above it
        self.problem = PlainLabel("")
        self.problem.setObjectName("form_problem")
        self.problem.setProperty("tone", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.save_button = text_button("save_claim", "Save  Ctrl+S")
        self.save_button.setProperty("role", "primary")
        self.save_button.clicked.connect(self.save_wanted)
        self.discard_button = text_button("discard_changes", "Discard")
        self.discard_button.clicked.connect(self.discard_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.words = PlainLabel("")
        self.words.setProperty("role", "muted")
        row.addWidget(self.words, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.problem)
        column.addLayout(row)

        self.offer(is_new=False)

    def offer(self, *, is_new: bool) -> None:
        """Say what saving does: where the claim is gone, it enters a new one."""
        self.words.setText("Not stored anywhere" if is_new else "Unsaved changes")
        self.save_button.setText("Save as a new claim  Ctrl+S" if is_new else "Save  Ctrl+S")

    def forget(self) -> None:
        """Take the sentence away: the person is mending it."""
        self.say("")

    def say(self, sentence: str) -> None:
        """Show why the claim was not saved; the empty text takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
