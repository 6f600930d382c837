"""A dialog that was opened before a change elsewhere says so, and never writes over it unasked."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlmodel import Session

from claimtracker.claims.drafts import Bearing, EvidenceDraft
from claimtracker.claims.rows import ClaimDetails, EvidenceRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.claims.vocabulary import ConditionOutcome, Relation, Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import OperationDialog
from claimtracker.gui.dialogs.change_bearing import ChangeBearingDialog, change_relation
from claimtracker.gui.dialogs.condition import ConditionDialog
from claimtracker.gui.dialogs.move import MoveDialog
from claimtracker.gui.dialogs.review import ReviewDialog
from claimtracker.gui.dialogs.verdict import VerdictDialog
from claimtracker.operations import undo
from claimtracker.operations.link_evidence import change_bearing, link_evidence
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.set_review import set_review
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter, Rate
from tests.gui.finding import child

Settle = Callable[[], None]
BEFORE, THEIRS, MINE = date(2025, 6, 1), date(2025, 7, 1), date(2025, 8, 1)


@pytest.fixture
def over(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    yield window


@pytest.fixture
def claim(session: Session, as_of: AsOf) -> Callable[[], ClaimDetails]:
    def reading() -> ClaimDetails:
        session.rollback()
        found = show_claim(session, 1, as_of)
        session.rollback()
        return found

    return reading


def press(dialog: OperationDialog, settled: Settle) -> str:
    """Press the button, and return what the dialog says: nothing once it has closed."""
    dialog.submit()
    settled()
    return dialog.problem.text() if isValid(dialog) else ""


@pytest.fixture
def review(desk: Desk, over: QWidget, enter: Enter, settled: Settle) -> ReviewDialog:
    dialog = ReviewDialog(desk, [enter(review_on=BEFORE)], over)
    dialog.open()
    settled()
    dialog.day.set_day(MINE)
    return dialog


def test_a_review_date_set_elsewhere_is_told_before_it_is_replaced(
    review: ReviewDialog, session: Session, claim: Callable[[], ClaimDetails], settled: Settle
) -> None:
    set_review(session, [1], THEIRS, by="Bob")
    said = press(review, settled)
    assert said == (
        "Meanwhile the review date was changed to “2025-07-01”. Press “Set” again to have yours "
        "take its place."
    )
    assert claim().report.review_on == THEIRS
    assert press(review, settled) == ""
    assert claim().report.review_on == MINE


def test_a_review_date_taken_away_elsewhere_is_told(
    review: ReviewDialog, session: Session, settled: Settle
) -> None:
    set_review(session, [1], None, by="Bob")
    assert press(review, settled).startswith("Meanwhile the review date was taken away.")


def test_taking_a_review_date_away_is_no_exception(
    review: ReviewDialog, session: Session, claim: Callable[[], ClaimDetails], settled: Settle
) -> None:
    set_review(session, [1], THEIRS, by="Bob")
    child(review, QPushButton, "no_review").click()
    settled()
    assert claim().report.review_on == THEIRS


def test_the_same_day_set_elsewhere_is_nothing_to_tell(
    review: ReviewDialog, session: Session, settled: Settle
) -> None:
    set_review(session, [1], MINE, by="Bob")
    assert press(review, settled) == ""


def test_a_change_of_something_else_is_nothing_to_tell(
    review: ReviewDialog, rate: Rate, claim: Callable[[], ClaimDetails], settled: Settle
) -> None:
    rate(1, Verdict.STALLED)
    assert press(review, settled) == ""
    assert claim().report.review_on == MINE


@pytest.fixture
def verdict(desk: Desk, over: QWidget, enter: Enter, settled: Settle) -> VerdictDialog:
    dialog = VerdictDialog(desk, [enter()], over)
    dialog.open()
    settled()
    dialog.verdicts.choose(Verdict.KEPT)
    dialog.reason.setPlainText("Mine.")
    return dialog


def test_a_verdict_given_elsewhere_is_told_before_another_is_given(
    verdict: VerdictDialog, rate: Rate, claim: Callable[[], ClaimDetails], settled: Settle
) -> None:
    rate(1, Verdict.BROKEN, "Theirs.")
    assert press(verdict, settled).startswith("Meanwhile the verdict was changed to “Broken”.")
    assert claim().report.verdict is Verdict.BROKEN
    assert child(verdict, QPlainTextEdit, "reason").toPlainText() == "Mine."
    assert press(verdict, settled) == ""
    assert [each.reason for each in claim().assessments] == ["Mine.", "Theirs."]


def test_a_verdict_given_elsewhere_is_called_as_the_house_calls_it(
    verdict: VerdictDialog, rate: Rate, session: Session, settled: Settle
) -> None:
    set_verdict_labels(session, POLITIFACT, by="Bob")
    session.rollback()
    rate(1, Verdict.BROKEN, "Theirs.")
    assert "changed to “Promise Broken”." in press(verdict, settled)


def test_an_outcome_of_the_condition_set_elsewhere_is_told_before_it_is_replaced(
    desk: Desk,
    over: QWidget,
    enter: Enter,
    session: Session,
    claim: Callable[[], ClaimDetails],
    settled: Settle,
) -> None:
    dialog = ConditionDialog(desk, enter(condition="if it rains"), over)
    dialog.open()
    settled()
    dialog.outcomes.choose(ConditionOutcome.MET)
    dialog.day.set_day(date(2025, 4, 20))
    theirs = ConditionChange(1, ConditionOutcome.FAILED, date(2025, 4, 19), desk.today)
    theirs.carry_out(session, by="Bob")
    desk.changes.changed.emit()  # as where it is seen to have changed; what was entered stays
    settled()
    assert press(dialog, settled) == (
        "Meanwhile the outcome of the condition was changed to “Failed on 2025-04-19”. "
        "Press “Save” again to have yours take its place."
    )
    assert claim().condition_outcome is ConditionOutcome.FAILED
    assert press(dialog, settled) == ""
    assert claim().condition_outcome is ConditionOutcome.MET


def test_the_same_verdict_given_elsewhere_is_told_as_well(
    verdict: VerdictDialog, rate: Rate, settled: Settle
) -> None:
    rate(1, Verdict.KEPT, "Theirs.")
    assert press(verdict, settled).startswith("Meanwhile the verdict was changed to “Kept”.")


def test_a_verdict_undone_elsewhere_is_told(
    desk: Desk, over: QWidget, enter: Enter, rate: Rate, session: Session, settled: Settle
) -> None:
    rate(enter(), Verdict.BROKEN)
    dialog = VerdictDialog(desk, [1], over)
    dialog.open()
    settled()
    dialog.verdicts.choose(Verdict.KEPT)
    dialog.reason.setPlainText("Mine.")
    undo.undo(session, by="Bob")
    assert "changed to “Not yet rated”" in press(dialog, settled)


def test_a_deadline_moved_elsewhere_is_told(
    desk: Desk, over: QWidget, enter: Enter, session: Session, settled: Settle
) -> None:
    dialog = MoveDialog(desk, enter(stated_on=date(2025, 4, 18)), over)
    dialog.open()
    settled()
    dialog.wording.setText("by June")
    move_deadline(session, 1, "by May", date(2025, 4, 20), by="Bob")
    assert "was already moved, by claim 2" in press(dialog, settled)
    assert dialog.wording.text() == "by June"


@pytest.fixture
def row(session: Session, enter: Enter, claim: Callable[[], ClaimDetails]) -> EvidenceRow:
    told = {"url": "https://example.org/a", "relation": Relation.CONTEXT, "note": "before"}
    link_evidence(session, [enter()], EvidenceDraft.of(**told), by="Ada")
    return claim().report.evidence[0]


def bear(session: Session, row: EvidenceRow, **told: object) -> None:
    fields = {"relation": row.relation, "note": row.note, "passage": row.passage} | told
    change_bearing(session, row.id, Bearing.of(**fields), by="Bob")


def test_a_note_written_elsewhere_is_told_and_what_was_left_alone_stays(
    desk: Desk,
    over: QWidget,
    row: EvidenceRow,
    session: Session,
    claim: Callable[[], ClaimDetails],
    settled: Settle,
) -> None:
    dialog = ChangeBearingDialog(desk, row, over)
    dialog.open()
    dialog.note.setPlainText("mine")
    bear(session, row, note="theirs", passage="their passage", relation=Relation.PROGRESS)
    assert press(dialog, settled).startswith("Meanwhile the note was changed to “theirs”.")
    assert claim().report.evidence[0].note == "theirs"
    assert press(dialog, settled) == ""
    found = claim().report.evidence[0]
    assert (found.note, found.passage) == ("mine", "their passage")
    assert found.relation is Relation.PROGRESS


def test_a_relation_chosen_by_one_key_leaves_the_words_of_others_alone(
    row: EvidenceRow, session: Session, claim: Callable[[], ClaimDetails]
) -> None:
    bear(session, row, note="theirs")
    change_relation(session, row, Relation.FULFILS, "Ada")
    found = claim().report.evidence[0]
    assert (found.relation, found.note) == (Relation.FULFILS, "theirs")
