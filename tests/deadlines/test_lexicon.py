"""The tables of words and of pattern lines fit each other: nothing is dead, nothing hidden."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from claimtracker.deadlines import Event
from claimtracker.deadlines.anchors import EventNamed
from claimtracker.deadlines.figures import number_item, ordinal_item, usual_figures
from claimtracker.deadlines.grammar import spelled_out
from claimtracker.deadlines.holidays import EVERYWHERE, OF_COUNTRY
from claimtracker.deadlines.items import CUES, Item
from claimtracker.deadlines.known_names import lexicon_for
from claimtracker.deadlines.lexicon import (
    LANGUAGES,
    PERIODS,
    Lexicon,
    Node,
    kinds_of,
    lexicon,
    with_names,
)
from claimtracker.deadlines.parts import Part
from claimtracker.deadlines.recurring import Which
from claimtracker.deadlines.refusals import BY_NAME as REFUSALS
from claimtracker.deadlines.rules import TABLES, WANTED
from claimtracker.deadlines.tokens import sentences
from claimtracker.deadlines.units import BY_NAME as UNITS

CODES = sorted(LANGUAGES)
LINES = [pattern for table in TABLES for pattern, _ in table.LINES]
IN_LINES = {kind for pattern in LINES for kinds in spelled_out(pattern) for kind in kinds}
# Kinds that are no part of a line: they are looked at in the sentence or before the lines.
ASIDE = {
    *CUES, *WANTED, "FILLER", "WORD", "NOT_A_NAME", "NUMERAL", "NTH", "NO_DATE", "DASH", "UNITS",
    "AUXILIARY", "MODAL", "TRIGGER", "ONCE", "TIMELY", "ENDED", "PERFECT",
    "HANGING", "LATER", "IS", "NOUN_TOO", "PUTS_OFF", "ACROSS", "HAVE", "NOT",
    "WAS", "PLEDGED",
}  # fmt: skip
OF_COUNTRIES = {name for rules in OF_COUNTRY.values() for name in rules}
FROM_THE_LIBRARY = {  # by the moon: known by the calendar of a country that keeps them, if at all
    "chinese new year", "islamic new year", "ramadan", "eid al-fitr", "eid al-adha", "diwali",
    "hanukkah", "yom kippur", "passover", "rosh hashanah", "nowruz",
}  # fmt: skip


def phrases(node: Node, before: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Item]]:
    """Give every phrase below a place in the tree, with its item."""
    if node.item is not None:
        yield before, node.item
    for word, after in node.next.items():
        yield from phrases(after, (*before, word))


def all_phrases(code: str) -> list[tuple[tuple[str, ...], Item]]:
    """Return the phrases of several words of a language."""
    return [
        found for word, node in lexicon(code).phrases.items() for found in phrases(node, (word,))
    ]


def all_items(code: str) -> list[Item]:
    """Return every item of the dictionary of a language."""
    found = lexicon(code)
    of_phrases = [item for _, item in all_phrases(code)]
    return [*found.words.values(), *found.look_alikes.values(), *of_phrases]


def items(wording: str, found: Lexicon) -> list[Item]:
    """Return all items of a wording."""
    return [item for part in sentences(wording, found, dated_only=False) for item in part.items]


@pytest.mark.parametrize("code", CODES)
def test_each_kind_of_word_is_named_by_a_line_or_looked_at_beside_them(code: str) -> None:
    used = {kind for item in all_items(code) for kind in item.kinds}
    idle = {kind for kind in used - IN_LINES - ASIDE if kind not in kinds_of_periods()}
    assert idle == set()


def kinds_of_periods() -> set[str]:
    """Return the kinds of periods, of which no line needs to name all."""
    return {kind for period in PERIODS.values() for kind in kinds_of(period)}


def test_each_kind_that_a_line_names_can_occur() -> None:
    of_words = {kind for code in CODES for item in all_items(code) for kind in item.kinds}
    of_figures = {*number_item(20).kinds, *number_item(2026, is_year=True).kinds}
    of_figures |= {*number_item(1898, is_year=True).kinds}
    of_figures |= {*ordinal_item(3).kinds, *ordinal_item(3, is_sure=True).kinds}
    made_from_items = {"NAME", "COMMA", "SLASH", "WEAK", "DOTTED", "SLASHED"}
    of_values = {
        "FIRM", "BOUNDED", "LASTING", "SHIFTED", "FIRST_OF", "SPAN", "EITHER", "JOINED",
        "YEARS_JOINED", "BLOCK", "NTH_UNIT", "CHOSEN", "DATED", "DAY_OF_MONTH", "THE_NEXT",
        "NEXT_UNIT", "RUNNING", "WEEKLY", "BACK", "NOTHING", "FISCAL",
    }  # fmt: skip
    assert IN_LINES - of_words - of_figures - made_from_items - of_values == set()


@pytest.mark.parametrize("code", CODES)
def test_a_language_names_only_what_the_calendar_has(code: str) -> None:
    language = LANGUAGES[code]
    known: tuple[tuple[Mapping[str, str], object], ...] = (
        (language.units, UNITS), (language.plural_units, UNITS), (language.periods, PERIODS),
        (language.where_bound, PERIODS), (language.cues.refusals, REFUSALS),
        (language.parts, {part.value for part in Part}),
        (language.which, {which.name.lower() for which in Which}),
        (language.holidays, {*EVERYWHERE, *OF_COUNTRIES, *FROM_THE_LIBRARY}),
    )  # fmt: skip
    for table, names in known:
        assert set(table) <= set(names), table  # type: ignore[call-overload]  # any container
    lengths = len(language.months), len(language.weekdays), len(language.seasons)
    assert lengths == (12, 7, 4)


@pytest.mark.parametrize("name", sorted({*EVERYWHERE, *OF_COUNTRIES}))
def test_each_holiday_with_a_rule_has_a_name(name: str) -> None:
    assert name in LANGUAGES["en"].holidays


@pytest.mark.parametrize("code", CODES)
def test_each_look_alike_is_a_word_of_time_as_well(code: str) -> None:
    found = lexicon(code)
    for word, item in found.look_alikes.items():
        assert set(item.kinds) - {"LOOKS_LIKE"}, word
        assert word not in found.words, word
    assert set(found.capitals) <= set(found.look_alikes)


@pytest.mark.parametrize("code", CODES)
def test_each_phrase_is_read_as_itself(code: str) -> None:
    """No phrase hides behind marks by which the text is parted, or behind another phrase."""
    found = lexicon(code)
    for phrase, item in all_phrases(code):
        if item.is_filler or item.is_rough:
            continue
        read = [other.kinds for other in items(" ".join(phrase), found)]
        assert read == [item.kinds], phrase


@pytest.mark.parametrize("code", CODES)
def test_each_word_is_read_as_itself(code: str) -> None:
    found = lexicon(code)
    for word, item in found.words.items():
        if word.isalpha() and not item.is_filler and not item.is_rough:
            read = items(word, found)
            assert len(read) == 1, word
            assert read == [item] or word in found.phrases, word


def test_figures_that_stand_ready_are_those_that_would_be_made() -> None:
    words = lexicon("en").words
    for word, kept in usual_figures():
        if word.isdigit():
            made = number_item(int(word), is_year=len(word) == 4)
        else:
            made = ordinal_item(int(word[:-2]), is_sure=True)
        assert words[word].kinds == kept.kinds == made.kinds, word


def test_an_unknown_language_is_read_as_english() -> None:
    assert lexicon("xx").words.keys() == lexicon("en").words.keys()


SUMMIT, EAST = EventNamed("summit"), EventNamed("east")


def named(*names: tuple[str, EventNamed]) -> Lexicon:
    """Return the English dictionary with these names."""
    return with_names(lexicon("en"), [(tuple(name.split()), event) for name, event in names])


def test_a_name_of_several_words_is_one_item() -> None:
    (found,) = items("Eastern Bloc Summit", named(("eastern bloc summit", SUMMIT)))
    assert found.kinds == kinds_of(SUMMIT)


def test_a_name_goes_before_the_word_and_the_phrase_that_it_is() -> None:
    for name in ("friday", "end of term", "may day"):
        (found,) = items(name, named((name, SUMMIT)))
        assert found.kinds == kinds_of(SUMMIT), name


def test_of_two_names_with_one_beginning_the_longer_counts_where_it_stands() -> None:
    found = named(("east", EAST), ("east summit", SUMMIT))
    assert [item.kinds for item in items("east summit", found)] == [kinds_of(SUMMIT)]
    assert items("east talks", found)[0].kinds == kinds_of(EAST)


def test_names_leave_the_other_phrases_and_the_dictionary_itself_alone() -> None:
    before = [item.kinds for item in items("day after tomorrow", lexicon("en"))]
    found = named(("day after the vote", SUMMIT))
    assert [item.kinds for item in items("day after tomorrow", found)] == before
    plain = [item.kinds for item in items("day after the vote", lexicon("en"))]
    assert kinds_of(SUMMIT) not in plain


def test_a_name_without_words_is_passed_over() -> None:
    assert named(("", SUMMIT)).words == lexicon("en").words


def test_the_dictionary_with_events_is_kept_for_the_same_events() -> None:
    events = (Event("summit", date(2025, 6, 1)),)
    assert lexicon_for("en", events) is lexicon_for("en", events)
    assert lexicon_for("en", ()) is lexicon("en")
    assert lexicon_for("en", (Event("vote", None),)) is not lexicon_for("en", events)
