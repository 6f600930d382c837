"""The grammar as a tool: lines, their lengths, and what waits for what."""

from dataclasses import dataclass
from typing import ClassVar

from claimtracker.deadlines.grammar import Grammar, spelled_out
from claimtracker.deadlines.lexicon import Item


@dataclass(frozen=True)
class Sum:
    """A value for the tests: the sum of its numbers."""

    total: int
    keys: ClassVar[tuple[str, ...]] = ("SUM",)


def add(*numbers: int) -> Sum:
    """Return the sum."""
    return Sum(sum(numbers))


def reduced(grammar: Grammar, *items: Item) -> list[object]:
    """Return the values of what is left."""
    return [item.get("SUM") for item in grammar.reduce(list(items))]


def number(value: int) -> Item:
    """Return an item that stands for a number."""
    return {"NUMBER": value}


AND: Item = {"AND": None}


def test_an_optional_kind_and_a_choice_are_spelled_out() -> None:
    assert spelled_out("A? B|C") == [("A", "B"), ("A", "C"), ("B",), ("C",)]


def test_kinds_without_a_value_are_not_handed_over() -> None:
    grammar = Grammar([("NUMBER AND NUMBER", add)], [], {}, frozenset())
    assert reduced(grammar, number(1), AND, number(2)) == [Sum(3)]


def test_the_longest_line_counts() -> None:
    lines = [("NUMBER NUMBER", lambda *_: Sum(0)), ("NUMBER NUMBER NUMBER", add)]
    grammar = Grammar(lines, [], {"NUMBER": ("NUMBER",)}, frozenset())
    assert reduced(grammar, number(1), number(2), number(3)) == [Sum(6)]


def test_a_maker_that_declines_leaves_the_next_line() -> None:
    grammar = Grammar(
        [("NUMBER NUMBER", lambda *_: None), ("NUMBER NUMBER", add)], [], {}, frozenset()
    )
    assert reduced(grammar, number(1), number(2)) == [Sum(3)]


def test_a_join_waits_for_what_stands_on_its_left() -> None:
    joins = [("NUMBER AND NUMBER", add)]
    grammar = Grammar([], joins, {}, frozenset({"OF"}))
    assert reduced(grammar, {"OF": None}, number(1), AND, number(2)) == [None] * 4
    assert reduced(grammar, number(1), AND, number(2)) == [Sum(3)]
