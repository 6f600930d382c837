"""Lengths of time: "three weeks", "a few days", "two to three months", "weeks or months"."""

from datetime import date
from typing import NamedTuple

from .items import kinds
from .policy import Amount, Policy
from .policy import Ends as PolicyEnds
from .reading import Precision
from .units import BY_NAME, HOUR, MINUTE, QUARTER, SITTING_DAY, WORKING_DAY, NotDated, Unit, shift

Ends = tuple[date, date]
_YEARS = range(1900, 2100)
_MOST = 1e9  # larger numbers leave the calendar in every unit


class Quantity(NamedTuple):
    """How many: a number, a range, or one of the vague words of the policy."""

    low: float
    high: float
    vague: str = ""  # "couple", "few", "several"; "bare" for a plural without a number


VAGUE_WORDS = {
    "couple": Quantity(2, 2, "couple"),
    "few": Quantity(3, 4, "few"),
    "several": Quantity(4, 7, "several"),
}
BARE = Quantity(0, 0, "bare")
ONE = Quantity(1, 1)


def exactly(number: float) -> Quantity:
    """Return the quantity of a plain number."""
    capped = min(number, _MOST)
    return Quantity(capped, capped)


_MEASURE = kinds("MEASURE")


class Measure(NamedTuple):
    """So many of a unit; `upper` differs in "days or weeks"."""

    quantity: Quantity
    unit: Unit
    upper: "Measure | None" = None  # the generous end, where it is another measure
    about: bool = False
    plus: "Measure | None" = None  # "a year and six months"

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _MEASURE

    @property
    def is_vague(self) -> bool:
        """Whether the words give no number."""
        return bool(self.quantity.vague)

    @property
    def is_range(self) -> bool:
        """Whether two numbers bound it: "four to six weeks", "a month or a year"."""
        is_wide = self.quantity.low != self.quantity.high or self.upper is not None
        return is_wide and not self.is_vague

    @property
    def is_hourly(self) -> bool:
        """Whether it is counted in hours or less."""
        return self.unit in (HOUR, MINUTE)

    @property
    def precision(self) -> Precision:
        """The unit's precision, or vague."""
        return Precision.VAGUE if self.is_vague else self.unit.precision

    @property
    def spoken(self) -> str:
        """The measure with its number, for the explanation: "2 to 3 weeks"."""
        if self.is_vague:
            return self.name
        low, high = self.quantity.low, self.quantity.high
        count = f"{low:g}" if low == high else f"{low:g} to {high:g}"
        more = f" and {self.plus.spoken}" if self.plus else ""
        return f"{'about ' * self.about}{count} {self.unit.name}{'s' * (high != 1)}{more}"

    @property
    def rounds_up(self) -> bool:
        """Whether it reaches into a day, which then counts as a whole one."""
        return self.is_hourly or self.quantity.high % 1 > 0

    @property
    def name(self) -> str:
        """A short name of the wording for the rule: "N weeks", "a few weeks", "weeks"."""
        return _NAMES.get(self.quantity.vague, "N {}s").format(self.unit.name)

    def ends_from(self, day: date, policy: Policy) -> Ends:
        """Return the strict and the generous end when counted from `day`."""
        due, latest = self._own_ends(day, policy)
        if self.plus:
            due, latest = (
                self.plus.ends_from(due, policy)[0],
                self.plus.ends_from(latest, policy)[1],
            )
        if self.upper:  # "weeks, if not days" names the longer one first
            ends = self.upper.ends_from(day, policy)
            due, latest = min(due, ends[0]), max(latest, ends[1])
        return due, max(due, latest)

    def _own_ends(self, day: date, policy: Policy) -> Ends:
        if self.quantity.vague == "bare":
            return _bare_ends(self.unit, day, policy)
        row = _row(self.quantity, self.unit, policy)
        if row:
            return _end(row.due, self.unit, day, policy), _end(row.latest, self.unit, day, policy)
        low, high = self.quantity.low, self.quantity.high
        if self.about:
            high += high * policy.about_adds
        due = shift(day, low, self.unit, policy)
        return due, due if high == low else shift(day, high, self.unit, policy)

    def backwards_from(self, day: date, policy: Policy) -> date:
        """Return the day so long before `day`; vague lengths count by their strict end."""
        if self.quantity.vague == "bare":
            raise NotDated("no measure", "How long before that day is not said.")
        row = _row(self.quantity, self.unit, policy)
        due = row.due if row else Amount(self.quantity.low)
        return shift(day, -due.number, BY_NAME.get(due.unit, self.unit), policy)


_NAMES = {
    "bare": "{}s", "couple": "a couple of {}s", "few": "a few {}s", "several": "several {}s"
}  # fmt: skip


