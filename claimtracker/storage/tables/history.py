"""What was done, what is to be said about it, and how the person likes to look at it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field

from claimtracker.storage.tables.claims import NEVER_REUSED
from claimtracker.storage.tables.column_types import UtcDateTime, now
from claimtracker.storage.tables.row import Row


class Action(Row, table=True):
    """One thing somebody did: the transaction that its changes belong to.

    An action with `undoes_id` is the undoing of that one; `undone_by_id` on the other side
    is cleared again by a redo. The program's own sweeps are not undoable. One that `continues`
    another, as the capture of a page does the linking of its address, is undone together with it.
    `chain_hash` covers the action, its changes, and the hash of the action before it (see
    `storage.chain`).
    """

    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    by: str
    name: str
    is_undoable: bool = Field(default=True, index=True)
    undone_by_id: int | None = Field(default=None, foreign_key="action.id")
    continues_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    chain_hash: str = ""


class Change(Row, table=True):
    """One line of the audit log: one row of one table, before and after.

    `before` is null where the row was added, `after` where it was removed.
    """

    __table_args__ = (Index("ix_change_row", "table", "row_id"), NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id", index=True)
    claim_id: int | None = Field(default=None, index=True)  # whose history shows it; no key
    table: str
    row_id: int
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    after: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))


class Reminder(Row, table=True):
    """A due notice; one a claim, kind and day, so that a sweep announces it once."""

    __table_args__ = (UniqueConstraint("claim_id", "kind", "fell_on"), NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(
        sa_column=Column(ForeignKey("claim.id", ondelete="CASCADE"), nullable=False)
    )
    kind: str = Field(index=True)
    fell_on: date
    announced_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    snoozed_until: date | None = None
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SavedView(Row, table=True):
    """A query that the person gave a name to."""

    __tablename__ = "saved_view"
    __table_args__ = NEVER_REUSED

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    query: str
    position: int = 0
