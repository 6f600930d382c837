"""Claims, who said them, where, and what their deadlines hang on."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Column, Index, Integer, UniqueConstraint
from sqlmodel import Field

from claimtracker.claims.vocabulary import ConditionOutcome, Verdict
from claimtracker.storage.tables.column_types import UtcDateTime, now
from claimtracker.storage.tables.row import Row

# AUTOINCREMENT: an id that was undone is never given to another row, since the log names it.
NEVER_REUSED = {"sqlite_autoincrement": True}


# Counted up by every save; a save that expected another number is a conflict, not an overwrite.
_VERSION = Column("version", Integer, nullable=False)


class Claimant(Row, table=True):
    """Who said it; `aliases`, joined by newlines, are further names of the same person.

    `earlier_terms` are terms of office before that of the two days, one a line.
    """

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    role: str = ""
    organisation: str = ""
    term_began_on: date | None = None
    term_ended_on: date | None = None
    earlier_terms: str = ""
    aliases: str = ""


class Source(Row, table=True):
    """Where it was said; `text` is the document as captured, and `text_hash` its SHA-256.

    The same article is known again by the hash, or by `canonical_url`, as the page names itself.
    """

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    title: str = ""
    publisher: str = ""
    url: str = Field(default="", index=True)
    published_on: date | None = None
    text: str = ""
    canonical_url: str = Field(default="", index=True)
    text_hash: str = Field(default="", index=True)


class Claim(Row, table=True):
    """One stated commitment with the effective reading of its deadline.

    `verdict`, `assessed_on` and `kept_on` repeat the newest assessment, so that the list
    can be filtered and sorted without a join. A claim in the bin that `restates_id` another one
    was brought together with that one. `condition_outcome_on` is the day on which the condition
    was met or failed.
    """

    __table_args__ = (
        Index("ix_claim_binned_latest", "binned_at", "latest_on"),
        Index("ix_claim_summary_stated", "summary", "stated_on"),
        NEVER_REUSED,
    )
    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": _VERSION}

    id: int | None = Field(default=None, primary_key=True)
    version: int = Field(default=1, sa_column=_VERSION)
    summary: str
    quote: str = ""
    claimant_id: int | None = Field(default=None, foreign_key="claimant.id", index=True)
    stated_on: date | None = Field(default=None, index=True)
    deadline_wording: str = ""
    opens_on: date | None = None
    due_on: date | None = Field(default=None, index=True)
    latest_on: date | None = Field(default=None, index=True)
    precision: str = ""
    rule: str = ""
    condition: str = ""
    condition_outcome: str = ConditionOutcome.OPEN.value
    condition_outcome_on: date | None = None
    criteria: str = ""
    review_on: date | None = Field(default=None, index=True)
    notes: str = ""
    verdict: str = Field(default=Verdict.NOT_YET_RATED.value, index=True)
    assessed_on: date | None = None
    kept_on: date | None = None
    binned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    restates_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    created_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    updated_at: datetime = Field(
        default_factory=now, sa_type=UtcDateTime, sa_column_kwargs={"onupdate": now}
    )


class Occurrence(Row, table=True):
    """One place where a claim was said, with the span of the words in the source's text."""

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    source_id: int | None = Field(default=None, foreign_key="source.id", index=True)
    words: str = ""
    span_start: int | None = None
    span_end: int | None = None
    stated_on: date | None = None


class Event(Row, table=True):
    """A named, dated anchor that deadlines may refer to; `aliases` are joined by newlines."""

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    aliases: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


class Move(Row, table=True):
    """A later claim that replaces the deadline of an earlier one; each has one neighbour a side."""

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    from_claim_id: int = Field(foreign_key="claim.id", unique=True)
    to_claim_id: int = Field(foreign_key="claim.id", unique=True)


class ToldApart(Row, table=True):
    """That a person compared two claims and found them to be two; the smaller id comes first."""

    __tablename__ = "told_apart"
    __table_args__ = (UniqueConstraint("claim_id", "other_claim_id"), NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id")
    other_claim_id: int = Field(foreign_key="claim.id", index=True)


class Tag(Row, table=True):
    """A word that groups claims."""

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class ClaimTag(Row, table=True):
    """That a claim carries a tag."""

    __tablename__ = "claim_tag"
    __table_args__ = (UniqueConstraint("claim_id", "tag_id"), NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id")
    tag_id: int = Field(foreign_key="tag.id", index=True)
