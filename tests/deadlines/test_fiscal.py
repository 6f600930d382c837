"""Fiscal years and quarters, by a set month or by the country."""

import pytest

from claimtracker.deadlines import Policy, read
from tests.deadlines.cases import FRIDAY, Case, check

AMERICA, BRITAIN, GERMANY, AUSTRALIA = (Policy(country=code) for code in ("US", "GB", "DE", "AU"))
OF_COUNTRY: tuple[tuple[Policy, Case], ...] = (
    (AMERICA, ("by the end of the fiscal year", "04-18 09-30 09-30", "from October")),
    (AMERICA, ("before the fiscal year is out", "04-18 09-30 09-30", "by its end")),
    (AMERICA, ("next fiscal year", "10-01 2026-09-30 2026-09-30", "from October")),
    (AMERICA, ("in FY26", "10-01 2026-09-30 2026-09-30", "by the year in which it ends")),
    (AMERICA, ("in fiscal 2027", "2026-10-01 2027-09-30 2027-09-30", "from October 2026")),
    (AMERICA, ("fiscal year 2026", "10-01 2026-09-30 2026-09-30", "in words")),
    (AMERICA, ("by FY2027", "04-18 2027-09-30 2027-09-30", "its last day")),
    (AMERICA, ("before fiscal 2026", "04-18 09-30 09-30", "the day before it begins")),
    (AMERICA, ("after fiscal 2026", "2026-10-01 - -", "the day after its last")),
    (AMERICA, ("the first quarter of fiscal 2026", "10-01 12-31 12-31", "its first months")),
    (AMERICA, ("Q2 of FY26", "2026-01-01 2026-03-31 2026-03-31", "its fourth to sixth month")),
    (AMERICA, ("Q3 FY2026", "2026-04-01 2026-06-30 2026-06-30", "its seventh to ninth")),
    (AMERICA, ("the fourth quarter of fiscal 2026", "2026-07-01 2026-09-30 2026-09-30", "last")),
    (BRITAIN, ("FY 2026/27", "2026-04-01 2027-03-31 2027-03-31", "from April")),
    (
        BRITAIN,
        (
            "the 2026-27 financial year",
            "2026-04-01 2027-03-31 2027-03-31",
            "the same, said the other way round",
        ),
    ),
    (BRITAIN, ("by the end of the financial year", "04-18 2026-03-31 2026-03-31", "to March")),
    (BRITAIN, ("by the end of this tax year", "04-18 2026-03-31 2026-03-31", "to March")),
    (BRITAIN, ("Q2 of fiscal 2027", "2026-07-01 2026-09-30 2026-09-30", "July to September")),
    (AUSTRALIA, ("by the end of the financial year", "04-18 06-30 06-30", "from July")),
    (AUSTRALIA, ("next financial year", "07-01 2026-06-30 2026-06-30", "from July")),
    (GERMANY, ("FY2026", "2026-01-01 2026-12-31 2026-12-31", "the calendar year")),
)
BY_MONTH: tuple[tuple[int, Case], ...] = (
    (1, ("FY26", "2026-01-01 2026-12-31 2026-12-31", "the calendar year")),
    (2, ("FY26", "2025-02-01 2026-01-31 2026-01-31", "ends in January 2026")),
    (4, ("by the end of the fiscal year", "04-18 2026-03-31 2026-03-31", "begun in April")),
    (5, ("by the end of the fiscal year", "04-18 04-30 04-30", "its last days")),
    (5, ("next fiscal year", "05-01 2026-04-30 2026-04-30", "from May")),
    (7, ("the first quarter of fiscal 2027", "2026-07-01 2026-09-30 2026-09-30", "from July")),
    (12, ("FY2027", "2026-12-01 2027-11-30 2027-11-30", "from December")),
)


@pytest.mark.parametrize(("policy", "case"), OF_COUNTRY)
def test_a_fiscal_year_is_that_of_the_country(policy: Policy, case: Case) -> None:
    check(case, policy=policy)


@pytest.mark.parametrize(("month", "case"), BY_MONTH)
def test_a_fiscal_year_begins_in_the_set_month(month: int, case: Case) -> None:
    check(case, policy=Policy(fiscal_year_starts_in=month))
    check(case, policy=Policy(fiscal_year_starts_in=month, country="GB"))  # it goes before


@pytest.mark.parametrize(
    ("wording", "latest"),
    [("FY26", "2026-12-31"), ("this fiscal year", "2025-12-31"), ("fiscal 2027", "2027-12-31")],
)
def test_without_either_the_setting_is_named_and_the_calendar_year_offered(
    wording: str, latest: str
) -> None:
    found = read(wording, FRIDAY)
    assert found.rule == "setting missing: fiscal year"
    assert [str(other.latest_on) for other in found.alternatives] == [latest]
