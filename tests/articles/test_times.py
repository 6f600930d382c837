"""Times: by when it is to be done; what counts from an unknown day is null, never made up."""

import dataclasses
from collections.abc import Iterator
from datetime import date

import pytest

from claimtracker.articles.candidate import Kind
from claimtracker.articles.reckoning import ANY_DAYS, Reckoning, alike, has_no_end
from claimtracker.deadlines import DEFAULT_POLICY, Event, Precision, Term, read
from tests.articles.scanned import FRIDAY, candidates_in, days_of, only_candidate, wording_of

SAID = "Ada Brook said the pool will open "


@pytest.mark.parametrize(
    ("wording", "opens_on", "due_on", "latest_on"),
    [
        ("within two weeks", FRIDAY, date(2025, 5, 2), date(2025, 5, 2)),
        ("in May", date(2025, 5, 1), date(2025, 5, 31), date(2025, 5, 31)),
        ("tomorrow", date(2025, 4, 19), date(2025, 4, 19), date(2025, 4, 19)),
        ("on 5 May", date(2025, 5, 5), date(2025, 5, 5), date(2025, 5, 5)),
        ("by 1 June 2026", FRIDAY, date(2026, 6, 1), date(2026, 6, 1)),
        ("in 2026", date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_deadline_has_its_words_place_and_days(
    wording: str, opens_on: date, due_on: date, latest_on: date
) -> None:
    text = f"Some news.\n\n{SAID}{wording}."
    found = candidates_in(text)[-1]
    assert wording_of(found, text) == wording
    assert days_of(found) == (opens_on, due_on, latest_on)
    assert "names a time" in found.score_reasons


@pytest.mark.parametrize(
    "text",
    [
        "“We will open the pool,” Ada Brook said.",
        "Ada Brook promised to open the pool.",
        "Ada Brook said the pool would open.",
    ],
)
def test_a_commitment_without_a_time_is_taken_undated(text: str) -> None:
    found = only_candidate(text)
    assert found.kind is Kind.COMMITMENT
    assert found.deadline is None


def test_of_two_times_the_first_ahead_is_the_deadline() -> None:
    text = "“The pool closed in March and will open in May,” Ada Brook said."
    assert wording_of(candidates_in(text)[-1], text) == "in May"


def test_a_time_in_the_main_clause_comes_before_one_in_its_condition() -> None:
    text = "“If they pay by 1 May, we will open the pool in June,” Ada Brook said."
    found = only_candidate(text)
    assert (wording_of(found, text), found.condition) == ("in June", "If they pay by 1 May")


@pytest.mark.parametrize(
    "text",
    [
        "“We will decide within days whether it can open in the next few weeks,” Ada Brook said.",
        "Ada Brook said she will decide within days whether it can open in the next few weeks.",
    ],
)
def test_a_horizon_within_a_horizon_is_a_candidate_of_its_own(text: str) -> None:
    outer, inner = candidates_in(text)
    assert (wording_of(outer, text), wording_of(inner, text)) == (
        "within days",
        "in the next few weeks",
    )
    assert outer.start == inner.start
    assert inner.occurrence_of is None


@pytest.mark.parametrize(
    "text",
    [
        "“Should they fail, we will open the pool within two days,” Ada Brook said.",
        "“Once the pump arrives, we will open the pool within two days,” Ada Brook said.",
    ],
)
def test_a_length_that_waits_for_its_condition_has_no_day(text: str) -> None:
    found = only_candidate(text)
    assert wording_of(found, text) == "within two days"
    assert days_of(found) == (None, None, None)
    assert found.deadline is not None
    assert found.deadline.reading.rule.startswith("event not dated")


def test_an_event_dates_what_is_promised_before_it() -> None:
    text = "Ada Brook promised to open the pool before the summit."
    (dated,) = candidates_in(text, events=[Event("summit", date(2025, 6, 10))])
    assert days_of(dated) == (FRIDAY, date(2025, 6, 9), date(2025, 6, 9))
    (undated,) = candidates_in(text, events=[Event("summit", None)])
    assert days_of(undated) == (None, None, None)


def test_a_term_of_office_dates_its_first_days() -> None:
    text = "Ada Brook promised to open the pool in her first 100 days in office."
    (dated,) = candidates_in(text, claimants={"Ada Brook": Term(date(2025, 1, 20))})
    assert dated.deadline is not None
    assert dated.deadline.reading.opens_on == date(2025, 1, 20)
    (undated,) = candidates_in(text)
    assert days_of(undated) == (None, None, None)


RELATIVE = [
    "by Friday", "on Monday", "today", "tomorrow", "this week", "next week", "by the weekend",
    "within days", "within two weeks", "in 24 hours", "in the coming weeks", "in May", "by June",
    "by 1 June", "on 5 May", "by April or May", "by the end of the month", "this year", "next year",
    "by the end of the year", "before Christmas", "by Easter", "by spring", "in the second quarter",
    "this decade", "within three years", "by the end of next month", "in the next few days",
]  # fmt: skip
ABSOLUTE = [
    ("by 1 June 2026", date(2026, 6, 1)),
    ("on 1 June 2026", date(2026, 6, 1)),
    ("by June 2026", date(2026, 6, 30)),
    ("in 2026", date(2026, 12, 31)),
    ("in the first half of 2026", date(2026, 6, 30)),
    ("until 1 June 2026", date(2026, 6, 1)),
    ("by Easter 2026", date(2026, 4, 5)),
    ("within two weeks of 1 June 2026", date(2026, 6, 15)),
]


def days_in(thing: object) -> Iterator[date]:
    """Give every day that stands anywhere in a candidate."""
    if isinstance(thing, date):
        yield thing
    elif dataclasses.is_dataclass(thing):
        for one in dataclasses.fields(thing):
            yield from days_in(getattr(thing, one.name))
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from days_in(one)


@pytest.mark.parametrize("wording", RELATIVE)
@pytest.mark.parametrize("said", ["said the pool will open", "promised to open the pool"])
def test_without_a_day_of_publication_what_counts_from_it_is_null(said: str, wording: str) -> None:
    found = candidates_in(f"Ada Brook {said} {wording}.", None)
    assert len(found) == 1
    assert found[0].deadline is not None
    assert list(days_in(found)) == []


@pytest.mark.parametrize(("wording", "latest_on"), ABSOLUTE)
def test_without_a_day_of_publication_days_in_full_are_kept(wording: str, latest_on: date) -> None:
    found = only_candidate(f"{SAID}{wording}.", None)
    assert found.stated_on is None
    assert found.deadline is not None
    assert found.deadline.reading.latest_on == latest_on


@pytest.mark.parametrize("wording", [*RELATIVE, *(wording for wording, _ in ABSOLUTE)])
@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook said the pool will open {}.",
        "Ada Brook said {} that the pool will open.",
        "Ada Brook promised {} to open the pool.",
        "“If they pay {}, we will open the pool,” Ada Brook said.",
        "The pool will open {}.",
        "Pool to open {}\n\nAda Brook said it will open {}.",
    ],
)
def test_no_day_that_is_only_tried_shows_anywhere(text: str, wording: str) -> None:
    """2001 and 2029 are named nowhere: such a day could come from the days tried only."""
    found = candidates_in(text.replace("{}", wording), None)
    assert {day.year for day in days_in(found)} <= {2025, 2026}
    for candidate in found:
        reading = candidate.deadline.reading if candidate.deadline else None
        assert not reading or not ({"2001", "2029"} & set(reading.explanation.split()))


def test_two_days_that_are_tried_lie_in_different_parts_of_everything() -> None:
    one, other = ANY_DAYS
    assert one.weekday() != other.weekday()
    assert (one.month, one.day) != (other.month, other.day)
    assert one.year // 10 != other.year // 10


def test_readings_are_alike_where_their_last_days_are() -> None:
    two = [read("by 1 June 2026", day) for day in ANY_DAYS]
    both = alike(two)
    assert both is not None
    assert (both.stated_on, both.opens_on) == (None, None)
    assert both.latest_on == date(2026, 6, 1)
    assert alike([read("by Friday", day) for day in ANY_DAYS]) is None
    assert alike([two[0], None]) is None
    assert alike([None]) is None
    assert alike([two[0]]) is two[0]


def test_a_time_that_is_told_of_has_its_days_where_they_can_be_known() -> None:
    told = Reckoning(FRIDAY).told("on Thursday")
    assert told is not None
    assert (told.latest_on, told.precision) == (date(2025, 4, 17), Precision.DAY)
    assert Reckoning(None).told("on Thursday") is None
    in_full = Reckoning(None).told("on 3 March 2024")
    assert in_full is not None
    assert in_full.latest_on == date(2024, 3, 3)


def test_words_without_a_measure_have_no_end() -> None:
    assert has_no_end(read("the period of time we have in mind", FRIDAY))
    assert not has_no_end(read("within two weeks", FRIDAY))
    assert Reckoning(None, DEFAULT_POLICY).is_endless("the period of time we have in mind")
    assert not Reckoning(None).is_endless("within two weeks")


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("“No one will wait longer than a year by Christmas,” Ada Brook said.", "by Christmas"),
        ("“We will look into Friday’s crash by June,” Ada Brook said.", "by June"),
        (
            "“Once they pay by May, we will open it in June and close it in July,” Ada Brook said.",
            "in June",
        ),
    ],
)
def test_the_time_by_which_it_is_to_be_done_is_the_deadline(text: str, wording: str) -> None:
    assert wording_of(candidates_in(text)[0], text) == wording


def test_a_promise_told_in_the_past_lies_ahead_of_the_day_said() -> None:
    text = "The council has set a target date of 1 September for a new law."
    assert days_of(only_candidate(text)) == (date(2025, 9, 1),) * 3


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Ada Brook said they would walk out for a day in early March.", "in early March"),
        ("Ada Brook said they would end it in September if it was late.", "in September"),
        (
            "Norda threatens strikes on Thursday if Orsk stays\n\nAda Brook of Norda said so.",
            "on Thursday",
        ),
    ],
)
def test_the_day_of_the_deed_is_its_time(text: str, wording: str) -> None:
    found = candidates_in(text)[0]
    assert wording_of(found, text) == wording
    assert found.deadline
    assert found.deadline.reading.latest_on


def test_by_a_day_counts_from_no_condition() -> None:
    text = "“If they don’t, it will be shut by Monday week,” Ada Brook said."
    (found,) = candidates_in(text)
    assert found.deadline
    assert found.deadline.reading.latest_on == date(2025, 4, 28)
