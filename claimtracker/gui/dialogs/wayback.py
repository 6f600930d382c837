"""Ask the Wayback Machine for a copy of pages: one that it has, or a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QRadioButton, QWidget

from claimtracker.claims.vocabulary import of_documents
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog, framed
from claimtracker.gui.plain_text import one_line

IS_OFF = (
    "The Wayback Machine is not asked until you switch it on: it learns which pages you look at."
)


class WaybackDialog(PlainDialog):
    """Two choices; while it is switched off, the way to the settings."""

    chosen = Signal(bool)  # whether a new snapshot is wanted
    settings_wanted = Signal()

    def __init__(
        self, desk: Desk, evidence_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__("Ask the Wayback Machine", parent, 480)
        self.existing = QRadioButton("&Existing: look for the newest snapshot")
        self.new = QRadioButton("&New: ask for a snapshot of today")
        roles = QDialogButtonBox.ButtonRole
        is_on = desk.settings.asks_wayback
        if is_on:
            self._offer(len(evidence_ids), desk.settings.wayback_address)
        else:
            self.add_note(IS_OFF, "wayback_is_off")
        self.action_button = self.add_button(
            "Ask" if is_on else "Open the &settings", "do_it", roles.AcceptRole
        )
        self.add_button("Cancel", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._ask if is_on else self._go_to_settings)

    def _offer(self, count: int, address: str) -> None:
        self.add_note(f"{of_documents(count).capitalize()}, asked at {one_line(address)}", "about")
        self.column.addSpacing(8)
        for name, choice in (("existing_snapshot", self.existing), ("new_snapshot", self.new)):
            named(choice, name, choice.text().replace("&", ""))
            framed(choice)
            self.column.addWidget(choice)
        self.add_note("The snapshot becomes the archive link. A new one takes up to some minutes.")
        self.existing.setChecked(True)
        self.existing.setFocus()

    def _ask(self) -> None:
        self.chosen.emit(self.new.isChecked())
        self.accept()

    def _go_to_settings(self) -> None:
        self.accept()
        self.settings_wanted.emit()
