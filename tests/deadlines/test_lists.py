"""Several periods in one wording: lists, alternatives, spans, and all that begins now."""

import pytest

from tests.deadlines.cases import Case, check

LISTS: tuple[Case, ...] = (
    ("April, May or June", "04-18 04-30 06-30", "due at the end of the first, latest the last"),
    ("by May, or June at the latest", "04-18 05-31 06-30", "of two, too"),
    ("by May, or by June", "04-18 05-31 06-30", "with the bound again"),
    ("this week, or next", "04-18 04-20 04-27", "of weeks"),
    ("June, July, or August", "06-01 06-30 08-31", "with a comma before or"),
    ("by June, July or August", "04-18 06-30 08-31", "by opens on the day said"),
    ("Monday, Tuesday or Wednesday", "04-21 04-21 04-23", "weekdays"),
    ("by Monday, Wednesday or Friday", "04-18 04-21 04-25", "weekdays"),
    ("April or May or June", "04-18 04-30 06-30", "or twice"),
    ("this week or next", "04-18 04-20 04-27", "next takes its unit from A"),
    ("by this week or next", "04-18 04-20 04-27", "with a bound"),
    ("this year or next", "04-18 12-31 2026-12-31", "next takes its unit from A"),
    ("this quarter or next", "04-18 06-30 09-30", "next takes its unit from A"),
    ("today or Monday", "04-18 04-18 04-21", "days"),
    ("tomorrow or Sunday", "04-19 04-19 04-20", "days"),
    ("5 or 6 May", "05-05 05-05 05-06", "a month named once"),
    ("May 5 or 6", "05-05 05-05 05-06", "a month named once"),
    ("May 5 or June 1", "05-05 05-05 06-01", "two dates"),
    ("by 5 May or 1 June", "04-18 05-05 06-01", "two dates"),
    ("in 2026 or 2027", "2026-01-01 2026-12-31 2027-12-31", "two years"),
    ("before 2026 or 2027", "04-18 2025-12-31 2026-12-31", "the day before each begins"),
    ("until June or July", "04-18 06-30 07-31", "strict end of A, generous of B"),
    ("Q3 or Q4", "07-01 09-30 12-31", "two quarters"),
    ("late April or early May", "04-21 04-30 05-10", "two parts"),
    ("late May or June", "05-21 05-31 06-30", "a part and a month"),
    ("the end of May or the beginning of June", "05-21 05-31 06-10", "two parts"),
    ("Christmas or New Year", "12-25 12-25 2026-01-01", "two holidays"),
    ("Monday or Tuesday of next week", "04-21 04-21 04-22", "both of next week"),
    ("December or January", "12-01 12-31 2026-01-31", "B is the next one after A"),
    ("March or April", "2026-03-01 2026-03-31 2026-04-30", "B is the next one after A"),
)
SPANS: tuple[Case, ...] = (
    ("between Monday and Wednesday", "04-21 04-23 04-23", "due and latest at the end of B"),
    ("between 5 and 10 May", "05-05 05-10 05-10", "a month named once"),
    ("between 5 May and 10 June", "05-05 06-10 06-10", "two dates"),
    ("between June and August 2026", "2026-06-01 2026-08-31 2026-08-31", "a year named once"),
    ("between Christmas and New Year's Day", "12-25 2026-01-01 2026-01-01", "two holidays"),
    ("from 5 May to 10 May", "05-05 05-10 05-10", "two dates"),
    ("from May 5 through May 10", "05-05 05-10 05-10", "the American word"),
    ("5-10 May", "05-05 05-10 05-10", "a hyphen"),
    ("May 5–10, 2026", "2026-05-05 2026-05-10 2026-05-10", "a dash"),
    ("1 June – 31 August", "06-01 08-31 08-31", "a dash between blanks"),
    ("Monday through Thursday", "04-21 04-24 04-24", "the American word"),
    ("Mon-Wed", "04-21 04-23 04-23", "short names"),
    ("from Q3 to Q4", "07-01 12-31 12-31", "two quarters"),
    ("from next week until the end of May", "04-21 05-31 05-31", "two kinds"),
    ("April and May", "04-18 05-31 05-31", "both"),
    ("Monday and Tuesday", "04-21 04-22 04-22", "both"),
    ("5 and 6 May", "05-05 05-06 05-06", "both"),
    ("this week and next", "04-18 04-27 04-27", "both"),
)
FROM_NOW: tuple[Case, ...] = (
    ("between now and Friday", "04-18 04-25 04-25", "open on the day said"),
    ("between now and 1 July", "04-18 07-01 07-01", "a date"),
    ("between now and July", "04-18 07-31 07-31", "to its last day"),
    ("between now and next week", "04-18 04-27 04-27", "to its last day"),
    ("between now and the end of the year", "04-18 12-31 12-31", "to its last day"),
    ("between now and Christmas", "04-18 12-25 12-25", "a holiday"),
    ("between now and 2030", "04-18 2030-12-31 2030-12-31", "a year where a bound says so"),
    ("between now and May or June", "04-18 05-31 06-30", "strict end of A, generous of B"),
    ("from now until Friday", "04-18 04-25 04-25", "another word"),
    ("from now to the end of May", "04-18 05-31 05-31", "another word"),
)


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case[0])
def test_of_a_list_the_first_is_due_and_the_last_is_latest(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", SPANS, ids=lambda case: case[0])
def test_a_span_is_due_and_latest_at_its_end(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", FROM_NOW, ids=lambda case: case[0])
def test_what_begins_now_opens_on_the_day_said(case: Case) -> None:
    check(case)
