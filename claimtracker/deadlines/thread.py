"""The days that a text has named so far, on which later words of it may hang."""

from collections import deque
from datetime import date
from typing import NamedTuple

from .anchors import Ago, Elapsed, Since, YearsAgo
from .bounds import Bounded
from .grammar import Part
from .lasting import Lasting
from .reading import Mention, Precision
from .running import Running
from .sentence import Sentence
from .tense import is_reported

_REACH = 600  # code points; what was named further up is hardly meant
_KEPT = 12  # mentions; more of them seldom stand in reach
COUNTED = "counted from a day named before"
"""The rule of words that hang on a day."""
RANKS = {
    Precision.DAY: 0, Precision.WEEKEND: 1, Precision.WEEK: 1, Precision.MONTH: 2,
    Precision.QUARTER: 3, Precision.SEASON: 3, Precision.HALF: 4, Precision.YEAR: 5,
}  # fmt: skip
"""From fine to coarse; what is vague or longer than a year names nothing to count from."""


_APPOSED = frozenset({",", "-", "(", "\u2013", "\u2014"})
"""Between a day and the same day said once more: "on 15 January, two weeks later"."""
_NOT_TOLD_OF = (Ago, Elapsed, YearsAgo, Since)


class Named(NamedTuple):
    """Days that a text names."""

    first: date
    last: date
    precision: Precision


class Thread:
    """The mentions of a text that may still be in reach."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: deque[tuple[Sentence, Part, Mention]] = deque(maxlen=_KEPT)

    def follow(self, sentence: Sentence, part: Part, mention: Mention) -> None:
        """Take in one more mention."""
        self._seen.append((sentence, part, mention))

    def before(self, place: int, *, is_back: bool) -> Named | None:
        """Return the days on which words at this place hang; backwards they are the nearest ones.

        "Talks held a day earlier, he said on Monday" counts from that Monday; the day after a
        shooting does not count from the one on which the police spoke of it.
        """
        spoken: Named | None = None
        for sentence, part, mention in reversed(self._seen):
            if place - mention.end > _REACH:
                break
            if sentence.text[mention.end : place].strip() in _APPOSED:
                continue
            named = _days_of(part, mention)
            if named is None:
                continue
            if is_back or not is_reported(sentence, part):
                return named
            spoken = spoken or named
        return spoken


def _days_of(part: Part, mention: Mention) -> Named | None:
    """Return the days that a mention names; None for a length and what only compares."""
    reading = mention.reading
    first, last, precision = reading.opens_on, reading.latest_on, reading.precision
    if last is None or precision not in RANKS or _is_aside(part.value, reading.rule):
        return None
    if first is None or (isinstance(part.value, Bounded) and first == reading.stated_on):
        first = last  # "by Friday" opens on the day said
    return Named(first, last, precision) if precision else None


def _is_aside(value: object, rule: str) -> bool:
    """Whether it names no time of its own: a length, or what the text compares with."""
    period = value.period if isinstance(value, Bounded) else value
    if rule == COUNTED and isinstance(period, Running):
        return period.offset < 0  # "from the previous month"
    return isinstance(period, _NOT_TOLD_OF) or (isinstance(period, Lasting) and rule != COUNTED)
