"""The date scale that all rows share: from four months before today to four after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

MONTHS_BEFORE = 4
MONTHS_AFTER = 4


@dataclass(frozen=True)
class Scale:
    """The days from `first` to `last` along a line; what lies outside is held at its ends."""

    first: date
    last: date

    @classmethod
    def around(cls, today: date) -> "Scale":
        """The scale of whole months around a day, cut off at the ends of the calendar."""
        start = today.replace(day=1)
        try:
            first = start - relativedelta(months=MONTHS_BEFORE)
        except (ValueError, OverflowError):
            first = date.min
        try:
            last = start + relativedelta(months=MONTHS_AFTER, day=31)
        except (ValueError, OverflowError):
            last = date.max
        return cls(first, last)

    @property
    def days(self) -> int:
        """How many days the scale shows."""
        return (self.last - self.first).days + 1

    def begin_of(self, day: date, width: float) -> float:
        """Where a day begins on a line of this width; days outside lie at the ends."""
        return min(max((day - self.first).days, 0), self.days) * width / self.days

    def end_of(self, day: date, width: float) -> float:
        """Where a day ends."""
        return min(max((day - self.first).days + 1, 0), self.days) * width / self.days

    def middle_of(self, day: date, width: float) -> float:
        """The middle of a day."""
        return (self.begin_of(day, width) + self.end_of(day, width)) / 2

    def holds(self, day: date) -> bool:
        """Whether the day is shown."""
        return self.first <= day <= self.last

    def months(self) -> Iterator[date]:
        """The first day of each month shown."""
        month = self.first
        while month <= self.last:
            yield month
            if (month.year, month.month) == (date.max.year, 12):
                return
            month += relativedelta(months=1)

    @property
    def title(self) -> str:
        """The years shown: "2025", or "2025 – 2026"."""
        if self.first.year == self.last.year:
            return str(self.first.year)
        return f"{self.first.year} – {self.last.year}"
