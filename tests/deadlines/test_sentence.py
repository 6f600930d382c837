"""What the words around a time say of it: conditions, denials, holds, reports, tense."""

import pytest

from claimtracker.deadlines.grammar import Part
from claimtracker.deadlines.lexicon import lexicon
from claimtracker.deadlines.sentence import Sentence
from claimtracker.deadlines.tense import Tense, is_reported, tells, tense_around
from claimtracker.deadlines.tokens import sentences


def sentence(text: str, code: str = "en") -> Sentence:
    """Return the one sentence of a text."""
    (items,) = sentences(text, lexicon(code), dated_only=False)
    return Sentence(text, items)


def texts(found: Sentence, parts: list[Part]) -> list[str]:
    """Return the words of the parts as the text has them."""
    return [found.text[slice(*found.span(part))] for part in parts]


def first(found: Sentence) -> Part:
    """Return the first words of time."""
    return found.parts()[0]


@pytest.mark.parametrize(
    ("text", "main", "conditional"),
    [
        ("by Friday if talks go well next week", ["by Friday"], ["next week"]),
        ("if talks fail next week, by Friday", ["by Friday"], ["next week"]),
        ("by Friday unless they leave in May", ["by Friday"], ["in May"]),
        ("by Friday", ["by Friday"], []),
        ("if Kyiv has it signed by Friday", [], ["by Friday"]),
        ("once peace holds, within 30 days", ["within 30 days"], []),
        ("they leave by Friday provided that the summit is held", ["by Friday"], []),
        ("if it is by Friday", [], ["by Friday"]),
    ],
)
def test_a_condition_is_set_apart_from_the_rest(
    text: str, main: list[str], conditional: list[str]
) -> None:
    found = sentence(text)
    assert texts(found, found.main_parts()) == main
    assert texts(found, found.condition_parts()) == conditional


@pytest.mark.parametrize(
    ("text", "waits_for"),
    [
        ("if elected, within 30 days", "elected"),
        ("if peace holds, within 30 days", "peace holds"),
        ("within 30 days once elected", "elected"),
        ("within 30 days if elected", "elected"),  # a short way to say "of being elected"
        ("within 30 days if talks fail", ""),  # else a condition that follows moves nothing
        ("within 30 days", ""),
    ],
)
def test_a_condition_that_comes_first_or_tells_when_is_what_the_deadline_waits_for(
    text: str, waits_for: str
) -> None:
    assert sentence(text).waits_for == waits_for


@pytest.mark.parametrize(
    "text",
    [
        "no one is saying it will be done by Friday", "he never promised it by Friday",
        "nobody expects it by Friday", "I’m not talking about Friday", "they denied a May deal",
        "he ruled out a deal in May",
    ],
)  # fmt: skip
def test_a_denial_denies_what_follows_it(text: str) -> None:
    found = sentence(text)
    assert found.denies(first(found))


@pytest.mark.parametrize(
    "text", ["he promised it by Friday", "by Friday, as nobody expects", "in May"]
)
def test_what_stands_before_a_denial_or_without_one_is_not_denied(text: str) -> None:
    found = sentence(text)
    assert not found.denies(first(found))


@pytest.mark.parametrize(
    "text",
    [
        "no lay-offs this year", "this year there will be no lay-offs", "frozen until 2027",
        "taxes remain unchanged this year", "we will not raise rates this year",
        "this year we will not raise rates",
    ],
)  # fmt: skip
def test_a_state_that_is_promised_holds(text: str) -> None:
    found = sentence(text)
    assert found.holds(first(found))


@pytest.mark.parametrize(
    "text",
    [
        "a deal by May",
        "we deliver by May, at no charge",
        "we will raise rates this year",
        "we deliver by May, at no risk and at no charge",
        "no later than May, at no risk",
        ("by May, at no risk"),
    ],
)
def test_a_change_that_is_promised_does_not_hold(text: str) -> None:
    found = sentence(text)
    assert not found.holds(first(found))


