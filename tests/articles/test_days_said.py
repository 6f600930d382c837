"""The day of a statement: the one named, else that of the text, else that of publication."""

from datetime import date

import pytest

from claimtracker.deadlines import Term
from tests.articles.scanned import FRIDAY, candidates_in, days_of, only_candidate

GOES_ON = "the pool would open within two weeks."


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Ada Brook said on Thursday that", date(2025, 4, 17)),
        ("Ada Brook said on Monday that", date(2025, 4, 14)),
        ("On Tuesday, Ada Brook said", date(2025, 4, 15)),
        ("Ada Brook said yesterday that", date(2025, 4, 17)),
        ("Ada Brook said today that", FRIDAY),
        ("Ada Brook said this morning that", FRIDAY),
        ("Ada Brook told reporters on Wednesday that", date(2025, 4, 16)),
        ("Ada Brook said on 3 March that", date(2025, 3, 3)),
        ("Ada Brook said on 3 March 2024 that", date(2024, 3, 3)),
        ("Ada Brook said", FRIDAY),
    ],
)
def test_the_day_named_is_the_day_said_and_times_count_from_it(said: str, day: date) -> None:
    found = only_candidate(f"{said} {GOES_ON}")
    two_weeks_on = date.fromordinal(day.toordinal() + 14)
    assert (found.stated_on, found.stated_wording) == (day, "")
    assert days_of(found) == (day, two_weeks_on, two_weeks_on)


@pytest.mark.parametrize(
    "text",
    [
        "“The pool will open within two weeks,” Ada Brook said on Thursday.",
        "The pool will open within two weeks, Ada Brook said on Thursday.",
        "“We will open the pool within two weeks,” said Ada Brook on Thursday.",
    ],
)
def test_the_day_may_stand_behind_what_is_said(text: str) -> None:
    found = only_candidate(text)
    assert found.stated_on == date(2025, 4, 17)
    assert days_of(found) == (date(2025, 4, 17), date(2025, 5, 1), date(2025, 5, 1))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Brook said the pool will open on Monday.", id="of the opening"),
        pytest.param("Ada Brook promised to open the pool on Monday.", id="of the opening, retold"),
        pytest.param("Ada Brook said it will be open by Monday.", id="a deadline"),
    ],
)
def test_a_day_in_what_is_said_is_no_day_said(text: str) -> None:
    found = only_candidate(text)
    assert found.stated_on == FRIDAY
    assert found.deadline is not None
    assert found.deadline.reading.latest_on == date(2025, 4, 21)


@pytest.mark.parametrize(
    ("said", "wording"),
    [
        ("promised in March", "in March"),
        ("said in March", "in March"),
        ("said last week", "last week"),
        ("said last year", "last year"),
        ("promised in October 2024", "in October 2024"),
        ("promised during the campaign", "during the campaign"),
        ("promised during her campaign", "during her campaign"),
        ("promised before the election", "before the election"),
        ("promised at the party conference", "at the party conference"),
    ],
)
def test_words_that_name_no_single_day_are_kept_as_wording(said: str, wording: str) -> None:
    verb = said.split()[0]
    content = "that the pool would open" if verb == "said" else "to open the pool"
    found = only_candidate(f"Ada Brook {said} {content} by 1 June 2026.")
    assert (found.stated_on, found.stated_wording) == (None, wording)


@pytest.mark.parametrize("said", ["in March", "during the campaign", "last year"])
def test_nothing_counts_from_a_day_that_is_not_known(said: str) -> None:
    found = only_candidate(f"Ada Brook promised {said} to open the pool within a year.")
    assert found.stated_on is None
    assert days_of(found) == (None, None, None)
    found = only_candidate(f"Ada Brook promised {said} to open the pool by 1 June 2026.")
    assert days_of(found) == (None, date(2026, 6, 1), date(2026, 6, 1))


def test_what_is_the_same_from_each_day_meant_is_kept() -> None:
    """Said on any day of March 2025, "this year" ends with 2025."""
    found = only_candidate(
        "Ada Brook said in March that the pool would open by the end of the year."
    )
    assert found.stated_on is None
    assert days_of(found) == (None, date(2025, 12, 31), date(2025, 12, 31))


