"""What is said of criteria that were not written down beforehand."""

from dataclasses import replace
from datetime import UTC, date, datetime

from claimtracker.claims.criteria import criteria_words
from claimtracker.claims.rows import CriteriaChange

CHANGED = CriteriaChange(
    at=datetime(2025, 5, 1, 12, tzinfo=UTC),
    by="Ada",
    before="Both have signed",
    after="One has signed",
    passed_on=date(2025, 4, 25),
    is_strict_only=False,
)


def _words(change: CriteriaChange) -> str:
    return criteria_words(change, date.isoformat)


def test_a_change_is_told_with_day_name_and_what_stood_there() -> None:
    assert _words(CHANGED) == (
        "Changed on 2025-05-01 by Ada, after the deadline (2025-04-25). Before: “Both have signed”"
    )


def test_criteria_of_afterwards_were_first_written_then() -> None:
    told = _words(replace(CHANGED, before="\n"))
    assert told == "First written down on 2025-05-01 by Ada, after the deadline (2025-04-25)."


def test_criteria_taken_away_are_told_as_well() -> None:
    assert _words(replace(CHANGED, after="")).startswith("Taken away on 2025-05-01")


def test_between_the_two_ends_the_strict_one_is_named() -> None:
    assert "after the strict end (2025-04-25)" in _words(replace(CHANGED, is_strict_only=True))
