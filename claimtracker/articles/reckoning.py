"""By what the days of an article are reckoned: its day of publication, conventions, events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claimtracker.articles.blanks import Squeezed
from claimtracker.deadlines import (
    DEFAULT_POLICY,
    Direction,
    Event,
    Mention,
    Policy,
    Reading,
    Term,
    find,
    read,
)

ANY_DAYS = (date(2001, 1, 3), date(2029, 8, 17))
"""Two days far apart: what is read alike from both counts from neither."""
_ENDLESS = ("not a deadline: endured", "not a deadline: undisclosed")


@dataclass(frozen=True)
class Reckoning:
    """The day of publication, if known, and what readings lean on."""

    published_on: date | None = None
    policy: Policy = DEFAULT_POLICY
    events: Sequence[Event] = ()
    claimants: Mapping[str, Term] = field(default_factory=dict)  # by full name
    _read: dict[tuple[str, date, str], Reading] = field(default_factory=dict, compare=False)
    """What was read already: the same words come back in a text."""

    def mentions(self, words: str, base: date | None, speaker: str = "") -> list[Mention]:
        """Return the times in these words, counted from `base` where that is known."""
        short = Squeezed(words)
        found = find(
            short.text, base or ANY_DAYS[0], policy=self.policy, events=self.events,
            claimant=self.claimants.get(speaker),
        )  # fmt: skip
        if short.text is words:
            return found
        return [
            replace(one, start=short.place(one.start), end=short.place(one.end)) for one in found
        ]

    def read(self, mention: Mention, base: date, speaker: str) -> Reading:
        """Return the reading of a mention as a deadline; the sentence around it decides."""
        key = mention.text, base, speaker
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = read(
                mention.text, base, policy=self.policy, events=self.events,
                claimant=self.claimants.get(speaker),
            )  # fmt: skip
        in_place = mention.reading
        is_back = mention.direction is Direction.BACK and in_place.latest_on == base
        if is_back or (in_place.latest_on and in_place.latest_on < base):
            return found  # no deadline lies before the day on which it was said
        if base != in_place.stated_on or found.latest_on == in_place.latest_on:
            return found
        return replace(in_place, opens_on=in_place.opens_on and max(in_place.opens_on, base))

    def reread(self, reading: Reading, days: Sequence[date], speaker: str) -> Reading:
        """Return the reading of the same words from other days; none where these do not agree."""
        term = self.claimants.get(speaker)
        found = [
            read(reading.wording, day, policy=self.policy, events=self.events, claimant=term)
            for day in days
        ]
        return alike(found) or undated(reading.wording, *NOT_KNOWN)

    def told(self, wording: str) -> Reading | None:
        """Return the days of a time that is told of; None where they cannot be known."""
        days = ANY_DAYS if self.published_on is None else (self.published_on,)
        return alike([self._told_from(wording, day) for day in days])

    def _told_from(self, wording: str, day: date) -> Reading | None:
        found = find(f"It was said {wording}.", day, policy=self.policy, events=self.events)
        return found[0].reading if found and found[0].direction is not Direction.NONE else None

    def is_endless(self, words: str) -> bool:
        """Whether they name a time without any measure: "the period of time we have in mind"."""
        return has_no_end(read(words, ANY_DAYS[0], policy=self.policy))


NOT_KNOWN = ("day said not known", "It counts from the day it was said, which is not known.")
"""The rule and the reason of a deadline that counts from an unknown day."""


def undated(wording: str, rule: str, why: str) -> Reading:
    """Return a reading without days, with the reason."""
    return Reading(wording, None, None, None, None, None, rule, why)


def has_no_end(reading: Reading) -> bool:
    """Whether words of time are no deadline since they are endured or not disclosed."""
    return reading.rule in _ENDLESS


def alike(readings: Sequence[Reading | None]) -> Reading | None:
    """Return the reading that is the same from every day, without what hangs on one of them."""
    first = readings[0]
    others = readings[1:]
    if first is None or any(
        other is None or (other.due_on, other.latest_on) != (first.due_on, first.latest_on)
        for other in others
    ):
        return None
    if not others:
        return first
    opens = all(other and other.opens_on == first.opens_on for other in others)
    return replace(first, stated_on=None, opens_on=first.opens_on if opens else None)
