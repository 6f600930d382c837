"""Short wordings that combine two conventions: a bound, and what is vague or a part of a period."""

from datetime import date

import pytest

from tests.deadlines.cases import Case, check

WEDNESDAY = date(2025, 6, 4)
BOUNDS_AND_PARTS: tuple[Case, ...] = (
    ("by sometime next week", "06-04 06-15 06-15", "its last day"),
    ("from as early as March", "2026-03-01 - -", "the next March"),
    ("by no later than mid-May", "06-04 2026-05-15 2026-05-20", "the bound is said twice"),
    ("some time in the autumn", "09-01 11-30 12-21", "the season"),
    ("sooner than the end of June", "06-04 06-30 06-30", "before the end is by the end"),
    ("earlier than mid-September", "06-04 09-10 09-10", "the day before it begins"),
    ("early to mid-July", "07-01 07-10 07-20", "strict of A, generous of B"),
    ("mid to late October", "10-11 10-15 10-31", "strict of A, generous of B"),
    ("late this month or early next", "06-21 06-30 07-10", "strict of A, generous of B"),
    ("the back half of July", "07-16 07-31 07-31", "from the 16th"),
    ("in the front half of next year", "2026-01-01 2026-06-30 2026-06-30", "six months"),
    ("by next weekend", "06-04 06-13 06-15", "due before it begins"),
    ("over the next weekend", "06-14 06-14 06-15", "a weekend is no length of time"),
    ("as early as this weekend", "06-07 - -", "opens then"),
    ("as soon as next month", "07-01 - -", "opens then"),
    ("at the earliest on Friday", "06-06 - -", "the bound comes first"),
    ("at the latest on Friday", "06-04 06-06 06-06", "the bound comes first"),
    ("by late next week", "06-04 06-13 06-15", "Friday, latest Sunday"),
    ("by early next month", "06-04 07-10 07-10", "the 10th"),
    ("just after Easter", "2026-04-06 - -", "opens the day after"),
    ("by close of business on the 15th", "06-04 06-15 06-15", "a clock time moves no day"),
    ("by the stroke of midnight on 30 June", "06-04 06-30 06-30", "the end of that day"),
    ("for the remainder of the month", "06-04 06-30 06-30", "to its last day"),
    ("a week tomorrow", "06-12 06-12 06-12", "counted from tomorrow"),
    ("a month today", "07-04 07-04 07-04", "counted from today"),
    ("three weeks on Monday", "06-30 06-30 06-30", "counted from the coming one"),
)
BOUNDS_AND_MEASURES: tuple[Case, ...] = (
    ("within the next couple of weeks", "06-04 06-18 06-18", "two"),
    ("in no more than a few days", "06-04 06-07 06-09", "three, latest five"),
    ("within the space of a few weeks", "06-04 06-25 07-02", "three, latest four"),
    ("within roughly two years", "06-04 2027-06-04 2027-12-04", "a quarter more"),
    ("within 48 hours or so", "06-04 06-06 06-07", "a quarter more, rounded up"),
    ("in months rather than years", "06-04 08-04 12-04", "the first of the two is meant"),
    ("not in weeks but in days", "06-04 06-06 06-11", "the second of the two is meant"),
    ("in weeks or even months", "06-04 06-18 12-04", "strict of A, generous of B"),
    ("over the next several months", "06-04 10-04 2026-01-04", "four, latest seven"),
    ("in two to three weeks' time", "06-18 06-18 06-25", "due at two, latest at three"),
    ("two to three weeks, tops", "06-04 06-18 06-25", "the bound comes after a comma"),
    ("tomorrow or the day after", "06-05 06-05 06-06", "A or B"),
    ("in September, before anything else", "09-01 09-30 09-30", "what else comes is no time"),
    ("on Friday, or failing that on Sunday", "06-06 06-06 06-08", "A or B"),
)


@pytest.mark.parametrize("case", BOUNDS_AND_PARTS, ids=lambda case: case[0])
def test_a_bound_and_a_part_of_a_period_keep_the_convention_of_each(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", BOUNDS_AND_MEASURES, ids=lambda case: case[0])
def test_a_bound_and_a_vague_measure_keep_the_convention_of_each(case: Case) -> None:
    check(case, said=WEDNESDAY)
