"""A row in words: what is painted, said in a tooltip, and read out."""

from datetime import date

import pytest

from claimtracker.claims.chains import ChainFigure
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.claims.vocabulary import State, Verdict
from claimtracker.gui.claim_list.columns import Column
from claimtracker.gui.claim_list.words import (
    cell_text,
    days_line,
    evidence_text,
    said_text,
    spoken,
    verdict_text,
    wording_text,
)
from tests.gui.rows import ROW, TODAY, row


def test_the_second_line_names_speaker_and_day() -> None:
    assert said_text(ROW, TODAY) == "Marco Rubio · said 18 Apr"
    assert said_text(row(stated_on=date(2024, 9, 10)), TODAY) == "Marco Rubio · said 10 Sep 2024"
    assert said_text(row(claimant=""), TODAY) == "said 18 Apr"
    assert said_text(row(stated_on=None), TODAY) == "Marco Rubio"


def test_a_claim_said_more_than_once_says_how_often() -> None:
    assert said_text(row(occurrence_count=1), TODAY) == "Marco Rubio · said 18 Apr"
    assert said_text(row(occurrence_count=3), TODAY) == "Marco Rubio · said 3x · 18 Apr"
    assert said_text(row(occurrence_count=3, stated_on=None), TODAY) == "Marco Rubio · said 3x"
    assert said_text(row(claimant="", occurrence_count=1_200), TODAY) == "said 1,200x · 18 Apr"


def test_the_words_stand_in_quotation_marks() -> None:
    assert wording_text(ROW) == "“within days”"
    assert wording_text(row(deadline_wording="")) == "no date named"


def test_both_ends_are_shown_where_they_differ() -> None:
    assert days_line(ROW, TODAY) == "20 – 25 Apr · 31 days over"


def test_a_span_that_opens_later_is_shown_whole() -> None:
    week = Window(date(2025, 4, 21), date(2025, 4, 27), date(2025, 4, 27))
    assert days_line(row(window=week), TODAY) == "21 – 27 Apr · 31 days over"


def test_a_window_from_the_day_said_is_shown_by_its_end() -> None:
    by_may = Window(ROW.stated_on, date(2025, 5, 31), date(2025, 5, 31))
    due_soon = row(window=by_may, state=State.DUE_SOON, days_over=-5)
    assert days_line(due_soon, TODAY) == "31 May · 5 days left"


def test_what_only_opens_has_no_end() -> None:
    opens = row(window=Window(date(2025, 6, 1)), state=State.UPCOMING, days_over=None)
    assert days_line(opens, TODAY) == "from 1 Jun"


def test_an_undated_claim_shows_its_review_day() -> None:
    undated = row(window=Window(), state=State.UNDATED, days_over=None)
    assert days_line(undated, TODAY) == "no review date"
    reviewed = row(window=Window(), state=State.UNDATED, review_on=date(2025, 6, 1))
    assert days_line(reviewed, TODAY) == "review Sun 1 Jun"


@pytest.mark.parametrize(
    ("kept_on", "words"),
    [
        (date(2025, 4, 28), "Kept 3 days late"),
        (date(2025, 4, 26), "Kept 1 day late"),
        (date(2025, 4, 25), "Kept late"),
        (None, "Kept late"),
    ],
)
def test_a_late_verdict_says_how_late(kept_on: date | None, words: str) -> None:
    assert verdict_text(row(verdict=Verdict.KEPT_LATE, kept_on=kept_on)) == words


def test_no_evidence_is_said_in_words() -> None:
    assert evidence_text(ROW) == "none"
    assert evidence_text(row(evidence_count=3)) == "3"


@pytest.mark.parametrize("column", Column)
def test_every_cell_has_words(column: Column) -> None:
    assert cell_text(ROW, column, TODAY)


def test_the_words_of_a_deadline_come_with_the_rule_of_their_reading() -> None:
    assert cell_text(ROW, Column.DEADLINE, TODAY).endswith("\nrule: vague: days")
    assert "rule" not in cell_text(row(rule=""), Column.DEADLINE, TODAY)


def test_a_row_is_read_out_as_one_sentence() -> None:
    assert spoken(ROW, TODAY) == (
        "Passed, Walk away from the talks, Marco Rubio · said 18 Apr, “within days”, "
        "20 – 25 Apr · 31 days over, Not yet rated, evidence none"
    )


def test_a_moved_claim_has_its_chain_as_one_figure_wherever_it_is_told() -> None:
    moved = row(chain=ChainFigure(2, 130))
    assert cell_text(moved, Column.VERDICT, TODAY) == "Not yet rated\nmoved 2x, +130 days"
    assert ", moved 2x, +130 days, " in spoken(moved, TODAY)
    assert cell_text(ROW, Column.VERDICT, TODAY) == "Not yet rated"


def test_a_verdict_is_called_as_the_house_calls_it_wherever_the_list_tells_it() -> None:
    broken = row(verdict=Verdict.BROKEN)
    assert verdict_text(broken, POLITIFACT) == "Promise Broken"
    assert cell_text(broken, Column.VERDICT, TODAY, POLITIFACT) == "Promise Broken"
    assert "Promise Broken" in spoken(broken, TODAY, POLITIFACT)


def test_the_days_late_stand_behind_a_houses_own_words() -> None:
    late = row(verdict=Verdict.KEPT_LATE, kept_on=date(2025, 4, 26))
    assert verdict_text(late, POLITIFACT) == "Kept After the Deadline, 1 day"


def test_the_tooltip_of_a_verdict_has_both_readings_and_its_day() -> None:
    late = row(verdict=Verdict.KEPT_LATE, kept_on=date(2025, 4, 26), assessed_on=date(2025, 5, 2))
    assert cell_text(late, Column.VERDICT, TODAY).splitlines() == [
        "Kept 1 day late",
        "kept on Sat 26 Apr: 1 day late, 6 days on the strict reading",
        "given on Fri 2 May",
    ]
