"""The whole vocabulary: claims, evidence, history, and the full-text index."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table; parents before the rows that refer to them."""
    _names()
    _claims()
    _around_claims()
    _evidence()
    _history()
    _search()


def _text(name: str) -> SchemaItem:
    return sa.Column(name, sa.String(), nullable=False)


def _day(name: str) -> SchemaItem:
    return sa.Column(name, sa.Date(), nullable=True)


def _moment(name: str, *, nullable: bool = False) -> SchemaItem:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _refers(
    name: str, to: str, *, nullable: bool = False, ondelete: str | None = None
) -> SchemaItem:
    key = sa.ForeignKey(f"{to}.id", ondelete=ondelete)
    return sa.Column(name, sa.Integer(), key, nullable=nullable)


def _table(name: str, *columns: SchemaItem, indexed: tuple[str, ...] = ()) -> None:
    key = sa.Column("id", sa.Integer(), primary_key=True)
    op.create_table(name, key, *columns, sqlite_autoincrement=True)
    for column in indexed:
        op.create_index(f"ix_{name}_{column}", name, [column])


def _names() -> None:
    _table(
        "claimant",
        _text("name"),
        _text("role"),
        _text("organisation"),
        _day("term_began_on"),
        _day("term_ended_on"),
        sa.UniqueConstraint("name"),
    )
    _table(
        "source",
        _text("title"),
        _text("publisher"),
        _text("url"),
        _day("published_on"),
        _text("text"),
        indexed=("url",),
    )
    _table(
        "event",
        _text("name"),
        _text("aliases"),
        _day("starts_on"),
        _day("ends_on"),
        sa.UniqueConstraint("name"),
    )
    _table("tag", _text("name"), sa.UniqueConstraint("name"))


def _claims() -> None:
    deadline = [
        _text("deadline_wording"),
        _day("opens_on"),
        _day("due_on"),
        _day("latest_on"),
    ]
    reading = [_text("precision"), _text("rule")]
    condition = [_text("condition"), _text("condition_outcome"), _text("criteria")]
    judged = [_text("verdict"), _day("assessed_on"), _day("kept_on")]
    moments = [
        _moment("binned_at", nullable=True),
        _moment("created_at"),
        _moment("updated_at"),
    ]
    _table(
        "claim",
        sa.Column("version", sa.Integer(), nullable=False),
        _text("summary"),
        _text("quote"),
        _refers("claimant_id", "claimant", nullable=True),
        _day("stated_on"),
        *deadline,
        *reading,
        *condition,
        _day("review_on"),
        _text("notes"),
        *judged,
        *moments,
        indexed=(
            "claimant_id",
            "stated_on",
            "due_on",
            "latest_on",
            "review_on",
            "verdict",
        ),
    )
    op.create_index("ix_claim_binned_latest", "claim", ["binned_at", "latest_on"])


def _around_claims() -> None:
    _table(
        "occurrence",
        _refers("claim_id", "claim"),
        _refers("source_id", "source", nullable=True),
        _text("words"),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        _day("stated_on"),
        indexed=("claim_id", "source_id"),
    )
    _table(
        "move",
        _refers("from_claim_id", "claim"),
        _refers("to_claim_id", "claim"),
        sa.UniqueConstraint("from_claim_id"),
        sa.UniqueConstraint("to_claim_id"),
    )
    _table(
        "claim_tag",
        _refers("claim_id", "claim"),
        _refers("tag_id", "tag"),
        sa.UniqueConstraint("claim_id", "tag_id"),
        indexed=("tag_id",),
    )


