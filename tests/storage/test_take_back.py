"""An older action is taken back alone; what was written since is never overwritten unasked."""

from datetime import date

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError, Collision, UndoConflict
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.follow_deadline import follow_deadline
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.separate_move import separate_move
from claimtracker.operations.set_review import set_review
from claimtracker.operations.undo import redo, take_back, undo
from claimtracker.operations.verify import verify
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.consistency import link_faults, verdict_faults
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


def _rate(session: Session, claim_id: int, verdict: str, reason: str) -> int:
    draft = AssessmentDraft.of(verdict=verdict, reason=reason, assessed_on="2025-05-01")
    rate_claims(session, [claim_id], draft, by="Ada")
    return _last(session)


def test_a_claim_keeps_the_verdict_of_the_newest_assessment_that_stands(
    session: Session, claim_id: int
) -> None:
    first = _rate(session, claim_id, "broken", "Not signed.")
    second = _rate(session, claim_id, "broken", "Not signed, and the talks ended.")
    take_back(session, first, by="Ada")
    assert session.get_one(Claim, claim_id).verdict == "broken"
    take_back(session, second, by="Ada")
    assert session.get_one(Claim, claim_id).verdict == "not_yet_rated"
    assert list(verdict_faults(session)) == []


def test_an_older_verdict_taken_back_leaves_the_newer_one_unasked(
    session: Session, claim_id: int
) -> None:
    first = _rate(session, claim_id, "stalled", "No talks.")
    _rate(session, claim_id, "broken", "Not signed.")
    take_back(session, first, by="Ada")
    assert session.get_one(Claim, claim_id).verdict == "broken"


def test_what_a_later_step_wrote_is_asked_about_even_where_it_is_the_same(
    session: Session, claim_id: int
) -> None:
    july, august = date(2025, 7, 1), date(2025, 8, 8)
    set_review(session, [claim_id], july, by="Ada")
    first = _last(session)
    set_review(session, [claim_id], august, by="Bea")
    set_review(session, [claim_id], july, by="Cy")
    with pytest.raises(UndoConflict, match="1 field") as refused:
        take_back(session, first, by="Ada")
    (collision,) = refused.value.collisions
    assert (collision.restored, collision.present) == (None, "2025-07-01")


def test_a_separation_is_not_taken_back_into_a_circle(session: Session, enter: Enter) -> None:
    one, other = enter("One"), enter("Other")
    follow_deadline(session, one, other, by="Ada")
    separate_move(session, other, by="Ada")
    separated = _last(session)
    follow_deadline(session, other, one, by="Ada")
    with pytest.raises(UndoConflict, match="go round in a circle"):
        take_back(session, separated, by="Ada")
    assert list(link_faults(session)) == []


def test_a_restatement_does_not_leave_the_bin_by_an_older_step(
    session: Session, enter: Enter
) -> None:
    one, other = enter("One"), enter("Other")
    bin_claims(session, [one], by="Ada")
    binned = _last(session)
    restate_claim(session, one, other, by="Ada")
    with pytest.raises(UndoConflict, match="is not in the bin"):
        take_back(session, binned, by="Ada", keeping=())
    assert list(link_faults(session)) == []
