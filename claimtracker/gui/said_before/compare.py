"""Two claims side by side: what reads alike is quiet, what differs stands out."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text, window_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel

_FIELDS = (
    "Summary",
    "Quote",
    "Claimant",
    "Said on",
    "Deadline",
    "Read as",
    "Condition",
    "Criteria",
    "Verdict",
    "Said",
    "Evidence",
)
_LONGEST = 1_200


class PairView(QScrollArea):
    """A row a field, with the first claim at the left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        named(self, "pair_view", "Both claims")
        self._desk = desk
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cells: dict[str, tuple[PlainLabel, PlainLabel, PlainLabel]] = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 8, 8, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._heads = tuple(_cell("strong") for _side in range(2))
        for column, head in enumerate(self._heads):
            grid.addWidget(head, 0, column + 1)
        for row, field in enumerate(_FIELDS):
            cells = (PlainLabel(field), _cell("muted"), _cell("muted"))
            cells[0].setProperty("role", "muted")
            self._cells[field] = cells
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row + 1, column, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(_FIELDS) + 1, 1)
        self.setWidget(inside)

    def show_claims(self, first: ClaimDetails, second: ClaimDetails) -> None:
        """Show both; a field that neither has is left out."""
        today, labels = self._desk.today, self._desk.labels
        told = (told_of(first, today, labels), told_of(second, today, labels))
        for head, details in zip(self._heads, (first, second), strict=True):
            head.setText(f"Claim {details.report.id}")
        for field, (name, *cells) in self._cells.items():
            texts = [each[field] for each in told]
            is_same = texts[0].casefold() == texts[1].casefold()
            name.setVisible(any(texts))
            for cell, text in zip(cells, texts, strict=True):
                cell.setVisible(any(texts))
                cell.setText(text or "none")
                self._tone(cell, "muted" if is_same else "")

    def _tone(self, cell: PlainLabel, role: str) -> None:
        if cell.property("role") != role:
            cell.setProperty("role", role)
            self.style().unpolish(cell)  # a property that a style sheet asks for changed
            self.style().polish(cell)


def _cell(role: str) -> PlainLabel:
    cell = PlainLabel("")
    cell.setProperty("role", role)
    cell.setWordWrap(True)
    return cell


def told_of(
    details: ClaimDetails, today: date, labels: VerdictLabels = DEFAULT_LABELS
) -> Mapping[str, str]:
    """What is compared of a claim, in words, by the name of the field."""
    report = details.report
    window = Window(report.opens_on, report.due_on, report.latest_on)
    said, evidence = len(report.occurrences), report.evidence_count
    told = {
        "Summary": report.summary,
        "Quote": f"“{report.quote}”" if report.quote else "",
        "Claimant": report.claimant,
        "Said on": day_text(report.stated_on, today),
        "Deadline": f"“{report.deadline_wording}”" if report.deadline_wording else "",
        "Read as": window_text(window, today) if window.is_dated else "",
        "Condition": report.condition,
        "Criteria": report.criteria,
        "Verdict": labels.of(report.verdict),
        "Said": "at 1 place" if said == 1 else f"at {said:,} places",
        "Evidence": f"{evidence:,}" if evidence else "",
    }
    return {field: _shortened(text) for field, text in told.items()}


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
