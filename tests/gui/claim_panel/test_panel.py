from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, EvidenceDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.gui.claim_panel.drops import dropped
from claimtracker.gui.claim_panel.ladder import Rung
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.conflict import ConflictDialog
from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog
from claimtracker.gui.dialogs.unsaved import UnsavedBox
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter, Rate
from tests.gui.finding import child

CLASHING, SIDES = ("summary", "criteria"), ("mine", "theirs", "both")


def go_to(qtbot: QtBot, panel: ClaimPanel, claim_id: int) -> None:
    panel.show_claim(claim_id)
    qtbot.waitUntil(lambda: panel.form.base is not None and panel.form.base.report.id == claim_id)


def box(panel: ClaimPanel) -> UnsavedBox:
    found = panel.findChild(UnsavedBox)
    assert found is not None
    return found


def press(owner: UnsavedBox, name: str) -> None:
    button = owner.findChild(QPushButton, name)
    assert button is not None
    button.click()


def stored_summary(session: Session, claim_id: int, as_of: AsOf) -> str:
    return stored(session, claim_id, as_of).report.summary


def stored(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails:
    details = show_claim(session, claim_id, as_of)
    session.rollback()  # a reading transaction left open would hold up the writer
    return details


def test_nothing_is_shown_until_a_claim_is_selected(panel: ClaimPanel) -> None:
    assert not panel.pages.isVisible()
    assert panel.claim_id is None
    panel.edit()
    panel.save()
    assert not panel.has_unsaved


def test_a_claim_is_shown_with_what_belongs_to_it(
    qtbot: QtBot, panel: ClaimPanel, session: Session, enter: Enter, rate: Rate
) -> None:
    claim_id = enter(
        claimant="Ada Lovelace", stated_on=date(2025, 4, 17), deadline_wording="next week"
    )
    late = EvidenceDraft(relation=Relation.FULFILS, title="Signed", published_on=date(2025, 4, 30))
    link_evidence(session, [claim_id], late, by="Ada")
    rate(claim_id, Verdict.KEPT_LATE, kept_on=date(2025, 4, 30))
    go_to(qtbot, panel, claim_id)
    pages = panel.pages
    assert pages.heading.summary.text() == "Sign the deal"
    assert pages.heading.said.text() == "Ada Lovelace · said Thu 17 Apr"
    assert pages.tabs.tabText(1) == "Evidence 1"
    assert pages.evidence.entries.list.entries.entry(0).mark == "3 days late"  # type: ignore[union-attr]  # just linked
    assert pages.assessments.verdict.text() == "Kept late, on Wed 30 Apr"
    assert pages.assessments.signed.text() == "3 days late · Thu 1 May · Ada"
    assert pages.history.entries.list.entries.rowCount() > 0


def test_a_new_claim_is_saved_and_stays_shown(
    qtbot: QtBot, panel: ClaimPanel, session: Session, as_of: AsOf
) -> None:
    panel.new_claim()
    panel.form.fields["summary"].set_text("Walk away")
    with qtbot.waitSignal(panel.saved) as told:
        panel.save()
    assert not panel.has_unsaved
    assert stored_summary(session, told.args[0], as_of) == "Walk away"
    qtbot.waitUntil(lambda: panel.form.base is not None)


def test_saving_twice_in_a_row_stores_one_claim(
    qtbot: QtBot, panel: ClaimPanel, desk: Desk
) -> None:
    panel.new_claim()
    panel.form.fields["summary"].set_text("Walk away")
    saved: list[int] = []
    panel.saved.connect(saved.append)
    panel.save()
    panel.save()
    qtbot.waitUntil(lambda: desk.background.is_idle)
    assert saved == [1]


def test_a_refused_claim_keeps_its_text_and_says_why(panel: ClaimPanel) -> None:
    panel.new_claim()
    panel.form.fields["quote"].set_text("words")
    panel.save()
    assert panel.pages.save_bar.problem.text() == "A claim needs a summary."
    assert panel.form.texts()["quote"] == "words"
    panel.form.fields["summary"].set_text("S")
    assert panel.pages.save_bar.problem.text() == ""


def test_unsaved_is_told_when_it_begins_and_ends(
    qtbot: QtBot, panel: ClaimPanel, enter: Enter
) -> None:
    go_to(qtbot, panel, enter())
    told: list[bool] = []
    panel.unsaved_changed.connect(told.append)
    panel.form.fields["notes"].set_text("a")
    panel.form.fields["notes"].set_text("ab")
    panel.discard()
    assert told == [True, False]


def test_leaving_unsaved_typing_asks_and_staying_loses_nothing(
    qtbot: QtBot, panel: ClaimPanel, enter: Enter
) -> None:
    first, second = enter(), enter("Another")
    go_to(qtbot, panel, first)
    panel.form.fields["notes"].set_text("mine")
    panel.show_claim(second)
    with qtbot.waitSignal(panel.stayed):
        QTest.keyClick(box(panel), Qt.Key.Key_Escape)
    assert panel.claim_id == first
    assert panel.form.texts()["notes"] == "mine"


def test_discarding_goes_on_without_saving(
    qtbot: QtBot, panel: ClaimPanel, session: Session, enter: Enter, as_of: AsOf
) -> None:
    first, second = enter(), enter("Another")
    go_to(qtbot, panel, first)
    panel.form.fields["summary"].set_text("Lost")
    panel.show_claim(second)
    press(box(panel), "discard_changes")
    qtbot.waitUntil(lambda: panel.pages.heading.summary.text() == "Another")
    assert stored_summary(session, first, as_of) == "Sign the deal"


def test_saving_first_then_goes_on(
    qtbot: QtBot, panel: ClaimPanel, session: Session, enter: Enter, as_of: AsOf
) -> None:
    first, second = enter(), enter("Another")
    go_to(qtbot, panel, first)
    panel.form.fields["summary"].set_text("Kept")
    panel.show_claim(second)
    press(box(panel), "save_changes")
    qtbot.waitUntil(lambda: panel.pages.heading.summary.text() == "Another")
    assert stored_summary(session, first, as_of) == "Kept"


def test_a_save_that_came_through_while_asking_goes_on(
    qtbot: QtBot, panel: ClaimPanel, desk: Desk, enter: Enter
) -> None:
    first, second = enter(), enter("Another")
    go_to(qtbot, panel, first)
    panel.form.fields["summary"].set_text("Kept")
    panel.save()
    panel.show_claim(second)
    qtbot.waitUntil(lambda: desk.background.is_idle)
    press(box(panel), "save_changes")
    qtbot.waitUntil(lambda: panel.pages.heading.summary.text() == "Another")


def test_a_save_that_is_refused_does_not_go_on(
    qtbot: QtBot, panel: ClaimPanel, enter: Enter
) -> None:
    first = enter()
    go_to(qtbot, panel, first)
    panel.form.fields["summary"].set_text(" ")
    panel.show_claim(None)
    with qtbot.waitSignal(panel.stayed):
        press(box(panel), "save_changes")
    assert panel.claim_id == first


def test_leaving_without_unsaved_typing_asks_nothing(panel: ClaimPanel) -> None:
    went: list[int] = []
    panel.ask_to_leave(lambda: went.append(1))
    assert went == [1]


def test_a_change_elsewhere_is_read_again(
    qtbot: QtBot, panel: ClaimPanel, desk: Desk, session: Session, enter: Enter, rate: Rate
) -> None:
    claim_id = enter()
    go_to(qtbot, panel, claim_id)
    panel.form.fields["notes"].set_text("mine")
    rate(claim_id, Verdict.BROKEN)
    desk.changes.changed.emit()
    qtbot.waitUntil(lambda: panel.pages.assessments.verdict.text() == "Broken")
    assert panel.form.texts()["notes"] == "mine"
    with qtbot.waitSignal(panel.saved):  # the verdict raised the version: no conflict with oneself
        panel.save()


def test_a_conflict_shows_both_texts_and_loses_neither(
    qtbot: QtBot, panel: ClaimPanel, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter()
    go_to(qtbot, panel, claim_id)
    version = stored(session, claim_id, as_of).version
    theirs = ClaimDraft(summary="Theirs", notes="their note", criteria="their criteria")
    edit_claim(session, claim_id, theirs, version=version, by="Bob")
    panel.form.fields["summary"].set_text("Mine")
    panel.form.fields["criteria"].set_text("my criteria")
    panel.save()
    qtbot.waitUntil(lambda: panel.findChild(ConflictDialog) is not None)
    dialog = panel.findChild(ConflictDialog)
    assert dialog is not None
    choices = {button.objectName(): button for button in dialog.findChildren(QRadioButton)}
    assert choices.keys() == {f"{name}_{side}" for name in CLASHING for side in SIDES}
    assert choices["summary_mine"].isChecked()
    choices["criteria_theirs"].setChecked(True)
    assert child(dialog, QLabel, "taken_over").text().endswith("taken over: Notes.")
    with qtbot.waitSignal(panel.saved):
        dialog.buttons.accepted.emit()
    report = stored(session, claim_id, as_of).report
    told = (report.summary, report.criteria, report.notes)
    assert told == ("Mine", "their criteria", "their note")


def test_a_conflict_that_is_closed_leaves_the_typing_open(
    qtbot: QtBot, panel: ClaimPanel, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter()
    go_to(qtbot, panel, claim_id)
    version = stored(session, claim_id, as_of).version
    edit_claim(session, claim_id, ClaimDraft(summary="Theirs"), version=version, by="Bob")
    panel.form.fields["summary"].set_text("Mine")
    panel.save()
    qtbot.waitUntil(lambda: panel.findChild(ConflictDialog) is not None)
    dialog = panel.findChild(ConflictDialog)
    assert dialog is not None
    dialog.reject()
    assert panel.form.texts()["summary"] == "Mine"
    assert "changed elsewhere" in panel.pages.save_bar.problem.text()
    assert stored_summary(session, claim_id, as_of) == "Theirs"


def test_a_claim_that_is_gone_is_said_and_the_panel_is_empty(
    qtbot: QtBot, panel: ClaimPanel, desk: Desk
) -> None:
    with qtbot.waitSignal(desk.changes.refused):
        panel.show_claim(99)
    assert panel.claim_id is None


def test_only_the_last_selected_claim_is_shown(
    qtbot: QtBot, panel: ClaimPanel, desk: Desk, enter: Enter
) -> None:
    first, second = enter(), enter("Another")
    panel.show_claim(first)
    panel.show_claim(second)
    panel.show_claim(first)
    qtbot.waitUntil(lambda: desk.background.is_idle)
    assert panel.pages.heading.summary.text() == "Sign the deal"


def test_the_chain_of_moves_shows_both_slips(
    qtbot: QtBot, panel: ClaimPanel, session: Session, enter: Enter
) -> None:
    claim_id = enter(stated_on=date(2025, 1, 10), deadline_wording="by April or May")
    later = move_deadline(session, claim_id, "by 3 June 2025", date(2025, 5, 20), by="Ada")
    go_to(qtbot, panel, later)
    steps = panel.pages.moves.entries.list.entries
    step = steps.entry(1)
    assert steps.rowCount() == 2
    assert step is not None
    assert isinstance(step, Rung)
    assert step.slip == "3 days later (strict +34)"
    assert "34 days later strict, 3 days later generous" in step.whole
    assert panel.pages.moves.total.text() == "Moved once, in all 3 days later (strict +34)"
    with qtbot.waitSignal(panel.claim_wanted) as wanted:
        panel.pages.moves.entries.list.opened.emit(steps.entry(0))
    assert wanted.args == [claim_id]


def test_an_address_a_file_or_text_can_be_dropped(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(b"%PDF")
    for content, field in (
        (mime(QUrl("https://example.org/a")), "url"),
        (mime(QUrl.fromLocalFile(str(file))), "file"),
        (mime(text=" https://example.org/a "), "url"),
        (mime(text="They signed."), "text"),
    ):
        (found,) = dropped(content)
        assert getattr(found, field)


def test_a_folder_or_nothing_is_no_evidence(tmp_path: Path) -> None:
    assert dropped(mime(QUrl.fromLocalFile(str(tmp_path)))) == []
    assert dropped(mime(text="  ")) == []
    assert dropped(QMimeData()) == []


def test_a_drop_on_the_panel_opens_the_link_dialog(
    qtbot: QtBot, panel: ClaimPanel, enter: Enter
) -> None:
    content = mime(text="https://example.org/a")
    refused = drag(content)
    panel.dragEnterEvent(refused)
    assert not refused.isAccepted()
    go_to(qtbot, panel, enter())
    taken = drag(content)
    panel.dragEnterEvent(taken)
    assert taken.isAccepted()
    panel.dropEvent(drop(content))
    dialog = panel.findChild(LinkEvidenceDialog)
    assert dialog is not None
    assert dialog.documents.fields.url.text() == "https://example.org/a"


def test_evidence_can_be_taken_off(
    qtbot: QtBot, panel: ClaimPanel, session: Session, enter: Enter
) -> None:
    claim_id = enter()
    found = EvidenceDraft(relation=Relation.CONTEXT, title="Seen", url="https://example.org/a")
    link_evidence(session, [claim_id], found, by="Ada")
    go_to(qtbot, panel, claim_id)
    assert panel.pages.evidence.open_button.isEnabled()
    panel.pages.evidence.remove_button.click()
    qtbot.waitUntil(lambda: panel.pages.tabs.tabText(1) == "Evidence 0")
    assert not panel.pages.evidence.remove_button.isEnabled()


def test_text_from_outside_is_never_read_as_markup(
    qtbot: QtBot, panel: ClaimPanel, enter: Enter
) -> None:
    go_to(qtbot, panel, enter("<b>Bold</b> <img src=x>"))
    heading = panel.pages.heading.summary
    assert heading.textFormat() is Qt.TextFormat.PlainText
    assert heading.text() == "<b>Bold</b> <img src=x>"


def mime(url: QUrl | None = None, text: str = "") -> QMimeData:
    content = QMimeData()
    if url is not None:
        content.setUrls([url])
    else:
        content.setText(text)
    return content


def drag(content: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    return event


def drop(content: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_saving_an_empty_new_claim_says_what_it_lacks(panel: ClaimPanel) -> None:
    panel.new_claim()
    panel.save()
    assert "summary" in panel.pages.save_bar.problem.text()
    assert not panel.pages.save_bar.isHidden()
    panel.form.fields["summary"].set_text("Sign")
    assert panel.pages.save_bar.problem.text() == ""


def test_another_claim_is_shown_from_its_beginning_the_same_one_where_it_was(
    qtbot: QtBot, panel: ClaimPanel, enter: Enter
) -> None:
    first, second = enter("Sign the deal"), enter("Build a road")
    go_to(qtbot, panel, first)
    panel.resize(360, 400)
    bar = panel.form.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    shown = panel.form.base
    assert shown is not None
    panel.form.refresh(shown)
    assert bar.value() > 0
    go_to(qtbot, panel, second)
    assert bar.value() == 0


def test_each_answer_to_the_unsaved_question_has_a_letter_of_its_own(panel: ClaimPanel) -> None:
    panel.new_claim()
    panel.form.fields["summary"].set_text("Sign")
    panel.show_claim(None)
    letters = [button.text().partition("&")[2][:1] for button in box(panel).buttons()]
    assert sorted(letters) == ["D", "S", "t"]
