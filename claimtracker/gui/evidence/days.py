"""The days of a claim's evidence, to be drawn and found without going through all of it."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.weighing import FULFILLING
from claimtracker.gui.claim_list.axis import Scale


@dataclass(frozen=True)
class Cluster:
    """The evidence that falls on one pixel of the axis."""

    x: float
    first: date
    last: date
    count: int
    fulfilling: int
    late: int
    row: int  # of the first of them in the list

    def holds(self, day: date) -> bool:
        """Whether the evidence of this day is among it."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class EvidenceDays:
    """Sorted by day: what is asked for is found by halving, 20,000 pieces as quickly as 20.

    `fulfilling` counts how many of those before each place fulfil the claim.
    """

    count: int
    days: Sequence[date] = ()
    rows: Sequence[int] = ()
    fulfilling: Sequence[int] = (0,)
    latest_on: date | None = None

    @classmethod
    def of(cls, evidence: Sequence[EvidenceRow], latest_on: date | None) -> "EvidenceDays":
        """Go through all of it, once; not on the window's thread."""
        dated = sorted(
            (found.published_on, row) for row, found in enumerate(evidence) if found.published_on
        )
        fulfils = (int(evidence[row].relation in FULFILLING) for _day, row in dated)
        return cls(
            count=len(evidence),
            days=[day for day, _row in dated],
            rows=[row for _day, row in dated],
            fulfilling=list(accumulate(fulfils, initial=0)),
            latest_on=latest_on,
        )

    @property
    def late(self) -> int:
        """How many fulfil the claim after its latest day."""
        return self._late(0, len(self.days))

    @property
    def undated(self) -> int:
        """How many have no day, and so no place on the axis."""
        return self.count - len(self.days)

    def clusters(self, scale: Scale, width: float) -> Iterator[Cluster]:
        """One cluster for each pixel that evidence falls on; never more of them than pixels."""
        begin = 0
        while begin < len(self.days):
            x = scale.middle_of(self.days[begin], width)
            beyond = math.ceil((math.floor(x) + 1) * scale.days / width - 0.5)
            end = len(self.days)
            if beyond < scale.days:
                # From the first day whose middle lies on a later pixel.
                later = date.fromordinal(scale.first.toordinal() + beyond)
                end = bisect_left(self.days, later, lo=begin)
            end = max(end, bisect_right(self.days, self.days[begin]))
            yield self._cluster(x, begin, end)
            begin = end

    def _cluster(self, x: float, begin: int, end: int) -> Cluster:
        return Cluster(
            x=x,
            first=self.days[begin],
            last=self.days[end - 1],
            count=end - begin,
            fulfilling=self.fulfilling[end] - self.fulfilling[begin],
            late=self._late(begin, end),
            row=self.rows[begin],
        )

    def _late(self, begin: int, end: int) -> int:
        if self.latest_on is None:
            return 0
        after = max(begin, bisect_right(self.days, self.latest_on))
        return max(self.fulfilling[end] - self.fulfilling[after], 0) if after < end else 0
