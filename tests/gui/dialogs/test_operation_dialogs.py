from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import OperationDialog
from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog
from claimtracker.gui.dialogs.move import MoveDialog
from claimtracker.gui.dialogs.restate import RestateDialog
from claimtracker.gui.dialogs.review import ReviewDialog
from claimtracker.gui.dialogs.snooze import SnoozeDialog
from claimtracker.gui.dialogs.verdict import VerdictDialog
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.remind import due_reminders
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.sweep_deadlines import sweep_deadlines
from tests.conftest import Enter

pytestmark = pytest.mark.usefixtures("empty_clipboard")
Open = Callable[[OperationDialog], None]


@pytest.fixture
def empty_clipboard(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Open:
    """Open a dialog over a window and wait for what it reads first."""
    window = QWidget()
    qtbot.addWidget(window)

    def opening(dialog: OperationDialog) -> None:
        dialog.setParent(window, dialog.windowFlags())
        dialog.open()
        qtbot.waitUntil(lambda: desk.background.is_idle)

    return opening


def stored(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails:
    details = show_claim(session, claim_id, as_of)
    session.rollback()  # a reading transaction left open would hold up the writer
    return details


def submit(qtbot: QtBot, dialog: OperationDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.action_button.click()


def test_no_verdict_is_chosen_beforehand(opened: Open, desk: Desk, enter: Enter) -> None:
    dialog = VerdictDialog(desk, [enter()])
    opened(dialog)
    assert dialog.windowTitle() == "Give a verdict"
    assert dialog.verdicts.chosen() is None
    dialog.reason.setPlainText("Seen.")
    dialog.submit()
    assert dialog.isVisible()
    assert dialog.problem.text() == "Choose a verdict."


def test_a_verdict_without_a_reason_stays_open(opened: Open, desk: Desk, enter: Enter) -> None:
    dialog = VerdictDialog(desk, [enter()])
    opened(dialog)
    dialog.verdicts.choose(Verdict.BROKEN)
    dialog.submit()
    assert dialog.problem.text() == "A verdict needs a reason."
    assert dialog.verdicts.chosen() is Verdict.BROKEN
    assert dialog.focusWidget() is dialog.reason


def test_many_claims_are_rated_as_one_action(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    ids = [enter(), enter("Another")]
    dialog = VerdictDialog(desk, ids)
    opened(dialog)
    assert dialog.about.text() == "2 claims"
    dialog.verdicts.choose(Verdict.BROKEN)
    dialog.reason.setPlainText("Nothing was signed.")
    submit(qtbot, dialog)
    assert [stored(session, claim_id, as_of).report.verdict for claim_id in ids] == [
        Verdict.BROKEN,
        Verdict.BROKEN,
    ]


def test_the_day_kept_is_asked_for_kept_claims_only_and_proposed_from_evidence(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter(criteria="Both have signed")
    for day in (date(2025, 4, 28), date(2025, 4, 30)):
        found = EvidenceDraft(relation=Relation.FULFILS, title=f"{day}", published_on=day)
        link_evidence(session, [claim_id], found, by="Ada")
    dialog = VerdictDialog(desk, [claim_id])
    opened(dialog)
    assert "Both have signed" in dialog.criteria.text()
    assert not dialog.kept_on.isVisible()
    dialog.verdicts.choose(Verdict.KEPT_LATE)
    assert dialog.kept_on.isVisible()
    assert dialog.kept_on.text() == "2025-04-30"
    dialog.reason.setPlainText("Signed.")
    submit(qtbot, dialog)
    assert stored(session, claim_id, as_of).assessments[0].kept_on == date(2025, 4, 30)


@pytest.fixture
def signed_late(session: Session, enter: Enter) -> int:
    """A claim with a promise kept three days after its latest day, and a step before."""
    claim_id = enter(stated_on="2025-04-17", deadline_wording="next week")
    for relation, day in (("fulfils", date(2025, 4, 30)), ("progress", date(2025, 4, 17))):
        draft = EvidenceDraft.of(relation=relation, title=f"{relation} {day}", published_on=day)
        link_evidence(session, [claim_id], draft, by="Ada")
    return claim_id


def test_late_evidence_proposes_kept_late_with_the_days(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, signed_late: int, as_of: AsOf
) -> None:
    dialog = VerdictDialog(desk, [signed_late])
    opened(dialog)
    assert dialog.verdicts.chosen() is None
    assert "Wed 30 Apr" in dialog.notes.proposal.text()
    assert "3 days after the latest day" in dialog.notes.proposal.text()
    dialog.notes.take.click()
    assert dialog.verdicts.chosen() is Verdict.KEPT_LATE
    assert dialog.kept_on.text() == "2025-04-30"
    assert dialog.focusWidget() is dialog.reason
    assert not dialog.notes.take.isVisible()
    dialog.reason.setPlainText("Signed late.")
    submit(qtbot, dialog)
    found = stored(session, signed_late, as_of)
    assert [row.is_basis for row in found.report.evidence] == [False, True]
    assert found.assessments[0].evidence_ids == (found.report.evidence[1].evidence_id,)


def test_what_is_typed_after_taking_the_proposal_is_the_reason(
    opened: Open, desk: Desk, signed_late: int
) -> None:
    dialog = VerdictDialog(desk, [signed_late])
    opened(dialog)
    QTest.keyClick(dialog.verdicts, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(dialog.focusWidget(), "Signed")
    assert dialog.reason.toPlainText() == "Signed"
    assert dialog.verdicts.chosen() is Verdict.KEPT_LATE


def test_a_verdict_against_the_evidence_is_marked_and_allowed(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, signed_late: int, as_of: AsOf
) -> None:
    dialog = VerdictDialog(desk, [signed_late])
    opened(dialog)
    assert not dialog.notes.against.isVisible()
    dialog.verdicts.choose(Verdict.KEPT)
    assert "goes against the evidence" in dialog.notes.against.text()
    assert dialog.notes.against.isVisible()
    dialog.reason.setPlainText("It counts from the vote.")
    submit(qtbot, dialog)
    assert stored(session, signed_late, as_of).against_evidence == (
        "it was fulfilled only after the latest day"
    )


def test_space_ticks_what_the_verdict_rests_on(opened: Open, desk: Desk, signed_late: int) -> None:
    dialog = VerdictDialog(desk, [signed_late])
    opened(dialog)
    dialog.basis.setFocus()
    QTest.keyClick(dialog.basis, Qt.Key.Key_Space)
    assert [row.title for row in dialog.basis.basis.chosen()] == ["progress 2025-04-17"]
    QTest.keyClick(dialog.basis, Qt.Key.Key_Space)
    assert dialog.basis.basis.chosen() == ()


def test_evidence_before_the_window_opens_is_warned_of(
    opened: Open, desk: Desk, session: Session, enter: Enter
) -> None:
    claim_id = enter(stated_on="2025-04-17", deadline_wording="next week")
    draft = EvidenceDraft.of(relation="fulfils", title="Signed", published_on=date(2025, 4, 20))
    link_evidence(session, [claim_id], draft, by="Ada")
    dialog = VerdictDialog(desk, [claim_id])
    opened(dialog)
    assert dialog.notes.early.isVisible()
    assert "1 day before the window opens on Mon 21 Apr" in dialog.notes.early.text()


def test_without_evidence_nothing_is_said_of_it(opened: Open, desk: Desk, enter: Enter) -> None:
    dialog = VerdictDialog(desk, [enter()])
    opened(dialog)
    dialog.verdicts.choose(Verdict.BROKEN)
    assert not dialog.basis.isVisible()
    assert not any(
        note.isVisible()
        for note in (dialog.notes.proposal, dialog.notes.early, dialog.notes.against)
    )


def test_the_day_kept_is_not_sent_with_another_verdict(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter()
    dialog = VerdictDialog(desk, [claim_id])
    opened(dialog)
    dialog.kept_on.set_day(date(2025, 4, 30))
    dialog.verdicts.choose(Verdict.BROKEN)
    dialog.reason.setPlainText("Not signed.")
    submit(qtbot, dialog)
    assert stored(session, claim_id, as_of).assessments[0].kept_on is None


def test_a_digit_chooses_the_relation_and_enter_links(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter()
    QGuiApplication.clipboard().setText("https://example.org/a ")
    dialog = LinkEvidenceDialog(desk, [claim_id])
    opened(dialog)
    assert dialog.documents.fields.url.text() == "https://example.org/a"
    assert dialog.focusWidget() is dialog.relations
    QTest.keyClick(dialog.relations, Qt.Key.Key_4)
    assert dialog.relations.chosen() is Relation.PROGRESS
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.relations, Qt.Key.Key_Return)
    (found,) = stored(session, claim_id, as_of).report.evidence
    assert (found.url, found.relation) == ("https://example.org/a", Relation.PROGRESS)


def test_zero_is_the_tenth_relation(qtbot: QtBot, opened: Open, desk: Desk, enter: Enter) -> None:
    dialog = LinkEvidenceDialog(desk, [enter()])
    opened(dialog)
    QTest.keyClick(dialog.relations, Qt.Key.Key_0)
    assert dialog.relations.chosen() is Relation.CONTEXT


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "example.org"])
def test_an_address_that_is_not_of_the_web_is_refused_and_kept(
    opened: Open, desk: Desk, enter: Enter, address: str
) -> None:
    dialog = LinkEvidenceDialog(desk, [enter()], found=[Dropped(url=address)])
    opened(dialog)
    dialog.relations.choose(Relation.CONTEXT)
    dialog.note.setPlainText("mine")
    dialog.submit()
    assert "not a web address" in dialog.problem.text()
    assert (dialog.documents.fields.url.text(), dialog.note.toPlainText()) == (address, "mine")
    assert dialog.focusWidget() is dialog.documents.fields.url


def test_other_words_on_the_clipboard_are_left_there(
    opened: Open, desk: Desk, enter: Enter
) -> None:
    QGuiApplication.clipboard().setText("see https://example.org/a")
    dialog = LinkEvidenceDialog(desk, [enter()])
    opened(dialog)
    assert dialog.documents.fields.url.text() == ""
    assert dialog.focusWidget() is dialog.documents.fields.url


def test_evidence_without_a_relation_or_a_document_is_refused(
    opened: Open, desk: Desk, enter: Enter
) -> None:
    dialog = LinkEvidenceDialog(desk, [enter()])
    opened(dialog)
    dialog.submit()
    assert "needs an address, a file or an excerpt" in dialog.problem.text()
    dialog.documents.fields.excerpt.setPlainText("They signed.")
    dialog.submit()
    assert "Choose how it bears" in dialog.problem.text()


def test_a_dropped_file_is_kept_and_a_missing_one_is_refused(
    qtbot: QtBot,
    opened: Open,
    desk: Desk,
    session: Session,
    enter: Enter,
    as_of: AsOf,
    tmp_path: Path,
) -> None:
    file = tmp_path / "page.txt"
    file.write_text("signed")
    claim_id = enter()
    dialog = LinkEvidenceDialog(desk, [claim_id], found=[Dropped(file=tmp_path / "gone.txt")])
    opened(dialog)
    dialog.relations.choose(Relation.FULFILS)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()))
    dialog.documents.fields.file.set_path(file)
    submit(qtbot, dialog)
    assert stored(session, claim_id, as_of).report.evidence[0].file_name == "page.txt"


def test_a_moved_deadline_shows_its_reading_and_its_slip(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter(stated_on=date(2025, 4, 17), deadline_wording="next week")
    dialog = MoveDialog(desk, claim_id)
    opened(dialog)
    dialog.wording.setText("by the end of May")
    qtbot.waitUntil(lambda: bool(dialog.slip.text()))
    assert dialog.slip.text() == "34 days later."
    assert "31 May" in dialog.preview.headline.text()
    submit(qtbot, dialog)
    assert [step.wording for step in stored(session, claim_id, as_of).moves] == [
        "next week",
        "by the end of May",
    ]


def test_a_move_without_words_or_day_is_refused(opened: Open, desk: Desk, enter: Enter) -> None:
    dialog = MoveDialog(desk, enter())
    opened(dialog)
    dialog.submit()
    assert dialog.focusWidget() is dialog.wording
    dialog.wording.setText("soon")
    dialog.stated_on.line.setText("4/5/2025")
    dialog.submit()
    assert "could be two days" in dialog.problem.text()


def test_a_review_date_is_set_for_all_and_taken_away(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    ids = [enter(), enter("Another")]
    dialog = ReviewDialog(desk, ids)
    opened(dialog)
    button = dialog.findChild(QPushButton, "in_3_weeks")
    assert button is not None
    button.click()
    assert dialog.day.text() == "2025-05-22"
    submit(qtbot, dialog)
    assert [stored(session, key, as_of).report.review_on for key in ids] == [date(2025, 5, 22)] * 2
    again = ReviewDialog(desk, ids[:1])
    opened(again)
    assert again.day.text() == "2025-05-22"
    with qtbot.waitSignal(again.accepted):
        again.none_button.click()
    assert stored(session, ids[0], as_of).report.review_on is None


def test_no_day_at_all_is_no_review_date(opened: Open, desk: Desk, enter: Enter) -> None:
    dialog = ReviewDialog(desk, [enter()])
    opened(dialog)
    dialog.submit()
    assert "Enter a day" in dialog.problem.text()


def test_snoozing_hides_the_reminder_and_touches_no_date(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter(due_on=date(2025, 4, 20))
    sweep_deadlines(session, as_of)
    before = stored(session, claim_id, as_of).report
    dialog = SnoozeDialog(desk, [claim_id])
    opened(dialog)
    submit(qtbot, dialog)
    session.rollback()
    assert due_reminders(session, as_of) == []
    assert due_reminders(session, AsOf(date(2025, 5, 2))) != []
    assert stored(session, claim_id, as_of).report == before


def test_a_reminder_cannot_be_put_off_to_today(opened: Open, desk: Desk, enter: Enter) -> None:
    dialog = SnoozeDialog(desk, [enter()])
    opened(dialog)
    dialog.day.set_day(desk.today)
    dialog.submit()
    assert dialog.problem.text() == "Enter a day after today."


def test_the_restated_claim_is_found_by_its_words(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    original, other, claim_id = enter("Sign the treaty"), enter("Build a road"), enter("Treaty!")
    dialog = RestateDialog(desk, [claim_id])
    opened(dialog)
    keys = [dialog.matches.entries.entry(row) for row in range(3)]
    assert {entry.key for entry in keys if entry} == {original, other}
    dialog.words.setText("sign")
    qtbot.waitUntil(lambda: dialog.matches.entries.rowCount() == 1)
    submit(qtbot, dialog)
    assert stored(session, claim_id, as_of).is_binned


def test_the_arrows_steer_the_list_from_the_search_line(
    qtbot: QtBot, opened: Open, desk: Desk, enter: Enter
) -> None:
    enter("Sign the treaty", stated_on=date(2025, 1, 1))
    older = enter("Build a road", stated_on=date(2024, 1, 1))
    dialog = RestateDialog(desk, [enter("Treaty!")])
    opened(dialog)
    QTest.keyClick(dialog.words, Qt.Key.Key_Down)
    current = dialog.matches.current()
    assert current is not None
    assert current.key == older
    QTest.keyClick(dialog.words, Qt.Key.Key_Down)
    assert dialog.matches.current() == current


def test_without_a_match_nothing_is_restated(
    qtbot: QtBot, opened: Open, desk: Desk, enter: Enter
) -> None:
    dialog = RestateDialog(desk, [enter()])
    opened(dialog)
    assert dialog.count.text() == "No match"
    dialog.submit()
    assert "Choose the claim" in dialog.problem.text()


def test_esc_closes_without_doing_anything(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter()
    dialog = ReviewDialog(desk, [claim_id])
    opened(dialog)
    dialog.day.set_day(date(2025, 6, 1))
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert stored(session, claim_id, as_of).report.review_on is None


def test_every_control_has_a_name_for_screen_readers_and_tests(
    opened: Open, desk: Desk, enter: Enter
) -> None:
    claim_id = enter()
    for dialog in (
        VerdictDialog(desk, [claim_id]),
        LinkEvidenceDialog(desk, [claim_id]),
        MoveDialog(desk, claim_id),
        ReviewDialog(desk, [claim_id]),
        SnoozeDialog(desk, [claim_id]),
        RestateDialog(desk, [claim_id]),
    ):
        opened(dialog)
        for widget in dialog.findChildren(QWidget):
            is_control = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
            if is_control and widget.isVisible():
                assert widget.accessibleName(), widget
                assert widget.objectName(), widget
