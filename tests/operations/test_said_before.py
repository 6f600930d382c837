"""What is being entered is compared with the claims of the same claimant."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.likeness import LEAST_ALIKE, Said, likeness
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.said_before import MOST_OFFERED, said_before
from tests.conftest import Enter

DEAL = "Sign the minerals deal with Ukraine"


def _found(session: Session, summary: str, quote: str = "", claimant: str = "") -> list[int]:
    found = [it.claim_id for it in said_before(session, summary, quote, claimant)]
    session.rollback()
    return found


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        (DEAL, DEAL.upper(), True),
        (DEAL, "Sign a minerals deal with Ukraine.", True),
        (DEAL, "With Ukraine, the minerals deal: sign it", True),
        ("End the war within 24 hours", "End the war in 24 hours", True),
        (DEAL, "Cut the tax on minerals from the sea", False),
        (DEAL, "Build a wall", False),
        (DEAL, "", False),
        ("", "", False),
    ],
)
def test_like_is_what_shares_most_of_its_words(one: str, other: str, is_alike: bool) -> None:
    alike = likeness(Said.of(one, ""), Said.of(other, ""), LEAST_ALIKE)
    assert bool(alike) is is_alike
    assert alike == likeness(Said.of(other, ""), Said.of(one, ""), LEAST_ALIKE)
    assert 0 <= alike <= 100


def test_the_same_claimant_in_like_words_is_found(session: Session, enter: Enter) -> None:
    known = enter(DEAL, claimant="Donald Trump", stated_on="2025-04-17")
    enter("Build a wall", claimant="Donald Trump")
    enter(DEAL, claimant="Marco Rubio")
    (found,) = said_before(session, "Sign minerals deal with Ukraine", "", "Trump")
    assert (found.claim_id, found.summary, found.stated_on) == (known, DEAL, date(2025, 4, 17))


def test_the_quote_alone_is_enough(session: Session, enter: Enter) -> None:
    known = enter("A deal", quote="We will sign it on Thursday, I guess", claimant="Ada L.")
    assert _found(session, "", "we will sign it on thursday I guess!", "Ada L.") == [known]


def test_without_a_name_only_nearly_the_same_words_are_offered(
    session: Session, enter: Enter
) -> None:
    known = enter(DEAL, claimant="Donald Trump")
    enter("Sign some other deal with Ukraine", claimant="Donald Trump")
    assert _found(session, DEAL) == [known]
    assert _found(session, "Sign deal Ukraine soon") == []


def test_few_are_offered_the_likest_first(session: Session, enter: Enter) -> None:
    for number in range(MOST_OFFERED):
        enter(f"{DEAL} and country {number}", claimant="Ada L.")
    best = enter(DEAL, claimant="Ada L.")
    found = _found(session, DEAL, claimant="Ada L.")
    assert (len(found), found[0]) == (MOST_OFFERED, best)


def test_the_bin_and_what_restates_a_claim_are_left_out(session: Session, enter: Enter) -> None:
    original, again, binned = (enter(DEAL, claimant="Ada L.") for _each in range(3))
    restate_claim(session, again, original, by="Ada")
    bin_claims(session, [binned], by="Ada")
    assert _found(session, DEAL, claimant="Ada L.") == [original]


def test_a_claim_does_not_look_like_itself(session: Session, enter: Enter) -> None:
    known = enter(DEAL, claimant="Ada L.")
    assert said_before(session, DEAL, "", "Ada L.", without=[known]) == []


@pytest.mark.parametrize("text", ["", " ", "…", '"* NEAR( AND ^', "\0", "é🕊", "a b"])
def test_odd_texts_look_like_nothing(text: str, session: Session, enter: Enter) -> None:
    enter(DEAL, claimant="Ada L.")
    assert _found(session, text, text, text) == []
