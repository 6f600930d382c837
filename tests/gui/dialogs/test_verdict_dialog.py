"""A verdict is signed, has the day it was kept, and stands beside criteria of before."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import POLITIFACT, VerdictLabels, checked_labels
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.verdict import VerdictDialog
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.operations.show_claim import show_claim
from claimtracker.settings import Settings
from tests.conftest import Enter

Settle = Callable[[], None]
Open = Callable[..., VerdictDialog]
WINDOW = {
    "stated_on": date(2025, 4, 18),
    "due_on": date(2025, 4, 20),
    "latest_on": date(2025, 4, 25),
}


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, settled: Settle) -> Open:
    """Open the dialog on claims, and wait for what it reads first."""
    window = QWidget()
    qtbot.addWidget(window)

    def opening(*claim_ids: int) -> VerdictDialog:
        dialog = VerdictDialog(desk, claim_ids, window)
        dialog.open()
        settled()
        return dialog

    return opening


def _use(desk: Desk, session: Session, labels: VerdictLabels, settled: Settle) -> None:
    set_verdict_labels(session, labels, by="Ada")
    desk.changes.changed.emit()
    settled()


def _fill(dialog: VerdictDialog, verdict: Verdict, kept_on: date | None = None) -> None:
    dialog.verdicts.choose(verdict)
    dialog.reason.setPlainText("Seen.")
    dialog.kept_on.set_day(kept_on)


def _submit(qtbot: QtBot, dialog: VerdictDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.action_button.click()


def test_who_signs_is_asked_once_and_kept(
    qtbot: QtBot, opened: Open, desk: Desk, enter: Enter, session: Session, as_of: AsOf
) -> None:
    desk.use_settings(Settings())
    claim_id = enter()
    dialog = opened(claim_id)
    assert dialog.signer.isVisible()
    assert dialog.signer.field.text() == Settings().assessor
    _fill(dialog, Verdict.BROKEN)
    dialog.signer.field.clear()
    dialog.submit()
    assert dialog.problem.text() == "A verdict is signed: enter your name."
    assert dialog.focusWidget() is dialog.signer.field
    dialog.signer.field.setText("  Ada \t Lovelace ")
    _submit(qtbot, dialog)
    assert show_claim(session, claim_id, as_of).assessments[0].assessor == "Ada Lovelace"
    assert desk.settings.assessor == desk.by == "Ada Lovelace"
    session.rollback()
    assert opened(claim_id).signer.isHidden()


def test_whoever_is_called_like_the_login_is_not_asked_again(
    qtbot: QtBot, opened: Open, desk: Desk, enter: Enter
) -> None:
    desk.use_settings(Settings())
    dialog = opened(enter())
    _fill(dialog, Verdict.BROKEN)
    _submit(qtbot, dialog)
    assert desk.settings.knows_assessor


def test_settings_with_an_empty_name_are_asked_as_well(
    opened: Open, desk: Desk, enter: Enter
) -> None:
    desk.use_settings(Settings(assessor=" ", is_assessor_known=True))
    dialog = opened(enter())
    assert dialog.signer.isVisible()
    assert dialog.signer.field.text() == ""


def test_a_verdict_that_is_not_given_keeps_no_name(opened: Open, desk: Desk, enter: Enter) -> None:
    desk.use_settings(Settings())
    dialog = opened(enter())
    dialog.signer.field.setText("Ada Lovelace")
    dialog.reject()
    assert not desk.settings.knows_assessor


def test_a_name_in_the_settings_signs_without_a_question(opened: Open, enter: Enter) -> None:
    assert opened(enter()).signer.isHidden()


def test_kept_late_says_the_days_late_on_both_readings(opened: Open, enter: Enter) -> None:
    dialog = opened(enter(**WINDOW))
    _fill(dialog, Verdict.KEPT_LATE, date(2025, 4, 30))
    assert dialog.kept_day.late.text() == "5 days late, 10 days on the strict reading."
    assert dialog.kept_day.doubt.isHidden()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (None, "Enter the day on which it was kept: the days late are counted to it."),
        (date(2025, 4, 20), "That day is not after the deadline: it was kept in time"),
        (date(2025, 5, 2), "It cannot have been kept on a day that is still to come."),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_the_dialog_stays(
    opened: Open, enter: Enter, day: date | None, sentence: str
) -> None:
    dialog = opened(enter(**WINDOW))
    _fill(dialog, Verdict.KEPT_LATE, day)
    dialog.submit()
    assert dialog.isVisible()
    assert dialog.problem.text().startswith(sentence)
    assert dialog.focusWidget() is dialog.kept_on.line


@pytest.mark.parametrize(
    ("verdict", "day", "doubt"),
    [
        (Verdict.KEPT, date(2025, 4, 17), "That is before the day on which it was promised."),
        (Verdict.KEPT, date(2025, 4, 26), "That is after the deadline: 1 day late"),
        (Verdict.KEPT_LATE, date(2025, 4, 22), "On the generous reading that is in time"),
    ],
)
def test_a_day_that_is_odd_is_said_and_may_be_given(
    qtbot: QtBot, opened: Open, enter: Enter, verdict: Verdict, day: date, doubt: str
) -> None:
    dialog = opened(enter(**WINDOW))
    _fill(dialog, verdict, day)
    assert dialog.kept_day.doubt.text().startswith(doubt)
    _submit(qtbot, dialog)


def test_a_doubt_goes_with_another_verdict(opened: Open, enter: Enter) -> None:
    dialog = opened(enter(**WINDOW))
    _fill(dialog, Verdict.KEPT, date(2025, 4, 26))
    dialog.verdicts.choose(Verdict.BROKEN)
    assert dialog.kept_day.doubt.isHidden()
    assert dialog.kept_day.isHidden()


def test_of_many_claims_the_day_is_asked_for_and_held_against_none(
    qtbot: QtBot, opened: Open, enter: Enter
) -> None:
    dialog = opened(enter(**WINDOW), enter())
    _fill(dialog, Verdict.KEPT_LATE)
    dialog.submit()
    assert dialog.problem.text().startswith("Enter the day")
    dialog.kept_on.set_day(date(2025, 4, 1))
    _submit(qtbot, dialog)


def test_criteria_of_afterwards_are_marked(opened: Open, enter: Enter) -> None:
    dialog = opened(enter(**WINDOW, criteria="Both have signed"))
    assert dialog.criteria.text() == "Criteria: Both have signed"
    assert dialog.criteria_mark.text().startswith("First written down on ")
    assert dialog.criteria_mark.isVisible()


def test_criteria_of_before_have_no_mark(opened: Open, enter: Enter) -> None:
    dialog = opened(enter(due_on=date(2999, 1, 1), criteria="Both have signed"))
    assert dialog.criteria.text() == "Criteria written beforehand: Both have signed"
    assert dialog.criteria_mark.isHidden()
    assert opened(enter()).criteria.isHidden()


def test_verdicts_stand_there_by_the_names_and_in_the_order_of_the_house(
    opened: Open, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> None:
    _use(desk, session, POLITIFACT, settled)
    dialog = opened(enter())
    model = dialog.verdicts.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown == [row.label for row in POLITIFACT.rows]
    dialog.verdicts.choose(Verdict.PARTLY_KEPT)
    assert dialog.verdicts.currentIndex().data() == "Compromise"


def test_an_ampersand_of_the_house_is_no_key(
    opened: Open, desk: Desk, session: Session, enter: Enter, settled: Settle
) -> None:
    labels = checked_labels([(Verdict.KEPT_LATE, "Kept & late")])
    claim_id = enter(**WINDOW)
    late = EvidenceDraft.of(relation="fulfils", title="Signed", published_on="2025-04-30")
    link_evidence(session, [claim_id], late, by="Ada")
    _use(desk, session, labels, settled)
    dialog = opened(claim_id)
    assert dialog.notes.take.text() == "Choose “Kept && late”"
    dialog.notes.take.click()
    assert dialog.verdicts.chosen() is Verdict.KEPT_LATE
