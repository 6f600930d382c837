"""Patterns over kinds, and the one pass from right to left that puts values in their place.

A line such as ("DAY OF? MONTHLY", day_of) reads: where a day, perhaps "of", and a month stand side
by side, put what `day_of` makes of the day and the month. Kinds without a value of their own are
not handed over. `X?` may be missing, `X|Y` is either. The longest line that fits counts; of equally
long ones, the first. A maker that returns None declines, and the next line is tried.

An item whose left neighbour claims it waits for that one: in "three days after Easter" the days
belong to "three" first. Joins ("A or B") bind more loosely than anything to the left of A: in
"5 April to 8 May" the five goes to April before April goes to May. Each replacement makes the list
shorter, and no line is longer than a few items, so the whole takes time in proportion to the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Protocol

from .lexicon import Item

Maker = Callable[..., "Value | None"]
Line = tuple[str, Maker]
Stack = list[Item]
"""Items from the last to the first: what comes next in the text is at the end."""


class Value(Protocol):
    """What a pattern makes; it is known by its kinds in turn."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds that it can stand for."""


class Node:
    """A place in the tree of patterns: where each kind leads, and the lines that end here."""

    __slots__ = ("lines", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.lines: list[tuple[int, Maker]] = []


Fit = tuple[int, int, Maker, tuple[object, ...]]
"""Length as a negative number, order in the table, maker, values: sorts with the best first."""


class Grammar:
    """A table of pattern lines as a tree."""

    def __init__(
        self,
        lines: Iterable[Line],
        joins: Iterable[Line],
        claims: Mapping[str, tuple[str, ...]],
        before_join: frozenset[str],
    ) -> None:
        """`claims` are the kinds on the left that a kind waits for, `before_join` all joins do."""
        self._root, self._joins = Node(), Node()
        self._claims, self._before_join = claims, before_join
        for root, table in ((self._root, lines), (self._joins, joins)):
            for order, (pattern, maker) in enumerate(table):
                for kinds in spelled_out(pattern):
                    _grow(root, kinds).lines.append((order, maker))

    def reduce(self, items: list[Item]) -> list[Item]:
        """Return the items with values in the place of all that fits a pattern."""
        stack: Stack = []
        waiting = False
        for place in range(len(items) - 1, -1, -1):
            left = items[place - 1] if place else _NOTHING
            stack.append(items[place])
            fitted = self._settle(stack, left)
            if waiting and not fitted:  # the neighbour did not want it after all
                claimant = stack.pop()
                self._settle(stack, claimant)
                stack.append(claimant)
                self._settle(stack, left)
            waiting = self._waits(stack[-1], left)
        stack.reverse()
        return stack

    def _settle(self, stack: Stack, left: Item) -> bool:
        """Replace what fits at the top as often as anything does; whether anything did."""
        if "MADE" not in stack[-1] and self._waits(stack[-1], left):
            return False
        fitted = False
        while _step(self._root, stack) or (
            self._before_join.isdisjoint(left) and _step(self._joins, stack)
        ):
            fitted = True
        return fitted

    def _waits(self, item: Item, left: Item) -> bool:
        return any(claimant in left for kind in item for claimant in self._claims.get(kind, ()))


_NOTHING: Item = {}
_DEEPEST = 12  # each level may be resolved twice


def _grow(node: Node, kinds: tuple[str, ...]) -> Node:
    for kind in kinds:
        node = node.next.setdefault(kind, Node())
    return node


def _step(root: Node, stack: Stack) -> bool:
    """Put one value in the place of the items that fit best; False where nothing fits."""
    fits: list[Fit] = []
    _collect(root, stack, len(stack) - 1, (), fits)
    if len(fits) > 1:
        fits.sort(key=_best_first)
    for length, _, maker, values in fits:
        value = maker(*values)
        if value is not None:
            return _put(stack, len(stack) + length, value)
    return False


def _put(stack: Stack, start: int, value: Value) -> bool:
    """Put the value in the place of its items; False where it would nest too deep to mean much."""
    depth = 1 + max(_depth(item) for item in stack[start:])
    if depth > _DEEPEST:
        return False
    del stack[start:]
    item: dict[str, object] = dict.fromkeys(value.keys, value)
    item["MADE"] = depth
    stack.append(item)
    return True


def _depth(item: Item) -> int:
    depth = item.get("MADE")
    return depth if isinstance(depth, int) else 0


def _best_first(fit: Fit) -> tuple[int, int]:
    return fit[0], fit[1]


def _collect(
    node: Node, stack: Stack, place: int, values: tuple[object, ...], fits: list[Fit]
) -> None:
    if place < 0:
        return
    for kind, value in stack[place].items():
        after = node.next.get(kind)
        if after is None:
            continue
        taken = values if value is None else (*values, value)
        fits.extend((place - len(stack), order, maker, taken) for order, maker in after.lines)
        if after.next:
            _collect(after, stack, place - 1, taken, fits)


def spelled_out(pattern: str) -> list[tuple[str, ...]]:
    """Return every sequence of kinds that a pattern allows."""
    choices = []
    for part in pattern.split():
        kinds = part.rstrip("?").split("|")
        choices.append([*kinds, ""] if part.endswith("?") else kinds)
    return [tuple(kind for kind in chosen if kind) for chosen in product(*choices)]
