"""The bin loses nothing, and a review date is the only date an undated claim has."""

from datetime import date

import pytest
from sqlmodel import Session, select

from claimtracker.claims.errors import NotFound
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.set_review import set_review
from claimtracker.operations.undo import next_steps
from claimtracker.storage.tables import Claim
from tests.conftest import Dump, Enter

DAY = date(2025, 6, 1)


def _undo_name(session: Session) -> str:
    step = next_steps(session).undo
    assert step is not None
    return step.name


def _review_days(session: Session) -> list[date | None]:
    return [claim.review_on for claim in session.exec(select(Claim)).all()]


def test_what_was_binned_comes_back_as_it_was(session: Session, enter: Enter, dump: Dump) -> None:
    ids = [enter(), enter()]
    before = dump()
    bin_claims(session, ids, by="Ada")
    assert None not in session.exec(select(Claim.binned_at)).all()
    restore_claims(session, ids, by="Ada")
    assert dump() == before


def test_what_is_in_the_bin_already_keeps_its_moment(session: Session, enter: Enter) -> None:
    claim_id = enter()
    bin_claims(session, [claim_id], by="Ada")
    first = session.get_one(Claim, claim_id).binned_at
    bin_claims(session, [claim_id], by="Ada")
    assert session.get_one(Claim, claim_id).binned_at == first


def test_a_review_date_is_set_for_all_and_taken_away(session: Session, enter: Enter) -> None:
    ids = [enter(), enter()]
    set_review(session, ids, DAY, by="Ada")
    assert _review_days(session) == [DAY, DAY]
    set_review(session, ids[:1], None, by="Ada")
    assert _review_days(session) == [None, DAY]


def test_the_undo_menu_names_one_claim_and_counts_several(session: Session, enter: Enter) -> None:
    ids = [enter("Sign"), enter("Talk")]
    bin_claims(session, ids[:1], by="Ada")
    assert _undo_name(session) == "bin 'Sign'"
    restore_claims(session, ids, by="Ada")
    assert _undo_name(session) == "restore 2 claims"
    set_review(session, ids[1:], DAY, by="Ada")
    assert _undo_name(session) == "review date 2025-06-01 for 'Talk'"


def test_with_one_claim_missing_nothing_changes(session: Session, enter: Enter, dump: Dump) -> None:
    ids = [enter(), 99]
    before = dump()
    for refused in (bin_claims, restore_claims):
        with pytest.raises(NotFound, match="99"):
            refused(session, ids, by="Ada")
    with pytest.raises(NotFound, match="99"):
        set_review(session, ids, DAY, by="Ada")
    assert dump() == before
