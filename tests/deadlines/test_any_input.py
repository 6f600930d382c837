"""No input raises, whatever it is, and none asks for more work than its length.

Each test tries the same thousand inputs each time. CLAIMTRACKER_EXAMPLES=100000 in the environment
tries as many new ones as it says, for which each test then takes some minutes.
"""

import json
import os
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtracker.deadlines import Direction, Event, Policy, Reading, Term, find, read
from claimtracker.deadlines.grammar import LONGEST, Grammar, Part
from claimtracker.deadlines.items import Item
from claimtracker.deadlines.lexicon import LANGUAGES, lexicon
from tests.deadlines.cases import FRIDAY

EXAMPLES = int(os.environ.get("CLAIMTRACKER_EXAMPLES", "1000"))
AS_MANY = settings(max_examples=EXAMPLES, derandomize="CLAIMTRACKER_EXAMPLES" not in os.environ)
PHRASES = Path(__file__).with_name("peers_phrases.jsonl")
FIGURES = (
    "0", "1", "15", "31", "32", "100", "2026", "9999", "99999999999", "3rd", "31st", "5/6",
    "1.2.2026", "2026-02-29", "2026-05", "2026/27", "24.8.", "2.5", "24h", "5pm", "17:00", "'20s",
    "2030s", "$5", "47%", "4.7 percent", ",", "-", "–", ".", "/", "(", "&", ";", "\n\n", "x", "q1",
    "²", "①", "፩", "½", "९", "\x1c",
)  # fmt: skip
KNOWN = [json.loads(line)["text"] for line in PHRASES.read_text(encoding="utf-8").splitlines()]
POLICIES = (
    Policy(),
    Policy(language="de"),
    Policy(country="US", day_first=True, fiscal_year_starts_in=10, week_starts_on=6),
    Policy(country="DE", southern_hemisphere=True, weekday_may_be_today=True, weekend=(4, 5)),
)


def words_of(code: str) -> list[str]:
    """Return all words and the first words of all phrases of a language, and figures."""
    found = lexicon(code)
    return sorted({*found.words, *found.phrases, *found.look_alikes, *FIGURES})


DAYS = st.dates(date.min, date.max)
NEAR_AN_END = st.sampled_from([date.min, date(1, 12, 31), date(9999, 1, 1), date.max])
SAID = st.one_of(st.dates(date(1990, 1, 1), date(2060, 12, 31)), DAYS, NEAR_AN_END)
WORDS = {code: words_of(code) for code in LANGUAGES}
RUNS = st.sampled_from(sorted(LANGUAGES)).flatmap(
    lambda code: st.lists(st.sampled_from(WORDS[code]), max_size=14).map(" ".join)
)
EVENTS = st.lists(
    st.builds(
        Event, st.text(max_size=20) | st.sampled_from(WORDS["en"]), st.none() | DAYS,
        st.none() | DAYS, st.lists(st.text(max_size=8), max_size=2).map(tuple),
    ),
    max_size=3,
)  # fmt: skip
TERMS = st.none() | st.builds(Term, st.none() | DAYS, st.none() | DAYS)
SIGNS = "aeMy .,-–’0159/'\u0130\u2011\n\t(“?²\x1c½፩"


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a known wording with a few signs put in, left out, doubled or swapped."""
    text: str = draw(st.sampled_from(KNOWN))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        after = text[place + 1 :]
        text = text[:place] + draw(
            st.sampled_from(
                [
                    draw(st.sampled_from(SIGNS)) + text[place:],
                    after,
                    text[place : place + 1] * 2 + after,
                    after[:1] + text[place : place + 1] + after[1:],
                    " " + draw(st.sampled_from(KNOWN)),
                ]
            )
        )
    return text


INPUTS = st.one_of(st.text(max_size=200), RUNS, mutated())


def check(found: Reading) -> None:
    """Hold what is true of every reading."""
    known = [day for day in (found.opens_on, found.due_on, found.latest_on) if day]
    assert known == sorted(known), found
    assert (found.due_on is None) == (found.latest_on is None), found
    assert found.is_dated or not found.due_on
    assert found.rule
    assert found.explanation


@AS_MANY
@given(INPUTS, SAID, st.sampled_from(POLICIES), EVENTS, TERMS)
def test_any_text_is_read_with_its_days_in_order(
    text: str, said: date, policy: Policy, events: Sequence[Event], term: Term | None
) -> None:
    check(read(text, said, policy=policy, events=events, claimant=term))


@AS_MANY
@given(INPUTS, SAID, st.sampled_from(POLICIES), EVENTS, TERMS)
def test_in_any_text_the_mentions_are_found_in_their_places(
    text: str, said: date, policy: Policy, events: Sequence[Event], term: Term | None
) -> None:
    mentions = find(text, said, policy=policy, events=events, claimant=term)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text == mention.reading.wording
        assert (mention.direction is Direction.NONE) != mention.reading.is_dated
        check(mention.reading)


PIECES = (
    "9", "next ", "the end of ", "April or ", "in two weeks ", "may or ", "1-", "1.", ",",
    "hundred ", "if by May x, ", "will not x on Monday ", "0 0 ", "x-", "(", "٣",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_long_input_asks_for_no_more_work_than_its_length(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counts the items that the grammar is given, not seconds: machines differ, items do not."""
    asked: list[int] = []
    parts = Grammar.parts

    def counted(grammar: Grammar, items: Sequence[Item], offset: int = 0) -> list[Part]:
        asked.append(len(items))
        return parts(grammar, items, offset)

    monkeypatch.setattr(Grammar, "parts", counted)
    text = piece * (9_000 // len(piece))
    read(text, FRIDAY)
    assert max(asked, default=0) <= LONGEST
    assert sum(asked) <= len(text)


@pytest.mark.parametrize("size", [10_001, 1_000_000])
def test_a_text_too_long_for_one_deadline_is_not_read_at_all(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(Grammar, "parts")
    assert read("May " * (size // 4 + 1), FRIDAY).rule == "too long"
