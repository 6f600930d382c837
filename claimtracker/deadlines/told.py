"""Which of the times in a text are told of, not promised: the days that lie behind, and why."""

from .bounds import Bound, Bounded
from .dates import Weekday
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
    is_open = _is_open_ended(value)
    if tense is Tense.FUTURE or (looks_ahead(value) and not (is_open and tense is Tense.PAST)):
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


def _is_open_ended(value: object) -> bool:
    """Whether it is "from Monday" or "after Monday's vote", which tell as often as they promise."""
    return isinstance(value, Bounded) and value.bound in _OPEN_ENDED


_OPEN_ENDED = frozenset({Bound.FROM, Bound.AFTER})


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
    return ahead is not None and 0 < (ahead.first - said.stated_on).days <= back


def _is_long_ago(window: Window, said: Said) -> bool:
    return window.pinned and (said.stated_on - window.latest).days > _LONG_AGO


def _is_near_ahead(value: object, said: Said) -> bool:
    ahead = named_days(value, said)
    return ahead is not None and 0 <= (ahead.first - said.stated_on).days <= _NEAR
