"""Pattern lines for bounds, and for what is no deadline."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple, cast

from .anchors import Ago, EventNamed, Shifted, Since, YearsAgo
from .bounds import Bound, Bounded
from .calendar_spans import has_place
from .dates import Relative, Weekday, Year
from .grammar import Line, Value
from .items import kinds
from .lasting import Lasting, in_one_of, within, within_one_of
from .measures import BARE, ONE, Measure, Quantity, exactly
from .parts import PartOf
from .recurring import Which
from .refusals import ENDURED, Refusal
from .rules_periods import ANY, at_end
from .running import Block, Running, ThatTime
from .units import DAY, MONTH, QUARTER, WEEK, YEAR, Unit
from .windows import Period

_LAST_HOUR = 24


_NO_DATE = kinds("NOTHING")


class NoDate(NamedTuple):
    """Words that only sound like a day: "the second ballot", "3rd place"."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _NO_DATE


def no_date(*_: object) -> NoDate:
    """Return that "the second ballot" is no second of the month."""
    return NoDate()


def same(value: Value) -> Value:
    """Return the value itself: an article adds nothing."""
    return value


def rebound(bound: Bound, period: Period) -> Bounded:
    """Return the outer bound of two: "by midnight on Friday", "in May at the latest"."""
    return Bounded(bound, period)


def clocked(bound: Bound, period: Period) -> Bounded:
    """Return "before midnight on Friday": a clock time never moves the day."""
    return Bounded(bound, at_end(period))


def at_hour(period: Period, hour: int) -> PartOf | None:
    """Return "Friday at 4"."""
    return at_end(period) if hour <= _LAST_HOUR else None


def at_clock(period: Period) -> PartOf | None:
    """Return "noon on Friday"; a year has no hours: "0800 2026" is none of its parts."""
    return None if isinstance(period, Year) else at_end(period)


def from_day(measure: Measure, day: Relative | None = None) -> Lasting:
    """Return "two weeks from now", "two weeks from tomorrow"."""
    return Lasting(Bound.IN, measure, day if day and day.days else None)


def ago_to_the_day(measure: Measure, day: Relative) -> Since:
    """Return "a year ago today": that very day."""
    return Since(Shifted(measure, day, backwards=True))


def unit_ago(unit: Unit) -> Ago:
    """Return "year-ago"."""
    return Ago(Measure(ONE, unit))


def quarter_ago(ago: object, block: Block | None = None) -> YearsAgo | None:
    """Return "the year-earlier third quarter", "the third quarter a year ago"."""
    is_quarter = block is None or (block.months == QUARTER.months and block.of is None)
    if not isinstance(ago, Ago) or ago.measure.unit is not YEAR or not is_quarter:
        return None
    return YearsAgo(ago.measure, block)


def unit_of_ago(ago: object, unit: Unit) -> YearsAgo | None:
    """Return "the year-ago quarter", "the quarter a year ago"."""
    return quarter_ago(ago) if unit is QUARTER else None


def same_last_year(one: Running, year: Running) -> YearsAgo | None:
    """Return "the same month last year"."""
    if one.offset or year.unit is not YEAR or year.offset != -1:
        return None
    if one.unit is QUARTER:
        return YearsAgo(Measure(ONE, YEAR))
    return YearsAgo(Measure(ONE, YEAR), one, MONTH) if one.unit is MONTH else None


def stretch_ago(ago: object) -> Ago | None:
    """Return "the year-ago period"."""
    return ago if isinstance(ago, Ago) else None


def before_last(unit: Unit, which: Which) -> Since | None:
    """Return "the week before last"."""
    return Since(Running(unit, -2)) if which is Which.LAST and has_place(unit) else None


def that_bound(bound: Bound, that: ThatTime) -> ThatTime:
    """Return "by the end of that year"."""
    return ThatTime(Bounded(bound, cast("Period", that.period)))


def hour_of_day(*_: object) -> ThatTime:
    """Return "at 10 p.m.", which is one of the day that a text tells of."""
    return ThatTime(Running(DAY, 0), is_hour=True)


def today(bound: Bound) -> Bounded:
    """Return a bound on a clock time, which never moves the day."""
    return Bounded(bound, at_end(Relative(0)))