def test_a_speaker_goes_on_on_the_day_named_last() -> None:
    text = f"Ada Brook said on Thursday that the pool was old. She added that {GOES_ON}"
    assert candidates_in(text)[-1].stated_on == date(2025, 4, 17)


def test_the_day_of_a_promise_told_again_is_that_of_no_other_words() -> None:
    text = f"Ada Brook promised on 3 March to mend the pool. She said {GOES_ON}"
    assert [one.stated_on for one in candidates_in(text)] == [date(2025, 3, 3), FRIDAY]


def test_the_day_of_one_speaker_is_not_that_of_another() -> None:
    text = f"Ada Brook said on Monday that the pool was old. Tom Reed said {GOES_ON}"
    assert candidates_in(text)[-1].stated_on == FRIDAY


@pytest.mark.parametrize(
    "heading",
    [
        "Minutes of the meeting held on 3 March 2025",
        "Speech given at the pool, delivered on 3 March 2025",
        "Council sitting of 3 March 2025",
    ],
)
def test_the_day_the_text_is_about_comes_before_that_of_publication(heading: str) -> None:
    found = candidates_in(f"{heading}\n\nAda Brook said {GOES_ON}")[-1]
    assert found.stated_on == date(2025, 3, 3)
    assert days_of(found) == (date(2025, 3, 3), date(2025, 3, 17), date(2025, 3, 17))


def test_a_day_named_comes_before_the_day_the_text_is_about() -> None:
    heading = "Minutes of the meeting held on 3 March 2025"
    text = f"{heading}\n\nAda Brook said on 5 March 2025 that {GOES_ON}"
    assert candidates_in(text)[-1].stated_on == date(2025, 3, 5)


def test_the_beginning_of_a_term_of_office_dates_what_was_said_then() -> None:
    text = "Ada Brook promised on taking office to open the pool within a year."
    term = Term(date(2025, 1, 20))
    (found,) = candidates_in(text, claimants={"Ada Brook": term})
    assert found.stated_on == date(2025, 1, 20)
    (found,) = candidates_in(text, claimants={"Tom Reed": term})
    assert (found.stated_on, found.stated_wording) == (None, "on taking office")


@pytest.mark.parametrize("said", ["on Thursday", "yesterday", "today", "in March", ""])
def test_without_a_day_of_publication_there_is_no_day_said(said: str) -> None:
    found = only_candidate(f"Ada Brook said {said} that {GOES_ON}".replace("  ", " "), None)
    assert found.stated_on is None
    assert days_of(found) == (None, None, None)


def test_without_a_day_of_publication_a_day_in_full_is_known() -> None:
    found = only_candidate(f"Ada Brook said on 3 March 2024 that {GOES_ON}", None)
    assert found.stated_on == date(2024, 3, 3)
    assert days_of(found) == (date(2024, 3, 3), date(2024, 3, 17), date(2024, 3, 17))


def test_a_day_that_tells_who_somebody_is_is_not_the_day_said() -> None:
    found = only_candidate("Ada Brook, whose pool burned in 2021, said it would open in May.")
    assert found.stated_on == FRIDAY


def test_an_interview_was_given_on_the_day_they_talked() -> None:
    text = (
        "Lucia Ferr spoke to Martin Obel at her office on Monday.\n\nMO: Will it open?\n\n"
        "LF: It will open in May.\n\nMO: Sure?\n\nLF: Yes."
    )
    assert [one.stated_on for one in candidates_in(text) if one.claimant] == [date(2025, 4, 14)]


def test_a_day_that_opens_a_sentence_is_that_of_all_in_it() -> None:
    text = "On 14 January Ada Brook stood there and told us that it would open by June."
    assert only_candidate(text).stated_on == date(2025, 1, 14)


def test_a_report_of_a_meeting_has_the_day_of_the_meeting() -> None:
    text = "Ada Brook told Tuesday's meeting so. Tom Fry said it would open by June."
    found = [one for one in candidates_in(text) if not one.reason]
    assert [one.stated_on for one in found] == [date(2025, 4, 15)]
