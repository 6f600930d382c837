"""Recording a move: all that is told of the later words, or a stored claim, at the chain's end."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.move import NO_DATE, MoveDialog
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.show_claim import show_claim
from claimtracker.storage.moves import chain_ids
from tests.conftest import Enter
from tests.storage.chains import lay_chain

SAID = date(2025, 4, 17)
Open = Callable[[int], MoveDialog]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, settled: Callable[[], None]) -> Open:
    """The dialog over a window, with what it reads first."""
    window = QWidget()
    qtbot.addWidget(window)

    def opening(claim_id: int) -> MoveDialog:
        dialog = MoveDialog(desk, claim_id, window)
        dialog.open()
        settled()
        return dialog

    return opening


def submit(qtbot: QtBot, dialog: MoveDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.action_button.click()


def details(session: Session, claim_id: int, desk: Desk) -> ClaimDetails:
    found = show_claim(session, claim_id, desk.as_of)
    session.rollback()
    return found


def test_speaker_and_condition_are_those_of_the_earlier_claim(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter
) -> None:
    first = enter(claimant="Ann Lee", condition="unless it rains", stated_on=SAID)
    dialog = opened(first)
    assert dialog.later.claimant.text() == "Ann Lee"
    assert dialog.later.condition.text() == "unless it rains"
    dialog.wording.setText("in June")
    submit(qtbot, dialog)
    later = details(session, chain_ids(session, first)[1], desk).report
    assert (later.claimant, later.condition) == ("Ann Lee", "unless it rains")


def test_somebody_else_may_have_moved_it_with_words_and_a_source_of_his_own(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter
) -> None:
    first = enter(claimant="Ann Lee", condition="unless it rains", stated_on=SAID)
    dialog = opened(first)
    fields = dialog.later
    dialog.wording.setText("in June")
    fields.claimant.selectAll()
    fields.claimant.insert("Bo Ek")
    fields.condition.selectAll()
    fields.condition.insertPlainText("if it is dry")
    fields.quote.insertPlainText("In June, I am told.")
    fields.title.setText("Briefing")
    fields.url.setText("https://example.org/june")
    submit(qtbot, dialog)
    later = details(session, chain_ids(session, first)[1], desk).report
    assert (later.claimant, later.condition) == ("Bo Ek", "if it is dry")
    assert (later.quote, later.source_title) == ("In June, I am told.", "Briefing")
    assert later.source_url == "https://example.org/june"


def test_what_was_typed_before_the_claim_is_read_is_not_written_over(
    qtbot: QtBot, desk: Desk, enter: Enter, settled: Callable[[], None]
) -> None:
    dialog = MoveDialog(desk, enter(claimant="Ann Lee"))
    qtbot.addWidget(dialog)
    dialog.later.claimant.insert("Bo Ek")
    settled()
    assert dialog.later.claimant.text() == "Bo Ek"


def test_from_the_middle_of_a_chain_the_dialog_goes_on_to_its_end(
    qtbot: QtBot, opened: Open, session: Session, enter: Enter
) -> None:
    first = enter(claimant="Ann Lee", stated_on=SAID, deadline_wording="by 2025-04-30")
    later = move_deadline(session, first, "by 2025-05-10", SAID, by="Ada")
    dialog = opened(first)
    assert f"after the last one, “by 2025-05-10” (claim {later})" in dialog.until_now.text()
    dialog.wording.setText("by 2025-05-31")
    qtbot.waitUntil(lambda: "21 days later" in dialog.slip.text())
    assert "In all 31 days later." in dialog.slip.text()
    submit(qtbot, dialog)
    assert len(chain_ids(session, first)) == 3


def test_a_deadline_brought_forward_and_one_given_up_are_told_in_words(
    qtbot: QtBot, opened: Open, enter: Enter
) -> None:
    dialog = opened(enter(stated_on=SAID, deadline_wording="by 2025-05-31"))
    dialog.wording.setText("by 2025-05-21")
    qtbot.waitUntil(lambda: dialog.slip.text() == "Brought forward by 10 days.")
    dialog.wording.setText("no specific number of days")
    qtbot.waitUntil(lambda: dialog.slip.text() == "Withdrawn: no date any more.")


def test_words_said_before_those_that_they_move_are_questioned(
    qtbot: QtBot, opened: Open, enter: Enter
) -> None:
    dialog = opened(enter(stated_on=SAID, deadline_wording="by 2025-05-31"))
    dialog.stated_on.set_day(date(2025, 4, 16))
    dialog.wording.setText("by 2025-06-10")
    qtbot.waitUntil(lambda: "check the day" in dialog.slip.text())
    dialog.stated_on.set_day(SAID)
    qtbot.waitUntil(lambda: "check the day" not in dialog.slip.text())


def test_a_stored_claim_can_be_the_later_step(
    qtbot: QtBot, opened: Open, session: Session, enter: Enter, settled: Callable[[], None]
) -> None:
    first = enter("Sign", stated_on=SAID, deadline_wording="by 2025-05-31")
    later = enter("Sign after all", stated_on=SAID, deadline_wording="by 2025-06-10")
    dialog = opened(first)
    dialog.ways.setCurrentIndex(1)
    settled()
    assert dialog.stored.checked_id() == later
    assert dialog.slip.text() == "10 days later."
    submit(qtbot, dialog)
    assert chain_ids(session, first) == [first, later]


def test_a_stored_claim_that_cannot_follow_is_refused_in_a_sentence(
    qtbot: QtBot, opened: Open, session: Session, enter: Enter, settled: Callable[[], None]
) -> None:
    ids = lay_chain(session, 2)
    dialog = opened(enter("Sign"))
    dialog.ways.setCurrentIndex(1)
    dialog.stored.words.setText("Step 1")
    qtbot.waitUntil(lambda: dialog.stored.matches.entries.rowCount() == 1)
    settled()
    dialog.submit()
    qtbot.waitUntil(lambda: f"already follows claim {ids[0]}" in dialog.problem.text())
    assert dialog.isVisible()


def test_without_a_stored_claim_nothing_is_recorded(
    opened: Open, enter: Enter, settled: Callable[[], None]
) -> None:
    dialog = opened(enter())
    dialog.ways.setCurrentIndex(1)
    settled()
    assert dialog.stored.count.text() == "No match"
    dialog.submit()
    assert dialog.problem.text() == "Choose the claim that moved the deadline."


def test_where_somebody_moved_it_meanwhile_the_words_stay_and_go_to_the_new_end(
    qtbot: QtBot, opened: Open, session: Session, enter: Enter, settled: Callable[[], None]
) -> None:
    first = enter(stated_on=SAID, deadline_wording="next week")
    dialog = opened(first)
    later = move_deadline(session, first, "in May", date(2025, 4, 28), by="Bo")
    dialog.wording.setText("in June")
    dialog.submit()
    qtbot.waitUntil(lambda: f"already moved, by claim {later}" in dialog.problem.text())
    settled()
    assert dialog.wording.text() == "in June"
    submit(qtbot, dialog)
    assert chain_ids(session, first)[:2] == [first, later]
    assert len(chain_ids(session, first)) == 3


@pytest.mark.parametrize("is_taken", [True, False])
def test_words_without_a_date_are_offered_a_review_date(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, is_taken: bool
) -> None:
    first = enter(stated_on=SAID, deadline_wording="in May")
    dialog = opened(first)
    dialog.wording.setText("by 2025-06-10")
    qtbot.waitUntil(lambda: dialog.later.days is not None)
    assert not dialog.later.review.isVisible()
    dialog.wording.setText("no specific number of days")
    qtbot.waitUntil(dialog.later.review.isVisible)
    assert not dialog.later.review.isChecked(), "it is only offered"
    dialog.later.review.setChecked(is_taken)
    with qtbot.waitSignal(desk.changes.said) as said:
        submit(qtbot, dialog)
    assert said.args == [f"Moved deadline recorded{'' if is_taken else NO_DATE}"]
    later = details(session, chain_ids(session, first)[1], desk).report
    assert later.review_on == (date(2025, 5, 22) if is_taken else None)
