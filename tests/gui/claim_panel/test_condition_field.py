"""The panel tells what became of the condition, under the condition."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import ConditionOutcome, Relation, Verdict
from claimtracker.deadlines import FROM_CONDITION
from claimtracker.gui.claim_list.columns import Column
from claimtracker.gui.claim_list.words import cell_text, days_line, spoken
from claimtracker.gui.claim_panel.condition_field import REOPENED, TAKEN_AWAY, ConditionField
from claimtracker.gui.claim_panel.condition_words import condition_mark, shown_by
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.condition import ConditionDialog
from claimtracker.gui.dialogs.not_triggered import NotTriggeredDialog
from claimtracker.operations import list_claims
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter
from tests.gui.rows import TODAY, evidence_row, row

SAID, MET_ON = date(2025, 4, 1), date(2025, 4, 20)
MET, FAILED, OPEN = ConditionOutcome.MET, ConditionOutcome.FAILED, ConditionOutcome.OPEN
Show = Callable[[int], ConditionField]


@pytest.fixture
def claim_id(enter: Enter) -> int:
    return enter(stated_on=SAID, deadline_wording="within a week", condition="if it holds")


@pytest.fixture
def show(panel: ClaimPanel, desk: Desk, settled: Callable[[], None]) -> Show:
    def showing(claim_id: int) -> ConditionField:
        panel.show_claim(claim_id)
        settled()
        field = panel.form.fields["condition_outcome"]
        assert isinstance(field, ConditionField)
        return field

    return showing


def become(session: Session, claim_id: int, outcome: ConditionOutcome, on: date | None) -> None:
    ConditionChange(claim_id, outcome, on, MET_ON).carry_out(
        session, by="Ada", reread_ids=[claim_id]
    )
    session.rollback()


def details(session: Session, claim_id: int, desk: Desk) -> ClaimDetails:
    found = show_claim(session, claim_id, desk.as_of)
    session.rollback()
    return found


def test_an_open_condition_says_so_and_what_evidence_proposes(
    show: Show, claim_id: int, session: Session
) -> None:
    draft = EvidenceDraft(relation=Relation.CONDITION_MET, title="Signed", published_on=MET_ON)
    link_evidence(session, [claim_id], draft, by="Ada")
    session.rollback()
    field = show(claim_id)
    assert field.told.text().startswith("Open")
    assert field.proposal.text() == "“Signed” says that it was met on Sun 20 Apr."
    assert field.proposal.isVisibleTo(field) and not field.verdict_button.isVisibleTo(field)


def test_outcome_day_and_evidence_are_told(show: Show, claim_id: int, session: Session) -> None:
    draft = EvidenceDraft(relation=Relation.CONDITION_MET, title="Signed", published_on=MET_ON)
    link_evidence(session, [claim_id], draft, by="Ada")
    become(session, claim_id, MET, MET_ON)
    field = show(claim_id)
    assert field.told.text() == (
        "Met on Sun 20 Apr. Documents on it: “Signed” (condition met, Sun 20 Apr)."
    )
    assert not field.proposal.isVisibleTo(field)


def test_the_reading_says_from_where_it_counts(
    panel: ClaimPanel, show: Show, claim_id: int, session: Session, qtbot: QtBot
) -> None:
    become(session, claim_id, MET, MET_ON)
    show(claim_id)
    preview = panel.form.preview
    qtbot.waitUntil(lambda: "on which the condition was met" in preview.remarks.text())
    assert preview.headline.text() == "Sun 20 – Sun 27 Apr"
    assert "counted from the day on which" in preview.rule.text()


def test_an_edit_shows_and_saves_the_days_that_count_from_the_condition(
    panel: ClaimPanel,
    show: Show,
    claim_id: int,
    session: Session,
    desk: Desk,
    settled: Callable[[], None],
    qtbot: QtBot,
) -> None:
    become(session, claim_id, MET, MET_ON)
    show(claim_id)
    panel.form.fields["claimant"].set_text("Ada Lovelace")
    panel.form.fields["deadline_wording"].set_text("within two weeks")
    headline = panel.form.preview.headline
    qtbot.waitUntil(lambda: headline.text() == "Sun 20 Apr – Sun 4 May")
    panel.save()
    settled()
    found = details(session, claim_id, desk)
    assert (found.report.claimant, found.report.due_on) == ("Ada Lovelace", date(2025, 5, 4))


def test_a_claim_whose_condition_came_without_its_day_keeps_its_days(
    panel: ClaimPanel,
    show: Show,
    enter: Enter,
    session: Session,
    desk: Desk,
    settled: Callable[[], None],
) -> None:
    days = {"opens_on": MET_ON, "due_on": date(2025, 4, 27), "latest_on": date(2025, 4, 27)}
    rule = f"within N units{FROM_CONDITION}"
    told = {"stated_on": SAID, "deadline_wording": "within a week", "condition": "if it holds"}
    claim_id = enter(**told, **days, rule=rule)  # as an import brings it
    show(claim_id)
    panel.form.fields["claimant"].set_text("Ada Lovelace")
    panel.form.fields["condition"].set_text("if it holds, he said")
    panel.save()
    settled()
    report = details(session, claim_id, desk).report
    assert (report.claimant, report.due_on, report.rule) == (
        "Ada Lovelace",
        date(2025, 4, 27),
        rule,
    )


@pytest.mark.parametrize(
    ("words", "note", "said"),
    [("if it lasts", REOPENED, "is open again"), ("", TAKEN_AWAY, "Claim saved")],
)
def test_other_words_than_were_judged_say_that_saving_opens_the_condition_again(
    panel: ClaimPanel,
    show: Show,
    claim_id: int,
    session: Session,
    desk: Desk,
    settled: Callable[[], None],
    qtbot: QtBot,
    words: str,
    note: str,
    said: str,
) -> None:
    become(session, claim_id, MET, MET_ON)
    field = show(claim_id)
    assert field.reopened.isHidden()
    panel.form.fields["condition"].set_text(words)
    assert (field.reopened.isHidden(), field.reopened.text()) == (False, note)
    headline = panel.form.preview.headline
    qtbot.waitUntil(lambda: headline.text() == "Tue 1 – Tue 8 Apr")
    panel.form.fields["condition"].set_text("if it holds")
    assert field.reopened.isHidden() and not panel.has_unsaved
    panel.form.fields["condition"].set_text(words)
    with qtbot.waitSignal(desk.changes.said) as told:
        panel.save()
    assert told.args is not None and told.args[0].endswith(said)
    settled()
    found = details(session, claim_id, desk)
    assert (found.condition_outcome, found.condition_outcome_on) == (OPEN, None)
    assert found.report.due_on == date(2025, 4, 8)
    assert field.reopened.isHidden() and not panel.has_unsaved


def test_a_failed_one_offers_the_verdict_it_proposes(
    panel: ClaimPanel, show: Show, claim_id: int, session: Session, settled: Callable[[], None]
) -> None:
    become(session, claim_id, FAILED, None)
    field = show(claim_id)
    assert field.told.text() == "Failed."
    field.verdict_button.click()
    settled()
    (dialog,) = panel.findChildren(NotTriggeredDialog)
    assert dialog.verdicts.chosen() is Verdict.NOT_TRIGGERED


def test_its_button_opens_the_dialog(
    panel: ClaimPanel, show: Show, claim_id: int, settled: Callable[[], None]
) -> None:
    show(claim_id).set_button.click()
    settled()
    assert len(panel.findChildren(ConditionDialog)) == 1


def test_without_a_condition_or_for_a_new_claim_it_stays_away(
    panel: ClaimPanel, show: Show, claim_id: int, enter: Enter
) -> None:
    field = show(claim_id)
    assert not field.isHidden()
    assert show(enter("Other")).isHidden()
    show(claim_id)
    panel.new_claim()
    assert field.isHidden()


def test_typing_stays_where_the_outcome_comes_from_elsewhere(
    panel: ClaimPanel,
    show: Show,
    claim_id: int,
    session: Session,
    desk: Desk,
    settled: Callable[[], None],
) -> None:
    field = show(claim_id)
    panel.form.fields["notes"].set_text("seen")
    become(session, claim_id, MET, MET_ON)
    desk.changes.changed.emit()
    settled()
    assert field.told.text().startswith("Met on") and field.text() == f"met {MET_ON}"
    assert panel.form.fields["notes"].text() == "seen"
    panel.save()
    settled()
    found = details(session, claim_id, desk)
    assert (found.report.notes, found.condition_outcome) == ("seen", MET)
    assert found.condition_outcome_on == MET_ON


def test_many_documents_are_counted() -> None:
    rows = [evidence_row(relation=Relation.CONDITION_MET, title=f"No. {n}") for n in range(5)]
    told = shown_by(rows, TODAY)
    assert told.count("“") == 3 and told.endswith(", 2 more.")
    assert shown_by([], TODAY) == ""


def test_the_list_tells_of_it_in_words() -> None:
    claim = row(condition_outcome=MET, condition_outcome_on=date(2025, 5, 10))
    mark = "condition met on Sat 10 May"
    assert cell_text(claim, Column.DEADLINE, TODAY).endswith(mark)
    assert mark in spoken(claim, TODAY)
    assert "condition" not in spoken(row(), TODAY)
    assert condition_mark(OPEN, None, TODAY) == "condition open"


def test_a_failed_condition_is_seen_in_the_list_until_it_is_rated() -> None:
    claim = row(condition_outcome=FAILED, is_called_off=True)
    assert days_line(claim, TODAY).endswith("condition failed")
    rated = replace(claim, verdict=Verdict.NOT_TRIGGERED)
    assert "condition" not in days_line(rated, TODAY)


def test_an_exception_that_did_not_come_about_hides_no_days(
    session: Session, enter: Enter, desk: Desk
) -> None:
    enter(due_on=date(2025, 5, 1), condition="unless it rains")
    for outcome, told in ((FAILED, ""), (MET, "condition met")):
        become(session, 1, outcome, MET_ON)
        claim = list_claims.rows(session, [1], desk.as_of)[1]
        session.rollback()
        assert claim.is_called_off is bool(told)
        line = days_line(claim, desk.today)
        assert line.endswith(told) and "failed" not in line


@pytest.mark.parametrize(
    ("outcome", "told", "is_offered"),
    [
        (FAILED, "Failed on Sun 20 Apr. The promise stands.", False),
        (MET, "Met on Sun 20 Apr. The promise is off.", True),
    ],
)
def test_an_exception_is_told_by_what_it_leaves_of_the_promise(
    show: Show,
    enter: Enter,
    session: Session,
    outcome: ConditionOutcome,
    told: str,
    is_offered: bool,
) -> None:
    claim_id = enter(stated_on=SAID, condition="unless there are clear signs")
    become(session, claim_id, outcome, MET_ON)
    field = show(claim_id)
    assert field.told.text() == told
    assert field.verdict_button.isVisibleTo(field) is is_offered
