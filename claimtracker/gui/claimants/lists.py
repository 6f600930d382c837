"""The two lists of the window: every claimant, and the claims of the one that has the cursor."""

from functools import partial

from PySide6.QtWidgets import QWidget

from claimtracker.claims.claimants import ClaimantRow
from claimtracker.claims.rows import ClaimRow
from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.claimants.words import claimant_entry, own_claim_entry
from claimtracker.gui.desk import Desk
from claimtracker.gui.paged_list import PagedList, PagedModel
from claimtracker.operations import list_claimants, list_claims


class ClaimantList(PagedList[ClaimantRow]):
    """Every claimant that holds the words looked for, by name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "claimants", "Claimants", parent)
        self.use_model(PagedModel(self._told, self))

    def look_for(self, words: str) -> None:
        """List those that hold these words."""
        self.read_by(partial(list_claimants.ids, words=words), list_claimants.rows)

    def _told(self, row: ClaimantRow) -> Entry:
        return claimant_entry(row, self._desk.today)


class ClaimsOfClaimant(PagedList[ClaimRow]):
    """The claims of one claimant outside the bin, what needs work first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "claims_of_claimant", "Claims of the claimant", parent)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.use_model(PagedModel(self._told, self))

    def show_claimant(self, claimant_id: int) -> None:
        """List the claims of this claimant."""
        as_of = self._desk.as_of
        read = partial(list_claimants.claim_ids, claimant_id=claimant_id, as_of=as_of)
        self.read_by(read, partial(list_claims.rows, as_of=as_of))

    def _told(self, row: ClaimRow) -> Entry:
        return own_claim_entry(row, self._desk.today, self._desk.labels)
