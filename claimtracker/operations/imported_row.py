"""One row of a foreign table as drafts: everything is checked before anything is written."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from claimtracker.claims.drafts import (
    AssessmentDraft,
    ClaimDraft,
    EvidenceDraft,
    OccurrenceDraft,
    SourceDraft,
)
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.reports.items import BASIS, SHA256, split_items, split_words
from claimtracker.reports.tables import TableRow

NO_REASON_GIVEN = "Imported without a reason."
LONGEST_NUMBER = 18  # digits; what has more is no id of ours
_HASH = re.compile(r"(?:sha256:[0-9a-f]{64})?")
_TEXTS = (
    "summary",
    "quote",
    "claimant",
    "claimant_role",
    "deadline_wording",
    "precision",
    "rule",
    "condition",
    "criteria",
    "notes",
)
_DATES = ("stated_on", "opens_on", "due_on", "latest_on", "review_on")


@dataclass(frozen=True)
class ImportedEvidence:
    """A piece of evidence of the row; the hash names a file that did not come with the table."""

    draft: EvidenceDraft
    sha256: str
    is_basis: bool  # the row's verdict rests on it


@dataclass(frozen=True)
class ImportedClaim:
    """A row of the file, read and checked; `present` names the columns that the file has."""

    line: int
    present: frozenset[str]
    draft: ClaimDraft
    occurrences: tuple[OccurrenceDraft, ...]
    evidence: tuple[ImportedEvidence, ...]
    assessment: AssessmentDraft | None
    file_id: int | None
    created_at: datetime | None
    moved_from: int | None


def imported_claim(row: TableRow) -> ImportedClaim:
    """Read one row; raise ClaimTrackerError with the reason where a cell makes no sense."""
    cells = row.cells
    if row.fault:
        raise ClaimTrackerError(row.fault)
    texts = {name: cells[name] for name in _TEXTS if name in cells}
    dates = {name: _day(name, cells.get(name, "")) for name in _DATES}
    draft = ClaimDraft.of(**texts, **dates, tags=split_words(cells.get("tags", "")))
    return ImportedClaim(
        line=row.line,
        present=frozenset(cells),
        draft=draft,
        occurrences=_occurrences(row, draft),
        evidence=tuple(_evidence(parts) for parts in split_items(cells.get("evidence", ""))),
        assessment=_assessment(row, draft),
        file_id=_number("id", cells.get("id", "")),
        created_at=_moment(cells.get("created_at", "")),
        moved_from=_number("moved_from", cells.get("moved_from", "")),
    )


def _occurrences(row: TableRow, draft: ClaimDraft) -> tuple[OccurrenceDraft, ...]:
    """The places listed, or else the one that the source's own columns name."""
    listed = split_items(row.cells.get("occurrences", ""))
    if not listed:
        title, url = row.cells.get("source_title", ""), row.cells.get("source_url", "")
        is_told = "occurrences" not in row.cells and (draft.quote or draft.stated_on)
        if not (title or url or is_told):
            return ()
        source = SourceDraft.of(title=title, url=url)
        return (_said(source, draft.quote, draft.stated_on),)
    return tuple(_occurrence(parts, draft) for parts in listed)


def _occurrence(parts: list[str], draft: ClaimDraft) -> OccurrenceDraft:
    stated_on, title, url, words, *_ = [*parts, "", "", "", ""]
    source = SourceDraft.of(title=title, url=url)
    return _said(source, words or draft.quote, _day("occurrences", stated_on))


def _said(source: SourceDraft, words: str, stated_on: date | None) -> OccurrenceDraft:
    return OccurrenceDraft.of(source=source, words=words, stated_on=stated_on)


def _evidence(parts: list[str]) -> ImportedEvidence:
    relation, published_on, title, url, kept, basis, *_ = [*parts, "", "", "", "", "", ""]
    if relation not in set(Relation):
        raise ClaimTrackerError(f"evidence: “{relation}” is not a relation.")
    if not _HASH.fullmatch(kept):  # it becomes a path in the file store
        raise ClaimTrackerError(f"evidence: “{kept}” is not the hash of a file.")
    draft = EvidenceDraft.of(
        relation=relation,
        title=title,
        url=url,
        published_on=_day("evidence", published_on),
    )
    if basis not in ("", BASIS):
        raise ClaimTrackerError(f"evidence: “{basis[:40]}” is not “{BASIS}”.")
    return ImportedEvidence(draft, kept.removeprefix(SHA256), is_basis=bool(basis))


def _assessment(row: TableRow, draft: ClaimDraft) -> AssessmentDraft | None:
    verdict = row.cells.get("verdict", "") or Verdict.NOT_YET_RATED.value
    reason, assessed_on = (
        row.cells.get("verdict_reason", ""),
        row.cells.get("assessed_on", ""),
    )
    if verdict == Verdict.NOT_YET_RATED and not (reason and assessed_on):
        return None
    if not assessed_on:
        raise ClaimTrackerError(f"assessed on: the verdict {verdict} has no day.")
    return AssessmentDraft.of(
        verdict=verdict,
        reason=reason or NO_REASON_GIVEN,
        assessed_on=_day("assessed_on", assessed_on),
    )


def _day(name: str, cell: str) -> date | None:
    if not cell.strip():
        return None
    try:
        return date.fromisoformat(cell.strip())
    except ValueError as error:
        column = name.replace("_", " ")
        raise ClaimTrackerError(f"{column}: “{cell[:40]}” is no day such as 2025-04-18.") from error


def _moment(cell: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        return None  # it only helps to find the claim again
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _number(name: str, cell: str) -> int | None:
    if not cell.strip():
        return None
    digits = cell.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER):
        told = f"“{cell[:40]}” is not the number of a claim"
        raise ClaimTrackerError(f"{name.replace('_', ' ')}: {told}.")
    return int(digits)
