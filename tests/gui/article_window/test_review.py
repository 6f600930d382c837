"""What was decided stays decided: over another scan, and against what the database says."""

from dataclasses import replace

from claimtracker.articles.candidate import Scan
from claimtracker.gui.article_window.candidate_groups import CandidateGroup, grouped
from claimtracker.gui.article_window.review import Review, Standing
from tests.gui.article_window.articles import (
    AGAIN_FOUND,
    DEPOT_GROUP,
    EVERY,
    FEES_FOUND,
    FEES_GROUP,
    FRIDAY,
    HALL_FOUND,
    HALL_GROUP,
    SCAN,
    TRAM_FOUND,
    TRAM_GROUP,
    candidate,
    said,
)


def test_what_is_said_again_stands_under_the_first_of_its_kind() -> None:
    assert grouped(EVERY) == [TRAM_GROUP, FEES_GROUP, DEPOT_GROUP, HALL_GROUP]


def test_a_repetition_of_nothing_stands_for_itself() -> None:
    lost = replace(AGAIN_FOUND, occurrence_of=7)
    assert grouped([lost]) == [CandidateGroup(lost)]


def test_candidates_come_before_what_is_not_taken() -> None:
    assert Review(SCAN).groups == [TRAM_GROUP, FEES_GROUP, HALL_GROUP, DEPOT_GROUP]


def test_two_deadlines_in_one_sentence_are_decided_apart() -> None:
    other = candidate(TRAM_FOUND.sentence, wording="Monday")
    review = Review(Scan(FRIDAY, "", (TRAM_FOUND, other)))
    review.drop([review.groups[0]])
    assert [review.standing(group) for group in review.groups] == [
        Standing.DROPPED,
        Standing.OPEN,
    ]


def test_another_scan_keeps_what_was_dropped_and_edited_where_places_agree() -> None:
    review = Review(SCAN)
    review.drop([FEES_GROUP])
    review.keep_edits(TRAM_GROUP, {"summary": "Open the line"})
    moved = replace(HALL_FOUND, end=HALL_FOUND.end - 1)
    review.use_scan(Scan(None, "", (TRAM_FOUND, replace(FEES_FOUND, stated_on=None), moved)))
    assert [review.standing(group) for group in review.groups] == [
        Standing.OPEN,
        Standing.DROPPED,
        Standing.OPEN,
    ]
    assert review.edits(review.groups[0]) == {"summary": "Open the line"}


def test_take_all_leaves_out_what_is_decided_or_not_advised() -> None:
    review = Review(SCAN)
    review.drop([FEES_GROUP])
    assert review.open_candidates() == [TRAM_GROUP, HALL_GROUP]


def test_what_was_taken_before_is_known_by_any_of_its_places() -> None:
    review = Review(SCAN)
    review.use_known([said(4, AGAIN_FOUND, "next week")])
    assert review.standing(TRAM_GROUP) is Standing.TAKEN
    assert review.claim_id(TRAM_GROUP) == 4
    assert review.standing(HALL_GROUP) is Standing.OPEN


def test_two_claims_of_one_sentence_are_told_apart_by_their_deadlines() -> None:
    other = candidate(TRAM_FOUND.sentence, wording="Monday")
    review = Review(Scan(FRIDAY, "", (TRAM_FOUND, other)))
    review.use_known([said(4, other, "Monday")])
    assert [review.claim_id(group) for group in review.groups] == [None, 4]


def test_stored_words_that_no_scan_found_are_shown_as_the_persons_own() -> None:
    review = Review(Scan(FRIDAY, "", (TRAM_FOUND,)))
    review.use_known([said(9, HALL_FOUND)])
    own = review.groups[-1]
    assert (own.is_own, own.candidate.sentence) == (True, HALL_FOUND.sentence)
    assert review.claim_id(own) == 9
    review.use_known([])
    assert review.groups == [CandidateGroup(TRAM_FOUND)]


def test_the_persons_own_words_stay_while_they_are_not_stored() -> None:
    own = CandidateGroup(HALL_FOUND, is_own=True)
    review = Review(Scan(FRIDAY, "", (TRAM_FOUND,)))
    review.add_own(own)
    review.begin_taking([own])
    review.end_taking([], [own])
    review.use_known([said(4, TRAM_FOUND, "next week")])
    assert own in review.groups
    assert review.standing(own) is Standing.OPEN


