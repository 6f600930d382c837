"""The text is plain, its words can be taken by their places, and only what is seen is marked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from claimtracker.articles.candidate import Kind, Scan
from claimtracker.gui.article_window.article_text import ArticleText
from claimtracker.gui.article_window.marks import Mark, format_of, marks_of
from claimtracker.gui.article_window.places import Places
from claimtracker.gui.article_window.review import Review, Standing
from claimtracker.gui.theme import apply_theme, colour
from tests.gui.article_window.articles import (
    DEPOT_FOUND,
    FEES_GROUP,
    FRIDAY,
    HALL_FOUND,
    SCAN,
    TEXT,
    TRAM_FOUND,
    TRAM_GROUP,
    candidate,
)

KEY = TRAM_GROUP.key


@pytest.fixture
def text(qtbot: QtBot, qapp: QApplication) -> ArticleText:
    apply_theme(qapp, "light")
    shown = ArticleText()
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    shown.show()
    shown.show_text(TEXT)
    return shown


def _select(text: ArticleText, start: int, end: int) -> None:
    places, cursor = Places(text.toPlainText()), text.textCursor()
    cursor.setPosition(places.unit(start))
    cursor.setPosition(places.unit(end), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def _mark(
    start: int = 0,
    end: int = 1,
    kind: Kind = Kind.COMMITMENT,
    standing: Standing = Standing.OPEN,
) -> Mark:
    return Mark(start, end, KEY, kind, standing)


def _marked(text: ArticleText) -> list[str]:
    return [each.cursor.selectedText() for each in text.extraSelections()]


def test_markup_is_shown_and_not_read(text: ArticleText) -> None:
    text.show_text("<b>bold</b> <img src='http://example.org/x.png'>")
    assert text.toPlainText() == "<b>bold</b> <img src='http://example.org/x.png'>"


def test_nothing_can_be_typed_into_it(text: ArticleText) -> None:
    text.setFocus()
    QTest.keyClicks(text, "xyz")
    assert text.toPlainText() == TEXT


def test_selected_words_are_known_by_their_code_points_without_blanks_around(
    text: ArticleText,
) -> None:
    _select(text, HALL_FOUND.start - 1, HALL_FOUND.end + 1)  # behind a character of two units
    assert text.selected_span() == (HALL_FOUND.start, HALL_FOUND.end)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (13, 14)])
def test_no_word_is_no_selection(text: ArticleText, start: int, end: int) -> None:
    _select(text, start, end)
    assert text.selected_span() is None


def test_every_place_of_a_candidate_and_its_deadline_is_marked(text: ArticleText) -> None:
    text.use_marks(marks_of(Review(SCAN)))
    assert _marked(text)[:4] == [
        TRAM_FOUND.sentence,
        "next week",
        TRAM_GROUP.further[0].sentence,
        "next week",
    ]
    assert DEPOT_FOUND.sentence in _marked(text)


def test_only_what_can_be_seen_is_marked(text: ArticleText) -> None:
    lines = 2_000
    text.show_text("A line of ten\n" * lines)
    text.use_marks(
        [Mark(14 * n, 14 * n + 6, KEY, Kind.COMMITMENT, Standing.OPEN) for n in range(lines)]
    )
    first = text.extraSelections()
    assert 0 < len(first) < 60
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    last = text.extraSelections()
    assert 0 < len(last) < 60
    assert last[0].cursor.position() > first[-1].cursor.position()


LONG = "A line of ten 🚋\n" * 10_000


def test_a_long_text_comes_piece_by_piece_and_is_whole_in_the_end(
    text: ArticleText, qtbot: QtBot
) -> None:
    text.show_text(LONG)
    assert 0 < len(text.toPlainText()) < len(LONG) / 2
    assert text.textCursor().position() == 0
    qtbot.waitUntil(lambda: len(text.toPlainText()) == len(LONG))
    assert text.toPlainText() == LONG
    blocks = [text.document().findBlockByNumber(number) for number in (0, 999, 1_001, 9_999)]
    assert {block.blockFormat().bottomMargin() for block in blocks} == {8}


def test_a_candidate_that_is_not_there_yet_is_shown_when_it_is(
    text: ArticleText, qtbot: QtBot
) -> None:
    text.show_text(LONG)
    last = LONG.rindex("A line"), LONG.rindex("ten")
    text.use_marks([_mark(*last)])
    text.show_current(KEY, last)
    assert _marked(text) == []
    qtbot.waitUntil(lambda: _marked(text) == ["A line of "])
    assert 0 <= text.cursorRect().top() < text.viewport().height()


def test_another_text_takes_the_place_of_one_that_was_not_whole_yet(text: ArticleText) -> None:
    text.show_text(LONG)
    text.show_text(TEXT)
    assert text.toPlainText() == TEXT
    assert not text._filling.is_under_way


def test_marks_of_another_text_are_marked_in_none_that_follows(text: ArticleText) -> None:
    text.show_text("A line of ten\n" * 500)
    text.use_marks([Mark(20, 27, KEY, Kind.COMMITMENT, Standing.OPEN)])
    text.show_text("Short.")
    text.resize(300, 200)
    assert text.extraSelections() == []


def test_nothing_is_marked_beyond_the_end_of_what_the_document_holds(text: ArticleText) -> None:
    text.show_text("🚋 by Monday, and then by Friday.")
    text.use_marks([Mark(2, 11, KEY, Kind.COMMITMENT, Standing.OPEN)])
    assert len(text.extraSelections()) == 1
    text.document().setPlainText("🚋 by Mon")
    text.use_marks([Mark(2, 11, KEY, Kind.COMMITMENT, Standing.OPEN)])
    assert text.extraSelections() == []


def test_a_long_mark_above_short_ones_is_not_forgotten(text: ArticleText) -> None:
    text.show_text("A line of ten\n" * 500)
    text.use_marks([_mark(0, 14 * 500 - 1), _mark(20, 25)])
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    assert len(text.extraSelections()) == 1


def test_kinds_differ_by_line_and_colour() -> None:
    kinds = [format_of(_mark(kind=kind), is_current=False) for kind in Kind]
    assert len({look.underlineStyle() for look in kinds}) == 3
    assert len({look.underlineColor().name() for look in kinds}) == 3


def test_what_is_undecided_stands_on_a_ground_and_what_is_dropped_loses_its_line() -> None:
    looks = {each: format_of(_mark(standing=each), is_current=False) for each in Standing}
    is_grounded = {
        each: look.background().style() is not Qt.BrushStyle.NoBrush for each, look in looks.items()
    }
    assert is_grounded == {
        Standing.OPEN: True,
        Standing.TAKING: True,
        Standing.TAKEN: False,
        Standing.DROPPED: False,
    }
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    without = [each for each, look in looks.items() if look.underlineStyle() == none]
    assert without == [Standing.DROPPED]


def _ground(*, is_deadline: bool, is_current: bool) -> QTextCharFormat:
    mark = Mark(0, 1, KEY, Kind.COMMITMENT, Standing.OPEN, is_deadline=is_deadline)
    return format_of(mark, is_current=is_current)


def test_the_current_one_and_the_deadline_are_stronger_and_both_together_strongest(
    qapp: QApplication,
) -> None:
    pale = _ground(is_deadline=False, is_current=False).background().color()
    strong = _ground(is_deadline=True, is_current=False).background().color()
    assert _ground(is_deadline=False, is_current=True).background().color() == strong
    strongest = _ground(is_deadline=True, is_current=True)
    assert strongest.background().color() == colour("commitment")
    assert strongest.foreground().color() == colour("surface")
    assert len({pale.name(), strong.name(), strongest.background().color().name()}) == 3


def _first_ground(text: ArticleText) -> str:
    selections = text.extraSelections()  # owns the format
    return str(selections[0].format.background().color().name())


def test_of_two_candidates_in_one_sentence_the_current_one_shows_its_own_deadline(
    text: ArticleText,
) -> None:
    other = candidate(TRAM_FOUND.sentence, wording="Monday")
    review = Review(Scan(FRIDAY, "", (TRAM_FOUND, other)))
    text.use_marks(marks_of(review))
    text.show_current(review.groups[1].key, None)
    selections = text.extraSelections()
    strongest = [
        each.cursor.selectedText()
        for each in selections
        if each.format.background().color() == colour("commitment")
    ]
    assert strongest == ["Monday"]
    assert selections[-1].cursor.selectedText() == "Monday"


def test_the_marks_follow_the_theme(text: ArticleText, qapp: QApplication) -> None:
    text.use_marks(marks_of(Review(SCAN)))
    light = _first_ground(text)
    apply_theme(qapp, "dark")
    dark = _first_ground(text)
    apply_theme(qapp, "light")
    assert dark != light


def test_a_place_out_of_sight_is_scrolled_to_with_lines_before_it(text: ArticleText) -> None:
    text.show_text("A line of ten\n" * 500)
    span = (14 * 400, 14 * 400 + 6)
    text.show_current(None, span)
    assert 0 < text.cursorRect().top() < text.viewport().height() / 2


def test_the_current_place_stays_in_sight_when_the_window_changes(text: ArticleText) -> None:
    text.show_text("A line of ten\n" * 500)
    span = (14 * 20, 14 * 20 + 6)
    text.show_current(None, span)
    text.resize(300, 150)
    assert 0 <= text.cursorRect().top() < text.viewport().height()


def _point_of(text: ArticleText, place: int) -> QPoint:
    cursor = QTextCursor(text.document())
    cursor.setPosition(Places(TEXT).unit(place))
    return text.cursorRect(cursor).center() + QPoint(1, 0)


def test_a_click_tells_the_place_and_a_selection_does_not(text: ArticleText, qtbot: QtBot) -> None:
    place = FEES_GROUP.candidate.start + 3
    with qtbot.waitSignal(text.place_clicked) as clicked:
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=_point_of(text, place))
    assert clicked.args == [place]
    heard: list[int] = []
    text.place_clicked.connect(heard.append)
    QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=_point_of(text, place))
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=_point_of(text, place))
    assert text.textCursor().hasSelection()
    assert heard == []


def test_it_says_what_it_is_to_a_screen_reader(text: ArticleText) -> None:
    assert text.accessibleName() == "Text of the article"
    assert isinstance(text, QTextEdit)
    assert text.isReadOnly()
