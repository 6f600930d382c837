"""Whatever stands in a text: a scan never raises, keeps to the text, and comes to its end."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Kind, Scan
from claimtracker.articles.scan import scan
from claimtracker.articles.sentences import lines_of, sentences_of
from tests.articles.scanned import FRIDAY

REASONS = (
    "denied", "no measure", "speculation", "demand", "history", "question", "schedule",
    "other story",
)  # fmt: skip
PIECES = [
    "Ada Brook", "Brook’s office", "She", "the council", "A spokesman for Northgate Council",
    "said", "promised to", "threatened to", "denied that", "urged", "asked whether", "according to",
    "we will", "would", "could", "must", "open the pool", "sue", "mend the road", "not",
    "in May", "within days", "by 1 June 2026", "on Thursday", "during the campaign", "yesterday",
    "in the period of time we have in mind", "by 31/02/2026", "until 99999", "in 10000000 years",
    "unless", "if", "should talks fail", "either", "or", "and", "whether", "once", "as soon as",
    "“", "”", '"', "‘", "’", "'", "«", "»", "(", ")", ":", ";", ",", ".", "...", "!", "?", "—", "|",
    "\n", "\n\n", "\n- ", "\n1. ", "\t", "Q:", "A:", "ADA BROOK:", "Press release", "Read more:",
    "KYIV, April 18 (Example) -", "Speech by Ada Brook", "Mr.", "p.m.", "We will:", "U.S.",
    "\0", "\u2028", "\u200b", "\u202e", "\u0301", "\ufeff", "🏊", "İ", "ß", "ŉ", "١٢",
]  # fmt: skip
texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).map("".join),
)
days = st.none() | st.just(FRIDAY) | st.dates()


def without_line_ends(text: str) -> str:
    """Return a text with its line ends, and the blanks around them, as blanks."""
    return re.sub(r"[ \t]*\n[ \t]*", lambda found: " " * len(found[0]), text)


def check(text: str, found: Scan) -> None:
    """Hold what is true of every scan."""
    last = 0
    for candidate in found.candidates:
        assert last <= candidate.start < candidate.end <= len(text)
        last = candidate.start
        assert without_line_ends(text[candidate.start : candidate.end]) == candidate.sentence
        assert candidate.condition in candidate.sentence
        assert 0 <= candidate.score <= 1
        if candidate.deadline:
            place = (candidate.deadline.start, candidate.deadline.end)
            assert candidate.start <= place[0] < place[1] <= candidate.end
        if candidate.kind is Kind.NOT_TAKEN:
            assert candidate.reason.startswith(REASONS)
            assert candidate.occurrence_of is None
        else:
            assert candidate.reason == ""
        if candidate.occurrence_of is not None:
            first = found.candidates[candidate.occurrence_of]
            assert first.start <= candidate.start
            assert first.kind is not Kind.NOT_TAKEN


@given(texts, days)
def test_any_text_gives_candidates_that_keep_to_it(text: str, published_on: date | None) -> None:
    article = Article(text, published_on=published_on)
    found = scan(article)
    check(text, found)
    assert scan(article) == found
    assert found.published_on == published_on or published_on is None


@given(texts)
def test_lines_and_sentences_of_any_text_follow_each_other(text: str) -> None:
    lines = lines_of(text)
    for parts in (lines, sentences_of(lines)):
        last = 0
        for part in parts:
            assert last <= part.start < part.end <= len(text)
            assert without_line_ends(text[part.start : part.end]) == part.text
            assert part.text == part.text.strip()
            last = part.end


@given(texts, st.sampled_from(["", "Northgate Times", "We", "\0", " "]))
def test_a_publisher_of_any_name_does_no_harm(text: str, publisher: str) -> None:
    check(text, scan(Article(text, publisher=publisher, published_on=FRIDAY)))


@given(texts)
def test_without_a_day_of_publication_no_day_counts_from_one(text: str) -> None:
    """No piece names a year near those of the days that are tried."""
    found = scan(Article(text))
    if found.published_on is None:
        for candidate in found.candidates:
            reading = candidate.deadline.reading if candidate.deadline else None
            for day in (candidate.stated_on, reading.latest_on if reading else None):
                assert day is None or day.year not in (2000, 2001, 2029)


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param("\0", id="NUL"),
        pytest.param("\u2028", id="line separator"),
        pytest.param("\x85", id="next line"),
        pytest.param("\x0c", id="form feed"),
        pytest.param("\r", id="carriage return"),
        pytest.param("\u200b", id="zero width space"),
        pytest.param("\u202e", id="right to left"),
        pytest.param("\u0301", id="combining accent"),
        pytest.param("\U0010ffff", id="the last code point"),
        pytest.param("İ", id="longer in small letters"),
    ],
)
@pytest.mark.parametrize("place", range(0, 50, 7))
def test_an_odd_character_at_any_place_does_no_harm(odd: str, place: int) -> None:
    text = "“We will open the pool in May,” Ada Brook said today."
    text = text[:place] + odd + text[place:]
    check(text, scan(Article(text, published_on=FRIDAY)))


def test_a_day_of_publication_at_the_end_of_the_calendar_does_no_harm() -> None:
    text = "Ada Brook said on Monday she will open it within two weeks. “In 2 years,” she said."
    for day in (date.min, date.max):
        check(text, scan(Article(text, published_on=day)))


LENGTH = 200_000  # characters


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("x", id="one word"),
        pytest.param("7", id="digits"),
        pytest.param(".", id="full stops"),
        pytest.param(" ", id="blanks"),
        pytest.param("\n", id="empty lines"),
        pytest.param("\0", id="NUL"),
        pytest.param("said ", id="said said said"),
        pytest.param("he said ", id="he said he said"),
        pytest.param("the council of ", id="the council of the council of"),
        pytest.param("- a\n", id="items"),
        pytest.param("Brook to open pool\n", id="headlines"),
        pytest.param("Q: Will it open?\nA: We will open it.\n", id="a long interview"),
        pytest.param("Ada Brook said she will go. ", id="one long line of sentences"),
        pytest.param("“We will open it in May,” she said.\n", id="the same said often"),
        pytest.param("A", id="one capital word"),
        pytest.param("“", id="quotation marks"),
        pytest.param("(", id="brackets"),
        pytest.param("Ada Brook ", id="names"),
        pytest.param("Ada’s ", id="possessives"),
        pytest.param("in May ", id="months"),
        pytest.param(" and will", id="and will"),
        pytest.param("it will open it by May and close it in June and ", id="a run-on sentence"),
        pytest.param("“We will open it in May,” she said, and ", id="quoted and quoted"),
        pytest.param("he said he would build it by May and promised to, ", id="said and promised"),
    ],
)
def test_a_scan_of_a_long_text_comes_to_its_end(piece: str) -> None:
    """Work that grew with more than the length would never end here."""
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    check(text, scan(Article(text, published_on=FRIDAY)))


def test_a_candidate_says_nothing_of_where_its_text_stood_before() -> None:
    """The same words further down give the same candidates, only their places move."""
    text = "Ada Brook said she will open the pool in May."
    (found,) = scan(Article(text, published_on=FRIDAY)).candidates
    (moved,) = scan(Article(f"\n\n\n{text}\n", published_on=FRIDAY)).candidates
    assert found.deadline is not None
    deadline = replace(found.deadline, start=found.deadline.start + 3, end=found.deadline.end + 3)
    assert moved == replace(found, start=found.start + 3, end=found.end + 3, deadline=deadline)
