"""Whatever is pressed, clicked, dropped and resized: no crash, no word of Qt, no bug, level memory.

200 events with the tests, 100,000 by `make faults`; `CLAIMTRACKER_SEED` presses one seed again.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.faults import pressing
from tests.faults.conftest import Figure
from tests.faults.figures import IS_FULL, tries
from tests.faults.pressing import LOG, RESULT, Order
from tests.faults.window_process import run_window
from tests.faults.window_watch import AtRest

Copied = Callable[[str], Path]

SEEDS = tries(quick=1, full=20)
EVENTS = tries(quick=200, full=5_000)  # in each process
FIRST_SEED = int(os.environ.get("CLAIMTRACKER_SEED", "2025"))
CONTROL_EVENTS = 45
MOST_MEGABYTES = 20.0
"""More of memory for each 1,000 events, once all is loaded, would be a leak.

A page of rows, a picture or a statement that is kept costs far less; a window that is never taken
apart costs 10 MB or more, and one is closed after 1,000 events at most.
"""
_WARM = 0.4  # the part of the events after which everything has been loaded
_LAST_LINES = 3
_SHORT_PATIENCE_S = 3.0


@dataclass(frozen=True)
class Pressed:
    """What came of one order; `problems` says all that must not happen."""

    problems: list[str]
    events: int
    windows: int
    actions: int
    growth: float  # MB for each 1,000 events once warm


def _press(folder: Path, case: Path, seed: int, events: int, plant: str = "") -> Pressed:
    patience = _SHORT_PATIENCE_S if plant == "standstill" else Order.patience
    order = Order(str(case), seed, events, plant, patience)
    ended = run_window(folder, pressing.__name__, json.dumps(asdict(order)))
    if ended.status or not (folder / RESULT).exists():
        last = (folder / LOG).read_text(encoding="utf-8").splitlines()[-_LAST_LINES:]
        told = f"seed {seed} ended with {ended.status} after {last}: {ended.words}"
        return Pressed([told], 0, 0, 0, 0.0)
    told = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    rests = [AtRest(**rest) for rest in told["rests"]]
    growth = _growth(rests)
    problems = [f"seed {seed}, {problem}" for problem in told["problems"]]
    if told["lost"]:
        problems.append(f"seed {seed}: {told['lost']} acknowledged actions lost")
    if any(rest.widgets for rest in rests):
        problems.append(f"seed {seed}: widgets outlive their window: {rests}")
    if growth > MOST_MEGABYTES:
        problems.append(f"seed {seed}: {growth:.1f} MB more for each 1,000 events: {rests}")
    return Pressed(problems, told["events"], told["windows"], told["actions"], growth)


def _growth(rests: list[AtRest]) -> float:
    warm = [rest for rest in rests if rest.events >= _WARM * rests[-1].events]
    events = warm[-1].events - warm[0].events
    return 1_000 * (warm[-1].megabytes - warm[0].megabytes) / events if events else 0.0


def test_whatever_is_pressed_nothing_breaks(copied: Copied, tmp_path: Path, figure: Figure) -> None:
    told = []
    for seed in range(FIRST_SEED, FIRST_SEED + SEEDS):
        case = copied(f"case {seed}")
        told.append(_press(tmp_path / str(seed), case, seed, EVENTS))
        assert told[-1].problems == []
    events, windows = sum(each.events for each in told), sum(each.windows for each in told)
    figure(
        f"window: {events:,} events by {SEEDS} seeds in {windows} windows, crashes 0, words of Qt "
        f"0, bugs 0, of {sum(each.actions for each in told):,} actions lost 0; memory at most "
        f"{max(each.growth for each in told):.1f} MB more for each 1,000 events"
    )


def test_the_control_memory_that_grows_is_told_from_what_is_loaded_once() -> None:
    loaded = [AtRest(events, 0, 250.0) for events in (1_000, 2_000, 3_000, 4_000, 5_000)]
    assert _growth([AtRest(500, 0, 150.0), *loaded]) == 0
    leaking = [AtRest(rest.events, 0, 200 + rest.events / 40) for rest in loaded]
    assert _growth(leaking) > MOST_MEGABYTES


@pytest.mark.parametrize(
    ("plant", "noticed"),
    [
        ("crash", "Segmentation fault"),
        ("warning", "a warning that was planted"),
        ("bug", "a bug that was planted"),
        ("standstill", "Timeout"),
        ("leak", "widgets outlive"),
    ],
)
def test_the_control_what_is_planted_is_noticed(
    copied: Copied, tmp_path: Path, plant: str, noticed: str
) -> None:
    if not IS_FULL and plant != "warning":
        pytest.skip("in full only: each takes the start of a program")
    told = _press(tmp_path / plant, copied(plant), FIRST_SEED, CONTROL_EVENTS, plant)
    assert any(noticed in problem for problem in told.problems), told
