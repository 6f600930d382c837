"""Which of the times in a text are told of, not promised: the days that lie behind, and why."""

from .bounds import Bound, Bounded
from .dates import MonthDay, Weekday
from .grammar import Part
from .outcomes import BACK, looks_ahead, named_days
from .running import Block
from .sentence import Sentence
from .tense import Tense, reports, tense_around
from .windows import Said, Window

_LONG_AGO, _NEAR = 270, 100  # days
"""A date without a year is hardly that of last year where the next one is so near."""


def told_days(sentence: Sentence, part: Part, said: Said) -> Window | None:
    """Return the days named, without the bound around them; None where the words look ahead."""
    value = part.value
    if part.kind == BACK:
        return named_days(value, said)
    tense = _tense(sentence, part, said)
    is_open = tense is Tense.PAST and _may_be_told(sentence, part, said)
    if tense is not Tense.PAST and _is_of_results(value, said):
        return named_days(value, said.looking_back())
    if _is_just_over(sentence, value, tense, said):
        return named_days(value, said.looking_back())
    if tense is Tense.FUTURE or (looks_ahead(value) and not is_open):
        return _over(value, said)  # "planned for last year"
    window = named_days(value, said.looking_back())
    if window is None or window.first > said.stated_on:
        return None
    if tense is None and window.latest >= said.stated_on and not _is_weekday_of(value, said):
        return None
    if _is_long_ago(window, said) and _is_near_ahead(value, said):
        return None
    if tense is None and _lies_nearer_ahead(value, window, said):
        return None
    return window


def _over(value: object, said: Said) -> Window | None:
    """Return the days of "before 1990", told long after; None where they are still to come."""
    window = named_days(value, said)
    return window if window and window.latest < said.stated_on else None


def _may_be_told(sentence: Sentence, part: Part, said: Said) -> bool:
    """Whether a bound tells as often as it promises: "from Monday", "after Monday's vote".

    "Until Thursday, they had no suspect" tells; "the truce was extended until Thursday" promises.
    """
    value = part.value
    if not isinstance(value, Bounded):
        return False
    if value.bound is Bound.AFTER:
        return True
    if value.bound is Bound.BY:
        return _had_happened(sentence, part) and _lies_nearer_back(value, said)
    is_weekday = isinstance(value.period, Weekday)
    if value.bound is Bound.FROM:
        return is_weekday or _lies_nearer_back(value, said)
    if value.bound is not Bound.UNTIL:
        return False
    if part.start == 0:
        return True
    return not is_weekday and not _is_running(value, said) and _lies_nearer_back(value, said)


def _had_happened(sentence: Sentence, part: Part) -> bool:
    """Whether it begins "by Friday, they had": the next verb tells what was so by then."""
    if part.start:
        return False
    after = next((place for place in sentence.cues if place >= part.end), None)
    return after is not None and "PERFECT" in sentence.items[after].kinds


def _lies_nearer_back(value: object, said: Said) -> bool:
    """Whether the last such day is nearer than the next one: "through 29 September" in October."""
    told = named_days(value, said.looking_back())
    return told is not None and not _lies_nearer_ahead(value, told, said)


def _is_running(value: object, said: Said) -> bool:
    """Whether the day said lies in it: "extended until the end of the month" promises."""
    ahead = named_days(value, said)
    return ahead is not None and ahead.first <= said.stated_on <= ahead.latest


def _is_just_over(sentence: Sentence, value: object, tense: Tense | None, said: Said) -> bool:
    """Whether it is "as of 1 June", "had set a deadline of 31 May", read in the weeks after it.

    Nobody speaks of a day so far ahead without its year.
    """
    period = value.period if isinstance(value, Bounded) else value
    if not isinstance(period, MonthDay) or period.of is not None:
        return False
    is_from = isinstance(value, Bounded) and value.bound is Bound.FROM
    if is_from and tense is not None:
        return False
    if not is_from and (looks_ahead(value) or tense is not Tense.FUTURE or not reports(sentence)):
        return False
    told = period.on(said.looking_back())
    ahead = period.on(said)
    is_far = (ahead.first - said.stated_on).days > _LONG_AGO
    return is_far and (said.stated_on - told.latest).days <= _JUST_OVER


_JUST_OVER = 60  # days


def _is_of_results(value: object, said: Said) -> bool:
    """Whether it is "a profit for the third quarter", awaited in the weeks after its end."""
    if not isinstance(value, Bounded) or value.bound is not Bound.FOR:
        return False
    if not isinstance(value.period, Block) or value.period.of is not None:
        return False
    told = named_days(value, said.looking_back())
    ahead = named_days(value, said)
    if told is None or ahead is None or ahead.first <= said.stated_on:
        return False
    return (said.stated_on - told.latest).days <= _NEAR < (ahead.first - said.stated_on).days


def _tense(sentence: Sentence, part: Part, said: Said) -> Tense | None:
    """Return where the sentence looks, as far as it concerns these words."""
    if _describes(sentence, part):
        return Tense.PAST
    tense = tense_around(sentence, part)
    if tense is Tense.FUTURE and _is_weekday_of(part.value, said) and reports(sentence):
        return Tense.PAST  # "announced plans on Friday", printed on a Friday
    return tense


def _describes(sentence: Sentence, part: Part) -> bool:
    """Whether a quarter stands before what it tells of: "third-quarter results" are out."""
    if not isinstance(part.value, Block):
        return False
    start, end = sentence.span(part)
    return "-" in sentence.text[start:end]


def _is_weekday_of(value: object, said: Said) -> bool:
    """Whether it is the weekday of that day: in news printed on a Friday it is that Friday."""
    period = value.period if isinstance(value, Bounded) else value
    return isinstance(period, Weekday) and period.weekday == said.stated_on.weekday()


def _lies_nearer_ahead(value: object, told: Window, said: Said) -> bool:
    """Whether the next such day is nearer than the last one."""
    ahead = named_days(value, said)
    back = (said.stated_on - told.latest).days
    if ahead is None or ahead.latest < said.stated_on:
        return False
    return (ahead.first - said.stated_on).days <= back


def _is_long_ago(window: Window, said: Said) -> bool:
    return window.pinned and (said.stated_on - window.latest).days > _LONG_AGO


def _is_near_ahead(value: object, said: Said) -> bool:
    ahead = named_days(value, said)
    return ahead is not None and 0 <= (ahead.first - said.stated_on).days <= _NEAR
