"""How this database's deadlines are read, where that differs from the usual way."""

from sqlmodel import Field, SQLModel

from claimtracker.storage.tables.claims import NEVER_REUSED


class ChangedConvention(SQLModel, table=True):
    """A convention of reading that differs from its default, as a person writes it."""

    __tablename__ = "changed_convention"
    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    text: str
