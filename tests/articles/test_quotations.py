"""Quotations: which marks open and close them, and which are long enough to be a statement."""

import pytest

from claimtracker.articles.quotations import Quotation, quotations_in
from claimtracker.articles.sentences import lines_of


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in whole_and_part(text)]


def whole_and_part(text: str) -> list[Quotation]:
    return [found for line in lines_of(text) for found in quotations_in(line)]


@pytest.mark.parametrize(
    "text",
    [
        "She said “we will open the pool” today.",
        'She said "we will open the pool" today.',
        "She said ‘we will open the pool’ today.",
        "She said 'we will open the pool' today.",
        "She said „we will open the pool“ today.",
        "She said „we will open the pool” today.",
        "She said «we will open the pool» today.",
        "“we will open the pool”",
    ],
)
def test_each_pair_of_marks_holds_a_quotation(text: str) -> None:
    assert quoted(text) == ["we will open the pool"]
    assert whole_and_part(text)[0].is_whole


@pytest.mark.parametrize(
    "text",
    [
        "It’s the mayor’s pool and the swimmers’ park.",
        "It's the mayor's pool and the swimmers' park.",
        "They won't shut it, and we're glad they didn't.",
        "No marks at all.",
        'the 5" pipe and the 6" pipe are new',
    ],
)
def test_an_apostrophe_or_a_sign_of_measure_opens_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_does_not_close_a_quotation() -> None:
    assert quoted("“We’ll open the mayor’s pool,” she said.") == ["We’ll open the mayor’s pool,"]


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("He called it a “mistake” today.", False),
        ("He called it a “very bad mistake” today.", False),
        ("He said “we will open it” today.", True),
        # Three words, but broken off by their speaker: more follows.
        ("“We will not,” he said, “be moved from here.”", True),
    ],
)
def test_a_phrase_is_no_statement(text: str, is_whole: bool) -> None:
    assert whole_and_part(text)[0].is_whole is is_whole


def test_two_quotations_of_a_line_stand_apart() -> None:
    assert quoted("“We will open the pool,” she said, “and it will be free.”") == [
        "We will open the pool,",
        "and it will be free.",
    ]


def test_a_quotation_without_an_end_runs_to_the_end_of_its_line_only() -> None:
    text = "“We will open the pool.\nThe mayor left.\n“We will mend the road.”"
    assert quoted(text) == ["We will open the pool.", "We will mend the road."]


def test_a_single_mark_without_an_end_quotes_nothing() -> None:
    assert quoted("She said ‘we will open the pool today.") == []


def test_a_quotation_within_a_quotation_is_part_of_it() -> None:
    assert quoted("“We will open ‘the old pool’ in May,” she said.") == [
        "We will open ‘the old pool’ in May,"
    ]


def test_quotations_stand_in_the_order_of_the_text() -> None:
    text = "“We will open it soon.”\n\nA line.\n\n“We will mend it soon.”\n"
    starts = [found.start for found in whole_and_part(text)]
    assert starts == sorted(starts)
    assert len(starts) == 2