@pytest.mark.parametrize(
    "text",
    [
        "he said Thursday it would end", "he said on Thursday it would end",
        "on Thursday said the minister", "on Thursday he said it would end",
    ],
)  # fmt: skip
def test_the_day_of_speaking_is_reported(text: str) -> None:
    found = sentence(text)
    assert is_reported(found, first(found))


@pytest.mark.parametrize(
    "text",
    [
        "he said it would end on Thursday",  # not beside the verb
        "on Thursday, he said",  # a comma: what was said
        "it ends on Thursday",
    ],
)
def test_a_day_away_from_the_verb_is_not_reported(text: str) -> None:
    found = sentence(text)
    assert not is_reported(found, first(found))


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("it will open in June", Tense.FUTURE),
        ("it will be signed in June", Tense.FUTURE),  # a participle behind "be"
        ("it is to be opened in June", Tense.FUTURE),
        ("it was signed in June", Tense.PAST),
        ("in June it collapsed", Tense.PAST),
        ("in June it will end", Tense.FUTURE),
        ("they abandoned it in June", Tense.PAST),  # by its ending
        ("talks in June", None),
        ("it was agreed that it will end in June", Tense.FUTURE),  # the nearest verb counts
        ("it will end what was begun in June", Tense.PAST),
        ("vowed in June", Tense.FUTURE),  # it looks ahead for what follows it
        ("in June vowed", Tense.PAST),  # and tells of the past for what stands before it
    ],
)
def test_the_tense_is_that_of_the_nearest_verb(text: str, tense: Tense | None) -> None:
    found = sentence(text)
    assert tense_around(found, first(found)) is tense


def test_a_word_that_is_a_month_too_is_no_verb() -> None:
    found = sentence("talks in June or May")
    assert tense_around(found, first(found)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it collapsed in June", True),
        ("it collapsed, but will be signed in June", False),
        ("it will be signed in June", False),
        ("he said Thursday it will end", True),
        ("in June", False),
    ],
)
def test_a_sentence_tells_of_the_past_unless_it_promises(text: str, expected: bool) -> None:
    found = sentence(text)
    assert tells(found, first(found)) == expected


def test_a_sentence_without_cues_says_nothing_of_its_times() -> None:
    found = sentence("talks by Friday")
    assert not found.has_cues
    assert not found.denies(first(found))
    assert found.condition is None
    assert tense_around(found, first(found)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers meet on Monday and leaders on 5 May", ["on Monday", "on 5 May"]),
        ("before the ratification", ["before the ratification"]),  # an unknown word as a name
        ("before the Brussels summit", ["before the Brussels summit"]),
        ("after the floods", ["after the floods"]),
        ("the floods by Friday", ["by Friday"]),
        ("nothing of time", []),
    ],
)
def test_words_of_time_are_found_between_other_words(text: str, expected: list[str]) -> None:
    found = sentence(text)
    assert texts(found, found.parts()) == expected


def test_a_part_between_two_places_is_one_of_the_whole() -> None:
    found = sentence("Berlin on Monday, on Tuesday, on Friday")
    comma = next(place for place, item in enumerate(found.items) if "COMMA" in item.kinds)
    assert texts(found, found.parts(0, comma)) == ["on Monday"]
    assert texts(found, found.parts(comma)) == ["on Tuesday", "on Friday"]


def test_words_of_a_place_are_in_small_letters_and_never_long() -> None:
    found = sentence("Brussels TALKS-ABOUT-TALKS " + "word " * 40)
    assert found.words(0).startswith("brussels")
    assert len(found.words(0)) <= 60


def test_the_words_around_times_are_a_table_of_the_language() -> None:
    found = sentence("keine Entlassungen bis Freitag, wenn der Vertrag im Mai steht", "de")
    assert texts(found, found.main_parts()) == ["bis Freitag"]
    assert texts(found, found.condition_parts()) == ["im Mai"]
    assert found.holds(first(found))
