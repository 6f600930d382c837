"""The first start: a new database, one that there is, or the sample case."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton, QWidget

from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.plain_text import PlainLabel
from claimtracker.settings import default_database

KINDS = "Databases (*.db);;All files (*)"


class StartDialog(PlainDialog):
    """Says what was chosen; whoever opens databases does the rest."""

    new_chosen = Signal(object)  # the Path of a database that is to be made
    open_chosen = Signal(object)  # the Path of one that there is
    sample_chosen = Signal()

    def __init__(self, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Welcome to ClaimTracker", parent, 480)
        heading = PlainLabel("ClaimTracker")
        heading.setProperty("role", "heading")
        self.column.addWidget(heading)
        self.add_note("Keeps what was promised, watches the deadlines, holds the evidence.")
        self.say(sentence)  # why the last database could not be opened
        self.new_button = self._choice("New", "new_database", "Begin an empty database.")
        self.open_button = self._choice("Open", "open_database", "Go on with one that there is.")
        self.sample_button = self._choice(
            "Try the sample case", "try_sample", "A dozen real claims, to look around in."
        )
        self.new_button.clicked.connect(self._ask_new)
        self.open_button.clicked.connect(self._ask_open)
        self.sample_button.clicked.connect(self._choose_sample)
        self.new_button.setDefault(True)
        self.new_button.setFocus()
        self.column.addStretch()
        self.add_button("Quit", "cancel", QDialogButtonBox.ButtonRole.RejectRole)

    def _choice(self, text: str, name: str, note: str) -> QPushButton:
        button = named(QPushButton(text), name)
        button.setAccessibleName(text)
        button.setAccessibleDescription(note)
        self.column.addSpacing(12)
        self.column.addWidget(button)
        self.add_note(note)
        return button

    def _ask_new(self) -> None:
        proposed = default_database()
        dialog = self._files("New database", _folder_of(proposed) / proposed.name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.fileSelected.connect(self._choose_new)
        dialog.open()

    def _ask_open(self) -> None:
        dialog = self._files("Open database", Path.home())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._choose_open)
        dialog.open()

    def _files(self, title: str, start: Path) -> QFileDialog:
        return QFileDialog(self, title, str(start), KINDS)

    def _choose_new(self, chosen: str) -> None:
        self.accept()
        self.new_chosen.emit(Path(chosen))

    def _choose_open(self, chosen: str) -> None:
        self.accept()
        self.open_chosen.emit(Path(chosen))

    def _choose_sample(self) -> None:
        self.accept()
        self.sample_chosen.emit()


def _folder_of(proposed: Path) -> Path:
    """The folder for databases, made where there is none yet; home where it cannot be made."""
    try:
        proposed.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path.home()
    return proposed.parent
