"""The table of vague words, row by row, in the order of the conventions."""

import pytest

from claimtracker.deadlines import Precision, read
from tests.deadlines.cases import FRIDAY, Case, check

ROWS: tuple[Case, ...] = (
    ("hours", "04-18 04-19 04-19", "hours: the next day"),
    ("in the coming hours", "04-18 04-19 04-19", "hours: the next day"),
    ("in a matter of hours", "04-18 04-19 04-19", "hours: the next day"),
    ("within minutes", "04-18 04-19 04-19", "a part of a day rounds up"),
    ("overnight", "04-19 04-19 04-19", "the next day"),
    ("tonight", "04-18 04-18 04-18", "the same day"),
    ("later today", "04-18 04-18 04-18", "the same day"),
    ("a couple of days", "04-18 04-20 04-20", "two"),
    ("a couple of weeks", "04-18 05-02 05-02", "two"),
    ("a couple of months", "04-18 06-18 06-18", "two"),
    ("a couple of years", "04-18 2027-04-18 2027-04-18", "two"),
    ("a few hours", "04-18 04-19 04-19", "hours stay below a day"),
    ("a few days", "04-18 04-21 04-23", "three, latest five days"),
    ("a few weeks", "04-18 05-09 05-16", "three, latest four weeks"),
    ("a few months", "04-18 07-18 08-18", "three, latest four months"),
    ("a few years", "04-18 2028-04-18 2030-04-18", "three, latest five years"),
    ("several days", "04-18 04-22 04-25", "four, latest seven"),
    ("several weeks", "04-18 05-16 06-06", "four, latest seven"),
    ("several months", "04-18 08-18 11-18", "four, latest seven"),
    ("several years", "04-18 2029-04-18 2032-04-18", "four, latest seven"),
    ("days", "04-18 04-20 04-25", "two days, latest seven"),
    ("in the days ahead", "04-18 04-20 04-25", "another word for the coming ones"),
    ("weeks", "04-18 05-02 05-18", "two weeks, latest a month"),
    ("in the weeks ahead", "04-18 05-02 05-18", "not the running week"),
    ("months", "04-18 06-18 10-18", "two months, latest six"),
    ("over the coming months", "04-18 06-18 10-18", "two months, latest six"),
    ("years", "04-18 2027-04-18 2028-04-18", "two years, latest three"),
    ("in the years to come", "04-18 2027-04-18 2028-04-18", "another word for the coming ones"),
    ("working days", "04-18 04-22 04-25", "two working days, latest seven days"),
    ("days or weeks", "04-18 04-20 05-18", "strict end of A, generous of B"),
    ("weeks and months", "04-18 05-02 10-18", "vague as a whole"),
    ("hours, not days", "04-18 04-19 04-19", "the first of the two is meant"),
    ("start of June", "06-01 06-10 06-10", "as early June"),
    ("the first days of June", "06-01 06-10 06-10", "as early June"),
    ("early June", "06-01 06-10 06-10", "the 10th"),
    ("mid-June", "06-11 06-15 06-20", "the 15th, latest the 20th"),
    ("late June", "06-21 06-30 06-30", "its last day"),
    ("the final days of June", "06-21 06-30 06-30", "its last day"),
    ("close of June", "06-21 06-30 06-30", "its last day"),
    ("early next week", "04-21 04-22 04-23", "Tuesday, latest Wednesday"),
    ("mid next week", "04-21 04-23 04-24", "Wednesday, latest Thursday"),
    ("late next week", "04-25 04-25 04-27", "Friday, latest Sunday"),
    ("early 2026", "2026-01-01 2026-03-31 2026-03-31", "the end of March"),
    ("mid-2026", "2026-04-01 2026-06-30 2026-08-31", "the end of June, latest of August"),
    ("late 2026", "2026-09-01 2026-12-31 2026-12-31", "its last day"),
    ("end of 2026", "2026-09-01 2026-12-31 2026-12-31", "its last day"),
    ("early summer", "06-01 06-30 06-30", "its first third"),
    ("midsummer of 2026", "- - -", "a feast, not a part: no date is invented"),
    ("mid-summer", "07-01 07-31 07-31", "its second third"),
    ("late summer", "08-01 08-31 08-31", "its last third, both ends"),
    ("early Q3", "07-01 07-31 07-31", "its first month"),
    ("mid Q3", "08-01 08-31 08-31", "its second month"),
    ("late Q3", "09-01 09-30 09-30", "its third month"),
    ("early H2", "07-01 08-31 08-31", "its first two months"),
    ("the first half of June", "06-01 06-15 06-15", "a month splits after the 15th"),
    ("the second half of June", "06-16 06-30 06-30", "a month splits after the 15th"),
    ("the first half of 2026", "2026-01-01 2026-06-30 2026-06-30", "six months"),
    ("the second quarter of 2026", "2026-04-01 2026-06-30 2026-06-30", "three months"),
    ("the first half of the 2030s", "2030-01-01 2034-12-31 2034-12-31", "five years"),
    ("the weekend", "04-19 04-19 04-20", "Saturday, latest Sunday"),
    ("weekend", "04-19 04-19 04-20", "alone it is the coming one"),
    ("by weekend", "04-18 04-18 04-20", "as headlines leave out the article"),
    ("later this week", "04-18 04-18 04-20", "Friday, latest Sunday"),
    ("this spring", "04-18 05-31 06-20", "meteorological, latest astronomical"),
    ("summer", "06-01 08-31 09-22", "meteorological, latest astronomical"),
    ("autumn", "09-01 11-30 12-21", "meteorological, latest astronomical"),
    ("winter", "12-01 2026-02-28 2026-03-20", "meteorological, latest astronomical"),
)


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case[0])
def test_a_vague_word_has_the_row_of_its_table(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("wording", ["within days", "in a few weeks", "a couple of months"])
def test_a_vague_length_says_that_it_is_vague(wording: str) -> None:
    found = read(wording, FRIDAY)
    assert found.precision is Precision.VAGUE
    assert found.rule.startswith("vague: ")
    assert "no number" in found.explanation


@pytest.mark.parametrize("wording", ["decades", "in the coming centuries", "within quarters"])
def test_a_plural_without_a_row_has_no_measure(wording: str) -> None:
    assert read(wording, FRIDAY).rule == "no measure"
