"""What differs between two texts, found quickly and never outside of them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.text_difference import Spans, differing, excerpt

WORDS = st.lists(st.sampled_from(["deal", "signed ", "  ", "😀", "by", "May\n"])).map("".join)


def _pieces(text: str, spans: Spans) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("by April", "by May", ["April"], ["May"]),
        ("a deal soon", "a deal", ["deal soon"], ["deal"]),
        ("", "a deal", [], ["a deal"]),
        ("the same", "the same", [], []),
        ("one two three", "one 2 three", ["two "], ["2 "]),
    ],
)
def test_only_the_words_that_differ_are_marked(
    before: str, after: str, gone: list[str], new: list[str]
) -> None:
    old_spans, new_spans = differing(before, after)
    assert (_pieces(before, old_spans), _pieces(after, new_spans)) == (gone, new)


@given(WORDS, WORDS)
def test_what_is_not_marked_is_the_same_in_both(before: str, after: str) -> None:
    rests = [
        "".join(text[i] for i in range(len(text)) if not any(a <= i < b for a, b in spans))
        for text, spans in zip((before, after), differing(before, after), strict=True)
    ]
    assert rests[0] == rests[1]


def test_very_long_texts_are_compared_at_once() -> None:
    before, after = "deal " * 100_000 + "May", "no " * 100_000 + "May"
    started = time.perf_counter()
    old_spans, new_spans = differing(before, after)
    assert time.perf_counter() - started < 5
    assert old_spans == [(0, 500_000)] and new_spans == [(0, 300_000)]


def test_of_very_long_texts_the_words_that_differ_are_marked() -> None:
    start, end = "deal " * 9_000, " peace" * 9_000
    before, after = f"{start}by April or so{end}", f"{start}by May or so{end}"
    old_spans, new_spans = differing(before, after)
    assert (_pieces(before, old_spans), _pieces(after, new_spans)) == (["April "], ["May "])


@given(WORDS, WORDS, WORDS, WORDS)
def test_what_is_not_marked_in_very_long_texts_is_the_same_too(
    start: str, before: str, after: str, end: str
) -> None:
    texts = [f"{start * 2_000}{middle}{end * 2_000}" for middle in (before, after)]
    rests = []
    for text, spans in zip(texts, differing(*texts), strict=True):
        for first, last in reversed(spans):
            assert 0 <= first < last <= len(text)
            text = text[:first] + text[last:]
        rests.append(text)
    assert rests[0] == rests[1]


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("short", [], "short"),
        ("two\nlines", [], "two lines"),
        ("x" * 40, [], "x" * 20 + "…"),
        ("x" * 40 + "END", [(40, 43)], "…" + "x" * 17 + "END"),
        ("x" * 40 + "MID" + "y" * 40, [(40, 43)], "…" + "x" * 6 + "MID" + "y" * 11 + "…"),
    ],
)
def test_a_long_text_is_shown_around_its_first_difference(
    text: str, spans: Spans, shown: str
) -> None:
    assert excerpt(text, spans, 20) == shown
