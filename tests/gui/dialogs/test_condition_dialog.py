"""What became of a condition: proposed by evidence, set by a person, followed after a look."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.events import EventDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import ConditionOutcome, Relation, Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.condition import NO_CONDITION, ConditionDialog
from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog
from claimtracker.gui.dialogs.not_triggered import NotTriggeredDialog
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.list_events import own_events
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from tests.conftest import Enter

SAID, MET_ON = date(2025, 4, 1), date(2025, 4, 20)
MET, FAILED, OPEN = ConditionOutcome.MET, ConditionOutcome.FAILED, ConditionOutcome.OPEN
Open = Callable[[int], ConditionDialog]
Settle = Callable[[], None]


@pytest.fixture
def claim_id(enter: Enter) -> int:
    words = "within a week of the ceasefire"
    return enter(stated_on=SAID, deadline_wording=words, condition="if the ceasefire holds")


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def opened(over: QWidget, desk: Desk, settled: Settle) -> Open:
    def opening(claim_id: int) -> ConditionDialog:
        dialog = ConditionDialog(desk, claim_id, over)
        dialog.open()
        settled()
        return dialog

    return opening


def stored(session: Session, claim_id: int, desk: Desk) -> ClaimDetails:
    session.rollback()
    details = show_claim(session, claim_id, desk.as_of)
    session.rollback()
    return details


def link(session: Session, claim_id: int, relation: Relation, **told: object) -> int:
    draft = EvidenceDraft.of(**{"relation": relation, "title": "Truce signed", **told})
    evidence_id = link_evidence(session, [claim_id], draft, by="Ada")
    session.rollback()
    return evidence_id


def asked(dialog: ConditionDialog) -> WhatWouldChangeDialog:
    (found,) = dialog.findChildren(WhatWouldChangeDialog)
    return found


def test_the_stored_outcome_is_shown_and_nothing_is_proposed(opened: Open, claim_id: int) -> None:
    dialog = opened(claim_id)
    assert dialog.condition.text() == "“if the ceasefire holds”"
    assert dialog.outcomes.chosen() is OPEN
    assert dialog.proposal.isHidden() and dialog.day.isHidden() and dialog.event_box.isHidden()


def test_evidence_proposes_the_outcome_with_its_day_and_a_person_takes_it(
    opened: Open, claim_id: int, session: Session, desk: Desk
) -> None:
    link(session, claim_id, Relation.CONDITION_MET, published_on=MET_ON)
    dialog = opened(claim_id)
    assert dialog.proposal.text() == "“Truce signed” says that it was met on Sun 20 Apr."
    assert dialog.outcomes.chosen() is OPEN
    dialog.take.click()
    assert (dialog.outcomes.chosen(), dialog.day.day_or_none()) == (MET, MET_ON)
    assert dialog.proposal.isHidden()
    assert stored(session, claim_id, desk).condition_outcome is OPEN


def test_what_follows_is_listed_before_it_is_stored(
    opened: Open, claim_id: int, session: Session, desk: Desk, settled: Settle, qtbot: QtBot
) -> None:
    dialog = opened(claim_id)
    dialog.outcomes.choose(MET)
    dialog.day.set_day(MET_ON)
    assert dialog.event_box.text().replace("&", "") == "Date the event “ceasefire” with this day"
    assert dialog.event_box.isChecked()
    dialog.submit()
    settled()
    assert asked(dialog).about.text() == "1 claim would be read otherwise"
    assert stored(session, claim_id, desk).condition_outcome is OPEN
    said: list[str] = []
    desk.changes.said.connect(said.append)
    with qtbot.waitSignal(dialog.accepted):
        asked(dialog).reread_button.click()
    found = stored(session, claim_id, desk)
    assert (found.condition_outcome, found.condition_outcome_on) == (MET, MET_ON)
    assert found.report.latest_on == date(2025, 4, 27)
    assert said == ["Condition met, 1 claim re-read. Ctrl+Z takes it back."]
    undo(session, by="Ada")
    assert stored(session, claim_id, desk).report.latest_on is None


def test_stored_readings_may_be_kept_and_the_dialog_be_left(
    opened: Open, claim_id: int, session: Session, desk: Desk, settled: Settle, qtbot: QtBot
) -> None:
    dialog = opened(claim_id)
    dialog.outcomes.choose(MET)
    dialog.day.set_day(MET_ON)
    dialog.submit()
    settled()
    asked(dialog).reject()
    assert dialog.isVisible() and dialog.action_button.isEnabled()
    assert stored(session, claim_id, desk).condition_outcome is OPEN
    dialog.submit()
    settled()
    with qtbot.waitSignal(dialog.accepted):
        dialog.findChildren(WhatWouldChangeDialog)[-1].keep_button.click()
    found = stored(session, claim_id, desk)
    assert (found.condition_outcome, found.report.latest_on) == (MET, None)


def test_an_event_that_is_dated_keeps_its_day_unless_asked(
    opened: Open, claim_id: int, session: Session, settled: Settle, qtbot: QtBot
) -> None:
    EventChange(EventDraft(name="ceasefire", starts_on=SAID)).carry_out(session, by="Ada")
    session.rollback()
    dialog = opened(claim_id)
    dialog.outcomes.choose(MET)
    dialog.day.set_day(MET_ON)
    assert not dialog.event_box.isChecked()
    assert "So far it is dated Tue 1 Apr" in dialog.event_note.text()
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    session.rollback()
    assert own_events(session)[0].event.starts_on == SAID


def test_a_failed_one_opens_the_verdict_it_proposes_and_gives_none(
    opened: Open,
    claim_id: int,
    session: Session,
    desk: Desk,
    over: QWidget,
    qtbot: QtBot,
    settled: Settle,
) -> None:
    evidence_id = link(session, claim_id, Relation.CONDITION_FAILED, published_on=MET_ON)
    dialog = opened(claim_id)
    dialog.take.click()
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    settled()
    (proposed,) = over.findChildren(NotTriggeredDialog)
    assert proposed.verdicts.chosen() is Verdict.NOT_TRIGGERED
    assert proposed.reason.toPlainText() == (
        "Its condition (“if the ceasefire holds”) was not met on Sun 20 Apr, so it never fell due."
    )
    assert [row.evidence_id for row in proposed.basis.basis.chosen()] == [evidence_id]
    assert stored(session, claim_id, desk).report.verdict is Verdict.NOT_YET_RATED
    with qtbot.waitSignal(proposed.accepted):
        proposed.action_button.click()
    assert stored(session, claim_id, desk).report.verdict is Verdict.NOT_TRIGGERED


def test_ticked_documents_are_linked_to_the_condition(
    opened: Open, claim_id: int, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    evidence_id = link(session, claim_id, Relation.CONTEXT)
    dialog = opened(claim_id)
    dialog.outcomes.choose(FAILED)
    assert not dialog.basis.isHidden()
    dialog.basis.basis.choose(evidence_id)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    relations = {row.relation for row in stored(session, claim_id, desk).report.evidence}
    assert relations == {Relation.CONTEXT, Relation.CONDITION_FAILED}


def test_linking_from_here_has_the_relation_chosen_and_keeps_what_was_entered(
    opened: Open, claim_id: int, session: Session, desk: Desk, settled: Settle
) -> None:
    dialog = opened(claim_id)
    dialog.outcomes.choose(MET)
    dialog.day.set_day(MET_ON)
    dialog.link_button.click()
    (linking,) = dialog.findChildren(LinkEvidenceDialog)
    assert linking.relations.chosen() is Relation.CONDITION_MET
    linking.reject()
    link(session, claim_id, Relation.CONDITION_MET)
    desk.changes.changed.emit()
    settled()
    assert "Truce signed" in dialog.shown_by.text()
    assert (dialog.outcomes.chosen(), dialog.day.day_or_none()) == (MET, MET_ON)


@pytest.mark.parametrize(
    ("outcome", "day", "sentence"),
    [
        (MET, "", "Enter the day on which the condition was met."),
        (MET, "2025-05-02", "The day lies ahead; what has not come about yet is open."),
        (FAILED, "32.4.2025", "“32.4.2025” is no day of the calendar."),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_it(
    opened: Open, claim_id: int, outcome: ConditionOutcome, day: str, sentence: str
) -> None:
    dialog = opened(claim_id)
    dialog.outcomes.choose(outcome)
    dialog.day.line.setText(day)
    dialog.submit()
    assert dialog.problem.text() == sentence
    assert dialog.isVisible() and dialog.action_button.isEnabled()


def test_a_claim_without_a_condition_has_nothing_to_say(opened: Open, enter: Enter) -> None:
    dialog = opened(enter())
    assert dialog.condition.text() == NO_CONDITION
    assert not dialog.action_button.isEnabled() and not dialog.link_button.isEnabled()


@pytest.mark.parametrize(
    ("condition", "met", "failed"),
    [
        ("if it holds", "falls due", "is off"),
        ("unless there are clear signs", "is off", "stands"),
    ],
)
def test_the_outcomes_say_what_they_mean_for_this_condition(
    opened: Open, enter: Enter, condition: str, met: str, failed: str
) -> None:
    dialog = opened(enter(condition=condition))
    last = dialog.outcomes.columnCount() - 1
    rows = [dialog.outcomes.topLevelItem(number) for number in (1, 2)]
    told = [row.text(last) for row in rows if row is not None]
    assert [words.endswith(end) for words, end in zip(told, (met, failed), strict=True)] == [
        True,
        True,
    ]


def test_an_exception_that_came_about_proposes_the_verdict_with_a_true_reason(
    opened: Open, enter: Enter, session: Session, over: QWidget, qtbot: QtBot, settled: Settle
) -> None:
    claim_id = enter(stated_on=SAID, condition="unless there are clear signs")
    evidence_id = link(session, claim_id, Relation.CONDITION_MET, published_on=MET_ON)
    dialog = opened(claim_id)
    dialog.take.click()
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    settled()
    (proposed,) = over.findChildren(NotTriggeredDialog)
    assert proposed.reason.toPlainText() == (
        "It was promised “unless there are clear signs”. That came about on Sun 20 Apr, "
        "so it never fell due."
    )
    assert [row.evidence_id for row in proposed.basis.basis.chosen()] == [evidence_id]


def test_an_exception_that_did_not_come_about_proposes_nothing(
    opened: Open, enter: Enter, over: QWidget, qtbot: QtBot, settled: Settle
) -> None:
    dialog = opened(enter(condition="unless there are clear signs"))
    dialog.outcomes.choose(FAILED)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    settled()
    assert over.findChildren(NotTriggeredDialog) == []
