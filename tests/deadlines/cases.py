"""How the tables of readings are written and checked: wording, days expected, and why."""

from collections.abc import Sequence
from datetime import date

from claimtracker.deadlines import DEFAULT_POLICY, Event, Policy, Term, read

FRIDAY = date(2025, 4, 18)
Case = tuple[str, str, str]
"""Wording; the expected opening, strict and generous day (month-day of 2025, "-" for none); why."""


def check(
    case: Case,
    *,
    said: date = FRIDAY,
    policy: Policy = DEFAULT_POLICY,
    events: Sequence[Event] = (),
    claimant: Term | None = None,
) -> None:
    """Hold the reading of the wording against the days expected."""
    wording, expected, why = case
    found = read(wording, said, policy=policy, events=events, claimant=claimant)
    days = tuple(_day(text, said.year) for text in expected.split())
    assert (found.opens_on, found.due_on, found.latest_on) == days, f"{why}; read as {found.rule}"
    assert found.rule
    assert found.explanation.endswith(".")


def _day(text: str, year: int) -> date | None:
    if text == "-":
        return None
    return date.fromisoformat(text if len(text) == 10 else f"{year}-{text}")
