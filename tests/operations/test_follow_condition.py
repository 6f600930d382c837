"""A claim that gets a met condition by a merge is read anew where its days hang on it."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.undo import next_steps, undo
from claimtracker.storage.claim_details import find_claim
from tests.conftest import Dump, Enter
from tests.operations.test_set_policy import WIDER

SAID, MET, TODAY = date(2025, 1, 1), date(2025, 3, 1), date(2025, 6, 1)
HUNG = {"condition": "once there is peace", "deadline_wording": "within a week"}


@pytest.fixture
def met(session: Session, enter: Enter) -> int:
    """A claim whose week counts from the first of March."""
    claim_id = enter("Sign", stated_on=SAID, **HUNG)
    change = ConditionChange(claim_id, ConditionOutcome.MET, MET, TODAY)
    change.carry_out(session, by="Ada", reread_ids=[claim_id])
    return claim_id


def _latest(session: Session, claim_id: int) -> date | None:
    session.expire_all()
    return find_claim(session, claim_id).latest_on


def test_the_claim_that_stays_counts_from_the_day_that_came_in(
    session: Session, enter: Enter, met: int, dump: Dump
) -> None:
    stays = enter("Sign it", stated_on=SAID, **HUNG)
    before = dump()
    restate_claim(session, met, stays, by="Ada")
    assert _latest(session, stays) == date(2025, 3, 8)
    step = next_steps(session).undo
    assert step is not None and step.name == "'Sign' restates 'Sign it', 1 claim re-read"
    undo(session, by="Ada")
    assert dump() == before


@pytest.mark.parametrize(
    "fields",
    [
        {**HUNG, "due_on": TODAY},
        {**HUNG, "deadline_wording": "by 1 May 2025"},
        {**HUNG, "condition": "unless there is war"},
        {"deadline_wording": "", "condition": HUNG["condition"]},
    ],
    ids=["by hand", "a date", "another condition", "no words"],
)
def test_days_that_do_not_hang_on_it_stay(
    session: Session, enter: Enter, met: int, fields: dict[str, object]
) -> None:
    stays = enter("Sign it", stated_on=SAID, **fields)
    latest = _latest(session, stays)
    restate_claim(session, met, stays, by="Ada")
    assert _latest(session, stays) == latest


def test_a_reading_that_was_kept_under_other_conventions_is_kept(
    session: Session, enter: Enter
) -> None:
    stays = enter("Sign it", stated_on=SAID, condition="once", deadline_wording="within days")
    latest = _latest(session, stays)
    set_policy(session, WIDER, by="Ada")
    other = enter("Sign", condition="once")
    ConditionChange(other, ConditionOutcome.FAILED, None, TODAY).carry_out(session, by="Ada")
    restate_claim(session, other, stays, by="Ada")
    assert _latest(session, stays) == latest
