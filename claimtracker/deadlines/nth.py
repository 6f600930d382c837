"""The nth of something: the first week of October, the last Friday of May."""

from datetime import date
from typing import NamedTuple

from .calendar_spans import calendar_unit, week_of, weekday_after
from .reading import Precision
from .running import after_the
from .units import WEEK, WEEKEND, WORKING_DAY, NotDated, Unit, add_days, shift
from .windows import PERIOD, Period, Said, Window, span


class NthOf(NamedTuple):
    """The nth unit or weekday of a period: "the first week of October"; -1 is the last."""

    number: int
    inner: Unit | int  # an int is a weekday
    of: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return PERIOD

    def on(self, said: Said) -> Window:
        """Return the nth one that begins inside the period; weeks count from its first Monday, the
        last week is its last seven days.
        """
        whole = self.of.on(said)
        first, last = self._days(whole, said)
        if last < said.stated_on and not said.of_the_past and (following := after_the(self.of)):
            return self._replace(of=following).on(said)  # "the first Monday of the month"
        due = first if self.inner is WEEKEND else last
        if not whole.first <= first <= whole.latest:
            raise NotDated("no such day", "The period named has no such part.")
        precision = Precision.DAY if isinstance(self.inner, int) else self.inner.precision
        return whole._replace(
            first=first, due=due, latest=last, precision=precision, soft=False,
            late_first=None, rule=f"the nth of {whole.rule}",
            why=f"Counted from its {'end' if self.number < 0 else 'beginning'}.",
        )  # fmt: skip

    def _days(self, whole: Window, said: Said) -> tuple[date, date]:
        if isinstance(self.inner, int):
            return self._weekday(self.inner, whole)
        if self.inner is WEEKEND:
            day, _ = self._weekday(said.policy.weekend[0], whole)
            return calendar_unit(WEEKEND, day, 0, said.policy) or (day, day)
        if self.inner is WORKING_DAY:
            outside = add_days(whole.first, -1) if self.number > 0 else add_days(whole.latest, 1)
            day = shift(outside, self.number, WORKING_DAY, said.policy)
            return day, day
        if self.inner.days:
            return self._week(self.inner, whole, said)
        step = self.number - 1
        start = whole.first if step >= 0 else whole.latest
        days = calendar_unit(self.inner, start, max(step, 0), said.policy)
        return days or (whole.first, whole.latest)

    def _week(self, unit: Unit, whole: Window, said: Said) -> tuple[date, date]:
        if unit.days < 7:
            day = add_days(whole.first, self.number - 1) if self.number > 0 else whole.latest
            return day, day
        if self.number < 0:  # a whole calendar week would leave out the last days of most months
            return add_days(whole.latest, -6), whole.latest
        monday = week_of(add_days(whole.first, 6), 0, said.policy)[0]
        first = add_days(monday, 7 * (self.number - 1))
        return first, add_days(first, 6)

    def _weekday(self, weekday: int, whole: Window) -> tuple[date, date]:
        if self.number < 0:
            day = add_days(weekday_after(whole.latest, weekday), -7)
        else:
            day = weekday_after(add_days(whole.first, -1), weekday)
            day = add_days(day, 7 * (self.number - 1))
        return day, day


class WeekNumber(NamedTuple):
    """A week by its number (ISO 8601: the first one holds the year's first Thursday)."""

    number: int
    year: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return PERIOD

    def on(self, said: Said) -> Window:
        """Return the week, from Monday to Sunday whatever the policy."""
        year = self.year.on(said)
        try:
            first = date.fromisocalendar(year.first.year, self.number, 1)
        except ValueError:
            raise NotDated("no such day", "The year named has no such week.") from None
        why = "The week of this number in the calendar of ISO 8601."
        return span(first, add_days(first, 6), Precision.WEEK, "a week by number", why, pinned=True)


class WeekOf(NamedTuple):
    """The calendar week around a day, or its weekend."""

    dated: Period
    unit: Unit = WEEK

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return PERIOD

    def on(self, said: Said) -> Window:
        """Return the week; a weekend is due on its first day."""
        day = self.dated.on(said)
        days = calendar_unit(self.unit, day.first, 0, said.policy)
        first, last = days or (day.first, day.latest)
        due = last if self.unit is WEEK else first
        return day._replace(
            first=first, due=due, latest=last, precision=self.unit.precision,
            rule=f"the {self.unit.name} of a date", why="The calendar week around the day named.",
        )  # fmt: skip
