"""A verdict on one step or on the whole chain: the person chooses, and one undo takes it back."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session, select

from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.verdict import VerdictDialog
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.undo import undo
from claimtracker.storage.tables import Claim
from tests.conftest import Enter
from tests.storage.chains import lay_chain

Open = Callable[[list[int]], VerdictDialog]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, settled: Callable[[], None]) -> Open:
    """The dialog with what it reads first, all but the choice filled in."""
    window = QWidget()
    qtbot.addWidget(window)

    def opening(claim_ids: list[int]) -> VerdictDialog:
        dialog = VerdictDialog(desk, claim_ids, window)
        dialog.open()
        settled()
        dialog.verdicts.choose(Verdict.BROKEN)
        dialog.reason.setPlainText("No deal.")
        return dialog

    return opening


def submit(qtbot: QtBot, dialog: VerdictDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.action_button.click()


def rated(session: Session) -> list[int | None]:
    found = session.exec(select(Claim).where(Claim.verdict == "broken")).all()
    ids = [claim.id for claim in found]
    session.rollback()
    return ids


def test_a_claim_without_a_chain_has_no_such_choice(opened: Open, enter: Enter) -> None:
    assert not opened([enter()]).chain.isVisible()


def test_several_claims_are_rated_as_they_are_selected(
    qtbot: QtBot, opened: Open, session: Session
) -> None:
    ids = lay_chain(session, 3)
    dialog = opened(ids[:2])
    assert not dialog.chain.isVisible()
    submit(qtbot, dialog)
    assert rated(session) == ids[:2]


def test_one_step_is_rated_unless_a_person_chooses_all(
    qtbot: QtBot, opened: Open, session: Session
) -> None:
    ids = lay_chain(session, 3)
    dialog = opened([ids[1]])
    assert dialog.chain.isVisible()
    assert dialog.chain.one.isChecked()
    submit(qtbot, dialog)
    assert rated(session) == [ids[1]]


def test_the_whole_chain_is_rated_and_taken_back_in_one_go(
    qtbot: QtBot, opened: Open, session: Session, desk: Desk
) -> None:
    ids = lay_chain(session, 3)
    dialog = opened([ids[1]])
    assert dialog.chain.all.text().replace("&", "") == "All 3 steps of the chain"
    dialog.chain.all.click()
    with qtbot.waitSignal(desk.changes.said) as said:
        submit(qtbot, dialog)
    assert said.args == ["Verdict given on 3 claims"]
    assert rated(session) == ids
    undo(session, by="Ada")
    assert rated(session) == []


def test_a_step_in_the_bin_is_not_counted(opened: Open, session: Session) -> None:
    ids = lay_chain(session, 3)
    bin_claims(session, [ids[0]], by="Ada")
    assert "All 2 steps" in opened([ids[1]]).chain.all.text()


def test_a_step_whose_generous_end_lies_ahead_is_told_of_before_all_are_rated(
    opened: Open, session: Session, desk: Desk
) -> None:
    ids = lay_chain(session, 3)
    session.get_one(Claim, ids[2]).latest_on = desk.today
    session.commit()
    choice = opened([ids[0]]).chain
    assert not choice.ahead.isVisible()
    choice.all.click()
    assert choice.ahead.isVisible()
    assert choice.ahead.text() == (
        "The deadline of one step has not passed yet: the generous end is Thu 1 May."
    )


def test_nothing_lies_ahead_of_a_chain_that_has_passed(opened: Open, session: Session) -> None:
    choice = opened([lay_chain(session, 2)[0]]).chain
    choice.all.click()
    assert not choice.ahead.isVisible()
