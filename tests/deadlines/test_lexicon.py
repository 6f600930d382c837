"""The tables of words and of pattern lines fit each other: nothing is dead, nothing hidden."""

import pytest

from claimtracker.deadlines import (
    english_times,
    english_words,
    rules_bounds,
    rules_dates,
    rules_events,
    rules_joins,
    rules_measures,
    rules_periods,
)
from claimtracker.deadlines.figures import KINDS, number_item, ordinal_item
from claimtracker.deadlines.grammar import Line, spelled_out
from claimtracker.deadlines.holidays import EVERYWHERE, OF_COUNTRY
from claimtracker.deadlines.lexicon import CUES, Item, by_first_word, english
from claimtracker.deadlines.tokens import items_of

LINES: tuple[Line, ...] = (
    *rules_measures.LINES,
    *rules_dates.LINES,
    *rules_periods.LINES,
    *rules_events.LINES,
    *rules_bounds.LINES,
    *rules_joins.LINES,
)
IN_LINES = {kind for pattern, _ in LINES for kinds in spelled_out(pattern) for kind in kinds}
# Kinds that are no part of a line: they are looked at in the sentence, or keep a word out of names.
ASIDE = {*CUES, "REFUSAL", "LOOKS_LIKE", "FILLER", "WORD_OF_NO_NAME"}
WITHOUT_RULE = {  # by the moon or by decree: named, so that the reading can say what is missing
    "lunar new year", "islamic new year", "jewish new year", "nowruz", "diwali", "ramadan",
}  # fmt: skip


def all_items() -> list[Item]:
    """Return every item of the dictionary."""
    lexicon = english()
    grouped = [item for group in lexicon.phrases.values() for _, item in group]
    return [*lexicon.words.values(), *grouped]


@pytest.mark.parametrize("kind", sorted(english_words.KINDS))
def test_each_kind_of_word_is_named_by_a_line(kind: str) -> None:
    assert kind in IN_LINES | ASIDE


def test_each_kind_that_a_line_names_can_occur() -> None:
    read_from_words = {kind for item in all_items() for kind in item}
    of_figures = {*number_item(20, is_year=True), *number_item(2026, is_year=True)}
    made_from_items = {"COMMA", "NAME", "WEAK", *of_figures, *ordinal_item(3)}
    keys_of_values = {
        "AFTER_PERIOD", "BEFORE_PERIOD", "BY_PERIOD", "FROM_PERIOD", "IN_PERIOD", "ON_PERIOD",
        "UNTIL_PERIOD", "LASTING", "SHIFTED", "SPAN", "BLOCK", "NTH_UNIT", "RUNNING", "THE_NEXT",
        "NEXT_UNIT", "WEEKLY", "DAY_OF_MONTH",
    }  # fmt: skip
    assert IN_LINES - read_from_words - made_from_items - keys_of_values == set()


@pytest.mark.parametrize("name", sorted(english_times.HOLIDAYS))
def test_each_named_holiday_has_a_rule_or_is_known_to_have_none(name: str) -> None:
    ruled = name in EVERYWHERE or any(name in rules for rules in OF_COUNTRY.values())
    assert ruled != (name in WITHOUT_RULE)


@pytest.mark.parametrize(
    "name", sorted({*EVERYWHERE, *(n for c in OF_COUNTRY.values() for n in c)})
)
def test_each_holiday_with_a_rule_has_a_name(name: str) -> None:
    assert name in english_times.HOLIDAYS


def test_each_look_alike_is_a_word_of_time_as_well() -> None:
    for word in english_times.LOOK_ALIKES.split():
        assert set(english().words[word]) - {"LOOKS_LIKE"}, word


def test_each_entry_is_read_as_itself() -> None:
    """No phrase hides behind marks that the text is parted by, or behind another phrase."""
    lexicon = english()
    for group in lexicon.phrases.values():
        for phrase, item in group:
            if not {"FILLER", "LOOKS_LIKE", "NUMERAL"} & item.keys():
                assert [dict(found) for found in items_of(" ".join(phrase), lexicon)] == [item]


def test_of_phrases_with_one_first_word_the_longest_comes_first() -> None:
    entries: list[tuple[tuple[str, ...], Item]] = [
        (("as", "of"), {"X": 1}),
        (("as", "soon", "as"), {"Y": 2}),
        (("by",), {"Z": 3}),
    ]
    found = by_first_word(entries)
    assert [phrase for phrase, _ in found["as"]] == [("as", "soon", "as"), ("as", "of")]
    assert set(found) == {"as", "by"}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_kind_of_figures_can_raise(kind: str) -> None:
    smallest_and_largest = {
        "three": ("0-0-0", "99/99/9999"), "clock": ("0pm", "99:99"),
        "month": ("0000-00", "99/9999"), "two": ("0/0", "99.99"),
        "ordinal": ("0th", "999999999th"), "block": ("q1", "H4"), "fiscal": ("fy00", "FY9999"),
        "decade": ("'00s", "9990s"), "number": ("0", "9" * 50),
    }  # fmt: skip
    for text in smallest_and_largest[kind]:
        KINDS[kind][1](text)
