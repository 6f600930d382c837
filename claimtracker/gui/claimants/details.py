"""One claimant beside the list: who it is, whom the name looks like, and every claim."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimtracker.claims.claimants import ClaimantDetails
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.claimants.lists import ClaimsOfClaimant
from claimtracker.gui.claimants.words import also_words, office_words, states_words, term_words
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import one_line, wrapped_label
from claimtracker.operations import list_claimants

_LONGEST_NEAR = 60


class ClaimantPane(QWidget):
    """Reads again when something changed; keeps what is shown while it does."""

    merge_wanted = Signal(int, int)  # the claimant shown, and one whose name looks alike

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "claimant_pane", "Claimant")
        self._desk = desk
        self._claimant_id: int | None = None
        self._near_id: int | None = None
        self.name = wrapped_label("claimant_name", "heading")
        self.told = wrapped_label("claimant_told", "muted")
        self.states = wrapped_label("claimant_states", "muted")
        self.near = wrapped_label("claimant_near", "muted")
        self.near_button = text_button("merge_near", "Com&pare…")
        self.near_button.clicked.connect(self._compare)
        self.claims = ClaimsOfClaimant(desk)
        self._lay_out()
        desk.changes.changed.connect(self._read)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(4)
        self.stand(is_beside=True)
        for line in (self.name, self.told, self.states):
            column.addWidget(line)
        self._near_row = QWidget()
        row = QHBoxLayout(self._near_row)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.near, 1)
        row.addWidget(self.near_button)
        column.addWidget(self._near_row)
        column.addSpacing(4)
        column.addWidget(self.claims, 1)
        self._near_row.hide()

    def stand(self, *, is_beside: bool) -> None:
        """Keep apart from the list that it stands beside, or under."""
        left, top = (12, 0) if is_beside else (0, 12)
        self._column.setContentsMargins(left, top, 0, 0)

    def show_claimant(self, claimant_id: int | None) -> None:
        """Show this claimant; None keeps nothing but an empty pane."""
        is_other = claimant_id != self._claimant_id
        self._claimant_id = claimant_id
        self.setVisible(claimant_id is not None)
        if claimant_id is not None and is_other:
            self.claims.show_claimant(claimant_id)
            self._read()

    def _read(self) -> None:
        if self._claimant_id is not None:
            work = partial(
                list_claimants.details_or_none,
                claimant_id=self._claimant_id,
                as_of=self._desk.as_of,
            )
            self._desk.ask(work, self._show)

    def _show(self, details: ClaimantDetails | None) -> None:
        if details is None or details.row.id != self._claimant_id:
            return  # gone meanwhile, or another one is shown by now
        row, today = details.row, self._desk.today
        self.name.setText(one_line(row.name))
        told = (office_words(row), term_words(row, today), also_words(row))
        self.told.setText("\n".join(one_line(part[:1].upper() + part[1:]) for part in told if part))
        self.told.setVisible(any(told))
        self.states.setText(states_words(details.by_state, row.binned_count))
        self._near_row.setVisible(bool(details.near))
        self._near_id = details.near[0].id if details.near else None
        if details.near:
            names = one_line(details.near[0].name, _LONGEST_NEAR)
            more = f" and {len(details.near) - 1:,} more" if len(details.near) > 1 else ""
            self.near.setText(f"May be the same person as {names}{more}")

    def _compare(self) -> None:
        if self._claimant_id is not None and self._near_id is not None:
            self.merge_wanted.emit(self._claimant_id, self._near_id)
