"""The words of time in a sentence of news, each by itself and for what it names there."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from typing import cast

from .anchors import EventNamed, matching
from .around import Ending
from .bounds import Bound, Bounded
from .dates import Month, MonthDay
from .grammar import Part
from .joins import SpanOf, with_year_of
from .lasting import Lasting
from .lexicon import lexicon
from .measures import ONE, Measure, exactly
from .running import Block, Running, ThatTime
from .sentence import Sentence
from .tense import Tense, tense_around
from .units import HALF, MONTH, QUARTER
from .windows import PERIOD, Period, Said

AT = frozenset({Bound.IN, Bound.ON, Bound.FOR, Bound.FROM})
_FEW_WORDS = 3
_VERBS = frozenset({"IS", "HAS", "CHANGES", "NOT_A_NAME"})
_ANY_YEAR = 2001  # February ends on the 28th


def each_time(sentence: Sentence) -> Iterator[Part]:
    """Give the words of time; of what is told, the days of "on Monday and Thursday" one by one."""
    parts = sentence.parts(with_names=False)
    for place, part in enumerate(parts):
        value = part.value
        period = value.period if isinstance(value, Bounded) else value
        if isinstance(period, EventNamed):
            yield _of_its_time(part, period)
        elif isinstance(period, SpanOf) and period.is_list:
            yield from _one_by_one(sentence, part, period)
        elif place + 1 < len(parts) and _has_ended_on(sentence, part, parts[place + 1]):
            yield _to_its_end(part, parts[place + 1])
        elif not (isinstance(value, ThatTime) and value.is_hour and _has_others(parts)):
            yield part


def _has_ended_on(sentence: Sentence, part: Part, other: Part) -> bool:
    """Whether a company says when its quarter was: "the third quarter ended March 31"."""
    if other.start != part.end + 1 or "ENDED" not in sentence.items[part.end].kinds:
        return False
    return _length_of(part.value) is not None and _ends_a_month(other.value)


def _ends_a_month(value: object) -> bool:
    """Whether whole months end there; "ended Aug. 26" is the count of a company's own weeks."""
    if isinstance(value, MonthDay):
        return value.day >= monthrange(_ANY_YEAR, value.month)[1]
    return isinstance(value, Month)


def _length_of(value: object) -> Measure | None:
    """Return how long "the third quarter", "the year" and "the three months" are."""
    period = value.period if isinstance(value, Bounded) else value
    if isinstance(period, Block) and period.of is None:
        return Measure(ONE, QUARTER if period.months == QUARTER.months else HALF)
    if isinstance(period, Running) and period.the and not period.offset:
        return Measure(ONE, period.unit)
    if isinstance(period, Lasting) and period.anchor is None:
        period = period.measure
    if not isinstance(period, Measure):
        return None
    is_quarter = period == Measure(exactly(QUARTER.months), MONTH)
    return Measure(ONE, QUARTER) if is_quarter else period


def _to_its_end(part: Part, last: Part) -> Part:
    """Return it as the time up to that day; it may begin in another year than a calendar one."""
    ending = Ending(_length_of(part.value) or Measure(ONE, QUARTER), cast("Period", last.value))
    return part._replace(kind=PERIOD[0], value=_in_place(part.value, ending))


def _has_others(parts: Sequence[Part]) -> bool:
    """Whether days stand in the sentence: to which of them an hour belongs is hard to tell."""
    return any(not (isinstance(it.value, ThatTime) and it.value.is_hour) for it in parts)


def _of_its_time(part: Part, event: EventNamed) -> Part:
    """Return "in this year's election" as "this year": so much of it is known."""
    value = part.value
    if event.when is None or (isinstance(value, Bounded) and value.bound not in AT):
        return part
    return part._replace(value=_in_place(value, event.when))


def _in_place(value: object, period: Period) -> object:
    """Return the period with the bound around it, if there is one."""
    return value._replace(period=period) if isinstance(value, Bounded) else period


def _one_by_one(sentence: Sentence, part: Part, days: SpanOf) -> Iterator[Part]:
    places = [
        place for place in range(part.start, part.end) if "AND" in sentence.items[place].kinds
    ]
    if len(places) != 1 or tense_around(sentence, part) is not Tense.PAST:
        yield part
        return
    one = with_year_of(days.other, days.one)
    yield part._replace(end=places[0], value=_in_place(part.value, one))
    yield part._replace(start=places[0] + 1, value=_in_place(part.value, days.other))


def names_a_deed(sentence: Sentence, part: Part, said: Said) -> bool:
    """Whether the date only names something done, in a year nobody says: "the 6 January riots"."""
    if not isinstance(part.value, MonthDay) or part.value.of is not None:
        return False
    if part.end >= len(sentence.items) or not sentence.items[part.end].is_word:
        return False
    following = sentence.words(part.end).split()[:_FEW_WORDS]
    return not lexicon(said.policy.language).deeds.isdisjoint(following)


def names_a_body(sentence: Sentence, part: Part, said: Said) -> bool:
    """Whether it says before or by whom: "laid before parliament", "approved by the court".

    "Before parliament rises" goes on with what that body does, and is a time.
    """
    value = part.value
    if not isinstance(value, Bounded) or not isinstance(value.period, EventNamed):
        return False
    if part.end < len(sentence.items):
        after = sentence.items[part.end]
        if after.is_word or not _VERBS.isdisjoint(after.kinds):
            return False
    name = value.period.name
    if lexicon(said.policy.language).bodies.isdisjoint(name.split()[-1:]):
        return False
    return matching(name, said) is None
