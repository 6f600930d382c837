"""What a row, the details and a screen reader say of a candidate."""

from dataclasses import replace
from datetime import date

import pytest

from claimtracker.claims.vocabulary import label
from claimtracker.deadlines import read
from claimtracker.gui.article_window.candidate_groups import CandidateGroup
from claimtracker.gui.article_window.candidate_words import (
    deadline_line,
    first_line,
    reading_lines,
    said_on,
    score_words,
    standing_words,
    third_line,
    told,
    who_and_when,
)
from claimtracker.gui.article_window.review import Standing
from tests.gui.article_window.articles import (
    DEPOT_GROUP,
    FEES_GROUP,
    FRIDAY,
    HALL_FOUND,
    HALL_GROUP,
    TRAM_FOUND,
    TRAM_GROUP,
)

TODAY = date(2025, 5, 1)


def test_the_deadline_is_said_in_its_words_and_its_days() -> None:
    assert deadline_line(TRAM_FOUND, TODAY) == "“next week” · Mon 21 – Sun 27 Apr"
    assert deadline_line(HALL_FOUND, TODAY) == "No deadline named"


def test_a_deadline_that_cannot_be_dated_has_no_days() -> None:
    assert TRAM_FOUND.deadline is not None
    undated = replace(TRAM_FOUND.deadline, reading=read("soon enough", FRIDAY))
    assert deadline_line(replace(TRAM_FOUND, deadline=undated), TODAY) == "“soon enough” · no date"


def test_speaker_and_day_are_named_or_said_to_be_unknown() -> None:
    assert who_and_when(TRAM_FOUND, TODAY) == "Ada Byron · said Mon 14 Apr"
    nobody = replace(TRAM_FOUND, claimant="", stated_on=None)
    assert who_and_when(nobody, TODAY) == "Claimant not known · day not known"


def test_no_single_day_is_said_in_the_words_of_the_text() -> None:
    some = replace(TRAM_FOUND, stated_on=None, stated_wording="during the campaign")
    assert said_on(some, TODAY) == "said “during the campaign”"


def test_a_row_tells_conditions_repetitions_and_reasons() -> None:
    assert first_line(TRAM_GROUP, TODAY) == "Ada Byron · said Mon 14 Apr · 2 times"
    assert first_line(HALL_GROUP, TODAY) == "Ada Byron · said Fri 18 Apr"
    assert third_line(FEES_GROUP, TODAY).endswith("· conditional")
    assert third_line(DEPOT_GROUP, TODAY) == "Speculation: “could”"
    own = CandidateGroup(HALL_FOUND, is_own=True)
    assert third_line(own, TODAY) == "Words that were chosen by hand"


@pytest.mark.parametrize(
    ("standing", "claim_id", "is_edited", "words"),
    [
        (Standing.OPEN, None, False, ""),
        (Standing.OPEN, None, True, "Edited"),
        (Standing.DROPPED, None, True, "Dropped"),
        (Standing.TAKING, None, False, "Taking…"),
        (Standing.TAKEN, None, False, "Taken"),
        (Standing.TAKEN, 7, True, "Taken, claim 7"),
    ],
)
def test_what_became_of_it_is_said(
    standing: Standing, claim_id: int | None, is_edited: bool, words: str
) -> None:
    assert standing_words(standing, claim_id, is_edited=is_edited) == words


def test_a_score_gives_its_reasons() -> None:
    assert score_words(TRAM_FOUND) == "0.86: verb of commitment, names a time"
    assert score_words(HALL_FOUND) == "0.80"


def test_the_reading_is_never_without_its_rule() -> None:
    assert TRAM_FOUND.deadline is not None
    days, rule, _remarks = reading_lines(TRAM_FOUND.deadline, TODAY)
    assert days == "Mon 21 – Sun 27 Apr"
    assert TRAM_FOUND.deadline.reading.rule in rule


def test_everything_is_told_at_once_to_who_cannot_see_the_row() -> None:
    heard = told(FEES_GROUP, "Dropped", TODAY)
    for words in (
        label(FEES_GROUP.candidate.kind),
        FEES_GROUP.candidate.sentence,
        "Dropped",
        "Ada Byron",
        "“by June”",
        "Condition: unless drivers leave the centre",
        "Score 0.80",
    ):
        assert words in heard
    assert "Reason: speculation" in told(DEPOT_GROUP, "", TODAY)
    assert "chosen by hand" in told(replace(HALL_GROUP, is_own=True), "", TODAY)
