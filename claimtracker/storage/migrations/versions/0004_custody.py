"""Custody of evidence, what a verdict rests on, and a change log that is chained by hash."""

import sqlalchemy as sa
from alembic import op

from claimtracker.storage.chain import BEGINNING, logged_actions

revision = "0004"
down_revision = "0003"

_TEXTS = ("canonical_url", "place", "captured_by", "failure", "text_sha256", "content_sha256")
_MOMENTS = ("archived_at", "retrieved_at")


def upgrade() -> None:
    """Add the columns and the table, and chain the actions that are there already."""
    for name in _TEXTS:
        _add_text("evidence", name)
    for name in _MOMENTS:
        op.add_column("evidence", sa.Column(name, sa.DateTime(), nullable=True))
    _add_text("evidence_link", "passage")
    _add_text("action", "chain_hash")
    # In SQLite's own words: Alembic would make the table anew for the sake of the key.
    op.execute("ALTER TABLE action ADD COLUMN continues_id INTEGER REFERENCES action (id)")
    op.create_index("ix_action_continues_id", "action", ["continues_id"])
    op.create_index("ix_change_row", "change", ["table", "row_id"])
    op.create_table(
        "assessment_evidence",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("assessment_id", sa.Integer(), sa.ForeignKey("assessment.id"), nullable=False),
        sa.Column("evidence_id", sa.Integer(), sa.ForeignKey("evidence.id"), nullable=False),
        sa.UniqueConstraint("assessment_id", "evidence_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_assessment_evidence_evidence_id", "assessment_evidence", ["evidence_id"])
    _chain(op.get_bind())


def _add_text(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.String(), nullable=False, server_default=""))


def _chain(connection: sa.Connection) -> None:
    """Give each action its hash: what was done before this revision is covered from now on."""
    before, hashes = BEGINNING, []
    for action in logged_actions(connection):
        before = action.hash_after(before)
        hashes.append({"key": action.id, "hash": before})
    if hashes:
        chained = sa.text("UPDATE action SET chain_hash = :hash WHERE id = :key")
        connection.execute(chained, hashes)
