"""A file's path, typed or browsed for."""

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from claimtracker.gui.claim_panel.named import named


class PathField(QWidget):
    """A line edit with Browse beside it, so that a path can be typed, pasted or picked."""

    edited = Signal()
    picked = Signal()

    def __init__(
        self, name: str, label: str, *, saves: bool, kinds: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = label
        self._saves = saves
        self._kinds = kinds
        self.line = named(QLineEdit(), name, label)
        self.line.textChanged.connect(self.edited)
        self.button = named(QPushButton("Browse…", autoDefault=False), f"{name}_browse")
        self.button.setAccessibleName(f"Browse: {label}")
        self.button.clicked.connect(self.browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def path(self) -> Path | None:
        """The path as typed, None for none."""
        typed = self.line.text().replace("\0", "").strip()  # no file's name has one
        return Path(os.path.expanduser(typed)) if typed else None

    def set_path(self, path: Path | None) -> None:
        """Show a path."""
        self.line.setText(str(path) if path else "")

    def browse(self) -> None:
        """Let a file be picked; nothing typed is lost when nothing is."""
        dialog = QFileDialog(self, self._title, str(self.path() or Path.home()), self._kinds)
        modes, ways = QFileDialog.FileMode, QFileDialog.AcceptMode
        dialog.setFileMode(modes.AnyFile if self._saves else modes.ExistingFile)
        dialog.setAcceptMode(ways.AcceptSave if self._saves else ways.AcceptOpen)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, chosen: str) -> None:
        self.line.setText(chosen)
        self.picked.emit()
