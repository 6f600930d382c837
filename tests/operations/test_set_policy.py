"""Other conventions change no reading by themselves; re-reading is one change with them."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.deadlines import DEFAULT_POLICY, Policy, changed_texts, policy_from
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.read_deadline import SET_BY_HAND, read_deadline
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.undo import redo, undo
from claimtracker.operations.what_would_change import (
    BATCH_ROWS,
    RereadingCancelled,
    what_would_change,
)
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.conventions import kept_policy
from claimtracker.storage.tables import Action, Claim
from tests.conftest import Dump, Enter

SAID = date(2025, 4, 18)
USUAL, WIDE = date(2025, 4, 25), date(2025, 4, 28)
CHANGED = {"vague: days": "3 days, latest 10 days"}
WIDER = policy_from(CHANGED)


@pytest.fixture
def claim_id(enter: Enter) -> int:
    return enter(stated_on=SAID, deadline_wording="within days")


def _latest(session: Session, claim_id: int) -> date | None:
    session.expire_all()
    return find_claim(session, claim_id).latest_on


def _edit(session: Session, claim_id: int, **fields: object) -> None:
    told = {"summary": "Sign the deal", "stated_on": SAID, "deadline_wording": "within days"}
    draft = ClaimDraft.of(**{**told, **fields})
    version = find_claim(session, claim_id).version
    edit_claim(session, claim_id, draft, version=version, by="Bea")


def test_the_policy_alone_changes_no_stored_reading(session: Session, claim_id: int) -> None:
    assert set_policy(session, WIDER, by="Ada") == 0
    assert changed_texts(kept_policy(session)) == CHANGED
    assert _latest(session, claim_id) == USUAL


def test_what_is_entered_afterwards_is_read_by_it(session: Session, enter: Enter) -> None:
    set_policy(session, WIDER, by="Ada")
    assert read_deadline(session, "within days", SAID).latest_on == WIDE
    assert _latest(session, enter(stated_on=SAID, deadline_wording="within days")) == WIDE


def test_exactly_the_claims_named_are_read_anew(
    session: Session, claim_id: int, enter: Enter
) -> None:
    other = enter(stated_on=SAID, deadline_wording="within days")
    assert set_policy(session, WIDER, by="Ada", reread_ids=[claim_id]) == 1
    assert (_latest(session, claim_id), _latest(session, other)) == (WIDE, USUAL)


def test_one_undo_takes_back_policy_and_readings(
    session: Session, claim_id: int, dump: Dump
) -> None:
    before = dump()
    set_policy(session, WIDER, by="Ada", reread_ids=[claim_id])
    after = dump()
    for _ in range(2):
        undone = undo(session, by="Ada")
        assert undone is not None and "1 claim re-read" in undone.name
        assert dump() == before
        redo(session, by="Ada")
        assert dump() == after


def test_setting_what_is_set_leaves_no_step_of_undo(session: Session, claim_id: int) -> None:
    set_policy(session, WIDER, by="Ada", reread_ids=[claim_id])
    set_policy(session, WIDER, by="Ada", reread_ids=[claim_id])
    names = session.exec(select(Action.name).where(col(Action.is_undoable))).all()
    assert len(names) == 2  # the claim entered, the policy set


def test_back_to_the_default_leaves_nothing_stored(session: Session, claim_id: int) -> None:
    set_policy(session, WIDER, by="Ada", reread_ids=[claim_id])
    set_policy(session, Policy(), by="Ada", reread_ids=[claim_id])
    assert changed_texts(kept_policy(session)) == {}
    assert _latest(session, claim_id) == USUAL


def test_a_claim_edited_meanwhile_is_read_by_its_new_words(session: Session, claim_id: int) -> None:
    (found,) = what_would_change(session, WIDER)
    _edit(session, claim_id, deadline_wording="by 1 May 2025")
    assert set_policy(session, WIDER, by="Ada", reread_ids=[found.id]) == 0
    assert _latest(session, claim_id) == date(2025, 5, 1)


def test_a_claim_set_by_hand_meanwhile_is_not_touched(session: Session, claim_id: int) -> None:
    (found,) = what_would_change(session, WIDER)
    _edit(session, claim_id, latest_on="2025-04-23")
    assert set_policy(session, WIDER, by="Ada", reread_ids=[found.id]) == 0
    assert find_claim(session, claim_id).rule == SET_BY_HAND
    assert _latest(session, claim_id) == date(2025, 4, 23)


def test_a_claim_gone_meanwhile_is_left_out_and_one_in_the_bin_is_not(
    session: Session, claim_id: int
) -> None:
    bin_claims(session, [claim_id], by="Bea")
    assert set_policy(session, WIDER, by="Ada", reread_ids=[claim_id, 99]) == 1
    assert _latest(session, claim_id) != USUAL


def test_the_form_that_was_open_meanwhile_meets_the_new_version(
    session: Session, claim_id: int
) -> None:
    version = find_claim(session, claim_id).version
    set_policy(session, WIDER, by="Ada", reread_ids=[claim_id])
    session.expire_all()
    assert find_claim(session, claim_id).version > version


@pytest.fixture
def many(session: Session) -> list[int]:
    session.add_all(
        Claim(summary="Sign", stated_on=SAID, deadline_wording="within days")
        for _ in range(BATCH_ROWS + 1)
    )
    session.commit()
    return list(session.exec(select(Claim.id).order_by(col(Claim.id))).all())  # type: ignore[arg-type]  # stored rows have ids


def test_every_batch_is_read_anew_and_progress_told(session: Session, many: list[int]) -> None:
    told: list[tuple[int, int]] = []
    count = set_policy(
        session, WIDER, by="Ada", reread_ids=many, on_progress=lambda *step: told.append(step)
    )
    assert count == len(many)
    assert told == [(0, count), (BATCH_ROWS, count), (count, count)]
    assert what_would_change(session, WIDER) == []
    undo(session, by="Ada")
    assert _latest(session, many[-1]) is None


def test_stopped_on_the_way_nothing_is_changed(
    session: Session, many: list[int], dump: Dump
) -> None:
    before = dump()
    steps: list[int] = []
    with pytest.raises(RereadingCancelled, match="nothing was changed"):
        set_policy(
            session,
            WIDER,
            by="Ada",
            reread_ids=many,
            on_progress=lambda done, _: steps.append(done),
            is_cancelled=lambda: bool(steps),
        )
    assert dump() == before
    assert kept_policy(session) == DEFAULT_POLICY
