"""A claim's row in words: what the cells paint, what a tooltip and a screen reader say."""

from datetime import date

from claimtracker.claims.lateness import lateness
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import Verdict, label, of_days
from claimtracker.gui.claim_list.columns import Column
from claimtracker.gui.claim_panel.condition_words import condition_mark
from claimtracker.gui.dates import day_text, days_text, ends_text, short_day, window_text
from claimtracker.gui.slip_words import figure_text

NO_WORDS = "no date named"
COMING = "…"


def said_text(row: ClaimRow, today: date) -> str:
    """Who said it, how often, and the day: "Marco Rubio · said 3x · 18 Apr"."""
    said, count = row.stated_on, row.occurrence_count
    often = f"said {count:,}x" if count > 1 else ""
    day = ""
    if said is not None:
        year = "" if said.year == today.year else f" {said.year}"
        day = f"{'' if often else 'said '}{short_day(said)}{year}"
    return " · ".join(part for part in (row.claimant, often, day) if part)


def wording_text(row: ClaimRow) -> str:
    """The speaker's words in quotation marks."""
    return f"“{row.deadline_wording}”" if row.deadline_wording else NO_WORDS


def days_line(row: ClaimRow, today: date) -> str:
    """The ends of the window and how far off they are; the review day where there is no window."""
    if not row.window.is_dated:
        return f"review {day_text(row.review_on, today)}" if row.review_on else "no review date"
    outcome = row.condition_outcome
    is_off = row.is_called_off and outcome is not None and not row.verdict.is_final
    called_off = f"condition {label(outcome).lower()}" if outcome and is_off else ""
    parts = (_ends(row, today), called_off or days_text(row.days_over, row.state))
    return " · ".join(part for part in parts if part)


def _condition(row: ClaimRow, today: date) -> str:
    return condition_mark(row.condition_outcome, row.condition_outcome_on, today)


def _ends(row: ClaimRow, today: date) -> str:
    """The ends; the whole span where its first day says more than the day it was said."""
    opens, due, latest = row.window.opens_on, row.window.due_on, row.window.latest_on
    if opens and due and due == latest and row.stated_on and row.stated_on < opens < due:
        return ends_text(Window(opens, opens, latest), today)
    return ends_text(row.window, today)


def verdict_text(row: ClaimRow, labels: VerdictLabels = DEFAULT_LABELS) -> str:
    """The verdict as the house calls it, with the days where it was kept late."""
    called = labels.of(row.verdict)
    late = lateness(row.kept_on, row.window)
    if row.verdict is not Verdict.KEPT_LATE or not late.is_late:
        return called
    days = of_days(late.generous or 0)
    return f"{called}, {days}" if labels.has_own(row.verdict) else f"Kept {days} late"


def _judged_text(row: ClaimRow, today: date, labels: VerdictLabels) -> str:
    """The verdict over the day on which it was kept and the days late, strict and generous."""
    kept = f"kept on {day_text(row.kept_on, today)}" if row.kept_on else ""
    late = lateness(row.kept_on, row.window).words if row.verdict is Verdict.KEPT_LATE else ""
    told = ": ".join(part for part in (kept, late) if part)
    given = f"given on {day_text(row.assessed_on, today)}" if row.assessed_on else ""
    return "\n".join(part for part in (verdict_text(row, labels), told, given) if part)


def evidence_text(row: ClaimRow) -> str:
    """How many pieces of evidence there are."""
    return str(row.evidence_count) if row.evidence_count else "none"


def cell_text(
    row: ClaimRow, column: Column, today: date, labels: VerdictLabels = DEFAULT_LABELS
) -> str:
    """The whole of a cell in words."""
    match column:
        case Column.STATE:
            return label(row.state)
        case Column.CLAIM:
            return f"{row.summary}\n{said_text(row, today)}"
        case Column.DEADLINE:
            told = (
                wording_text(row),
                days_line(row, today),
                row.rule and f"rule: {row.rule}",
                _condition(row, today),
            )
            return "\n".join(part for part in told if part)
        case Column.AXIS:
            return axis_text(row, today)
        case Column.VERDICT:
            parts = (_judged_text(row, today, labels), figure_text(row.chain))
            return "\n".join(part for part in parts if part)
        case Column.EVIDENCE:
            return evidence_text(row)


def axis_text(row: ClaimRow, today: date) -> str:
    """What the axis draws."""
    said = day_text(row.stated_on, today)
    window = window_text(row.window, today)
    met = day_text(mark_on(row), today)
    parts = (("said", said), ("window", window), ("evidence", met))
    return "\n".join(f"{name}: {text}" for name, text in parts if text)


def mark_on(row: ClaimRow) -> date | None:
    """The day of the diamond: when it was kept, or the newest document that fulfils it."""
    return row.kept_on or row.newest_evidence_on


def spoken(row: ClaimRow, today: date, labels: VerdictLabels = DEFAULT_LABELS) -> str:
    """The whole row in one sentence, for a screen reader."""
    parts = (
        label(row.state),
        row.summary[:300],
        said_text(row, today),
        wording_text(row)[:300],
        days_line(row, today),
        _condition(row, today),
        verdict_text(row, labels),
        figure_text(row.chain),
        f"evidence {evidence_text(row)}",
    )
    return ", ".join(part for part in parts if part)
