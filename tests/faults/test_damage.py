"""Damaged databases: nothing crashes, the file is kept, what can be read is kept apart."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from claimtracker.operations.import_claims import import_claims
from claimtracker.operations.salvage_database import salvage_database
from claimtracker.storage.backups import make_backup
from claimtracker.storage.engine import open_database
from tests.faults.asked_outside import asked_outside
from tests.faults.conftest import Figure
from tests.faults.damage_found import (
    HARMS,
    Found,
    Order,
    ask_without_checks,
    claims_read,
    damage_and_look,
    read_plainly,
)
from tests.faults.damaging import PAGE, Kind
from tests.faults.figures import tries
from tests.faults.killing import context, needs_forks
from tests.faults.reading import READINGS

pytestmark = needs_forks

DAMAGED = tries(8, 2_400)
CONTROLS = tries(2, 40)
CLAIMS = 24
PATIENCE = 120  # seconds for one database, on a busy machine

Child = Callable[..., None]
Told = tuple[int, Found | None, str]


@pytest.fixture(scope="session")
def large_case(case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case with claims on many pages, some of them long, and a backup of all that."""
    folder = tmp_path_factory.mktemp("damage") / "case"
    path = Path(shutil.copytree(case.parent, folder)) / case.name
    table = folder / "claims.csv"
    lines = (f"Deliver {number},{'word ' * (number % 12 * 100)}" for number in range(CLAIMS))
    table.write_text("summary,notes\n" + "\n".join(lines), encoding="utf-8")
    database = open_database(path)
    with database.session() as session:
        import_claims(session, table, by="Ada")
    database.close()
    make_backup(path, datetime(2025, 5, 1, tzinfo=UTC))
    return path


def _told(child: Child, order: Order) -> Iterator[Told]:
    """Let processes go through these; one that dies is followed by another, past what killed it."""
    forks, left = context(), order.numbers
    while left:
        hears, teller = forks.Pipe(duplex=False)
        process = forks.Process(target=child, args=(Order(order.case, order.folder, left), teller))
        process.start()
        teller.close()
        at = left.start
        try:
            while True:
                if not hears.poll(PATIENCE):
                    process.kill()
                    yield at, Found.HUNG, f"number {at}"
                    break
                at, found, what = hears.recv()
                if found is not None:
                    yield at, found, what
        except EOFError:
            process.join()
            if process.exitcode == 0:
                return
            yield at, Found.CRASHED, f"number {at}: {process.exitcode}"
        left = range(at + 1, left.stop)


def test_no_damage_crashes_the_program_and_what_can_be_read_is_salvaged(
    large_case: Path, tmp_path: Path, figure: Figure
) -> None:
    told = list(_told(damage_and_look, Order(large_case, tmp_path, range(DAMAGED))))
    count = Counter(found for _, found, _ in told)
    figure(
        f"damage: {DAMAGED} databases of {len(Kind)} kinds, refused {count[Found.REFUSED]}, told "
        f"of in a sentence {count[Found.TOLD]}, read without one {count[Found.FINE]}; salvaged "
        f"{count[Found.SALVAGED]}, nothing left to salvage {count[Found.EMPTY]}; "
        + ", ".join(f"{harm} {count[harm]}" for harm in HARMS)
    )
    harms = [(number, found, what) for number, found, what in told if found in HARMS]
    assert not harms, harms[:3]
    assert count[Found.REFUSED] + count[Found.TOLD] + count[Found.FINE] == DAMAGED
    assert count[Found.SALVAGED] + count[Found.EMPTY] == DAMAGED


def test_read_without_the_checks_wrong_values_raise_what_nobody_is_to_see(
    large_case: Path, tmp_path: Path, figure: Figure
) -> None:
    """A control: the damage that is done does matter."""
    told = list(_told(ask_without_checks, Order(large_case, tmp_path, range(CONTROLS))))
    figure(f"damage, control without the checks: {CONTROLS} databases, foreign {len(told)}")
    assert len(told) > CONTROLS // 4


def test_one_select_loses_claims_that_the_salvage_keeps(
    large_case: Path, tmp_path: Path, figure: Figure
) -> None:
    """A control: what is held against the salvage is more than SQLite gives by itself."""
    kept = plain = there = 0
    for number in range(CONTROLS):
        path = Path(shutil.copytree(large_case.parent, tmp_path / str(number))) / large_case.name
        there += len(claims_read(path))
        held = bytearray(path.read_bytes())
        first = Random(number).randrange(len(held) // PAGE // 2) * PAGE
        held[first : first + len(held) // 4] = bytes(len(held) // 4)
        path.write_bytes(held)
        plain += len(read_plainly(path))
        kept += len(claims_read(salvage_database(path, by="Ada").path))
    figure(
        f"damage, control of one SELECT: {CONTROLS} databases with a quarter zeroed, of {there} "
        f"claims read {plain}, salvaged {kept}"
    )
    assert plain < kept


def test_everything_that_is_asked_of_a_database_is_asked_of_damaged_ones() -> None:
    assert set(READINGS) == asked_outside()
