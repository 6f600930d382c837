"""Fields are edited before a candidate is taken; words of one's own become a claim."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from claimtracker.articles.candidate import Scan
from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.gui.article_window import reading
from claimtracker.gui.article_window.edit_dialog import EditDialog
from claimtracker.gui.article_window.places import Places
from claimtracker.gui.article_window.window import ArticleWindow
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.unsaved import DiscardBox
from tests.gui.article_window.articles import FEES_GROUP, HALL_FOUND, TEXT, TRAM, TRAM_GROUP
from tests.gui.article_window.conftest import Press, Stored
from tests.gui.finding import child

SOURCE = SourceDraft(title="Trams at last", publisher="The Bugle")
DRAFT = ClaimDraft(
    summary="Open the line",
    quote="It opens on 3\N{NO-BREAK SPACE}May.",
    claimant="Ada Byron",
    source=SOURCE,
)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> EditDialog:
    shown = EditDialog(desk, DRAFT, may_keep=True)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # qtbot closes it
    qtbot.addWidget(shown, before_close_func=_forget_edits)
    shown.show()
    return shown


def _forget_edits(dialog: EditDialog) -> None:
    dialog._before = dialog.form.texts()


def _form(window: ArticleWindow) -> EditDialog:
    (dialog,) = window.findChildren(EditDialog)
    return dialog


def _select(window: ArticleWindow, start: int, end: int) -> None:
    places, cursor = Places(TEXT), window.body.text.textCursor()
    cursor.setPosition(places.unit(start))
    cursor.setPosition(places.unit(end), QTextCursor.MoveMode.KeepAnchor)
    window.body.text.setTextCursor(cursor)


def test_only_what_was_changed_is_handed_over(dialog: EditDialog) -> None:
    handed: list[object] = []
    dialog.take_wanted.connect(handed.append)
    child(dialog, QPlainTextEdit, "summary").setPlainText("Open it")
    dialog.submit()
    assert handed == [{"summary": "Open it"}]


def test_a_quote_keeps_its_hard_blanks_which_qt_would_turn_into_others(
    dialog: EditDialog,
) -> None:
    handed: list[object] = []
    dialog.take_wanted.connect(handed.append)
    dialog.submit()
    assert "\N{NO-BREAK SPACE}" in DRAFT.quote
    assert handed == [{}]


def test_a_source_that_was_edited_is_handed_over_whole(dialog: EditDialog) -> None:
    handed: list[object] = []
    dialog.kept.connect(handed.append)
    child(dialog, QLineEdit, "source_title").setText("Trams, at last")
    dialog.keep()
    assert handed == [{"source": SourceDraft(title="Trams, at last", publisher="The Bugle")}]


def test_what_cannot_be_stored_stays_with_its_reason(dialog: EditDialog) -> None:
    child(dialog, QPlainTextEdit, "summary").setPlainText("")
    dialog.submit()
    assert dialog.isVisible()
    assert dialog.problem.text() == "A claim needs a summary."


def test_edited_fields_are_asked_about_before_they_are_lost(dialog: EditDialog) -> None:
    child(dialog, QPlainTextEdit, "summary").setPlainText("Open it")
    dialog.reject()
    assert dialog.isVisible()
    (box,) = dialog.findChildren(DiscardBox)
    box.keep_button.click()
    assert dialog.isVisible()


def test_enter_edits_before_taking(
    window: ArticleWindow, press: Press, stored: Stored, qtbot: QtBot
) -> None:
    press("Enter")
    form = _form(window)
    qtbot.waitUntil(form.isActiveWindow)
    assert child(form, QPlainTextEdit, "quote").toPlainText() == TRAM
    child(form, QPlainTextEdit, "summary").setPlainText("Open the north line")
    press("Ctrl+Enter")
    (claim,) = stored()
    assert (claim.summary, claim.latest_on) == ("Open the north line", date(2025, 4, 27))
    assert len(claim.occurrences) == 2
    assert window.body.current == FEES_GROUP


def test_what_was_kept_for_later_is_taken_as_edited(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    press("Enter")
    child(_form(window), QPlainTextEdit, "summary").setPlainText("Open the north line")
    _form(window).keep_button.click()
    assert stored() == []
    assert window.body.list.candidates.mark(TRAM_GROUP) == "Edited"
    press("A")
    assert [claim.summary for claim in stored()] == ["Open the north line"]


def test_fields_that_were_not_edited_follow_a_corrected_day(
    window: ArticleWindow,
    press: Press,
    stored: Stored,
    qtbot: QtBot,
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    later = replace(TRAM_GROUP.candidate, stated_on=date(2025, 5, 5), occurrence_of=None)
    monkeypatch.setattr(
        reading, "scan_article", lambda _session, _article, **_stop: Scan(None, "", (later,))
    )
    window.review.keep_edits(TRAM_GROUP, {"summary": "Open the north line"})
    window.head.published_on.line.setText("2025-05-09")
    qtbot.waitUntil(lambda: len(window.review.groups) == 1)
    settled()
    press("A")
    (claim,) = stored()
    assert (claim.summary, claim.stated_on) == ("Open the north line", date(2025, 5, 5))


def test_enter_on_a_taken_candidate_leads_to_its_claim(
    window: ArticleWindow, press: Press, stored: Stored, qtbot: QtBot
) -> None:
    press("A", "K")
    assert window.actions_by_name["edit_first"].text() == "Show the claim"
    with qtbot.waitSignal(window.claim_wanted) as wanted:
        press("Return")
    assert wanted.args == [stored()[0].id]


def test_c_makes_a_claim_of_the_selected_words(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    start = TEXT.index("will open next week")
    _select(window, start, start + len("will open next week"))
    press("C")
    form = _form(window)
    assert child(form, QLineEdit, "claimant").text() == "Ada Byron"
    assert child(form, QLineEdit, "deadline_wording").text() == "next week"
    form.submit()
    press("J", "K")
    (claim,) = stored()
    assert claim.quote == "will open next week"
    assert claim.latest_on == date(2025, 4, 27)
    own = [group for group in window.review.groups if group.is_own]
    assert [group.spans for group in own] == [((start, start + 19),)]
    assert window.review.claim_id(own[0]) == claim.id


def test_words_behind_a_character_of_two_units_keep_their_place(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    _select(window, HALL_FOUND.start, HALL_FOUND.end - 1)
    press("C")
    _form(window).submit()
    press("J")
    assert [claim.quote for claim in stored()] == [HALL_FOUND.sentence[:-1]]


def test_c_without_a_selection_says_what_to_do(window: ArticleWindow, press: Press) -> None:
    press("C")
    assert window.messages.sentence.startswith("Select the words of the claim")
    assert window.findChildren(EditDialog) == []


def test_own_words_that_are_taken_back_are_gone(
    window: ArticleWindow, press: Press, stored: Stored
) -> None:
    _select(window, 0, len("Trams at last"))
    press("C")
    _form(window).submit()
    press("J", "U")
    assert stored() == []
    assert not any(group.is_own for group in window.review.groups)
