"""A verdict over many claims and its undo: how long, beside the bare SQL, and what it holds up."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from sqlmodel import Session

from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.undo import undo
from tests.benchmarks.many_claims import TODAY
from tests.benchmarks.measuring import Figure, Pulse
from tests.benchmarks.own_window import OwnWindow, open_window

MOST_CLAIMS = 50_000
REASON = "Nothing was signed."
# The rows that the verdict is, and the lines by which it can be taken back: all written by SQLite.
_RATED = (
    "UPDATE claim SET verdict = 'stalled', assessed_on = '2025-05-26', version = version + 1,"
    " updated_at = '2025-05-26 12:00:00.000000' WHERE id <= :claims",
    "INSERT INTO assessment (claim_id, verdict, reason, assessor, assessed_on)"
    f" SELECT id, 'stalled', '{REASON}', 'Ada', '2025-05-26' FROM claim WHERE id <= :claims",
)
_LOGGED = (
    'INSERT INTO change (action_id, claim_id, "table", row_id, before, after)'
    " SELECT 1, id, 'claim', id, json_object('verdict', verdict, 'assessed_on', assessed_on),"
    " json_object('verdict', 'stalled', 'assessed_on', '2025-05-26')"
    " FROM claim WHERE id <= :claims",
    'INSERT INTO change (action_id, claim_id, "table", row_id, before, after)'
    " SELECT 1, claim_id, 'assessment', id, NULL, json_object('claim_id', claim_id, 'verdict',"
    " verdict, 'reason', reason, 'assessor', assessor, 'assessed_on', assessed_on, 'kept_on', NULL)"
    f" FROM assessment WHERE reason = '{REASON}'",
)
_TAKEN_BACK = (
    "UPDATE claim SET verdict = 'not_yet_rated', assessed_on = NULL, version = version + 1"
    " WHERE id <= :claims",
    f"DELETE FROM assessment WHERE reason = '{REASON}'",
)


@dataclass(frozen=True)
class Times:
    """How long the verdict and its undo took, in milliseconds."""

    verdict: float
    undo: float


def bulk_figures(path: Path) -> Iterator[Figure]:
    """A verdict over many claims and its undo beside the bare SQL, with and without a log."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(path, Path(folder) / "bare.db"))
        with closing(sqlite3.connect(copy, isolation_level=None)) as bare:
            bare.execute("PRAGMA synchronous = EXTRA")
            count = bare.execute("SELECT min(count(*), ?) FROM claim", (MOST_CLAIMS,)).fetchone()[0]
            plain = Times(_ran(bare, _RATED, count), _ran(bare, _TAKEN_BACK, count))
            logged = Times(
                _ran(bare, (*_RATED, *_LOGGED), count),
                _ran(bare, (*_LOGGED, *_TAKEN_BACK), count),
            )
        ours, held = in_window(Path(shutil.copy(path, Path(folder) / "ours.db")), count)
    claims = f"{count:,} claims"
    for bare_name, bare_times in (("the bare SQL", plain), ("bare SQL with a log", logged)):
        yield Figure(f"verdict on {claims}", ours.verdict, bare_times.verdict, bare_name)
        yield Figure(f"undo of it, {claims}", ours.undo, bare_times.undo, bare_name)
    yield Figure("longest hold of the window meanwhile", held, 1.0, "a millisecond")


def in_window(path: Path, count: int) -> tuple[Times, int]:
    """The same in the open window, by its own thread; with the longest hold meanwhile."""
    opened = open_window(path)
    opened.wait_for_rows()
    opened.wait_until_idle()
    pulse = Pulse()
    pulse.start()
    judged = AssessmentDraft.of(verdict=Verdict.STALLED, reason=REASON, assessed_on=TODAY)
    ids = list(range(1, count + 1))
    times = Times(
        _done(opened, partial(rate_claims, claim_ids=ids, draft=judged, by="Ada")),
        _done(opened, partial(undo, by="Ada")),
    )
    held = pulse.stop()
    opened.close()
    return times, held


def _done(opened: OwnWindow, operation: Callable[[Session], object]) -> float:
    """Until the lists show it, too."""
    start = perf_counter()
    opened.desk.carry_out(operation, is_long=True)
    opened.wait_until_idle()
    return (perf_counter() - start) * 1000


def _ran(connection: sqlite3.Connection, statements: tuple[str, ...], claims: int) -> float:
    start = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements:
        connection.execute(statement, {"claims": claims} if ":claims" in statement else {})
    connection.execute("COMMIT")
    return (perf_counter() - start) * 1000
