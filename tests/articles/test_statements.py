"""Statements: whose words, in which voice, with all that is not part of them blanked out."""

import pytest

from claimtracker.articles.blanks import both, only, without
from claimtracker.articles.speech_verbs import Act
from claimtracker.articles.statement import Statement, Voice
from tests.articles.scanned import statements_in, words_of


def only_statement(text: str) -> Statement:
    (found,) = statements_in(text)
    return found


@pytest.mark.parametrize(
    ("text", "voice", "act"),
    [
        ("“We will open the pool,” Ada Brook said.", Voice.QUOTED, Act.SAY),
        ("Ada Brook said: “We will open the pool.”", Voice.QUOTED, Act.SAY),
        ("“We will open the pool,” Ada Brook promised.", Voice.QUOTED, Act.COMMIT),
        ("Ada Brook said the pool would open.", Voice.REPORTED, Act.SAY),
        ("Ada Brook said she would open the pool.", Voice.REPORTED, Act.SAY),
        ("According to Ada Brook, the pool will open.", Voice.REPORTED, Act.SAY),
        ("The pool will open, according to Ada Brook.", Voice.REPORTED, Act.SAY),
        ("Ada Brook promised to open the pool.", Voice.RETOLD, Act.COMMIT),
        ("Ada Brook threatened to close the pool.", Voice.RETOLD, Act.THREATEN),
        ("Ada Brook demanded a new pool.", Voice.RETOLD, Act.DEMAND),
        ("Ada Brook denied that the pool would close.", Voice.RETOLD, Act.DENY),
        ("The pool will open in May.", Voice.TOLD, Act.SAY),
        ("Pool to open in May", Voice.HEADLINE, Act.SAY),
    ],
)
def test_a_statement_has_its_voice_and_act(text: str, voice: Voice, act: Act) -> None:
    found = only_statement(text)
    assert (found.voice, found.act) == (voice, act)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will open the pool,” Ada Brook said.", "We will open the pool,"),
        ("Ada Brook said: “We will open the pool.”", "We will open the pool."),
        (
            "“We will open the pool,” Ada Brook said, “and it will be free.”",
            "We will open the pool, and it will be free.",
        ),
        ("Ada Brook said the pool would open.", "the pool would open."),
        ("The pool will open, according to Ada Brook.", "The pool will open,"),
        ("The pool would open in May, Ada Brook said.", "The pool would open in May,"),
        ("Ada Brook promised to open the pool.", "to open the pool."),
        ("KYIV, April 18 (Example) - Ada Brook said it would open.", "it would open."),
    ],
)
def test_its_words_are_those_that_were_said(text: str, words: str) -> None:
    found = only_statement(text)
    assert words_of(found) == words
    assert found.speaker == "Ada Brook"


def test_its_words_stand_at_their_places_in_the_sentence() -> None:
    for text in ("“We will go,” Ada Brook said, “and we will stay.”", "Ada Brook said he will go."):
        found = only_statement(text)
        assert len(found.words) == len(found.sentence.text)
        for place, letter in enumerate(found.words):
            assert letter in (" ", found.sentence.text[place])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“We will open the pool in May,” said Ada Brook. “It will be free for all.”",
            id="the speaker between two sentences of one quotation",
        ),
        pytest.param(
            "“We will open the pool in May. It will be free for all,” said Ada Brook.",
            id="the speaker behind the second sentence",
        ),
        pytest.param(
            "Ada Brook spoke.\n“We will open it in May.\n“It will be free to all,” she said.",
            id="a quotation over paragraphs, each with its opening mark",
        ),
    ],
)
def test_each_sentence_of_a_quotation_is_that_of_its_speaker(text: str) -> None:
    found = [one for one in statements_in(text) if one.voice is Voice.QUOTED]
    assert [one.speaker for one in found] == ["Ada Brook", "Ada Brook"]


def test_a_quoted_phrase_leaves_its_sentence_reported() -> None:
    found = only_statement("Ada Brook said she would open the “new pool” in May.")
    assert found.voice is Voice.REPORTED
    assert "would open the “new pool” in May" in words_of(found)


def test_the_words_reported_around_a_quotation_are_part_of_the_statement() -> None:
    found = only_statement("Ada Brook said the pool would open in May “if the old pump can hold”.")
    assert "would open in May" in words_of(found)
    assert "if the old pump can hold" in words_of(found)


def test_a_participle_is_a_statement_of_its_own() -> None:
    told, promised = statements_in("Ada Brook met farmers, promising to lower fees by June.")
    assert words_of(told) == "Ada Brook met farmers"
    assert (promised.speaker, promised.voice, promised.act) == (
        "Ada Brook",
        Voice.RETOLD,
        Act.COMMIT,
    )
    assert words_of(promised) == "to lower fees by June."


def test_what_somebody_says_he_is_doing_is_told_once() -> None:
    text = "Ada Brook said she was in the city, promising lower fees to all."
    found = [words_of(one) for one in statements_in(text)]
    assert found == ["she was in the city", "lower fees to all."]


def test_one_who_said_he_expected_to_commits() -> None:
    found = only_statement("Ada Brook said she expected to open the pool in May.")
    assert (found.voice, found.act) == (Voice.REPORTED, Act.COMMIT)


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_an_empty_text_has_no_statements(text: str) -> None:
    assert statements_in(text) == []


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        ([], "abcdef"),
        ([(0, 2)], "  cdef"),
        ([(1, 2), (4, 6)], "a cd  "),
        ([(-5, 1), (5, 99)], " bcde "),
        ([(3, 3), (4, 2)], "abcdef"),
    ],
)
def test_words_are_blanked_out_at_their_length(spans: list[tuple[int, int]], left: str) -> None:
    assert without("abcdef", spans) == left
    kept = only("abcdef", spans)
    assert len(kept) == 6
    assert both(left, kept) == "abcdef"


def test_the_words_of_both_need_one_length() -> None:
    with pytest.raises(ValueError, match="shorter"):
        both("abc", "ab")