def named(bound: Bound, name: str) -> Bounded:
    """Return a bound on an event that nothing else names: "before the midterms"."""
    return Bounded(bound, EventNamed(name))


def the_measure(measure: Measure) -> Measure | None:
    """Return "the two weeks"; "the days" alone are some that were spoken of before."""
    return None if measure.quantity == BARE else measure


def lasting_the(bound: Bound, measure: Measure) -> Lasting | None:
    """Return "in the 30 days"; "in the days" wants to hear which days."""
    return Lasting(bound, measure) if the_measure(measure) else None


def lasting_again(bound: Bound, lasting: Lasting) -> Lasting:
    """Return the outer bound of two: "for the next two weeks", "within two weeks from now"."""
    return lasting._replace(bound=bound)


def within_one(*values: object) -> Lasting | None:
    """Return "within the hour": a unit without a place in the calendar counts from the day said."""
    unit = values[-1]
    if not isinstance(unit, Unit) or has_place(unit):
        return None
    return Lasting(Bound.WITHIN, Measure(ONE, unit))


def until_from_now(period: Period) -> Bounded:
    """Return "between now and Friday"."""
    return Bounded(Bound.UNTIL, period)


def on_end(measure: Measure, refusal: Refusal) -> Refusal | None:
    """Return the reason why "weeks and months on end" is no deadline."""
    return refusal if refusal == ENDURED else None


def by_end(period: Period) -> Bounded:
    """Return "by end next week"."""
    return Bounded(Bound.BY, at_end(period))


def weekdays_ahead(quantity: Quantity, weekday: Weekday) -> Shifted | None:
    """Return "three Fridays from now"."""
    if quantity.vague or quantity.low != quantity.high or quantity.low < 1:
        return None
    return Shifted(Measure(exactly(quantity.low - 1), WEEK), weekday)


def endured(measure: Measure) -> Refusal:
    """Return the reason why "the lowest in over a decade" is no deadline."""
    return ENDURED


def _for_bound(bound: Bound) -> Iterator[Line]:
    figures = "" if bound in (Bound.IN, Bound.WITHIN, Bound.FOR) else "|FIGURES"
    joined = "EITHER" if bound is Bound.FROM else "JOINED|YEARS_JOINED"  # "from A to B" is a span
    of = f"PERIOD|YEARLY|WEAK|TERM|EVENT_NOUN|{joined}{figures}"
    yield f"{bound} THE? {of}", partial(Bounded, bound)
    yield f"{bound} ON THE? {of}", partial(Bounded, bound)
    yield f"{bound} CLOCK ON? THE? {of}", partial(clocked, bound)
    yield f"{bound} CLOCK COMMA ON? THE? {of}", partial(clocked, bound)
    yield f"{bound} THAT_TIME", partial(that_bound, bound)
    if bound in (Bound.BY, Bound.UNTIL, Bound.BEFORE):
        yield f"{bound} THE? CLOCK", partial(today, bound)
    if bound in (Bound.BEFORE, Bound.AFTER):
        yield f"{bound} THE|A? NAME", partial(named, bound)
    if bound in (Bound.BY, Bound.UNTIL, Bound.NOT_BEFORE):
        yield f"{bound} THE NAME", partial(named, bound)
    if bound in (Bound.IN, Bound.WITHIN, Bound.FOR, Bound.AFTER):
        yield f"{bound} MEASURE", partial(Lasting, bound)
        yield f"{bound} THE MEASURE", partial(lasting_the, bound)
    if bound in (Bound.UNTIL, Bound.FOR, Bound.NOT_BEFORE, Bound.FROM):
        yield f"{bound} AT_LEAST THE? {of}", partial(Bounded, bound)


