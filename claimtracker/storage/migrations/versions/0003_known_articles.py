"""Articles are known again: by the hash of their text, and by how their page names itself."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_KEYS = ("canonical_url", "text_hash")


def upgrade() -> None:
    """Add what an article is known by; texts captured before get their hash."""
    for name in _KEYS:
        op.add_column("source", sa.Column(name, sa.String(), nullable=False, server_default=""))
        op.create_index(f"ix_source_{name}", "source", [name])
    source = sa.table("source", sa.column("id"), sa.column("text"), sa.column("text_hash"))
    connection = op.get_bind()
    captured = sa.select(source.c.id).where(source.c.text != "")
    for key in connection.execute(captured).scalars().all():
        is_this = source.c.id == key
        text = connection.execute(sa.select(source.c.text).where(is_this)).scalar_one()
        found = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        connection.execute(sa.update(source).where(is_this).values(text_hash=found))
