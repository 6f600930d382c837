"""Every convention that the policy holds can be changed."""

from dataclasses import fields

import pytest

from claimtracker.deadlines import DEFAULT_POLICY, Policy, read
from claimtracker.deadlines.policy import Amount, Ends
from tests.deadlines.cases import FRIDAY, Case, check


def _vague(words: str, due: Amount, latest: Amount) -> Policy:
    return Policy(vague={**DEFAULT_POLICY.vague, words: Ends(due, latest)})


CHANGES: tuple[tuple[Policy, Case], ...] = (
    (Policy(language="de"), ("bis Freitag", "04-18 04-25 04-25", "German words")),
    (Policy(week_starts_on=6), ("next week", "04-20 04-26 04-26", "Sunday to Saturday")),
    (Policy(working_days=(0, 1, 2, 3)), ("in 5 working days", "04-28 04-28 04-28", "no Fridays")),
    (Policy(country="CA"), ("by Thanksgiving", "04-18 10-13 10-13", "the Canadian one")),
    (Policy(day_first=True), ("03/05/2025", "05-03 05-03 05-03", "3 May")),
    (Policy(fiscal_year_starts_in=4), ("this fiscal year", "04-01 2026-03-31 2026-03-31", "April")),
    (Policy(southern_hemisphere=True), ("this winter", "06-01 08-31 09-22", "June to August")),
    (Policy(astronomical_seasons=False), ("summer", "06-01 08-31 08-31", "of whole months")),
    (Policy(weekday_may_be_today=True), ("by Friday", "04-18 04-18 04-18", "the day said")),
    (Policy(next_weekday_is_coming=True), ("next Saturday", "04-19 04-19 04-19", "to come")),
    (Policy(within_adds_a_unit=False), ("within the week", "04-18 04-20 04-20", "the running one")),
    (Policy(first_day_counts=False), ("the first 2 days of May", "05-01 05-03 05-03", "day 0")),
    (Policy(weekend=(4, 6)), ("this weekend", "04-18 04-18 04-20", "from Friday")),
    (_vague("days", Amount(3, "day"), Amount(2, "week")),
     ("within days", "04-18 04-21 05-02", "a row of one's own")),
    (_vague("a couple of", Amount(2), Amount(3)),
     ("a couple of weeks", "04-18 05-02 05-09", "up to three")),
    (_vague("a few weeks", Amount(2), Amount(6)), ("a few weeks", "04-18 05-02 05-30", "to six")),
    (_vague("a few", Amount(3), Amount(5)),
     ("a few quarters", "04-18 2026-01-18 2026-07-18", "to five")),
    (_vague("several", Amount(3), Amount(10)), ("several days", "04-18 04-21 04-28", "3 to 10")),
    (Policy(about_adds=0.5), ("about four weeks", "04-18 05-16 05-30", "a half more")),
    (Policy(by_means_before=False), ("by summer", "04-18 08-31 09-22", "by its end")),
    (Policy(early_week=(0, 1)), ("early next week", "04-21 04-21 04-22", "Monday or Tuesday")),
    (Policy(mid_week=(2, 2)), ("mid next week", "04-21 04-23 04-23", "Wednesday alone")),
    (Policy(late_week=(3, 4)), ("late next week", "04-24 04-24 04-25", "Thursday or Friday")),
    (Policy(early_month=(5, 7)), ("early May", "05-01 05-05 05-07", "the first week")),
    (Policy(mid_month=(14, 16)), ("mid-May", "05-11 05-14 05-16", "round the middle")),
    (Policy(early_year=(2, 4)), ("early 2026", "2026-01-01 2026-02-28 2026-04-30", "to April")),
    (Policy(mid_year=(5, 7)), ("mid-2026", "2026-04-01 2026-05-31 2026-07-31", "May to July")),
)  # fmt: skip


@pytest.mark.parametrize(("policy", "case"), CHANGES, ids=lambda part: str(part)[:40])
def test_a_convention_that_is_changed_changes_its_readings(policy: Policy, case: Case) -> None:
    check(case, policy=policy)
    assert read(case[0], FRIDAY, policy=policy) != read(case[0], FRIDAY)


def test_every_convention_of_the_policy_is_tried() -> None:
    tried = {
        field.name
        for policy, _ in CHANGES
        for field in fields(Policy)
        if getattr(policy, field.name) != getattr(DEFAULT_POLICY, field.name)
    }
    assert tried == {field.name for field in fields(Policy)}


def test_the_default_policy_is_a_value_that_cannot_be_changed_in_place() -> None:
    assert Policy() == DEFAULT_POLICY
    with pytest.raises(TypeError):
        DEFAULT_POLICY.vague["day"] = ((1, "day"), (1, "day"))  # type: ignore[index]  # the point


def test_a_fiscal_year_that_begins_in_october_is_numbered_by_its_end() -> None:
    policy = Policy(fiscal_year_starts_in=10)
    check(("by the end of FY2026", "04-18 2026-09-30 2026-09-30", "its last day"), policy=policy)
    check(("FY26", "2025-10-01 2026-09-30 2026-09-30", "two figures"), policy=policy)


def test_a_fiscal_year_that_begins_in_january_is_the_calendar_year() -> None:
    policy = Policy(fiscal_year_starts_in=1)
    check(("FY2026", "2026-01-01 2026-12-31 2026-12-31", "no shift"), policy=policy)


def test_the_next_fiscal_year_follows_the_running_one() -> None:
    policy = Policy(fiscal_year_starts_in=4)
    check(("next fiscal year", "2026-04-01 2027-03-31 2027-03-31", "from April"), policy=policy)
