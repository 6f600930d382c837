"""Numbers before a unit: in figures, in words, mixed, halves, dozens, ranges, sums."""

import pytest

from tests.deadlines.cases import Case, check

WHOLE: tuple[Case, ...] = (
    ("within one day", "04-18 04-19 04-19", "18 + 1"),
    ("in 10 days", "04-28 04-28 04-28", "18 + 10"),
    ("within ten days", "04-18 04-28 04-28", "in words"),
    ("in twenty-one days", "05-09 05-09 05-09", "12 days to the end of April, 9 more"),
    ("in twenty one days", "05-09 05-09 05-09", "without a hyphen"),
    ("in 45 days", "06-02 06-02 06-02", "12 + 31 days to the end of May, 2 more"),
    ("within ninety days", "04-18 07-17 07-17", "12 + 31 + 30, and 17 more"),
    ("within 100 days", "04-18 07-27 07-27", "ten days after the 90th"),
    ("in a hundred days", "07-27 07-27 07-27", "a is one"),
    ("in one hundred days", "07-27 07-27 07-27", "in words"),
    ("within one hundred and twenty days", "04-18 08-16 08-16", "twenty days after the 100th"),
    ("within a hundred twenty days", "04-18 08-16 08-16", "without and"),
    ("in 1,000 days", "2028-01-13 2028-01-13 2028-01-13", "two years of 365, 270 days more"),
    ("in a thousand days", "2028-01-13 2028-01-13 2028-01-13", "in words"),
    ("the next 1000 days", "04-18 2028-01-13 2028-01-13", "without a comma"),
    ("in 52 weeks", "2026-04-17 2026-04-17 2026-04-17", "364 days"),
    ("in 36 months", "2028-04-18 2028-04-18 2028-04-18", "three years"),
    ("in eighteen months", "2026-10-18 2026-10-18 2026-10-18", "a year and six months"),
    ("in 0 days", "04-18 04-18 04-18", "the day said"),
    ("in 90 minutes", "04-19 04-19 04-19", "below a day: the next day"),
    ("in forty-eight hours", "04-20 04-20 04-20", "two days"),
    ("within seventy-two hours", "04-18 04-21 04-21", "three days"),
    ("in 25 hours", "04-20 04-20 04-20", "parts of a day round up"),
    ("within 5,000 hours", "04-18 11-13 11-13", "208 days and 8 hours round up to 209"),
)
DOZENS: tuple[Case, ...] = (
    ("within two dozen days", "04-18 05-12 05-12", "24 days"),
    ("in a dozen weeks", "07-11 07-11 07-11", "84 days"),
    ("in half a dozen weeks", "05-30 05-30 05-30", "42 days"),
    ("in half a dozen months", "10-18 10-18 10-18", "six months"),
    ("within a dozen years", "04-18 2037-04-18 2037-04-18", "twelve years"),
)
HALVES: tuple[Case, ...] = (
    ("in two and a half weeks", "05-06 05-06 05-06", "17 and a half days round up to 18"),
    ("within two and a half months", "04-18 07-03 07-03", "two months and 15 days"),
    ("in two and a half days", "04-21 04-21 04-21", "a half day rounds up"),
    ("in 2.5 years", "2027-10-18 2027-10-18 2027-10-18", "two years and six months"),
    ("in 1.5 years", "2026-10-18 2026-10-18 2026-10-18", "a year and six months"),
    ("in one and a half years", "2026-10-18 2026-10-18 2026-10-18", "in words"),
    ("in a year and a half", "2026-10-18 2026-10-18 2026-10-18", "the half behind"),
    ("within three years and a half", "04-18 2028-10-18 2028-10-18", "the half behind"),
    ("within half a day", "04-18 04-19 04-19", "a half day rounds up"),
    ("in half an hour", "04-19 04-19 04-19", "a part of a day rounds up"),
    ("in half a month", "05-03 05-03 05-03", "15 days"),
    ("within half a decade", "04-18 2030-04-18 2030-04-18", "five years"),
    ("in half a century", "2075-04-18 2075-04-18 2075-04-18", "fifty years"),
)
COMPOUNDS: tuple[Case, ...] = (
    ("a six-month pause", "04-18 10-18 10-18", "an N-month pause is within N months"),
    ("a 6-month window", "04-18 10-18 10-18", "in figures"),
    ("a 90-day window", "04-18 07-17 07-17", "an N-day window is within N days"),
    ("a two-week deadline", "04-18 05-02 05-02", "an N-week deadline is within N weeks"),
    ("a 48-hour ultimatum", "04-18 04-20 04-20", "two days"),
    ("a three-year timetable", "04-18 2028-04-18 2028-04-18", "within three years"),
    ("within a 30-day period", "04-18 05-18 05-18", "within"),
)
RANGES: tuple[Case, ...] = (
    ("in three to four days", "04-21 04-21 04-22", "due at three, latest at four"),
    ("in 3–4 days", "04-21 04-21 04-22", "with a dash"),
    ("between ten and fifteen days", "04-18 04-28 05-03", "due at ten, latest at fifteen"),
    ("in 10-15 years", "2035-04-18 2035-04-18 2040-04-18", "with a hyphen"),
    ("in one or two months", "05-18 05-18 06-18", "due at one, latest at two"),
    ("within four to six weeks", "04-18 05-16 05-30", "28 and 42 days"),
    ("in five, six or seven days", "04-23 04-23 04-25", "due at the first, latest at the last"),
    ("a day or two", "04-18 04-19 04-20", "due at one, latest at two"),
    ("an hour or two", "04-18 04-19 04-19", "both below a day"),
    ("a year or two", "04-18 2026-04-18 2027-04-18", "due at one, latest at two"),
    ("in six months or a year", "10-18 10-18 2026-04-18", "two units"),
    ("a week or ten days", "04-18 04-25 04-28", "two units"),
    ("two weeks to a month", "04-18 05-02 05-18", "two units"),
    ("hours or days", "04-18 04-19 04-25", "strict end of A, generous of B"),
)
ABOUT: tuple[Case, ...] = (
    ("about ten days", "04-18 04-28 05-01", "12 and a half days round up to 13"),
    ("nearly two years", "04-18 2027-04-18 2027-10-18", "six months more"),
    ("roughly six months", "04-18 10-18 12-03", "one and a half months more: 18 Nov + 15 days"),
    ("some 20 weeks", "04-18 09-05 10-10", "140 and 175 days"),
    ("approximately 40 days", "04-18 05-28 06-07", "40 and 50 days"),
    ("a month or so", "04-18 05-18 05-26", "7 and a half days more round up to 8"),
    ("a year or so", "04-18 2026-04-18 2026-07-18", "three months more"),
)
SUMS: tuple[Case, ...] = (
    ("in a year and six months", "2026-10-18 2026-10-18 2026-10-18", "both lengths"),
    ("in two years and three months", "2027-07-18 2027-07-18 2027-07-18", "both lengths"),
    ("within 1 year 6 months", "04-18 2026-10-18 2026-10-18", "without and"),
    ("within one week and three days", "04-18 04-28 04-28", "ten days"),
    ("in 2 weeks, 3 days", "05-05 05-05 05-05", "17 days"),
    ("in a month and a day", "05-19 05-19 05-19", "the month first"),
)


@pytest.mark.parametrize(
    "case",
    [*WHOLE, *DOZENS, *HALVES, *COMPOUNDS, *RANGES, *ABOUT, *SUMS],
    ids=lambda case: case[0],
)
def test_a_number_of_units_counts_from_the_day_said(case: Case) -> None:
    check(case)
