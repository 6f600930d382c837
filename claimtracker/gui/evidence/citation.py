"""Evidence as one line of plain text, to be pasted into an article or a footnote."""

from collections.abc import Iterator
from datetime import UTC, date

from claimtracker.claims.archive_links import snapshot_of
from claimtracker.claims.rows import DocumentRow
from claimtracker.claims.web_address import shown_address
from claimtracker.gui.dates import MONTHS
from claimtracker.gui.evidence.words import kept_at
from claimtracker.gui.plain_text import one_line


def citation(found: DocumentRow) -> str:
    """Publisher, title, day, address, archive, moment and hash, as far as they are known."""
    return ", ".join(part for part in _parts(found) if part)


def _parts(found: DocumentRow) -> Iterator[str]:
    yield _plain(found.publisher)
    title = _plain(found.title or found.file_name)
    yield f"“{title}”" if title else ""
    yield _day(found.published_on) if found.published_on else ""
    yield shown_address(found.url)
    yield _archive(found)
    yield f"captured {kept_at(found).astimezone(UTC):%Y-%m-%d %H:%M} UTC" if found.sha256 else ""
    yield f"SHA-256 {found.sha256}" if found.sha256 else ""


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
