"""The cursor follows a claim into the one that took it over, and back out of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from claimtracker.gui.claim_list.view import ClaimList
from claimtracker.gui.desk import Desk
from claimtracker.gui.list_and_panel import ListAndPanel


class TakenOver(QObject):
    """Otherwise the cursor would stand on a neighbour, which the next letter would change."""

    def __init__(self, desk: Desk, claims: ClaimList, ways: ListAndPanel) -> None:
        super().__init__(claims)
        self._claims = claims
        self._ways = ways
        self._gone: Sequence[int] = ()
        self._stays = 0
        self._is_changed = self._has_left = False
        desk.changes.changed.connect(self._note_change)
        claims.filled.connect(self._look)

    def go_on(self, gone: Sequence[int], stays: int) -> None:
        """Go to the claim that stays, in the list of all where it is not listed here."""
        self._gone, self._stays, self._has_left = gone, stays, False
        if self._claims.lists(stays):
            self._claims.select_claim(stays)
        else:
            self._ways.go_to(stays)

    def _note_change(self) -> None:
        self._is_changed = bool(self._gone)

    def _look(self) -> None:
        """Once what had gone is listed again, go back to it from where it had led."""
        if not self._is_changed or self._claims.listing.query.is_in_bin:
            return
        first = self._gone[0]
        if not self._claims.lists(first):
            self._has_left = True
        elif self._has_left:
            self._gone, self._is_changed = (), False
            if self._claims.current_id == self._stays:
                self._claims.select_claim(first)
