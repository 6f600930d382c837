"""Parts of weeks, months, years and decades, and decades themselves."""

import pytest

from tests.deadlines.cases import Case, check

OF_WEEKS: tuple[Case, ...] = (
    ("the beginning of next week", "04-21 04-22 04-23", "as early: Tuesday, latest Wednesday"),
    ("the start of next week", "04-21 04-22 04-23", "as early"),
    ("the middle of next week", "04-21 04-23 04-24", "Wednesday, latest Thursday"),
    ("by the end of next week", "04-18 04-25 04-27", "Friday, latest Sunday"),
    ("the latter part of next week", "04-25 04-25 04-27", "as late"),
    ("the rest of the week", "04-18 04-18 04-20", "Friday, latest Sunday"),
    ("later next week", "04-21 04-25 04-27", "Friday, latest Sunday"),
    ("by the close of next week", "04-18 04-25 04-27", "as its end"),
    ("early on Monday", "04-21 04-21 04-21", "a part of a day moves no day"),
    ("late Monday", "04-21 04-21 04-21", "a part of a day moves no day"),
)
OF_MONTHS: tuple[Case, ...] = (
    ("the outset of May", "05-01 05-10 05-10", "as early"),
    ("the opening days of June", "06-01 06-10 06-10", "as early"),
    ("the first weeks of June", "06-01 06-10 06-10", "as early"),
    ("early in June", "06-01 06-10 06-10", "the 10th"),
    ("the start of next month", "05-01 05-10 05-10", "as early"),
    ("the middle of next month", "05-11 05-15 05-20", "the 15th, latest the 20th"),
    ("midway through June", "06-11 06-15 06-20", "as mid"),
    ("the end of next month", "05-21 05-31 05-31", "as late"),
    ("late in June", "06-21 06-30 06-30", "its last day"),
    ("by the close of June", "04-18 06-30 06-30", "its last day"),
    ("the last days of April", "04-21 04-30 04-30", "as its end"),
    ("by the turn of the month", "04-18 04-30 04-30", "its last day"),
    ("the remainder of the month", "04-18 04-30 04-30", "from the day said"),
    ("later this month", "04-18 04-30 04-30", "its last day"),
    ("the first half of next month", "05-01 05-15 05-15", "to the 15th"),
    ("the second half of this month", "04-18 04-30 04-30", "from the day said"),
    ("mid-February 2028", "2028-02-11 2028-02-15 2028-02-20", "whatever its length"),
    ("late February 2028", "2028-02-21 2028-02-29 2028-02-29", "a leap year"),
    ("by early or mid June", "04-18 06-10 06-20", "strict end of A, generous of B"),
)
OF_QUARTERS: tuple[Case, ...] = (
    ("early next quarter", "07-01 07-31 07-31", "its first month"),
    ("mid next quarter", "08-01 08-31 08-31", "its second month"),
    ("late next quarter", "09-01 09-30 09-30", "its third month"),
    ("by the end of next quarter", "04-18 09-30 09-30", "its last day"),
    ("by the end of the quarter", "04-18 06-30 06-30", "its last day"),
    ("early H1 2026", "2026-01-01 2026-02-28 2026-02-28", "its first two months"),
    ("mid H1 2026", "2026-03-01 2026-04-30 2026-04-30", "its second two months"),
    ("late H1 2026", "2026-05-01 2026-06-30 2026-06-30", "its last two months"),
    ("early in the third quarter", "07-01 07-31 07-31", "its first month"),
    ("by the end of the first half", "04-18 06-30 06-30", "the running one"),
)
OF_YEARS: tuple[Case, ...] = (
    ("the start of next year", "2026-01-01 2026-03-31 2026-03-31", "as early"),
    ("the first months of 2026", "2026-01-01 2026-03-31 2026-03-31", "as early"),
    ("the middle of next year", "2026-04-01 2026-06-30 2026-08-31", "June, latest August"),
    ("by mid-year", "04-18 06-30 08-31", "June, latest August"),
    ("by mid 2026", "04-18 2026-06-30 2026-08-31", "June, latest August"),
    ("late next year", "2026-09-01 2026-12-31 2026-12-31", "its last day"),
    ("late this year", "09-01 12-31 12-31", "its last day"),
    ("the final months of 2026", "2026-09-01 2026-12-31 2026-12-31", "as late"),
    ("later this year", "04-18 12-31 12-31", "from the day said"),
    ("the rest of the year", "04-18 12-31 12-31", "from the day said"),
    ("by the first half of the year", "04-18 06-30 06-30", "six months"),
    ("the second half of 2027", "2027-07-01 2027-12-31 2027-12-31", "six months"),
    ("by the end of 2026 or early 2027", "04-18 2026-12-31 2027-03-31", "strict, generous"),
)
OF_DECADES: tuple[Case, ...] = (
    ("the 2030s", "2030-01-01 2039-12-31 2039-12-31", "ten years"),
    ("the '30s", "2030-01-01 2039-12-31 2039-12-31", "ten years"),
    ("in the thirties", "2030-01-01 2039-12-31 2039-12-31", "in words"),
    ("the early 2030s", "2030-01-01 2033-04-30 2033-04-30", "a third: 40 months"),
    ("the mid-2030s", "2033-05-01 2036-08-31 2036-08-31", "the second 40 months"),
    ("the late 2030s", "2036-09-01 2039-12-31 2039-12-31", "the last 40 months"),
    ("by the late 2030s", "04-18 2039-12-31 2039-12-31", "a part is as sharp as a month"),
    ("by the end of the 2030s", "04-18 2039-12-31 2039-12-31", "its last day"),
    ("before the 2030s", "04-18 2029-12-31 2029-12-31", "the day before it begins"),
    ("the second half of the 2030s", "2035-01-01 2039-12-31 2039-12-31", "five years"),
    ("next decade", "2030-01-01 2039-12-31 2039-12-31", "the calendar one"),
    ("by the next decade", "04-18 2029-12-31 2039-12-31", "due before it begins"),
    ("within the decade", "04-18 2029-12-31 2035-04-18", "the running one, latest one on"),
    ("by the turn of the decade", "04-18 2029-12-31 2029-12-31", "its last day"),
    ("the first half of the next decade", "2030-01-01 2034-12-31 2034-12-31", "five years"),
    ("this century", "04-18 2099-12-31 2099-12-31", "to its last day"),
    ("by the end of the century", "04-18 2099-12-31 2099-12-31", "its last day"),
)


@pytest.mark.parametrize(
    "case", [*OF_WEEKS, *OF_MONTHS, *OF_QUARTERS, *OF_YEARS, *OF_DECADES], ids=lambda case: case[0]
)
def test_a_part_has_the_ends_of_its_row_in_the_table(case: Case) -> None:
    check(case)
