"""A verdict is dated, reasoned and added to the log; the newest counts."""

from datetime import date

import pytest
from sqlmodel import Session, select

from claimtracker.claims.drafts import AssessmentDraft, EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.link_evidence import link_evidence, unlink_evidence
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.show_claim import show_claim
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


def test_a_verdict_keeps_the_name_of_evidence_that_was_unlinked_since(
    session: Session, enter: Enter, rate: Rate, as_of: AsOf
) -> None:
    claim_id = enter()
    draft = EvidenceDraft.of(relation="fulfils", title="Signed")
    evidence_id = link_evidence(session, [claim_id], draft, by="Ada")
    rate(claim_id, Verdict.KEPT, evidence_ids=(evidence_id,))
    link = show_claim(session, claim_id, as_of).report.evidence[0]
    unlink_evidence(session, link.id, by="Ada")
    (given,) = show_claim(session, claim_id, as_of).assessments
    assert (given.evidence_ids, given.evidence_titles) == ((evidence_id,), ("Signed",))


@pytest.mark.parametrize(
    ("verdict", "kept_on", "sentence"),
    [
        ("kept", "2025-05-02", "still to come"),
        ("kept_late", "2025-05-02", "still to come"),
        ("broken", "2025-04-30", "Only a promise that was kept"),
        ("not_yet_rated", "2025-04-30", "Only a promise that was kept"),
    ],
)
def test_a_day_on_which_it_cannot_have_been_kept_is_refused(
    verdict: str, kept_on: str, sentence: str
) -> None:
    with pytest.raises(ClaimTrackerError, match=sentence):
        AssessmentDraft.of(
            verdict=verdict, reason="Seen.", assessed_on="2025-05-01", kept_on=kept_on
        )


def test_it_may_have_been_kept_on_the_day_of_the_verdict() -> None:
    draft = AssessmentDraft.of(
        verdict="kept", reason="Seen.", assessed_on="2025-05-01", kept_on="2025-05-01"
    )
    assert draft.kept_on == draft.assessed_on
