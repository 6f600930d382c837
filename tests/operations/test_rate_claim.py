"""A verdict is dated, reasoned and added to the log; the newest counts."""

from datetime import date

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import AssessmentDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.undo import next_steps, undo
from claimtracker.storage.tables import Assessment, Claim
from tests.conftest import Dump, Enter, Rate


def test_the_newest_verdict_counts_and_the_older_stays(
    session: Session, enter: Enter, rate: Rate
) -> None:
    claim_id = enter()
    rate(claim_id, Verdict.BROKEN, "Not signed.")
    rate(claim_id, Verdict.KEPT_LATE, "Signed after all.", kept_on="2025-04-30")
    claim = session.get_one(Claim, claim_id)
    assert (claim.verdict, claim.kept_on) == ("kept_late", date(2025, 4, 30))
    log = session.exec(select(Assessment).order_by("id")).all()
    told = [(entry.verdict, entry.reason, entry.assessor) for entry in log]
    assert told == [("broken", "Not signed.", "Ada"), ("kept_late", "Signed after all.", "Ada")]


def test_a_verdict_can_be_taken_back_to_not_yet_rated(
    session: Session, enter: Enter, rate: Rate
) -> None:
    claim_id = enter()
    rate(claim_id, Verdict.KEPT, kept_on="2025-04-30")
    rate(claim_id, Verdict.NOT_YET_RATED, "The document was forged.")
    claim = session.get_one(Claim, claim_id)
    assert (claim.verdict, claim.kept_on) == ("not_yet_rated", None)


def test_several_claims_are_rated_in_one_action(session: Session, enter: Enter) -> None:
    ids = [enter(), enter()]
    draft = AssessmentDraft.of(verdict="stalled", reason="No talks.", assessed_on="2025-05-01")
    rate_claims(session, ids, draft, by="Ada")
    step = next_steps(session).undo
    assert step is not None
    assert step.name == "verdict stalled on 2 claims"
    undo(session, by="Ada")
    assert session.exec(select(Assessment)).all() == []
    assert set(session.exec(select(Claim.verdict)).all()) == {"not_yet_rated"}


def test_with_one_claim_missing_none_is_rated(session: Session, enter: Enter, dump: Dump) -> None:
    ids = [enter(), 99]
    before = dump()
    draft = AssessmentDraft.of(verdict="stalled", reason="No talks.", assessed_on="2025-05-01")
    with pytest.raises(NotFound, match="99"):
        rate_claims(session, ids, draft, by="Ada")
    assert dump() == before


def test_a_verdict_rests_on_linked_evidence_only(
    session: Session, enter: Enter, dump: Dump, today: date
) -> None:
    claim_id, other = enter(), enter("Another")
    draft = EvidenceDraft.of(relation="fulfils", title="Signed")
    evidence_id = link_evidence(session, [other], draft, by="Ada")
    before = dump()
    judged = AssessmentDraft.of(
        verdict="kept", reason="Seen.", assessed_on=today, evidence_ids=(evidence_id,)
    )
    with pytest.raises(ClaimTrackerError, match="no longer linked"):
        rate_claims(session, [claim_id], judged, by="Ada")
    assert dump() == before
