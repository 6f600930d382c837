"""An upgrade that is killed leaves the old database or the new one, and a copy of the old one."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage.engine import open_database
from claimtracker.storage.migrate import NEWEST
from tests.faults.conftest import Figure
from tests.faults.figures import tries
from tests.faults.judging import rows_found
from tests.faults.killing import Victim
from tests.faults.old_case import OldCase
from tests.faults.old_databases import EARLIER, FIXTURES, written_out
from tests.faults.upgrading import upgrade, upgrade_by_statement
from tests.faults.working import INTENT, READY

KILLS = tries(6, 200)
CONTROLS = tries(4, 40)
_MOST_CONTROLS = 60
_COMMIT = 0.02  # seconds, about
_LONGER = 1.2  # than an upgrade takes by itself, so that some kills come at its very end


@pytest.fixture(scope="module")
def old_cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, OldCase]:
    return {it: OldCase(tmp_path_factory.mktemp(it), it) for it in EARLIER}


def _kill(work: Callable[..., None], path: Path, kind: str, seconds: float) -> None:
    """Begin an upgrade; kill it so long after it told this, unless it was over by then."""
    victim = Victim(work, path)
    with suppress(EOFError):
        victim.until(kind)
        victim.during(seconds)
    victim.stop()


def _is_old_one(case: OldCase, copy: Path) -> bool:
    """Whether the copy made before the upgrade is the old database, and can be opened again."""
    if case.is_upgraded(copy) is not False:
        return False
    open_database(copy).close()
    return case.is_upgraded(copy) is True


def test_an_upgrade_that_is_killed_is_not_half_done(
    old_cases: dict[str, OldCase], figure: Figure
) -> None:
    chance, found, copies, finished = Random(3), Counter[bool | None](), 0, 0
    lengths = {it: case.seconds(upgrade) * _LONGER for it, case in old_cases.items()}
    for number in range(KILLS):
        revision = EARLIER[number % len(EARLIER)]
        case = old_cases[revision]
        path = case.copied("killed")
        # Every third time while it is committed, which takes a small part of the time only.
        at_end = number % 3 == 0
        kind, longest = (INTENT, _COMMIT) if at_end else (READY, lengths[revision])
        _kill(upgrade, path, kind, chance.uniform(0, longest))
        found[case.is_upgraded(path)] += 1
        open_database(path).close()
        finished += case.is_upgraded(path) is True
        copies += _is_old_one(case, case.backup_of(path))
    figure(
        f"upgrades killed: {KILLS} from {len(EARLIER)} revisions, old {found[False]}, "
        f"new {found[True]}, half {found[None]}; finished at the next start {finished}, "
        f"copies restored {copies}"
    )
    assert found[None] == 0
    assert found[False] > 0  # else all were over before the kill
    assert (finished, copies) == (KILLS, KILLS)


def test_an_upgrade_of_single_statements_is_left_half_done(
    old_cases: dict[str, OldCase], figure: Figure
) -> None:
    """A control: the half states are there to be seen."""
    chance, found = Random(4), Counter[bool | None]()
    case = old_cases[EARLIER[0]]
    longest = case.seconds(upgrade_by_statement)
    while found.total() < CONTROLS or not found[None]:
        path = case.copied("killed")
        _kill(upgrade_by_statement, path, READY, chance.uniform(0, longest))
        found[case.is_upgraded(path)] += 1
        assert found.total() < _MOST_CONTROLS
    figure(f"upgrades killed, control by statement: {found.total()}, half {found[None]}")


def test_every_earlier_revision_has_rows_of_every_table(old_cases: dict[str, OldCase]) -> None:
    assert tuple(sorted(it.stem for it in FIXTURES.iterdir())) == EARLIER
    for case in old_cases.values():
        assert [table for table, rows in case.before.rows.items() if not rows] == []
        assert case.before.faults == ()


@pytest.mark.parametrize("revision", EARLIER)
def test_a_database_of_every_earlier_revision_is_upgraded_with_its_rows_equal(
    revision: str, old_cases: dict[str, OldCase]
) -> None:
    case = old_cases[revision]
    assert case.before.revision == revision
    assert case.after.revision == NEWEST
    assert case.after.rows == case.before.rows
    path = case.copied("verified")
    open_database(path).close()
    assert rows_found(path) is not None  # in order by all that the program looks at itself


def _bytes_of(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        it.name: (hashlib.sha256(it.read_bytes()).hexdigest(), it.stat().st_mtime_ns)
        for it in folder.iterdir()
        if it.is_file()
    }


@pytest.mark.parametrize("revision", [*EARLIER, NEWEST])
def test_a_database_of_a_newer_program_is_refused_and_not_touched(
    revision: str, old_cases: dict[str, OldCase], copied: Callable[[str], Path]
) -> None:
    path = copied("newer") if revision == NEWEST else old_cases[revision].copied("newer")
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("UPDATE alembic_version SET version_num = '9999'")
        opened.commit()
    before = _bytes_of(path.parent)
    with pytest.raises(ClaimTrackerError, match="newer ClaimTracker"):
        open_database(path)
    assert _bytes_of(path.parent) == before


def test_the_rows_of_a_fixture_are_those_that_its_program_wrote(
    old_cases: dict[str, OldCase],
) -> None:
    """The next one is written by the same means."""
    for revision, case in old_cases.items():
        with closing(sqlite3.connect(case.path)) as opened:
            lines = "".join(f"{line}\n" for line in written_out(opened))
        assert lines == (FIXTURES / f"{revision}.sql").read_text(encoding="utf-8")
