"""Words that hang on a day named before them: "that year", "two days later", "the next day"."""

from dataclasses import replace
from typing import NamedTuple, cast

from .anchors import Ago, Since, YearsAgo, event_missing
from .bounds import Bound, Bounded
from .calendar_spans import calendar_unit, months_from
from .dates import Month, MonthDay, Relative, Weekday, Year
from .grammar import Part
from .lasting import Lasting
from .measures import BARE, Measure
from .outcomes import BACK, named_days
from .parts import PartOf
from .reading import Precision
from .recurring import Chosen
from .running import QuarterOf, Running, ThatTime
from .sentence import Sentence
from .tense import Tense, tense_around
from .thread import COUNTED, RANKS, Named, Thread
from .units import DAY, YEAR, NotDated
from .windows import PERIOD, Period, Said, Window, span

_WRAPPED = (PartOf, Since)
_AROUND_A_DAY = (Running, Chosen, Relative, YearsAgo)
_BY_THEMSELVES = (Weekday, MonthDay, Month, Year)
_UNNAMED = "day not named", "It counts from a day that the text does not name before it."


class Fixed(NamedTuple):
    """Days that are known already."""

    window: Window

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return PERIOD

    def on(self, said: Said) -> Window:
        """Return the days, whenever the words were said."""
        return self.window


def hung(sentence: Sentence, part: Part, said: Said, thread: Thread) -> Part:
    """Return the words with the days on which they hang filled in; others as they are.

    Raises NotDated where they tell of the past and the text does not name what they hang on.
    """
    value = part.value
    if isinstance(_period(value), _BY_THEMSELVES):
        return part
    if isinstance(value, ThatTime):
        return _filled(part, value.period, _that_time(value, sentence, part, said, thread), said)
    if not _hangs(sentence, part, said):
        return part
    is_ago = isinstance(value, Ago)
    if is_ago and _names_an_event(sentence, part):
        raise event_missing("what the words name after it")
    named = thread.before(sentence.starts[part.start], is_back=is_ago)
    found = _counted(value, named, said) if named else None
    if found is None and not is_ago and _is_told_of_later(sentence, part, said):
        raise NotDated(*_UNNAMED)
    return _filled(part, value, found, said) if found else part


def _that_time(
    value: ThatTime, sentence: Sentence, part: Part, said: Said, thread: Thread
) -> Window:
    if isinstance(_named_by(value.period), QuarterOf):
        return _period(value.period).on(said)
    named = thread.before(sentence.starts[part.start], is_back=False)
    found = _counted(value.period, named, said) if named else None
    if found is None and value.is_hour:
        return _period(value.period).on(said)
    if found is None:
        raise NotDated(*_UNNAMED)
    return found


def _period(value: object) -> Period:
    return cast("Period", value.period if isinstance(value, Bounded) else value)


def _named_by(value: object) -> Period:
    """Return the period inside of bounds and parts: "the next year" of "early in the next year"."""
    found = _period(value)
    while isinstance(found, _WRAPPED):
        found = found.of if isinstance(found, PartOf) else found.period
    return found


def _hangs(sentence: Sentence, part: Part, said: Said) -> bool:
    """Whether the words count from another day of the text: "later", "the following month"."""
    value, last = part.value, sentence.items[part.end - 1].kinds
    if isinstance(value, Lasting):
        return value.anchor is None and ("LATER" in last or _is_later(sentence, part))
    if isinstance(value, Ago):
        compares_quarters = said.quarter is not None and value.measure.unit is YEAR
        return "EARLIER_NEAR" in last and not compares_quarters
    named = _named_by(value)
    if not isinstance(named, _AROUND_A_DAY) or _is_after(value):
        return False
    if _is_hanging(sentence, part):
        return True
    if not isinstance(named, Running) or not named.the:
        return False
    if named.unit is DAY and not named.offset:  # "later in the day"
        return True
    return named.offset == 1 and tense_around(sentence, part) is Tense.PAST


