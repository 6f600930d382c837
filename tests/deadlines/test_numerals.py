"""Numbers in words: sums, years, ordinals, and what joins two of them or keeps them apart."""

import pytest

from claimtracker.deadlines.dates import Year
from claimtracker.deadlines.items import Item
from claimtracker.deadlines.lexicon import lexicon
from claimtracker.deadlines.tokens import sentences


def items(wording: str, code: str = "en") -> list[Item]:
    """Return what the words stand for."""
    found = sentences(wording, lexicon(code), dated_only=False)
    return [item for part in found for item in part.items]


def numbers(wording: str) -> list[object]:
    """Return the numbers of the items, None for other items."""
    return [item.kinds.get("NUMBER") for item in items(wording)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("zero", 0),
        ("seven", 7),
        ("nineteen", 19),
        ("twenty-one", 21),
        ("twenty\u2011one", 21),  # with a hyphen that does not break
        ("forty two", 42),
        ("ninety-nine", 99),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a hundred", 100),
        ("one hundred", 100),
        ("a hundred and one", 101),
        ("two hundred", 200),
        ("two hundred fifty", 250),
        ("two hundred and fifty", 250),
        ("two hundred and fifty-five", 255),
        ("a thousand", 1000),
        ("three thousand", 3000),
        ("three thousand two hundred", 3200),
        ("twelve hundred", 1200),
        ("ten thousand", 10_000),
        ("two hundred thousand", 200_000),
        ("a million", 1_000_000),
        ("two million", 2_000_000),
    ],
)
def test_a_run_of_number_words_is_one_number(words: str, number: int) -> None:
    assert numbers(words) == [number]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("twenty thirty", 2030),
        ("twenty thirty-five", 2035),
        ("twenty-thirty-five", 2035),
        ("twenty twenty six", 2026),
        ("twenty twenty-six", 2026),
        ("twenty ten", 2010),
        ("nineteen eighty-nine", 1989),
        ("two thousand", 2000),
        ("two thousand thirty", 2030),
        ("two thousand and twenty-six", 2026),
    ],
)
def test_years_in_words_are_years(words: str, year: int) -> None:
    (found,) = items(words)
    assert found.kinds["YEAR"] == Year(year)
    assert found.kinds["NUMBER"] == year


@pytest.mark.parametrize("words", ["two hundred", "ten thousand", "twelve hundred", "twenty-five"])
def test_other_numbers_in_words_are_no_years(words: str) -> None:
    (found,) = items(words)
    assert "YEARLY" not in found.kinds


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("two three", [2, 3]),
        ("thirty forty", [30, 40]),
        ("five twenty", [5, 20]),
        ("twenty zero", [20, 0]),
        ("thirty eleven", [30, 11]),
    ],
)
def test_numbers_that_make_no_sum_stay_apart(words: str, apart: list[int]) -> None:
    assert numbers(words) == apart


def test_and_joins_only_behind_a_hundred() -> None:
    assert numbers("two and three") == [2, None, 3]
    assert numbers("twenty and three") == [20, None, 3]


def test_a_hyphen_behind_a_small_number_is_a_range() -> None:
    two, to, three = items("two-three")
    assert (two.kinds["NUMBER"], three.kinds["NUMBER"]) == (2, 3)
    assert "TO" in to.kinds


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("first", 1),
        ("third", 3),
        ("twelfth", 12),
        ("twentieth", 20),
        ("twenty-third", 23),
        ("thirty first", 31),
        ("ninety-ninth", 99),
        ("hundredth", 100),
        ("one hundred and fifth", 105),
        ("two hundredth", 200),
    ],
)
def test_a_run_that_ends_in_an_ordinal_is_an_ordinal(words: str, place: int) -> None:
    (found,) = items(words)
    assert found.kinds["ORDINAL"] == place
    assert "NUMBER" not in found.kinds


@pytest.mark.parametrize("words", ["first", "twenty-third", "thirty-first"])
def test_an_ordinal_up_to_31_is_a_day_too(words: str) -> None:
    (found,) = items(words)
    assert found.kinds["DAYTH"] == found.kinds["ORDINAL"]


@pytest.mark.parametrize("words", ["thirty-second", "ninety-ninth", "hundredth"])
def test_an_ordinal_beyond_31_is_no_day(words: str) -> None:
    (found,) = items(words)
    assert "DAYTH" not in found.kinds


def test_an_ordinal_ends_its_number() -> None:
    first, two = items("first two")
    assert (first.kinds["ORDINAL"], two.kinds["NUMBER"]) == (1, 2)


@pytest.mark.parametrize("words", ["million " * 40, "thousand " * 40, "a hundred million billion"])
def test_a_number_beyond_all_measure_is_capped(words: str) -> None:
    found = [number for number in numbers(words) if isinstance(number, int)]
    assert found
    assert max(found) <= 10**9


@pytest.mark.parametrize(
    ("words", "number"),
    [("sieben", 7), ("achtundvierzig", 48), ("hundert", 100), ("zwei tausend", 2000)],
)
def test_number_words_are_a_table_of_the_language(words: str, number: int) -> None:
    (found,) = items(words, "de")
    assert found.kinds["NUMBER"] == number
