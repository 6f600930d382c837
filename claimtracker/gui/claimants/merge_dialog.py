"""Merge two claimants that are the same person: side by side, chosen field by field."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from claimtracker.claims.claimants import ClaimantDraft, ClaimantRow, further_names
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claimants.change import ClaimantChange
from claimtracker.gui.claimants.either import Either
from claimtracker.gui.claimants.words import NO_CLAIM, term_words
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.followed_dialog import FollowedDialog
from claimtracker.gui.plain_text import PlainLabel, one_line
from claimtracker.operations.merge_claimants import merge_claimants

_LONGEST_NAME = 60


class MergeDialog(FollowedDialog):
    """The one with more claims stays unless a person says otherwise; both names lead there."""

    def __init__(
        self, desk: Desk, one: ClaimantRow, other: ClaimantRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Merge two claimants", "Merge", parent, 640)
        self._rows = sorted((one, other), key=_in_all, reverse=True)
        self.add_note("Two that are the same person become one. Choose what stays of each.")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        terms = [term_words(row, desk.today).removeprefix("in office ") for row in self._rows]
        fields = {
            "name": ("Name that stays", [row.name for row in self._rows]),
            "role": ("Role", [row.role for row in self._rows]),
            "organisation": ("Organisation", [row.organisation for row in self._rows]),
            "term": ("Terms of office", terms),
        }
        self.names, self.roles, self.organisations, self.terms = (
            Either(name, label, texts, grid, self) for name, (label, texts) in fields.items()
        )
        self._add_told(grid)
        self.column.addSpacing(8)
        self.column.addLayout(grid)
        self.column.addSpacing(8)
        self.outcome = self.add_note("", "merge_outcome")
        self.column.addStretch()
        self.names.toggled.connect(self._follow)
        self._follow()
        self.names.sides[0].setFocus()

    def _add_told(self, grid: QGridLayout) -> None:
        """Say what goes together without a choice: claims and further names."""
        told = (
            (
                "Claims",
                [of_claims(_in_all(row)) if _in_all(row) else NO_CLAIM for row in self._rows],
            ),
            ("Further names", [", ".join(row.aliases) or "none" for row in self._rows]),
        )
        for label, texts in told:
            at = grid.rowCount()
            for column, text in enumerate((label, *texts)):
                line = PlainLabel(one_line(text))
                line.setWordWrap(column > 0)
                line.setContentsMargins(6 if column else 0, 0, 0, 0)
                line.setProperty("role", "" if column else "muted")
                grid.addWidget(line, at, column)

    @property
    def stays(self) -> ClaimantRow:
        """The one that stays."""
        return self._rows[self.names.chosen]

    @property
    def goes(self) -> ClaimantRow:
        """The other one."""
        return self._rows[1 - self.names.chosen]

    def draft(self) -> ClaimantDraft:
        """The one claimant that both become."""
        term = self._rows[self.terms.chosen]
        names = (*self.stays.aliases, self.goes.name, *self.goes.aliases)
        return ClaimantDraft.of(
            name=self.stays.name,
            role=self._rows[self.roles.chosen].role,
            organisation=self._rows[self.organisations.chosen].organisation,
            term_began_on=term.term_began_on,
            term_ended_on=term.term_ended_on,
            earlier_terms=term.earlier_terms,
            aliases=further_names(self.stays.name, names),
        )

    def change(self) -> ClaimantChange:
        """Merge them."""
        operation = partial(
            merge_claimants,
            stays_id=self.stays.id,
            goes_id=self.goes.id,
            was=(self.stays.draft, self.goes.draft),
        )
        return ClaimantChange((self.stays.id, self.goes.id), self.draft(), operation)

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return f"Merged into {_short(self.stays.name)}"

    def _follow(self) -> None:
        """Propose what the one that stays has, or the other where it has nothing."""
        mine, its = self.stays, self.goes
        at = self.names.chosen
        self.roles.propose(at if mine.role or not its.role else 1 - at)
        has_own = mine.organisation or not its.organisation
        self.organisations.propose(at if has_own else 1 - at)
        has_own_term = bool(mine.draft.terms)
        self.terms.propose(at if has_own_term else 1 - at)
        count = _count_words(its)
        name = _short(its.name)
        self.outcome.setText(
            f"{count[:1].upper()}{count[1:]} of “{name}” {'go' if _in_all(its) > 1 else 'goes'} "
            f"over, and “{name}” becomes a further name that leads there. One undo takes it back."
        )


def _in_all(row: ClaimantRow) -> int:
    return row.claim_count + row.binned_count


def _count_words(row: ClaimantRow) -> str:
    return of_claims(_in_all(row)) if _in_all(row) else NO_CLAIM


def _short(name: str) -> str:
    shown = one_line(name, _LONGEST_NAME)
    return shown if len(name) <= len(shown) else f"{shown.rstrip()}…"
