"""Something is wrong with the place of an open database: nothing is lost, and later it goes on."""

import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from itertools import cycle, product
from pathlib import Path
from random import Random

import pytest

from claimtracker.operations.verify import verify
from claimtracker.storage import engine
from claimtracker.storage.engine import Database, open_database
from claimtracker.storage.open_file import KeptFile
from tests.faults.conftest import Figure
from tests.faults.figures import IS_FULL
from tests.faults.troubled import Harm, Result, harmed
from tests.faults.troubles import TROUBLES, needs_posix
from tests.faults.working import EVERYTHING

pytestmark = needs_posix

QUICK = len(TROUBLES)
CONTROLS = 3
AT_ONE = 2  # open database; after more there may be nothing left to do it to
Opened = Callable[[], AbstractContextManager[Database]]
HARMS = [  # whether the program has a connection open by turns
    Harm(name, trouble, is_at_commit, is_connected=(number + is_at_commit) % 2 == 0)
    for number, (name, trouble) in enumerate(TROUBLES.items())
    for is_at_commit in (False, True)
]


@pytest.fixture
def opened(case: Path, impatient: None) -> Iterator[Opened]:
    """Open copies of the case, in folders that are not closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)

        @contextmanager
        def opening() -> Iterator[Database]:
            place = Path(folder) / "case"
            shutil.copytree(case.parent, place)
            with closing(open_database(place / case.name)) as database:
                yield database
            shutil.rmtree(place)

        yield opening


def _pairs() -> Iterator[tuple[str, Harm]]:
    """Every operation in every trouble; or some, every trouble among them."""
    if IS_FULL:
        for number, (name, harm) in enumerate(product(EVERYTHING, HARMS)):
            is_connected = harm.is_connected != bool(number // len(HARMS) % 2)
            yield name, replace(harm, is_connected=is_connected)
        return
    chance = Random(7)
    names, others = list(EVERYTHING), list(TROUBLES)
    chance.shuffle(names)
    for name, other, _ in zip(names, cycle(others), range(QUICK), strict=False):
        yield name, chance.choice([harm for harm in HARMS if harm.name == other])


def _told(outcomes: "Counter[Result]") -> str:
    return ", ".join(f"{result} {outcomes[result]}" for result in Result)


def _outcomes(
    database: Database, pairs: Sequence[tuple[str, Harm]]
) -> tuple["Counter[Result]", list[str]]:
    outcomes: Counter[Result] = Counter()
    wrong = []
    for name, harm in pairs:
        what = f"{name}, {harm.name}, at its commit: {harm.is_at_commit}"
        found = harmed(database, name, harm, Random(what))
        outcomes[found] += 1
        if found not in (Result.REFUSED, Result.DONE):
            wrong.append(f"{what}: {found}")
    return outcomes, wrong


def test_in_any_trouble_nothing_is_lost_and_the_open_database_goes_on_after_it(
    opened: Opened, figure: Figure
) -> None:
    pairs, outcomes = list(_pairs()), Counter[Result]()
    for first in range(0, len(pairs), AT_ONE):
        with opened() as database:
            found, wrong = _outcomes(database, pairs[first : first + AT_ONE])
            outcomes += found
            assert wrong == []
            with database.session() as session:
                assert verify(session).problems == ()
    names = {name for name, _ in pairs}
    figure(
        f"troubles: {len(pairs)}, in {len(TROUBLES)} kinds, of {len(names)} of {len(EVERYTHING)} "
        f"operations, {_told(outcomes)}"
    )
    assert outcomes[Result.REFUSED] > outcomes[Result.DONE]  # else there was hardly any trouble


def _harm(name: str, *, is_at_commit: bool, is_connected: bool) -> Harm:
    return Harm(name, TROUBLES[name], is_at_commit, is_connected)


@pytest.mark.parametrize(
    ("lacking", "harm", "harms"),
    [
        ("look at the file", _harm("file deleted", is_at_commit=True, is_connected=True), "LOST"),
        (
            "sentences",
            _harm("no byte can be written", is_at_commit=False, is_connected=True),
            "FOREIGN",
        ),
        (
            "new connections",
            _harm("folder read-only", is_at_commit=False, is_connected=False),
            "STUCK",
        ),
    ],
)
def test_without_the_safeguards_the_troubles_do_harm(
    lacking: str,
    harm: Harm,
    harms: str,
    opened: Opened,
    figure: Figure,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A control: the troubles are real, and each safeguard is needed."""
    if lacking == "look at the file":
        monkeypatch.setattr(KeptFile, "commit", sqlite3.Connection.commit)
    elif lacking == "sentences":
        monkeypatch.setattr(engine, "refusal", lambda *_: None)
    else:
        monkeypatch.setattr(KeptFile, "is_outdated", lambda _: False)
    count = 1 if harms == "STUCK" else CONTROLS  # from then on nothing is done any more
    names = ("add_claim", "edit_claim", "tag_claims")[:count]
    with opened() as database:
        outcomes, _ = _outcomes(database, [(name, harm) for name in names])
    figure(f"troubles, control without {lacking}: {len(names)}, {_told(outcomes)}")
    assert outcomes == {Result[harms]: len(names)}
