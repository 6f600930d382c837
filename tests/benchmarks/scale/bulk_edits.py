"""One change to many claims, and its undo, beside the bare SQL with and without a chained log."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.bulk_change import BulkChange, ChangeKind
from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.change_claims import change_claims
from claimtracker.operations.undo import undo
from claimtracker.storage.engine import open_database
from tests.benchmarks.generated import TODAY
from tests.benchmarks.scale.bare import bare_connection
from tests.benchmarks.scale.comparing import Comparison, Figures, timed

MOST_CLAIMS = 50_000
_ROUNDS = 3
REASON = "Nothing was signed."
VERDICT = BulkChange.of(
    kind=ChangeKind.VERDICT,
    assessment=AssessmentDraft.of(verdict=Verdict.STALLED, reason=REASON, assessed_on=TODAY),
)
_WAS = (
    "CREATE TEMP TABLE was (id INTEGER PRIMARY KEY, verdict, assessed_on, binned_at)",
    "INSERT INTO was SELECT id, verdict, assessed_on, binned_at FROM claim",
)
_ACTION = "INSERT INTO action (at, by, name, is_undoable) VALUES ('', '', '', 1) RETURNING id"
_LINE = (
    'INSERT INTO change (action_id, claim_id, "table", row_id, before, after) SELECT :action, {}'
)
_BACK_LINES = _LINE.format(
    'claim_id, "table", row_id, after, before FROM change WHERE action_id = :done'
)
# What somebody else wrote since is not taken back: each row must be as its line left it.
_OF_THE_LINE = " FROM change line WHERE line.action_id = :done AND line.row_id = claim.id AND {}"
_ADDED = (
    "SELECT line.row_id FROM change line JOIN {0} ON {0}.id = line.row_id"
    " WHERE line.action_id = :done AND line.\"table\" = '{0}' AND {1}"
)

_JUDGED = (
    "UPDATE claim SET verdict = 'stalled', assessed_on = '2025-05-26', version = version + 1,"
    " updated_at = '2025-05-26 12:00:00.000000' WHERE id <= :claims",
    "INSERT INTO assessment (claim_id, verdict, reason, assessor, assessed_on)"
    f" SELECT id, 'stalled', '{REASON}', 'Ada', '2025-05-26' FROM claim WHERE id <= :claims",
)
_JUDGED_LOGGED = (
    _LINE.format(
        "id, 'claim', id, json_object('verdict', verdict, 'assessed_on', assessed_on),"
        " json_object('verdict', 'stalled', 'assessed_on', '2025-05-26')"
        " FROM claim WHERE id <= :claims"
    ),
    *_JUDGED,
    _LINE.format(
        "claim_id, 'assessment', id, NULL, json_object('claim_id', claim_id, 'verdict', verdict,"
        " 'reason', reason, 'assessor', assessor, 'assessed_on', assessed_on, 'kept_on', NULL)"
        f" FROM assessment WHERE reason = '{REASON}'"
    ),
)
_JUDGED_BACK = (
    "UPDATE claim SET verdict = was.verdict, assessed_on = was.assessed_on, version = version + 1"
    " FROM was WHERE was.id = claim.id AND claim.id <= :claims",
    f"DELETE FROM assessment WHERE reason = '{REASON}'",
)
_AS_JUDGED = "verdict = after ->> 'verdict' AND assessed_on = after ->> 'assessed_on'"
_AS_ASSESSED = (
    f"assessment.claim_id = after ->> 'claim_id' AND {_AS_JUDGED} AND reason = after ->> 'reason'"
    " AND assessor = after ->> 'assessor' AND kept_on IS after ->> 'kept_on'"
)
_JUDGED_BACK_LOGGED = (
    _BACK_LINES,
    "UPDATE claim SET verdict = before ->> 'verdict', assessed_on = before ->> 'assessed_on',"
    f" version = version + 1{_OF_THE_LINE.format(_AS_JUDGED)} AND \"table\" = 'claim'",
    f"DELETE FROM assessment WHERE id IN ({_ADDED.format('assessment', _AS_ASSESSED)})",
)
_TAG = 39  # of no claim before
_TAGGED = (
    f"INSERT OR IGNORE INTO claim_tag (claim_id, tag_id) SELECT id, {_TAG} FROM claim"
    " WHERE id <= :claims",
)
_TAGGED_LOGGED = (
    *_TAGGED,
    _LINE.format(
        "claim_id, 'claim_tag', id, NULL, json_object('claim_id', claim_id, 'tag_id', tag_id)"
        f" FROM claim_tag WHERE tag_id = {_TAG} AND claim_id <= :claims"
    ),
)
_TAGGED_BACK = (f"DELETE FROM claim_tag WHERE tag_id = {_TAG} AND claim_id <= :claims",)
_AS_TAGGED = "claim_tag.claim_id = after ->> 'claim_id' AND tag_id = after ->> 'tag_id'"
_TAGGED_BACK_LOGGED = (
    _BACK_LINES,
    f"DELETE FROM claim_tag WHERE id IN ({_ADDED.format('claim_tag', _AS_TAGGED)})",
)
_BINNED = (
    "UPDATE claim SET binned_at = '2025-05-26 12:00:00.000000', version = version + 1,"
    " updated_at = '2025-05-26 12:00:00.000000' WHERE id <= :claims AND +binned_at IS NULL",
)
_BINNED_LOGGED = (
    _LINE.format(
        "id, 'claim', id, json_object('binned_at', binned_at),"
        " json_object('binned_at', '2025-05-26 12:00:00.000000') FROM claim"
        " WHERE id <= :claims AND +binned_at IS NULL"
    ),
    *_BINNED,
)
_BINNED_BACK = (
    "UPDATE claim SET binned_at = NULL, version = version + 1 FROM was WHERE was.id = claim.id"
    " AND claim.id <= :claims AND was.binned_at IS NULL",
)
_BINNED_BACK_LOGGED = (
    _BACK_LINES,
    "UPDATE claim SET binned_at = before ->> 'binned_at', version = version + 1"
    + _OF_THE_LINE.format("binned_at = after ->> 'binned_at'"),
)


@dataclass(frozen=True)
class _Edit:
    """A change of ours and the statements that are the same: done and taken back, both logged.

    What each claim had is known by the log, and without one by a table that was made before.
    """

    name: str
    change: BulkChange
    done: tuple[str, ...]
    done_logged: tuple[str, ...]
    back: tuple[str, ...]
    back_logged: tuple[str, ...]


_EDITS = (
    _Edit("verdict", VERDICT, _JUDGED, _JUDGED_LOGGED, _JUDGED_BACK, _JUDGED_BACK_LOGGED),
    _Edit(
        "tag",
        BulkChange.of(kind=ChangeKind.ADD_TAGS, tags=(f"subject {_TAG}",)),
        _TAGGED,
        _TAGGED_LOGGED,
        _TAGGED_BACK,
        _TAGGED_BACK_LOGGED,
    ),
    _Edit(
        "bin",
        BulkChange.of(kind=ChangeKind.BIN),
        _BINNED,
        _BINNED_LOGGED,
        _BINNED_BACK,
        _BINNED_BACK_LOGGED,
    ),
)


def bulk_figures(path: Path, claims: int) -> Figures:
    """A verdict, a tag and the bin over many claims, each with its undo. Changes the file."""
    count = min(claims, MOST_CLAIMS)
    database = open_database(path)
    with bare_connection(path) as bare, database.session() as session:
        for statement in _WAS:
            bare.execute(statement)
        for edit in _EDITS:
            yield from _compared(edit, session, bare, count)
    database.close()


def _compared(edit: _Edit, session: Session, bare: sqlite3.Connection, count: int) -> Figures:
    ids = range(1, count + 1)
    ways: dict[str, Callable[[], object]] = {
        "done": partial(change_claims, session, ids, edit.change, by="Ada"),
        "undone": partial(undo, session, by="Ada"),
        "done bare": partial(_ran, bare, edit.done, count),
        "undone bare": partial(_ran, bare, edit.back, count),
        "done with a log": partial(_ran_chained, bare, edit.done_logged, count),
        "undone with a log": partial(_ran_chained, bare, edit.back_logged, count),
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(_ROUNDS):
        for name, way in ways.items():
            best[name] = min(best[name], timed(way))
    for kind, bare_name in (
        ("bare", "the bare SQL"),
        ("with a log", "bare SQL with a chained log"),
    ):
        yield Comparison(f"bulk edit: {edit.name}", best["done"], best[f"done {kind}"], bare_name)
        undone = best["undone"], best[f"undone {kind}"]
        yield Comparison(f"undo of the {edit.name}", *undone, bare_name)


def _ran(connection: sqlite3.Connection, statements: tuple[str, ...], claims: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements:
        connection.execute(statement, {"claims": claims} if ":claims" in statement else {})
    connection.execute("COMMIT")


def _ran_chained(connection: sqlite3.Connection, statements: tuple[str, ...], claims: int) -> None:
    """The same as an action, whose hash covers its lines of the log and the hash before it."""
    connection.execute("BEGIN IMMEDIATE")
    newest = "SELECT id, chain_hash FROM action ORDER BY id DESC LIMIT 1"
    done, before = connection.execute(newest).fetchone()
    (action,) = connection.execute(_ACTION).fetchone()
    for statement in statements:
        connection.execute(statement, {"claims": claims, "action": action, "done": done})
    hashed = sha256(before.encode())
    lines = 'SELECT "table", row_id, claim_id, before, after FROM change WHERE action_id = ?'
    for line in connection.execute(lines, (action,)):
        hashed.update(repr(line).encode())
    covered = "UPDATE action SET chain_hash = ? WHERE id = ?"
    connection.execute(covered, (hashed.hexdigest(), action))
    connection.execute("COMMIT")
