"""What is no deadline, promises to hold, and conditions."""

import pytest

from claimtracker.deadlines import read
from tests.deadlines.cases import FRIDAY, Case, check

NO_DEADLINE = (
    ("", "no words"),
    ("   ", "no words"),
    ("a deal with Kyiv", "no measure"),
    ("soon", "no measure"),
    ("very quickly", "no measure"),
    ("as soon as possible", "no measure"),
    ("the short term", "no measure"),
    ("even possible within the short term", "no measure"),
    ("in due course", "no measure"),
    ("eventually", "no measure"),
    ("never", "no measure"),
    ("in the coming decades", "no measure"),
    ("no one is saying this can be done in 12 hours", "not a deadline: denied"),
    ("There's no-one saying this can be done in 12 hours.", "not a deadline: denied"),
    ("weeks and months on end", "not a deadline: endured"),
    ("We're not going to continue for weeks and months on end", "not a deadline: endured"),
    ("the period of time we have in mind", "not a deadline: undisclosed"),
    ("once the ceasefire holds", "condition without a date"),
    ("may", "not a deadline: look-alike"),
    ("it may take a while", "not a deadline: look-alike"),
    ("may or may not", "not a deadline: look-alike"),
    ("march on the capital", "not a deadline: look-alike"),
    ("second", "not a deadline: look-alike"),
    ("sat", "not a deadline: look-alike"),
    ("sun", "not a deadline: look-alike"),
    ("for the second time", "no measure"),
    ("20 percent of 2000 jobs", "no measure"),
    ("three weeks ago", "not a deadline: past"),
    ("in the last two weeks", "not a deadline: past"),
    ("on the first day", "no measure"),
    ("in the first week", "no measure"),
    ("by the third week", "no measure"),
    ("by the second day of the talks", "no measure"),
    ("the second ballot", "no measure"),
    ("for years to come", "not a deadline: endured"),
    ("a boy was hurt", "no measure"),
    ("never promised it by Friday", "not a deadline: denied"),
    ("Nobody ever promised a deal within 24 hours", "not a deadline: denied"),
    ("no one has ever said it would be done by Friday", "not a deadline: denied"),
    ("he never once claimed that it ends in a week", "not a deadline: denied"),
    ("until such time as talks resume", "condition without a date"),
    ("Friday after next", "ambiguous"),
    ("FY2026", "setting missing: fiscal year"),
    ("a 30-year-old", "not a deadline: endured"),
    ("It is false that it will end in 24 hours", "not a deadline: denied"),
    ("there is no deadline of 1 May", "not a deadline: denied"),
    ("in the past 10 years", "not a deadline: past"),
    ("over the past few months", "not a deadline: past"),
    ("192.168.1.1", "no measure"),
    ("call 0800 2026", "no measure"),
    ("bis 5 May", "another language"),
    ("5 mai oder 6 May", "another language"),
    ("within 24 hours of being elected", "event not dated: what the words name after it"),
    ("within three days after he is elected", "event not dated: what the words name after it"),
    ("within 30 days once it is signed", "event not dated: the condition named"),
)
HELD: tuple[Case, ...] = (
    ("no lay-offs this year", "04-18 12-31 12-31", "the end of the period is both ends"),
    ("frozen until 2027", "04-18 2027-12-31 2027-12-31", "to the last day"),
    ("there will be no deal by Friday", "04-18 04-25 04-25", "to that day"),
    ("prices frozen for 12 months", "04-18 2026-04-18 2026-04-18", "a length of time"),
    ("we will not raise rates this year", "04-18 12-31 12-31", "not as a verb"),
    ("taxes stay unchanged until the end of 2026", "04-18 2026-12-31 2026-12-31", "an end"),
)
CONDITIONS: tuple[Case, ...] = (
    ("within days unless there are clear signs", "04-18 04-20 04-25", "unless is left out"),
    ("a deal by Friday if talks go well next week", "04-18 04-25 04-25", "if is left out"),
    ("if talks fail, by Friday", "04-18 04-25 04-25", "a leading condition ends at its comma"),
    ("walk away if no progress within days", "04-18 04-20 04-25", "only the condition has a time"),
)


@pytest.mark.parametrize(("wording", "rule"), NO_DEADLINE)
def test_what_is_no_deadline_has_no_dates_and_a_reason(wording: str, rule: str) -> None:
    found = read(wording, FRIDAY)
    assert not found.is_dated
    assert found.rule == rule
    assert found.explanation.endswith(".")


@pytest.mark.parametrize("case", HELD, ids=lambda case: case[0])
def test_a_promise_to_hold_ends_with_its_period(case: Case) -> None:
    check(case)
    assert read(case[0], FRIDAY).rule.startswith("holds")


@pytest.mark.parametrize("case", CONDITIONS, ids=lambda case: case[0])
def test_a_condition_does_not_move_the_date(case: Case) -> None:
    check(case)


def test_a_missing_fiscal_year_offers_the_calendar_year() -> None:
    (offered,) = read("FY2026", FRIDAY).alternatives
    assert str(offered.latest_on) == "2026-12-31"


def test_days_before_the_day_said_are_told_to_be_so() -> None:
    told = "The time named lies before the day it was said."
    assert read("2 January 2025", FRIDAY).explanation.endswith(told)
    assert told not in read("2 January 2026", FRIDAY).explanation


TOLD_BESIDE: tuple[Case, ...] = (
    ("the law, which they passed on March 4, will take effect on May 2", "05-02 05-02 05-02",
     "what is told of gives way to what is promised"),
    ("we will hold the vote this summer", "06-01 08-31 09-22", "to hold a vote is to act"),
    ("don't expect the long report before October", "10-01 - -", "with words between"),
)  # fmt: skip


@pytest.mark.parametrize("case", TOLD_BESIDE, ids=lambda case: case[0])
def test_the_verbs_around_a_time_say_what_it_is(case: Case) -> None:
    check(case)
