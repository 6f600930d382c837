"""Times beside the promised one: a length denied, a plan that gave way, a saying, a name."""

from datetime import date

import pytest

from .cases import Case, check

WEDNESDAY = date(2025, 4, 16)
LENGTHS: list[Case] = [
    ("the work is going to need a few weeks", "04-16 05-07 05-14", "needs N is within N"),
    ("the search will take up to ten days", "04-16 04-26 04-26", "up to N is within N"),
    ("the audit should take about eight weeks", "04-16 06-11 06-25", "about N: a quarter more"),
    ("it is likely to take three to four years", "04-16 2028-04-16 2029-04-16", "a range"),
    ("it won't take longer than two weeks", "04-16 04-30 04-30", "no longer than N"),
    ("repairs won't take weeks, they'll take hours", "04-16 04-17 04-17", "weeks are denied"),
    ("this will be done in days rather than weeks", "04-16 04-18 04-23", "weeks are denied"),
    ("not months but days, the envoy promised", "04-16 04-18 04-23", "months are denied"),
    ("a matter of days, not weeks or months", "04-16 04-18 04-23", "both are denied"),
    ("he will take two weeks off", "- - -", "a leave is no deadline"),
    ("it will take two years of patience", "- - -", "of something is no time until something"),
]
AT_WORST: list[Case] = [
    ("by Thursday or, at the latest, Saturday", "04-16 04-17 04-19", "A or B"),
    ("by Thursday, at the very latest Friday", "04-16 04-17 04-18", "A or B"),
    ("out on Monday, Tuesday at the outside", "04-21 04-21 04-22", "A or B"),
    ("in May, and no later than June", "05-01 05-31 06-30", "A or B"),
    ("within two weeks or, at the latest, a month", "04-16 04-30 05-16", "N or M"),
]
GIVEN_WAY: list[Case] = [
    ("the bridge, originally due by May 2026, will open in September 2026",
     "2026-09-01 2026-09-30 2026-09-30", "the first plan holds no longer"),
    ("instead of January, it will open in March", "2026-03-01 2026-03-31 2026-03-31", "not A"),
    ("it will open not in May but in June", "06-01 06-30 06-30", "not A but B"),
    ("moved the hearing from 3 June to 24 June", "06-24 06-24 06-24", "B takes the place of A"),
    ("brought forward from 1 May to 20 April", "04-20 04-20 04-20", "B may come before A"),
    ("postponed from October to March", "2026-03-01 2026-03-31 2026-03-31", "put off: B after A"),
    ("having delayed it since January, the speaker on Tuesday set it for 26 May",
     "05-26 05-26 05-26", "what it is set for is ahead"),
]  # fmt: skip
NAMELESS: list[Case] = [
    ("at the end of the day the voters will decide", "- - -", "a saying"),
    ("The Sunday Times will be sold", "- - -", "a newspaper"),
    ("we'll win it in the second half, the coach told his players", "- - -", "of a match"),
    ("the no-confidence motion will be dealt with by the end of the week",
     "04-16 04-18 04-20", "the no of a compound holds nothing"),
    ("by the 2040s the country will have no coal left", "04-16 2039-12-31 2049-12-31", "a change"),
]  # fmt: skip
OF_OTHERS: list[Case] = [
    ("certainly not overnight", "- - -", "it denies how long it takes"),
    ("it can't be mended overnight, but by May it will", "04-16 05-31 05-31", "the other time"),
    ("he will appear before the tax court on Monday", "04-21 04-21 04-21", "who, not when"),
    ("it will be passed by parliament in May", "05-01 05-31 05-31", "who, not when"),
    ("it will be passed before parliament is dissolved", "- - -", "an event that has no date"),
    ("for ten years nobody mended the road", "- - -", "a length gone by"),
    ("they had been idle for ten years", "- - -", "a length gone by"),
    ("for ten years nobody will mend the road", "04-16 2035-04-16 2035-04-16", "to come"),
]
AWAY: list[Case] = [
    ("we are days away from a deal", "04-16 04-18 04-23", "within days"),
    ("two months away from the first flight", "04-16 06-16 06-16", "within two months"),
    ("we were days away from a deal", "- - -", "told"),
]


@pytest.mark.parametrize("case", LENGTHS, ids=lambda case: case[0])
def test_what_something_takes_is_the_time_within_which_it_is_done(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", AT_WORST, ids=lambda case: case[0])
def test_a_time_at_the_latest_is_the_generous_end_of_the_one_before_it(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", GIVEN_WAY, ids=lambda case: case[0])
def test_a_time_that_gave_way_to_another_is_not_the_promised_one(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", NAMELESS, ids=lambda case: case[0])
def test_words_of_time_in_sayings_and_names_are_no_time(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", OF_OTHERS, ids=lambda case: case[0])
def test_what_is_denied_who_is_asked_and_what_has_gone_by_is_no_promised_time(case: Case) -> None:
    check(case, said=WEDNESDAY)


@pytest.mark.parametrize("case", AWAY, ids=lambda case: case[0])
def test_so_far_away_from_something_is_within_that_time(case: Case) -> None:
    check(case, said=WEDNESDAY)
