"""Later documents, how they bear on claims, and the verdicts given."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.storage.tables.claims import NEVER_REUSED
from claimtracker.storage.tables.column_types import UtcDateTime, now


class Evidence(SQLModel, table=True):
    """A document; where a file was captured, `sha256` names it in the file store."""

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
    file_name: str = ""
    mime_type: str = ""
    size: int | None = None
    sha256: str = Field(default="", index=True)


class EvidenceLink(SQLModel, table=True):
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
    linked_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)


class Assessment(SQLModel, table=True):
    """One verdict with its reason; rows are only ever added, the newest counts."""

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    verdict: str
    reason: str
    assessor: str = ""
    assessed_on: date
    kept_on: date | None = None
