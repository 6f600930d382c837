"""Two processes read, change and save the same claim: no save is lost without a word."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import EditConflict
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.verify import verify
from claimtracker.storage.engine import Database, open_database
from tests.faults.conftest import Figure
from tests.faults.counting import (
    COUNTED,
    MEETING,
    SUMMARY,
    count_blindly,
    count_up,
    form,
    one_more,
    save,
)
from tests.faults.figures import tries
from tests.faults.killing import Victim, context, needs_forks

pytestmark = needs_forks

TIMES = tries(40, 1_000)
Count = Callable[..., None]


@pytest.fixture
def patient(database_path: Path) -> Iterator[Database]:
    """The case as the program opens it: it waits its turn."""
    database = open_database(database_path)
    yield database
    database.close()


@pytest.fixture
def claim_id(patient: Database) -> int:
    with patient.session() as session:
        return add_claim(session, ClaimDraft.of(summary=SUMMARY, notes="0"), by="Ada")


def _counted(path: Path, claim_id: int, count: Count, *, processes: int = 2) -> int:
    """Let processes count side by side; return how many conflicts they had."""
    both = context().Barrier(processes)
    found = [Victim(count, path, claim_id, TIMES, both) for _ in range(processes)]
    conflicts = [int(each.until(COUNTED)) for each in found]
    assert [each.end() for each in found] == [0] * processes
    return sum(conflicts)


def test_no_save_of_two_processes_is_lost(patient: Database, claim_id: int, figure: Figure) -> None:
    conflicts = _counted(patient.path, claim_id, count_up)
    draft, _ = form(patient, claim_id)
    lost = 2 * TIMES - int(draft.notes)
    figure(f"two processes: 2 x {TIMES} saves, lost {lost}, conflicts told and solved {conflicts}")
    assert lost == 0
    assert conflicts >= TIMES // MEETING  # else they never met, and nothing was tried
    with patient.session() as session:
        found = verify(session)
    assert found.ok, found.problems
    assert found.actions == 1 + 2 * TIMES


def test_saves_that_look_at_no_version_are_lost(
    patient: Database, claim_id: int, figure: Figure
) -> None:
    """A control: the two do get in each other's way."""
    _counted(patient.path, claim_id, count_blindly)
    lost = 2 * TIMES - int(form(patient, claim_id)[0].notes)
    figure(f"two processes, control without a version: 2 x {TIMES} saves, lost {lost}")
    assert lost >= TIMES // MEETING


def test_a_form_that_is_stale_never_overwrites_what_another_process_saved(
    patient: Database, claim_id: int
) -> None:
    shown, version = form(patient, claim_id)
    _counted(patient.path, claim_id, count_up, processes=1)
    with pytest.raises(EditConflict) as conflict:
        save(patient, claim_id, one_more(shown), version)
    assert conflict.value.differing["notes"] == (str(TIMES), "1")
    assert form(patient, claim_id)[0].notes == str(TIMES)
