from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker import settings
from claimtracker.claims.listing import Listing
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.dialogs.command_palette import CommandPalette
from claimtracker.gui.dialogs.conflict import ConflictDialog, Difference
from claimtracker.gui.dialogs.crash import CrashDialog
from claimtracker.gui.dialogs.export import ExportDialog
from claimtracker.gui.dialogs.import_table import ImportDialog
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.progress import FiguresBar, Progress
from claimtracker.gui.dialogs.settings import SettingsDialog
from claimtracker.gui.dialogs.start import StartDialog
from claimtracker.gui.theme import apply_theme, colour
from claimtracker.operations import list_claims
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter
from tests.gui.finding import child

Open = Callable[[QDialog], None]
HEADER = "summary,claimant,stated_on,deadline_wording\n"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


def action(window: QWidget, text: str, key: str = "") -> QAction:
    made = QAction(text, window)
    made.setShortcut(key)
    return made


def count(session: Session, as_of: AsOf) -> int:
    found = len(list_claims.ids(session, Listing(as_of)))
    session.rollback()  # a reading transaction left open would hold up the writer
    return found


def test_what_is_listed_is_written_and_the_place_is_said(
    qtbot: QtBot, desk: Desk, window: QWidget, enter: Enter, tmp_path: Path
) -> None:
    enter("Sign the deal")
    enter("Build a road")
    dialog = ExportDialog(desk, Listing(desk.as_of, parse("road")), 1, window)
    dialog.open()
    assert "1 claim" in dialog.about.text()
    dialog.file.set_path(tmp_path / "report.csv")
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible())
    written = (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    assert "Build a road" in written
    assert "Sign the deal" not in written
    assert str(tmp_path / "report.csv") in dialog.outcome.text()
    assert dialog.folder_button.isVisible()
    assert not dialog.export_button.isVisible()


@pytest.mark.parametrize("name", ["report.doc", "report", ""])
def test_a_file_of_no_known_format_is_refused(
    desk: Desk, window: QWidget, tmp_path: Path, name: str
) -> None:
    dialog = ExportDialog(desk, Listing(desk.as_of), 0, window)
    dialog.open()
    dialog.file.line.setText(str(tmp_path / name) if name else "")
    dialog.submit()
    assert dialog.problem.text()
    assert list(tmp_path.glob("report*")) == []


def test_a_place_that_cannot_be_written_is_said_and_can_be_mended(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    dialog = ExportDialog(desk, Listing(desk.as_of), 0, window)
    dialog.open()
    dialog.file.set_path(tmp_path / "nowhere" / "report.csv")
    dialog.submit()
    qtbot.waitUntil(lambda: "cannot be written" in dialog.problem.text())
    dialog.file.set_path(tmp_path / "report.csv")
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.outcome.isVisible())


def test_a_file_that_exists_is_named_before_it_is_replaced(
    desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    there = tmp_path / "report.csv"
    there.write_text("old")
    dialog = ExportDialog(desk, Listing(desk.as_of), 0, window)
    dialog.file.set_path(there)
    assert "will be replaced" in dialog.hint.text()
    assert dialog.export_button.text() == "Replace"


@pytest.mark.parametrize("typed", ["x" * 5_000, "~nobody/claims.csv", "a\0b.csv"])
def test_any_text_may_stand_where_a_file_is_named(
    qtbot: QtBot, desk: Desk, window: QWidget, typed: str
) -> None:
    dialog = ExportDialog(desk, Listing(desk.as_of), 0, window)
    dialog.file.line.setText(typed)
    assert dialog.export_button.text() == "Export"


def test_whoever_works_may_still_tell_when_the_window_is_gone(qtbot: QtBot) -> None:
    dialog, progress = QDialog(), Progress()
    bar = FiguresBar(dialog)
    progress.moved.connect(bar.show_progress)
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    progress.tell(3, 9)
    assert not progress.is_stopped()


def test_progress_can_be_stopped(qtbot: QtBot) -> None:
    progress = Progress()
    assert not progress.is_stopped()
    with qtbot.waitSignal(progress.moved) as told:
        progress.tell(3, 9)
    assert told.args == [3, 9]
    progress.stop()
    assert progress.is_stopped()


def test_an_import_is_shown_before_it_is_done(
    qtbot: QtBot, desk: Desk, window: QWidget, session: Session, as_of: AsOf, tmp_path: Path
) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(f"{HEADER}Build a road,Mayor,2025-03-01,by June\n,Mayor,,\n")
    dialog = ImportDialog(desk, table, window)
    dialog.open()
    qtbot.waitUntil(lambda: "1 added" in dialog.counts.text())
    assert count(session, as_of) == 0
    refused = dialog.refusals.entries.entry(0)
    assert refused is not None
    assert refused.title == "Line 3"
    with qtbot.waitSignal(dialog.accepted):
        dialog.action_button.click()
    assert count(session, as_of) == 1


def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    dialog = ImportDialog(desk, tmp_path / "gone.csv", window)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()))
    assert not dialog.action_button.isEnabled()


