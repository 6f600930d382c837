"""What the article window shows and offers: its head, its text, its keys and menus."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.articles.candidate import Scan
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.article_window import reading
from claimtracker.gui.article_window.commands import ARTICLE_COMMANDS, listed_keys
from claimtracker.gui.article_window.head import NO_DAY
from claimtracker.gui.article_window.reading import OpenedArticle
from claimtracker.gui.article_window.window import BUTTONS, ArticleWindow
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.unsaved import DiscardBox
from claimtracker.operations.known_articles import known_article
from tests.gui.article_window.articles import (
    AGAIN_FOUND,
    ARTICLE,
    EVERY,
    FEES_GROUP,
    HALL_GROUP,
    OPENED,
    SCAN,
    TEXT,
    TRAM_GROUP,
)
from tests.gui.article_window.conftest import Open, Press, Stored, said, standings
from tests.gui.finding import child


def test_moving_scrolls_the_text_and_marks_every_place_where_it_wassaid(
    window: ArticleWindow, press: Press
) -> None:
    press("J", "K")
    assert window.body.text._current == TRAM_GROUP.key
    press("N")
    assert window.body.details.lines["words"].text() == AGAIN_FOUND.sentence
    assert "2 of 2" in window.body.details.place.text()
    press("N", "P", "P")
    assert "1 of 2" in window.body.details.place.text()


def test_a_click_into_the_text_leads_to_its_candidate_and_place(window: ArticleWindow) -> None:
    window.body.list.go_to(HALL_GROUP.key)
    window.body.text.place_clicked.emit(AGAIN_FOUND.start + 2)
    assert window.body.current == TRAM_GROUP
    assert "2 of 2" in window.body.details.place.text()
    window.body.text.place_clicked.emit(0)
    assert window.body.current == TRAM_GROUP


def test_an_article_that_was_opened_before_shows_what_was_taken(
    window: ArticleWindow, press: Press, open_window: Open, session: Session
) -> None:
    press("A")
    again = open_window(replace(OPENED, known=known_article(session, ARTICLE)))
    assert standings(again) == ["taken", "open", "open", "open"]
    assert again.head.known.text() == "This article was opened before: 1 claim taken from it."


def test_the_words_of_a_claim_are_led_to(open_window: Open) -> None:
    window = open_window(replace(OPENED, spans=FEES_GROUP.spans))
    assert window.body.current == FEES_GROUP


def test_words_that_are_no_candidate_are_scrolled_to(open_window: Open) -> None:
    long = "A line of ten\n" * 500
    scan = Scan(None, "", ())
    window = open_window(OpenedArticle(replace(ARTICLE, text=long), scan, None, ((6_000, 6_005),)))
    text = window.body.text
    assert text.verticalScrollBar().value() > 0
    assert 0 <= text.cursorRect().top() < text.viewport().height()


def test_an_article_without_candidates_says_what_can_be_done(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(replace(OPENED, scan=Scan(None, "", ())))
    assert window.body.nothing.isVisible()
    assert "press C" in window.body.nothing.text()
    assert not window.body.list.isVisible()
    assert QApplication.focusWidget() is window.body.text
    assert not window.actions_by_name["take"].isEnabled()


def test_an_article_without_a_day_says_that_nothing_can_be_counted(open_window: Open) -> None:
    undated = OpenedArticle(replace(ARTICLE, published_on=None), replace(SCAN, published_on=None))
    window = open_window(undated)
    assert window.head.warning.text() == NO_DAY
    assert window.head.warning.isVisible()


def test_another_day_scans_anew_and_keeps_what_was_dropped(
    window: ArticleWindow,
    press: Press,
    qtbot: QtBot,
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[date | None] = []

    def scanned(_session: Session, article: object, **_stop: object) -> Scan:
        asked.append(window.article.published_on)
        assert article == window.article
        return Scan(None, "", EVERY[:3])

    monkeypatch.setattr(reading, "scan_article", scanned)
    press("X")
    window.head.published_on.line.setText("2025-05-02")
    qtbot.waitUntil(lambda: asked == [date(2025, 5, 2)])
    settled()
    assert standings(window) == ["dropped", "open"]
    assert said(window) == "Deadlines read anew"


def test_another_day_leaves_what_is_taken_and_says_so(
    window: ArticleWindow, press: Press, stored: Stored, qtbot: QtBot
) -> None:
    press("A")
    before = stored()
    window.head.published_on.line.setText("2025-05-02")
    qtbot.waitUntil(lambda: "the one taken stays as it was" in said(window))
    assert stored() == before
    assert standings(window)[0] == "taken"


def test_nothing_can_be_taken_while_the_deadlines_are_read_anew(
    window: ArticleWindow, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    take = window.actions_by_name["take"]
    window.head.published_on.line.setText("2025-05-02")
    assert not take.isEnabled()
    qtbot.waitUntil(take.isEnabled)
    settled()


def test_what_could_not_be_read_anew_is_not_taken_by_the_day_before(
    window: ArticleWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_session: Session, _article: object, **_stop: object) -> Scan:
        raise ClaimTrackerError("The database is busy.")

    monkeypatch.setattr(reading, "scan_article", refused)
    window.head.published_on.line.setText("2025-05-02")
    qtbot.waitUntil(window.messages.isVisible)
    assert window.messages.sentence == "The database is busy."
    assert not window.actions_by_name["take"].isEnabled()


def test_a_corrected_title_is_stored_as_the_source(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    window.head.title.setText("Trams, at long last")
    window.take_focus()
    press("A")
    assert [claim.source_title for claim in stored()] == ["Trams, at long last"]
    assert window.windowTitle() == "Trams, at long last – Article"


def test_esc_takes_the_message_away_and_then_closes(window: ArticleWindow, press: Press) -> None:
    window.messages.show_sentence("No.")
    press("Esc")
    assert not window.messages.isVisible()
    assert window.isVisible()
    press("Esc")
    assert not window.isVisible()


def test_edits_that_are_not_taken_are_asked_about_before_they_are_lost(
    window: ArticleWindow, press: Press
) -> None:
    window.review.keep_edits(TRAM_GROUP, {"summary": "Open the line"})
    press("Esc")
    assert window.isVisible()
    (box,) = window.findChildren(DiscardBox)
    box.discard_button.click()
    assert not window.isVisible()


def test_f1_lists_the_keys_of_this_window(window: ArticleWindow, press: Press) -> None:
    press("F1")
    (dialog,) = window.findChildren(KeysDialog)
    rows = [dialog.table.topLevelItem(n) for n in range(dialog.table.topLevelItemCount())]
    listed = {row.text(0): row.text(1) for row in rows if row is not None}
    assert listed["A"] == "Take"
    assert listed["X"] == "Drop"
    assert "Esc" in listed
    dialog.close()


def test_the_main_windows_list_of_keys_has_those_of_an_article_too() -> None:
    listed = dict(listed_keys())
    assert listed["A"] == "In an article: Take"
    assert len(listed) == sum(command.on_list for command in ARTICLE_COMMANDS)


@pytest.mark.parametrize("name", ["paste_article", "open_file"])
def test_another_article_can_be_opened_from_this_one(
    window: ArticleWindow, name: str, qtbot: QtBot
) -> None:
    wanted = {"paste_article": window.paste_wanted, "open_file": window.file_wanted}[name]
    with qtbot.waitSignal(wanted):
        window.actions_by_name[name].trigger()


def test_every_command_is_in_a_menu_and_the_deciding_ones_are_buttons(
    window: ArticleWindow,
) -> None:
    actions = window.actions_by_name
    in_menus = {
        action
        for menu in window.menuBar().actions()
        for action in (menu.menu() or window.menuBar()).actions()  # type: ignore[attr-defined]  # QAction.menu is left out of the stubs
    }
    assert set(actions.values()) <= in_menus
    for name in BUTTONS:
        button = child(window, QPushButton, f"{name}_button")
        assert button.text().startswith(actions[name].text().removesuffix("…"))
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_letters_belong_to_the_body_so_that_fields_can_be_typed_in() -> None:
    letters = [each for each in ARTICLE_COMMANDS if any(len(key) == 1 for key in each.keys)]
    assert letters
    assert all(each.on_list for each in letters)


def test_no_two_commands_want_the_same_key() -> None:
    keys = [key for command in ARTICLE_COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_tab_reaches_everything(window: ArticleWindow) -> None:
    reached: set[str] = set()
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        reached.add(focus.objectName())
        window.focusNextChild()
    wanted = {"article_title", "article_publisher", "published_on", "article_text"}
    wanted |= {"candidate_list", "take_button", "drop_button", "edit_first_button", "undo_button"}
    assert wanted <= reached


def test_every_control_has_a_name_for_a_screen_reader(window: ArticleWindow) -> None:
    focusable = [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.objectName()
        and not each.objectName().startswith("qt_")
    ]
    assert focusable
    assert [each.objectName() for each in focusable if not each.accessibleName()] == []


def test_the_source_can_be_opened_only_where_it_has_an_address(
    window: ArticleWindow, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("claimtracker.gui.article_window.window.open_url", opened.append)
    assert not window.actions_by_name["open_source"].isEnabled()
    address = "https://example.org/trams"
    other = open_window(replace(OPENED, article=replace(ARTICLE, url=address)))
    action: QAction = other.actions_by_name["open_source"]
    action.trigger()
    assert opened == [address]
    assert other.head.source.text() == address


def test_the_text_is_shown_as_read(window: ArticleWindow) -> None:
    assert window.body.text.toPlainText() == TEXT
