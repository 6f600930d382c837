"""Saying the same thing again adds an occurrence, not a claim."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Dump, Enter


def _show(session: Session, claim_id: int) -> ClaimDetails:
    return show_claim(session, claim_id, AsOf(date(2025, 5, 1)))


def _link(session: Session, *ids: int) -> None:
    draft = EvidenceDraft.of(relation="progress", title="Talks")
    link_evidence(session, ids, draft, by="Ada")


def test_places_and_evidence_go_over_and_the_claim_to_the_bin(
    session: Session, enter: Enter
) -> None:
    original = enter(quote="within days", stated_on="2025-04-18")
    again = enter(quote="a matter of days", stated_on="2025-04-19")
    _link(session, again)
    restate_claim(session, again, original, by="Ada")
    found = _show(session, original).report
    assert [place.words for place in found.occurrences] == ["within days", "a matter of days"]
    assert found.evidence_count == 1
    left = _show(session, again)
    assert (left.is_binned, left.report.occurrences, left.report.evidence_count) == (True, (), 0)


def test_evidence_that_both_carry_is_not_linked_twice(session: Session, enter: Enter) -> None:
    original, again = enter(), enter()
    _link(session, original, again)
    restate_claim(session, again, original, by="Ada")
    assert _show(session, original).report.evidence_count == 1


def test_a_claim_cannot_restate_itself(session: Session, enter: Enter) -> None:
    claim_id = enter()
    with pytest.raises(ClaimTrackerError, match="itself"):
        restate_claim(session, claim_id, claim_id, by="Ada")
    assert not _show(session, claim_id).is_binned


@pytest.mark.parametrize(("claim_id", "of_claim_id"), [(1, 9), (9, 1)])
def test_with_one_claim_missing_nothing_changes(
    claim_id: int, of_claim_id: int, session: Session, enter: Enter, dump: Dump
) -> None:
    enter()
    before = dump()
    with pytest.raises(NotFound, match="9"):
        restate_claim(session, claim_id, of_claim_id, by="Ada")
    assert dump() == before
