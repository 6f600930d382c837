"""Read the documents that were captured: ids in order, rows by the page, those in the inbox."""

from array import array
from collections.abc import Sequence

from sqlmodel import Session

from claimtracker.claims.rows import ShelvedRow
from claimtracker.storage import evidence_list


def ids(session: Session, words: str = "", *, in_inbox: bool = False) -> "array[int]":
    """Return every document that holds all of these words, the newest captured first."""
    return evidence_list.evidence_ids(session, words, in_inbox=in_inbox)


def rows(session: Session, wanted: Sequence[int]) -> dict[int, ShelvedRow]:
    """Return the documents by id; one that was discarded meanwhile is left out."""
    return evidence_list.evidence_rows(session, wanted)


def inbox_count(session: Session) -> int:
    """Count the documents that bear on no claim."""
    return evidence_list.inbox_count(session)
