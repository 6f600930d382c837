"""Evidence as one line of plain text, to be pasted into an article or a footnote."""

from collections.abc import Iterator
from datetime import UTC, date

from claimtracker.claims.archive_links import snapshot_of
from claimtracker.claims.rows import DocumentRow, EvidenceRow
from claimtracker.claims.web_address import shown_address
from claimtracker.gui.dates import MONTHS
from claimtracker.gui.evidence.words import hash_of_document, kept_at
from claimtracker.gui.plain_text import one_line


def citation(found: DocumentRow) -> str:
    """Publisher, title, day, address, archive, moment and hash, as far as they are known.

    What could not be captured is cited with the reason: a page that says so is not the document.
    """
    return ", ".join(part for part in _parts(found) if part)


def _parts(found: DocumentRow) -> Iterator[str]:
    yield _plain(found.publisher)
    title = _plain(found.title or found.file_name or _only_words(found))
    yield f"“{title}”" if title else ""
    yield _day(found.published_on) if found.published_on else ""
    yield shown_address(found.url)
    yield _archive(found)
    if found.failure:
        yield f"not captured: {_plain(found.failure).rstrip('.')}"
    elif found.sha256:
        yield f"captured {kept_at(found).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        yield _hash(found)


def _only_words(found: DocumentRow) -> str:
    """The passage of what has nothing else to be found by."""
    passage = found.passage if isinstance(found, EvidenceRow) else ""
    return "" if found.url else passage.strip() or found.excerpt


def _hash(found: DocumentRow) -> str:
    """The hash that whoever has the document can compute; else that of the archive around it."""
    of_document = hash_of_document(found)
    return f"SHA-256 {of_document}" if of_document else f"SHA-256 of its web archive {found.sha256}"


def _archive(found: DocumentRow) -> str:
    address = shown_address(found.archive_url)
    if not address or address == shown_address(found.url):
        return ""
    snapshot = snapshot_of(found.archive_url)
    at = found.archived_at or (snapshot.taken_at if snapshot else None)
    return (
        f"archived {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC at {address}"
        if at
        else (f"archived at {address}")
    )


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _plain(words: str) -> str:
    return " ".join(one_line(words, 2_000).split())
