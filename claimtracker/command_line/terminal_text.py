"""What a person reads on a terminal: claims a line each, one claim in full, a sweep in words."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

from claimtracker.claims.criteria import criteria_words
from claimtracker.claims.lateness import lateness
from claimtracker.claims.rows import (
    AssessmentRow,
    ClaimDetails,
    EvidenceRow,
    MoveRow,
    ReportRow,
    RestatingRow,
)
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import State, Verdict, label
from claimtracker.command_line.log_text import history_lines
from claimtracker.command_line.printable import one_line, printable
from claimtracker.reports.columns import values
from claimtracker.reports.items import BASIS, SHA256

if TYPE_CHECKING:
    from claimtracker.operations.said_before import LooksSaid

_ID_WIDTH = 5
_STATE_WIDTH = 9


def claim_line(row: ReportRow) -> str:
    """One claim on one line: id, state, window, days over, summary, claimant."""
    said_by = f" ({row.claimant})" if row.claimant else ""
    return (
        f"{row.id:>{_ID_WIDTH}}  {label(row.state):<{_STATE_WIDTH}}  "
        f"{window_text(row):<24}  {one_line(row.summary)}{one_line(said_by)}"
    )


def window_text(row: ReportRow) -> str:
    """The claim's window as ISO dates."""
    return dates_text(row.opens_on, row.due_on, row.latest_on)


def dates_text(opens_on: date | None, due_on: date | None, latest_on: date | None) -> str:
    """A window as ISO dates; one date where both ends agree."""
    if latest_on is None:
        return f"from {opens_on}" if opens_on else "no date"
    if due_on in (None, latest_on):
        return f"by {latest_on}"
    return f"{due_on} / {latest_on}"


def claim_lines(claim: ClaimDetails, labels: VerdictLabels = DEFAULT_LABELS) -> Iterator[str]:
    """One claim in full: the report's fields that hold something, then what belongs to it."""
    found = values(claim.report) | {"verdict": _called(claim.report.verdict, labels)}
    for field in fields(claim.report):
        value = found[field.name]
        if value not in (None, "", []) and not isinstance(value, list):
            yield f"{field.name:<18} {printable(str(value))}"
    for title, lines in _parts(claim, labels):
        for number, line in enumerate(lines):
            yield f"{title if number == 0 else '':<18} {printable(line)}"


def _parts(claim: ClaimDetails, labels: VerdictLabels) -> Iterator[tuple[str, list[str]]]:
    report = claim.report
    yield "condition outcome", _outcome_lines(claim)
    yield "restates", [] if claim.restates_id is None else [f"claim {claim.restates_id}"]
    yield "restated by", [_restating_line(it, labels) for it in claim.restated_by]
    yield "tags", list(report.tags)
    yield "said", [f"{o.stated_on or 'day unknown'} {o.title} {o.url}" for o in report.occurrences]
    yield (
        "evidence",
        [_evidence_line(found) for found in report.evidence],
    )
    against = claim.against_evidence
    if claim.criteria_change:
        yield "criteria changed", [criteria_words(claim.criteria_change, date.isoformat)]
    verdicts = [_verdict_line(a, claim, labels) for a in claim.assessments]
    yield "verdicts", verdicts + ([f"against the evidence: {against}"] if against else [])
    yield "moves", [_move_line(move, labels) for move in claim.moves]
    yield "changes", list(history_lines(claim.changes))


def _restating_line(row: RestatingRow, labels: VerdictLabels) -> str:
    return f"claim {row.claim_id} {row.summary} ({_called(row.verdict, labels)})"


def _outcome_lines(claim: ClaimDetails) -> list[str]:
    if not claim.report.condition:
        return []
    on = f" on {claim.condition_outcome_on}" if claim.condition_outcome_on else ""
    return [f"{claim.condition_outcome}{on}"]


def looks_said(found: "LooksSaid") -> str:
    """Which claim a new one looks like, for the person who entered it."""
    day = found.stated_on or "day unknown"
    return f"Looks said before: claim {found.claim_id}, {one_line(found.summary)} ({day})."


def _called(verdict: Verdict, labels: VerdictLabels) -> str:
    """The code, which is what a command takes, with what the house calls it."""
    return f"{verdict} ({labels.of(verdict)})" if labels.has_own(verdict) else str(verdict)


def _verdict_line(given: AssessmentRow, claim: ClaimDetails, labels: VerdictLabels) -> str:
    """Day, verdict and reason; then who signed it, what it rests on, and whether it counts."""
    report = claim.report
    late = lateness(given.kept_on, Window(report.opens_on, report.due_on, report.latest_on)).words
    kept = f"kept on {given.kept_on}" if given.kept_on else ""
    is_late = given.verdict is Verdict.KEPT_LATE and bool(late)
    rests = ", ".join(f"“{one_line(title)}”" for title in given.evidence_titles)
    marks = (
        f"by {given.assessor}",
        f"{kept}, {late}" if is_late else kept,
        f"rests on {rests}" if rests else "",
        "" if given is claim.assessments[0] else "superseded",
    )
    shown = "; ".join(mark for mark in marks if mark)
    return f"{given.assessed_on} {_called(given.verdict, labels)}: {given.reason} ({shown})"


def _evidence_line(found: EvidenceRow) -> str:
    """Relation, day, title and address, then what was captured of it, or why nothing was."""
    told = (found.relation, found.published_on or "", found.title, found.url or found.file_name)
    captured = f"{SHA256}{found.sha256}" if found.sha256 else ""
    marks = (captured, found.failure, BASIS if found.is_basis else "")
    shown = "; ".join(mark for mark in marks if mark)
    line = " ".join(str(part) for part in told if part)
    return f"{line} ({shown})" if shown else line


def _move_line(move: MoveRow, labels: VerdictLabels) -> str:
    """Words, day said and who said them, the window, the slip from the step before, the verdict."""
    slip = "" if move.slip_days is None else f", {move.slip_days:+} days"
    said = f"said {move.stated_on or 'day unknown'}"
    by = f" by {move.claimant}" if move.claimant else ""
    days = dates_text(move.opens_on, move.due_on, move.latest_on)
    is_rated = move.verdict is not Verdict.NOT_YET_RATED
    rated = f"; {_called(move.verdict, labels)}" if is_rated else ""
    return f"{move.claim_id} “{move.wording}” {said}{by}: {days}{slip}{rated}"


def section(title: str, rows: Iterable[ReportRow]) -> Iterator[str]:
    """A heading with its claims below it; nothing at all where there are none."""
    lines = [_overdue_line(row) for row in rows]
    if lines:
        yield f"{title}: {len(lines)}"
        yield from lines


def _overdue_line(row: ReportRow) -> str:
    if row.state is State.PASSED:
        return f"{claim_line(row)}, {row.days_over} day{'' if row.days_over == 1 else 's'} over"
    return claim_line(row)
