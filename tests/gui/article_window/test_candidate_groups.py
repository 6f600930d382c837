"""Which of the places where the same was said leads the others."""

from dataclasses import replace
from datetime import date

from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind
from claimtracker.deadlines import read
from claimtracker.gui.article_window.candidate_groups import grouped

DATED = FoundDeadline(40, 46, read("by May", date(2025, 4, 18)))
HEADLINE = Candidate(Kind.COMMITMENT, "Minister pledges new hospital", 0, 29)
SENTENCE = Candidate(
    Kind.COMMITMENT, "It will open by May, she said.", 30, 60, deadline=DATED, occurrence_of=0
)
OTHER = Candidate(Kind.THREAT, "We will sue.", 61, 73)


def test_the_place_that_names_a_day_leads() -> None:
    (group,) = grouped([HEADLINE, SENTENCE])
    assert group.candidate is SENTENCE
    assert group.occurrences == (HEADLINE, SENTENCE)


def test_a_sentence_leads_a_headline_of_the_same_day() -> None:
    (group,) = grouped([replace(HEADLINE, deadline=DATED), SENTENCE])
    assert group.candidate is SENTENCE


def test_of_alike_places_the_first_leads() -> None:
    again = replace(SENTENCE, start=80, end=110)
    first = replace(SENTENCE, occurrence_of=None)
    (group,) = grouped([first, replace(again, occurrence_of=0)])
    assert group.candidate is first


def test_the_groups_stand_in_the_order_in_which_they_are_first_said() -> None:
    later = replace(SENTENCE, start=80, end=110)
    groups = grouped([HEADLINE, OTHER, later])
    assert [group.candidate for group in groups] == [later, OTHER]
