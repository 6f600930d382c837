"""A window that is closed while everything is under way ends cleanly, and nothing is half done.

No time is asserted: the line of figures tells it, beside that of a window which does nothing.
"""

import contextlib
import csv
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimtracker.claims.listing import Listing
from claimtracker.claims.state import AsOf
from claimtracker.operations.list_claims import report
from claimtracker.operations.verify import verify
from claimtracker.storage.engine import open_database
from tests.benchmarks.generated.casebook import TODAY
from tests.benchmarks.generated.making import make_database
from tests.faults import closing
from tests.faults.closing import BUSY, CLOSED, LOCKED, PAGE, PROBLEMS, REPORT, TABLE, TAG
from tests.faults.conftest import Figure
from tests.faults.figures import IS_FULL, tries
from tests.faults.window_process import Ended, run_window

CLAIMS = tries(quick=300, full=5_000)
_FEW = 20  # for the controls
PATIENCE_S = 60
"""Seconds after which a window that does not close is ended, and told of."""
_SHORT_PATIENCE_S = 3


@dataclass(frozen=True)
class Closed:
    """How a window ended, and what it says of itself and left of the case."""

    ended: Ended
    problems: list[str]
    half_done: list[str]
    seconds: float

    @property
    def is_clean(self) -> bool:
        """Whether nothing is there that should not be."""
        return self.ended.is_clean and not self.problems and not self.half_done


def _close(
    folder: Path, wanted: list[str], claims: int = CLAIMS, patience: int = PATIENCE_S
) -> Closed:
    """Open a window on a case of its own, begin what is wanted, and close it."""
    case = folder / "case" / "claims.db"
    case.parent.mkdir(parents=True)
    make_database(case, claims).close()
    _write_files(folder, claims)
    before = _problems(case)
    ended = run_window(folder, closing.__name__, str(case), json.dumps(wanted), str(patience))
    told = folder / PROBLEMS
    problems = json.loads(told.read_text()) if told.exists() else [ended.words]
    closed_at = float((folder / CLOSED).read_text())
    return Closed(
        ended, problems, _half_done(folder, case, claims, before), ended.ended_at - closed_at
    )


def _write_files(folder: Path, claims: int) -> None:
    with (folder / TABLE).open("w", newline="", encoding="utf-8") as file:
        rows = [["summary", "claimant"], *([f"Imported {n}", "Ada"] for n in range(claims))]
        csv.writer(file).writerows(rows)
    words = "Mayor Ada Lovelace said the bridge will be repaired by the end of 2026. " * 20
    page = f"<p>{words}</p>" * (claims // 10)
    (folder / PAGE).write_text(f"<html><title>News</title><body><article>{page}</article></body>")


def _problems(case: Path) -> set[str]:
    """What verifying finds; of the rows of the benchmark no log knows."""
    database = open_database(case)
    with contextlib.closing(database), database.session() as session:
        return set(verify(session).problems)


def _half_done(folder: Path, case: Path, claims: int, before: set[str]) -> list[str]:
    """What is neither as before nor as a whole change leaves it."""
    left = [path.name for path in case.parent.rglob("*") if _is_left_over(path)]
    found = [*left, *sorted(_problems(case) - before)]
    database = open_database(case)
    with contextlib.closing(database), database.session() as session:
        rows = list(report(session, Listing(AsOf(TODAY))))
    imported = sum(row.summary.startswith("Imported ") for row in rows)
    if imported not in (0, claims):
        found.append(f"{imported} claims imported")
    tagged = sum(TAG in row.tags for row in rows)
    listed = len(rows) - imported  # what lies in the bin is neither tagged nor reported
    if tagged not in (0, listed, listed + imported):
        found.append(f"{tagged} claims tagged")
    written = folder / REPORT
    if written.exists() and len(written.read_text().splitlines()) <= listed:
        found.append("half a report")
    return found


def _is_left_over(path: Path) -> bool:
    is_of_the_case = path.name == "claims.db" or path.parent.name == "backups"
    return path.is_file() and (not is_of_the_case or path.suffix != ".db")


def test_a_window_closed_while_everything_runs_ends_cleanly(tmp_path: Path, figure: Figure) -> None:
    idle = _close(tmp_path / "idle", [])
    busy = _close(tmp_path / "busy", list(BUSY))
    assert idle.is_clean, idle
    assert busy.is_clean, busy
    figure(
        f"closing with {len(BUSY)} things under way on {CLAIMS:,} claims: {busy.seconds:.2f} s, "
        f"{busy.seconds / idle.seconds:.1f} times an idle window ({idle.seconds:.2f} s); half "
        "done 0, left over 0"
    )


def test_a_window_closed_while_nobody_can_read_the_file_ends_cleanly(
    tmp_path: Path, figure: Figure
) -> None:
    """Everything waits for another program, which would go on for longer than anybody waits."""
    waiting = _close(tmp_path / "waiting", [*LOCKED, *BUSY])
    assert waiting.is_clean, waiting
    figure(
        f"closing while another program lets nobody read: {waiting.seconds:.2f} s; half done 0, "
        "left over 0"
    )


@pytest.mark.parametrize("planted", sorted(closing.PLANTED))
def test_the_control_what_does_not_end_cleanly_is_noticed(tmp_path: Path, planted: str) -> None:
    if not IS_FULL:
        pytest.skip("in full only: each takes the start of a program")
    assert not _close(tmp_path / planted, [planted], _FEW, _SHORT_PATIENCE_S).is_clean
