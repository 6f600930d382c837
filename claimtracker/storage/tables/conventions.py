"""What this database does otherwise: how it reads deadlines, and what verdicts are called."""

from sqlmodel import Field

from claimtracker.storage.tables.claims import NEVER_REUSED
from claimtracker.storage.tables.row import Row


class ChangedConvention(Row, table=True):
    """A convention of reading that differs from its default, as a person writes it."""

    __tablename__ = "changed_convention"
    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    text: str


class VerdictLabel(Row, table=True):
    """What a house calls a verdict, and where it stands among the others, counted from 0."""

    __tablename__ = "verdict_label"
    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    verdict: str = Field(unique=True)
    label: str
    position: int
