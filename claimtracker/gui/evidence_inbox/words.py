"""Put a document into the words of its row."""

from datetime import date

from claimtracker.claims.rows import ShelvedRow
from claimtracker.claims.vocabulary import CaptureMethod, of_claims
from claimtracker.gui.claim_panel.entry_list import Entry
from claimtracker.gui.dates import day_text
from claimtracker.gui.plain_text import one_line

COMING = Entry("…")
_METHODS = {
    CaptureMethod.LINKED: "not captured",
    CaptureMethod.PASTED: "text kept",
    CaptureMethod.FILE: "file kept",
    CaptureMethod.FETCHED: "page captured",
    CaptureMethod.ARCHIVE: "archived copy",
}


def document_entry(row: ShelvedRow, today: date) -> Entry:
    """A document over who published it, when, and what was captured of it."""
    mark = of_claims(row.claim_count) if row.claim_count else "no claim"
    return Entry(
        title=row.called,
        note=" · ".join(part for part in _notes(row, today) if part),
        mark="not captured" if _is_missed(row) else mark,
        mark_colour="grace" if _is_missed(row) else "muted",
        whole=_whole(row, today),
        key=row.evidence_id,
    )


def captured_words(row: ShelvedRow) -> str:
    """What was captured of a document, or that nothing was."""
    if row.failure:
        return "not captured" if not row.sha256 else f"{_METHODS[row.method]}, not all of it"
    if row.method is CaptureMethod.ARCHIVE and not row.sha256:
        return "archived copy, not captured"
    return _METHODS[row.method]


def _notes(row: ShelvedRow, today: date) -> tuple[str, ...]:
    own = row.url if row.url != row.called else ""
    day = day_text(row.published_on, today) if row.published_on else ""
    captured = one_line(row.failure) if _is_missed(row) else captured_words(row)
    return (row.publisher, day, captured, own or row.file_name)


def _is_missed(row: ShelvedRow) -> bool:
    """Whether it should have been captured, and nothing of it was."""
    return bool(row.failure) and not row.sha256


def _whole(row: ShelvedRow, today: date) -> str:
    noted = day_text(row.captured_at.astimezone().date(), today)
    kept = f"{row.mime_type}, {row.size:,} bytes" if row.size is not None else ""
    about = (row.publisher, day_text(row.published_on, today), row.place)
    parts = (
        row.called,
        " · ".join(part for part in about if part),
        row.url if row.url != row.called else "",
        f"“{row.excerpt}”" if row.excerpt and row.excerpt != row.called else "",
        f"{captured_words(row).capitalize()}, noted down {noted}"
        + (f" by {row.captured_by}" if row.captured_by else ""),
        f"Why not: {row.failure}" if row.failure else "",
        f"File: {row.file_name}" if row.file_name and row.file_name != row.called else "",
        f"{kept}, SHA-256 {row.sha256}" if row.sha256 else "",
        f"Archive: {row.archive_url}" if row.archive_url else "",
        f"Bears on {of_claims(row.claim_count)}" if row.claim_count else "Bears on no claim yet",
    )
    return "\n".join(part for part in parts if part)
