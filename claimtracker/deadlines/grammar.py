"""Patterns over kinds, and the one pass that finds the longest stretches of words that fit them.

A line such as ("DAY OF? MONTHLY", day_of) reads: where a day, perhaps "of", and a month stand side
by side, `day_of` makes a value of the day and the month. Kinds without a value of their own are not
handed over. `X?` may be missing, `X|Y` is either. A maker that returns None declines.

From the last item to the first, everything that can begin there is made out of what can begin
further right: so every reading of every stretch is found, and the longest one from the left counts.
No stretch is longer than a few dozen items, so the whole takes time in proportion to the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple, Protocol

from .items import Item

Maker = Callable[..., "Value | None"]
Line = tuple[str, Maker]
LONGEST = 40
"""Items in one stretch; no deadline has that many, and a longer list would take ever longer."""
_MOST_AT_A_PLACE, _MOST_KEPT = 60, 8000


class Value(Protocol):
    """What a pattern makes; it is known by its kinds in turn."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds that it can stand for."""


class Part(NamedTuple):
    """A stretch of items, from `start` to before `end`, and the value found for it."""

    start: int
    end: int
    kind: str
    value: object


_Candidate = tuple[int, tuple[str, ...], Mapping[str, object] | None, object]
"""Something that begins at a place: where it ends, its kinds, and what it is for each of them, if
it is an item, else the value that it is for all."""
_Chart = list[list[_Candidate]]
"""What can begin at each place."""
_Ways = Sequence["_Node"]
"""Where something leads in the tree of patterns, a place for each of its kinds that goes on."""


class _Node(dict[tuple[str, ...], "_Ways"]):
    """A place in the tree of patterns: the kind that leads to it, where each further kind leads,
    and the makers that end here.

    As a mapping it says where something of several kinds leads, which it remembers: there are few
    combinations.
    """

    __slots__ = ("kind", "makers", "next")

    def __init__(self, kind: str = "") -> None:
        self.kind = kind
        self.next: dict[str, _Node] = {}
        self.makers: list[Maker] = []

    def __missing__(self, keys: tuple[str, ...]) -> _Ways:
        following = self.next
        found: _Ways = ()
        if not following.keys().isdisjoint(keys):  # mostly nowhere, which this tells quickest
            found = [following[kind] for kind in keys if kind in following]
        self[keys] = found
        return found


class Grammar:
    """A table of pattern lines as a tree; `wanted` are the kinds of results, the surest first."""

    def __init__(self, lines: Iterable[Line], wanted: Sequence[str]) -> None:
        self._root = _Node()
        self._best = _Ranks(wanted)
        self._kept: dict[tuple[Item, ...], list[Part]] = {}
        for pattern, maker in lines:
            for kinds in spelled_out(pattern):
                if len(kinds) < 2:
                    raise ValueError(f"a line is made of two things at least: {pattern}")
                _grow(self._root, kinds).makers.append(maker)

    def parts(self, items: Sequence[Item], offset: int = 0) -> list[Part]:
        """Return the longest stretches that fit, from the left; what fits nothing is left out.

        `offset` is the place of the first item, from which the places of the parts count. The
        newest answers are kept: "on Thursday" stands in every second article.
        """
        asked = tuple(items)
        kept = self._kept.get(asked)
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[asked] = self._found(items)
        if not (kept and offset):
            return kept
        return [Part(start + offset, end + offset, kind, it) for start, end, kind, it in kept]

    def _found(self, items: Sequence[Item]) -> list[Part]:
        chart: _Chart = [[] for _ in range(len(items) + 1)]
        for start in range(len(items) - 1, -1, -1):
            _fill(self._root, items[start], start, chart)
        found: list[Part] = []
        start = 0
        while start < len(items):
            part = self._longest(chart[start], start)
            if part is None:
                start += 1
            else:
                found.append(part)
                start = part.end
        return found

    def _longest(self, candidates: list[_Candidate], start: int) -> Part | None:
        """Return the longest of the wanted candidates, and of equally long ones the surest."""
        longest, surest = start, 0
        found: tuple[str, object] | None = None
        for end, keys, kinds, value in candidates:
            if end < longest:
                continue
            rank, kind = self._best[keys]
            if kind and (end > longest or rank < surest):
                longest, surest = end, rank
                found = kind, kinds[kind] if kinds else value
        return Part(start, longest, *found) if found else None


class _Ranks(dict[tuple[str, ...], tuple[int, str]]):
    """The surest of the wanted kinds that something has, with its rank; "" for none."""

    def __init__(self, wanted: Sequence[str]) -> None:
        self._ranks = {kind: rank for rank, kind in enumerate(wanted)}

    def __missing__(self, keys: tuple[str, ...]) -> tuple[int, str]:
        ranked = ((self._ranks[kind], kind) for kind in keys if kind in self._ranks)
        found = self[keys] = min(ranked, default=(len(self._ranks), ""))
        return found


def _fill(root: _Node, item: Item, start: int, chart: _Chart) -> None:
    """Find everything that begins at this place, out of the item and what begins after it."""
    found = chart[start]
    found.append((start + 1, item.keys, item.kinds, None))
    known: set[tuple[int, tuple[str, ...]]] = set()
    for end, keys, kinds, value in found:  # grows while it is walked
        if not chart[end]:  # no line is made of one thing alone
            continue
        for after in root[keys]:
            if kinds is not None:
                value = kinds[after.kind]
            taken = () if value is None else (value,)
            for following in chart[end]:
                further = after[following[1]]
                if further:
                    _fit(further, following, chart, taken, found, known)


def _fit(
    ways: _Ways, candidate: _Candidate, chart: _Chart, values: tuple[object, ...],
    found: list[_Candidate], known: set[tuple[int, tuple[str, ...]]],
) -> None:  # fmt: skip
    """Add to what is found the values of every line that goes on these ways with the candidate."""
    end, _, kinds, value = candidate
    for after in ways:
        if kinds is not None:
            value = kinds[after.kind]
        taken = values if value is None else (*values, value)
        for maker in after.makers:
            made = maker(*taken)
            if made is not None:
                _add(made, end, found, known)
        if after.next:
            for following in chart[end]:
                further = after[following[1]]
                if further:
                    _fit(further, following, chart, taken, found, known)


def _add(
    made: Value, end: int, found: list[_Candidate], known: set[tuple[int, tuple[str, ...]]]
) -> None:
    """Add a value, unless one of the same kinds and length is there: the first counts."""
    keys = made.keys
    if (end, keys) not in known and len(found) < _MOST_AT_A_PLACE:
        known.add((end, keys))
        found.append((end, keys, None, made))


def _grow(node: _Node, kinds: tuple[str, ...]) -> _Node:
    for kind in kinds:
        if kind not in node.next:
            node.next[kind] = _Node(kind)
        node = node.next[kind]
    return node


def spelled_out(pattern: str) -> list[tuple[str, ...]]:
    """Return every sequence of kinds that a pattern allows."""
    choices = []
    for part in pattern.split():
        kinds = part.rstrip("?").split("|")
        choices.append([*kinds, ""] if part.endswith("?") else kinds)
    return [tuple(kind for kind in chosen if kind) for chosen in product(*choices)]
