"""What the time line draws, in words: for its tooltip and for a screen reader."""

from collections.abc import Iterator
from datetime import date

from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.gui.dates import day_text, span_text, window_text
from claimtracker.gui.evidence.days import Cluster, EvidenceDays

LEGEND = (
    "Dot: day said. Pale bar: up to the strict end. Strong bar: from there to the generous end. "
    "Diamonds: evidence, the late ones in another colour. Square: verdict. Dotted line: today. "
    "A click on a diamond leads to it."
)


def time_line_words(
    details: ClaimDetails,
    days: EvidenceDays,
    today: date,
    labels: VerdictLabels = DEFAULT_LABELS,
) -> str:
    """All of it, a sentence each."""
    return " ".join(_sentences(details, days, today, labels))


def _sentences(
    details: ClaimDetails, days: EvidenceDays, today: date, labels: VerdictLabels
) -> Iterator[str]:
    report = details.report
    window = Window(report.opens_on, report.due_on, report.latest_on)
    yield f"Said {day_text(report.stated_on, today) or 'on a day not known'}."
    yield f"Window {window_text(window, today) or 'not dated'}."
    yield evidence_sentence(days, today)
    if details.assessments:
        given = details.assessments[0]
        called = labels.within(given.verdict)
        yield f"Verdict {called}, given {day_text(given.assessed_on, today)}."
    yield f"Today {day_text(today, today)}."


def evidence_sentence(days: EvidenceDays, today: date) -> str:
    """How much evidence there is, of which days, how much of it late or without a day."""
    if not days.count:
        return "No evidence."
    parts = [_pieces(days.count)]
    if days.days:
        parts.append(span_text(days.days[0], days.days[-1], today))
    if days.late:
        parts.append(f"{days.late:,} late")
    if days.undated:
        parts.append(f"{days.undated:,} without a day")
    return f"Evidence: {', '.join(parts)}."


def cluster_words(cluster: Cluster, today: date) -> str:
    """The evidence under one diamond."""
    days = span_text(cluster.first, cluster.last, today)
    late = f", {cluster.late:,} late" if cluster.late else ""
    return f"{_pieces(cluster.count)}: {days}{late}"


def _pieces(count: int) -> str:
    return "1 piece" if count == 1 else f"{count:,} pieces"
