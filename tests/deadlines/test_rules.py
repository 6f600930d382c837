"""The table of pattern lines: what is new is one line of a table, and nothing else."""

from collections.abc import Iterator
from datetime import date

import pytest

from claimtracker.deadlines import Policy, Precision, find, read
from claimtracker.deadlines import lexicon as dictionary
from claimtracker.deadlines.english import ENGLISH
from claimtracker.deadlines.grammar import Grammar, spelled_out
from claimtracker.deadlines.policy import VAGUE, Amount, Ends
from claimtracker.deadlines.rules import TABLES, WANTED, deadline_grammar
from claimtracker.deadlines.units import BY_NAME, Unit
from tests.deadlines.cases import FRIDAY, check

LUNAR_MONTH = Unit("lunar month", days=29.53, precision=Precision.MONTH)
LUNAR = Policy(language="lunar")


@pytest.fixture
def lunar(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add one unit to the calendar, and its two words to a language of its own."""
    monkeypatch.setitem(BY_NAME, LUNAR_MONTH.name, LUNAR_MONTH)
    language = ENGLISH._replace(
        units={**ENGLISH.units, "lunar month": "lunar month, moon"},
        plural_units={**ENGLISH.plural_units, "lunar month": "lunar months, moons"},
    )
    monkeypatch.setattr(dictionary, "LANGUAGES", {**dictionary.LANGUAGES, "lunar": language})
    dictionary.lexicon.cache_clear()
    yield
    dictionary.lexicon.cache_clear()


@pytest.mark.parametrize(
    ("wording", "days"),
    [
        ("in one lunar month", "05-18 05-18 05-18"),  # 29.53 days round up to 30
        ("within two lunar months", "04-18 06-17 06-17"),  # 59.06 days round up to 60
        ("in a moon", "05-18 05-18 05-18"),
        ("within two to three moons", "04-18 06-17 07-16"),  # 88.59 days round up to 89
        ("within half a moon", "04-18 05-03 05-03"),  # 14.765 days round up to 15
        ("at least two moons", "06-17 - -"),
        ("for two moons", "04-18 06-17 06-17"),
        ("a couple of moons", "04-18 06-17 06-17"),
    ],
)
def test_a_new_unit_is_a_line_of_the_table_and_its_words(
    wording: str, days: str, lunar: None
) -> None:
    check((wording, days, "29.53 days each"), policy=LUNAR)
    assert not read("in a few moons", FRIDAY).is_dated


def test_a_new_unit_is_found_in_a_text(lunar: None) -> None:
    (mention,) = find("They will be back within two moons.", FRIDAY, policy=LUNAR)
    assert str(mention.reading.latest_on) == "2025-06-17"


def test_a_new_unit_has_a_vague_row_once_the_policy_has_one(lunar: None) -> None:
    assert read("within moons", FRIDAY, policy=LUNAR).rule == "no measure"
    row = Ends(Amount(2, "lunar month"), Amount(3, "lunar month"))
    policy = Policy(language="lunar", vague={**VAGUE, "lunar months": row})
    check(("within moons", "04-18 06-17 07-16", "two, latest three"), policy=policy)


def test_a_unit_without_a_place_in_the_calendar_has_no_running_one(lunar: None) -> None:
    check(("within the moon", "04-18 05-18 05-18", "counted from the day said"), policy=LUNAR)
    assert not read("this moon", FRIDAY, policy=LUNAR).is_dated


def test_a_new_word_is_a_word_of_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    language = ENGLISH._replace(kinds={**ENGLISH.kinds, "BY": f"{ENGLISH.kinds['BY']}, afore"})
    monkeypatch.setattr(dictionary, "LANGUAGES", {**dictionary.LANGUAGES, "old": language})
    dictionary.lexicon.cache_clear()
    check(("afore July", "04-18 07-31 07-31", "as by"), policy=Policy(language="old"))
    assert not read("afore Friday 5 July", FRIDAY).rule.startswith("by")
    dictionary.lexicon.cache_clear()


def test_a_new_line_is_a_line_of_a_table() -> None:
    class Tide:
        """A value for the test."""

        keys = ("BOUNDED",)

    plain = [line for table in TABLES for line in table.LINES]
    grammar = Grammar([*plain, ("WEEKDAY CLOCK CLOCK", lambda _: Tide())], WANTED)
    words = dictionary.lexicon("en").words
    (part,) = grammar.parts([words["friday"], words["noon"], words["midnight"]])
    assert isinstance(part.value, Tide)


def test_the_grammar_is_built_once_of_all_tables() -> None:
    assert deadline_grammar() is deadline_grammar()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__.rpartition(".")[2])
def test_each_line_is_well_formed(table: object) -> None:
    lines = getattr(table, "LINES")  # noqa: B009  # modules have no type of their own
    assert lines
    for pattern, maker in lines:
        assert callable(maker)
        for kinds in spelled_out(pattern):
            assert kinds, pattern
            assert all(kind.isupper() for kind in kinds), pattern


def test_no_line_stands_in_the_tables_twice() -> None:
    lines = [(pattern, maker) for table in TABLES for pattern, maker in table.LINES]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("said", [date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1)])
def test_the_same_line_reads_its_words_whatever_their_values(said: date) -> None:
    for number in range(1, 29):
        found = read(f"in {number} days", said)
        assert found.due_on is not None
        assert (found.due_on - said).days == number
