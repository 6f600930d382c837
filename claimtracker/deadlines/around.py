"""Days beside another: "the last two weeks of May", "the six months ending 30 June"."""

from typing import NamedTuple

from .calendar_spans import weekday_after
from .items import kinds
from .measures import Measure
from .reading import Precision
from .units import add_days
from .windows import Period, Said, Window, span

_LAST_OF = kinds("LAST_OF", "PERIOD")
_LEAD_UP = kinds("FIRM", "LEAD_UP")


class LastOf(NamedTuple):
    """The last days of something: "the last two weeks of May"."""

    measure: Measure
    anchor: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _LAST_OF

    def on(self, said: Said) -> Window:
        """Return the days to its last one, which is the last of so many."""
        whole = self.anchor.on(said)
        first = add_days(self.measure.backwards_from(whole.latest, said.policy), 1)
        return whole._replace(
            first=max(first, whole.first), due=whole.latest, precision=self.measure.precision,
            soft=False, late_first=None, is_end=True, rule="the last N units",
            why=f"Counted back from {whole.latest.isoformat()}, which is the last day.",
        )  # fmt: skip


_ENDING = kinds("ENDING", "PERIOD")


class Ending(NamedTuple):
    """So long up to a day and with it: "the six months ending 30 June"."""

    measure: Measure
    last: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _ENDING

    def on(self, said: Said) -> Window:
        """Return the days, the last of which is that of the period named."""
        end = self.last.on(said)
        first = self.measure.backwards_from(add_days(end.latest, 1), said.policy)
        why = f"Counted back from its last day, {end.latest.isoformat()}."
        return span(first, end.latest, self.measure.precision, "N units ending on a date", why,
                    pinned=end.pinned)  # fmt: skip


class WeekdayBeside(NamedTuple):
    """The first such weekday after something, or the last before: "the Tuesday after Easter"."""

    weekday: int
    anchor: Period
    backwards: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _LAST_OF

    def on(self, said: Said) -> Window:
        """Return the day."""
        anchor = self.anchor.on(said)
        if self.backwards:
            day = add_days(weekday_after(add_days(anchor.first, -1), self.weekday), -7)
            rule, why = "the weekday before a date", "The last such weekday before the day named."
        else:
            day = weekday_after(anchor.latest, self.weekday)
            rule, why = "the weekday after a date", "The first such weekday after the day named."
        return span(day, day, Precision.DAY, rule, why, pinned=anchor.pinned)


class LeadUp(NamedTuple):
    """The time before something: "in the two weeks before Christmas"."""

    measure: Measure
    anchor: Period

    @property
    def keys(self) -> tuple[str, ...]:
        """The kinds by which patterns know it."""
        return _LEAD_UP

    def on(self, said: Said) -> Window:
        """Return the days up to the day before; with no number they run from the day said."""
        anchor = self.anchor.on(said)
        base = anchor.latest if anchor.is_end else anchor.first
        last = add_days(base, -1)
        first = min(said.stated_on, last)
        if not self.measure.is_vague:
            first = self.measure.backwards_from(base, said.policy)
        why = f"The time before the day named ({base.isoformat()})."
        return span(first, last, self.measure.precision, "the time before a date", why,
                    pinned=anchor.pinned)  # fmt: skip
