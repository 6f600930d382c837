"""The verdict as it stands, and the log of the earlier ones."""

from collections.abc import Collection
from datetime import date
from itertools import islice, zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from claimtracker.claims.lateness import lateness
from claimtracker.claims.rows import AssessmentRow, ClaimDetails
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import PlainLabel, one_line, plain_tooltip, wrapped_label

_LOG_HEIGHT = 200
_LEAST_LOG_HEIGHT = 84  # in a low panel: one verdict and its words, beside each other
_WIDE = 640
_REASON_LENGTH = 160
_MOST_TITLES = 50
GONE = "evidence that is linked to this claim no longer"
NO_LONGER = "linked to this claim no longer"
SUPERSEDED = "superseded"
COUNTS = "counts"


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
        self.signed = wrapped_label("verdict_signed", "muted")
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
        self.log.setMinimumHeight(_LEAST_LOG_HEIGHT)
        self.log.setMaximumHeight(_LOG_HEIGHT)
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
        column.addWidget(self.signed)
        column.addWidget(self.reason)
        column.addWidget(self.against)
        column.addWidget(self.log)
        self.log.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the log's list and its details beside each other where the panel is wide and low."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= _WIDE
        self.log.halves.setOrientation(
            Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        )

    def show_claim(self, details: ClaimDetails) -> None:
        """Show the verdicts on this claim, the newest as the one that counts."""
        today, given = self._desk.today, details.assessments
        labels = self._desk.labels
        self.verdict.setText(verdict_words(details, today, labels))
        self.signed.setText(_signed_words(details, today))
        self.signed.setVisible(bool(given))
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
        self.log.show_entries(log_entries(details, today, labels))


def verdict_words(
    details: ClaimDetails, today: date, labels: VerdictLabels = DEFAULT_LABELS
) -> str:
    """The verdict in a line, such as "Kept late, on Wed 30 Apr"."""
    words = labels.of(details.report.verdict)
    newest = details.assessments[0] if details.assessments else None
    if newest is None or newest.kept_on is None:
        return words
    return f"{words}, on {day_text(newest.kept_on, today)}"


def _signed_words(details: ClaimDetails, today: date) -> str:
    """How late it was kept, when the verdict was given, and by whom."""
    if not details.assessments:
        return ""
    newest = details.assessments[0]
    parts = (_late_words(newest, details), _signed(newest, today))
    return " · ".join(part for part in parts if part)


def log_entries(
    details: ClaimDetails, today: date, labels: VerdictLabels = DEFAULT_LABELS
) -> list[Entry]:
    """Every verdict so far, the newest first: it counts, and the others say that they do not."""
    linked = {row.evidence_id for row in details.report.evidence} if _has_basis(details) else set()
    entries, later = [], None
    for given in details.assessments:
        entries.append(_entry(given, later, details, (today, labels, linked)))
        later = given
    return entries


def _has_basis(details: ClaimDetails) -> bool:
    return any(given.evidence_ids for given in details.assessments)


def basis_words(given: AssessmentRow, linked: Collection[int]) -> str:
    """Which evidence a verdict rests on, a line each; empty where none was named.

    `linked` are the documents that still bear on the claim: another one keeps its name all the
    same, since the verdict was given with it.
    """
    if not given.evidence_ids:
        return ""
    named = zip_longest(given.evidence_ids, given.evidence_titles, fillvalue="")
    lines = [_basis_line(str(title), key in linked) for key, title in islice(named, _MOST_TITLES)]
    more = len(given.evidence_ids) - len(lines)
    behind = [f"• and {more:,} more"] if more else []
    return "\n".join(["Rests on:", *lines, *behind])


def _basis_line(title: str, is_linked: bool) -> str:
    called = one_line(title)
    if is_linked:
        return f"• {called}"
    return f"• {called} ({NO_LONGER})" if called else f"• {GONE}"


def _entry(
    given: AssessmentRow,
    later: AssessmentRow | None,
    details: ClaimDetails,
    shown: tuple[date, VerdictLabels, Collection[int]],
) -> Entry:
    today, labels, linked = shown
    title, note = labels.of(given.verdict), _signed(given, today)
    late = _late_words(given, details)
    kept = f"Kept on {day_text(given.kept_on, today)}" if given.kept_on else ""
    after = f"Superseded on {day_text(later.assessed_on, today)}, see above" if later else ""
    told = (
        f"{title} · {note}",
        after,
        f"{kept}: {late}" if kept and late else kept,
        given.reason,
        basis_words(given, linked),
    )
    return Entry(
        title=f"{title}: {given.reason}",
        note=note,
        mark=SUPERSEDED if later else COUNTS,
        is_faint=later is not None,
        whole="\n".join(part for part in told if part),
        key=given.id,
    )


def _signed(given: AssessmentRow, today: date) -> str:
    return f"{day_text(given.assessed_on, today)} · {given.assessor}"


def _late_words(given: AssessmentRow, details: ClaimDetails) -> str:
    """How late it was kept, where that is what the verdict says."""
    if given.verdict is not Verdict.KEPT_LATE:
        return ""
    report = details.report
    window = Window(report.opens_on, report.due_on, report.latest_on)
    return lateness(given.kept_on, window).words
