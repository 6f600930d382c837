"""Taking is one action of the database, and is taken back as one."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.state import AsOf
from claimtracker.gui.article_window import storing
from claimtracker.gui.article_window.candidate_groups import CandidateGroup
from claimtracker.gui.article_window.review import Step
from claimtracker.gui.article_window.storing import (
    CHANGED_SINCE,
    Order,
    Stored,
    Undone,
    store,
    take_back,
)
from claimtracker.operations import undo
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.capture_claims import Captured, capture_claims
from claimtracker.operations.known_articles import known_article
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter
from tests.gui.article_window.articles import (
    ARTICLE,
    EVERY,
    FEES_GROUP,
    HALL_GROUP,
    TRAM,
    TRAM_GROUP,
)

TODAY = date(2025, 5, 1)
KNOWN: dict[str, object] = {
    "summary": "Open the north line",
    "quote": TRAM,
    "claimant": "Ada Byron",
    "deadline_wording": "next week",
}


def _store(session: Session, *orders: Order) -> Stored:
    return store(session, ARTICLE, EVERY, orders, today=TODAY, by="Ada")


def test_what_is_said_twice_is_one_claim_with_two_occurrences(session: Session) -> None:
    (claim_id,) = _store(session, Order(TRAM_GROUP)).taken.values()
    details = show_claim(session, claim_id, AsOf(TODAY))
    assert len(details.report.occurrences) == 2
    assert details.report.source_title == ARTICLE.title


def test_several_orders_are_one_action_and_go_back_together(session: Session) -> None:
    stored = _store(session, Order(TRAM_GROUP), Order(FEES_GROUP))
    assert take_back(session, Step([], action_id=stored.action_id), by="Ada").refusal == ""
    known = known_article(session, ARTICLE)
    assert known is None or known.claims == ()


def test_what_was_stored_before_is_no_action_to_take_back(session: Session, enter: Enter) -> None:
    first = _store(session, Order(TRAM_GROUP))
    enter("Something else")
    again = _store(session, Order(TRAM_GROUP, may_resemble=True))
    assert (again.taken, again.action_id) == (first.taken, None)
    assert take_back(session, Step([TRAM_GROUP.key]), by="Ada").refusal == CHANGED_SINCE


def test_an_action_with_another_one_after_it_is_not_taken_back(
    session: Session, enter: Enter
) -> None:
    stored = _store(session, Order(TRAM_GROUP))
    enter("Something else")
    step = Step([TRAM_GROUP.key], action_id=stored.action_id)
    assert take_back(session, step, by="Ada") == Undone(step, CHANGED_SINCE)
    newest = undo.next_steps(session).undo
    assert newest is not None
    assert "Something else" in newest.name


def test_what_another_desktop_does_in_between_does_not_lend_its_id(
    session: Session, second_desktop: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_another(*told: Any, **named: Any) -> Captured:  # noqa: ANN401 - handed on as they are
        captured = capture_claims(*told, **named)
        add_claim(second_desktop, ClaimDraft.of(summary="Something else"), by="Bob")
        return captured

    monkeypatch.setattr(storing, "capture_claims", with_another)
    stored = _store(session, Order(TRAM_GROUP))
    newest = undo.next_steps(session).undo
    assert newest is not None and stored.action_id == newest.id - 1
    assert take_back(session, Step([], action_id=stored.action_id), by="Ada").refusal
    assert undo.undo(session, by="Bob") == newest
    assert not take_back(session, Step([], action_id=stored.action_id), by="Ada").refusal


def test_what_resembles_a_known_claim_unseen_is_held_back_and_the_rest_taken(
    session: Session, enter: Enter
) -> None:
    known = enter(**KNOWN)
    stored = _store(session, Order(TRAM_GROUP), Order(FEES_GROUP))
    assert list(stored.taken) == [FEES_GROUP.key]
    assert [like.claim_id for like in stored.held_back[TRAM_GROUP.key]] == [known]


def test_what_was_seen_to_resemble_is_taken_as_the_person_says(
    session: Session, enter: Enter
) -> None:
    known = enter(**KNOWN)
    again = _store(session, Order(TRAM_GROUP, said_again_of=known, may_resemble=True))
    assert list(again.taken.values()) == [known]
    new = _store(session, Order(HALL_GROUP, may_resemble=True))
    assert known not in new.taken.values()


def test_a_moved_deadline_is_a_claim_of_its_own_in_the_chain(
    session: Session, enter: Enter
) -> None:
    known = enter(summary="Open the line", claimant="Ada Byron", due_on=date(2025, 4, 1))
    order = Order(TRAM_GROUP, moves_deadline_of=known, may_resemble=True)
    (moved,) = _store(session, order).taken.values()
    assert [step.claim_id for step in show_claim(session, known, AsOf(TODAY)).moves] == [
        known,
        moved,
    ]


def test_edited_fields_are_stored_and_all_others_as_found(session: Session) -> None:
    order = Order(TRAM_GROUP, {"summary": "Open it", "claimant": "A. Byron"})
    (claim_id,) = _store(session, order).taken.values()
    stored = show_claim(session, claim_id, AsOf(TODAY)).report
    assert (stored.summary, stored.claimant) == ("Open it", "A. Byron")
    assert (stored.quote, stored.source_title) == (TRAM, ARTICLE.title)


def test_a_refusal_names_its_orders_and_stores_nothing(session: Session) -> None:
    order = Order(TRAM_GROUP, said_again_of=404, may_resemble=True)
    stored = _store(session, order)
    assert stored.refusal
    assert (stored.orders, stored.taken) == ((order,), {})
    assert known_article(session, ARTICLE) is None


def test_own_words_are_stored_with_their_place(session: Session) -> None:
    own = CandidateGroup(HALL_GROUP.candidate, is_own=True)
    _store(session, Order(own))
    known = known_article(session, ARTICLE)
    assert known is not None
    assert [(said.span_start, said.span_end) for said in known.claims] == [own.spans[0]]
