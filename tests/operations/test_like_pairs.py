"""Pairs of claims that look like one are found, but for those that are known to be two."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.operations import like_pairs
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.like_pairs import LikePair, best_first, look_for_pairs, standing
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.tell_apart import tell_apart
from claimtracker.operations.undo import undo
from tests.conftest import Dump, Enter

DEAL = "Sign the minerals deal with Ukraine"
ADA = {"claimant": "Ada Lovelace"}
SAID = date(2025, 4, 18)


def _look(session: Session) -> list[LikePair]:
    found: list[LikePair] = []

    def tell(_done: int, _total: int, pairs: list[LikePair]) -> None:
        found.extend(pairs)

    assert look_for_pairs(session, tell, lambda: False)
    session.rollback()
    return best_first(found, 100)


def _ids(pairs: list[LikePair]) -> list[tuple[int, int]]:
    return [(pair.claim_id, pair.other_id) for pair in pairs]


def test_the_earlier_said_comes_first_and_the_likest_pair(session: Session, enter: Enter) -> None:
    later = enter(DEAL, **ADA, stated_on="2025-04-20")
    earlier = enter(DEAL, **ADA, stated_on="2025-04-18")
    like = enter("Sign the minerals deal with all of Ukraine", claimant="Lovelace")
    enter("Build a wall", **ADA)
    found = _look(session)
    assert _ids(found)[0] == (earlier, later)
    assert {frozenset(pair) for pair in _ids(found)} == {
        frozenset(pair) for pair in ((earlier, later), (earlier, like), (later, like))
    }
    assert found[0].likeness == 100 > found[1].likeness


@pytest.mark.parametrize("claimant", ["Marco Rubio", "Byron Lovelace", ""])
def test_other_claimants_say_other_things(claimant: str, session: Session, enter: Enter) -> None:
    enter(DEAL, **ADA)
    enter(DEAL, claimant=claimant)
    assert _look(session) == []


def test_what_is_known_to_be_two_is_left_out(session: Session, enter: Enter) -> None:
    first = enter(DEAL, **ADA)
    second = move_deadline(session, first, "2025-05-30", SAID, by="Ada")
    third = move_deadline(session, second, "2025-06-30", SAID, by="Ada")
    assert _look(session) == []
    other = enter(DEAL, **ADA)
    for step in (first, second, third):
        assert {other, step} in [set(pair) for pair in _ids(_look(session))]
        tell_apart(session, other, step, by="Ada")
    assert _look(session) == []
    undo(session, by="Ada")
    assert len(_look(session)) == 1


def test_of_what_was_found_only_what_stands_is_still_offered(
    session: Session, enter: Enter
) -> None:
    one, two, three, four = (enter(DEAL, **ADA) for _each in range(4))
    pairs = [LikePair(90, one, two), LikePair(90, one, three), LikePair(90, three, four)]
    assert standing(session, pairs) == pairs
    tell_apart(session, two, one, by="Ada")
    restate_claim(session, four, three, by="Ada")
    assert standing(session, [*pairs, LikePair(80, one, 99)]) == [pairs[1]]
    bin_claims(session, [three], by="Ada")
    assert standing(session, pairs) == []
    for _each in range(3):
        undo(session, by="Ada")
    assert standing(session, pairs) == pairs


def test_the_look_tells_how_far_it_is_and_can_be_stopped(
    session: Session, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(like_pairs, "_STEP", 2)
    for _each in range(5):
        enter(DEAL, **ADA)
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int, _pairs: list[LikePair]) -> None:
        told.append((done, total))

    assert look_for_pairs(session, tell, lambda: False)
    assert told == [(2, 5), (4, 5), (5, 5)]
    assert not look_for_pairs(session, tell, lambda: len(told) > 3)
    assert len(told) == 4


def test_an_empty_database_is_looked_through_at_once(session: Session) -> None:
    assert _look(session) == []
    assert standing(session, []) == []


def test_a_frequent_word_does_not_hide_the_pair(
    session: Session, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(like_pairs, "_LATEST", 3)
    known = enter(DEAL, **ADA)
    for number in range(8):
        enter(f"Sign the treaty number {number} with the neighbours", **ADA)
    again = enter(DEAL, **ADA)
    assert (known, again) in _ids(_look(session))


def test_the_best_are_kept_once_each() -> None:
    pairs = [LikePair(80, 1, 2), LikePair(90, 3, 4), LikePair(80, 1, 2), LikePair(70, 5, 6)]
    assert best_first(pairs, 2) == [LikePair(90, 3, 4), LikePair(80, 1, 2)]


def test_telling_apart_twice_is_once(session: Session, enter: Enter, dump: Dump) -> None:
    one, other = enter(), enter()
    tell_apart(session, other, one, by="Ada")
    once = dump()
    pairs = [(row["claim_id"], row["other_claim_id"]) for row in once["told_apart"]]
    assert pairs == [(one, other)]
    tell_apart(session, one, other, by="Ada")
    assert dump() == once


def test_a_claim_is_not_told_apart_from_itself_or_from_none(session: Session, enter: Enter) -> None:
    claim_id = enter()
    with pytest.raises(ClaimTrackerError, match="itself"):
        tell_apart(session, claim_id, claim_id, by="Ada")
    with pytest.raises(NotFound):
        tell_apart(session, claim_id, 9, by="Ada")
