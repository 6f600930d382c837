"""No input raises, whatever it is, and none takes long."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.deadlines import Event, Term, read
from claimtracker.deadlines.lexicon import english
from tests.deadlines.cases import FRIDAY

_FIGURES = ("1", "15", "31", "2026", "3rd", "5/6", "1.2.2026", ",", "-", ".", "(", "x", "24h", "q1")
_WORDS = sorted({*english().words, *_FIGURES})
_SECONDS = 2.0


@given(st.text(max_size=200), st.dates())
def test_no_text_raises(wording: str, said: date) -> None:
    found = read(wording, said)
    assert found.rule
    assert found.explanation


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join), st.dates(), st.dates())
def test_words_of_time_in_any_order_give_days_in_order(
    wording: str, said: date, event_on: date
) -> None:
    found = read(wording, said, events=[Event("x", event_on)], claimant=Term(event_on))
    known = [day for day in (found.opens_on, found.due_on, found.latest_on) if day]
    assert known == sorted(known), wording
    assert (found.due_on is None) == (found.latest_on is None)


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "next ",
        "the end of ",
        "April or ",
        "in two weeks ",
        "may or ",
        "1-",
        "1.",
        ",",
        "hundred ",
    ],
)
@pytest.mark.parametrize("size", [9_000, 1_000_000])
def test_long_input_takes_no_long_time(piece: str, size: int) -> None:
    started = time.perf_counter()
    read(piece * (size // len(piece)), FRIDAY)
    assert time.perf_counter() - started < _SECONDS
