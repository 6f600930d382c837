"""The list and the details know what became of a claim's condition."""

from datetime import date

from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.operations import list_claims
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.show_claim import show_claim
from claimtracker.reports.json_report import details
from tests.conftest import Enter

DAY = date(2025, 4, 20)


def test_a_row_tells_outcome_and_day_only_where_there_is_a_condition(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    plain, waiting, met = enter(), enter(condition="if asked"), enter(condition="if asked")
    ConditionChange(met, ConditionOutcome.MET, DAY, DAY).carry_out(session, by="Ada")
    rows = list_claims.rows(session, [plain, waiting, met], as_of)
    told = {key: (row.condition_outcome, row.condition_outcome_on) for key, row in rows.items()}
    assert told == {
        plain: (None, None),
        waiting: (ConditionOutcome.OPEN, None),
        met: (ConditionOutcome.MET, DAY),
    }


def test_the_details_tell_the_day_too(session: Session, enter: Enter, as_of: AsOf) -> None:
    claim_id = enter(condition="if asked")
    ConditionChange(claim_id, ConditionOutcome.FAILED, DAY, DAY).carry_out(session, by="Ada")
    found = show_claim(session, claim_id, as_of)
    assert found.condition_outcome_on == DAY
    told = details(found)
    assert (told["condition_outcome"], told["condition_outcome_on"]) == ("failed", DAY)
    assert any(change.action == "condition failed for 'Sign the deal'" for change in found.changes)
