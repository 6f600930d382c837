"""Promises and threats of public figures in their own words, each with its days and the reason."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimtracker.deadlines import Event, Term, read

PHRASES = Path(__file__).with_name("political_phrases.jsonl")
Case = Mapping[str, Any]
"""`text`, the day `stated_on`, the three days expected and `why`. Where another reading is as good,
`accept` has all of them; `events` are days by name, `term_began_on` and `term_ended_on` a term."""
CASES: list[Case] = [json.loads(line) for line in PHRASES.read_text(encoding="utf-8").splitlines()]


def day(text: str | None) -> date | None:
    """Return the day written, or None."""
    return date.fromisoformat(text) if text else None


def days_read(case: Case) -> list[str | None]:
    """Return the three days that the words are read as."""
    term = Term(day(case.get("term_began_on")), day(case.get("term_ended_on")))
    found = read(
        case["text"],
        date.fromisoformat(case["stated_on"]),
        events=[Event(name, day(text)) for name, text in case.get("events", {}).items()],
        claimant=term if term.began_on else None,
    )
    return [str(on) if on else None for on in (found.opens_on, found.due_on, found.latest_on)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_promise_has_the_days_that_its_words_mean(case: Case) -> None:
    expected = [case["opens_on"], case["due_on"], case["latest_on"]]
    assert days_read(case) in case.get("accept", [expected]), case["why"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_case_is_sound_in_itself(case: Case) -> None:
    expected = [case["opens_on"], case["due_on"], case["latest_on"]]
    known = [on for on in expected if on]
    assert known == sorted(known)
    assert (case["due_on"] is None) == (case["latest_on"] is None)
    assert expected in case.get("accept", [expected])
    assert case["why"].endswith(".")


def test_no_case_stands_in_the_file_twice() -> None:
    assert len({json.dumps(case) for case in CASES}) == len(CASES)
