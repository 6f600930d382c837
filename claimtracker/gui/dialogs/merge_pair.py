"""Bring two claims together: which one stays, and which of their texts."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog, framed
from claimtracker.gui.dialogs.merge_texts import MergeTexts
from claimtracker.gui.plain_text import one_line, plain_tooltip
from claimtracker.operations.restate_claim import restate_claims

_LONGEST = 90


class MergePairDialog(OperationDialog):
    """The claim said earlier stays unless a person chooses otherwise; Enter does it."""

    def __init__(
        self, desk: Desk, first: ClaimDetails, second: ClaimDetails, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Bring two claims together", "Bring together", parent, 600)
        self._claims = (first, second)
        self.add_note(
            "Which of them stays? The other one restates it and goes to the bin.", "about"
        )
        self.column.addSpacing(8)
        group = QButtonGroup(self)
        self.stays = tuple(
            named(QRadioButton(), name, words)
            for name, words in (("first_stays", "The first stays"), ("second_stays", "The second"))
        )
        for key, button, claim in zip(("&1", "&2"), self.stays, self._claims, strict=True):
            button.setText(f"{key}  {_named(claim, desk)}")
            button.setToolTip(plain_tooltip(claim.report.summary))
            framed(button)
            group.addButton(button)
            self.column.addWidget(button)
        self.stays[0].setChecked(True)
        self.column.addSpacing(8)
        self.texts = MergeTexts(desk)
        self.column.addWidget(self.texts)
        self.column.addStretch()
        self.stays[0].toggled.connect(self._compare)
        self._compare()
        self.stays[0].setFocus()

    def operation(self) -> Operation:
        """Hand the one over to the other."""
        claim, stays = self._in_order()
        return partial(
            restate_claims,
            claim_ids=[claim.report.id],
            of_claim_id=stays.report.id,
            by=self.desk.by,
            taken=self.texts.taken(),
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Brought together. Ctrl+Z takes it back."

    def _in_order(self) -> tuple[ClaimDetails, ClaimDetails]:
        """The claim that goes, and the one that stays."""
        first, second = self._claims
        return (second, first) if self.stays[0].isChecked() else (first, second)

    def _compare(self) -> None:
        self.texts.show_claims(*self._in_order())
        self.fit()


def _named(claim: ClaimDetails, desk: Desk) -> str:
    report = claim.report
    day = day_text(report.stated_on, desk.today) or "day not known"
    summary = one_line(report.summary, _LONGEST).replace("&", "&&")  # one would mark a key
    return f"Claim {report.id}, said {day}: {summary}"
