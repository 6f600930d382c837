"""The panel's head: what was promised, by whom, when, and where its deadline stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import State, label
from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.dates import day_text, days_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel

_LONGEST_SUMMARY = 300


class Heading(QWidget):
    """Plain labels only: all of it comes from outside."""

    claim_wanted = Signal(int)  # the one that this claim restates

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.summary = _label("panel_summary", "heading")
        self.summary.setWordWrap(True)
        self.said = _label("panel_said", "muted")
        self.said.setWordWrap(True)
        self.state = _label("panel_state", "state")
        self._restates_id: int | None = None
        self.restates = text_button("restated_claim", "Restates a claim")
        self.restates.clicked.connect(self._want_restated)
        self.restates.hide()
        row = QHBoxLayout()  # keeps the state as narrow as its words
        row.setSpacing(8)
        row.addWidget(self.state)
        row.addWidget(self.restates)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.summary)
        column.addWidget(self.said)
        column.addLayout(row)

    def show_claim(self, details: ClaimDetails) -> None:
        """Name this claim."""
        report = details.report
        summary = report.summary
        is_long = len(summary) > _LONGEST_SUMMARY
        self.summary.setText(summary[:_LONGEST_SUMMARY] + "…" if is_long else summary)
        self.said.setText(said_words(details, self._desk))
        self._restates_id = details.restates_id
        self.restates.setText(f"Restates claim {details.restates_id}")
        self.restates.setAccessibleName(self.restates.text())
        self.restates.setVisible(details.restates_id is not None)
        self._show_state(report.state, days_text(report.days_over, report.state))

    def show_new(self) -> None:
        """Head a claim that is not stored yet."""
        self.summary.setText("New claim")
        self.said.setText("Not saved yet")
        self.state.hide()
        self.restates.hide()

    def _want_restated(self) -> None:
        if self._restates_id is not None:
            self.claim_wanted.emit(self._restates_id)

    def _show_state(self, state: State, days: str) -> None:
        words = label(state)
        self.state.setText(f"{words} · {days}" if days and days != words else words)
        self.state.setProperty("state", state.value)
        self.style().unpolish(self.state)  # a property that a style sheet asks for changed
        self.style().polish(self.state)
        self.state.show()


def said_words(details: ClaimDetails, desk: Desk) -> str:
    """Who said it and when, such as "Donald Trump · said Thu 17 April 2025"."""
    report = details.report
    day = f"said {day_text(report.stated_on, desk.today)}" if report.stated_on else ""
    where = "in the bin" if details.is_binned else ""
    parts = (report.claimant or "Claimant not known", day or "day not known", where)
    return " · ".join(part for part in parts if part)


def _label(name: str, role: str) -> PlainLabel:
    label = PlainLabel("")
    label.setObjectName(name)
    label.setProperty("role", role)
    return label
