"""What the window and the terminal read: ids, rows, counts, whole reports, names in use."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.errors import NotFound
from claimtracker.claims.listing import Listing
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import State
from claimtracker.operations import list_claims
from claimtracker.operations.show_claim import Names, names, show_claim
from tests.conftest import Enter

TODAY = AsOf(date(2025, 5, 1))


def test_ids_rows_counts_and_reports_speak_of_the_same_claims(
    session: Session, enter: Enter
) -> None:
    enter("war")
    claim_id = enter("deal", due_on="2025-04-01")
    listing = Listing(TODAY, parse("deal"))
    assert list(list_claims.ids(session, listing)) == [claim_id]
    row = list_claims.rows(session, [claim_id], TODAY)[claim_id]
    (report,) = list_claims.report(session, listing)
    assert (row.state, row.days_over) == (report.state, report.days_over) == (State.PASSED, 30)
    assert list_claims.report_of(session, [claim_id], TODAY) == [report]
    assert list_claims.counts(session, TODAY).by_state[State.PASSED] == 1


def test_names_in_use_stand_in_the_order_of_the_alphabet(session: Session, enter: Enter) -> None:
    assert names(session) == Names((), ())
    enter(claimant="Rubio", tags=("b", "a"))
    enter(claimant="Putin")
    assert names(session) == Names(("Putin", "Rubio"), ("a", "b"))


def test_a_claim_that_is_not_there_is_named(session: Session) -> None:
    with pytest.raises(NotFound, match="no claim 7"):
        show_claim(session, 7, TODAY)
