"""Candidates are taken, dropped and taken back by single keys; the database follows."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.gui.article_window import deciding, storing
from claimtracker.gui.article_window.review import Standing
from claimtracker.gui.article_window.window import ArticleWindow
from claimtracker.gui.desk import Desk
from claimtracker.operations.undo import undo
from tests.conftest import Enter
from tests.gui.article_window.articles import (
    DEPOT_GROUP,
    FEES_GROUP,
    HALL_GROUP,
    OPENED,
    TRAM,
    TRAM_GROUP,
)
from tests.gui.article_window.conftest import Open, Press, Stored, said, standings
from tests.gui.finding import child

KNOWN: dict[str, object] = {
    "summary": "Open the north line",
    "quote": TRAM,
    "claimant": "Ada Byron",
    "deadline_wording": "next week",
    "stated_on": date(2025, 4, 7),
}


def test_nothing_is_stored_before_a_person_takes_it(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    press("J", "J", "X", "K")
    assert stored() == []


def test_a_takes_the_current_candidate_and_goes_on(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    press("A")
    (claim,) = stored()
    assert (claim.quote, claim.claimant, claim.stated_on) == (
        TRAM,
        "Ada Byron",
        TRAM_GROUP.candidate.stated_on,
    )
    assert claim.latest_on == date(2025, 4, 27)
    assert window.body.current == FEES_GROUP
    assert standings(window) == ["taken", "open", "open", "open"]
    assert said(window) == "1 claim taken. U takes it back."


def test_u_while_a_taking_is_refused_leaves_the_step_before_it(
    window: ArticleWindow, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Session, *, orders: list[storing.Order], **_told: object) -> storing.Stored:
        return storing.Stored(orders, refusal="Somebody else is writing.")

    window.deciding.drop()
    monkeypatch.setattr(deciding, "store", refuse)
    window.deciding.take()
    window.deciding.undo()
    settled()
    assert standings(window) == ["dropped", "open", "open", "open"]


def test_x_drops_and_u_brings_back(window: ArticleWindow, press: Press, stored: Stored) -> None:
    press("X")
    assert window.body.current == FEES_GROUP
    assert standings(window) == ["dropped", "open", "open", "open"]
    press("U")
    assert window.body.current == TRAM_GROUP
    assert standings(window) == ["open"] * 4
    assert stored() == []


def test_u_takes_what_was_taken_out_of_the_database_again(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    press("A", "U")
    assert stored() == []
    assert standings(window) == ["open"] * 4
    press("U")
    assert said(window) == "Nothing was taken or dropped in this window yet."


def test_keys_typed_faster_than_the_database_are_undone_in_their_order(
    window: ArticleWindow, stored: Stored, settled: Callable[[], None]
) -> None:
    for name in ("take", "drop", "undo", "undo"):
        window.actions_by_name[name].trigger()
    settled()
    assert standings(window) == ["open"] * 4
    assert stored() == []
    assert not window.messages.isVisible()


def test_u_undoes_nothing_that_was_done_elsewhere_since(
    window: ArticleWindow, press: Press, stored: Stored, enter: Enter
) -> None:
    press("A")
    enter("Something else")
    press("U")
    assert "Something else was done since" in window.messages.sentence
    assert len(stored()) == 2


def test_what_the_main_window_takes_back_is_undecided_here(
    window: ArticleWindow,
    press: Press,
    session: Session,
    desk: Desk,
    settled: Callable[[], None],
) -> None:
    press("A")
    undo(session, by="Ada")
    desk.changes.changed.emit()
    settled()
    assert standings(window) == ["open"] * 4


def test_take_all_takes_every_undecided_candidate_by_two_keys(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    press("J", "X", "Ctrl+A", "A")
    assert [claim.quote for claim in stored()] == [TRAM, HALL_GROUP.candidate.sentence]
    assert standings(window) == ["taken", "dropped", "taken", "open"]
    press("U")
    assert stored() == []


def test_what_is_not_taken_can_be_taken_by_the_same_key(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    window.body.list.go_to(DEPOT_GROUP.key)
    press("A")
    assert [claim.quote for claim in stored()] == [DEPOT_GROUP.candidate.sentence]


def test_a_taken_candidate_is_not_taken_twice(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    press("A", "K", "A")
    assert len(stored()) == 1
    assert not window.actions_by_name["take"].isEnabled()


def test_the_list_of_the_main_window_hears_of_it(
    window: ArticleWindow, press: Press, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.changes.changed):
        press("A")


def test_letters_in_the_title_are_letters(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    window.head.title.setFocus()
    window.head.title.selectAll()
    press("A", "X", "U")
    assert window.head.title.text().lower() == "axu"
    assert stored() == []


@pytest.mark.parametrize("part", ["article_text", "candidate_list"])
def test_letters_decide_wherever_one_reads(
    window: ArticleWindow, press: Press, stored: Stored, part: str
) -> None:
    child(window, QWidget, part).setFocus()
    press("J", "A")
    assert [claim.quote for claim in stored()] == [FEES_GROUP.candidate.sentence]


def test_a_known_claim_that_it_resembles_is_named_and_nothing_is_done_by_itself(
    open_window: Open, enter: Enter, stored: Stored, qtbot: QtBot
) -> None:
    known = enter(**KNOWN)
    window = open_window(OPENED)
    qtbot.waitUntil(window.body.resemblance.isVisible)
    assert (
        f"Resembles claim {known}: Open the north line" in window.body.resemblance.sentence.text()
    )
    assert window.actions_by_name["take"].text() == "New claim"
    assert len(stored()) == 1


def test_s_adds_an_occurrence_to_the_known_claim(
    open_window: Open, enter: Enter, press: Press, stored: Stored, qtbot: QtBot
) -> None:
    enter(**KNOWN)
    window = open_window(OPENED)
    qtbot.waitUntil(window.body.resemblance.isVisible)
    press("S")
    (claim,) = stored()
    assert len(claim.occurrences) == 3  # the known place, and both of this article
    assert standings(window)[0] == "taken"


def test_m_adds_a_claim_to_the_chain_of_the_known_one(
    open_window: Open, enter: Enter, press: Press, stored: Stored, qtbot: QtBot
) -> None:
    known = enter(**KNOWN)
    window = open_window(OPENED)
    qtbot.waitUntil(window.body.resemblance.isVisible)
    press("M")
    assert [claim.moved_from for claim in stored()] == [None, known]


def test_s_and_m_are_not_offered_where_nothing_is_alike(window: ArticleWindow) -> None:
    shown = [window.actions_by_name[name].isVisible() for name in ("said_again", "deadline_moved")]
    assert shown == [False, False]
    assert not window.body.resemblance.isVisible()


def test_taking_all_leaves_what_resembles_a_known_claim_to_the_person(
    open_window: Open, enter: Enter, press: Press, stored: Stored
) -> None:
    enter(**KNOWN)
    window = open_window(OPENED)
    press("Ctrl+A", "A")
    assert "resemble" in window.messages.sentence
    assert window.review.standing(TRAM_GROUP) is Standing.OPEN
    assert FEES_GROUP.candidate.sentence in [claim.quote for claim in stored()]
