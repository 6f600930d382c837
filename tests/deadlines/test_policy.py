"""Every convention that the policy holds can be changed."""

from datetime import date

from claimtracker.deadlines import DEFAULT_POLICY, Policy, Precision, read
from tests.deadlines.cases import FRIDAY, check


def test_the_week_may_begin_on_a_sunday() -> None:
    case = ("next week", "04-20 04-26 04-26", "Sunday to Saturday")
    check(case, policy=Policy(week_starts_on=6))


def test_a_row_of_the_vague_table_can_be_changed() -> None:
    table = {**DEFAULT_POLICY.vague, "day": ((3, "day"), (2, "week"))}
    check(("within days", "04-18 04-21 05-02", "a row of one's own"), policy=Policy(vague=table))


def test_seasons_turn_round_in_the_south() -> None:
    case = ("this winter", "06-01 08-31 09-22", "June to August")
    check(case, policy=Policy(southern_hemisphere=True))


def test_a_fiscal_year_that_begins_in_october_ends_in_september() -> None:
    case = ("by the end of FY2026", "04-18 2026-09-30 2026-09-30", "numbered by its end")
    check(case, policy=Policy(fiscal_year_starts_in=10))


def test_days_off_are_no_working_days() -> None:
    policy = Policy(days_off=frozenset({date(2025, 4, 21)}))
    check(("in 1 working day", "04-22 04-22 04-22", "Easter Monday is off"), policy=policy)


def test_a_season_may_mean_its_end() -> None:
    case = ("by summer", "04-18 08-31 09-22", "not before it begins")
    check(case, policy=Policy(by_means_before=False))


def test_precision_is_that_of_the_wording() -> None:
    found = {
        wording: read(wording, FRIDAY).precision
        for wording in ("by Friday", "next week", "in May", "in 2026", "within days", "soon")
    }
    assert list(found.values()) == [
        Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR, Precision.VAGUE, None,
    ]  # fmt: skip
