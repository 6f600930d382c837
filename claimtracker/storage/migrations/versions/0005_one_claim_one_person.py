"""Claims and people that are one, the day of a condition, and what a house calls a verdict."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns and the two tables; what is there stays as it is."""
    for name in ("aliases", "earlier_terms"):
        op.add_column("claimant", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("claim", sa.Column("condition_outcome_on", sa.Date(), nullable=True))
    # In SQLite's own words: Alembic would make the table anew for the sake of the key.
    op.execute("ALTER TABLE claim ADD COLUMN restates_id INTEGER REFERENCES claim (id)")
    op.create_index("ix_claim_restates_id", "claim", ["restates_id"])
    op.create_table(
        "told_apart",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("claim_id", sa.Integer(), sa.ForeignKey("claim.id"), nullable=False),
        sa.Column("other_claim_id", sa.Integer(), sa.ForeignKey("claim.id"), nullable=False),
        sa.UniqueConstraint("claim_id", "other_claim_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_told_apart_other_claim_id", "told_apart", ["other_claim_id"])
    op.create_table(
        "verdict_label",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("verdict"),
        sqlite_autoincrement=True,
    )
