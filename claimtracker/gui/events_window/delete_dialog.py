"""Ask before an event goes: the claims that hang on it are listed first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.operations.what_would_change import Rereading


class DeleteEventDialog(WhatWouldChangeDialog):
    """What hangs on it is re-read, and has no days then, or keeps the stored ones."""

    verb = "Delete"

    def __init__(self, name: str, found: Sequence[Rereading], today: date, parent: QWidget) -> None:
        self._name = name
        super().__init__(found, today, parent)
        self.setWindowTitle("Delete the event")
        if not found:
            self.reread_button.setText("&Delete")
            self.keep_button.hide()
            self.listed.hide()
            self.left_alone.hide()
            self.column.addStretch()
            self.resize(560, 140)

    def about_words(self, found: Sequence[Rereading]) -> str:
        """Which event, and what hangs on it."""
        if not found:
            return f"Delete “{self._name}”? No stored days hang on it."
        hang = "hangs" if len(found) == 1 else "hang"
        return f"Delete “{self._name}”? {of_claims(len(found))} {hang} on it."
