"""The line that names the known claim which the current candidate resembles."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from claimtracker.gui.article_window.candidate_words import NO_CLAIMANT
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel, one_line
from claimtracker.operations.resembling_claims import Resembling

LONGEST_CHOICE = 120


class ResemblanceLine(QFrame):
    """Names one claim, and lets another one be chosen where several are alike."""

    chosen_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "resemblance", "Known claim that it resembles")
        self.setProperty("role", "card")
        self._desk = desk
        self._claims: Sequence[Resembling] = ()
        self.sentence = PlainLabel("")
        self.sentence.setObjectName("resemblance_sentence")
        self.sentence.setWordWrap(True)
        self.choice = named(QComboBox(), "resemblance_choice", "Which of the known claims")
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(12)
        self.choice.currentIndexChanged.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addWidget(self.choice)
        self.hide()

    @property
    def chosen(self) -> Resembling | None:
        """The known claim that is named now."""
        number = self.choice.currentIndex()
        return self._claims[number] if 0 <= number < len(self._claims) else None

    def show_claims(self, claims: Sequence[Resembling]) -> None:
        """Name the most similar of these; with none, go out of sight."""
        if list(claims) != list(self._claims):
            self._claims = claims
            self.choice.blockSignals(True)
            self.choice.clear()
            self.choice.addItems([_choice(claim) for claim in claims])
            self.choice.blockSignals(False)
            self.choice.setVisible(len(claims) > 1)
        self.setVisible(bool(claims))
        self._follow()

    def _follow(self) -> None:
        chosen = self.chosen
        self.sentence.setText(_sentence(chosen, self._desk) if chosen else "")
        self.chosen_changed.emit()


def _choice(claim: Resembling) -> str:
    return one_line(f"Claim {claim.claim_id}: {claim.summary}", LONGEST_CHOICE)


def _sentence(claim: Resembling, desk: Desk) -> str:
    said = f"said {day_text(claim.stated_on, desk.today)}" if claim.stated_on else ""
    wording = f"“{claim.deadline_wording}”" if claim.deadline_wording else "no deadline"
    moved = f"moved on to claim {claim.moved_to}" if claim.moved_to else ""
    parts = (one_line(claim.summary), claim.claimant or NO_CLAIMANT, said, wording, moved)
    told = " · ".join(part for part in parts if part)
    return f"Resembles claim {claim.claim_id}: {told}\n{_likelier(claim)}"


def _likelier(claim: Resembling) -> str:
    """What it is, as the deadlines have it."""
    if not claim.is_other_deadline:
        return "No other deadline: likelier said again (S)."
    if claim.moved_to is not None:
        return f"Another deadline: claim {claim.moved_to} moved it already."
    return "Another deadline: likelier moved (M)."