def _bare_ends(unit: Unit, day: date, policy: Policy) -> Ends:
    is_short = not unit.months and unit.days < 1
    row = policy.vague.get("hours" if is_short else f"{unit.name}s")
    if row is None:
        raise NotDated("no measure", f"How many {unit.name}s is not said.")
    return _end(row.due, unit, day, policy), _end(row.latest, unit, day, policy)


def _end(amount: Amount, unit: Unit, day: date, policy: Policy) -> date:
    return shift(day, amount.number, BY_NAME.get(amount.unit, unit), policy)


def _row(quantity: Quantity, unit: Unit, policy: Policy) -> PolicyEnds | None:
    """Return the convention of "a few days" and its like; None for a number."""
    if not quantity.vague:
        return None
    words = _ROWS[quantity.vague]
    return policy.vague.get(f"{words} {unit.name}s") or policy.vague[words]


_ROWS = {"few": "a few", "couple": "a couple of", "several": "several"}


def measure(quantity: Quantity, unit: Unit) -> Measure | None:
    """Return "two weeks"; "the 1988 quarter" is one of that year and no length."""
    if unit is QUARTER and quantity.low in _YEARS:
        return None
    return Measure(quantity, unit)


def bare(unit: Unit) -> Measure:
    """Return a plural without a number: "days"."""
    return Measure(BARE, unit)


def half(unit: Unit) -> Measure:
    """Return half of the unit: "half a year"."""
    return Measure(exactly(0.5), unit)


def half_of_one(whole: Measure) -> Measure | None:
    """Return "half a year" once "a year" is read; None for half of anything else."""
    return half(whole.unit) if whole.quantity == ONE else None


def ranged(low: Quantity, upper: Measure) -> Measure | None:
    """Return "two to three weeks" from "two" and "three weeks"; None where the order is off."""
    if upper.quantity.vague or low.vague or low.low > upper.quantity.high:
        return None
    return upper._replace(quantity=Quantity(low.low, upper.quantity.high))


def either(low: Measure, upper: Measure) -> Measure:
    """Return "weeks or months": due on the first, latest on the second."""
    return low._replace(upper=upper)


def either_vague(low: Measure, upper: Measure) -> Measure | None:
    """Return "days, perhaps weeks"; a list of numbers is another matter."""
    is_vague = low.quantity == BARE == upper.quantity
    return either(low, upper) if is_vague else None


def together(one: Measure, more: Measure) -> Measure:
    """Return "a year and six months", or "weeks and months", which is vague as a whole."""
    if one.is_vague:
        return either(one, more)
    if _is_of_days(one) and _is_of_days(more):  # "1 day 2 hours": only their sum is rounded up
        added = more.quantity.high * more.unit.days / one.unit.days
        low, high = one.quantity.low + added, one.quantity.high + added
        return one._replace(quantity=Quantity(low, high))
    return one._replace(plus=more)


def _is_of_days(measure: Measure) -> bool:
    counted = measure.unit in (WORKING_DAY, SITTING_DAY)
    return not (measure.is_vague or measure.unit.months or measure.plus or counted)


def juxtaposed(one: Measure, more: Measure) -> Measure | None:
    """Return "1 year 6 months"; None unless the second goes on with a smaller unit."""
    smaller = _rough_days(more.unit) < _rough_days(one.unit)
    return together(one, more) if smaller and not (one.is_vague or more.is_vague) else None


def _rough_days(unit: Unit) -> float:
    return unit.days or unit.months * 30


def or_more(unit: Unit, more: Quantity) -> Measure:
    """Return "a week or two"."""
    return Measure(Quantity(1, max(1, more.high)), unit)


def or_number(measure: Measure, more: Quantity) -> Measure | None:
    """Return "two weeks, if not three"; None where the number counts something else."""
    is_counted = measure.is_vague or more.vague or measure.upper or measure.plus
    if is_counted or not measure.quantity.high < more.low <= _TIMES_MORE * measure.quantity.high:
        return None
    return measure._replace(quantity=Quantity(measure.quantity.low, more.high))


_TIMES_MORE = 3
"""Nobody puts so many times more beside a number of weeks: "in two weeks or 20 cases"."""


def about(measure: Measure) -> Measure:
    """Return the measure with room above it."""
    return measure._replace(about=not measure.is_vague)


def and_half(quantity: Quantity, more: Measure) -> Measure | None:
    """Return "two and a half years" from "two" and "half years"."""
    if quantity.vague or more.quantity != exactly(0.5):
        return None
    return more._replace(quantity=Quantity(quantity.low + 0.5, quantity.high + 0.5))


def and_half_of(quantity: Quantity, unit: Unit) -> Measure:
    """Return "a year and a half"."""
    return Measure(Quantity(quantity.low + 0.5, quantity.high + 0.5, quantity.vague), unit)


def about_one(unit: Unit) -> Measure:
    """Return "a week or so"."""
    return Measure(ONE, unit, about=True)
