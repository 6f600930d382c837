"""The entries of the lists of documents; those of a claim are each made when asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claimtracker.claims.rows import DocumentRow, EvidenceRow, ShelvedRow
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import label
from claimtracker.claims.web_address import shown_address
from claimtracker.gui.claim_panel.entries import Entry, LazyEntries, Sign
from claimtracker.gui.dates import day_text
from claimtracker.gui.evidence.kinds import WORDS, kind_of
from claimtracker.gui.evidence.words import (
    claim_words,
    failure_words,
    late_words,
    whole_words,
)
from claimtracker.gui.plain_text import one_line

_MOST_KEPT = 200  # a few screens full: a row is asked for several times while it is painted
_BASIS = Sign("basis of the verdict", "muted")


@dataclass(frozen=True, kw_only=True)
class DocumentEntry(Entry):
    """An entry with the row it tells of and the name of its icon."""

    found: DocumentRow
    icon: str


@dataclass(frozen=True, kw_only=True)
class EvidenceEntry(DocumentEntry):
    """An entry for a document as it bears on a claim."""

    found: EvidenceRow


class EvidenceEntries(LazyEntries):
    """As long as the evidence; costs only what is looked at."""

    def __init__(self, evidence: Sequence[EvidenceRow], window: Window, today: date) -> None:
        self._evidence = evidence
        self._window = window
        self._today = today
        self._made: dict[int, EvidenceEntry] = {}

    def __len__(self) -> int:
        return len(self._evidence)

    def make(self, row: int) -> Entry:
        """One piece of evidence; what is looked at again is kept for a while."""
        if row not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            self._made[row] = evidence_entry(self._evidence[row], self._window, self._today)
        return self._made[row]

    def row_of(self, key: int) -> int:
        """The row of the link with this id, the first where it is gone; makes no entry."""
        return next((row for row, found in enumerate(self._evidence) if found.id == key), 0)


def evidence_entry(found: EvidenceRow, window: Window, today: date) -> EvidenceEntry:
    """One piece of evidence as the list shows it."""
    day = day_text(found.published_on, today) or "no date"
    note = (label(found.relation), found.publisher, day)
    return EvidenceEntry(
        title=found.called,
        note=" · ".join(part for part in note if part),
        mark=late_words(found, window),
        mark_colour="grace",
        signs=tuple(_signs(found)),
        whole=whole_words(found, window, today),
        key=found.id,
        found=found,
        icon=kind_of(found).value,
    )


def shelved_entry(found: ShelvedRow, today: date) -> DocumentEntry:
    """One document as the list of all shows it, whatever it bears on."""
    day = day_text(found.published_on, today) or "no date"
    file = "" if found.file_name == found.called else one_line(found.file_name)
    source = shown_address(found.url) or file
    note = (
        found.publisher,
        day,
        WORDS[kind_of(found)],
        "" if found.url == found.called else source,
    )
    return DocumentEntry(
        title=found.called,
        note=" · ".join(part for part in note if part),
        mark=claim_words(found),
        signs=tuple(_signs(found)),
        whole=whole_words(found, Window(), today),
        key=found.evidence_id,
        found=found,
        icon=kind_of(found).value,
    )


def _signs(found: DocumentRow) -> Iterator[Sign]:
    if failure := failure_words(found):
        yield Sign(failure, "passed")
    if isinstance(found, EvidenceRow) and found.is_basis:
        yield _BASIS
