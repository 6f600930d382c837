"""Everything about one claim, and the chain that its deadline moved along."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.errors import NotFound
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.storage.claim_details import claim_details
from claimtracker.storage.moves import chain_ids
from claimtracker.storage.report_rows import BATCH_ROWS, report_rows
from claimtracker.storage.tables import Claim, Move, Occurrence, Source
from tests.conftest import Enter, Rate

TODAY = AsOf(date(2025, 5, 1))
DAY = date(2025, 4, 18)


@pytest.mark.parametrize("claim_id", [0, -1, 2, 2**63, 10**30])
def test_an_id_that_no_claim_has_is_named(claim_id: int, session: Session, enter: Enter) -> None:
    enter()
    with pytest.raises(NotFound, match=rf"^There is no claim {claim_id}\.$"):
        claim_details(session, claim_id, TODAY)


def test_verdicts_and_changes_come_newest_first(session: Session, enter: Enter, rate: Rate) -> None:
    claim_id = enter()
    rate(claim_id, Verdict.STALLED, "No talks.")
    rate(claim_id, Verdict.KEPT, "Signed.")
    found = claim_details(session, claim_id, TODAY)
    assert [row.reason for row in found.assessments] == ["Signed.", "No talks."]
    assert found.report.verdict_reason == "Signed."
    assert [row.subject for row in found.changes][:3] == ["assessment", "claim", "assessment"]
    assert found.changes[1].before == {"verdict": "stalled"}
    assert found.changes[-1].action.startswith("new claim")


def test_the_earliest_place_is_the_first_appearance(session: Session, enter: Enter) -> None:
    claim_id = enter(stated_on=DAY, source={"title": "Later"})
    session.add(Source(title="Earlier", url="https://example.org"))
    session.flush()
    earlier = Occurrence(claim_id=claim_id, source_id=2, stated_on=date(2025, 4, 17))
    session.add_all([earlier, Occurrence(claim_id=claim_id, words="no day known")])
    report = claim_details(session, claim_id, TODAY).report
    assert (report.source_title, report.source_url) == ("Earlier", "https://example.org")
    assert [place.title for place in report.occurrences] == ["Earlier", "Later", ""]


def test_a_claim_that_was_never_moved_has_no_chain(session: Session, enter: Enter) -> None:
    claim_id = enter()
    assert claim_details(session, claim_id, TODAY).moves == ()
    assert chain_ids(session, claim_id) == [claim_id]


def test_the_whole_chain_is_seen_from_each_of_its_claims(session: Session, enter: Enter) -> None:
    chain = [enter(stated_on=DAY, deadline_wording="2025-04-20")]
    for wording in ("2025-04-25", "2025-05-30"):
        chain.append(move_deadline(session, chain[-1], wording, DAY, by="Ada"))
    for claim_id in chain:
        moves = claim_details(session, claim_id, TODAY).moves
        assert [move.claim_id for move in moves] == chain


def test_the_slip_is_counted_from_the_step_before(session: Session, enter: Enter) -> None:
    first = enter(due_on="2025-04-20", latest_on="2025-04-25")
    second = enter(due_on="2025-04-30", latest_on="2025-05-31")
    session.add(Move(from_claim_id=first, to_claim_id=second))
    start, later = claim_details(session, first, TODAY).moves
    assert (start.slip_days, start.slip_days_strict) == (None, None)
    assert (later.slip_days, later.slip_days_strict) == (36, 10)


def test_to_a_step_without_a_day_no_slip_is_known(session: Session, enter: Enter) -> None:
    first, second = enter(due_on="2025-04-20"), enter()
    session.add(Move(from_claim_id=first, to_claim_id=second))
    assert claim_details(session, second, TODAY).moves[1].slip_days is None
    (report,) = report_rows(session, [second], TODAY)
    assert (report.moved_from, report.moved_to, report.slip_days) == (first, None, None)


def test_a_circle_of_moves_ends(session: Session, enter: Enter) -> None:
    first, second = enter(), enter()
    session.add(Move(from_claim_id=first, to_claim_id=second))
    session.add(Move(from_claim_id=second, to_claim_id=first))
    assert set(chain_ids(session, first)) == {first, second}


def test_report_rows_keep_their_order_across_batches(session: Session) -> None:
    session.add_all(Claim(summary=str(number)) for number in range(BATCH_ROWS + 2))
    session.flush()
    wanted = [BATCH_ROWS + 2, 999_999, *range(1, BATCH_ROWS + 2)]
    found = [row.id for row in report_rows(session, wanted, TODAY)]
    assert found == [BATCH_ROWS + 2, *range(1, BATCH_ROWS + 2)]
