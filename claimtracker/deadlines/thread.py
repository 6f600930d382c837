"""The days that a text has named so far, on which later words of it may hang."""

from datetime import date
from typing import NamedTuple

from .reading import Precision

_REACH = 600  # code points; what was named further up is hardly meant


class Named(NamedTuple):
    """Days that a text names, and the code point at which the words for them end."""

    first: date
    last: date
    precision: Precision
    end: int


class Thread(NamedTuple):
    """The days named last: those of which a text tells, and those on which somebody spoke."""

    told: Named | None = None
    spoken: Named | None = None

    def with_told(self, named: Named) -> "Thread":
        """Return what is known after days of which the text tells."""
        return Thread(named, self.spoken)

    def with_spoken(self, named: Named) -> "Thread":
        """Return what is known after a day on which somebody spoke."""
        return Thread(self.told, named)

    def before(self, place: int, *, is_back: bool) -> Named | None:
        """Return the days on which words at this place hang; backwards they are the nearest ones.

        "Talks held a day earlier, he said on Monday" counts from that Monday; the day after a
        shooting does not count from the one on which the police spoke of it.
        """
        told, spoken = self._near(self.told, place), self._near(self.spoken, place)
        if is_back and told and spoken:
            return max(told, spoken, key=lambda named: named.end)
        return told or spoken

    @staticmethod
    def _near(named: Named | None, place: int) -> Named | None:
        return named if named and place - named.end <= _REACH else None
