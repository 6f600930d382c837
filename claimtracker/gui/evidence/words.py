"""A piece of evidence in words: its marks, what is told of it, and how it was kept."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from claimtracker.claims.archive_links import snapshot_of
from claimtracker.claims.rows import DocumentRow, EvidenceRow, ShelvedRow
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import CaptureMethod, label, of_claims, of_days
from claimtracker.claims.web_address import shown_address
from claimtracker.claims.weighing import days_early, days_late
from claimtracker.gui.dates import day_text
from claimtracker.gui.evidence.kinds import WORDS, kind_of
from claimtracker.gui.plain_text import one_line

METHODS = {
    CaptureMethod.LINKED: "Only the address was kept",
    CaptureMethod.PASTED: "Text was pasted",
    CaptureMethod.FILE: "A file was copied into the store",
    CaptureMethod.FETCHED: "Fetched from its address, kept as the server answered",
    CaptureMethod.ARCHIVE: "A copy in a web archive",
    CaptureMethod.IMPORTED: "Came with a table; its file did not",
}
BASIS = "The newest verdict rests on it"
BEFORE = "before it opens"
LONGEST_SHOWN = 20_000  # letters of an excerpt or note; the preview shows all of it


class Told(NamedTuple):
    """One line of the details: a quiet name, and the words."""

    name: str
    words: str


def late_words(found: EvidenceRow, window: Window) -> str:
    """The mark beside the title: "3 days late", or "before it opens"."""
    if late := days_late(found, window.latest_on):
        return f"{of_days(late)} late"
    return BEFORE if days_early(found, window.opens_on) else ""


def failure_words(found: DocumentRow) -> str:
    """What went wrong when it was captured, as the mark says it; empty where nothing went wrong."""
    return f"{missed_words(found)}: {found.failure.rstrip('.')}" if found.failure else ""


def missed_words(found: DocumentRow) -> str:
    """What a failure means: that nothing was captured, or something that may be of no use."""
    return "problem" if found.sha256 else "not captured"


def is_instead(found: DocumentRow) -> bool:
    """Whether what is kept is not the document but what the server answered in its place."""
    return bool(found.failure and found.sha256)


def is_web_archive(found: DocumentRow) -> bool:
    """Whether the stored file is what a server answered, headers and all (WARC, ISO 28500)."""
    return bool(found.sha256) and found.method in (CaptureMethod.FETCHED, CaptureMethod.ARCHIVE)


def hash_of_document(found: DocumentRow) -> str:
    """The SHA-256 of the document itself, or nothing where only the archive around it has one."""
    return found.content_sha256 or ("" if is_web_archive(found) else found.sha256)


def moment_text(at: datetime, today: date) -> str:
    """A moment in local time and UTC: "Thu 1 May, 14:00 (12:00 UTC)"."""
    local, world = at.astimezone(), at.astimezone(UTC)
    is_same_day = local.date() == world.date()
    behind = f"{world:%H:%M}" if is_same_day else f"{day_text(world.date(), today)}, {world:%H:%M}"
    return f"{day_text(local.date(), today)}, {local:%H:%M} ({behind} UTC)"


def local_moment(at: datetime, today: date) -> str:
    """A moment in local time: "Thu 1 May, 14:00"."""
    local = at.astimezone()
    return f"{day_text(local.date(), today)}, {local:%H:%M}"


def kept_at(found: DocumentRow) -> datetime:
    """Since when it is kept as it is."""
    return found.retrieved_at or found.captured_at


def size_text(size: int) -> str:
    """A size as people say it, with the exact bytes behind."""
    if size < 1_000:
        return f"{size} bytes"
    unit, shown = next(
        (unit, size / factor)
        for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3))
        if size >= factor
    )
    return f"{shown:.1f} {unit} ({size:,} bytes)"


def address_text(address: str) -> str:
    """The whole address as it is opened; one that is never opened says so."""
    if not address:
        return ""
    return shown_address(address) or f"{one_line(address)} (is not opened)"


def told_lines(found: DocumentRow, window: Window, today: date) -> Iterator[Told]:
    """What is told of it, and how it bears on the claim, or on how many."""
    relation = label(found.relation) if isinstance(found, EvidenceRow) else ""
    day = day_text(found.published_on, today) or "day not known"
    yield Told("", " · ".join(part for part in (relation, found.publisher, day) if part))
    if isinstance(found, EvidenceRow):
        yield from _bearing_lines(found, window, today)
    elif isinstance(found, ShelvedRow):
        yield Told("Bears on", claim_words(found))
    yield from _filled(
        ("Note", found.note if isinstance(found, EvidenceRow) else ""),
        ("Passage", _quoted(found.passage) if isinstance(found, EvidenceRow) else ""),
        ("Excerpt", _quoted(found.excerpt)),
        ("Place", found.place),
    )


def claim_words(found: ShelvedRow) -> str:
    """On how many claims it bears."""
    return of_claims(found.claim_count) if found.claim_count else "no claim yet"


def _bearing_lines(found: EvidenceRow, window: Window, today: date) -> Iterator[Told]:
    if late := days_late(found, window.latest_on):
        yield Told("Late", f"{of_days(late)} after the latest day")
    elif days_early(found, window.opens_on):
        yield Told("Early", f"before the window opens on {day_text(window.opens_on, today)}")
    if found.is_basis:
        yield Told("Verdict", "the newest one rests on it")


def custody_lines(found: DocumentRow, today: date) -> Iterator[Told]:
    """Where it comes from and how it was kept."""
    of_what = "what the server answered" if is_instead(found) else "the document"
    names_itself = found.canonical_url if found.canonical_url != found.url else ""
    retrieved = moment_text(found.retrieved_at, today) if found.retrieved_at else ""
    yield from _filled(
        ("Address", address_text(found.url)),
        ("Names itself", address_text(names_itself)),
        ("Archive", archive_words(found, today)),
        ("How", METHODS[found.method]),
        (_whose(found), f"{found.captured_by}, {moment_text(found.captured_at, today)}"),
        ("Retrieved", retrieved),
        ("File", one_line(found.file_name)),
        ("Type", f"{WORDS[kind_of(found)]}, {found.mime_type}" if found.mime_type else ""),
        ("Size", "" if is_web_archive(found) else _size(found)),
        (f"SHA-256 of {of_what}", hash_of_document(found)),
        ("Stored as", _archive_file(found)),
        ("SHA-256 of its text", found.text_sha256),
    )


def _whose(found: DocumentRow) -> str:
    """What the person did who is named: without its content a document is only linked."""
    is_content = bool(found.sha256) or found.method is CaptureMethod.PASTED
    return "Captured by" if is_content else "Linked by"


def _size(found: DocumentRow) -> str:
    return size_text(found.size) if found.size is not None else ""


def _archive_file(found: DocumentRow) -> str:
    """How a page lies in the store, where that is not the document as it is."""
    if not is_web_archive(found):
        return ""
    parts = ("web archive (.warc.gz)", _size(found), f"SHA-256 {found.sha256}")
    return ", ".join(part for part in parts if part)


def archive_words(found: DocumentRow, today: date) -> str:
    """The address of a copy in a web archive, with the archive's name and the day of the copy."""
    if not found.archive_url:
        return ""
    snapshot = snapshot_of(found.archive_url)
    at = found.archived_at or (snapshot.taken_at if snapshot else None)
    taken = f"copy of {moment_text(at, today)}" if at else "the day of the copy is not known"
    service = f"{snapshot.service}, " if snapshot else ""
    return f"{address_text(found.archive_url)} ({service}{taken})"


def whole_words(found: DocumentRow, window: Window, today: date) -> str:
    """All of it as plain lines, for a tooltip and a screen reader."""
    lines = [f"{WORDS[kind_of(found)]}: {found.called}"]
    missed = _filled((missed_words(found).capitalize(), found.failure))
    told = (*told_lines(found, window, today), *missed, *custody_lines(found, today))
    return "\n".join([*lines, *(": ".join(part for part in line if part) for line in told)])


def _filled(*lines: tuple[str, str]) -> Iterator[Told]:
    for name, words in lines:
        if words.strip():
            cut = words if len(words) <= LONGEST_SHOWN else words[:LONGEST_SHOWN] + "…"
            yield Told(name, cut)


def _quoted(words: str) -> str:
    return f"“{words[:LONGEST_SHOWN]}”" if words.strip() else ""
