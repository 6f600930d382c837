"""Documents in the main window: the inbox, capturing, snapshots, drops beside the list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.articles.capture_page import PageCapture
from claimtracker.claims.drafts import DocumentDraft, EvidenceDraft
from claimtracker.claims.vocabulary import Relation
from claimtracker.gui import capture_work
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.link_evidence import KEEP, LinkEvidenceDialog
from claimtracker.gui.dialogs.settings import SettingsDialog
from claimtracker.gui.dialogs.wayback import IS_OFF, WaybackDialog
from claimtracker.gui.evidence_desk import NOTHING_CHOSEN
from claimtracker.gui.evidence_inbox.window import EvidenceWindow
from claimtracker.operations import list_evidence
from claimtracker.operations.keep_capture import keep_capture
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.settings import Settings
from tests.conftest import Enter
from tests.gui.faked_capture import FakedCapture, impatient
from tests.gui.window.conftest import Shown

__all__ = ["impatient"]

Settle = Callable[[], None]
PAGE = "https://example.org/a"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> FakedCapture:
    faked = FakedCapture()
    monkeypatch.setattr(capture_work, "capture_page", faked.capture_page)
    monkeypatch.setattr(capture_work, "existing_snapshot", faked.snapshot)
    monkeypatch.setattr(capture_work, "new_snapshot", faked.snapshot)
    return faked


@pytest.fixture
def linked(shown: Shown, desk: Desk, session: Session, enter: Enter, settled: Settle) -> Shown:
    """The window with a claim that a page was linked to, not captured yet."""
    draft = EvidenceDraft(relation=Relation.CONTEXT, url=PAGE)
    link_evidence(session, [enter()], draft, by="Ada")
    desk.changes.changed.emit()
    settled()
    return shown


def _do(shown: Shown, settled: Settle, name: str) -> None:
    shown.view.actions_by_name[name].trigger()
    settled()


def _drop(shown: Shown, content: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, content, buttons, keys)
    shown.view.dropEvent(drop)


def test_the_sidebar_counts_the_inbox_and_leads_there(
    shown: Shown, desk: Desk, session: Session, settled: Settle
) -> None:
    keep_evidence(session, [(DocumentDraft(url=PAGE), None)], by="Ada")
    desk.changes.changed.emit()
    settled()
    button = shown.view.sidebar.inbox_button
    assert (button.count, button.accessibleName()) == (1, "Evidence inbox, 1")
    button.click()
    settled()
    assert len(shown.view.findChildren(EvidenceWindow)) == 1
    _do(shown, settled, "evidence_inbox")
    assert len(shown.view.findChildren(EvidenceWindow)) == 1


def test_the_inbox_opens_anew_after_it_was_closed(
    qtbot: QtBot, shown: Shown, settled: Settle
) -> None:
    _do(shown, settled, "evidence_inbox")
    first = shown.view.evidence.inbox
    assert first is not None
    with qtbot.waitSignal(first.destroyed):
        first.close()
    _do(shown, settled, "evidence_inbox")
    assert shown.view.evidence.inbox is not None
    assert shown.view.evidence.inbox.isVisible()


def test_undo_in_the_inbox_takes_the_last_action_back(
    shown: Shown, desk: Desk, session: Session, settled: Settle
) -> None:
    keep_evidence(session, [(DocumentDraft(url=PAGE), None)], by="Ada")
    desk.changes.changed.emit()
    settled()
    _do(shown, settled, "evidence_inbox")
    inbox = shown.view.evidence.inbox
    assert inbox is not None
    inbox.actions_by_name["undo"].trigger()
    settled()
    session.rollback()
    assert list_evidence.inbox_count(session) == 0


def test_ctrl_e_without_a_claim_keeps_in_the_inbox(shown: Shown, settled: Settle) -> None:
    QApplication.clipboard().setText(PAGE)
    _do(shown, settled, "link_evidence")
    (dialog,) = shown.view.findChildren(LinkEvidenceDialog)
    assert dialog.action_button.text() == KEEP
    assert dialog.documents.fields.url.text() == PAGE


def test_linking_captures_the_page(
    qtbot: QtBot, linked: Shown, settled: Settle, web: FakedCapture
) -> None:
    QApplication.clipboard().setText("https://example.org/b")
    _do(linked, settled, "link_evidence")
    (dialog,) = linked.view.findChildren(LinkEvidenceDialog)
    dialog.relations.choose(Relation.PROGRESS)
    dialog.submit()
    qtbot.waitUntil(lambda: web.asked == ["https://example.org/b"])
    settled()


def test_g_on_the_evidence_of_a_claim_tries_again(
    qtbot: QtBot, linked: Shown, settled: Settle, web: FakedCapture
) -> None:
    linked.view.panel.pages.show_evidence()
    linked.window.activateWindow()
    qtbot.waitUntil(linked.window.isActiveWindow)
    evidence = linked.view.panel.pages.evidence.entries.list
    evidence.setFocus()
    QTest.keyClick(evidence, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: web.asked == [PAGE])
    settled()


def test_what_failed_is_tried_again_by_the_button_beside_it(
    qtbot: QtBot, linked: Shown, settled: Settle, web: FakedCapture, desk: Desk, session: Session
) -> None:
    keep_capture(session, 1, PageCapture(failure="The page is gone."), by="Ada")
    desk.changes.changed.emit()
    settled()
    linked.view.panel.pages.show_evidence()
    linked.view.panel.pages.evidence.details.failure.button.click()
    qtbot.waitUntil(lambda: web.asked == [PAGE])
    settled()


def test_capturing_and_archives_are_in_the_menu_of_the_evidence(shown: Shown) -> None:
    listed = shown.view.panel.pages.evidence.entries.list
    listed.customContextMenuRequested.emit(listed.rect().center())
    menu = QApplication.activePopupWidget()
    assert menu is not None
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names[-4:] == ["change_bearing", "capture_again", "wayback", "unlink_evidence"]
    menu.close()


def test_the_list_of_keys_tells_capturing_beside_the_evidence_s_own(
    shown: Shown, settled: Settle
) -> None:
    _do(shown, settled, "keys")
    (dialog,) = shown.view.findChildren(KeysDialog)
    rows = [dialog.table.topLevelItem(row) for row in range(dialog.table.topLevelItemCount())]
    told = [(row.text(0), row.text(1)) for row in rows if row is not None]
    g, w = (
        ("G", "In the evidence: Capture the evidence again"),
        ("W", "In the evidence: Ask the Wayback Machine"),
    )
    assert told[told.index(g) - 1] == ("R", "In the evidence: How it bears")
    assert told.index(w) == told.index(g) + 1
    assert [keys for keys, does in told if does == "Capture the evidence again"] == []
    dialog.close()


def test_without_chosen_evidence_that_is_said(shown: Shown, settled: Settle) -> None:
    _do(shown, settled, "capture_again")
    assert shown.view.messages.sentence == NOTHING_CHOSEN


def test_the_wayback_machine_is_off_until_the_settings_switch_it_on(
    linked: Shown, settled: Settle, web: FakedCapture
) -> None:
    _do(linked, settled, "wayback")
    (dialog,) = linked.view.findChildren(WaybackDialog)
    assert IS_OFF in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.action_button.click()
    settled()
    (settings,) = linked.view.findChildren(SettingsDialog)
    assert settings.focusWidget() is settings.fields["asks_wayback"]
    assert web.services == []
    settings.close()


def test_switched_on_it_is_asked_for_what_was_chosen(
    qtbot: QtBot,
    linked: Shown,
    desk: Desk,
    settled: Settle,
    web: FakedCapture,
    session: Session,
) -> None:
    desk.use_settings(Settings(asks_wayback=True))
    _do(linked, settled, "wayback")
    (dialog,) = linked.view.findChildren(WaybackDialog)
    dialog.new.setChecked(True)
    dialog.action_button.click()
    qtbot.waitUntil(lambda: web.services == ["https://web.archive.org"])
    settled()
    session.rollback()
    (row,) = list_evidence.rows(session, list_evidence.ids(session)).values()
    assert row.archive_url.startswith("https://web.archive.org/web/")


def test_a_picture_dropped_beside_the_list_is_evidence(shown: Shown, settled: Settle) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    content = QMimeData()
    content.setImageData(image)
    _drop(shown, content)
    settled()
    (dialog,) = shown.view.findChildren(LinkEvidenceDialog)
    assert dialog.documents.fields.picture.image is not None
    assert shown.view.articles.windows == []


def test_a_packed_file_is_evidence_and_a_text_beside_it_an_article(
    qtbot: QtBot, shown: Shown, settled: Settle, tmp_path: Path
) -> None:
    packed, text = tmp_path / "a.zip", tmp_path / "b.txt"
    packed.write_bytes(b"PK")
    text.write_text("“We will sign within days,” said Marco Rubio on 18 April 2025.")
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(packed)), QUrl.fromLocalFile(str(text))])
    _drop(shown, content)
    qtbot.waitUntil(lambda: len(shown.view.articles.windows) == 1)
    settled()
    (dialog,) = shown.view.findChildren(LinkEvidenceDialog)
    assert [file for _draft, file in dialog.documents.given()] == [packed]


def test_a_text_dropped_beside_the_list_opens_as_an_article(
    qtbot: QtBot, shown: Shown, settled: Settle
) -> None:
    content = QMimeData()
    content.setText("“We will sign within days,” said Marco Rubio on 18 April 2025.")
    _drop(shown, content)
    qtbot.waitUntil(lambda: len(shown.view.articles.windows) == 1)
    settled()
    assert shown.view.findChildren(LinkEvidenceDialog) == []


def test_closing_the_window_leaves_off_what_is_fetched(
    qtbot: QtBot, linked: Shown, settled: Settle, web: FakedCapture, session: Session
) -> None:
    web.hold()
    linked.view.panel.pages.show_evidence()
    linked.view.evidence.capturing.capture_again(list(list_evidence.ids(session)))
    session.rollback()
    qtbot.waitUntil(lambda: len(web.asked) == 1)
    with qtbot.waitSignal(linked.window.closed):
        linked.window.close()
    settled()
    assert linked.view.evidence.capturing.is_idle
    (row,) = list_evidence.rows(session, list_evidence.ids(session)).values()
    assert not row.sha256
