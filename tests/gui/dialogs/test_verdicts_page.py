"""The settings page on what verdicts are called: moved by keys, refused in a sentence, undoable."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.verdict_labels import DEFAULT_LABELS, POLITIFACT
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.settings import SettingsDialog
from claimtracker.gui.dialogs.unsaved import DiscardBox
from claimtracker.gui.dialogs.verdicts_page import VerdictsPage
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.operations.undo import next_steps, undo
from claimtracker.operations.verdict_labels import verdict_labels

Settle = Callable[[], None]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def dialog(desk: Desk, window: QWidget, settled: Settle, tmp_path: Path) -> SettingsDialog:
    """The settings at their page of verdicts, once it is known what is stored."""
    opened = SettingsDialog(desk, window, tmp_path / "settings.toml")
    opened.open()
    settled()
    opened.pages.setCurrentWidget(opened.verdicts)
    return opened


@pytest.fixture
def page(dialog: SettingsDialog) -> VerdictsPage:
    return dialog.verdicts


def _codes(page: VerdictsPage) -> list[str]:
    return [row.code.text() for row in page.rows]


def _save(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()


def test_every_verdict_stands_there_with_its_code_and_label(page: VerdictsPage) -> None:
    assert _codes(page) == [verdict.value for verdict in DEFAULT_LABELS.order]
    assert [row.field.text() for row in page.rows] == [row.label for row in DEFAULT_LABELS.rows]
    assert not page.differs_from_stored
    assert not page.all_back.isEnabled()


def test_nothing_can_be_typed_before_it_is_known_what_is_stored(
    qtbot: QtBot, desk: Desk, settled: Settle
) -> None:
    page = VerdictsPage(desk)
    qtbot.addWidget(page)
    assert not page.isEnabled()
    assert not page.differs_from_stored
    settled()
    assert page.isEnabled()


def test_alt_and_an_arrow_move_a_verdict_and_the_cursor_with_it(
    dialog: SettingsDialog, page: VerdictsPage
) -> None:
    dialog.activateWindow()
    page.rows[0].field.setFocus()
    QTest.keyClick(page.rows[0].field, Qt.Key.Key_Down, ALT)
    assert _codes(page)[:2] == ["kept_late", "kept"]
    assert dialog.focusWidget() is page.rows[1].field
    QTest.keyClick(page.rows[1].field, Qt.Key.Key_Up, ALT)
    assert _codes(page)[:2] == ["kept", "kept_late"]
    assert not page.differs_from_stored


def test_the_buttons_move_it_too_but_not_beyond_the_ends(page: VerdictsPage) -> None:
    page.rows[1].up.click()
    page.rows[-2].down.click()
    assert _codes(page)[0] == "kept_late"
    assert _codes(page)[-1] == "disputed"
    assert not page.rows[0].up.isEnabled()
    assert not page.rows[-1].down.isEnabled()
    before = _codes(page)
    QTest.keyClick(page.rows[0].field, Qt.Key.Key_Up, ALT)
    QTest.keyClick(page.rows[-1].field, Qt.Key.Key_Down, ALT)
    assert _codes(page) == before


def test_politifacts_ratings_are_stored_as_one_step_of_undo(
    qtbot: QtBot, dialog: SettingsDialog, page: VerdictsPage, desk: Desk, session: Session
) -> None:
    said: list[str] = []
    desk.changes.said.connect(said.append)
    page.politifact.click()
    assert dialog.has_unsaved
    _save(qtbot, dialog)
    assert verdict_labels(session) == POLITIFACT
    assert said == ["Settings saved. Ctrl+Z takes the labels of verdicts back."]
    step = next_steps(session).undo
    assert step is not None
    assert step.name == "what verdicts are called"


def test_unchanged_labels_are_no_step_of_undo(
    qtbot: QtBot, dialog: SettingsDialog, session: Session
) -> None:
    _save(qtbot, dialog)
    assert next_steps(session).undo is None


def test_the_defaults_come_back(
    qtbot: QtBot, dialog: SettingsDialog, page: VerdictsPage, session: Session
) -> None:
    set_verdict_labels(session, POLITIFACT, by="Ada")
    page.show_stored(POLITIFACT)
    page.all_back.click()
    assert not page.all_back.isEnabled()
    _save(qtbot, dialog)
    session.rollback()
    assert verdict_labels(session) == DEFAULT_LABELS


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("  ", "The verdict broken needs a label."),
        ("kept late", "“kept late” is the label of two verdicts: broken and kept_late."),
    ],
)
def test_an_empty_or_doubled_label_is_refused_beside_its_field(
    dialog: SettingsDialog, page: VerdictsPage, text: str, sentence: str, session: Session
) -> None:
    dialog.activateWindow()
    place = [row.verdict for row in page.rows].index(Verdict.BROKEN)
    page.move_verdict(place, -1)
    page.move_verdict(place - 1, -1)
    page.move_verdict(place - 2, -1)
    field = page.rows[0].field
    field.setText(text)
    assert page.problem.text() == sentence
    dialog.pages.setCurrentIndex(0)
    dialog.submit()
    assert dialog.isVisible()
    assert dialog.pages.currentWidget() is page
    assert dialog.focusWidget() is field
    assert field.property("tone") == "error"
    field.setText("Not honoured")
    assert page.problem.isHidden()
    assert field.property("tone") == ""
    assert verdict_labels(session) == DEFAULT_LABELS


def test_typed_labels_are_not_thrown_away_unasked(
    dialog: SettingsDialog, page: VerdictsPage
) -> None:
    page.rows[0].field.setText("Honoured")
    dialog.reject()
    assert dialog.isVisible()
    box = dialog.findChild(DiscardBox)
    assert box is not None
    box.discarded.emit()
    assert not dialog.isVisible()


def test_the_window_follows_labels_and_their_undo(
    desk: Desk, session: Session, settled: Settle
) -> None:
    desk.carry_out(lambda opened: set_verdict_labels(opened, POLITIFACT, by="Ada"))
    settled()
    assert desk.labels == POLITIFACT
    undo(session, by="Ada")
    desk.changes.changed.emit()
    settled()
    assert desk.labels == DEFAULT_LABELS


def test_the_labels_are_there_before_the_rows_that_are_read_again(
    desk: Desk, session: Session, settled: Settle
) -> None:
    heard: list[bool] = []
    late = desk.changes

    def ask() -> None:
        desk.ask(verdict_labels, note)

    def note(_labels: object) -> None:
        heard.append(desk.labels == POLITIFACT)

    late.changed.connect(ask)
    set_verdict_labels(session, POLITIFACT, by="Ada")
    late.changed.emit()
    settled()
    assert heard == [True]
