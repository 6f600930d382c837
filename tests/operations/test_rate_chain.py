"""One verdict for a whole chain: one action, one undo, nothing rated by half."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import AssessmentDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.rate_chain import rate_chain
from claimtracker.operations.undo import undo
from claimtracker.storage.tables import Assessment, AssessmentEvidence, Claim
from tests.conftest import Dump, Enter
from tests.storage.chains import FIRST, lay_chain

DAY = date(2025, 5, 1)


def broken(*evidence_ids: int) -> AssessmentDraft:
    return AssessmentDraft.of(
        verdict=Verdict.BROKEN, reason="No deal.", assessed_on=DAY, evidence_ids=evidence_ids
    )


def verdicts(session: Session) -> list[str]:
    return list(session.exec(select(Claim.verdict).order_by(Claim.id)))  # type: ignore[arg-type]  # a column


def link(session: Session, claim_id: int) -> int:
    draft = EvidenceDraft.of(title="No deal", relation=Relation.CONTRADICTS)
    return link_evidence(session, [claim_id], draft, by="Ada")


def test_every_step_is_rated_from_any_of_them(session: Session, enter: Enter) -> None:
    ids = lay_chain(session, 3)
    enter("Another")
    assert rate_chain(session, ids[1], broken(), by="Ada") == ids
    assert verdicts(session) == ["broken"] * 3 + ["not_yet_rated"]


def test_one_undo_takes_all_of_it_back(session: Session, dump: Dump) -> None:
    ids = lay_chain(session, 3)
    before = dump()
    rate_chain(session, ids[0], broken(), by="Ada")
    undone = undo(session, by="Ada")
    assert undone is not None
    assert undone.name == "verdict broken on 3 claims"
    assert dump() == before


def test_the_verdict_rests_on_evidence_where_that_is_linked(session: Session, dump: Dump) -> None:
    ids = lay_chain(session, 3)
    evidence_id = link(session, ids[1])
    before = dump()
    rate_chain(session, ids[1], broken(evidence_id), by="Ada")
    assert verdicts(session) == ["broken"] * 3
    (basis,) = session.exec(select(AssessmentEvidence)).all()
    rated = session.get(Assessment, basis.assessment_id)
    assert rated is not None
    assert rated.claim_id == ids[1]
    undo(session, by="Ada")
    assert dump() == before


def test_evidence_that_is_not_linked_to_the_claim_itself_gives_nothing(
    session: Session, dump: Dump
) -> None:
    ids = lay_chain(session, 2)
    evidence_id = link(session, ids[0])
    before = dump()
    with pytest.raises(ClaimTrackerError, match="no longer linked"):
        rate_chain(session, ids[1], broken(evidence_id), by="Ada")
    assert dump() == before


def test_a_step_in_the_bin_is_left_out(session: Session) -> None:
    ids = lay_chain(session, 3)
    bin_claims(session, [ids[2]], by="Ada")
    assert rate_chain(session, ids[0], broken(), by="Ada") == ids[:2]


def test_a_claim_without_a_chain_is_rated_alone(session: Session, enter: Enter) -> None:
    claim_id = enter("Sign")
    assert rate_chain(session, claim_id, broken(), by="Ada") == [claim_id]
    undone = undo(session, by="Ada")
    assert undone is not None
    assert undone.name == "verdict broken on 'Sign'"


def kept_late(on: date) -> AssessmentDraft:
    return AssessmentDraft.of(
        verdict=Verdict.KEPT_LATE, reason="Signed.", assessed_on=DAY, kept_on=on
    )


def test_the_day_is_held_against_the_deadline_of_each_step(session: Session, dump: Dump) -> None:
    ids = lay_chain(session, 3)
    before = dump()
    with pytest.raises(ClaimTrackerError, match=f"Claim {ids[2]} of the chain: That day is not"):
        rate_chain(session, ids[0], kept_late(FIRST + timedelta(2)), by="Ada")
    session.rollback()
    assert dump() == before
    rate_chain(session, ids[0], kept_late(FIRST + timedelta(3)), by="Ada")
    assert verdicts(session) == ["kept_late"] * 3
