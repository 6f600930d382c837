"""The sweep beside the statements that find and note by themselves."""

import sqlite3
from functools import partial
from pathlib import Path

from sqlmodel import Session

from claimtracker.operations.remind import due_reminders
from claimtracker.operations.sweep_deadlines import announce_due, sweep_deadlines
from claimtracker.storage.engine import open_database
from tests.benchmarks.generated import LAST_SWEEP, TODAY
from tests.benchmarks.scale.bare import all_of, bare_connection
from tests.benchmarks.scale.bare_list import FINAL, SHELF
from tests.benchmarks.scale.comparing import Figures, compared
from tests.benchmarks.scale.listing import AS_OF

_BARE = "the bare SQL"
_UNSETTLED = f"binned_at IS NULL AND verdict NOT IN ({FINAL})"
_DUE = {
    "due_soon": ("due_on", "(opens_on <= :today OR opens_on IS NULL) AND due_on >= :today"
    " AND due_on <= date(:today, '+7 days') AND (latest_on >= :today OR latest_on IS NULL)"),
    "passed_strict": ("due_on", "due_on < :today AND (latest_on >= :today OR latest_on IS NULL)"),
    "passed_generous": ("latest_on", "latest_on < :today"),
    "review": ("review_on", "review_on <= :today"),
}  # fmt: skip


def sweep_figures(path: Path, _claims: int) -> Figures:
    """A week after the last sweep; again at once; and what the bar then says. Changes the file."""
    database = open_database(path)
    with bare_connection(path) as bare, database.session() as session:
        forget = partial(_forget, session, bare)
        ours = partial(sweep_deadlines, session, AS_OF)
        yield compared("sweep after a week", ours, partial(_swept, bare), _BARE, forget)
        ours()
        again = partial(announce_due, session, AS_OF)
        yield compared("sweep again, nothing new", again, partial(_looked, bare), _BARE)
        bar = partial(due_reminders, session, AS_OF)
        yield compared("notices of the bar", bar, partial(_notices, bare), _BARE, session.rollback)
        session.rollback()
        forget()
    database.close()


def _forget(session: Session, bare: sqlite3.Connection) -> None:
    """Take back what was noted since the last sweep of the generator."""
    session.rollback()
    bare.execute("DELETE FROM reminder WHERE announced_at >= ?", (f"{LAST_SWEEP} 23:00:00",))


def _new(kind: str) -> str:
    day, rule = _DUE[kind]
    given = (
        "SELECT 1 FROM reminder WHERE claim_id = claim.id AND kind = :kind"
        f" AND fell_on = claim.{day}"
    )
    return (
        f"SELECT id, :kind, {day}, '{TODAY} 12:00:00.000000' FROM claim"
        f" WHERE {_UNSETTLED} AND {rule} AND NOT EXISTS ({given})"
    )


def _swept(bare: sqlite3.Connection) -> None:
    """Note what is new, then list what is passed, due soon and to be reviewed."""
    bare.execute("BEGIN IMMEDIATE")
    for kind in _DUE:
        noting = f"INSERT INTO reminder (claim_id, kind, fell_on, announced_at) {_new(kind)}"
        told = {"kind": kind, "today": f"{TODAY}"}
        bare.execute(f"{noting} RETURNING claim_id", told).fetchall()
    bare.execute("COMMIT")
    is_passed = "(latest_on < '2025-05-26' OR due_on < '2025-05-26')"
    due = "due_on BETWEEN '2025-05-26' AND '2025-06-02'"
    for rule in (is_passed, due, "review_on <= '2025-05-26'"):
        settled = f"verdict NOT IN ({FINAL})"
        all_of(bare, f"{SHELF} AND {settled} AND {rule} ORDER BY latest_on NULLS LAST, id")


def _looked(bare: sqlite3.Connection) -> None:
    for kind in _DUE:
        told = {"kind": kind, "today": f"{TODAY}"}
        bare.execute(f"{_new(kind)} LIMIT 1", told).fetchall()


def _notices(bare: sqlite3.Connection) -> None:
    holds = " OR ".join(
        f"(kind = '{kind}' AND fell_on = {day} AND {rule})" for kind, (day, rule) in _DUE.items()
    )
    asked = (
        "SELECT reminder.id, claim_id, kind, fell_on, summary, name FROM reminder"
        " JOIN claim ON claim.id = claim_id LEFT JOIN claimant ON claimant.id = claimant_id"
        f" WHERE seen_at IS NULL AND (snoozed_until IS NULL OR snoozed_until <= :today)"
        f" AND {_UNSETTLED} AND ({holds}) ORDER BY fell_on DESC, reminder.id LIMIT 1000"
    )
    bare.execute(asked, {"today": f"{TODAY}"}).fetchall()
