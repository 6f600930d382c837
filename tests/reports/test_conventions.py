"""The conventions behind a report: all of them, in order, and what departs from them."""

from datetime import date

from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.deadlines import CONVENTIONS, DEFAULT_POLICY, Policy, policy_from
from claimtracker.reports.conventions import convention_rows, conventions_text

TODAY = date(2025, 5, 1)
SUNDAY = policy_from({"week_starts_on": "Sunday"})


def _lines(policy: Policy = DEFAULT_POLICY, read_otherwise: tuple[int, ...] = ()) -> list[str]:
    return list(conventions_text(policy, "report.csv", TODAY, read_otherwise))


def test_every_convention_is_a_row_in_the_order_of_the_table() -> None:
    rows = convention_rows(DEFAULT_POLICY)
    assert [row.key for row in rows] == [convention.key for convention in CONVENTIONS]
    assert not any(row.is_changed for row in rows)
    assert all(row.value and row.label and row.section for row in rows)


def test_a_changed_row_has_both_values() -> None:
    (row,) = (row for row in convention_rows(SUNDAY) if row.is_changed)
    assert (row.key, row.value, row.default) == ("week_starts_on", "Sunday", "Monday")


def test_every_convention_is_printed_once_below_its_section() -> None:
    lines = _lines()
    for row in convention_rows(DEFAULT_POLICY):
        assert lines.count(f"  {row.label}: {row.value}") == 1
    assert {lines.count(section) for section in {it.section for it in CONVENTIONS}} == {1}


def test_only_changed_conventions_are_marked() -> None:
    assert not any(line.startswith("*") for line in _lines())
    marked = [line for line in _lines(SUNDAY) if line.startswith("*")]
    assert marked == ["* A week begins on: Sunday (default: Monday)"]


def test_how_many_differ_is_said_first() -> None:
    two = policy_from({"week_starts_on": "Sunday", "day_first": "yes"})
    assert "2 conventions differ from the default, marked with an asterisk." in _lines(two)
    assert "Every convention has its default." in _lines()


def test_claims_read_otherwise_are_named_only_where_there_are_any() -> None:
    assert "Their ids: 3, 14" in _lines(read_otherwise=(3, 14))
    assert not any("ids" in line for line in _lines())


def test_labels_that_are_the_programs_own_are_not_told() -> None:
    assert not any("verdict" in line.lower() for line in _lines())


def test_a_houses_labels_and_their_order_stand_at_the_end() -> None:
    lines = list(conventions_text(DEFAULT_POLICY, "report.csv", TODAY, (), POLITIFACT))
    told = lines[lines.index("What the verdicts are called") + 1 :]
    assert told[0] == "* kept: Promise Kept (default: Kept)"
    assert not any(line.startswith("* stalled:") for line in told)
    assert told[-1].startswith("* In this order: Promise Kept, Compromise, Promise Broken")
