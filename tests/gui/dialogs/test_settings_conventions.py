"""How deadlines are read is entered, tried, compared and stored; nothing is re-read unasked."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker import settings
from claimtracker.deadlines import CONVENTIONS, changed_texts, policy_from
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs import policy_change
from claimtracker.gui.dialogs.convention_row import ChoiceLine, ConventionRow, FormLine
from claimtracker.gui.dialogs.policy_change import NOTHING
from claimtracker.gui.dialogs.progress import PATIENCE_MS, BusyBar
from claimtracker.gui.dialogs.settings import SettingsDialog
from claimtracker.gui.dialogs.what_would_change import RereadingEntries, WhatWouldChangeDialog
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.undo import undo
from claimtracker.operations.what_would_change import RereadingCancelled, what_would_change
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.conventions import kept_policy
from tests.conftest import Enter

Settle = Callable[[], None]
SAID = date(2025, 4, 18)
USUAL, WIDE = date(2025, 4, 25), date(2025, 4, 28)
TEXT = "3 days, latest 10 days"
WIDER = policy_from({"vague: days": TEXT})


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """What the status line was told."""
    told: list[str] = []
    desk.changes.said.connect(told.append)
    return told


@pytest.fixture
def dialog(desk: Desk, window: QWidget, settled: Settle, tmp_path: Path) -> SettingsDialog:
    """The settings at the second page, once it is known what is stored."""
    opened = SettingsDialog(desk, window, tmp_path / "settings.toml")
    opened.open()
    opened.pages.setCurrentWidget(opened.conventions)
    settled()
    return opened


def _put(dialog: SettingsDialog, key: str, text: str) -> ConventionRow:
    row = dialog.conventions.rows[key]
    row.set_text(text)
    return row


def _kept(session: Session) -> dict[str, str]:
    session.rollback()
    session.expire_all()
    found = changed_texts(kept_policy(session))
    session.rollback()  # a reading transaction left open would hold up the writer
    return found


def _latest(session: Session, claim_id: int) -> date | None:
    session.expire_all()
    found = find_claim(session, claim_id).latest_on
    session.rollback()
    return found


def _comparison(dialog: SettingsDialog, settled: Settle) -> WhatWouldChangeDialog:
    settled()
    found = dialog.findChild(WhatWouldChangeDialog)
    assert found is not None
    return found


@pytest.fixture
def claim_id(enter: Enter) -> int:
    return enter("Walk away", stated_on=SAID, deadline_wording="within days")


def test_every_convention_is_a_row_with_its_words(dialog: SettingsDialog) -> None:
    rows = dialog.conventions.rows
    assert list(rows) == [convention.key for convention in CONVENTIONS]
    buddies = {label.buddy() for label in dialog.conventions.findChildren(QLabel)}
    for convention, row in zip(CONVENTIONS, rows.values(), strict=True):
        assert isinstance(row.field, ChoiceLine) == bool(convention.kind.choices)
        assert row.field in buddies
        assert row.field.accessibleName() == convention.label
        assert row.value == row.default in row.field.accessibleDescription()


def test_each_section_heads_its_rows_once(dialog: SettingsDialog) -> None:
    texts = [label.text() for label in dialog.conventions.findChildren(QLabel)]
    for section in {convention.section for convention in CONVENTIONS}:
        assert texts.count(section) == 1


def test_a_text_of_a_certain_form_has_an_example(dialog: SettingsDialog) -> None:
    row = _put(dialog, "vague: days", "")
    assert isinstance(row.field, FormLine)
    assert row.field.placeholderText() == "like 2 days, latest 7 days"


def test_what_is_stored_is_shown(
    session: Session, desk: Desk, window: QWidget, settled: Settle
) -> None:
    set_policy(session, WIDER, by="Ada")
    dialog = SettingsDialog(desk, window)
    assert not dialog.conventions.isEnabled()
    settled()
    assert dialog.conventions.isEnabled()
    assert dialog.conventions.rows["vague: days"].value == TEXT
    assert dialog.conventions.counted.text() == "1 convention differs from the default"
    assert not dialog.conventions.differs_from_stored


def test_a_changed_row_shows_its_default_and_leads_back(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    row = _put(dialog, "week_starts_on", "Sunday")
    assert row.back.isVisible() and row.note.isVisible()
    assert row.note.text() == "Default: Monday"
    row.back.setFocus()
    QTest.keyClick(row.back, Qt.Key.Key_Space)
    assert row.value == "Monday"
    assert not row.back.isVisible() and not row.note.isVisible()
    assert row.field.hasFocus()


def test_the_same_value_written_otherwise_is_no_change(dialog: SettingsDialog) -> None:
    row = _put(dialog, "vague: days", "2 day, latest 7 day")
    assert not row.is_changed
    assert not dialog.conventions.differs_from_stored


def test_all_lead_back_at_once_and_count_only_when_saved(
    dialog: SettingsDialog, session: Session
) -> None:
    assert not dialog.conventions.all_back.isEnabled()
    _put(dialog, "week_starts_on", "Sunday")
    _put(dialog, "vague: days", "nonsense")
    assert dialog.conventions.counted.text() == "2 conventions differ from the default"
    dialog.conventions.all_back.click()
    assert dialog.conventions.counted.text() == "All at their defaults"
    assert not any(row.is_changed for row in dialog.conventions.rows.values())
    assert _kept(session) == {}


def test_the_keyboard_goes_through_the_rows_in_their_order(dialog: SettingsDialog) -> None:
    page = dialog.conventions
    page.compare.setFocus()
    for row in page.rows.values():
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
        assert row.field.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    assert page.trying.words.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    assert page.trying.day.line.hasFocus()


def test_the_wheel_scrolls_past_a_choice_and_never_changes_it(dialog: SettingsDialog) -> None:
    field = dialog.conventions.rows["week_starts_on"].field
    place = QPointF(5, 5)
    turn = QWheelEvent(
        place, field.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert field.text() == "Monday"


def test_words_are_tried_by_what_is_entered_before_it_is_saved(
    dialog: SettingsDialog, session: Session
) -> None:
    trying = dialog.conventions.trying
    trying.day.set_day(SAID)
    assert "Fri 25 Apr" in trying.headline.text()
    assert trying.rule.text()
    _put(dialog, "vague: days", TEXT)
    assert trying.headline.text() == "Fri 18 – Mon 21 Apr, at the latest Mon 28 Apr"
    assert "As stored until now: Fri 18 – Sun 20 Apr" in trying.remarks.text()
    trying.words.setText("next week")
    assert trying.headline.text() == "Mon 21 – Sun 27 Apr"
    assert "As stored" not in trying.remarks.text()
    assert _kept(session) == {}


def test_enter_in_the_words_to_try_saves_nothing(
    dialog: SettingsDialog, session: Session, settled: Settle
) -> None:
    _put(dialog, "vague: days", TEXT)
    for field in (dialog.conventions.trying.words, dialog.conventions.trying.day.line):
        QTest.keyClick(field, Qt.Key.Key_Return)
        settled()
    assert dialog.isVisible()
    assert _kept(session) == {}


def test_the_day_said_is_today_unless_told(dialog: SettingsDialog, desk: Desk) -> None:
    assert dialog.conventions.trying.day.day() == desk.today


@pytest.mark.parametrize(
    ("words", "day", "wanted"),
    [("", "2025-04-18", "Type the words"), ("next week", "soonish", "day it was said")],
)
def test_what_cannot_be_tried_says_why(
    words: str, day: str, wanted: str, dialog: SettingsDialog
) -> None:
    trying = dialog.conventions.trying
    trying.day.line.setText(day)
    trying.words.setText(words)
    assert wanted in trying.remarks.text()


def test_a_text_that_is_no_value_is_told_beside_its_field(
    dialog: SettingsDialog, session: Session, qtbot: QtBot
) -> None:
    row = _put(dialog, "about_adds", "much")
    assert "cannot be read yet" in dialog.conventions.trying.remarks.text()
    dialog.pages.setCurrentIndex(0)
    dialog.submit()
    assert dialog.pages.currentWidget() is dialog.conventions
    assert row.field.hasFocus()
    assert row.problem.isVisible()
    assert row.problem.text().startswith("“much” does not fit")
    assert dialog.isVisible()
    assert _kept(session) == {}
    row.set_text("30%")
    assert not row.problem.isVisible()


def test_a_setting_that_is_wrong_leads_to_the_first_page(dialog: SettingsDialog) -> None:
    name = dialog.fields["assessor"]
    assert isinstance(name, QLineEdit)
    name.clear()
    dialog.submit()
    assert dialog.pages.currentIndex() == 0
    assert name.hasFocus()


def test_without_claims_to_ask_about_it_is_stored_at_once(
    dialog: SettingsDialog, session: Session, qtbot: QtBot, said: list[str]
) -> None:
    name = dialog.fields["assessor"]
    assert isinstance(name, QLineEdit)
    name.setText("Grace")
    _put(dialog, "vague: days", TEXT)
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    assert _kept(session) == {"vague: days": TEXT}
    assert settings.load(dialog._path).assessor == "Grace"
    assert said == ["Conventions saved. Ctrl+Z takes it back."]


def test_what_would_change_is_listed_before_anything_is_stored(
    dialog: SettingsDialog, session: Session, settled: Settle, claim_id: int
) -> None:
    _put(dialog, "vague: days", TEXT)
    dialog.submit()
    asked = _comparison(dialog, settled)
    assert asked.about.text() == "1 claim would be read otherwise"
    assert asked.reread_button.text() == "Save and &re-read"
    entry = asked.listed.list.current()
    assert entry is not None
    assert entry.title == "“within days”"
    assert "latest Fri 25 Apr  →  Fri 18 – Mon 21 Apr, at the latest Mon 28 Apr" in entry.note
    assert "Walk away" in asked.listed.whole.toPlainText()
    assert _kept(session) == {}


def test_re_reading_changes_exactly_what_was_listed_and_is_one_undo(
    dialog: SettingsDialog, session: Session, settled: Settle, claim_id: int, said: list[str]
) -> None:
    _put(dialog, "vague: days", TEXT)
    dialog.submit()
    _comparison(dialog, settled).reread_button.click()
    settled()
    assert _latest(session, claim_id) == WIDE
    assert _kept(session) == {"vague: days": TEXT}
    assert said == ["Conventions saved, 1 claim re-read. Ctrl+Z takes it back."]
    undo(session, by="Ada")
    assert _latest(session, claim_id) == USUAL
    assert _kept(session) == {}


def test_readings_can_be_kept(
    dialog: SettingsDialog, session: Session, settled: Settle, claim_id: int
) -> None:
    _put(dialog, "vague: days", TEXT)
    dialog.submit()
    asked = _comparison(dialog, settled)
    assert asked.keep_button.isVisible()
    asked.keep_button.click()
    settled()
    assert _latest(session, claim_id) == USUAL
    assert _kept(session) == {"vague: days": TEXT}


def test_deciding_against_it_stores_nothing_and_keeps_what_was_entered(
    dialog: SettingsDialog, session: Session, settled: Settle, claim_id: int
) -> None:
    row = _put(dialog, "vague: days", TEXT)
    dialog.submit()
    _comparison(dialog, settled).reject()
    settled()
    assert _kept(session) == {}
    assert not settings.settings_path().exists() and not dialog._path.exists()
    assert dialog.isVisible() and dialog.save_button.isEnabled()
    assert row.value == TEXT


def test_comparing_alone_stores_nothing_where_every_reading_stays(
    dialog: SettingsDialog, settled: Settle, claim_id: int
) -> None:
    dialog.conventions.compare.click()
    settled()
    assert dialog.findChild(WhatWouldChangeDialog) is None
    assert dialog.conventions.answer.isVisible()
    assert dialog.conventions.answer.text() == NOTHING
    assert NOTHING not in dialog.conventions.trying.remarks.text()
    _put(dialog, "vague: days", TEXT)
    assert not dialog.conventions.answer.isVisible()
    assert dialog.isVisible()


def test_readings_kept_before_can_be_re_read_later(
    dialog: SettingsDialog, session: Session, settled: Settle, claim_id: int, said: list[str]
) -> None:
    set_policy(session, WIDER, by="Ada")
    dialog.conventions.note_stored(WIDER)
    dialog.conventions.compare.click()
    asked = _comparison(dialog, settled)
    assert not asked.keep_button.isVisible()
    assert asked.reread_button.text() == "&Re-read 1 claim"
    asked.reread_button.click()
    settled()
    assert _latest(session, claim_id) == WIDE
    assert said == ["1 claim re-read. Ctrl+Z takes it back."]
    assert dialog.isVisible()


def test_long_comparing_can_be_stopped(
    dialog: SettingsDialog,
    session: Session,
    settled: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    is_running = threading.Event()

    def long_work(_session: Session, **told: Callable[[], bool]) -> None:
        is_running.set()
        while not told["is_cancelled"]():
            pass
        raise RereadingCancelled("It was stopped; nothing was changed.")

    monkeypatch.setattr(policy_change, "what_would_change", long_work)
    _put(dialog, "vague: days", TEXT)
    dialog.submit()
    qtbot.waitUntil(is_running.is_set)
    assert not dialog.save_button.isEnabled()
    dialog.submit()  # once is enough
    dialog.reject()
    settled()
    assert dialog.problem.text() == "It was stopped; nothing was changed."
    assert dialog.isVisible() and dialog.save_button.isEnabled()
    assert _kept(session) == {}


def test_the_bar_comes_only_after_a_while(qtbot: QtBot) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.begin()
    assert not bar.isVisible()
    bar.show_progress(3, 9)
    assert (bar.value(), bar.maximum()) == (3, 9)
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE_MS * 5)
    bar.end()
    assert not bar.isVisible()


def test_what_is_quickly_done_shows_no_bar(qtbot: QtBot) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.begin()
    bar.end()
    qtbot.wait(0)
    assert not bar.isVisible()


def test_entries_of_a_long_list_are_made_when_they_are_seen(
    session: Session, claim_id: int
) -> None:
    (found,) = what_would_change(session, WIDER)
    entries = RereadingEntries([found] * 100_000, SAID)
    assert len(entries) == 100_000
    assert entries[-1].key == claim_id
    assert len(entries[:7]) == 7
    with pytest.raises(IndexError):
        entries[100_000]


def test_a_reading_of_the_same_days_names_the_other_rule(session: Session, claim_id: int) -> None:
    find_claim(session, claim_id).rule = "as the newsroom reads it"
    session.commit()
    (found,) = what_would_change(session, policy_from({}))
    (entry,) = RereadingEntries([found], SAID)
    assert entry.note.endswith("by another rule")
    assert "as the newsroom reads it" in entry.told


def test_two_values_that_contradict_each_other_are_told_and_not_saved(
    dialog: SettingsDialog, session: Session
) -> None:
    page = dialog.conventions
    page.rows["early_month"].set_text("12, latest 14")
    page.rows["mid_month"].set_text("13, latest 20")
    assert "must end later than" in page.trying.remarks.text()
    dialog.submit()
    assert kept_policy(session) == policy_from({})