_BOUNDS = "|".join(Bound)
_BOUND_LATE, _BOUND_EARLY = partial(rebound, Bound.BY), partial(rebound, Bound.NOT_BEFORE)
LINES: tuple[Line, ...] = (
    ("THE PERIOD|LASTING|TERM|JOINED", same),
    ("THE MEASURE", the_measure),
    ("ABOUT PERIOD|JOINED", same),
    ("A MEASURE|EVENT", same),
    ("THIS_TIME ON? DATED|RELATIVE|WEEKDAY|CHOSEN", same),
    ("THIS_TIME NEXT_UNIT", in_one_of),
    ("PERIOD ON|BY? CLOCK", at_clock),
    ("PERIOD ON NUMBER", at_hour),
    ("PERIOD ABOUT NUMBER", at_hour),
    ("CLOCK COMMA|ON|OF? THE? PERIOD|FIGURES|JOINED", at_clock),
    ("IN|WITHIN THE_NEXT", within_one_of),
    ("IN|WITHIN THE|WHICH ONE_UNIT", within_one),
    ("IN|WITHIN THE WHICH ONE_UNIT", within_one),
    ("IN|ON LASTING", same),
    ("WITHIN|BY|UNTIL LASTING", partial(lasting_again, Bound.WITHIN)),
    ("MATTER MEASURE", within),
    ("MEASURE DEADLINE", within),
    ("HAS MEASURE TO", within),
    ("HAS NOT_A_NAME MEASURE", within),
    ("HAS MEASURE FROM_NOW", within),
    ("MEASURE AGO|EARLIER_NEAR", Ago),
    ("MEASURE AGO RELATIVE", ago_to_the_day),
    ("ONE_UNIT AGO|EARLIER_NEAR", unit_ago),
    ("BACK BLOCK", quarter_ago),
    ("BLOCK BACK", lambda block, ago: quarter_ago(ago, block)),
    ("BACK ONE_UNIT", unit_of_ago),
    ("RUNNING BACK", lambda running, ago: unit_of_ago(ago, running.unit)),
    ("BACK STRETCH", stretch_ago),
    ("RUNNING OF? RUNNING", same_last_year),
    ("ONE_UNIT BEFORE WHICH", before_last),
    ("MEASURE FROM_NOW", partial(Lasting, Bound.IN)),
    ("MEASURE FROM NOW|RELATIVE", from_day),
    ("WITHIN MEASURE FROM_NOW", within),
    ("IN MEASURE TIME", partial(Lasting, Bound.IN)),
    ("WITHIN MEASURE TIME", within),
    ("IN OLD_YEAR", partial(Bounded, Bound.IN)),
    ("SINCE OLD_YEAR", Since),
    (f"SINCE THE? {ANY}", Since),
    (f"EARLIER ON|IN? THE? {ANY}", Since),
    ("EARLIER ON? THAT_TIME", same),
    ("ON ABOUT? HOUR", hour_of_day),
    ("ABOUT HOUR", hour_of_day),
    ("AGO_BEFORE MEASURE", Ago),
    ("THE|IN|ON|FOR|WITHIN|FROM|BY|UNTIL|BEFORE|AFTER BACK", same),
    ("BY|UNTIL|BEFORE END RUNNING|WEEKLY", by_end),
    *(line for bound in Bound for line in _for_bound(bound)),
    (f"BETWEEN|FROM NOW AND|UNTIL|TO THE? {ANY}|JOINED", until_from_now),
    (f"BY|ON|IN? THE? {ANY}|JOINED COMMA? AT_LATEST", _BOUND_LATE),
    (f"BY|ON|IN? THE? {ANY}|JOINED COMMA? AT_EARLIEST", _BOUND_EARLY),
    (f"FROM THE? {ANY}|JOINED AT_EARLIEST", _BOUND_EARLY),
    (f"AT_LATEST BY|ON|IN THE? {ANY}|JOINED", _BOUND_LATE),
    (f"AT_EARLIEST ON|IN THE? {ANY}|JOINED", _BOUND_EARLY),
    (f"{_BOUNDS}? THE? SPELLED NAME", no_date),
    (f"{_BOUNDS}? THE? DAYTH UNIT|TERM|EVENT_NOUN|HALF", no_date),
    (f"{_BOUNDS} CALLED", no_date),
    ("EVERY PERIOD|WEAK|UNIT|MEASURE", no_date),
    ("FREQUENCY A? UNIT", no_date),
    ("QUANTITY WEEKDAY FROM_NOW", weekdays_ahead),
    ("QUANTITY WEEKDAY FROM NOW", weekdays_ahead),
    ("WHICH QUANTITY WEEKDAY|MONTHLY|WEAK", no_date),
    ("ENDURING MEASURE", endured),
    ("FOR? MEASURE REFUSAL", on_end),
)
