"""What leaves the bin for good: what goes with it, what stays, and that undo brings it back."""

from datetime import date
from itertools import pairwise

import pytest
from sqlmodel import Session, col, select

from claimtracker.claims.drafts import Bearing, DocumentDraft, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.operations import list_evidence
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.empty_bin import delete_for_good, empty_bin, what_goes
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.link_evidence import link_stored
from claimtracker.operations.many_claims import Stopped, Watch
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import next_steps, redo, undo
from claimtracker.operations.verify import verify
from claimtracker.storage.change_log import recorded
from claimtracker.storage.tables import Claim, Move, ToldApart
from tests.conftest import Dump, Enter, Rate

DAY = date(2025, 4, 1)


@pytest.fixture
def full(session: Session, enter: Enter, rate: Rate) -> int:
    """A claim in the bin with all that a claim can have; another one shares a document."""
    claim_id = enter("Sign", claimant="Rubio", tags=("a", "b"), source=SourceDraft.of(title="S"))
    other = enter("Talk")
    alone, shared = keep_evidence(
        session, [(DocumentDraft(title=title), None) for title in ("Alone", "Shared")], by="Ada"
    )
    bearing = Bearing(relation=Relation.FULFILS)
    link_stored(session, [claim_id], [alone, shared], bearing, by="Ada")
    link_stored(session, [other], [shared], bearing, by="Ada")
    rate(claim_id, Verdict.KEPT, evidence_ids=(alone,))
    move_deadline(session, claim_id, "by June", DAY, by="Ada")
    with recorded(session, "apart", "Ada"):
        session.add(ToldApart(claim_id=claim_id, other_claim_id=other))
    bin_claims(session, [claim_id], by="Ada")
    return claim_id


def _claims(session: Session) -> list[int]:
    session.rollback()
    return [each or 0 for each in session.exec(select(Claim.id).order_by(col(Claim.id))).all()]


def _moves(session: Session) -> list[tuple[int, int]]:
    return list(session.exec(select(Move.from_claim_id, Move.to_claim_id)).all())


def _undo_name(session: Session) -> str:
    step = next_steps(session).undo
    return step.name if step else ""


def test_what_would_go_is_counted_before(session: Session, full: int) -> None:
    going = what_goes(session)
    assert going.claim_ids == (full,)
    assert (going.occurrences, going.links, going.documents) == (1, 2, 1)
    assert (going.verdicts, going.moves, going.tags) == (1, 1, 2)
    assert what_goes(session, [full]) == going


def test_all_of_it_goes_and_comes_back_with_one_undo(
    session: Session, full: int, dump: Dump
) -> None:
    before = dump()
    assert empty_bin(session, by="Ada") == 1
    after = dump()
    assert full not in _claims(session) and len(_claims(session)) == 2
    assert (after["assessment"], after["move"], after["told_apart"]) == ([], [], [])
    assert len(after["evidence"]) == 2 and len(after["evidence_link"]) == 1
    undo(session, by="Ada")
    assert dump() == before
    redo(session, by="Ada")
    assert dump() == after


def test_documents_stay_in_the_inbox_or_with_other_claims(session: Session, full: int) -> None:
    assert list_evidence.inbox_count(session) == 0
    empty_bin(session, by="Ada")
    (row,) = list_evidence.rows(session, list_evidence.ids(session, in_inbox=True)).values()
    assert row.title == "Alone"


def test_the_log_still_holds_together(session: Session, full: int) -> None:
    empty_bin(session, by="Ada")
    assert verify(session).problems == ()
    undo(session, by="Ada")
    assert verify(session).problems == ()


def test_the_search_finds_what_came_back_and_not_what_went(session: Session, full: int) -> None:
    empty_bin(session, by="Ada")
    with pytest.raises(NotFound):
        show_claim(session, full, AsOf(DAY))
    undo(session, by="Ada")
    assert show_claim(session, full, AsOf(DAY)).report.claimant == "Rubio"


@pytest.mark.parametrize("binned", [(1,), (1, 2), (0,), (3,), (0, 3), (0, 1, 2, 3)])
def test_a_chain_closes_over_the_claims_that_go(
    session: Session, enter: Enter, dump: Dump, binned: tuple[int, ...]
) -> None:
    chain = [enter("Sign", deadline_wording="next week", stated_on=DAY)]
    for number in range(3):
        chain.append(move_deadline(session, chain[-1], f"by {2026 + number}", DAY, by="Ada"))
    bin_claims(session, [chain[at] for at in binned], by="Ada")
    before = dump()
    empty_bin(session, by="Ada")
    kept = [each for at, each in enumerate(chain) if at not in binned]
    assert sorted(_moves(session)) == list(pairwise(kept))
    undo(session, by="Ada")
    assert dump() == before


def test_a_circle_of_moves_ends(session: Session, enter: Enter) -> None:
    ids = [enter(name) for name in ("One", "Two", "Three")]
    with recorded(session, "circle", "Ada"):
        for start, end in zip(ids, [*ids[1:], ids[0]], strict=True):
            session.add(Move(from_claim_id=start, to_claim_id=end))
    bin_claims(session, ids[1:], by="Ada")
    empty_bin(session, by="Ada")
    assert (_claims(session), _moves(session)) == (ids[:1], [])


def test_what_restated_a_claim_that_goes_stays_in_the_bin_by_itself(
    session: Session, enter: Enter, dump: Dump
) -> None:
    goes, stays = enter("Sign"), enter("Sign again")
    bin_claims(session, [goes, stays], by="Ada")
    with recorded(session, "merge", "Ada"):
        session.get_one(Claim, stays).restates_id = goes
    before = dump()
    delete_for_good(session, [goes], by="Ada")
    assert [(row["id"], row["restates_id"]) for row in dump()["claim"]] == [(stays, None)]
    undo(session, by="Ada")
    assert dump() == before
    assert empty_bin(session, by="Ada") == 2


def test_only_what_lies_in_the_bin_goes(session: Session, enter: Enter, dump: Dump) -> None:
    binned, kept = enter("Sign"), enter("Talk")
    bin_claims(session, [binned], by="Ada")
    before = dump()
    for refused in (delete_for_good, empty_bin):
        with pytest.raises(ClaimTrackerError, match="“Talk” is not in the bin"):
            refused(session, claim_ids=[binned, kept], by="Ada")
        with pytest.raises(NotFound, match="99"):
            refused(session, claim_ids=[binned, 99], by="Ada")
    assert dump() == before


def test_the_undo_menu_names_what_went(session: Session, enter: Enter) -> None:
    ids = [enter("Sign"), enter("Talk"), enter("Meet")]
    bin_claims(session, ids, by="Ada")
    delete_for_good(session, ids[:1], by="Ada")
    names = [_undo_name(session)]
    empty_bin(session, by="Ada")
    names.append(_undo_name(session))
    assert names == ["delete for good 'Sign'", "empty the bin of 2 claims"]


def test_emptying_an_empty_bin_is_no_step(session: Session, enter: Enter) -> None:
    enter("Sign")
    assert empty_bin(session, by="Ada") == 0
    assert _undo_name(session) == "new claim 'Sign'"


def test_stopped_halfway_nothing_has_gone(session: Session, enter: Enter, dump: Dump) -> None:
    bin_claims(session, [enter("Sign")], by="Ada")
    before = dump()
    with pytest.raises(Stopped):
        empty_bin(session, by="Ada", watch=Watch(is_cancelled=lambda: True))
    assert dump() == before
