"""Say that claims only restate another one, which is looked for by its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.errors import NotFound
from claimtracker.claims.rows import ClaimDetails, ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation
from claimtracker.gui.dialogs.claim_finder import ClaimFinder, SteeringLine, count_words
from claimtracker.gui.dialogs.merge_texts import MergeTexts
from claimtracker.gui.dialogs.watched import WatchedDialog
from claimtracker.operations.restate_claim import restate_claims
from claimtracker.operations.show_claim import show_claim


class RestateDialog(WatchedDialog):
    """Type a few words, choose with the arrows, press Enter."""

    brought_in = Signal(object, int)  # the claims that restate, and the one that stays

    def __init__(self, desk: Desk, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        words = "Restates this one" if len(claim_ids) == 1 else "Restate this one"
        super().__init__(desk, "Mark as a restatement", words, parent, 600)
        self._claim_ids = claim_ids
        self._claim: ClaimDetails | None = None
        self._asked = self._stays = 0
        self.add_about(claim_ids)
        self.words = SteeringLine("words", "Words of the earlier claim")
        self.add_labelled("&Look for the earlier claim", self.words)
        self.column.addSpacing(4)
        self.matches = EntryList("matches", "Claims that fit")
        self.matches.setMinimumHeight(180)
        self.matches.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the arrows reach it from the field
        self.matches.opened.connect(self.submit)
        self.matches.chosen.connect(self._compare)
        self.column.addWidget(self.matches, 1)
        self.count = self.add_note("", "match_count")
        self.texts = MergeTexts(desk)
        self.column.addWidget(self.texts)
        self._finder = ClaimFinder(
            desk, self.words, self.matches, self._themselves, like=claim_ids[0]
        )
        self._finder.answered.connect(self._count)
        self.words.setFocus()
        self._finder.look()

    def operation(self) -> Operation:
        """Hand the claims over to the chosen one."""
        chosen = self.matches.current()
        if chosen is None:
            raise FieldError("words", "Choose the claim that it restates.")
        self._stays = chosen.key
        return partial(
            restate_claims,
            claim_ids=self._claim_ids,
            of_claim_id=chosen.key,
            by=self.desk.by,
            taken=self.texts.taken(),
            watch=self.watch(),
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Marked as a restatement. Ctrl+Z takes it back."

    def take_result(self, result: object) -> None:
        """Tell which claim took over, before the lists are read again."""
        self.brought_in.emit(tuple(self._claim_ids), self._stays)

    def take_claim(self, details: ClaimDetails) -> None:
        """Compare the texts of this claim with those of the chosen one."""
        self._claim = details
        self._compare(self.matches.current())

    def _themselves(self) -> Sequence[int]:
        return self._claim_ids

    def _count(self, rows: list[ClaimRow]) -> None:
        self.count.setText(count_words(rows))

    def _compare(self, entry: Entry | None) -> None:
        """Several claims keep their texts in the notes; of a single one they can be chosen."""
        self._asked = entry.key if entry is not None else 0
        self.texts.show_claims(None, None)
        if entry is not None and self._claim is not None:
            work = partial(read_claim, claim_id=entry.key, as_of=self.desk.as_of)
            self.desk.ask(work, self._take_chosen)

    def _take_chosen(self, found: "ReadClaim") -> None:
        if found.claim_id == self._asked:  # otherwise the cursor has gone on
            self.texts.show_claims(self._claim, found.details)
            self.fit()


@dataclass(frozen=True)
class ReadClaim:
    """A claim as it is read for a comparison; without details it is gone."""

    claim_id: int
    details: ClaimDetails | None


def read_claim(session: Session, claim_id: int, as_of: AsOf) -> ReadClaim:
    """Read one claim; one that is gone meanwhile is no fault of whoever only looks."""
    try:
        return ReadClaim(claim_id, show_claim(session, claim_id, as_of))
    except NotFound:
        return ReadClaim(claim_id, None)
