"""Killed at any moment of any operation: what was acknowledged is there, and nothing half."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.faults.conftest import Figure
from tests.faults.figures import tries
from tests.faults.judging import Outcome, Told, losses, rows_found
from tests.faults.killing import Victim, needs_forks
from tests.faults.working import BEGIN, EVERYTHING, INTENT, READY, Order, work_and_send

pytestmark = needs_forks

KILLS = tries(12, 500)
CONTROLS = tries(4, 60)
_MOST_CONTROLS = 60  # by when harm must have been done, as about every third time
# Until what is told, and how many seconds at most after that.
_MOMENTS = ((BEGIN, 0.03), (INTENT, 0.004), (INTENT, 0.0))
# Changed pages go to the file at once, as where there is no room for them, and nothing is kept of
# what was there.
_NO_JOURNAL = {"journal_mode": "off", "cache_size": 10}

Copied = Callable[[str], Path]


def _orders(copied: Copied, count: int) -> Iterator[Order]:
    names = list(EVERYTHING)
    Random(count).shuffle(names)
    for number in range(count):
        path = copied(f"kill{number}")
        yield Order(path, number, names[number % len(names)])
        shutil.rmtree(path.parent)


def _kill(order: Order) -> Told:
    """Kill it after some operations: somewhere in one, or while one is committed."""
    chance = Random(f"{order.seed} {order.wanted}")
    kind, longest = _MOMENTS[order.seed % len(_MOMENTS)]
    victim = Victim(work_and_send, order)
    with suppress(EOFError):  # it ended by itself, which `kill` tells
        victim.until(READY)
        for _ in range(chance.randrange(1, 5)):
            victim.until(kind)
        victim.during(chance.uniform(0, longest))
    return victim.kill()


def test_a_kill_at_any_moment_loses_nothing_and_leaves_nothing_half(
    copied: Copied, figure: Figure
) -> None:
    outcomes: Counter[Outcome] = Counter()
    premature: Counter[Outcome] = Counter()
    interrupted = []
    for order in _orders(copied, KILLS):
        told = _kill(order)
        found = rows_found(order.path)
        outcomes[told.outcome(found)] += 1
        # A control: who acknowledges before the commit is made has promised too much.
        early = replace(told, acknowledged=[*told.acknowledged, told.newest], in_flight=None)
        premature[early.outcome(found)] += 1
        interrupted += [told.doing] if told.doing else []
    figure(
        f"kills: {KILLS}, of them {len(interrupted)} within {len(set(interrupted))} of "
        f"{len(EVERYTHING)} operations, {losses(outcomes)}; control, acknowledged before the "
        f"commit: lost {premature[Outcome.LOST]}"
    )
    assert outcomes == {Outcome.WHOLE: KILLS}
    assert premature[Outcome.LOST] > 0


def test_a_kill_without_a_journal_leaves_something_half(copied: Copied, figure: Figure) -> None:
    """A control: the harm is seen where there is any."""
    outcomes: Counter[Outcome] = Counter()
    for order in _orders(copied, _MOST_CONTROLS):
        told = _kill(replace(order, set_up=_NO_JOURNAL))
        outcomes[told.outcome(rows_found(order.path))] += 1
        if outcomes[Outcome.TORN] and outcomes.total() >= CONTROLS:
            break
    figure(f"kills, control without a journal: {outcomes.total()}, {losses(outcomes)}")
    assert outcomes[Outcome.TORN] > 0
