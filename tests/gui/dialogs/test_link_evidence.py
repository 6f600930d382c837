"""One or several documents to one, several or no claims, by keys alone."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import CaptureMethod, Relation
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.chosen_claims import MOST_NAMED
from claimtracker.gui.dialogs.correct_evidence import CorrectEvidenceDialog
from claimtracker.gui.dialogs.link_evidence import (
    KEEP,
    LINK,
    BearingDialog,
    LinkEvidenceDialog,
    LinkStoredDialog,
)
from claimtracker.operations import list_evidence, undo
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter

pytestmark = pytest.mark.usefixtures("empty_clipboard")
PAGE = "https://example.org/a"
COPY = "https://web.archive.org/web/20250501120301/https://example.org/a"
Link = Callable[..., LinkEvidenceDialog]


@pytest.fixture
def empty_clipboard(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def link(desk: Desk, window: QWidget, settled: Callable[[], None]) -> Link:
    """Open the dialog for these claims with what was found."""

    def linking(claim_ids: Sequence[int] = (), *found: Dropped) -> LinkEvidenceDialog:
        dialog = LinkEvidenceDialog(desk, claim_ids, window, list(found))
        dialog.open()
        settled()
        return dialog

    return linking


def _submit(qtbot: QtBot, dialog: BearingDialog | CorrectEvidenceDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()


def _evidence(session: Session, claim_id: int, as_of: AsOf) -> tuple[EvidenceRow, ...]:
    session.rollback()
    found = show_claim(session, claim_id, as_of).report.evidence
    session.rollback()
    return found


def _type_claim(qtbot: QtBot, dialog: BearingDialog, words: str) -> None:
    """Type words of a claim, wait for what is found, press Enter."""
    claims = dialog.claims
    claims.words.setFocus()
    QTest.keyClicks(claims.words, words)
    qtbot.waitUntil(lambda: claims.found.entries.rowCount() == 1)
    QTest.keyClick(claims.words, Qt.Key.Key_Return)


def test_several_documents_become_several_pieces_of_evidence_by_one_action(
    qtbot: QtBot,
    link: Link,
    desk: Desk,
    session: Session,
    enter: Enter,
    as_of: AsOf,
    tmp_path: Path,
) -> None:
    file = tmp_path / "deal.txt"
    file.write_text("signed")
    kept: list[list[int]] = []
    desk.changes.kept.connect(kept.append)
    claim_id = enter()
    dialog = link([claim_id], Dropped(url=PAGE), Dropped(url=f"{PAGE}b"), Dropped(file=file))
    assert dialog.documents._count.text() == "3 documents"
    QTest.keyClick(dialog.relations, Qt.Key.Key_4)
    dialog.note.setPlainText("A step.")
    _submit(qtbot, dialog)
    found = _evidence(session, claim_id, as_of)
    assert {(row.relation, row.note) for row in found} == {(Relation.PROGRESS, "A step.")}
    assert {row.url or row.file_name for row in found} == {PAGE, f"{PAGE}b", "deal.txt"}
    assert [sorted(ids) for ids in kept] == [sorted(row.evidence_id for row in found)]
    undo.undo(session, by="Ada")
    assert _evidence(session, claim_id, as_of) == ()


def test_what_is_typed_while_it_is_linked_is_not_what_was_linked(
    link: Link, desk: Desk, enter: Enter, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.changes.said.connect(said.append)
    dialog = link([enter()], Dropped(url=PAGE))
    QTest.keyClick(dialog.relations, Qt.Key.Key_4)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
        dialog.documents.fields.url.setText("no address")
    assert said == ["Evidence linked to 1 claim"]


def test_one_of_several_is_taken_out_by_its_key(link: Link, enter: Enter) -> None:
    dialog = link([enter()], Dropped(url=PAGE), Dropped(url=f"{PAGE}b"))
    QTest.keyClick(dialog.documents.list, Qt.Key.Key_Delete)
    assert [draft.url for draft, _file in dialog.documents.given()] == [f"{PAGE}b"]


def test_addresses_pasted_into_the_field_become_a_list_with_what_stood_there(
    link: Link, enter: Enter
) -> None:
    dialog = link([enter()])
    url = dialog.documents.fields.url
    url.setText(PAGE)
    dialog.documents.fields.publisher.setText("Courier")
    QGuiApplication.clipboard().setText(f"{PAGE}b\n{PAGE}c")
    QTest.keyClick(url, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    given = [draft for draft, _file in dialog.documents.given()]
    assert [draft.url for draft in given] == [PAGE, f"{PAGE}b", f"{PAGE}c"]
    assert given[0].publisher == "Courier"


def test_one_address_is_pasted_as_text(link: Link, enter: Enter) -> None:
    dialog = link([enter()])
    QGuiApplication.clipboard().setText(PAGE)
    url = dialog.documents.fields.url
    QTest.keyClick(url, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert url.text() == PAGE


def test_a_text_with_its_page_fills_in_both(link: Link, enter: Enter) -> None:
    dialog = link([enter()], Dropped(text="They signed.", url=PAGE))
    fields = dialog.documents.fields
    assert (fields.url.text(), fields.excerpt.toPlainText()) == (PAGE, "They signed.")


def test_what_is_dropped_on_the_dialog_is_added(link: Link, enter: Enter) -> None:
    dialog = link([enter()], Dropped(url=PAGE))
    content = QMimeData()
    content.setText(f"{PAGE}b")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, content, buttons, keys)
    dialog.dropEvent(drop)
    assert len(dialog.documents.given()) == 2


def test_a_login_in_a_dropped_address_is_refused_in_a_sentence(link: Link, enter: Enter) -> None:
    dialog = link([enter()], Dropped(url=PAGE), Dropped(url="https://ada:secret@example.org/"))
    assert "user name or password" in dialog.problem.text()


def test_a_picture_is_kept_as_a_png_file(
    qtbot: QtBot, link: Link, session: Session, enter: Enter, as_of: AsOf
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    claim_id = enter()
    dialog = link([claim_id], Dropped(image=image))
    assert "40 × 30" in dialog.documents.fields.picture._words.text()
    assert not dialog.documents.fields.file.isVisible()
    dialog.relations.choose(Relation.CONTEXT)
    _submit(qtbot, dialog)
    (row,) = _evidence(session, claim_id, as_of)
    assert (row.method, row.mime_type) == (CaptureMethod.FILE, "image/png")
    assert row.file_name.startswith("Picture ") and row.file_name.endswith(".png")


def test_a_picture_can_be_taken_out_again(link: Link, enter: Enter) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    dialog = link([enter()], Dropped(image=image))
    dialog.documents.fields.picture.remove_button.click()
    assert dialog.documents.is_empty
    assert dialog.documents.fields.file.isVisible()


def test_without_a_claim_it_is_kept_in_the_inbox(
    qtbot: QtBot, link: Link, session: Session
) -> None:
    dialog = link((), Dropped(url=PAGE))
    assert dialog.action_button.text() == KEEP
    assert not dialog.relations.isEnabled()
    _submit(qtbot, dialog)
    session.rollback()
    assert list_evidence.inbox_count(session) == 1


def test_a_note_without_a_claim_is_not_lost_in_silence(link: Link, enter: Enter) -> None:
    dialog = link([enter()], Dropped(url=PAGE))
    dialog.note.setPlainText("Mine.")
    QTest.keyClick(dialog.claims.chosen, Qt.Key.Key_Delete)
    assert dialog.action_button.text() == KEEP
    dialog.submit()
    assert "A note belongs to a claim" in dialog.problem.text()
    assert dialog.focusWidget() is dialog.note


def test_claims_are_found_by_words_and_added_by_enter(
    qtbot: QtBot, link: Link, session: Session, enter: Enter, as_of: AsOf
) -> None:
    treaty, road = enter("Sign the treaty"), enter("Build a road")
    dialog = link([treaty], Dropped(url=PAGE))
    _type_claim(qtbot, dialog, "road")
    assert dialog.isVisible()
    assert dialog.claim_ids() == [treaty, road]
    assert dialog.claims.words.text() == ""
    dialog.relations.choose(Relation.RESTATES)
    _submit(qtbot, dialog)
    assert [len(_evidence(session, key, as_of)) for key in (treaty, road)] == [1, 1]


def test_a_chosen_claim_is_not_offered_again(qtbot: QtBot, link: Link, enter: Enter) -> None:
    treaty = enter("Sign the treaty")
    enter("Break the treaty")
    dialog = link([treaty], Dropped(url=PAGE))
    dialog.claims.words.setText("treaty")
    qtbot.waitUntil(lambda: dialog.claims.found.entries.rowCount() == 1)
    found = dialog.claims.found.current()
    assert found is not None and found.title == "Break the treaty"


def test_esc_takes_the_words_away_before_it_closes(qtbot: QtBot, link: Link) -> None:
    dialog = link((), Dropped(url=PAGE))
    dialog.claims.words.setText("road")
    QTest.keyClick(dialog.claims.words, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.claims.words.text() == ""
    QTest.keyClick(dialog.claims.words, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_chosen_claim_is_removed_by_key_and_by_button(link: Link, enter: Enter) -> None:
    ids = [enter("One"), enter("Two"), enter("Three")]
    dialog = link(ids, Dropped(url=PAGE))
    QTest.keyClick(dialog.claims.chosen, Qt.Key.Key_Delete)
    assert dialog.claim_ids() == ids[1:]
    dialog.claims.remove_button.click()
    assert dialog.claim_ids() == ids[2:]


def test_very_many_claims_stand_as_one_entry(
    qtbot: QtBot, link: Link, desk: Desk, enter: Enter
) -> None:
    ids = [enter(f"Claim {number}") for number in range(MOST_NAMED + 1)]
    dialog = link(ids, Dropped(url=PAGE))
    entry = dialog.claims.chosen.current()
    assert entry is not None
    assert entry.title == f"{MOST_NAMED + 1} claims that are selected in the list"
    assert dialog.claim_ids() == ids
    QTest.keyClick(dialog.claims.chosen, Qt.Key.Key_Delete)
    assert dialog.claim_ids() == []


def test_suggestions_are_offered_and_never_chosen(
    qtbot: QtBot, link: Link, session: Session, enter: Enter, as_of: AsOf
) -> None:
    chosen = enter("Sign the minerals agreement with Kyiv")
    like = enter("Ratify the minerals agreement with Kyiv")
    enter("Win the cup")
    dialog = link([chosen], Dropped(url=PAGE))
    dialog.documents.fields.title.setText("Kyiv ratifies minerals agreement")
    qtbot.waitUntil(lambda: len(dialog.also.checks()) == 1)
    (check,) = dialog.also.checks()
    assert not check.isChecked()
    assert dialog.claim_ids() == [chosen]
    check.setChecked(True)
    assert dialog.claim_ids() == [chosen, like]
    dialog.relations.choose(Relation.PROGRESS)
    _submit(qtbot, dialog)
    assert len(_evidence(session, like, as_of)) == 1


def test_a_checked_suggestion_stays_when_the_words_change(
    qtbot: QtBot, link: Link, enter: Enter
) -> None:
    like = enter("Ratify the minerals agreement with Kyiv")
    cup = enter("Win the football cup in Munich")
    dialog = link((), Dropped(url=PAGE))
    title = dialog.documents.fields.title
    title.setText("Kyiv ratifies minerals agreement")
    qtbot.waitUntil(lambda: len(dialog.also.checks()) == 1)
    dialog.also.checks()[0].setChecked(True)
    assert dialog.action_button.text() == LINK
    title.setText("Football cup won in Munich")
    qtbot.waitUntil(lambda: len(dialog.also.checks()) == 2)
    assert dialog.also.ids() == [like]
    assert dialog.also.checks()[1].objectName() == f"also_claim_{cup}"


def test_place_and_archive_link_are_kept_and_the_snapshot_is_named(
    qtbot: QtBot, link: Link, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter()
    dialog = link([claim_id], Dropped(url=PAGE))
    fields = dialog.documents.fields
    assert not fields.snapshot.isVisible()
    fields.place.setText("page 4")
    fields.archive_url.setText(COPY)
    assert fields.snapshot.text() == "A copy at Wayback Machine, taken 2025-05-01 12:03 UTC."
    dialog.relations.choose(Relation.CONTEXT)
    _submit(qtbot, dialog)
    (row,) = _evidence(session, claim_id, as_of)
    assert (row.place, row.archive_url, row.method) == ("page 4", COPY, CaptureMethod.LINKED)
    assert row.archived_at is not None


def test_an_archive_address_is_recognised_as_the_address_too(link: Link) -> None:
    assert "taken 2025-05-01" in link((), Dropped(url=COPY)).documents.fields.snapshot.text()


def test_a_wrong_archive_link_is_refused_at_its_field(link: Link, enter: Enter) -> None:
    dialog = link([enter()], Dropped(url=PAGE))
    dialog.documents.fields.archive_url.setText("example.org")
    dialog.relations.choose(Relation.CONTEXT)
    dialog.submit()
    assert "not a web address" in dialog.problem.text()
    assert dialog.focusWidget() is dialog.documents.fields.archive_url


@pytest.mark.parametrize(
    ("relation", "further"),
    [
        (Relation.CONDITION_MET, ". C sets what became of the condition"),
        (Relation.CONDITION_FAILED, ". C sets what became of the condition"),
        (Relation.CONTEXT, ""),
    ],
)
def test_a_document_on_the_condition_sets_nothing_and_says_what_does(
    link: Link, enter: Enter, relation: Relation, further: str
) -> None:
    dialog = link([enter()], Dropped(url=PAGE))
    dialog.relations.choose(relation)
    dialog.operation()
    assert dialog.done_words() == f"Evidence linked to 1 claim{further}"


def test_stored_documents_are_linked_to_the_chosen_claims(
    qtbot: QtBot,
    desk: Desk,
    window: QWidget,
    settled: Callable[[], None],
    session: Session,
    enter: Enter,
    as_of: AsOf,
) -> None:
    claim_id = enter("Build a road")
    found = [(DocumentDraft(title=title), None) for title in ("A", "B")]
    ids = keep_evidence(session, found, by="Ada")
    dialog = LinkStoredDialog(desk, ids, window)
    dialog.open()
    settled()
    assert dialog.focusWidget() is dialog.claims.words
    dialog.submit()
    assert "Choose a claim" in dialog.problem.text()
    _type_claim(qtbot, dialog, "road")
    QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    dialog.passage.setPlainText("It opened.")
    _submit(qtbot, dialog)
    rows = _evidence(session, claim_id, as_of)
    assert [(row.relation, row.passage) for row in rows] == [
        (Relation.FULFILS, "It opened."),
        (Relation.FULFILS, "It opened."),
    ]


def test_what_is_told_is_corrected_and_what_was_captured_stays(
    qtbot: QtBot, desk: Desk, window: QWidget, session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "deal.txt"
    file.write_text("signed")
    (key,) = keep_evidence(session, [(DocumentDraft(title="Dael"), file)], by="Ada")
    before = list_evidence.rows(session, [key])[key]
    session.rollback()
    dialog = CorrectEvidenceDialog(desk, before, window)
    dialog.open()
    dialog.fields.title.setText("Deal")
    dialog.fields.place.setText("page 2")
    dialog.fields.published_on.line.setText("2025-04-30")
    _submit(qtbot, dialog)
    session.rollback()
    after = list_evidence.rows(session, [key])[key]
    assert (after.title, after.place, str(after.published_on)) == ("Deal", "page 2", "2025-04-30")
    assert (after.sha256, after.captured_at) == (before.sha256, before.captured_at)


def test_a_hostile_title_stays_text_in_a_suggestion(qtbot: QtBot, link: Link, enter: Enter) -> None:
    enter("<b>Ratify</b> & sign the minerals agreement with Kyiv")
    dialog = link((), Dropped(url=PAGE))
    dialog.resize(1600, dialog.height())
    dialog.documents.fields.title.setText("ratify sign the minerals agreement with Kyiv")
    qtbot.waitUntil(lambda: len(dialog.also.checks()) == 1)
    (check,) = dialog.also.checks()
    qtbot.waitUntil(lambda: "&&" in check.text())
    assert "&lt;b&gt;" in check.toolTip()
