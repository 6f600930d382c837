"""Lengths of time: within and in so many units, and those without a number."""

import pytest

from tests.deadlines.cases import Case, check

EXACT: tuple[Case, ...] = (
    ("within 12 hours", "04-18 04-19 04-19", "hours below a day round up to the next day"),
    ("in 24 hours", "04-19 04-19 04-19", "a day of hours is the next day"),
    ("in 36 hours", "04-20 04-20 04-20", "hours beyond 24 round up to whole days"),
    ("in the next 24 to 48 hours", "04-18 04-19 04-20", "a range: due at one day, latest at two"),
    ("within the hour", "04-18 04-19 04-19", "a unit outside the calendar counts from the day"),
    ("within two weeks", "04-18 05-02 05-02", "within runs from the day said"),
    ("in two weeks", "05-02 05-02 05-02", "in is that day"),
    ("within one month", "04-18 05-18 05-18", "a month is the same day of the next"),
    ("within a dozen days", "04-18 04-30 04-30", "a dozen is twelve"),
    ("within half a dozen days", "04-18 04-24 04-24", "half a dozen is six"),
    ("within twenty-one days", "04-18 05-09 05-09", "numbers in words"),
    ("within a hundred days", "04-18 07-27 07-27", "numbers in words"),
    ("in half a year", "10-18 10-18 10-18", "half a year is six months"),
    ("within two and a half years", "04-18 2027-10-18 2027-10-18", "two years and six months"),
    ("a year and a half from now", "2026-10-18 2026-10-18 2026-10-18", "18 months"),
    ("in a fortnight", "05-02 05-02 05-02", "a fortnight is 14 days"),
    ("within two quarters", "04-18 10-18 10-18", "a quarter is three months"),
    ("within a decade", "04-18 2035-04-18 2035-04-18", "ten years"),
    ("within 5 working days", "04-18 04-25 04-25", "Monday to Friday, the day said is day 0"),
    ("in 10 business days", "05-02 05-02 05-02", "two working weeks"),
    ("within two to three weeks", "04-18 05-02 05-09", "due at two, latest at three"),
    ("in two or three weeks", "05-02 05-02 05-09", "due at two, latest at three"),
    ("between two and three weeks", "04-18 05-02 05-09", "numbers with a unit are alternatives"),
    ("in 3-4 weeks", "05-09 05-09 05-16", "a dash between numbers is to"),
    ("a week or two", "04-18 04-25 05-02", "due at one, latest at two"),
    ("two weeks from now", "05-02 05-02 05-02", "from now is in"),
    ("in three weeks' time", "05-09 05-09 05-09", "time adds nothing"),
    ("the next two weeks", "04-18 05-02 05-02", "runs from the day said"),
    ("has 30 days to respond", "04-18 05-18 05-18", "has N days to is within N days"),
    ("a 60-day deadline", "04-18 06-17 06-17", "an N-day deadline is within N days"),
    ("30 days", "04-18 05-18 05-18", "a bare length is within it"),
    ("in less than 30 days", "04-18 05-18 05-18", "under N is N"),
    ("about three weeks", "04-18 05-09 05-15", "about: latest a quarter more, rounded up"),
    ("in about 4 months", "08-18 08-18 09-18", "about: latest a quarter more"),
    ("at least two weeks", "05-02 - -", "at least N opens then"),
    ("more than a year", "2026-04-18 - -", "more than N opens then"),
    ("for two years", "04-18 2027-04-18 2027-04-18", "it holds to the end of the period"),
    ("not for two years", "04-18 2027-04-18 2027-04-18", "a promise to hold"),
    ("within the next month", "04-18 05-18 05-18", "one unit from the day said"),
    ("within the next week", "04-18 04-25 04-25", "one unit from the day said"),
    ("in the next month", "04-18 05-18 05-18", "one unit from the day said"),
    ("in the coming week", "04-18 04-25 04-25", "one unit from the day said"),
    ("within the week", "04-18 04-20 04-25", "due with the running week, latest one week on"),
    ("within the month", "04-18 04-30 05-18", "due with the running month, latest one on"),
    ("within the year", "04-18 12-31 2026-04-18", "due with the running year, latest one on"),
)
VAGUE: tuple[Case, ...] = (
    ("within days", "04-18 04-20 04-25", "days: two, latest seven"),
    ("a matter of days", "04-18 04-20 04-25", "the same row of the table"),
    ("in days", "04-18 04-20 04-25", "opens on the day said"),
    ("in the coming days", "04-18 04-20 04-25", "the same row of the table"),
    ("in the next few weeks", "04-18 05-09 05-16", "a few weeks: three, latest four"),
    ("in a few days", "04-18 04-21 04-23", "a few days: three, latest five"),
    ("within a few months", "04-18 07-18 08-18", "a few months: three, latest four"),
    ("within a few years", "04-18 2028-04-18 2030-04-18", "a few years: three, latest five"),
    ("within a couple of weeks", "04-18 05-02 05-02", "a couple is two"),
    ("in several months", "04-18 08-18 11-18", "several: four, latest seven"),
    ("within hours", "04-18 04-19 04-19", "hours: the next day"),
    ("a matter of hours", "04-18 04-19 04-19", "hours: the next day"),
    ("in the coming weeks", "04-18 05-02 05-18", "weeks: two, latest a month"),
    ("within months", "04-18 06-18 10-18", "months: two, latest six"),
    ("in years", "04-18 2027-04-18 2028-04-18", "years: two, latest three"),
    ("in weeks or months", "04-18 05-02 10-18", "due as weeks, latest as months"),
    ("days, not weeks", "04-18 04-20 04-25", "the first of the two is meant"),
)


@pytest.mark.parametrize("case", EXACT, ids=lambda case: case[0])
def test_a_length_of_time_counts_from_the_day_said(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", VAGUE, ids=lambda case: case[0])
def test_a_length_without_a_number_follows_the_table(case: Case) -> None:
    check(case)
