"""When a statement was made: the day named with its speaker, or words that name no single one."""

import re
from datetime import date
from typing import NamedTuple

from claimtracker.articles.attribution import Attribution
from claimtracker.articles.reckoning import ANY_DAYS, Reckoning
from claimtracker.articles.statement import Statement, Voice
from claimtracker.deadlines import Direction, Mention, Precision, find

_CLAUSAL = re.compile(
    r"\b(?:that|will|would|could|to|he|she|they|it|we|I|the\s\w+\s(?:would|will)|was|were|had|is"
    r"|are)\b"
)
_REPORTERS = re.compile(
    r"\bto\s(?:reporters|journalists|parliament|the\s\w+|a\s\w+|MPs)\b|\bwas\sspeaking\b"
)
_OCCASION = re.compile(
    r"\b(?:during|in|at|before|on|after|throughout)\s(?:(?:his|her|their|its|your|my|the|last|a|an)\s)?"
    r"(?:[\w’'-]+\s){0,2}(?:campaign|election|conference|debate|office|inauguration|rally|manifesto"
    r"|speech|interview|term|visit|hustings)\b",
    re.IGNORECASE,
)
_NO_DAY_SAID = re.compile(
    r"(?:by|until|from|before|since|for|of|till|through|within|after)\s", re.IGNORECASE
)
_THAT_DAY = re.compile(
    r"(?:earlier |later |late |early )?(?:today|tonight|this (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|delivered|given|meeting|sitting|session|hearing|spoken)\b", re.IGNORECASE
)
_APART = re.compile(
    r"[\s,]*(?:[a-z’-]+\s){0,3}|[\s,]*(?:(?:the|his|her|its|their)\s(?:[\w’'-]+\s){0,3}?(?:predecessor|successor|deputy|minister"
    r"|secretary|mayor|leader|chairman|chairwoman|president|governor|chief|executive|boss),?\s*)?"
)
"""What may stand between a day and the name of whoever spoke on it."""
_INTERVIEWED = re.compile(
    r"\binterview\s(?:took\splace|was\s(?:conducted|held|given|recorded))"
    r"\s(?P<day>on\s[\w ]{3,20}|yesterday)"
)
_MEETING = re.compile(
    r"\b(?:told|at|during)\s(?:the\s)?(?P<day>[A-Z]\w+day)[’']s\s(?:\w+\s)?(?:meeting|hearing|session|debate|sitting)\b"
)
"""Where it was said: "told Tuesday's meeting"."""
_TALKED = re.compile(
    r"\b(?:spoke|talked|sat\sdown)\s(?:to|with)\s[^.\n]{0,60}?\s(?P<day>on\s\w+day|yesterday)\b"
)
_LABEL = re.compile(r"^[A-Z][\w’'. -]{0,40}:\s", re.MULTILINE)
_ASKED = re.compile(r"^[A-Z][^“”\"\n]{5,240}\?$", re.MULTILINE)
_DIALOGUE = 4  # lines with a label, at least
_AHEAD_TOO = re.compile(r"\b(?:will|would|shall|is\sto|are\sto)\b")
_PRESENT_PROMISE = re.compile(r"(?:vow|pledge|promise|threaten|guarantee)s")
_AIM = re.compile(r"\b(?:target|goal|timetable|objective|date)$")
_OF = re.compile(r"\s(?:date\s)?(?:of|for)\s")
_CONTENT = re.compile(r"\s(?:to|that)\b")
_MARKS = ' —–-"“'
_DESCRIBES = re.compile(r",\s(?:who|whose|which|where)\b")
"""Words between a speaker and "said" that tell who he is: "whose mother died in 2021"."""
_TOP_LINES, _TOP = 8, 3000  # lines; characters
_FARTHEST = 70  # characters between a verb of speech and its day


class DaySaid(NamedTuple):
    """The day of a statement, or the words that name no single one, with their place."""

    day: date | None
    wording: str = ""
    start: int = -1
    end: int = -1
    span: tuple[date, date] | None = None  # the days that the wording can mean

    def holds(self, place: int) -> bool:
        """Whether a place of the sentence lies in the words that name the day."""
        return self.start <= place < self.end


