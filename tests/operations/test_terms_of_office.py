"""A term of office that somebody entered wins over one that comes with the program."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.deadlines import Term
from claimtracker.operations.read_deadline import reader
from claimtracker.operations.terms_of_office import term_of, terms_of_office
from claimtracker.operations.what_would_change import what_would_change
from claimtracker.storage.tables import Claimant
from tests.conftest import Enter

SAID = date(2024, 9, 10)
TRUMP = "Donald Trump"
ENTERED = Term(date(2025, 1, 21), None, "President")


@pytest.fixture
def entered(session: Session) -> None:
    session.add(Claimant(name=TRUMP, role="President", term_began_on=ENTERED.began_on))
    session.add(Claimant(name="Jane Doe"))
    session.commit()


@pytest.mark.usefixtures("entered")
def test_what_is_entered_wins(session: Session) -> None:
    assert term_of(session, TRUMP, SAID) == ENTERED
    assert terms_of_office(session).of(TRUMP, SAID) == ENTERED
    assert terms_of_office(session).on(SAID)[TRUMP] == ENTERED


@pytest.mark.usefixtures("entered")
def test_who_has_no_term_has_none(session: Session) -> None:
    terms = terms_of_office(session)
    for name in ("Jane Doe", "", None):
        assert terms.of(name, SAID) is None
    assert "Jane Doe" not in terms.on(SAID)
    assert term_of(session, "Jane Doe", SAID) is None


def test_what_is_shipped_counts_where_nothing_is_entered(session: Session) -> None:
    session.add(Claimant(name=TRUMP))
    session.commit()
    term = terms_of_office(session).of(TRUMP, SAID)
    assert term is not None
    assert term.began_on == date(2025, 1, 20)
    assert term_of(session, TRUMP, SAID) == terms_of_office(session).on(SAID)[TRUMP] == term


def test_all_that_reads_a_claim_knows_the_same_term(session: Session, enter: Enter) -> None:
    """A claim read just now does not read otherwise a moment later."""
    enter(claimant=TRUMP, stated_on=SAID, deadline_wording="within his first 24 hours in office")
    assert what_would_change(session, reader(session).policy) == []
