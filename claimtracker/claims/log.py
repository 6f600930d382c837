"""The log of everything that was done: what can be asked of it, and its rows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from claimtracker.claims.stored_row import StoredRow

MOST_COUNTED = 1_000
"""Changes of one action that are counted; a bulk edit may have a hundred thousand."""


class Kind(StrEnum):
    """What an action was about, by the rows that it changed."""

    CLAIMS = "claims"
    PLACES = "places"
    EVIDENCE = "evidence"
    VERDICTS = "verdicts"
    MOVES = "moves"
    TAGS = "tags"
    CLAIMANTS = "claimants"
    EVENTS = "events"
    CONVENTIONS = "conventions"


TABLES = {
    Kind.CLAIMS: ("claim", "told_apart"),
    Kind.PLACES: ("occurrence", "source"),
    Kind.EVIDENCE: ("evidence", "evidence_link"),
    Kind.VERDICTS: ("assessment", "assessment_evidence"),
    Kind.MOVES: ("move",),
    Kind.TAGS: ("tag", "claim_tag"),
    Kind.CLAIMANTS: ("claimant",),
    Kind.EVENTS: ("event",),
    Kind.CONVENTIONS: ("changed_convention", "verdict_label"),
}


class Standing(StrEnum):
    """Whether what was done still stands."""

    STANDS = "stands"
    UNDONE = "undone"


@dataclass(frozen=True)
class LogFilter:
    """Which actions are wanted; the days are those of this place, both included."""

    words: str = ""
    by: str = ""
    first_on: date | None = None
    last_on: date | None = None
    kind: Kind | None = None
    standing: Standing | None = None
    claim_id: int | None = None


@dataclass(frozen=True)
class LoggedRow(StoredRow):
    """One action of the log.

    `change_count` goes no further than MOST_COUNTED; `claim_id` and `claim` are the first claim
    that it changed and still is there. One that `stands` can be taken back.
    """

    id: int
    at: datetime
    by: str
    name: str
    stands: bool
    is_undone: bool
    change_count: int
    claim_id: int | None
    claim: str
