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


def test_words_of_an_earlier_term_are_counted_from_that_one(session: Session) -> None:
    row = Claimant(name="Jane Doe", term_began_on=date(2025, 1, 20))
    row.earlier_terms = "2017-01-20 – 2021-01-20"
    session.add(row)
    session.commit()
    for day, began_on in (
        (date(2017, 3, 1), date(2017, 1, 20)),
        (date(2023, 3, 1), date(2025, 1, 20)),
    ):
        term = term_of(session, "Jane Doe", day)
        assert term is not None and term.began_on == began_on
        assert terms_of_office(session).of("Jane Doe", day) == term


def test_after_the_last_term_it_is_the_last(session: Session) -> None:
    row = Claimant(name="Jane Doe", term_began_on=date(2021, 1, 20), term_ended_on=SAID)
    row.earlier_terms = "2017-01-20 – 2021-01-20"
    session.add(row)
    session.commit()
    term = term_of(session, "Jane Doe", date(2025, 1, 1))
    assert term is not None and term.began_on == date(2021, 1, 20)
