"""From text to items: figures, number words, dashes, dots, phrases, names and look-alikes."""

from datetime import date

import pytest

from claimtracker.deadlines import Event, read
from claimtracker.deadlines.anchors import EventNamed
from claimtracker.deadlines.dates import Month, MonthDay, Year
from claimtracker.deadlines.lexicon import Item, english
from claimtracker.deadlines.tokens import Items, items_of, names_of
from tests.deadlines.cases import FRIDAY


def items(wording: str) -> Items:
    """Return what the wording's words stand for."""
    return items_of(wording, english())


def only(wording: str) -> Item:
    """Return the one item that the wording comes to."""
    (found,) = items(wording)
    return found


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", 7),
        ("twenty-one", 21),
        ("forty two", 42),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("three thousand", 3000),
        ("two thousand and twenty six", 2026),
        ("1,000", 1000),
        ("30", 30),
    ],
)
def test_a_run_of_number_words_is_one_number(words: str, number: int) -> None:
    assert only(words)["NUMBER"] == number


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [item["NUMBER"] for item in items("twenty thirty")] == [20, 30]


@pytest.mark.parametrize(
    ("words", "number"),
    [("3rd", 3), ("third", 3), ("twenty-third", 23), ("31st", 31), ("hundredth", 100)],
)
def test_an_ordinal_is_a_place_and_up_to_31_a_day(words: str, number: int) -> None:
    found = only(words)
    assert found["ORDINAL"] == number
    assert found.get("DAYTH") == (number if number <= 31 else None)


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("2026-05-01", MonthDay(Year(2026), 5, 1)),  # ISO 8601
        ("2026/05/01", MonthDay(Year(2026), 5, 1)),
        ("2026-23-09", MonthDay(Year(2026), 9, 23)),  # only one order is possible
        ("1.5.2026", MonthDay(Year(2026), 5, 1)),  # with dots the day comes first
        ("1.5.26", MonthDay(Year(2026), 5, 1)),
        ("1.5.89", MonthDay(Year(1989), 5, 1)),
        ("2026-05", Month(Year(2026), 5)),
        ("05/2026", Month(Year(2026), 5)),
    ],
)
def test_a_date_in_figures_is_one_item(figures: str, value: object) -> None:
    assert only(figures)["PERIOD"] == value


@pytest.mark.parametrize("wording", ["5pm", "5 p.m.", "11:59 p.m.", "17:00", "9h30", "noon"])
def test_a_clock_time_is_one_item(wording: str) -> None:
    assert "CLOCK" in only(wording)


def test_a_bare_number_is_a_year_only_where_it_is_likely() -> None:
    assert only("2026")["YEARLY"] == Year(2026)
    assert "YEARLY" not in only("1500")
    assert "YEARLY" not in only("30000")


@pytest.mark.parametrize(
    ("wording", "kinds"),
    [
        ("3-4", ["NUMBER", "TO", "NUMBER"]),  # between like sides: to
        ("May-June", ["MONTHLY", "TO", "MONTHLY"]),
        ("May – June", ["MONTHLY", "TO", "MONTHLY"]),
        ("60-day", ["NUMBER", "UNIT"]),  # between unlike sides: nothing
        ("May - talks", ["MONTHLY", "COMMA", "NAME"]),  # between blanks: a comma
    ],
)
def test_a_dash_is_read_by_what_stands_on_its_sides(wording: str, kinds: list[str]) -> None:
    found = items(wording)
    assert len(found) == len(kinds)
    assert all(kind in item for kind, item in zip(kinds, found, strict=True))


@pytest.mark.parametrize("wording", ["Jan. 5", "5. Jan.", "Fri. 5"])
def test_a_dot_after_a_short_name_or_a_day_ends_nothing(wording: str) -> None:
    assert all("COMMA" not in item for item in items(wording))


def test_a_dot_after_a_word_ends_its_sentence() -> None:
    assert "COMMA" in items("talks. Friday")[1]


def test_a_possessive_stands_for_its_owner_whatever_its_apostrophe() -> None:
    assert "MONTHLY" in only("May's")
    assert "MONTHLY" in only("May’s")
    assert read("three weeks’ time", FRIDAY).due_on == read("three weeks' time", FRIDAY).due_on


def test_the_longest_phrase_counts() -> None:
    assert [sorted(item) for item in items("on or before")] == [["BY"]]
    assert len(items("day after tomorrow")) == 1


def test_fillers_say_nothing() -> None:
    assert items("just exactly very") == []
    assert read("only just next week", FRIDAY).due_on == read("next week", FRIDAY).due_on


def test_a_run_of_unknown_words_is_one_name() -> None:
    assert only("Brussels talks")["NAME"] == "brussels talks"


def test_a_very_long_run_of_unknown_words_is_cut_into_names() -> None:
    assert [len(str(item["NAME"]).split()) for item in items("peace " * 20)] == [8, 8, 4]


@pytest.mark.parametrize(
    ("wording", "is_sure"),
    [
        ("may", False),
        ("they may go", False),
        ("May", True),  # a capital alone
        ("a deal in May", True),  # a capital inside a sentence
        ("May talks begin", False),  # a capital that begins a sentence
        ("Sun", True),
        ("sun", False),
    ],
)
def test_a_look_alike_is_a_date_by_its_capital(wording: str, is_sure: bool) -> None:
    found = [item for item in items(wording) if "LOOKS_LIKE" in item]
    assert ["PERIOD" in item for item in found] == [is_sure]


def test_a_known_name_goes_before_any_other_reading() -> None:
    known = names_of([("May Day summit", EventNamed("may day summit"))])
    (found,) = items_of("may day summit", english(), known)
    assert found["EVENT"] == EventNamed("may day summit")


@pytest.mark.parametrize("name", ["G7 summit", "EU–China summit", "Women's Day", "COP30"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_a_known_name_is_found_whatever_its_signs_and_case(name: str, change: type[str]) -> None:
    event = Event(name, date(2025, 6, 15))
    assert read(f"before the {change(name)}", FRIDAY, events=[event]).due_on == date(2025, 6, 14)


@pytest.mark.parametrize("name", ["", "   ", "«»"])
def test_an_event_without_a_readable_name_is_passed_over(name: str) -> None:
    found = read("next week", FRIDAY, events=[Event(name, FRIDAY)])
    assert found.latest_on == date(2025, 4, 27)