class DaysSaid:
    """Finds the days of statements, from the beginning of a text to its end."""

    def __init__(self, text: str, reckoning: Reckoning) -> None:
        self._reckoning = reckoning
        self._days: dict[str, DaySaid] = {}  # by speaker, as named last
        day = _day_about(text) or self._day_of_meeting(text) or reckoning.published_on
        self._usual = DaySaid(day)
        self._read: tuple[str, list[Mention]] = "", []

    def of(self, statement: Statement) -> DaySaid:
        """Return the day named there, else the speaker's last, else that of the text."""
        named = self._named_day(statement)
        if named is None:
            goes_on = statement.voice in (Voice.QUOTED, Voice.REPORTED)
            return self._days.get(statement.speaker, self._usual) if goes_on else self._usual
        if named.day and statement.voice is not Voice.RETOLD:
            self._days[statement.speaker] = DaySaid(named.day)
        return named

    def _day_of_meeting(self, text: str) -> date | None:
        """Return the day of the one meeting or interview of which the text tells."""
        days = {match["day"] for match in _MEETING.finditer(text, 0, _TOP)}
        if len(days) != 1:
            return self._day_of_interview(text)
        reading = self._reckoning.told(f"on {days.pop()}")
        return reading.latest_on if reading and reading.precision is Precision.DAY else None

    def _day_of_interview(self, text: str) -> date | None:
        match = _INTERVIEWED.search(text, 0, _TOP)
        turns = max(len(_LABEL.findall(text[:_TOP])), len(_ASKED.findall(text[:_TOP])) + 1)
        if match is None and turns >= _DIALOGUE:
            match = _TALKED.search(text, 0, _TOP)
        reading = self._reckoning.told(match["day"]) if match else None
        return reading.latest_on if reading and reading.precision is Precision.DAY else None

    def _named_day(self, statement: Statement) -> DaySaid | None:
        attribution = statement.told_by or statement.attribution
        narration = statement.narration
        if attribution is None:
            return None
        published_on = self._reckoning.published_on
        for mention in self._mentions(narration):
            is_told = mention.direction is not Direction.AHEAD or published_on is None
            is_told |= _opens(mention, attribution, narration)
            if is_told and _belongs(mention, attribution, narration):
                found = self._day_of(mention)
                if found:
                    return found
        return self._occasion(statement)

    def _mentions(self, narration: str) -> list[Mention]:
        """Return the times of a sentence, which are looked for once for all its statements."""
        if self._read[0] != narration:
            found = self._reckoning.mentions(narration, self._reckoning.published_on)
            self._read = narration, found
        return self._read[1]

    def _day_of(self, mention: Mention) -> DaySaid | None:
        wording, place = mention.text, (mention.start, mention.end)
        if _THAT_DAY.fullmatch(wording):
            return DaySaid(self._reckoning.published_on, "", *place)
        if _NO_DAY_SAID.match(wording):
            return None
        reading = self._reckoning.told(wording)
        if reading is None:
            is_known = self._reckoning.published_on is not None
            return None if is_known else DaySaid(None, wording, *place)
        if reading.opens_on is None or reading.latest_on is None:
            return None
        if reading.precision is Precision.DAY and reading.opens_on == reading.latest_on:
            return DaySaid(reading.latest_on, "", *place)
        return DaySaid(None, wording, *place, (reading.opens_on, reading.latest_on))

    def _occasion(self, statement: Statement) -> DaySaid | None:
        """Return "during his campaign" and the like, for a promise that is told again."""
        attribution = statement.attribution
        if attribution is None or statement.voice is not Voice.RETOLD:
            return None
        narration = statement.narration
        content = re.compile(r"\b(?:to|that)\b").search(narration, attribution.end)
        end = content.start() if content else attribution.end
        match = _OCCASION.search(narration, attribution.end, end) or _OCCASION.search(
            narration, 0, attribution.start
        )
        if match is None:
            return None
        term = self._reckoning.claimants.get(statement.speaker)
        if "office" in match[0] and term and term.began_on:
            return DaySaid(term.began_on, "", *match.span())
        return DaySaid(None, match[0], *match.span())


def _day_about(text: str) -> date | None:
    """Return the day of the meeting or speech that the text is about, as its first lines say."""
    for line in text.split("\n")[:_TOP_LINES]:
        if _HELD.search(line) and any(figure.isdigit() for figure in line):
            for reading in (mention.reading for mention in find(line, ANY_DAYS[0])):
                if reading.precision is Precision.DAY and reading.rule == "a date":
                    return reading.latest_on
    return None


def _opens(mention: Mention, attribution: Attribution, narration: str) -> bool:
    """Whether it is that of a whole sentence: "On 14 January she stood there and told us"."""
    if not attribution.is_joined or narration[: mention.start].strip(_MARKS):
        return False
    return not _AHEAD_TOO.search(narration, mention.end, attribution.start)


def _belongs(mention: Mention, attribution: Attribution, narration: str) -> bool:
    """Whether a time is that of the speaking: "said on Thursday", "On Thursday, he said"."""
    if _AIM.search(attribution.verb) and _OF.match(narration, attribution.end):
        return False  # "set a target date of 1 September"
    if _PRESENT_PROMISE.fullmatch(attribution.verb) and mention.start > attribution.end:
        between = narration[attribution.end : mention.start]
        if between.strip() and not _CONTENT.match(narration, mention.end):
            return False  # "threatens strikes on Thursday"
    if attribution.start <= mention.start < attribution.end:
        return not _DESCRIBES.search(narration, attribution.start, mention.start)
    if mention.start >= attribution.end:
        between = narration[attribution.end : mention.start]
        return len(between) < _FARTHEST and not _CLAUSAL.search(_REPORTERS.sub(" ", between))
    opening = narration[: mention.start]
    if _opens(mention, attribution, narration):
        return True
    adjoins = bool(_APART.fullmatch(narration[mention.end : attribution.start]))
    return (
        adjoins and len(opening) < _FARTHEST and not _CLAUSAL.search(_REPORTERS.sub(" ", opening))
    )
