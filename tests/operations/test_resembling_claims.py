"""A claim already stored is offered where a candidate says it again."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.resembling_claims import MOST_RESEMBLING, resembling
from claimtracker.storage import near_claims
from tests.conftest import Enter
from tests.operations.articles import BANNED, SIGNED, candidate

SIGN = {"summary": "Sign the port deal", "claimant": "Jane Doe", "stated_on": "2025-04-01"}


def test_the_same_claimant_in_like_words_is_found(session: Session, enter: Enter) -> None:
    known = enter(**SIGN, deadline_wording="by May")
    enter("Paint the town hall", claimant="Jane Doe")
    (found,) = resembling(session, SIGNED)
    assert (found.claim_id, found.claimant) == (known, "Jane Doe")
    assert (found.deadline_wording, found.stated_on) == ("by May", date(2025, 4, 1))
    assert 0.8 < found.similarity <= 1


def test_the_quote_counts_as_well_as_the_summary(session: Session, enter: Enter) -> None:
    quote = "We will sign the port deal soon."
    known = enter("Agree with the harbour", claimant="Jane Doe", quote=quote)
    assert [it.claim_id for it in resembling(session, SIGNED)] == [known]


@pytest.mark.parametrize(
    ("claimant", "is_same"),
    [
        ("Jane Doe", True),
        ("Doe", True),
        ("JANE  DOE", True),
        ("Jane M. Doe", True),
        ("John Doe", False),
        ("Jane Doe Roe", False),
        ("Jane Roe", False),
        ("", False),
    ],
)
def test_a_name_is_the_same_with_its_surname_and_no_other_given_name(
    claimant: str, is_same: bool, session: Session, enter: Enter
) -> None:
    enter(**SIGN | {"claimant": claimant})
    assert bool(resembling(session, SIGNED)) is is_same


@pytest.mark.parametrize("claimant", ["", " ", "…", '"', "Doe* OR"])
def test_a_claimant_that_is_no_name_resembles_nobody(
    claimant: str, session: Session, enter: Enter
) -> None:
    enter(**SIGN)
    assert resembling(session, replace(SIGNED, claimant=claimant)) == []


@pytest.mark.parametrize("sentence", ["", "a b", '"* NEAR( AND ^', "no such word at all 😀"])
def test_a_sentence_of_odd_words_resembles_nothing(
    sentence: str, session: Session, enter: Enter
) -> None:
    enter(**SIGN)
    assert resembling(session, replace(SIGNED, sentence=sentence)) == []


@pytest.mark.parametrize(
    ("stored", "is_other"),
    [
        ({"deadline_wording": "next week", "stated_on": "2025-04-18"}, False),
        ({"deadline_wording": "in the week from 21 April", "due_on": "2025-04-27"}, False),
        ({"deadline_wording": "next week", "stated_on": "2025-04-01"}, True),
        ({"deadline_wording": "by May", "stated_on": "2025-04-18"}, True),
        ({"deadline_wording": "soon"}, True),
        ({}, True),
    ],
)
def test_other_days_or_other_words_are_another_deadline(
    stored: dict[str, object], is_other: bool, session: Session, enter: Enter
) -> None:
    enter(**SIGN | {"stated_on": None} | stored)
    (found,) = resembling(session, SIGNED)
    assert found.is_other_deadline is is_other


def test_a_candidate_without_a_deadline_moves_none(session: Session, enter: Enter) -> None:
    enter("Ban the trawlers", claimant="Jane Doe", deadline_wording="by May")
    (found,) = resembling(session, BANNED)
    assert not found.is_other_deadline


def test_a_claim_moved_already_names_what_follows(session: Session, enter: Enter) -> None:
    first = enter(**SIGN)
    later = move_deadline(session, first, "by May", date(2025, 4, 2), by="Ada")
    moved_to = {it.claim_id: it.moved_to for it in resembling(session, SIGNED)}
    assert moved_to == {first: later, later: None}


@pytest.mark.parametrize("quote", [SIGNED.sentence, "We will sign the port deal next week"])
@pytest.mark.parametrize(("wording", "is_offered"), [("next week", True), ("by May", False)])
def test_another_claim_of_the_same_sentence_is_not_offered(
    wording: str, is_offered: bool, quote: str, session: Session, enter: Enter
) -> None:
    enter(**SIGN, quote=quote, deadline_wording=wording)
    assert bool(resembling(session, SIGNED)) is is_offered


def test_the_bin_is_left_out(session: Session, enter: Enter) -> None:
    bin_claims(session, [enter(**SIGN)], by="Ada")
    assert resembling(session, SIGNED) == []


def test_the_most_similar_come_first_and_few(session: Session, enter: Enter) -> None:
    for number in range(MOST_RESEMBLING):
        enter(f"Sign the port deal and paint ship {number}", claimant="Jane Doe")
    best = enter(**SIGN)
    found = resembling(session, SIGNED)
    assert len(found) == MOST_RESEMBLING
    assert found[0].claim_id == best
    degrees = [it.similarity for it in found]
    assert degrees == sorted(degrees, reverse=True)


def test_among_many_claims_of_frequent_words_the_old_one_is_found(
    session: Session, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each word alone stops at the newest claims; together they lead to the oldest."""
    monkeypatch.setattr(near_claims, "NEAR_ROWS", 5)
    known = enter(**SIGN)
    for number in range(10):
        enter(f"Sign the treaty {number}", claimant="Jane Doe")
        enter(f"Sell the port {number}", claimant="Jane Doe")
        enter(f"Refuse the deal {number}", claimant="Jane Doe")
    said = candidate("port deal", text="We sign the port deal")
    assert resembling(session, replace(said, sentence="Sign the port deal"))[0].claim_id == known
