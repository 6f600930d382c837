"""What each bound makes of each kind of period and of lengths of time."""

import pytest

from claimtracker.deadlines import Event, Policy, Precision, Term, read
from tests.deadlines.cases import FRIDAY, Case, check

JULY = "07-01 07-31"
DUE_ON_THE_LAST_DAY = (
    "by", "until", "till", "no later than", "not later than", "on or before", "in or before",
    "due by", "up until",
)  # fmt: skip
THE_DAY_BEFORE = ("before", "prior to", "ahead of", "earlier than", "in advance of")
OPEN_ENDED = (
    "from", "starting in", "as of", "as early as", "as soon as", "beginning in", "not before",
    "no earlier than", "no sooner than", "not until", "don't expect it before",
)  # fmt: skip
AFTERWARDS = ("after", "later than", "once past")


@pytest.mark.parametrize("bound", DUE_ON_THE_LAST_DAY)
def test_by_opens_on_the_day_said_and_is_due_on_the_last_day(bound: str) -> None:
    check((f"{bound} July", "04-18 07-31 07-31", bound))


@pytest.mark.parametrize("bound", THE_DAY_BEFORE)
def test_before_is_due_on_the_day_before_it_begins(bound: str) -> None:
    check((f"{bound} July", "04-18 06-30 06-30", bound))


@pytest.mark.parametrize("bound", OPEN_ENDED)
def test_from_opens_on_the_first_day_and_has_no_last(bound: str) -> None:
    check((f"{bound} July", "07-01 - -", bound))


@pytest.mark.parametrize("bound", AFTERWARDS)
def test_after_opens_on_the_day_after_and_has_no_last(bound: str) -> None:
    check((f"{bound} July", "08-01 - -", bound))


ENDS: tuple[Case, ...] = (
    ("before the end of July", "04-18 07-31 07-31", "before an end is by that end"),
    ("before the end of next week", "04-18 04-25 04-27", "with the two ends of a week"),
    ("before July is out", "04-18 07-31 07-31", "the same in other words"),
    ("not before the end of July", "07-31 - -", "opens on the last day, not on the 21st"),
    ("after the end of July", "08-01 - -", "the day after its last"),
    ("by end of May", "04-18 05-31 05-31", "by keeps its opening without an article"),
    ("by year-end", "04-18 12-31 12-31", "with a hyphen"),
    ("by month-end", "04-18 04-30 04-30", "with a hyphen"),
    ("by week's end", "04-18 04-18 04-20", "due Friday, latest Sunday"),
    ("by quarter's end", "04-18 06-30 06-30", "its last day"),
    ("until the end of the decade", "04-18 2029-12-31 2029-12-31", "its last day"),
)
CLOCKS: tuple[Case, ...] = (
    ("by noon tomorrow", "04-18 04-19 04-19", "a clock time never moves the day"),
    ("before noon tomorrow", "04-18 04-19 04-19", "not even after before"),
    ("before midnight on Friday", "04-18 04-25 04-25", "midnight on X is the end of X"),
    ("before Friday at noon", "04-18 04-25 04-25", "the clock behind the day"),
    ("before midnight", "04-18 04-18 04-18", "the end of the day said"),
    ("by end of day Friday", "04-18 04-25 04-25", "the end of that day, not of the day said"),
    ("by the end of the day", "04-18 04-18 04-18", "of the day said"),
    ("by EOD Monday", "04-18 04-21 04-21", "in letters"),
    ("by 5 p.m. on Thursday", "04-18 04-24 04-24", "a clock time never moves the day"),
    ("by noon on Friday, 2 May", "04-18 05-02 05-02", "with a date behind it"),
    ("after midnight on Friday", "04-26 - -", "the day after"),
    ("by this time tomorrow", "04-18 04-19 04-19", "that day"),
    ("this time next week", "04-25 04-25 04-25", "one unit from the day said"),
    ("by this time next year", "04-18 2026-04-18 2026-04-18", "within one unit"),
)
LENGTHS: tuple[Case, ...] = (
    ("in two weeks", "05-02 05-02 05-02", "that day"),
    ("within two weeks", "04-18 05-02 05-02", "up to it"),
    ("in no more than two weeks", "04-18 05-02 05-02", "up to it"),
    ("no more than 10 days", "04-18 04-28 04-28", "not the open end of more than"),
    ("no longer than two weeks", "04-18 05-02 05-02", "not the open end of longer than"),
    ("up to two weeks", "04-18 05-02 05-02", "up to it"),
    ("under two weeks", "04-18 05-02 05-02", "under N is N"),
    ("more than two weeks", "05-02 - -", "opens then"),
    ("at least two weeks from now", "05-02 - -", "opens then"),
    ("for two weeks", "04-18 05-02 05-02", "holds to the end"),
    ("about two weeks", "04-18 05-02 05-06", "a quarter more, rounded up"),
    ("after two weeks", "05-02 - -", "opens then"),
    ("two weeks from today", "05-02 05-02 05-02", "that day"),
    ("two weeks away", "05-02 05-02 05-02", "that day"),
    ("within a year and six months", "04-18 2026-10-18 2026-10-18", "both lengths"),
    ("within six months to a year", "04-18 10-18 2026-04-18", "due at A, latest at B"),
)
SOFT: tuple[Case, ...] = (
    ("by summer", "04-18 05-31 09-22", "due before it begins, latest its last day"),
    ("by the weekend", "04-18 04-18 04-20", "due before it begins, latest its last day"),
    ("by the 2030s", "04-18 2029-12-31 2039-12-31", "due before it begins, latest its last day"),
    ("by late summer", "04-18 08-31 08-31", "a part is as sharp as a month"),
    ("by the summer of 2026", "04-18 2026-05-31 2026-09-22", "with its year"),
    ("until summer", "04-18 08-31 09-22", "until is through its last day"),
    ("before summer", "04-18 05-31 06-20", "before both beginnings"),
)


