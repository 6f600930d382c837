"""The power fails at any moment: what was acknowledged is there, whatever the disk made of it."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.faults.conftest import Figure
from tests.faults.figures import tries
from tests.faults.judging import Outcome, Told, losses, rows_found
from tests.faults.recorded_calls import Call, Kind, recorded
from tests.faults.simulated_disk import Disk
from tests.faults.working import EVERYTHING

STATES = tries(60, 2_000)
CONTROLS = tries(30, 200)
OPERATIONS = tries(len(EVERYTHING), 5 * len(EVERYTHING))
CONTROL_OPERATIONS = tries(15, len(EVERYTHING))
_SEED = 11

Copied = Callable[[str], Path]


@dataclass(frozen=True)
class Run:
    """A process that worked: on which database, on which disk, and what it asked of that."""

    path: Path
    disk: Disk
    calls: list[Call]

    def power_cuts(self, count: int) -> Iterator[Outcome]:
        """Cut the power so often once it is at work, and judge each disk that is found."""
        chance, told = Random(_SEED), Told()
        is_ready = next(it for it, call in enumerate(self.calls) if call.kind is Kind.TELL)
        moments = Counter(chance.choices(range(is_ready, len(self.calls)), k=count))
        for number, call in enumerate(self.calls):
            if call.kind is Kind.TELL:
                told.note(*call.data.decode().rstrip("\n").split(" ", 1))
            else:
                self.disk.take(call)
            for _ in range(moments[number]):
                yield told.outcome(self._found(chance))

    def _found(self, chance: Random) -> str | None:
        place = self.path.parent.with_name("found")
        self.disk.cut_power(place, chance)
        try:
            return rows_found(place / self.path.name)
        finally:
            shutil.rmtree(place)


def _run(path: Path, count: int, *set_up: str) -> Run:
    disk = Disk(path.parent)
    return Run(path, disk, recorded(path, str(_SEED), str(count), *set_up))


def test_a_power_cut_at_any_moment_loses_nothing(copied: Copied, figure: Figure) -> None:
    run = _run(copied("worked"), OPERATIONS)
    outcomes = Counter(run.power_cuts(STATES))
    figure(
        f"power cuts: {STATES} disks found, from {len(run.calls)} calls of {OPERATIONS} "
        f"operations, {losses(outcomes)}"
    )
    assert outcomes == {Outcome.WHOLE: STATES}
    on_disk = {it: it.read_bytes() for it in run.path.parent.rglob("*") if it.is_file()}
    assert run.disk.contents() == on_disk  # a control: no call is missed


@pytest.mark.parametrize(
    ("setting", "name", "harms"),
    [
        ("synchronous=0", "off", {Outcome.LOST, Outcome.TORN}),
        # Why it is EXTRA here: at FULL the journal of a commit that is over may be there again.
        ("synchronous=2", "full", {Outcome.LOST}),
    ],
)
def test_a_power_cut_with_fewer_flushes_does_harm(
    setting: str, name: str, harms: set[Outcome], copied: Copied, figure: Figure
) -> None:
    """A control: a disk that keeps everything anyhow would prove nothing."""
    run = _run(copied("worked"), CONTROL_OPERATIONS, setting)
    outcomes = Counter(run.power_cuts(CONTROLS))
    figure(f"power cuts, control with synchronous {name}: {CONTROLS}, {losses(outcomes)}")
    assert {harm for harm in outcomes if harm is not Outcome.WHOLE} == harms
