"""The days of a statement: when it was said, and by when it is to be done."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from claimtracker.articles.blanks import without
from claimtracker.articles.candidate import FoundDeadline
from claimtracker.articles.conditions import Condition
from claimtracker.articles.statements import Statement, Voice
from claimtracker.deadlines import (
    Direction,
    Event,
    Mention,
    Policy,
    Precision,
    Reading,
    Term,
    find,
    read,
)

_CLAUSAL = re.compile(
    r"\b(?:that|will|would|could|to|he|she|they|it|we|I|the\s\w+\s(?:would|will)|was|were|had|is|are)\b"
)
_REPORTERS = re.compile(
    r"\bto\s(?:reporters|journalists|parliament|the\s\w+|a\s\w+|MPs)\b|\bwas\sspeaking\b"
)
_OCCASION = re.compile(
    r"\b(?:during|in|at|before|on|after|throughout)\s(?:(?:his|her|their|its|the|last|a|an)\s)?"
    r"(?:[\w’'-]+\s){0,2}(?:campaign|election|conference|debate|office|inauguration|rally|manifesto"
    r"|speech|interview|term|visit|hustings)\b",
    re.IGNORECASE,
)
_NO_DAY_SAID = re.compile(
    r"(?:by|until|from|before|since|for|of|till|through|within|after)\s", re.IGNORECASE
)
_THAT_DAY = re.compile(
    r"(?:earlier |later |late |early )?(?:today|tonight|this (?:morning|afternoon|evening))", re.I
)
_HELD = re.compile(
    r"\b(?:held|delivered|given|meeting|sitting|session|hearing|spoken)\b", re.IGNORECASE
)
_ENDLESS = ("not a deadline: endured", "not a deadline: undisclosed")
_UNDATED = ("event not dated", "setting missing", "ambiguous")
_TOP_LINES = 8
_FARTHEST = 70  # characters between a verb of speech and its day
_PROBES = (date(2001, 1, 3), date(2029, 8, 17))
"""Two days far apart: what is read alike from both counts from neither."""


class DaySaid(NamedTuple):
    """The day of a statement, or the words that name no single one, with their place."""

    day: date | None
    wording: str = ""
    start: int = -1
    end: int = -1
    span: tuple[date, date] | None = None  # the days that the wording can mean


class Times(NamedTuple):
    """The times in a clause."""

    deadline: FoundDeadline | None
    inner: FoundDeadline | None  # "decide within days whether it can be done in the next weeks"
    is_denied: bool
    looks_back: bool
    has_vague_time: bool
    elsewhere: str = ""  # the clause with its times blanked out: "May" is no verb


class Days:
    """Reads the days of statements against the day of publication."""

    def __init__(
        self,
        text: str,
        published_on: date | None,
        policy: Policy,
        events: Sequence[Event],
        claimants: Mapping[str, Term],
    ) -> None:
        self._published_on = published_on
        self._policy, self._events, self._claimants = policy, events, claimants
        self._days: dict[str, DaySaid] = {}  # by speaker, as named last
        self._about = self._day_about(text) or published_on

    def _day_about(self, text: str) -> date | None:
        """Return the day of the meeting or speech that the text is about, as its first lines say."""
        for line in text.split("\n")[:_TOP_LINES]:
            if _HELD.search(line) and any(figure.isdigit() for figure in line):
                for reading in (mention.reading for mention in find(line, _PROBES[0])):
                    if reading.precision is Precision.DAY and reading.rule == "a date":
                        return reading.latest_on
        return None

    def said(self, statement: Statement) -> DaySaid:
        """Return the day named with the speaker, else the speaker's last, else that of publication."""
        named = self._named_day(statement)
        if named is not None:
            if statement.voice is not Voice.RETOLD and named.day:
                self._days[statement.speaker] = DaySaid(named.day)
            return named
        known = self._days.get(statement.speaker)
        if known and statement.voice in (Voice.QUOTED, Voice.REPORTED):
            return known
        return DaySaid(self._about)

    def _named_day(self, statement: Statement) -> DaySaid | None:
        attribution = statement.attribution
        if attribution is None:
            return None
        narration = statement.narration
        for mention in self._mentions(f"{narration}", self._published_on or _PROBES[0], None):
            inside = attribution.start <= mention.start < attribution.end
            behind = narration[attribution.end : mention.start]
            before = narration[mention.end : attribution.start]
            is_near = inside or (
                mention.start >= attribution.end
                and len(behind) < _FARTHEST
                and not _CLAUSAL.search(_REPORTERS.sub(" ", behind))
                and '"' not in behind
            )
            opening = narration[: mention.start]
            leads = (
                mention.end <= attribution.start
                and not before.strip(" ,")
                and len(opening) < _FARTHEST
                and not _CLAUSAL.search(opening)
            )
            is_told = mention.direction is not Direction.AHEAD or self._published_on is None
            if is_told and (is_near or leads):
                found = self._day_of(mention)
                if found:
                    return found
        return self._occasion(statement)

    def _day_of(self, mention: Mention) -> DaySaid | None:
        if _THAT_DAY.fullmatch(mention.text):
            return DaySaid(self._published_on, "", mention.start, mention.end)
        wording = mention.text
        if _NO_DAY_SAID.match(wording):
            return None
        place = (mention.start, mention.end)
        if self._published_on is None:
            reading = _alike([self._told(wording, day) for day in _PROBES])
        else:
            reading = self._told(wording, self._published_on)
        if reading is None or reading.opens_on is None or reading.latest_on is None:
            return DaySaid(None, wording, *place)
        if reading.precision is Precision.DAY and reading.opens_on == reading.latest_on:
            return DaySaid(reading.latest_on, "", *place)
        return DaySaid(None, wording, *place, (reading.opens_on, reading.latest_on))

    def _told(self, wording: str, day: date) -> Reading | None:
        told = find(f"It was said {wording}.", day, policy=self._policy, events=self._events)
        return told[0].reading if told and told[0].direction is not Direction.NONE else None

    def _occasion(self, statement: Statement) -> DaySaid | None:
        """Return "during his campaign" and the like, for a promise that is told again."""
        attribution = statement.attribution
        if attribution is None or statement.voice is not Voice.RETOLD:
            return None
        behind = statement.narration[attribution.end :]
        cut = re.search(r"\b(?:to|that)\b", behind)
        match = _OCCASION.search(behind[: cut.start()] if cut else "")
        start = attribution.end
        if match is None:
            match = _OCCASION.search(statement.narration[: attribution.start])
            start = 0
        if match is None:
            return None
        term = self._claimants.get(statement.speaker)
        if "office" in match[0] and term and term.began_on:
            return DaySaid(term.began_on, "", start + match.start(), start + match.end())
        return DaySaid(None, match[0], start + match.start(), start + match.end())

    def times_in(
        self, words: str, statement: Statement, said: DaySaid, condition: Condition | None
    ) -> Times:
        """Return the deadline of a clause, and what else its times say."""
        base = said.day or (said.span and said.span[1]) or self._published_on
        mentions = list(self._mentions(words, base or _PROBES[0], statement.speaker))
        sorted_out = _sorted_out(one for one in mentions if not said.start <= one.start < said.end)
        ahead = sorted_out.ahead
        if not ahead and statement.voice is Voice.RETOLD:
            ahead = sorted_out.back  # by now it may be over
        ahead = sorted(ahead, key=_is_weak)
        chosen = _outer(ahead, words, condition) or _outer(sorted_out.undated, words, condition)
        inside = _inside(ahead, words, chosen)
        return Times(
            self._deadline(chosen, statement, said, base, waits=_waits(chosen, words, condition))
            if chosen
            else None,
            self._deadline(inside, statement, said, base) if inside else None,
            sorted_out.is_denied,
            bool(sorted_out.back) and not ahead,
            sorted_out.has_endless or (not chosen and self._is_endless(words)),
            without(words, [(one.start, one.end) for one in mentions]),
        )

    def _is_endless(self, words: str) -> bool:
        """Whether it names a time without any measure: "the period of time we have in mind"."""
        return read(words, _PROBES[0], policy=self._policy).rule in _ENDLESS

    def _deadline(
        self,
        mention: Mention,
        statement: Statement,
        said: DaySaid,
        base: date | None,
        *,
        waits: bool = False,
    ) -> FoundDeadline:
        start = statement.sentence.start
        if waits:
            found = _undated(mention, "event not dated: the condition", _WAITS)
            return FoundDeadline(start + mention.start, start + mention.end, found)
        bases = [base] if base else list(_PROBES)
        if said.day is None and said.span:
            bases = list(said.span)
        elif said.day is None and said.wording and base:
            bases = [base, _PROBES[0]]
        readings = [self._reading(mention, day, statement.speaker) for day in bases]
        reading = _alike(readings)
        if reading is None:
            reading = _undated(mention, "day said not known", _UNCOUNTED)
        return FoundDeadline(start + mention.start, start + mention.end, reading)

    def _reading(self, mention: Mention, base: date, speaker: str) -> Reading:
        found = read(
            mention.text, base, policy=self._policy, events=self._events,
            claimant=self._claimants.get(speaker),
        )  # fmt: skip
        in_place = mention.reading
        if base != in_place.stated_on or found.latest_on == in_place.latest_on:
            return found
        opens = in_place.opens_on and max(in_place.opens_on, base)
        return replace(in_place, opens_on=opens)

    def _mentions(self, words: str, base: date, speaker: str | None) -> Iterator[Mention]:
        yield from find(
            words, base, policy=self._policy, events=self._events,
            claimant=self._claimants.get(speaker or ""),
        )  # fmt: skip


