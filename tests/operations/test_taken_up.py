"""A candidate that moves or repeats another one of its article is offered the claim it became."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.operations import undo as history
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.capture_claims import Taking, capture_claims
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.resembling_claims import Resembling, resembling
from claimtracker.operations.taken_up import article_so_far, earlier_of
from tests.operations.articles import candidate

JANUARY, APRIL = date(2025, 1, 20), date(2025, 4, 18)
FIRST = "Doe promised to open the port within 24 hours."
MOVED = "She moderated that claim on taking office, suggesting a date in May."
LATER = "The port opens by June, Doe said."
OTHER = "Doe said she will paint the hall next week."
TEXT = f"{FIRST} {MOVED}\n{OTHER}\n{LATER}\n"
ARTICLE = Article(TEXT, title="Port", published_on=APRIL)


def _found(sentence: str, wording: str = "", day: date | None = APRIL) -> Candidate:
    return candidate(sentence, wording, text=TEXT, stated_on=day)


PROMISED = _found(FIRST, "within 24 hours", None)
MODERATED = _found(MOVED, "in May", JANUARY)
PAINTED = _found(OTHER, "next week")
REPEATED = _found(LATER, "by June")
EVERY = (PROMISED, MODERATED, PAINTED, REPEATED)


def _take(session: Session, *found: Candidate) -> tuple[int, ...]:
    takings = [Taking(it, draft_of(it, ARTICLE)) for it in found]
    return capture_claims(session, ARTICLE, takings, by="Ada", candidates=EVERY).claim_ids


def _offered(session: Session, found: Candidate) -> list[Resembling]:
    return resembling(session, found, article_so_far(session, ARTICLE, EVERY))


def test_what_is_moved_is_offered_once_it_is_taken_and_no_longer_once_undone(
    session: Session,
) -> None:
    assert _offered(session, MODERATED) == []
    (claim_id,) = _take(session, PROMISED)
    (offered,) = _offered(session, MODERATED)
    assert (offered.claim_id, offered.is_other_deadline) == (claim_id, True)
    history.undo(session, by="Ada")
    assert _offered(session, MODERATED) == []


def test_a_claim_in_the_bin_is_not_offered(session: Session) -> None:
    bin_claims(session, list(_take(session, PROMISED)), by="Ada")
    assert _offered(session, MODERATED) == []


def test_the_same_deadline_is_said_again(session: Session) -> None:
    _take(session, replace(PROMISED, stated_on=JANUARY))
    known = replace(MODERATED, deadline=PROMISED.deadline)
    assert [it.is_other_deadline for it in _offered(session, known)] == [False]


def test_of_two_claims_in_one_sentence_the_one_that_is_meant_is_offered(session: Session) -> None:
    beside = replace(PROMISED, deadline=None)
    every = (PROMISED, beside, MODERATED)
    takings = [Taking(it, draft_of(it, ARTICLE)) for it in (beside, PROMISED)]
    _, promised = capture_claims(session, ARTICLE, takings, by="Ada", candidates=every).claim_ids
    offered = resembling(session, MODERATED, article_so_far(session, ARTICLE, every))
    assert [it.claim_id for it in offered] == [promised]


def test_the_last_one_before_is_what_that_claim_means() -> None:
    nearer = replace(PROMISED, start=PROMISED.start + 5)
    assert earlier_of(MODERATED, [PROMISED, nearer, REPEATED]) == [nearer]


def test_like_words_of_another_day_are_the_same_promise_wherever_they_stand() -> None:
    above, below = replace(PROMISED, stated_on=JANUARY), replace(REPEATED, stated_on=JANUARY)
    assert earlier_of(REPEATED, [above, PAINTED]) == [above]
    assert earlier_of(replace(PROMISED, stated_on=APRIL), [below, PAINTED]) == [below]
    assert earlier_of(above, [REPEATED]) == []


@pytest.mark.parametrize(
    "earlier",
    [
        replace(PROMISED, claimant="Ada Byron"),
        replace(PROMISED, claimant=""),
        replace(PROMISED, kind=Kind.NOT_TAKEN),
        replace(PROMISED, stated_on=date(2025, 1, 21)),
        replace(PROMISED, start=MODERATED.end + 1, end=MODERATED.end + 9),
        replace(PROMISED, start=MODERATED.start),
        replace(PROMISED, end=-2_000),
    ],
)
def test_another_claimant_or_what_comes_later_is_not_meant(earlier: Candidate) -> None:
    assert earlier_of(MODERATED, [earlier]) == []


@pytest.mark.parametrize(
    ("words", "is_meant"),
    [
        ("He named a new date: in May.", True),
        ("He repeated it: in May.", True),
        ("His earlier pledge gave way to one in May.", True),
        ("If there is no plan by that deadline, he will quit in May.", False),
        ("The date is in May.", False),
        ("He will sing in May.", False),
    ],
)
def test_only_words_that_mean_a_promise_lead_back_to_it(words: str, is_meant: bool) -> None:
    assert bool(earlier_of(replace(MODERATED, sentence=words), [PROMISED])) is is_meant


def test_what_names_no_deadline_moves_none() -> None:
    assert earlier_of(replace(MODERATED, deadline=None), [PROMISED]) == []
