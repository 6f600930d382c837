"""What other conventions would change is said before anything is changed."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.state import Window
from claimtracker.deadlines import DEFAULT_POLICY, Policy, policy_from
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.what_would_change import (
    BATCH_ROWS,
    RereadingCancelled,
    what_would_change,
)
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Claimant
from tests.conftest import Dump, Enter

SAID = date(2025, 4, 18)
WIDER = policy_from({"vague: days": "3 days, latest 10 days"})


def _ids(session: Session, policy: Policy = WIDER) -> list[int]:
    return [found.id for found in what_would_change(session, policy)]


def _within_days(enter: Enter, **fields: object) -> int:
    return enter(**{"stated_on": SAID, "deadline_wording": "within days", **fields})


def test_both_readings_are_told_with_the_words(session: Session, enter: Enter) -> None:
    claim_id = _within_days(enter, summary="Walk away")
    (found,) = what_would_change(session, WIDER)
    assert (found.id, found.summary, found.wording) == (claim_id, "Walk away", "within days")
    assert found.was.window == Window(SAID, date(2025, 4, 20), date(2025, 4, 25))
    assert found.becomes.window == Window(SAID, date(2025, 4, 21), date(2025, 4, 28))
    assert found.was.rule == find_claim(session, claim_id).rule


def test_nothing_is_changed_by_asking(session: Session, enter: Enter, dump: Dump) -> None:
    _within_days(enter)
    before = dump()
    assert len(_ids(session)) == 1
    assert dump() == before


def test_what_reads_alike_is_not_told(session: Session, enter: Enter) -> None:
    _within_days(enter)
    enter(stated_on=SAID, deadline_wording="next week")
    enter(stated_on=SAID, deadline_wording="soon")
    enter(stated_on=SAID)
    assert _ids(session, DEFAULT_POLICY) == []
    assert _ids(session) == [1]


@pytest.mark.parametrize("name", ["opens_on", "due_on", "latest_on", "rule"])
def test_any_day_and_the_rule_make_a_difference(name: str, session: Session, enter: Enter) -> None:
    claim = find_claim(session, _within_days(enter))
    setattr(claim, name, "as the newsroom reads it" if name == "rule" else date(2025, 4, 19))
    session.commit()
    assert _ids(session, DEFAULT_POLICY) == [claim.id]


def test_days_set_by_hand_are_nobody_elses_to_read(session: Session, enter: Enter) -> None:
    _within_days(enter, due_on="2025-04-22")
    assert _ids(session) == []


def test_without_the_day_said_what_a_claim_brought_along_stays(
    session: Session, enter: Enter
) -> None:
    _within_days(enter, stated_on=None, latest_on="2025-05-01", rule="as the newsroom reads it")
    assert _ids(session) == []


def test_what_lies_in_the_bin_is_read_as_any_other(session: Session, enter: Enter) -> None:
    claim_id = _within_days(enter)
    before = _ids(session)
    bin_claims(session, [claim_id], by="Ada")
    assert _ids(session) == before == [claim_id]


def test_a_term_of_office_counts_as_it_does_in_the_form(session: Session, enter: Enter) -> None:
    session.add(Claimant(name="Donald Trump", term_began_on=date(2025, 1, 20)))
    session.commit()
    words = "within his first 24 hours in office"
    enter(claimant="Donald Trump", stated_on=date(2024, 9, 10), deadline_wording=words)
    enter(claimant="Somebody Else", stated_on=date(2024, 9, 10), deadline_wording=words)
    assert find_claim(session, 1).due_on == date(2025, 1, 21)
    assert _ids(session) == []


@pytest.fixture
def many(session: Session) -> int:
    """More claims than one batch holds, none of them read yet."""
    count = BATCH_ROWS + 1
    session.add_all(
        Claim(summary="Sign", stated_on=SAID, deadline_wording="within days") for _ in range(count)
    )
    session.commit()
    return count


def test_every_batch_is_read_and_progress_told(session: Session, many: int) -> None:
    told: list[tuple[int, int]] = []
    found = what_would_change(session, WIDER, on_progress=lambda *step: told.append(step))
    assert [it.id for it in found] == list(range(1, many + 1))
    assert told == [(0, many), (BATCH_ROWS, many), (many, many)]


def test_others_can_save_while_it_reads(
    session: Session, second_desktop: Session, many: int
) -> None:
    def save(_done: int, _total: int) -> None:
        find_claim(second_desktop, 1).notes += "."
        second_desktop.commit()

    assert len(what_would_change(session, WIDER, on_progress=save)) == many


def test_it_can_be_stopped(session: Session, many: int) -> None:
    steps: list[int] = []

    def stop() -> bool:
        return len(steps) == 1

    with pytest.raises(RereadingCancelled, match="nothing was changed"):
        what_would_change(
            session, WIDER, on_progress=lambda done, _: steps.append(done), is_cancelled=stop
        )
    assert steps == [0]


def test_an_empty_database_has_nothing_to_change(session: Session) -> None:
    assert _ids(session) == []
