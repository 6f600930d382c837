"""Put evidence into the words of its list."""

from datetime import date

from claimtracker.claims.rows import ClaimDetails, EvidenceRow
from claimtracker.claims.vocabulary import CaptureMethod, Relation, label
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.dates import day_text

FULFILLING = frozenset({Relation.FULFILS, Relation.PARTLY_FULFILS})
_CAPTURED = {
    CaptureMethod.LINKED: "linked",
    CaptureMethod.PASTED: "text kept",
    CaptureMethod.FILE: "file kept",
}


def evidence_entries(details: ClaimDetails, today: date) -> list[Entry]:
    """One entry a piece of evidence, in the order of the documents."""
    latest_on = details.report.latest_on
    return [_entry(found, latest_on, today) for found in details.report.evidence]


def days_late(found: EvidenceRow, latest_on: date | None) -> int:
    """By how many days a fulfilment came after the latest day; 0 for everything else."""
    if found.relation not in FULFILLING or latest_on is None or found.published_on is None:
        return 0
    return max((found.published_on - latest_on).days, 0)


def newest_fulfilment(details: ClaimDetails) -> date | None:
    """The day of the newest evidence that fulfils the claim, as far as it is known."""
    found = [row.published_on for row in details.report.evidence if row.relation in FULFILLING]
    return max((day for day in found if day), default=None)


def _entry(found: EvidenceRow, latest_on: date | None, today: date) -> Entry:
    late = days_late(found, latest_on)
    day = day_text(found.published_on, today) if found.published_on else "no date"
    note = (label(found.relation), found.publisher, day, _CAPTURED[found.method])
    title = found.title or found.url or found.excerpt or "Untitled"
    return Entry(
        title=title,
        note=" · ".join(part for part in note if part),
        mark=f"{late} {'day' if late == 1 else 'days'} late" if late else "",
        mark_colour="grace",
        whole=_whole(found, title, day, today),
        key=found.id,
    )


def _whole(found: EvidenceRow, title: str, day: str, today: date) -> str:
    captured = day_text(found.captured_at.astimezone().date(), today)
    parts = (
        title,
        " · ".join(part for part in (found.publisher, day) if part),
        found.url if found.url != title else "",
        f"“{found.excerpt}”" if found.excerpt and found.excerpt != title else "",
        f"Note: {found.note}" if found.note else "",
        f"{label(found.relation)}, {_CAPTURED[found.method]} {captured}",
        f"File: {found.file_name}, SHA-256 {found.sha256}" if found.sha256 else "",
        f"Archive: {found.archive_url}" if found.archive_url else "",
    )
    return "\n".join(part for part in parts if part)