def test_another_path_takes_the_preview_away(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(f"{HEADER}Build a road,Mayor,2025-03-01,by June\n")
    dialog = ImportDialog(desk, table, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.action_button.isEnabled())
    dialog.file.set_path(tmp_path / "other.csv")
    assert not dialog.action_button.isEnabled()


def test_a_command_is_found_by_letters_of_its_name_and_done_once(
    qtbot: QtBot, window: QWidget
) -> None:
    export, bin_it = action(window, "&Export…", "Ctrl+Shift+E"), action(window, "Move to the bin")
    done: list[str] = []
    export.triggered.connect(lambda: done.append("export"))
    bin_it.triggered.connect(lambda: done.append("bin"))
    dialog = CommandPalette([bin_it, export], window)
    dialog.open()
    dialog.words.setText("exp")
    entry = dialog.found.current()
    assert entry is not None
    assert (entry.title, entry.mark) == ("Export", "Ctrl+Shift+E")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert done == ["export"]


def test_names_that_begin_with_the_letters_come_first(qtbot: QtBot, window: QWidget) -> None:
    texts = ("Mark for removal", "Remove", "Read more of it")
    dialog = CommandPalette([action(window, text) for text in texts], window)
    dialog.words.setText("rem")
    found = [dialog.found.entries.entry(row) for row in range(3)]
    assert [entry.title for entry in found if entry] == [
        "Remove",
        "Mark for removal",
        "Read more of it",
    ]


def test_the_words_of_what_would_be_undone_find_no_command(qtbot: QtBot, window: QWidget) -> None:
    dialog = CommandPalette([action(window, "Undo: new claim 'Dark days end by May'")], window)
    dialog.words.setText("dark")
    assert dialog.found.current() is None
    dialog.words.setText("und")
    assert dialog.found.current() is not None


def test_a_command_that_is_not_possible_now_does_nothing(qtbot: QtBot, window: QWidget) -> None:
    undo = action(window, "Undo")
    undo.setEnabled(False)
    dialog = CommandPalette([undo], window)
    dialog.open()
    dialog.run()
    assert dialog.isVisible()


def test_the_list_of_keys_is_made_from_the_commands(qtbot: QtBot, window: QWidget) -> None:
    dialog = KeysDialog([action(window, "&New claim", "Ctrl+N"), action(window, "About")], window)
    dialog.open()
    first = dialog.table.topLevelItem(0)
    assert first is not None
    assert (first.text(0), first.text(1)) == ("Ctrl+N", "New claim")
    dialog.words.setText("calendar")
    assert first.isHidden()


def test_a_second_bug_is_added_to_the_first(qtbot: QtBot, window: QWidget) -> None:
    dialog = CrashDialog("first", window)
    dialog.open()
    dialog.add_report("second")
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "first\n\nsecond"


def test_settings_are_used_and_stored(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    dialog = SettingsDialog(desk, window, path)
    dialog.open()
    names = ("assessor", "lead_days", "theme", "shows_notifications")
    name, lead, theme, notes = (dialog.fields[key] for key in names)
    assert isinstance(name, QLineEdit) and isinstance(lead, QLineEdit)
    assert isinstance(theme, QComboBox) and isinstance(notes, QCheckBox)
    name.setText(" Grace ")
    lead.setText("14")
    theme.setCurrentIndex(theme.findData("dark"))
    notes.setChecked(False)
    with qtbot.waitSignal(desk.settings_changed):
        dialog.submit()
    wanted = replace(
        settings.Settings(), assessor="Grace", lead_days=14, theme="dark", shows_notifications=False
    )
    assert desk.settings == wanted
    assert settings.load(path) == wanted


@pytest.mark.parametrize(("field", "text"), [("assessor", "  "), ("lead_days", "")])
def test_settings_that_make_no_sense_are_refused(
    desk: Desk, window: QWidget, tmp_path: Path, field: str, text: str
) -> None:
    dialog = SettingsDialog(desk, window, tmp_path / "settings.toml")
    dialog.open()
    line = dialog.fields[field]
    assert isinstance(line, QLineEdit)
    line.setText(text)
    dialog.submit()
    assert dialog.problem.text()
    assert not (tmp_path / "settings.toml").exists()


def test_settings_that_cannot_be_stored_stay_open(
    desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    dialog = SettingsDialog(desk, window, tmp_path / "file" / "settings.toml")
    dialog.open()
    dialog.submit()
    assert "cannot be saved" in dialog.problem.text()


def test_the_first_start_offers_the_sample_case(qtbot: QtBot, window: QWidget) -> None:
    dialog = StartDialog("There is no database.", window)
    dialog.open()
    assert dialog.problem.isVisible()
    with qtbot.waitSignals([dialog.accepted, dialog.sample_chosen]):
        dialog.sample_button.click()


@pytest.mark.parametrize("sentence", ["", "There is no database.", "No database is there. " * 20])
def test_a_dialog_is_as_tall_as_its_sentences_are_at_its_width(
    qtbot: QtBot, qapp: QApplication, window: QWidget, sentence: str
) -> None:
    apply_theme(qapp, "light")  # whose headings are larger
    dialog = StartDialog(sentence, window)
    dialog.open()
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() == layout.totalHeightForWidth(dialog.width())


def test_however_much_a_dialog_says_its_buttons_stay_on_the_screen(
    qtbot: QtBot, qapp: QApplication, window: QWidget
) -> None:
    apply_theme(qapp, "light")
    dialog = StartDialog("No database is there. " * 1_000, window)
    dialog.open()
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog.rect().contains(dialog.buttons.geometry())


def test_each_field_of_a_conflict_is_chosen_by_itself(
    qtbot: QtBot, window: QWidget, session: Session, enter: Enter, as_of: AsOf
) -> None:
    newest = show_claim(session, enter(), as_of)
    differing = [
        Difference("summary", "Summary", "mine", "theirs"),
        Difference("notes", "Notes", "mine", "theirs"),
    ]
    dialog = ConflictDialog(newest, differing, window)
    dialog.open()
    child(dialog, QRadioButton, "notes_theirs").setChecked(True)
    with qtbot.waitSignal(dialog.settled) as told:
        dialog.buttons.accepted.emit()
    assert told.args == [newest, {"summary": "mine", "notes": "theirs"}]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frame_of_a_box_stands_out_from_the_window(
    qtbot: QtBot, qapp: QApplication, scheme: Literal["light", "dark"]
) -> None:
    apply_theme(qapp, scheme)
    box = QCheckBox("Show notifications")
    qtbot.addWidget(box)
    framed(box)
    image = box.grab().toImage()
    ground = colour("window").lightness()
    seen = [image.pixelColor(x, image.height() // 2).lightness() for x in range(6)]
    apply_theme(qapp, "light")
    assert max(abs(lightness - ground) for lightness in seen) > 40
