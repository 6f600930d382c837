"""The commands of the evidence list: each by key, in F1's list, and safe."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Relation
from claimtracker.gui import open_captured
from claimtracker.gui.claim_panel.evidence import EvidenceTab
from claimtracker.gui.commands import Command
from claimtracker.gui.dialogs.correct_evidence import CorrectEvidenceDialog
from claimtracker.gui.evidence.actions import NO_ADDRESS, NOT_THERE, NOTHING_OPENED, ONLY_SHOWN
from claimtracker.gui.evidence.commands import EVIDENCE_COMMANDS, evidence_keys
from claimtracker.gui.evidence.preview import Preview
from claimtracker.operations.show_claim import show_claim
from claimtracker.storage.engine import FILES
from tests.gui.evidence.documents import pdf_bytes, type_by_bytes
from tests.gui.evidence.shown_tab import HARD_BLANK, Link, link, press, said, tab
from tests.gui.finding import child
from tests.gui.rows import evidence_row

__all__ = ["link", "said", "tab"]


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    found: list[QUrl] = []

    def note(url: QUrl) -> bool:
        found.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    monkeypatch.setattr(open_captured, "mime_type_of", type_by_bytes)
    return found


def test_the_original_is_opened_as_its_whole_address_says(
    qtbot: QtBot, tab: EvidenceTab, link: Link, opened: list[QUrl]
) -> None:
    link(url="https://\u0430pple.com/a?b=c")
    assert "https://xn--pple-43d.com/a?b=c" in tab.open_button.toolTip()
    press(qtbot, tab, Qt.Key.Key_O)
    assert [url.toEncoded().data() for url in opened] == [b"https://xn--pple-43d.com/a?b=c"]
    press(qtbot, tab, Qt.Key.Key_Return)
    assert len(opened) == 2


def test_what_was_captured_is_opened_as_a_copy(
    qtbot: QtBot, tab: EvidenceTab, link: Link, opened: list[QUrl], session: Session
) -> None:
    found = link(pdf_bytes(), "agreement.exe.pdf")
    press(qtbot, tab, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(opened) == 1)
    copy = Path(opened[0].toLocalFile())
    assert copy.name == "captured.pdf"
    assert copy != session.info[FILES].path_of(found.sha256)


@pytest.mark.parametrize("data", [b"MZ\0 program", b"<html>page", b"PK\x03\x04 table"])
def test_what_may_execute_is_shown_in_its_folder(
    qtbot: QtBot,
    tab: EvidenceTab,
    link: Link,
    opened: list[QUrl],
    said: list[str],
    session: Session,
    data: bytes,
) -> None:
    found = link(data, "good.pdf")
    press(qtbot, tab, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert Path(opened[0].toLocalFile()) == session.info[FILES].path_of(found.sha256).parent
    assert said == [ONLY_SHOWN]


def test_a_changed_file_is_not_opened(
    qtbot: QtBot,
    tab: EvidenceTab,
    link: Link,
    opened: list[QUrl],
    said: list[str],
    session: Session,
) -> None:
    found = link(pdf_bytes())
    session.info[FILES].path_of(found.sha256).write_bytes(b"%PDF-other")
    press(qtbot, tab, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(said))
    assert "was changed since" in said[0]
    assert opened == []


def test_the_folder_of_a_captured_file_is_shown(
    qtbot: QtBot, tab: EvidenceTab, link: Link, opened: list[QUrl], said: list[str]
) -> None:
    found = link(b"anything")
    press(qtbot, tab, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: bool(said))
    assert Path(opened[0].toLocalFile()).is_dir()
    assert found.sha256[:12] in said[0]


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_system_that_opens_nothing_is_named_as_the_cause(
    qtbot: QtBot,
    tab: EvidenceTab,
    link: Link,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    session: Session,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    found = link(pdf_bytes(), url="https://example.org/a")
    press(qtbot, tab, key, held)
    qtbot.waitUntil(lambda: bool(said))
    is_address = key is Qt.Key.Key_O and not held.value
    place = "https://example.org/a" if is_address else session.info[FILES].path_of(found.sha256)
    assert said == [f"{NOTHING_OPENED}: {place}"]


def test_an_address_that_is_never_opened_is_refused_as_such(
    tab: EvidenceTab, opened: list[QUrl], said: list[str]
) -> None:
    tab.commands.offer(evidence_row(url="https://ada:secret@example.org/"))
    tab.commands.open_original()
    assert (said, opened) == ([NO_ADDRESS], [])


def test_a_captured_file_that_is_gone_is_named_as_gone(
    qtbot: QtBot,
    tab: EvidenceTab,
    link: Link,
    opened: list[QUrl],
    said: list[str],
    session: Session,
) -> None:
    found = link(b"anything")
    session.info[FILES].path_of(found.sha256).unlink()
    press(qtbot, tab, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: bool(said))
    assert (said, opened) == ([NOT_THERE], [])


def test_the_citation_is_copied_as_plain_text(
    qtbot: QtBot, tab: EvidenceTab, link: Link, said: list[str]
) -> None:
    link(url="https://example.org/a", title="<b>Signed</b>", publisher="BBC")
    press(qtbot, tab, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "BBC, “<b>Signed</b>”, https://example.org/a"
    assert said == ["Citation copied"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_P])
def test_space_and_p_open_the_preview_and_escape_closes_it(
    qtbot: QtBot, tab: EvidenceTab, link: Link, settled: Callable[[], None], key: Qt.Key
) -> None:
    link(excerpt="Signed on Wednesday.")
    press(qtbot, tab, key)
    preview = tab.findChild(Preview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.text.toPlainText() == "Signed on Wednesday.")
    settled()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tab.findChild(Preview) is None)


def test_enter_looks_at_what_has_no_address(qtbot: QtBot, tab: EvidenceTab, link: Link) -> None:
    link(excerpt="Signed.")
    press(qtbot, tab, Qt.Key.Key_Return)
    assert tab.findChild(Preview) is not None


def test_what_cannot_be_done_is_not_offered(tab: EvidenceTab, link: Link) -> None:
    link(excerpt="Signed.")
    assert not tab.open_button.isEnabled()
    assert not tab.captured_button.isEnabled()
    tab.commands.offer(None)
    assert not any(action.isEnabled() for action in tab.commands.by_name.values())
    for name in (
        "preview",
        "open_original",
        "open_captured",
        "show_in_folder",
        "correct",
        "change_bearing",
        "unlink",
    ):
        getattr(tab.commands, name)()  # without a piece of evidence none of them does anything
    tab.commands.relate(Relation.FULFILS)


@pytest.mark.parametrize("command", EVIDENCE_COMMANDS, ids=lambda command: command.name)
def test_each_command_has_a_button_that_tells_its_key(
    tab: EvidenceTab, link: Link, command: Command
) -> None:
    link(url="https://example.org/a")
    button = child(tab, QAbstractButton, f"{command.name}_button")
    assert f"({command.keys[0]})" in button.toolTip()
    assert button.accessibleName() == command.text.removesuffix("…")
    told = (", ".join(command.keys), f"In the evidence: {command.text.removesuffix('…')}")
    assert told in evidence_keys()


def test_enter_is_told_as_what_it_does() -> None:
    assert ("Return, Enter", "In the evidence: Open original, or Preview") in evidence_keys()


def correct(qtbot: QtBot, tab: EvidenceTab) -> CorrectEvidenceDialog:
    press(qtbot, tab, Qt.Key.Key_F2)
    dialog = tab.findChild(CorrectEvidenceDialog)
    assert dialog is not None
    return dialog


def test_what_is_told_can_be_corrected(
    qtbot: QtBot,
    tab: EvidenceTab,
    link: Link,
    session: Session,
    as_of: AsOf,
    settled: Callable[[], None],
) -> None:
    link(url="https://example.org/a", title="Singed", excerpt=HARD_BLANK, place="p. 2")
    dialog = correct(qtbot, tab)
    dialog.fields.title.clear()
    QTest.keyClicks(dialog.fields.title, "Signed")
    QTest.keyClicks(dialog.fields.published_on.line, "2025-04-30")
    QTest.keyClicks(
        dialog.fields.archive_url,
        "https://web.archive.org/web/20250501100000/https://example.org/a",
    )
    dialog.submit()
    settled()
    (found,) = show_claim(session, 1, as_of).report.evidence
    session.rollback()
    assert (found.title, str(found.published_on), found.place) == ("Signed", "2025-04-30", "p. 2")
    assert found.excerpt == HARD_BLANK, "what nobody touched stays to the letter"
    assert found.archived_at is not None
    assert found.url == "https://example.org/a"


def test_an_archive_link_that_is_no_address_is_refused_at_its_field(
    qtbot: QtBot, tab: EvidenceTab, link: Link
) -> None:
    link(title="Signed")
    dialog = correct(qtbot, tab)
    QTest.keyClicks(dialog.fields.archive_url, "javascript:alert(1)")
    dialog.submit()
    assert "is not a web address" in dialog.problem.text()
    qtbot.waitUntil(dialog.fields.archive_url.hasFocus)
    assert dialog.findChild(QPlainTextEdit, "excerpt") is dialog.fields.excerpt


def test_delete_takes_the_link_off(
    qtbot: QtBot, tab: EvidenceTab, link: Link, said: list[str], settled: Callable[[], None]
) -> None:
    link(title="Signed")
    press(qtbot, tab, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: said == ["Evidence taken off the claim"])
    settled()
