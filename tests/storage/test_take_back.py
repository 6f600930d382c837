"""An older action is taken back alone; what was written since is never overwritten unasked."""

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError, Collision, UndoConflict
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.undo import redo, take_back, undo
from claimtracker.operations.verify import verify
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Action, Claim
from tests.conftest import Dump, Enter


def _edit(session: Session, claim_id: int, **fields: object) -> int:
    version = find_claim(session, claim_id).version
    edit_claim(session, claim_id, ClaimDraft.of(**fields), version=version, by="Ada")
    return _last(session)


def _last(session: Session) -> int:
    return max(session.exec(select(Action.id)).all(), key=lambda found: found or 0) or 0


@pytest.fixture
def claim_id(enter: Enter) -> int:
    return enter("Sign", claimant="", stated_on=None, quote="")


def _texts(session: Session, claim_id: int) -> tuple[str, str]:
    claim = session.get_one(Claim, claim_id, populate_existing=True)
    return claim.summary, claim.notes


def test_an_older_action_goes_and_the_later_ones_stay(session: Session, claim_id: int) -> None:
    renamed = _edit(session, claim_id, summary="Sign it")
    _edit(session, claim_id, summary="Sign it", notes="Watch")
    taken = take_back(session, renamed, by="Bea")
    assert taken.name == "edit 'Sign it'"
    assert _texts(session, claim_id) == ("Sign", "Watch")
    step = session.get_one(Action, _last(session))
    assert (step.name, step.by, step.is_undoable) == ("take back: edit 'Sign it'", "Bea", True)


def test_taking_back_is_itself_undone_and_everything_under_it_in_order(
    session: Session, claim_id: int, dump: Dump
) -> None:
    before = dump()
    renamed = _edit(session, claim_id, summary="Sign it")
    _edit(session, claim_id, summary="Sign it", notes="Watch")
    standing = dump()
    take_back(session, renamed, by="Ada")
    taken = dump()
    undo(session, by="Ada")
    assert dump() == standing
    redo(session, by="Ada")
    assert dump() == taken
    for _ in range(3):
        undo(session, by="Ada")
    assert dump() == before
    assert verify(session).problems == ()


def test_a_field_written_since_is_told_with_both_texts(
    session: Session, claim_id: int, dump: Dump
) -> None:
    first = _edit(session, claim_id, summary="Sign it", notes="One")
    _edit(session, claim_id, summary="Sign it", notes="Two")
    before = dump()
    with pytest.raises(UndoConflict, match="1 field of it changed again") as refused:
        take_back(session, first, by="Ada")
    assert refused.value.action_id == first
    assert refused.value.collisions == (Collision("claim", claim_id, claim_id, "notes", "", "Two"),)
    assert dump() == before


@pytest.mark.parametrize(("is_kept", "notes"), [(True, "Two"), (False, "")])
def test_a_person_chooses_for_each_such_field(
    session: Session, claim_id: int, *, is_kept: bool, notes: str
) -> None:
    first = _edit(session, claim_id, summary="Sign it", notes="One")
    _edit(session, claim_id, summary="Sign it", notes="Two")
    keeping = {("claim", claim_id, "notes")} if is_kept else set()
    take_back(session, first, by="Ada", keeping=keeping)
    assert _texts(session, claim_id) == ("Sign", notes)
    undo(session, by="Ada")
    assert _texts(session, claim_id) == ("Sign it", "Two")


def test_what_was_taken_back_already_leaves_nothing_to_do(session: Session, claim_id: int) -> None:
    first = _edit(session, claim_id, summary="Sign it")
    take_back(session, first, by="Ada")
    with pytest.raises(ClaimTrackerError, match="taken back already"):
        take_back(session, first, by="Ada")


def test_what_was_undone_or_is_no_step_is_refused(session: Session, claim_id: int) -> None:
    first = _edit(session, claim_id, summary="Sign it")
    undo(session, by="Ada")
    for action_id in (first, _last(session), 999):
        with pytest.raises(ClaimTrackerError, match="nothing was taken back"):
            take_back(session, action_id, by="Ada")


def test_what_later_changes_build_on_stays(session: Session, dump: Dump) -> None:
    claim_id = add_claim(session, ClaimDraft.of(summary="Sign"), by="Ada")
    added = _last(session)
    draft = AssessmentDraft.of(verdict="stalled", reason="No talks.", assessed_on="2025-05-01")
    rate_claims(session, [claim_id], draft, by="Ada")
    before = dump()
    with pytest.raises(UndoConflict) as refused:
        take_back(session, added, by="Ada")
    assert refused.value.collisions == ()
    assert dump() == before


def test_a_claim_that_only_later_rows_refer_to_is_named_as_built_upon(
    session: Session, dump: Dump
) -> None:
    claim_id = add_claim(session, ClaimDraft.of(summary="Sign", claimant="Ada L."), by="Ada")
    added = _last(session)
    add_claim(session, ClaimDraft.of(summary="Talk", claimant="Ada L."), by="Ada")
    before = dump()
    with pytest.raises(UndoConflict, match="take those back first"):
        take_back(session, added, by="Ada")
    assert dump() == before
    assert find_claim(session, claim_id).summary == "Sign"
