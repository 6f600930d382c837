"""Later documents, how they bear on claims, and the verdicts given."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.storage.tables.claims import NEVER_REUSED
from claimtracker.storage.tables.column_types import UtcDateTime, now
from claimtracker.storage.tables.row import Row


class Evidence(Row, table=True):
    """A document and its custody: what was captured, when, how and by whom.

    `sha256` names what was captured in the file store, for a page the web archive of what the
    server answered; `text_sha256` names the readable text. `content_sha256` is of the document
    itself, which anybody can hash who has it, too. `captured_at` is when it was noted down,
    `retrieved_at` when its content was received, and `failure` says what of it could not be had.
    `place` is where in the document the excerpt stands.
    """

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(default="", index=True)
    title: str = ""
    publisher: str = ""
    published_on: date | None = None
    excerpt: str = ""
    archive_url: str = ""
    method: str = CaptureMethod.LINKED.value
    captured_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    canonical_url: str = ""
    place: str = ""
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    captured_by: str = ""
    retrieved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failure: str = ""
    text_sha256: str = ""
    content_sha256: str = ""
    file_name: str = ""
    mime_type: str = ""
    size: int | None = None
    sha256: str = Field(default="", index=True)


class EvidenceLink(Row, table=True):
    """That a piece of evidence bears on a claim, and how."""

    __tablename__ = "evidence_link"
    __table_args__ = (
        UniqueConstraint("claim_id", "evidence_id", "relation"),
        NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id")
    evidence_id: int = Field(foreign_key="evidence.id", index=True)
    relation: str
    note: str = ""
    passage: str = ""
    linked_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Assessment(Row, table=True):
    """One verdict with its reason; rows are only ever added, the newest counts."""

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    verdict: str
    reason: str
    assessor: str = ""
    assessed_on: date
    kept_on: date | None = None


class AssessmentEvidence(Row, table=True):
    """That a verdict rests on a piece of evidence."""

    __tablename__ = "assessment_evidence"
    __table_args__ = (UniqueConstraint("assessment_id", "evidence_id"), NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    assessment_id: int = Field(foreign_key="assessment.id")
    evidence_id: int = Field(foreign_key="evidence.id", index=True)
