"""The evidence window: the inbox or all documents, each command by one key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import insert
from sqlmodel import Session

from claimtracker.articles.capture_page import PageCapture
from claimtracker.claims.drafts import Bearing, DocumentDraft
from claimtracker.claims.vocabulary import Relation
from claimtracker.gui import paged_rows
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.correct_evidence import CorrectEvidenceDialog
from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog, LinkStoredDialog
from claimtracker.gui.evidence.commands import EVIDENCE_COMMANDS, MAIN_COMMANDS
from claimtracker.gui.evidence.preview import Preview
from claimtracker.gui.evidence_inbox.commands import INBOX_COMMANDS
from claimtracker.gui.evidence_inbox.window import (
    EMPTY_INBOX,
    NO_DOCUMENTS,
    NO_MATCH,
    NOTHING_COPIED,
    EvidenceWindow,
)
from claimtracker.operations import list_evidence
from claimtracker.operations.keep_capture import keep_capture
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.link_evidence import link_stored
from claimtracker.storage.tables import Evidence
from tests.conftest import Enter

Settle = Callable[[], None]
Keep = Callable[..., list[int]]
CONTROLS = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)


@pytest.fixture
def keep(session: Session, desk: Desk, settled: Settle) -> Keep:
    """Keep documents of these titles in the inbox; the newest stands first."""

    def keeping(*titles: str) -> list[int]:
        found = [(DocumentDraft(title=title), None) for title in titles]
        ids = keep_evidence(session, found, by="Ada")
        desk.changes.changed.emit()
        settled()
        return ids

    return keeping


@pytest.fixture
def inbox(qtbot: QtBot, desk: Desk, settled: Settle) -> EvidenceWindow:
    window = EvidenceWindow(desk)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.come_forward()
    settled()
    return window


def _do(inbox: EvidenceWindow, settled: Settle, name: str) -> None:
    inbox.actions_by_name[name].trigger()
    settled()


def _titles(inbox: EvidenceWindow) -> list[str]:
    rows = range(inbox.list.documents.rowCount())
    found = [inbox.list.documents.entry(row) for row in rows]
    return [entry.title for entry in found if entry]


def test_the_inbox_lists_what_bears_on_no_claim_and_the_switch_all(
    inbox: EvidenceWindow, keep: Keep, settled: Settle, session: Session, enter: Enter, desk: Desk
) -> None:
    first, _second = keep("One", "Two")
    link_stored(session, [enter()], [first], Bearing(relation=Relation.CONTEXT), by="Ada")
    desk.changes.changed.emit()
    settled()
    assert _titles(inbox) == ["Two"]
    _do(inbox, settled, "show_all")
    _titles(inbox)  # asks for the page
    settled()
    assert _titles(inbox) == ["Two", "One"]
    entry = inbox.list.documents.entry(1)
    assert entry is not None and entry.mark == "1 claim"


def test_words_find_documents_and_an_empty_answer_says_so(
    qtbot: QtBot, inbox: EvidenceWindow, keep: Keep, settled: Settle
) -> None:
    keep("Minerals deal", "Peace talks")
    inbox.words.setText("deal")
    qtbot.waitUntil(lambda: inbox.list.documents.rowCount() == 1)
    inbox.words.setText("nowhere")
    qtbot.waitUntil(inbox.pages.nothing.isVisible)
    assert inbox.pages.nothing.text() == NO_MATCH


def test_an_empty_inbox_says_what_comes_here(inbox: EvidenceWindow, settled: Settle) -> None:
    assert inbox.pages.nothing.text() == EMPTY_INBOX
    _do(inbox, settled, "show_all")
    assert inbox.pages.nothing.text() == NO_DOCUMENTS
    assert not inbox.actions_by_name["link"].isEnabled()
    assert inbox.actions_by_name["add"].isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_Return])
def test_the_selected_documents_are_linked_by_one_key(
    qtbot: QtBot, inbox: EvidenceWindow, keep: Keep, settled: Settle, key: Qt.Key
) -> None:
    keep("One", "Two")
    qtbot.waitUntil(inbox.isActiveWindow)
    inbox.list.setFocus()
    _do(inbox, settled, "select_all")
    QTest.keyClick(inbox.list, key)
    settled()
    (dialog,) = inbox.findChildren(LinkStoredDialog)
    assert len(dialog._evidence_ids) == 2


def test_discarding_is_said_with_the_way_back(
    inbox: EvidenceWindow, keep: Keep, settled: Settle, session: Session
) -> None:
    keep("One", "Two", "Three")
    inbox.list.setCurrentIndex(inbox.list.documents.index(1))
    _do(inbox, settled, "discard")
    assert inbox._said.text() == "1 document discarded. Ctrl+Z takes it back."
    _titles(inbox)
    settled()
    assert _titles(inbox) == ["Three", "One"]
    assert inbox.list.currentIndex().row() == 1
    session.rollback()
    assert list_evidence.inbox_count(session) == 2


def test_what_bears_on_a_claim_is_not_discarded(
    inbox: EvidenceWindow, keep: Keep, settled: Settle, session: Session, enter: Enter
) -> None:
    ids = keep("One")
    link_stored(session, [enter()], ids, Bearing(relation=Relation.CONTEXT), by="Ada")
    _do(inbox, settled, "show_all")
    _do(inbox, settled, "discard")
    assert "bears on a claim" in inbox.messages.sentence
    assert inbox._said.text() == ""


def test_undo_and_redo_are_asked_of_the_main_window(qtbot: QtBot, inbox: EvidenceWindow) -> None:
    for name, signal in (("undo", inbox.undo_wanted), ("redo", inbox.redo_wanted)):
        with qtbot.waitSignal(signal):
            inbox.actions_by_name[name].trigger()


def test_correcting_opens_what_is_told(inbox: EvidenceWindow, keep: Keep, settled: Settle) -> None:
    keep("Dael")
    _do(inbox, settled, "correct_evidence")
    (dialog,) = inbox.findChildren(CorrectEvidenceDialog)
    assert dialog.fields.title.text() == "Dael"


def test_capture_again_and_the_wayback_machine_get_the_selected_ids(
    qtbot: QtBot, inbox: EvidenceWindow, keep: Keep, settled: Settle
) -> None:
    ids = keep("One", "Two")
    _do(inbox, settled, "select_all")
    with qtbot.waitSignal(inbox.capture_again_wanted) as again:
        inbox.actions_by_name["capture_again"].trigger()
    with qtbot.waitSignal(inbox.wayback_wanted) as wayback:
        inbox.actions_by_name["wayback"].trigger()
    assert again.args == [ids[::-1]]
    assert wayback.args == [ids[::-1], inbox]


def test_what_is_on_the_clipboard_is_added_without_a_claim(
    inbox: EvidenceWindow, settled: Settle
) -> None:
    QGuiApplication.clipboard().setText("They signed.")
    _do(inbox, settled, "paste")
    (dialog,) = inbox.findChildren(LinkEvidenceDialog)
    assert dialog.documents.fields.excerpt.toPlainText() == "They signed."
    assert dialog.claim_ids() == []


def test_the_empty_inbox_takes_the_clipboard_by_its_key_and_fields_keep_theirs(
    qtbot: QtBot, inbox: EvidenceWindow, settled: Settle
) -> None:
    QGuiApplication.clipboard().setText("They signed.")
    qtbot.waitUntil(inbox.isActiveWindow)
    focus = inbox.focusWidget()
    assert focus is not None and focus is not inbox.list
    inbox.words.setFocus()
    QTest.keyClick(inbox.words, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert inbox.words.text() == "They signed."
    assert inbox.findChildren(LinkEvidenceDialog) == []
    focus.setFocus()
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert len(inbox.findChildren(LinkEvidenceDialog)) == 1


def test_an_empty_clipboard_is_said(inbox: EvidenceWindow, settled: Settle) -> None:
    QGuiApplication.clipboard().clear()
    _do(inbox, settled, "paste")
    assert inbox.messages.sentence == NOTHING_COPIED


def test_a_drop_is_added_without_a_claim(
    inbox: EvidenceWindow, settled: Settle, tmp_path: Path
) -> None:
    content = QMimeData()
    content.setUrls([QUrl("https://example.org/a"), QUrl("https://example.org/b")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, content, buttons, keys)
    inbox.dropEvent(drop)
    settled()
    (dialog,) = inbox.findChildren(LinkEvidenceDialog)
    assert len(dialog.documents.given()) == 2


def test_what_is_of_no_use_to_a_document_is_not_offered(
    inbox: EvidenceWindow, keep: Keep, settled: Settle
) -> None:
    assert not inbox.actions_by_name["preview"].isEnabled()
    keep("One")
    offered = {name for name, action in inbox.commands.by_name.items() if action.isEnabled()}
    assert offered == {"preview", "copy_citation", "correct_evidence"}


def test_a_look_at_a_document_follows_the_cursor(
    qtbot: QtBot, inbox: EvidenceWindow, keep: Keep, settled: Settle
) -> None:
    keep("One", "Two")
    qtbot.waitUntil(inbox.isActiveWindow)
    inbox.list.setFocus()
    QTest.keyClick(inbox.list, Qt.Key.Key_Space)
    settled()
    (preview,) = inbox.findChildren(Preview)
    assert preview.title.text() == "Two"
    inbox.list.setCurrentIndex(inbox.list.documents.index(1))
    settled()
    assert preview.title.text() == "One"


def test_custody_and_whether_it_is_unchanged_are_told(
    qtbot: QtBot,
    inbox: EvidenceWindow,
    session: Session,
    desk: Desk,
    settled: Settle,
    tmp_path: Path,
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Signed.")
    keep_evidence(session, [(DocumentDraft(title="Notes"), file)], by="Ada")
    desk.changes.changed.emit()
    details = inbox.pages.details
    qtbot.waitUntil(lambda: details.state.words.text().startswith("Unchanged since captured"))
    told = details.text.toPlainText()
    assert "Bears on:  no claim yet" in told
    assert "File:  notes.txt" in told
    settled()


def test_what_is_told_stays_while_it_is_read_again(
    inbox: EvidenceWindow, keep: Keep, settled: Settle, desk: Desk
) -> None:
    keep("One")
    inbox.pages.details.text.selectAll()
    desk.changes.changed.emit()
    settled()
    assert inbox.pages.details.text.textCursor().hasSelection()


def test_a_failure_is_told_with_the_button_that_tries_again(
    qtbot: QtBot, inbox: EvidenceWindow, session: Session, desk: Desk, settled: Settle, keep: Keep
) -> None:
    (failed,) = keep("One")
    keep_capture(session, failed, PageCapture(failure="The page is gone."), by="Ada")
    desk.changes.changed.emit()
    settled()
    line = inbox.pages.details.failure
    assert line.words.text() == "Not captured: The page is gone."
    entry = inbox.list.documents.entry(0)
    assert entry is not None
    assert [sign.words for sign in entry.signs] == ["not captured: The page is gone"]
    with qtbot.waitSignal(inbox.capture_again_wanted) as again:
        line.button.click()
    assert again.args == [[failed]]


def test_a_wide_window_puts_the_details_beside_the_list(
    qtbot: QtBot, inbox: EvidenceWindow, keep: Keep
) -> None:
    keep("One")
    assert inbox.pages.halves.orientation() is Qt.Orientation.Vertical
    inbox.resize(1280, 700)
    qtbot.waitUntil(lambda: inbox.pages.halves.orientation() is Qt.Orientation.Horizontal)


def test_the_menu_of_the_list_holds_every_command_on_documents(
    qtbot: QtBot, inbox: EvidenceWindow, keep: Keep
) -> None:
    keep("One")
    menu = inbox.menuBar().findChild(QMenu, "menu_evidence")
    assert menu is not None
    inbox.list.customContextMenuRequested.emit(QPoint(5, 5))
    qtbot.waitUntil(menu.isVisible)
    assert set(inbox.commands.by_name.values()) <= set(menu.actions())
    menu.close()


def test_the_keys_are_those_of_the_evidence_of_a_claim() -> None:
    of_claim = {command.name: command.keys for command in (*EVIDENCE_COMMANDS, *MAIN_COMMANDS)}
    here = {command.name: command.keys for command in INBOX_COMMANDS}
    shared = of_claim.keys() & here.keys()
    assert len(shared) == 8
    assert {name: here[name] for name in shared} == {name: of_claim[name] for name in shared}
    assert here["discard"] == of_claim["unlink_evidence"]


def test_the_selection_stays_when_something_changed(
    inbox: EvidenceWindow, keep: Keep, settled: Settle, desk: Desk
) -> None:
    ids = keep("One", "Two", "Three")
    inbox.list.selectAll()
    keep("Four")
    assert inbox.list.selected_ids() == ids[::-1]


def test_twenty_thousand_documents_cost_a_few_pages(
    qtbot: QtBot, inbox: EvidenceWindow, session: Session, settled: Settle, desk: Desk
) -> None:
    rows = [{"title": f"Document {number}"} for number in range(20_000)]
    session.execute(insert(Evidence), rows)
    session.commit()
    asked: list[int] = []
    inbox.list.documents.page_wanted.connect(asked.append)
    desk.changes.changed.emit()
    settled()
    qtbot.waitUntil(lambda: inbox.list.current_document() is not None)
    inbox.list.setCurrentIndex(inbox.list.documents.index(19_999))
    qtbot.waitUntil(lambda: inbox.list.current_document() is not None)
    assert inbox.list.documents.rowCount() == 20_000
    assert set(asked) <= {0, 1, 98, 99}
    inbox.list.selectAll()
    assert inbox._counts.text() == "20,000 documents · 20,000 selected"


def test_only_a_few_pages_are_kept(
    inbox: EvidenceWindow, keep: Keep, settled: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged_rows, "PAGE_ROWS", 1)
    monkeypatch.setattr(paged_rows, "KEPT_PAGES", 2)
    keep("One", "Two", "Three")
    for row in range(3):
        inbox.list.documents.entry(row)
        settled()
    assert inbox.list.documents._rows.page_count == 2


def test_every_control_has_a_name_and_no_key_is_given_twice(inbox: EvidenceWindow) -> None:
    for kind in CONTROLS:
        for control in inbox.findChildren(kind):
            if control.isVisible() and not _is_qts_own(control):
                assert control.objectName() and control.accessibleName(), control
    keys = [key for command in INBOX_COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def _is_qts_own(control: QWidget) -> bool:
    parent = control.parentWidget()
    is_part = isinstance(parent, QLineEdit | QAbstractItemView)
    return is_part or control.objectName().startswith("qt_")


def test_esc_closes_the_window(qtbot: QtBot, inbox: EvidenceWindow) -> None:
    qtbot.waitUntil(inbox.isActiveWindow)
    QTest.keyClick(inbox, Qt.Key.Key_Escape)
    assert not inbox.isVisible()
