"""From text to items: sentences, where each item stands, signs, phrases and look-alikes."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.deadlines import Event, read
from claimtracker.deadlines.items import Item, Items
from claimtracker.deadlines.lexicon import lexicon
from claimtracker.deadlines.tokens import lower, sentences, spelled
from tests.deadlines.cases import FRIDAY


def parted(text: str, code: str = "en", *, dated_only: bool = False) -> list[Items]:
    """Return the sentences of a text."""
    return list(sentences(text, lexicon(code), dated_only=dated_only))


def items(text: str, code: str = "en") -> list[Item]:
    """Return all items of a text."""
    return [item for part in parted(text, code) for item in part.items]


def only(text: str) -> Item:
    """Return the one item that the text comes to."""
    (found,) = items(text)
    return found


def words(text: str, code: str = "en") -> list[list[str]]:
    """Return the words of each sentence as the text has them."""
    return [
        [text[start:end] for start, end in zip(part.starts, part.ends, strict=True)]
        for part in parted(text, code)
    ]


LETTERS = st.text(
    alphabet=st.sampled_from("aMy5 .,-–’'\u2011İßŉǰΐﬃ🙂\u0301\n\t1/st?“”٣"), max_size=60
)


@given(st.one_of(LETTERS, st.text(max_size=80)))
def test_items_stand_in_the_text_in_order_whatever_its_letters(text: str) -> None:
    spans = [span for part in parted(text) for span in zip(part.starts, part.ends, strict=True)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[start:end].strip() for start, end in spans)


@given(st.text(max_size=80))
def test_the_small_letters_of_a_text_are_as_many_as_its_letters(text: str) -> None:
    assert len(lower(text)) == len(text)


@pytest.mark.parametrize("letter", ["İ", "İİİ", "ŉ", "ǰ", "🙂", "ﬃ", "a\u0301"])
def test_a_letter_whose_small_form_is_longer_moves_no_span(letter: str) -> None:
    text = f"{letter} said it would be done by Friday"
    assert words(text)[0][-2:] == ["by", "Friday"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Year’s END", "year's end"),
        ("mid\u2010May", "mid-may"),
        ("mid\u2011May", "mid-may"),
        ("\u22125", "-5"),
        ("KELVIN", "kelvin"),
    ],
)
def test_signs_of_print_are_read_as_plain_ones(text: str, plain: str) -> None:
    assert lower(text) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by Friday. Then on Monday", [["by", "Friday"], ["Then", "on", "Monday"]]),
        ("by Friday! on Monday? in May", [["by", "Friday"], ["on", "Monday"], ["in", "May"]]),
        ("by Friday; on Monday", [["by", "Friday"], ["on", "Monday"]]),
        ("by Friday: on Monday", [["by", "Friday"], ["on", "Monday"]]),
        ("by Friday… on Monday", [["by", "Friday"], ["on", "Monday"]]),
        ("by Friday\n\non Monday", [["by", "Friday"], ["on", "Monday"]]),
        ("by Friday\n \t\non Monday", [["by", "Friday"], ["on", "Monday"]]),
        ("by\nFriday", [["by", "Friday"]]),  # a line may break anywhere
        ("by Friday.", [["by", "Friday"]]),
        ("...", []),
        ("by “Friday”", [["by", "Friday"]]),  # quotes stand for nothing
        ("(by Friday)", [["by", "Friday"]]),
        ("*by* [Friday]", [["by", "Friday"]]),
    ],
)
def test_a_text_is_parted_where_a_sentence_ends(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "by Fri. 5 May", "by Jan. 5", "with Gen. Milley by Friday", "by 5 p.m. on Friday",
        "the U.S. by Friday", "Mr. Smith by Friday", "No. 10 by Friday", "St. Louis by Friday",
        "a 2.5 year plan", "example.com by Friday", "by Friday .5 miles",
    ],
)  # fmt: skip
def test_a_dot_inside_a_sentence_ends_nothing(text: str) -> None:
    assert len(words(text)) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("am 3. Mai", [3]),
        ("bis 3. und 4. Mai", [3, 4]),
        ("vom 3. bis 5. Juni", [3, 5]),
        ("am 24. Dezember", [24]),
        ("3.", [3]),
    ],
)
def test_a_german_ordinal_keeps_its_dot(text: str, days: list[int]) -> None:
    found = [item.kinds["DAYTH"] for item in items(text, "de") if "DAYTH" in item.kinds]
    assert found == days
    assert len(parted(text, "de")) == 1


def test_a_number_that_ends_a_sentence_is_no_ordinal() -> None:
    assert words("He is 31. Talks begin on Friday")[1][-2:] == ["on", "Friday"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("3-4", ["NUMBER", "TO", "NUMBER"]),  # between like sides: to
        ("3 – 4", ["NUMBER", "TO", "NUMBER"]),
        ("April-June", ["MONTHLY", "TO", "MONTHLY"]),
        ("April–June", ["MONTHLY", "TO", "MONTHLY"]),
        ("9-12 June", ["DAY", "TO", "DAY", "MONTHLY"]),
        ("60-day", ["NUMBER", "UNIT"]),  # between unlike sides: nothing
        ("60\u2011day", ["NUMBER", "UNIT"]),
        ("April - talks", ["MONTHLY", "COMMA", "EVENT_NOUN"]),  # between blanks: a comma
        ("April/June", ["MONTHLY", "SLASH", "MONTHLY"]),
        ("April/talks", ["MONTHLY", "EVENT_NOUN"]),
        ("- April", ["MONTHLY"]),  # with nothing on one side: nothing
        ("April -", ["MONTHLY"]),
        ("April--June", ["MONTHLY", "TO", "MONTHLY"]),
    ],
)
def test_a_dash_is_read_by_what_stands_on_its_sides(text: str, kinds: list[str]) -> None:
    found = items(text)
    assert len(found) == len(kinds)
    assert all(kind in item.kinds for kind, item in zip(kinds, found, strict=True))


@pytest.mark.parametrize("text", ["Sunday's", "Sunday’s", "Christmas’s", "year's"])
def test_a_possessive_stands_for_its_owner_whatever_its_apostrophe(text: str) -> None:
    owner = text[:-2].lower()
    assert only(text).kinds == only(owner).kinds


def test_the_longest_phrase_counts() -> None:
    assert words("on or before the day after tomorrow") == [
        ["on or before", "the day after tomorrow"]
    ]
    assert words("the day after all") == [["the", "day", "after", "all"]]


def test_a_phrase_is_read_over_breaks_of_lines_and_in_any_case() -> None:
    assert words("ON or\n  Before") == [["ON or\n  Before"]]


def test_fillers_say_nothing() -> None:
    assert items("just exactly very") == []
    assert words("by just about Friday") == [["by", "just about", "Friday"]]
    assert read("only just next week", FRIDAY).due_on == read("next week", FRIDAY).due_on


def test_a_run_of_unknown_words_is_one_item() -> None:
    assert words("tariffs threaten Brussels bureaucrats") == [
        ["tariffs threaten Brussels bureaucrats"]
    ]


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("may", False),
        ("they may go", False),
        ("May", True),  # alone
        ("May.", True),
        ("a deal in May", True),  # inside a sentence
        ("May talks begin", False),  # the first word of a sentence has a capital anyway
        ("Talks begin. May we go on", False),
        ("Sun", True),
        ("sun", False),
        ("March", True),
        ("a march", False),
    ],
)
def test_a_look_alike_is_a_date_by_its_capital(text: str, is_sure: bool) -> None:
    found = [item for item in items(text) if "LOOKS_LIKE" in item.kinds]
    assert ["PERIOD" in item.kinds for item in found] == [is_sure]
    assert ["WEAK" in item.kinds for item in found] == [not is_sure]


@pytest.mark.parametrize(("text", "is_date"), [("BOY", True), ("by BOY", True), ("a boy", False)])
def test_letters_that_spell_a_word_too_are_a_date_in_capitals_only(
    text: str, is_date: bool
) -> None:
    assert any("PERIOD" in item.kinds for item in items(text)) == is_date


def test_a_word_that_ends_like_a_past_tense_tells_of_the_past() -> None:
    assert "TOLD" in only("abandoned").kinds
    assert "TOLD" not in only("unprecedented").kinds
    assert "TOLD" not in only("abandon").kinds


def test_sentences_without_a_word_of_time_are_left_out_where_asked() -> None:
    text = "The talks failed. He wept. It ends on Friday. He 100% wept."
    assert len(parted(text)) == 4
    found = parted(text, dated_only=True)
    assert [text[part.starts[-1] : part.ends[-1]] for part in found][-1] == "Friday"
    assert all(any(item.is_time for item in part.items) for part in found)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "()", "..."])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert parted(text) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("G7 Summit", ("g", "7", "summit")),
        ("Women’s Day", ("women's", "day")),
        ("  ", ()),
        ("EU–China", ("eu", "–", "china")),
    ],
)
def test_a_name_is_spelled_as_the_text_is(name: str, expected: tuple[str, ...]) -> None:
    assert spelled(name) == expected


@pytest.mark.parametrize("name", ["G7 summit", "EU–China summit", "Women's Day", "COP30"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_a_known_name_is_found_whatever_its_signs_and_case(name: str, change: type[str]) -> None:
    event = Event(name, date(2025, 6, 15))
    assert read(f"before the {change(name)}", FRIDAY, events=[event]).due_on == date(2025, 6, 14)


@pytest.mark.parametrize("name", ["", "   ", "«»"])
def test_an_event_without_a_readable_name_is_passed_over(name: str) -> None:
    found = read("next week", FRIDAY, events=[Event(name, FRIDAY)])
    assert found.latest_on == date(2025, 4, 27)
