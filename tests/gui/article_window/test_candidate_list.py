"""The list of candidates: headings are passed over, what is decided too."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimtracker.articles.candidate import Scan
from claimtracker.gui.article_window.candidate_list import CandidateList
from claimtracker.gui.article_window.candidate_model import CandidateModel
from claimtracker.gui.article_window.review import Review
from claimtracker.gui.theme import apply_theme
from tests.gui.article_window.articles import (
    DEPOT_GROUP,
    EVERY,
    FEES_GROUP,
    FRIDAY,
    HALL_GROUP,
    SCAN,
    TRAM_FOUND,
    TRAM_GROUP,
)


def _today() -> date:
    return date(2025, 5, 1)


@pytest.fixture
def candidates(qtbot: QtBot) -> CandidateList:
    shown = CandidateList(_today)
    qtbot.addWidget(shown)
    shown.resize(420, 400)
    shown.show()
    shown.show_review(Review(SCAN))
    return shown


def _words(model: CandidateModel) -> list[object]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_each_section_has_a_heading_with_its_count(candidates: CandidateList) -> None:
    words = _words(candidates.candidates)
    assert words[0] == "Candidates · 3"
    assert words[4:] == ["Not taken · 1", DEPOT_GROUP.candidate.sentence]


def test_a_section_of_nothing_has_no_heading(candidates: CandidateList) -> None:
    candidates.show_review(Review(Scan(FRIDAY, "", (TRAM_FOUND,))))
    assert len(_words(candidates.candidates)) == 2
    candidates.show_review(Review(Scan(FRIDAY, "", ())))
    assert _words(candidates.candidates) == []
    assert candidates.current() is None
    assert candidates.selected() == []


def test_the_first_candidate_is_current_and_steps_pass_headings_over(
    candidates: CandidateList,
) -> None:
    seen = [candidates.current()]
    for step in (1, 1, 1, 1, -1):
        candidates.step(step)
        seen.append(candidates.current())
    assert seen == [TRAM_GROUP, FEES_GROUP, HALL_GROUP, DEPOT_GROUP, DEPOT_GROUP, HALL_GROUP]


def test_home_goes_to_the_first_candidate_not_to_the_heading(candidates: CandidateList) -> None:
    candidates.go_to(DEPOT_GROUP.key)
    QTest.keyClick(candidates, Qt.Key.Key_Home)
    assert candidates.current() == TRAM_GROUP


def test_the_current_candidate_stays_in_sight_of_a_smaller_list(candidates: CandidateList) -> None:
    candidates.go_to(DEPOT_GROUP.key)
    candidates.resize(420, 90)
    shown = candidates.visualRect(candidates.currentIndex())
    assert candidates.viewport().rect().intersects(shown)


def test_the_arrow_keys_pass_headings_over_too(candidates: CandidateList) -> None:
    candidates.go_to(HALL_GROUP.key)
    QTest.keyClick(candidates, Qt.Key.Key_Down)
    assert candidates.current() == DEPOT_GROUP
    QTest.keyClick(candidates, Qt.Key.Key_Up)
    assert candidates.current() == HALL_GROUP


def test_going_on_finds_the_next_undecided_one_and_begins_again_at_the_top(
    candidates: CandidateList,
) -> None:
    review = Review(SCAN)
    candidates.show_review(review)
    review.drop([FEES_GROUP])
    assert candidates.go_to_next_open()
    assert candidates.current() == HALL_GROUP
    assert candidates.go_to_next_open()
    assert candidates.current() == TRAM_GROUP
    review.drop([TRAM_GROUP, HALL_GROUP])
    assert not candidates.go_to_next_open()
    assert candidates.current() == TRAM_GROUP


def test_going_on_never_leads_from_candidates_to_what_is_not_taken(
    candidates: CandidateList,
) -> None:
    review = Review(SCAN)
    candidates.show_review(review)
    review.drop([TRAM_GROUP, FEES_GROUP, HALL_GROUP])
    assert not candidates.go_to_next_open()


def test_an_article_opened_again_begins_at_the_first_undecided_one(qtbot: QtBot) -> None:
    shown = CandidateList(_today)
    qtbot.addWidget(shown)
    review = Review(SCAN)
    review.drop([TRAM_GROUP])
    shown.show_review(review)
    assert shown.current() == FEES_GROUP


def test_the_current_candidate_stays_so_over_another_scan(candidates: CandidateList) -> None:
    candidates.go_to(HALL_GROUP.key)
    candidates.show_review(Review(Scan(FRIDAY, "", EVERY[4:])))
    assert candidates.current() == HALL_GROUP


def test_several_can_be_selected_in_their_order(candidates: CandidateList) -> None:
    candidates.select([HALL_GROUP, TRAM_GROUP])
    assert candidates.selected() == [TRAM_GROUP, HALL_GROUP]


def test_a_screen_reader_hears_the_whole_of_a_row_and_the_tooltip_is_no_markup(
    candidates: CandidateList,
) -> None:
    model = candidates.candidates
    heard = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert "Threat" in str(heard)
    assert "unless drivers leave the centre" in str(heard)
    tip = model.data(model.index(2), Qt.ItemDataRole.ToolTipRole)
    assert str(tip).startswith("<p style='white-space: pre-wrap'>")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_rows_are_painted_with_every_standing(
    candidates: CandidateList, qapp: QApplication, theme: str
) -> None:
    apply_theme(qapp, "dark" if theme == "dark" else "light")
    review = Review(SCAN)
    candidates.show_review(review)
    before = candidates.grab().toImage()
    review.drop([FEES_GROUP])
    review.begin_taking([HALL_GROUP])
    candidates.candidates.refresh()
    assert candidates.grab().toImage() != before
    apply_theme(qapp, "light")


def test_letters_do_not_search(candidates: CandidateList) -> None:
    candidates.keyboardSearch("b")
    assert candidates.current() == TRAM_GROUP
