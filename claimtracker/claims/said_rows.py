"""Plain frozen rows of what was said where, by which articles and claims are known again."""

from dataclasses import dataclass
from datetime import date

from claimtracker.claims.stored_row import StoredRow


@dataclass(frozen=True)
class CapturedText(StoredRow):
    """A source with its text as captured."""

    source_id: int
    text: str
    title: str
    publisher: str
    published_on: date | None
    url: str
    canonical_url: str


@dataclass(frozen=True)
class SaidInArticle(StoredRow):
    """A claim by its place in a captured article; no place where only the source is known."""

    claim_id: int
    summary: str
    deadline_wording: str
    words: str
    span_start: int | None
    span_end: int | None
    occurrence_id: int = 0


@dataclass(frozen=True)
class NearClaim(StoredRow):
    """What a stored claim is compared by, when something like it is said again."""

    claim_id: int
    summary: str
    quote: str
    claimant: str
    deadline_wording: str
    stated_on: date | None
    due_on: date | None
    latest_on: date | None
    moved_to: int | None
