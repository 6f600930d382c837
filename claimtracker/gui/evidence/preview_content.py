"""What the preview shows of a document, read and decoded off the window's thread."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtGui import QImage
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import DocumentRow, EvidenceRow
from claimtracker.gui.evidence import pdf
from claimtracker.gui.evidence.kinds import PAGES, PDF, PICTURES
from claimtracker.gui.evidence.pictures import picture_of
from claimtracker.operations.captured_content import content_of, text_of

MOST_LETTERS, MOST_LINES = 200_000, 5_000  # shown at once, around the passage
LONGEST_LINE = 5_000  # Qt lays a line out as a whole; a longer one is broken
_MOST_WORDS = 400  # of a passage that is looked for
PAGE_AS_TEXT = "A page is shown as its text only; nothing of it is run or loaded."
NO_TEXT = "No readable text was captured. Open what was captured, or show it in its folder."
ONLY_TOLD = "Nothing was captured; this is the passage as it was kept."
NOTHING = "Nothing was captured, and no passage was kept. Open the original."
PART = "Only a part of the text is shown."
NOT_FOUND = "The passage does not stand word for word in the text."
_PDF_SIDE = 1_600


@dataclass(frozen=True)
class Passage:
    """Text with the place of the passage in it, in code points; an empty one where it is not."""

    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Seen:
    """What can be shown: text, a picture, the first page of a PDF; `note` says what cannot."""

    evidence_id: int
    passage: Passage = Passage("")
    picture: QImage | None = None
    page: QImage | None = None
    page_count: int = 0
    pdf: bytes = b""
    note: str = ""
    is_problem: bool = False


def seen(session: Session, found: DocumentRow) -> Seen:
    """Read what was captured; what the world kept from it is told in the note."""
    passage = found.passage if isinstance(found, EvidenceRow) else ""
    words = passage.strip() or found.excerpt.strip()
    if not found.sha256 and not found.text_sha256:
        note = ONLY_TOLD if words else NOTHING
        return Seen(found.evidence_id, shown_passage(words, ""), note=note)
    try:
        return _captured(session, found, words)
    except ClaimTrackerError as error:
        return Seen(found.evidence_id, note=str(error), is_problem=True)


def _captured(session: Session, found: DocumentRow, words: str) -> Seen:
    key, kind = found.evidence_id, found.mime_type
    text = text_of(session, key)
    if found.sha256 and kind in PICTURES:
        data = content_of(session, key).data
        picture = picture_of(data, kind)
        return Seen(key, shown_passage(text, words), picture=picture)
    if found.sha256 and kind == PDF:
        return _of_pdf(session, key, text, words)
    if not text and kind.startswith("text/") and kind not in PAGES:
        text = content_of(session, key).data.decode("utf-8", "replace")
    passage = shown_passage(text, words)
    notes = (PAGE_AS_TEXT if kind in PAGES and text else "", *_notes(text, words, passage))
    return Seen(key, passage, note=" ".join(note for note in notes if note))


def _of_pdf(session: Session, key: int, text: str, words: str) -> Seen:
    passage = shown_passage(text, words)
    notes = _notes(text, words, passage)
    if pdf.qt_pdf() is None:
        return Seen(key, passage, note=" ".join((pdf.MISSING, *notes)))
    data = content_of(session, key).data
    page, count = pdf.page_picture(data, 0, _PDF_SIDE)
    return Seen(
        key, passage, page=page, page_count=count, pdf=data, note=" ".join(notes if text else ())
    )


def _notes(text: str, words: str, passage: Passage) -> tuple[str, ...]:
    if not text:
        return (NO_TEXT,)
    is_part = _letters(passage.text) < _letters(text)
    is_lost = bool(words) and passage.start == passage.end
    return tuple(note for note, holds in ((PART, is_part), (NOT_FOUND, is_lost)) if holds)


def page_seen(_session: Session, data: bytes, page: int) -> tuple[int, QImage]:
    """Draw another page of a PDF that is shown."""
    image, _count = pdf.page_picture(data, page, _PDF_SIDE)
    return page, image


def shown_passage(text: str, words: str) -> Passage:
    """The text, or the part around these words, with their place; blanks may differ."""
    whole = text.replace("\r\n", "\n")
    start, end = place_of_words(whole, words)
    if len(whole) > MOST_LETTERS:
        begin = max(min(start - MOST_LETTERS // 4, len(whole) - MOST_LETTERS), 0)
        whole = whole[begin : begin + MOST_LETTERS]
        start, end = start - begin, min(end - begin, len(whole))
    return _broken(_of_few_lines(Passage(whole, start, end)))


def _letters(text: str) -> int:
    return len(text) - text.count("\n") - text.count("\r")


def _of_few_lines(passage: Passage) -> Passage:
    """Cut off lines that are far from the passage, where there are too many of them."""
    ends = [found.start() for found in re.finditer("\n", passage.text)]
    if len(ends) <= MOST_LINES:
        return passage
    first = max(bisect_left(ends, passage.start) - MOST_LINES // 4, 0)
    begin = ends[first - 1] + 1 if first else 0
    stop = ends[first + MOST_LINES] if first + MOST_LINES < len(ends) else len(passage.text)
    end = max(min(passage.end, stop) - begin, 0)
    return Passage(passage.text[begin:stop], max(passage.start - begin, 0), end)


def place_of_words(text: str, words: str) -> tuple[int, int]:
    """Where these words stand, whatever blanks are between them; nowhere is (0, 0)."""
    wanted = " ".join(words.split()[:_MOST_WORDS])
    # Found with single blanks: one pattern for blanks of any number would take seconds on some.
    at = " ".join(text.split()).find(wanted) if wanted else -1
    if at < 0:
        return 0, 0
    return _place_with_blanks(text, at), _place_with_blanks(text, at + len(wanted) - 1) + 1


def _place_with_blanks(text: str, at: int) -> int:
    """The place of a letter that stands at `at` where only single blanks are between words."""
    first = 0
    for word in re.finditer(r"\S+", text):
        if at < first + len(word[0]):
            return word.start() + at - first
        first += len(word[0]) + 1
    return len(text)


def _broken(passage: Passage) -> Passage:
    """Break lines that Qt would lay out for seconds; places move along."""
    lines = passage.text.split("\n")
    if max(map(len, lines)) <= LONGEST_LINE:
        return passage
    pieces: list[str] = []
    for line in lines:
        pieces.extend(
            line[at : at + LONGEST_LINE] for at in range(0, max(len(line), 1), LONGEST_LINE)
        )
    text = "\n".join(pieces)
    return Passage(text, _moved(lines, passage.start), _moved(lines, passage.end))


def _moved(lines: list[str], place: int) -> int:
    """The place after line breaks were put in: one further for each break before it."""
    breaks, seen_letters = 0, 0
    for line in lines:
        into = min(max(place - seen_letters, 0), len(line))
        breaks += max(into - 1, 0) // LONGEST_LINE if into else 0
        seen_letters += len(line) + 1
        if seen_letters > place:
            break
    return place + breaks
