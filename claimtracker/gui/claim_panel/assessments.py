"""The verdict as it stands, and the log of the earlier ones."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from claimtracker.claims.rows import AssessmentRow, ClaimDetails
from claimtracker.claims.vocabulary import label
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel, one_line, plain_tooltip, wrapped_label

_LOG_HEIGHT = 200
_REASON_LENGTH = 160
_MOST_TITLES = 50
GONE = "evidence that is linked to this claim no longer"


class Assessments(QWidget):
    """The strip under the tabs: verdict, reason, and the button for a new one."""

    verdict_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "assessments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for the line above it
        self._desk = desk
        self.verdict = PlainLabel("")
        self.verdict.setObjectName("verdict_now")
        self.verdict.setProperty("role", "strong")
        self.verdict.setWordWrap(True)  # a long one must not widen the panel
        self.reason = PlainLabel("")
        self.reason.setObjectName("verdict_reason")
        self.reason.setProperty("role", "muted")
        self.reason.setWordWrap(True)
        self.against = wrapped_label("verdict_against", "caution")
        self.against.setProperty("tone", "caution")
        self.button = named(QPushButton("Give a verdict  V"), "give_verdict")
        self.button.setAccessibleName("Give a verdict")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.verdict_wanted)
        self.log = DetailedList("assessment_log", "Verdicts so far", "")
        self.log.setFixedHeight(_LOG_HEIGHT)
        self.log.halves.setSizes([_LOG_HEIGHT // 2, _LOG_HEIGHT // 2])
        self.fold = named(QToolButton(autoRaise=True), "show_assessment_log")
        self.fold.setAccessibleName("Verdicts so far")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self.log.setVisible)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.verdict, 1)
        row.addWidget(self.fold)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.reason)
        column.addWidget(self.against)
        column.addWidget(self.log)
        self.log.hide()

    def show_claim(self, details: ClaimDetails) -> None:
        """Show the verdicts on this claim, the newest as the one that counts."""
        today, given = self._desk.today, details.assessments
        self.verdict.setText(verdict_words(details, today))
        reason = " ".join(given[0].reason.split()) if given else ""
        is_long = len(reason) > _REASON_LENGTH
        self.reason.setText(reason[:_REASON_LENGTH].rstrip() + "…" if is_long else reason)
        self.reason.setToolTip(plain_tooltip(given[0].reason) if given else "")
        self.reason.setVisible(bool(reason))
        self.against.setText(f"Against the evidence: {details.against_evidence}.")
        self.against.setVisible(bool(details.against_evidence))
        self.fold.setText(f"All {len(given)}")
        self.fold.setAccessibleName(f"Show all {len(given)} verdicts")
        self.fold.setVisible(bool(given))
        self.log.setVisible(bool(given) and self.fold.isChecked())
        titles = basis_titles(details)
        self.log.show_entries([_entry(row, today, titles) for row in given])


def verdict_words(details: ClaimDetails, today: date) -> str:
    """The verdict in a line, such as "Kept late, on Wed 30 Apr"."""
    words = label(details.report.verdict)
    newest = details.assessments[0] if details.assessments else None
    if newest is None or newest.kept_on is None:
        return words
    return f"{words}, on {day_text(newest.kept_on, today)}"


def basis_titles(details: ClaimDetails) -> dict[int, str]:
    """What the evidence is called that any of the verdicts rests on, by its id."""
    wanted = {key for given in details.assessments for key in given.evidence_ids}
    if not wanted:
        return {}
    found = (row for row in details.report.evidence if row.evidence_id in wanted)
    return {row.evidence_id: one_line(row.called) for row in found}


def basis_words(given: AssessmentRow, titles: Mapping[int, str]) -> str:
    """Which evidence a verdict rests on, a line each; empty where none was named."""
    if not given.evidence_ids:
        return ""
    shown = given.evidence_ids[:_MOST_TITLES]
    lines = [f"• {titles.get(key, GONE)}" for key in shown]
    more = len(given.evidence_ids) - len(shown)
    behind = [f"• and {more:,} more"] if more else []
    return "\n".join(["Rests on:", *lines, *behind])


def _entry(given: AssessmentRow, today: date, titles: Mapping[int, str]) -> Entry:
    note = f"{day_text(given.assessed_on, today)} · {given.assessor}"
    kept = f"Kept on {day_text(given.kept_on, today)}" if given.kept_on else ""
    title = label(given.verdict)
    told = (f"{title} · {note}", kept, given.reason, basis_words(given, titles))
    return Entry(
        title=f"{title}: {given.reason}",
        note=note,
        whole="\n".join(part for part in told if part),
        key=given.id,
    )
