"""What goes into a reading of a deadline's words, and what comes out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How finely the words name their time."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    TERM = "term"
    VAGUE = "vague"


@dataclass(frozen=True)
class Event:
    """A named anchor that deadlines refer to; `starts_on` is None until somebody fills it in."""

    name: str
    starts_on: date | None
    ends_on: date | None = None
    aliases: tuple[str, ...] = ()

    @property
    def last_on(self) -> date | None:
        """The last day of the event: an event without an end lasts one day."""
        return self.ends_on or self.starts_on


@dataclass(frozen=True)
class Term:
    """A claimant's term of office."""

    began_on: date | None
    ended_on: date | None = None
    office: str = ""


@dataclass(frozen=True)
class Alternative:
    """Another reading of the same words, and why somebody might prefer it."""

    opens_on: date | None
    due_on: date | None
    latest_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The days a deadline's words can mean; all None, with the reason, where they name none."""

    wording: str
    stated_on: date | None
    opens_on: date | None
    due_on: date | None
    latest_on: date | None
    precision: Precision | None
    rule: str
    explanation: str
    alternatives: tuple[Alternative, ...] = ()

    @property
    def is_dated(self) -> bool:
        """Whether any day is known."""
        return (self.opens_on or self.due_on or self.latest_on) is not None


class Direction(StrEnum):
    """Where a mention of time looks from the day the text was said."""

    AHEAD = "ahead"
    BACK = "back"
    NONE = "none"  # no day of the calendar, or no deadline


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of time in a running text: its code points `start` to before `end`, and its reading.

    A mention that looks back has the days it names, without the bound around them.
    """

    start: int
    end: int
    text: str
    direction: Direction
    reading: Reading