def test_edited_words_stay_when_their_claim_is_taken_back() -> None:
    own = CandidateGroup(HALL_FOUND, is_own=True)
    review = Review(Scan(FRIDAY, "", (TRAM_FOUND,)))
    review.add_own(own)
    review.keep_edits(own, {"summary": "Rebuild the hall"})
    review.use_known([said(9, HALL_FOUND)])
    review.use_known([])
    assert own in review.groups
    assert review.unused_edits == 1


def test_a_claim_whose_place_is_lost_is_no_candidate() -> None:
    review = Review(Scan(FRIDAY, "", ()))
    review.use_known([replace(said(9, HALL_FOUND), span_start=None, span_end=None)])
    assert review.groups == []


def test_what_is_gone_from_the_database_is_undecided_again_and_no_step_to_undo() -> None:
    review = Review(SCAN)
    review.begin_taking([TRAM_GROUP])
    review.end_taking([TRAM_GROUP], [], action_id=3)
    review.use_known([])
    assert review.standing(TRAM_GROUP) is Standing.OPEN
    assert review.last_step is None


def test_what_is_on_its_way_is_not_taken_twice() -> None:
    review = Review(SCAN)
    assert review.begin_taking([TRAM_GROUP]) == [TRAM_GROUP]
    assert review.begin_taking([TRAM_GROUP, FEES_GROUP]) == [FEES_GROUP]


def test_a_drop_can_be_taken_back_and_what_is_taken_cannot_be_dropped() -> None:
    review = Review(SCAN)
    review.use_known([said(4, TRAM_FOUND, "next week")])
    assert review.drop([TRAM_GROUP, FEES_GROUP]) == 1
    step = review.take_last_step()
    assert step is not None
    review.reopen(step)
    assert review.standing(FEES_GROUP) is Standing.OPEN
    assert review.last_step is None


def test_steps_are_taken_back_in_the_order_of_the_keys_whenever_they_are_stored() -> None:
    review = Review(SCAN)
    review.begin_taking([TRAM_GROUP])
    review.drop([FEES_GROUP])
    review.end_taking([TRAM_GROUP], [], action_id=3)
    steps = [review.take_last_step(), review.take_last_step()]
    assert [step and step.action_id for step in steps] == [None, 3]
    assert review.last_step is None


def test_what_was_not_stored_is_no_step_and_undecided() -> None:
    review = Review(SCAN)
    review.begin_taking([TRAM_GROUP, FEES_GROUP])
    review.end_taking([FEES_GROUP], [TRAM_GROUP], action_id=3)
    step = review.take_last_step()
    assert step is not None
    assert step.keys == [FEES_GROUP.key]
    review.begin_taking([TRAM_GROUP])
    review.end_taking([], [TRAM_GROUP])
    assert review.last_step is None
    assert review.standing(TRAM_GROUP) is Standing.OPEN


def test_what_was_stored_before_is_taken_and_no_step() -> None:
    review = Review(SCAN)
    review.begin_taking([TRAM_GROUP])
    review.end_taking([TRAM_GROUP], [])
    assert review.standing(TRAM_GROUP) is Standing.TAKEN
    assert review.last_step is None


def test_edits_are_unused_until_their_candidate_is_taken() -> None:
    review = Review(SCAN)
    review.keep_edits(FEES_GROUP, {})
    review.keep_edits(TRAM_GROUP, {"summary": "Open the line"})
    assert review.unused_edits == 1
    review.use_known([said(4, TRAM_FOUND, "next week")])
    assert review.unused_edits == 0


def test_the_words_of_a_deadline_belong_to_the_candidate_whose_deadline_they_are() -> None:
    other = candidate(TRAM_FOUND.sentence, wording="Monday")
    review = Review(Scan(FRIDAY, "", (TRAM_FOUND, other)))
    assert other.deadline is not None
    assert review.group_at(other.deadline.start) == CandidateGroup(other)
    assert review.group_at(other.start) == CandidateGroup(TRAM_FOUND)


def test_a_place_belongs_to_the_narrowest_candidate_around_it() -> None:
    part = replace(HALL_FOUND, start=HALL_FOUND.start + 5)
    review = Review(Scan(FRIDAY, "", (HALL_FOUND, part)))
    found = [review.group_at(point) for point in (part.start, HALL_FOUND.start, 0)]
    assert found == [CandidateGroup(part), CandidateGroup(HALL_FOUND), None]