def _evidence() -> None:
    captured = [
        _text("method"),
        _moment("captured_at"),
        _text("file_name"),
        _text("mime_type"),
    ]
    _table(
        "evidence",
        _text("url"),
        _text("title"),
        _text("publisher"),
        _day("published_on"),
        _text("excerpt"),
        _text("archive_url"),
        *captured,
        sa.Column("size", sa.Integer(), nullable=True),
        _text("sha256"),
        indexed=("url", "sha256"),
    )
    _table(
        "evidence_link",
        _refers("claim_id", "claim"),
        _refers("evidence_id", "evidence"),
        _text("relation"),
        _text("note"),
        _moment("linked_at"),
        sa.UniqueConstraint("claim_id", "evidence_id", "relation"),
        indexed=("evidence_id",),
    )
    _table(
        "assessment",
        _refers("claim_id", "claim"),
        _text("verdict"),
        _text("reason"),
        _text("assessor"),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        _day("kept_on"),
        indexed=("claim_id",),
    )


def _history() -> None:
    _table(
        "action",
        _moment("at"),
        _text("by"),
        _text("name"),
        sa.Column("is_undoable", sa.Boolean(), nullable=False),
        _refers("undone_by_id", "action", nullable=True),
        indexed=("is_undoable",),
    )
    _table(
        "change",
        _refers("action_id", "action"),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        _text("table"),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        indexed=("action_id", "claim_id"),
    )
    _table(
        "reminder",
        _refers("claim_id", "claim", ondelete="CASCADE"),
        _text("kind"),
        sa.Column("fell_on", sa.Date(), nullable=False),
        _moment("announced_at"),
        _day("snoozed_until"),
        _moment("seen_at", nullable=True),
        sa.UniqueConstraint("claim_id", "kind", "fell_on"),
        indexed=("kind",),
    )
    position = sa.Column("position", sa.Integer(), nullable=False)
    _table(
        "saved_view",
        _text("name"),
        _text("query"),
        position,
        sa.UniqueConstraint("name"),
    )


_SEARCHED = ("summary", "quote", "deadline_wording", "condition", "criteria", "notes")


def _search() -> None:
    """Index the words of each claim and its claimant's name; triggers keep it in step."""
    columns = ", ".join(_SEARCHED)
    op.execute(
        f"CREATE VIEW claim_words AS SELECT claim.id AS id, {columns}, claimant.name AS claimant "
        "FROM claim LEFT JOIN claimant ON claimant.id = claim.claimant_id"
    )
    op.execute(
        f"CREATE VIRTUAL TABLE claim_search USING fts5({columns}, claimant, "
        "content='claim_words', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    watched = f"{columns}, claimant_id"
    _trigger("claim_search_insert", "AFTER INSERT ON claim", _added("new"))
    _trigger("claim_search_delete", "AFTER DELETE ON claim", _removed("old"))
    _trigger(
        "claim_search_update",
        f"AFTER UPDATE OF {watched} ON claim",
        f"{_removed('old')}; {_added('new')}",
    )
    _trigger("claimant_search_update", "AFTER UPDATE OF name ON claimant", _renamed())


def _trigger(name: str, when: str, body: str) -> None:
    op.execute(f"CREATE TRIGGER {name} {when} BEGIN {body}; END")


def _name_of(row: str) -> str:
    return f"(SELECT name FROM claimant WHERE id = {row}.claimant_id)"


def _added(row: str) -> str:
    values = ", ".join(f"{row}.{column}" for column in _SEARCHED)
    return (
        f"INSERT INTO claim_search(rowid, {', '.join(_SEARCHED)}, claimant) "
        f"VALUES ({row}.id, {values}, {_name_of(row)})"
    )


def _removed(row: str) -> str:
    values = ", ".join(f"{row}.{column}" for column in _SEARCHED)
    return (
        f"INSERT INTO claim_search(claim_search, rowid, {', '.join(_SEARCHED)}, claimant) "
        f"VALUES ('delete', {row}.id, {values}, {_name_of(row)})"
    )


def _renamed() -> str:
    columns = ", ".join(_SEARCHED)
    return (
        f"INSERT INTO claim_search(claim_search, rowid, {columns}, claimant) "
        f"SELECT 'delete', id, {columns}, old.name FROM claim WHERE claimant_id = old.id; "
        f"INSERT INTO claim_search(rowid, {columns}, claimant) "
        f"SELECT id, {columns}, new.name FROM claim WHERE claimant_id = new.id"
    )
