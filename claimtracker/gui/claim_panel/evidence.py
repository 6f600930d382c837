"""The evidence of a claim: see it, open the original, link more, take one off."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails, EvidenceRow
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.claim_panel.evidence_entries import evidence_entries
from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import open_url
from claimtracker.operations.link_evidence import unlink_evidence

NOTHING = "No evidence yet. Drop a link, a file or text here, or press Ctrl+E."


class EvidenceTab(QWidget):
    """Asks for the link dialog by `link_wanted`; the panel opens it."""

    link_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[int, EvidenceRow] = {}
        self.entries = DetailedList("evidence_list", "Evidence", NOTHING)
        self.entries.list.chosen.connect(self._offer)
        self.entries.list.opened.connect(self._open)
        self.link_button = text_button("link_evidence_button", "Link evidence  Ctrl+E")
        self.link_button.clicked.connect(self.link_wanted)
        self.open_button = text_button("open_original", "Open original")
        self.open_button.clicked.connect(self._open)
        self.remove_button = text_button("unlink_evidence", "Remove link")
        self.remove_button.setToolTip("The document stays stored; Ctrl+Z links it again.")
        self.remove_button.clicked.connect(self._unlink)
        self._lay_out()
        self._offer(None)

    def _lay_out(self) -> None:
        on_one = QHBoxLayout()
        on_one.setSpacing(8)
        on_one.addWidget(self.open_button)
        on_one.addWidget(self.remove_button)
        on_one.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.link_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.entries, 1)
        column.addLayout(on_one)

    def show_claim(self, details: ClaimDetails) -> None:
        """Show the evidence of this claim."""
        self._rows = {row.id: row for row in details.report.evidence}
        self.entries.show_entries(evidence_entries(details, self._desk.today))
        self._offer(self.entries.list.current())

    def _current(self) -> EvidenceRow | None:
        entry = self.entries.list.current()
        return self._rows.get(entry.key) if entry else None

    def _offer(self, _entry: Entry | None) -> None:
        found = self._current()
        self.open_button.setEnabled(found is not None and bool(found.url))
        self.remove_button.setEnabled(found is not None)

    def _open(self) -> None:
        found = self._current()
        if found is not None and found.url:
            open_url(found.url)

    def _unlink(self) -> None:
        if found := self._current():
            self._desk.carry_out(
                partial(unlink_evidence, link_id=found.id, by=self._desk.by), self._say_unlinked
            )

    def _say_unlinked(self, _result: object) -> None:
        self._desk.changes.said.emit("Evidence taken off the claim")