def _is_hanging(sentence: Sentence, part: Part) -> bool:
    return any("HANGING" in item.kinds for item in sentence.items[part.start : part.end])


def _is_later(sentence: Sentence, part: Part) -> bool:
    """Whether a length of time hangs: "the next day or two" are those ahead, not told of."""
    items = sentence.items[part.start : part.end]
    return any("HANGING" in it.kinds and "NEXT_DAY" not in it.kinds for it in items)


def _is_after(value: object) -> bool:
    """Whether "following" is a bound: "following this week's vote"."""
    return isinstance(value, Bounded) and value.bound is Bound.AFTER


def _names_an_event(sentence: Sentence, part: Part) -> bool:
    """Whether it goes on: "the day before the vote", "the day before he resigned"."""
    if part.end >= len(sentence.items) or "BEFORE" not in sentence.items[part.end - 1].kinds:
        return False
    after = sentence.items[part.end].kinds
    return not _NAMING.isdisjoint(after)


_NAMING = frozenset({"WORD", "THE", "A", "NOT_A_NAME", "WHICH", "EVENT_NOUN"})


def _is_told_of_later(sentence: Sentence, part: Part, said: Said) -> bool:
    """Whether, counted from the day said, it would lie ahead of a sentence that looks back."""
    if tense_around(sentence, part) is not Tense.PAST:
        return False
    window = named_days(part.value, said)
    return window is None or window.first > said.stated_on


def _counted(value: object, named: Named, said: Said) -> Window | None:
    """Return the days counted from those named; None where these are not fine enough for it."""
    try:
        found = _days_from(value, named, said)
    except NotDated:
        return None
    is_fine = RANKS.get(found.precision, 0) >= RANKS[named.precision]  # a year names no day
    why = f"Counted from {named.last.isoformat()}, which the text names before it."
    return found._replace(rule=COUNTED, why=why, pinned=True, soft=False) if is_fine else None


def _days_from(value: object, named: Named, said: Said) -> Window:
    if isinstance(value, Lasting):
        found = _later(value.measure, named, said)
        return found if value.bound is Bound.IN else found._replace(first=named.last)
    if isinstance(value, Ago):
        return _earlier(value.measure, named, said)
    period = _period(value)
    found = period.on(replace(said, stated_on=named.last))
    if found.latest < named.last:
        found = period.on(replace(said, stated_on=named.first))
    return found


def _later(measure: Measure, named: Named, said: Said) -> Window:
    """Return "two months later"; what is told of is a whole month, as in "two months ago"."""
    if measure.is_hourly or measure.quantity == BARE:
        raise NotDated(*_UNNAMED)  # perhaps on the same day; "in the following years"
    due, latest = measure.ends_from(named.last, said.policy)
    found = Window(due, due, latest, measure.unit.precision, COUNTED, "")
    is_whole = measure.unit.months and not measure.is_vague and latest < said.stated_on
    days = calendar_unit(measure.unit, due, 0, said.policy) if is_whole else None
    return found._replace(first=days[0], due=days[1], latest=days[1]) if days else found


def _earlier(measure: Measure, named: Named, said: Said) -> Window:
    """Return "a year earlier": of a month it is the same month of that year."""
    if measure.unit is YEAR and named.precision is Precision.MONTH:
        day = measure.backwards_from(named.first, said.policy)
        return span(*months_from(day.year, day.month, 1), Precision.YEAR, COUNTED, "")
    return Ago(measure).on(replace(said, stated_on=named.first))


def _filled(part: Part, value: object, window: Window, said: Said) -> Part:
    """Return the words with these days for those that they name."""
    fixed = Fixed(window)
    is_over = part.kind == BACK and window.latest <= said.stated_on
    kind = BACK if is_over else PERIOD[0]
    known = value._replace(period=fixed) if isinstance(value, Bounded) else fixed
    return part._replace(kind=kind, value=known)
