"""Claims as JSON: the report's columns as keys, lists as arrays, nothing as null."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from claimtracker.claims.lateness import lateness
from claimtracker.claims.rows import AssessmentRow, ClaimDetails, ReportRow
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import Verdict
from claimtracker.reports.columns import moment_text, values


def json_lines(rows: Iterable[ReportRow]) -> Iterator[bytes]:
    """Yield one JSON array piece by piece, a claim a line."""
    joint = "[\n"
    for row in rows:
        yield (joint + as_text(values(row))).encode("utf-8")
        joint = ",\n"
    yield b"[]\n" if joint == "[\n" else b"\n]\n"


def details(claim: ClaimDetails) -> dict[str, Any]:
    """One claim with everything that belongs to it, as `show --json` gives it."""
    return {
        **values(claim.report),
        "condition_outcome": claim.condition_outcome.value,
        "condition_outcome_on": claim.condition_outcome_on,
        "is_binned": claim.is_binned,
        "against_evidence": claim.against_evidence or None,
        "restates": claim.restates_id,
        "restated_by": [asdict(item) for item in claim.restated_by],
        "occurrences": [asdict(item) for item in claim.report.occurrences],
        "evidence": [asdict(item) for item in claim.report.evidence],
        "assessments": [_assessment(item, claim.report) for item in claim.assessments],
        "criteria_change": asdict(claim.criteria_change) if claim.criteria_change else None,
        "moves": [asdict(item) for item in claim.moves],
        "changes": [asdict(item) for item in claim.changes],
    }


def _assessment(given: AssessmentRow, claim: ReportRow) -> dict[str, Any]:
    """One verdict of the log; kept_late has the days late, on either reading."""
    window = Window(claim.opens_on, claim.due_on, claim.latest_on)
    is_late = given.verdict is Verdict.KEPT_LATE
    late = lateness(given.kept_on if is_late else None, window)
    return {**asdict(given), "days_late": late.generous, "days_late_strict": late.strict}


def as_text(document: object) -> str:
    """One JSON document; days and moments in ISO 8601."""
    return _encoded(document)


def _as_iso(value: object) -> str:
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not for JSON: {type(value)}")


# json.dumps makes an encoder for each document that is not told as by default.
_encoded = json.JSONEncoder(ensure_ascii=False, default=_as_iso).encode
