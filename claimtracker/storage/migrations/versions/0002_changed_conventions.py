"""How deadlines are read: the conventions changed from their defaults."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table; without a row in it every deadline is read as before."""
    op.create_table(
        "changed_convention",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.UniqueConstraint("key"),
        sqlite_autoincrement=True,
    )
