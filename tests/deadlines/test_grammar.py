"""The grammar as a tool: what a line takes, which stretch counts, and that nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from claimtracker.deadlines import read
from claimtracker.deadlines.grammar import LONGEST, Grammar, Line, Part, spelled_out
from claimtracker.deadlines.items import Item
from tests.deadlines.cases import FRIDAY


@dataclass(frozen=True)
class Sum:
    """A value for the tests: the sum of its numbers, known by the kinds it is told."""

    total: int
    keys: tuple[str, ...] = ("SUM",)


def keep_first(one: Sum, _: Sum) -> Sum:
    """Return the first of two values."""
    return one


AND, OF = Item({"AND": None}), Item({"OF": None})


def number(value: int) -> Item:
    """Return an item that stands for a number."""
    return Item({"NUMBER": value})


def add(*numbers: int) -> Sum:
    """Return the sum."""
    return Sum(sum(numbers))


def add_small(*numbers: int) -> Sum | None:
    """Return the sum; decline one of ten or more."""
    return add(*numbers) if sum(numbers) < 10 else None


def grammar(*lines: Line, wanted: tuple[str, ...] = ("SUM",)) -> Grammar:
    """Return a grammar of these lines."""
    return Grammar(lines, wanted)


def spans(parts: list[Part]) -> list[tuple[int, int]]:
    """Return where the parts begin and end."""
    return [(part.start, part.end) for part in parts]


def values(parts: list[Part]) -> list[object]:
    """Return the values of the parts."""
    return [part.value for part in parts]


@pytest.mark.parametrize(
    ("pattern", "sequences"),
    [
        ("A", [("A",)]),
        ("A B", [("A", "B")]),
        ("A? B|C", [("A", "B"), ("A", "C"), ("B",), ("C",)]),
        ("A|B? C", [("A", "C"), ("B", "C"), ("C",)]),
    ],
)
def test_a_pattern_is_every_sequence_of_kinds_that_it_allows(
    pattern: str, sequences: list[tuple[str, ...]]
) -> None:
    assert spelled_out(pattern) == sequences


def test_kinds_without_a_value_are_not_handed_over() -> None:
    found = grammar(("NUMBER AND NUMBER", add)).parts([number(1), AND, number(2)])
    assert found == [Part(0, 3, "SUM", Sum(3))]


def test_the_longest_stretch_counts_whatever_the_order_of_the_lines() -> None:
    short, long = ("NUMBER NUMBER", lambda *_: Sum(0)), ("NUMBER NUMBER NUMBER", add)
    items = [number(1), number(2), number(3)]
    assert values(grammar(short, long).parts(items)) == [Sum(6)]
    assert values(grammar(long, short).parts(items)) == [Sum(6)]


def test_of_equally_long_stretches_the_surest_kind_counts() -> None:
    lines = (
        ("OF NUMBER", lambda value: Sum(value, ("GUESS",))),
        ("OF NUMBER", lambda value: Sum(value, ("SURE",))),
    )
    for wanted in (("SURE", "GUESS"), ("GUESS", "SURE")):
        (part,) = grammar(*lines, wanted=wanted).parts([OF, number(1)])
        assert part.kind == wanted[0]


def test_what_fits_nothing_is_left_out_and_the_rest_is_found() -> None:
    found = grammar(("NUMBER NUMBER", add)).parts([OF, number(1), number(2), AND, number(3)])
    assert spans(found) == [(1, 3)]


def test_stretches_are_taken_from_the_left_and_do_not_overlap() -> None:
    found = grammar(("NUMBER NUMBER", add)).parts([number(value) for value in range(5)])
    assert spans(found) == [(0, 2), (2, 4)]


def test_a_value_is_a_part_of_longer_stretches_in_turn() -> None:
    lines = (("NUMBER NUMBER", add), ("NUMBER AND SUM", lambda one, more: add(one, more.total)))
    found = grammar(*lines).parts([number(1), AND, number(2), number(3)])
    assert values(found) == [Sum(6)]


def test_a_value_is_known_by_each_of_its_kinds() -> None:
    lines = (
        ("NUMBER NUMBER", lambda *_: Sum(5, ("LEFT", "SUM"))),
        ("LEFT AND NUMBER", lambda left, more: add(left.total, more)),
    )
    assert values(grammar(*lines).parts([number(0), number(0), AND, number(2)])) == [Sum(7)]


def test_a_wanted_item_counts_without_any_line() -> None:
    assert grammar(wanted=("NUMBER",)).parts([OF, number(4)]) == [Part(1, 2, "NUMBER", 4)]


def test_the_places_of_the_parts_count_from_the_offset() -> None:
    items = [OF, number(1), number(2)]
    assert spans(grammar(("NUMBER NUMBER", add)).parts(items, 40)) == [(41, 43)]


def test_no_items_have_no_parts() -> None:
    assert grammar(("NUMBER NUMBER", add)).parts([]) == []


def test_a_maker_that_declines_leaves_the_next_line() -> None:
    lines = (("NUMBER NUMBER", lambda *_: None), ("NUMBER NUMBER", add))
    assert values(grammar(*lines).parts([number(1), number(2)])) == [Sum(3)]


def test_a_maker_that_always_declines_leaves_the_shorter_stretch() -> None:
    lines = (("NUMBER NUMBER NUMBER", lambda *_: None), ("NUMBER NUMBER", add))
    assert spans(grammar(*lines).parts([number(1), number(2), number(3)])) == [(0, 2)]


def test_the_kinds_of_a_value_may_hang_on_what_it_is_made_of() -> None:
    def odd_or_even(value: int) -> Sum:
        return Sum(value, ("ODD" if value % 2 else "EVEN",))

    tool = grammar(("OF NUMBER", odd_or_even), wanted=("ODD", "EVEN"))
    assert [tool.parts([OF, number(value)])[0].kind for value in (1, 2, 3)] == [
        "ODD",
        "EVEN",
        "ODD",
    ]


def test_what_was_read_before_never_changes_what_is_found() -> None:
    lines = (("NUMBER NUMBER NUMBER", add_small), ("NUMBER NUMBER", add_small), ("AND NUMBER", add))
    used = grammar(*lines)
    for first in range(12):
        for second in range(12):
            items = [number(first), number(second), number(3), AND, number(4)]
            assert used.parts(items) == grammar(*lines).parts(items)


@pytest.mark.parametrize(
    ("before", "wording", "latest"),
    [
        ("in Q5", "in Q3", "2025-09-30"),  # of the same kinds, but there is no fifth quarter
        ("in Q3", "in Q3", "2025-09-30"),
        ("by the fifth quarter", "by the third quarter", "2025-09-30"),
        ("Monday 5", "Monday 23", "2025-06-23"),  # the first is more likely an hour
        ("2026 13 05", "2026 05 23", "2026-05-23"),
        ("three or two weeks", "two or three weeks", "2025-05-09"),
        ("this Friday", "next Friday", "2025-04-25"),
    ],
)
def test_a_wording_is_read_alike_whatever_was_read_before(
    before: str, wording: str, latest: str
) -> None:
    for text in (before, wording, before, wording):
        found = read(text, FRIDAY)
    assert str(found.latest_on) == latest


def test_lines_that_build_on_each_other_take_the_whole_of_a_stretch() -> None:
    lines = (("NUMBER NUMBER", add), ("NUMBER SUM", lambda _, more: more), ("SUM SUM", keep_first))
    found = grammar(*lines).parts([number(1)] * LONGEST)
    assert spans(found) == [(0, LONGEST)]


def test_a_line_of_one_thing_is_refused() -> None:
    with pytest.raises(ValueError, match="NUMBER"):
        grammar(("NUMBER", add))


@pytest.mark.parametrize(
    "kinds", [{"NUMBER": 1, "OF": None}, {"OF": None, "NUMBER": 1}], ids=["first", "last"]
)
def test_an_item_stands_for_each_of_its_kinds(kinds: Mapping[str, object]) -> None:
    tool = grammar(("NUMBER NUMBER", add), ("OF NUMBER NUMBER", add))
    assert spans(tool.parts([Item(kinds), number(2), number(3)])) == [(0, 3)]


def test_items_of_the_same_kinds_are_known_alike_whatever_their_values() -> None:
    assert number(1).keys == number(2).keys
    assert number(1).keys != Item({"NUMBER": 1, "DAY": 1}).keys
