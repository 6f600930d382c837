"""One change to many claims, as it is drafted, and what a claim is like before it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimtracker.claims.drafts import AssessmentDraft, Draft, Line, Tag
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.stored_row import StoredRow


class ChangeKind(StrEnum):
    """What can be changed in many claims at once."""

    ADD_TAGS = "add_tags"
    TAKE_OFF_TAGS = "take_off_tags"
    CLAIMANT = "claimant"
    REVIEW_DATE = "review_date"
    VERDICT = "verdict"
    BIN = "move_to_the_bin"


class BulkChange(Draft):
    """The change; only the fields of its kind count.

    An empty claimant, or no review date, takes away what is there.
    """

    kind: ChangeKind
    tags: tuple[Tag, ...] = ()
    claimant: Line = ""
    review_on: date | None = None
    assessment: AssessmentDraft | None = None


@dataclass(frozen=True)
class BulkRow(StoredRow):
    """A claim as it is before the change."""

    claim: ClaimRow
    tags: tuple[str, ...]
