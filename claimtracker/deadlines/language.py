"""What a language's table of words holds; the tables are `english.py` and `german.py`.

Phrases stand in one text, parted by commas, in lower case; a hyphen is written with blanks around
it. Keys are the names that the patterns and the calendar use, the same for every language.
"""

from collections.abc import Mapping
from typing import NamedTuple

Words = str
"""Phrases parted by commas."""


class Cues(NamedTuple):
    """Words that say of the times around them whether they are promised, told or denied."""

    refusals: Mapping[str, Words]  # no time at all, by a name in `refusals.py`
    foreign: Words  # of another language: dates beside them mean what cannot be told
    denials: Words  # what follows one of these is not promised
    conditions: Words
    holds: Words  # a state is promised, not a change
    past: Words  # words that never stand in reported promises
    said: Words  # report that something was said
    told: Words  # tell of the past in news; in a promise they only report it
    future: Words
    records: Words  # "the biggest tax cut in 50 years" promises nothing for that time
    deeds: Words = ""  # what people call by its date: "the 6 January riots"
    bodies: Words = ""  # before whom people stand: "laid before parliament" says no time
    past_endings: tuple[str, ...] = ()  # of words that tell of the past and stand in no table
    no_past: frozenset[str] = frozenset()  # end so and tell nothing


class Language(NamedTuple):
    """A language's words for times and for what stands around them."""

    kinds: Mapping[str, Words]  # words that patterns name by their kind alone
    fillers: Words  # words that change nothing
    cues: Cues
    one: Words  # the articles that count as one
    numbers: Words  # from zero up, without a gap
    larger_numbers: Mapping[str, int]
    ordinals: Words  # from first up, without a gap
    larger_ordinals: Mapping[str, int]
    quantities: Mapping[str, Words]  # "couple", "few", "several"
    units: Mapping[str, Words]  # one of a unit, by its name in `units.py`
    plural_units: Mapping[str, Words]
    which: Mapping[str, Words]  # "last", "this", "next", "coming"
    places: Mapping[int, Words]  # places in a row by a word of their own; -1 is the last
    parts: Mapping[str, Words]  # by the name of a `Part`
    periods: Mapping[str, Words]  # by a name in `lexicon.PERIODS`
    where_bound: Mapping[str, Words]  # periods only alone and after a bound: "by weekend"
    decades: Mapping[int, Words]  # by the last two figures of their first year
    term: Words  # a term of office
    block_letters: Mapping[int, Words]  # Q3, H2: how many months each has
    fiscal: Words  # before a year's number: "FY26", "fiscal 2026"
    months: tuple[Words, ...]
    weekdays: tuple[Words, ...]
    seasons: tuple[Words, ...]  # from spring
    holidays: Mapping[str, Words]  # by a name in `holidays.py`
    event_nouns: Words  # events that deadlines hang on, whose dates nobody knows beforehand
    look_alikes: Words  # dates only by their capital or by the words around them
    capitals: Words = ""  # dates only in capitals: BOY, the beginning of the year
    abbreviations: Words = ""  # a dot after one of these ends no sentence