@pytest.mark.parametrize("case", ENDS, ids=lambda case: case[0])
def test_the_end_of_a_period_is_its_last_day_under_every_bound(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", CLOCKS, ids=lambda case: case[0])
def test_a_clock_time_never_moves_the_day(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", LENGTHS, ids=lambda case: case[0])
def test_a_length_of_time_runs_from_the_day_said(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", SOFT, ids=lambda case: case[0])
def test_by_a_season_weekend_or_decade_is_before_it_begins(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("wording", "precision"),
    [
        ("by Friday", Precision.DAY),
        ("by the weekend", Precision.WEEKEND),
        ("next week", Precision.WEEK),
        ("by July", Precision.MONTH),
        ("in Q3", Precision.QUARTER),
        ("in H2", Precision.HALF),
        ("by summer", Precision.SEASON),
        ("by 2030", Precision.YEAR),
        ("by the 2030s", Precision.DECADE),
        ("within days", Precision.VAGUE),
    ],
)
def test_the_precision_is_that_of_the_words(wording: str, precision: Precision) -> None:
    assert read(wording, FRIDAY).precision is precision


WORDINGS = ["July", "next week", "the end of May", "Friday", "2030", "summer", "Christmas"]


@pytest.mark.parametrize("bound", ["by ", "before ", "until ", "in ", "within ", ""])
@pytest.mark.parametrize("wording", WORDINGS)
def test_the_days_are_in_order_and_none_before_the_day_said(bound: str, wording: str) -> None:
    found = read(bound + wording, FRIDAY)
    assert found.opens_on
    assert found.due_on
    assert found.latest_on
    assert FRIDAY <= found.opens_on <= found.due_on <= found.latest_on


@pytest.mark.parametrize("wording", ["in April", "this month", "this spring", "this year", "Q2"])
def test_a_period_that_is_running_opens_on_the_day_said(wording: str) -> None:
    assert read(wording, FRIDAY).opens_on == FRIDAY


def test_a_reading_says_its_rule_and_repeats_its_words() -> None:
    found = read("by July", FRIDAY)
    assert (found.wording, found.stated_on) == ("by July", FRIDAY)
    assert (found.rule, found.is_dated) == ("by a month", True)


def test_a_reading_is_the_same_each_time() -> None:
    policy, events, term = Policy(), [Event("summit", FRIDAY)], Term(FRIDAY)
    first, second = (
        read("by the summit", FRIDAY, policy=policy, events=events, claimant=term) for _ in range(2)
    )
    assert first == second
