"""Which database is to be shown: asked at the first start, and by the commands of the menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from claimtracker.gui.dialogs.start import KINDS, StartDialog


class DatabaseChoice(QObject):
    """Says what was chosen; whoever opens databases does the rest."""

    new_chosen = Signal(object)  # the Path of a database that is to be made
    open_chosen = Signal(object)  # the Path of one that there is
    sample_chosen = Signal()
    left = Signal()  # nothing was chosen where something must be

    def __init__(self, window: QWidget, folder: Callable[[], Path], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._folder = folder
        self._start: StartDialog | None = None

    def welcome(self, sentence: str = "") -> None:
        """Offer the ways to begin, with the reason why the last database did not open."""
        self._start = StartDialog(sentence, self._window)
        self._start.new_chosen.connect(self.new_chosen)
        self._start.open_chosen.connect(self.open_chosen)
        self._start.sample_chosen.connect(self.sample_chosen)
        self._start.rejected.connect(self.left)
        self._start.open()

    def ask_new(self) -> None:
        """Ask where a new database is to be."""
        dialog = self._file_dialog("New database")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.fileSelected.connect(self._choose_new)
        dialog.open()

    def ask_open(self) -> None:
        """Ask which database is to be opened."""
        dialog = self._file_dialog("Open database")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._choose_open)
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        return QFileDialog(self._window, title, str(self._folder()), KINDS)

    def _choose_new(self, chosen: str) -> None:
        self.new_chosen.emit(Path(chosen))

    def _choose_open(self, chosen: str) -> None:
        self.open_chosen.emit(Path(chosen))
