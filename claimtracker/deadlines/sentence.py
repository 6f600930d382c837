"""A sentence of the text: the words of time in it, and what the words around them say of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .anchors import EventNamed
from .bounds import Bound, Bounded
from .grammar import LONGEST, Part
from .items import Item, Items
from .lasting import Lasting
from .rules import deadline_grammar

_BRIDGES = frozenset(
    {"BEFORE", "AFTER", "UNTIL", "BY", "NOT_BEFORE", "OF", "FROM", "SPELLED", "PART"}
)
_MEASURED = frozenset({"TAKES", "MATTER"})
_LENGTH = frozenset({"QUANTITY", "MEASURE", "ONE_UNIT", "AT_LEAST", "ABOUT", "HALF"})
_ARTICLES = frozenset({"THE", "A"})
_EVENTS = frozenset({"EVENT", "EVENT_NOUN"})
_NEAR = 8  # cues before the words that are asked
_NAMES_KEPT = 256
_LONGEST_NAME = 60  # code points; a longer run of words says more than a name


class Sentence:
    """The items of a sentence of `text`; places are counted in items."""

    __slots__ = (
        "_commas",
        "_holds",
        "_places",
        "_words",
        "condition",
        "cues",
        "ends",
        "has_cues",
        "items",
        "starts",
        "text",
    )

    def __init__(self, text: str, found: Items) -> None:
        self.text = text
        self.items, self.starts, self.ends = found
        self.cues: list[int] = []
        self._words: list[int] = []
        self._places: dict[str, list[int]] = {}  # of each cue
        self._commas: list[int] | None = None
        for place, item in enumerate(self.items):
            if item.cues:
                self.cues.append(place)
                for cue in item.cues:
                    self._places.setdefault(cue, []).append(place)
            if item.is_word:
                self._words.append(place)
        self.has_cues = bool(self.cues)
        self.condition = self._condition() if self.cues else None
        self._holds: Sequence[int] = ()
        if "HOLD" in self._places:
            holds = self._places["HOLD"]
            self._holds = [place for place in holds if self._is_hold(place)]

    def parts(
        self, first: int = 0, end: int | None = None, *, with_names: bool = True
    ) -> list[Part]:
        """Return the words of time between these places, from the left.

        `with_names`: whether unknown words may name an event, as in "before the ratification".
        """
        grammar = deadline_grammar()
        if not (first or self._words) and end is None and len(self.items) <= LONGEST:
            return grammar.parts(self.items)
        found: list[Part] = []
        last = len(self.items) if end is None else end
        for start, stop in self._stretches(first, last, with_names=with_names):
            for place in range(start, stop, LONGEST):
                items = self.items[place : min(place + LONGEST, stop)]
                if with_names and self._words:
                    items = self._with_names(items, place)
                found += grammar.parts(items, place)
        return found

    def _stretches(self, first: int, end: int, *, with_names: bool) -> Iterator[tuple[int, int]]:
        """Give the runs of items between words that mean nothing to the calendar."""
        start = first
        for place in self._words:
            if first <= place < end and not (with_names and self._is_name(place, first)):
                if place > start:
                    yield start, place
                start = place + 1
        if end > start:
            yield start, end

    def _is_name(self, place: int, first: int) -> bool:
        """Whether an unknown word may name an event: "before the ratification"."""
        after = place + 1
        if after < len(self.items) and not _EVENTS.isdisjoint(self.items[after].kinds):
            return True
        before = place - 1
        while before >= first and not _ARTICLES.isdisjoint(self.items[before].kinds):
            before -= 1
        return before >= first and not _BRIDGES.isdisjoint(self.items[before].kinds)

    def _with_names(self, items: Sequence[Item], first: int) -> list[Item]:
        return [
            _name(self.words(place)) if item.is_word else item
            for place, item in enumerate(items, first)
        ]

    def words(self, place: int) -> str:
        """Return the words of an item as they stand, in small letters."""
        return self.text[self.starts[place] : self.ends[place]].lower()[:_LONGEST_NAME]

    def span(self, part: Part) -> tuple[int, int]:
        """Return the code points over which these words run."""
        return self.starts[part.start], self.ends[part.end - 1]

    def denies(self, part: Part) -> bool:
        """Whether somebody denies having promised this: what follows the denial."""
        return self.has_before("DENIAL", part)

    def is_condition(self, part: Part) -> bool:
        """Whether the words stand in the condition of the sentence."""
        return self._is_in_condition(part.start)

    def _is_in_condition(self, place: int) -> bool:
        return self.condition is not None and self.condition[0] <= place < self.condition[1]

    def has(self, cue: str) -> bool:
        """Whether words of this kind stand in it, as listed in `items.CUES`."""
        return cue in self._places

    def has_any(self, cues: frozenset[str]) -> bool:
        """Whether words of one of these kinds stand in it."""
        return not cues.isdisjoint(self._places)

    def has_before(self, cue: str, part: Part) -> bool:
        """Whether words of this kind stand before these."""
        places = self._places.get(cue)
        return places is not None and places[0] < part.start

    def holds(self, part: Part) -> bool:
        """Whether a state is promised for that time, not a change by it.

        "This year there will be no lay-offs" is one; "by May, at no risk" is none.
        """
        holds = self._holds
        if not holds:
            return False
        if holds[0] < part.start:
            return True
        after = bisect_left(holds, part.end)
        return after < len(holds) and not (part.start and self.has_comma(part.end, holds[after]))

    def has_comma(self, first: int, end: int) -> bool:
        """Whether a comma stands between these places."""
        commas = self._comma_places()
        after = bisect_left(commas, first)
        return after < len(commas) and commas[after] < end

    def _comma_places(self) -> list[int]:
        if self._commas is None:
            self._commas = [place for place, item in enumerate(self.items) if "COMMA" in item.kinds]
        return self._commas

    def _is_hold(self, place: int) -> bool:
        """Whether a state is promised there, as not by "won't take months", "no coal left"."""
        if self._is_in_condition(place):
            return False
        after = self.items[place + 1 : place + 3]
        if (
            len(after) == 2
            and _MEASURED.intersection(after[0].kinds)
            and _LENGTH.intersection(after[1].kinds)
        ):
            return False
        return not self._is_used_up(place)

    def _is_used_up(self, place: int) -> bool:
        """Whether it is "no coal left": what is foretold is a change."""
        left = self._places.get("LEFT", ())
        return any(place < other <= place + _NEAR for other in left)

    def is_a_record(self, part: Part) -> bool:
        """Whether it is for how long nothing was greater: "the biggest tax cut in 50 years"."""
        last = bisect_left(self.cues, part.start)
        for place in reversed(self.cues[max(0, last - _NEAR) : last]):
            kinds = self.items[place].kinds
            if "RECORD" in kinds or "FUTURE" in kinds:
                return "RECORD" in kinds
        return False

    def is_endured(self, part: Part) -> bool:
        """Whether nothing before it looks ahead: "the minister, in office for 100 days, will"."""
        return not any(
            kind in self.items[place].kinds
            for place in self.cues[: bisect_left(self.cues, part.start)]
            for kind in ("FUTURE", "HOLD")
        )

    def is_a_name(self, part: Part) -> bool:
        """Whether a month or season by itself is part of a person's name: "Theresa May"."""
        has_article = "THE" in self.items[part.start].kinds
        if part.end - part.start > 1 + has_article or part.kind != "PERIOD":
            return False
        item = self.items[part.end - 1]
        if "RECURRING" not in item.kinds:
            return False
        if has_article or "WEEKDAY" in item.kinds:  # "The Thursday Club", not "Monday Mr Xi said"
            return has_article and self._is_capital(part.end, 0)
        return self._is_capital(part.start - 1, -1) or self._is_capital(part.end, 0)

    def is_an_ordinal(self, part: Part) -> bool:
        """Whether a day is one by its place only: "the second ballot"."""
        after = part.end
        is_spelled = "SPELLED" in self.items[after - 1].kinds
        return is_spelled and after < len(self.items) and self.items[after].is_word

    def _is_capital(self, place: int, which: int) -> bool:
        """Whether the first or last of the unknown words there is one like "Theresa"."""
        if not 0 <= place < len(self.items) or not self.items[place].is_word:
            return False
        words = self.text[self.starts[place] : self.ends[place]].split()
        word = words[which].removesuffix("'s") if words else ""
        return word.isalpha() and word.istitle()

    def goes_on(self, part: Part) -> bool:
        """Whether "of", "after" or "from" follows, and what is meant by it is not understood."""
        if part.end >= len(self.items):
            return False
        after = self.items[part.end].kinds
        return "OF" in after or "AFTER" in after or ("FROM" in after and "STARTING" not in after)

    @property
    def waits_for(self) -> str:
        """The words of a condition from which lengths of time count; else nothing.

        "If elected, within 30 days" waits, and "within 30 days once it is signed"; "within 30 days
        if talks fail" and "provided that nobody objects, in 30 days" do not.
        """
        if self.condition is None or not self._is_waited_for(self.condition[0]):
            return ""
        for place in range(*self.condition):
            item = self.items[place]
            if item.is_word or "TOLD" in item.kinds:
                return self.words(place)
        return "the condition named"

    def _is_waited_for(self, place: int) -> bool:
        kinds = self.items[place].kinds
        if "TRIGGER" not in kinds:
            return False
        after = self.items[place + 1].kinds if place + 1 < len(self.items) else {}
        return place == 0 or "ONCE" in kinds or "TOLD" in after

    def main_parts(self) -> list[Part]:
        """Return the words of time that do not stand in a condition."""
        if self.condition is None:
            return self.parts()
        first, end = self.condition
        return self.parts(0, first) + self.parts(end)

    def condition_parts(self) -> list[Part]:
        """Return the words of time in the condition that may date what hangs on it.

        Events do not, which are what it waits for, nor "for three months", how long it has to hold.
        """
        if self.condition is None:
            return []
        first, end = self.condition
        return [part for part in self.parts(first + 1, end) if not _is_waited(part.value)]

    def _condition(self) -> tuple[int, int] | None:
        """Return its places: "if ..." to the comma where it comes first, else to the end."""
        places = self._places.get("CONDITION")
        if places is None:
            return None
        end = len(self.items)
        if places[0] == 0:
            end = next(iter(self._comma_places()), end)
        return places[0], end


@lru_cache(_NAMES_KEPT)
def _name(words: str) -> Item:
    return Item({"NAME": words})


def _is_waited(value: object) -> bool:
    if isinstance(value, Lasting):
        return value.bound is Bound.FOR
    period = value.period if isinstance(value, Bounded) else value
    return isinstance(period, EventNamed)
