"""Lengths of time: "three weeks", "a few days", "two to three months", "weeks or months"."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from .policy import Policy
from .reading import Precision
from .units import BY_NAME, HOUR, MINUTE, NotDated, Unit, shift

Ends = tuple[date, date]
_MOST = 1e9  # larger numbers leave the calendar in every unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: a number, a range, or one of the vague words of the policy."""

    low: float
    high: float
    vague: str = ""  # "couple", "few", "several"; "bare" for a plural without a number


BARE = Quantity(0, 0, "bare")
ONE = Quantity(1, 1)


def exactly(number: float) -> Quantity:
    """Return the quantity of a plain number."""
    capped = min(number, _MOST)
    return Quantity(capped, capped)


@dataclass(frozen=True, slots=True)
class Measure:
    """So many of a unit; `high_unit` differs in "days or weeks"."""

    quantity: Quantity
    unit: Unit
    upper: "Measure | None" = None  # the generous end, where it is another measure
    about: bool = False
    plus: "Measure | None" = None  # "a year and six months"
    keys: ClassVar[tuple[str, ...]] = ("MEASURE",)

    @property
    def is_vague(self) -> bool:
        """Whether the words give no number."""
        return bool(self.quantity.vague)

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
        return f"{'about ' * self.about}{count} {self.unit.name}{'s' * (high != 1)}"

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
        if self.upper:
            latest = self.upper.ends_from(day, policy)[1]
        return due, max(due, latest)

    def _own_ends(self, day: date, policy: Policy) -> Ends:
        if self.quantity.vague == "bare":
            return _bare_ends(self.unit, day, policy)
        low, high = _amounts(self.quantity, self.unit, policy)
        if self.about:
            high += high * policy.about_adds
        return shift(day, low, self.unit, policy), shift(day, high, self.unit, policy)

    def backwards_from(self, day: date, policy: Policy) -> date:
        """Return the day so long before `day`; vague lengths count by their strict end."""
        if self.quantity.vague == "bare":
            raise NotDated("no measure", "How long before that day is not said.")
        low, _ = _amounts(self.quantity, self.unit, policy)
        return shift(day, -low, self.unit, policy)


_NAMES = {
    "bare": "{}s", "couple": "a couple of {}s", "few": "a few {}s", "several": "several {}s"
}  # fmt: skip


def _bare_ends(unit: Unit, day: date, policy: Policy) -> Ends:
    row = policy.vague.get(unit.name)
    if row is None:
        raise NotDated("no measure", f"How many {unit.name}s is not said.")
    (due, due_unit), (latest, latest_unit) = row
    return (
        shift(day, due, BY_NAME[due_unit], policy),
        shift(day, latest, BY_NAME[latest_unit], policy),
    )


def _amounts(quantity: Quantity, unit: Unit, policy: Policy) -> tuple[float, float]:
    if quantity.vague == "few":
        return policy.few_due, policy.few_latest.get(unit.name, policy.few_latest_otherwise)
    return {"couple": policy.couple, "several": policy.several}.get(
        quantity.vague, (quantity.low, quantity.high)
    )


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
    return replace(upper, quantity=Quantity(low.low, upper.quantity.high))


def either(low: Measure, upper: Measure) -> Measure:
    """Return "weeks or months": due on the first, latest on the second."""
    return replace(low, upper=upper)


def together(one: Measure, more: Measure) -> Measure:
    """Return "a year and six months", or "weeks and months", which is vague as a whole."""
    return either(one, more) if one.is_vague else replace(one, plus=more)


def or_more(unit: Unit, more: Quantity) -> Measure:
    """Return "a week or two"."""
    return Measure(Quantity(1, max(1, more.high)), unit)


def about(measure: Measure) -> Measure:
    """Return the measure with room above it."""
    return replace(measure, about=not measure.is_vague)


def and_half(quantity: Quantity, more: Measure) -> Measure | None:
    """Return "two and a half years" from "two" and "half years"."""
    if quantity.vague or more.quantity != exactly(0.5):
        return None
    return replace(more, quantity=Quantity(quantity.low + 0.5, quantity.high + 0.5))


def and_half_of(quantity: Quantity, unit: Unit) -> Measure:
    """Return "a year and a half"."""
    return Measure(Quantity(quantity.low + 0.5, quantity.high + 0.5, quantity.vague), unit)


def about_one(unit: Unit) -> Measure:
    """Return "a week or so"."""
    return Measure(ONE, unit, about=True)


def first_only(one: Measure, other: Measure) -> Measure:
    """Return "days" of "days, not weeks"."""
    return one
