"""A step taken as a person chose: only of what was asked, and nothing that came in between."""

from datetime import date
from functools import partial

import pytest
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError, UndoConflict
from claimtracker.operations.set_review import set_review
from claimtracker.operations.undo import redo, take_back, undo
from claimtracker.operations.undo_as_chosen import ALL_STAYS, Take, undo_as_chosen
from claimtracker.storage.tables import Claim
from tests.conftest import Dump, Enter

JUNE, JULY, AUGUST = date(2025, 6, 1), date(2025, 7, 1), date(2025, 8, 1)


@pytest.fixture
def take(session: Session, enter: Enter) -> Take:
    """Takes back the first of two review dates of claim 1."""
    claim_id = enter()
    set_review(session, [claim_id], JUNE, by="Ada")
    set_review(session, [claim_id], JULY, by="Bob")
    return partial(take_back, by="Ada")


def _asked(session: Session, take: Take) -> UndoConflict:
    with pytest.raises(UndoConflict) as refused:
        take(session, action_id=2, keeping=None)
    return refused.value


def _review_on(session: Session) -> date | None:
    session.rollback()
    session.expire_all()
    return session.get_one(Claim, 1).review_on


def test_what_is_not_kept_goes_back(session: Session, take: Take) -> None:
    asked = _asked(session, take)
    done = undo_as_chosen(session, take, asked, ())
    assert done is not None and done.id == 2
    assert _review_on(session) is None


def test_where_all_is_kept_that_is_said_and_nothing_written(session: Session, take: Take) -> None:
    asked = _asked(session, take)
    with pytest.raises(ClaimTrackerError, match=ALL_STAYS):
        undo_as_chosen(session, take, asked, [each.key for each in asked.collisions])
    assert _review_on(session) == JULY


def test_what_came_in_between_is_asked_about_anew(session: Session, take: Take) -> None:
    asked = _asked(session, take)
    set_review(session, [1], AUGUST, by="Bob")
    with pytest.raises(UndoConflict) as again:
        undo_as_chosen(session, take, asked, ())
    assert [each.present for each in again.value.collisions] == ["2025-08-01"]
    assert _review_on(session) == AUGUST


def test_where_nothing_collides_any_more_nothing_is_chosen(session: Session, take: Take) -> None:
    asked = _asked(session, take)
    undo(session, by="Bob")
    undo_as_chosen(session, take, asked, [each.key for each in asked.collisions])
    assert _review_on(session) is None


@pytest.mark.parametrize("step", [undo, redo])
def test_nothing_but_what_was_asked_about_is_undone_or_done_again(
    session: Session, enter: Enter, dump: Dump, step: Take
) -> None:
    claim_id = enter()
    set_review(session, [claim_id], JUNE, by="Ada")
    if step is redo:
        undo(session, by="Ada")
    claim = session.get_one(Claim, claim_id)
    claim.review_on = JULY  # as another program writes it, which no log knows of
    session.commit()
    with pytest.raises(UndoConflict) as refused:
        step(session, by="Ada")
    enter("Bob's claim")
    before = dump()
    keys = [each.key for each in refused.value.collisions]
    for keeping in ((), keys):
        assert undo_as_chosen(session, partial(step, by="Ada"), refused.value, keeping) is None
    assert dump() == before
