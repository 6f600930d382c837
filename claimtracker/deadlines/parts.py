"""Parts of a period: early, mid and late, its end, its halves, its nth week."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .calendar_spans import months_from, weekday_after
from .items import kinds
from .reading import Precision
from .recurring import Recurring, Which, Yearly
from .running import after_the
from .units import add_days, add_months
from .windows import PERIOD, Period, Said, Window

_MONTHS = 12  # of a year
Thirds = tuple[date, date, date]
"""First day, strict end, generous end."""


class Part(StrEnum):
    """The words for a part of a period."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end of"
    LATER = "later"
    REST = "rest of"


def part_of(part: Part, window: Window, said: Said) -> Window:
    """Return the part of the window that the policy's table gives."""
    if window.precision is Precision.DAY:
        return window._replace(is_end=part is Part.END)
    if part in _LEFT:
        return _remaining(part, window, said)
    first, due, latest = _cut(part, window, said)
    opens = min(max(first, window.first), due)
    return window._replace(
        first=opens, due=due, latest=latest, late_first=None, soft=False, is_end=part is Part.END,
        rule=f"{part}: {window.rule}", why=_WHY[part].format(window.precision),
    )  # fmt: skip


_LEFT = frozenset({Part.LATER, Part.REST})
_WHY = {
    Part.EARLY: "The early part of the {}, by the conventions.",
    Part.MID: "The middle of the {}, by the conventions.",
    Part.LATE: "The late part of the {}, by the conventions.",
    Part.END: "To the end of the {}.",
}


def _remaining(part: Part, window: Window, said: Said) -> Window:
    """Return what is left of the period; of a week the working days come first."""
    due = window.due
    if window.precision is Precision.WEEK:
        _, due, _ = _weekdays(Part.LATE, window, said)
    first = max(window.first, min(said.stated_on, window.latest))
    due = max(due, first)
    why = f"From the day it was said to the end of the {window.precision}."
    return window._replace(first=first, due=due, rule=f"{part}: {window.rule}", why=why, soft=False)


def _cut(part: Part, window: Window, said: Said) -> Thirds:
    if window.is_either and part is Part.END:
        return window.first, window.due, window.latest
    cut = _CUTS.get(window.precision, _thirds)
    if part is not Part.END:
        return cut(part, window, said)
    first, due, latest = cut(Part.LATE, window, said)
    return first, due, max(latest, window.latest)


def _weekdays(part: Part, window: Window, said: Said) -> Thirds:
    policy = said.policy
    table = {Part.EARLY: policy.early_week, Part.MID: policy.mid_week, Part.LATE: policy.late_week}
    due, latest = (weekday_after(add_days(window.first, -1), number) for number in table[part])
    return (due if part is Part.LATE else window.first), due, max(due, latest)


def _days_of_month(part: Part, window: Window, said: Said) -> Thirds:
    early, mid = said.policy.early_month, said.policy.mid_month
    if part is Part.EARLY:
        return window.first, _day(window, early[0]), _day(window, early[1])
    if part is Part.MID:
        return _day(window, early[1] + 1), _day(window, mid[0]), _day(window, mid[1])
    return _day(window, mid[1] + 1), window.latest, window.latest


def _day(window: Window, number: int) -> date:
    """Return this day of the month, or its last where it is shorter."""
    return window.first.replace(day=min(number, window.latest.day))


def _months_of_year(part: Part, window: Window, said: Said) -> Thirds:
    """Cut by months, which count from the first of the year, calendar or fiscal."""
    early, mid = said.policy.early_year, said.policy.mid_year
    if part is Part.EARLY:
        return window.first, _month_end(window, early[0]), _month_end(window, early[1])
    if part is Part.MID:
        first = add_days(_month_end(window, early[1]), 1)
        return first, _month_end(window, mid[0]), _month_end(window, mid[1])
    return add_days(_month_end(window, mid[1]), 1), window.latest, window.latest


def _month_end(window: Window, month: int) -> date:
    """Return the last day of this month of the year, the first one being 1."""
    if month >= _MONTHS:
        return window.latest
    return add_days(add_months(window.first, month), -1)


def _whole(part: Part, window: Window, said: Said) -> Thirds:
    return window.first, window.latest, window.latest


def _thirds(part: Part, window: Window, said: Said) -> Thirds:
    """Cut into thirds: by months where there are three or more, else by days."""
    place = (Part.EARLY, Part.MID, Part.LATE).index(part)
    first, second = (_fraction(window, number / 3) for number in (1, 2))
    ends = (first, second, window.due)
    starts = (window.first, add_days(first, 1), add_days(second, 1))
    return starts[place], ends[place], ends[place]


def _fraction(window: Window, fraction: float) -> date:
    """Return the last day of a leading fraction of the window."""
    after = add_days(window.due, 1) if window.due < date.max else window.due
    months = (after.year - window.first.year) * 12 + after.month - window.first.month
    if window.first.day == 1 and months >= 2:
        return add_days(add_months(window.first, round(months * fraction)), -1)
    days = (window.due - window.first).days + 1
    return add_days(window.first, max(0, round(days * fraction) - 1))


def _of_century(part: Part, window: Window, said: Said) -> Thirds:
    """Cut into thirds; the middle of a century is its fiftieth year."""
    if part is Part.MID:
        first, last = months_from(window.first.year + 50, 1, 12)
        return first, last, last
    return _thirds(part, window, said)


_CUTS: dict[Precision, Callable[[Part, Window, Said], Thirds]] = {
    Precision.WEEK: _weekdays,
    Precision.WEEKEND: _whole,
    Precision.MONTH: _days_of_month,
    Precision.YEAR: _months_of_year,
    Precision.CENTURY: _of_century,
}


_PART_OF = kinds("PART_OF", "PERIOD")


class PartOf(NamedTuple):
    """A part of a period; one that is over gives way to that of the next period."""

    part: Part
    of: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _PART_OF

    def on(self, said: Said) -> Window:
        """Return the part."""
        if self.part is Part.END and isinstance(self.of, PartOf):
            return self.of.on(said)  # "noon, end of May"
        return _next_not_over(self.of, said, lambda window: part_of(self.part, window, said))


class HalfOf(NamedTuple):
    """The first or second half of a period; a month splits after the 15th."""

    number: int
    of: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return PERIOD

    def on(self, said: Said) -> Window:
        """Return the half."""
        return _next_not_over(self.of, said, self._halved)

    def _halved(self, window: Window) -> Window:
        middle = _fraction(window, 0.5)
        if window.precision is Precision.MONTH:
            middle = window.first.replace(day=15)
        rule, why = f"a half of {window.rule}", "The half named, to its last day."
        if self.number == 1:
            return window._replace(due=middle, latest=middle, rule=rule, why=why, soft=False)
        return window._replace(first=add_days(middle, 1), rule=rule, why=why, soft=False)


def _next_not_over(of: Period, said: Said, cut: Callable[[Window], Window]) -> Window:
    window = cut(of.on(said))
    if window.latest >= said.stated_on or window.pinned:
        return window
    if (following := after_the(of)) and not said.of_the_past:
        return cut(following.on(said))  # "early in the month"
    if not isinstance(of, Recurring):
        return window
    if isinstance(of, Yearly) and of.of is not None:  # "early October this year"
        return window
    return cut(of.chosen(Which.NEXT, said))