class _SortedOut(NamedTuple):
    ahead: list[Mention]
    back: list[Mention]
    undated: list[Mention]
    is_denied: bool
    has_endless: bool


def _sorted_out(mentions: Iterable[Mention]) -> _SortedOut:
    found = list(mentions)
    rules = [mention.reading.rule for mention in found if mention.direction is Direction.NONE]
    return _SortedOut(
        [mention for mention in found if mention.direction is Direction.AHEAD],
        [mention for mention in found if mention.direction is Direction.BACK],
        [mention for mention in found if mention.reading.rule.startswith(_UNDATED)],
        "not a deadline: denied" in rules,
        any(rule in _ENDLESS for rule in rules),
    )


def _is_weak(mention: Mention) -> bool:
    """Whether another time beside it says by when: "seen within four hours by the end of March"."""
    text = mention.text
    is_bare = text[:1].isupper() or text[:1].isdigit()
    return (is_bare and " " not in text) or text.endswith(("hours", "minutes", "hour"))


def _outer(mentions: list[Mention], words: str, condition: Condition | None) -> Mention | None:
    """Return the first that stands outside the condition, else the first inside it."""
    main = [one for one in mentions if condition is None or not condition.holds(one.start)]
    return (main or mentions or [None])[0]


def _inside(ahead: list[Mention], words: str, outer: Mention | None) -> Mention | None:
    """Return the time of what is to be decided by the outer one."""
    place = words.find("whether", outer.end if outer else 0)
    if outer is None or place < 0:
        return None
    return next((one for one in ahead if one.start > place), None)


def _alike(readings: list[Reading | None]) -> Reading | None:
    """Return the reading if it is the same from every day, but for the day it opens."""
    first = readings[0]
    if first is None or any(
        other is None or (other.due_on, other.latest_on) != (first.due_on, first.latest_on)
        for other in readings[1:]
    ):
        return None
    return first


def _waits(mention: Mention, words: str, condition: Condition | None) -> bool:
    """Whether a length counts from a condition that comes first: "should they fail, in 2 days"."""
    if condition is None or words[: condition.start].strip() or mention.start < condition.end:
        return False
    return mention.reading.rule.startswith(("within N", "in N", "vague"))


_WAITS = "It counts from the day on which the condition is met."
_UNCOUNTED = "It counts from the day it was said, which is not known."


def _undated(mention: Mention, rule: str, why: str) -> Reading:
    """Return a reading without days, and why."""
    return Reading(mention.text, None, None, None, None, None, rule, why)
