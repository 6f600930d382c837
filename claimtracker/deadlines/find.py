"""Every mention of time in a running text, and whether it looks ahead, back or is no deadline."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from .anchors import Ago, EventNamed, YearsAgo
from .bounds import Bounded
from .dates import Year
from .grammar import Part
from .hanging import hung
from .known_names import lexicon_for
from .measures import Measure
from .outcomes import looks_ahead, named_days, promised
from .policy import DEFAULT_POLICY, Policy
from .reading import Direction, Event, Mention, Precision, Reading, Term
from .refusals import DENIED, OF_A_DEED
from .running import QuarterOf, Running
from .sentence import Sentence
from .tense import Tense, is_how_long, tense_around
from .thread import Thread
from .times import AT, each_time, names_a_body, names_a_deed
from .tokens import sentences
from .told import told_days
from .units import DAY, NotDated
from .windows import Said

_NO_MENTIONS = frozenset({"NO_TIME", "NOTHING", "LOOKS_LIKE", "TERM"})
_COMPARED = (Ago, YearsAgo, QuarterOf)
_THE_DAY = Running(DAY, 0, the=True)  # "the day he left"; not "in the day"


def find(
    text: str,
    stated_on: date,
    *,
    policy: Policy = DEFAULT_POLICY,
    events: Sequence[Event] = (),
    claimant: Term | None = None,
) -> list[Mention]:
    """Return the mentions in the order of the text, counted from the day it was said or printed.

    Never raises. Takes time in proportion to the length of the text.
    """
    said = Said(stated_on, policy, events, claimant)
    lexicon = lexicon_for(policy.language, events)
    found: list[Mention] = []
    thread = Thread()
    for items in sentences(text, lexicon, dated_only=True):
        sentence = Sentence(text, items)
        for part in each_time(sentence):
            if _is_mention(sentence, part) and not names_a_body(sentence, part, said):
                mention = _mention(sentence, part, said, thread)
                found.append(mention)
                thread.follow(sentence, part, mention)
                if not _is_compared_with(part.value):
                    said = _told_by_then(mention, said)
    return found


def _mention(sentence: Sentence, part: Part, said: Said, thread: Thread) -> Mention:
    start, end = sentence.span(part)
    wording = sentence.text[start:end]
    direction, reading = _read(sentence, part, wording, said, thread)
    return Mention(start, end, wording, direction, reading)


def _is_compared_with(value: object) -> bool:
    """Whether a text compares what it tells of with that time: "a year earlier"."""
    period = value.period if isinstance(value, Bounded) else value
    return isinstance(period, _COMPARED)


def _told_by_then(mention: Mention, said: Said) -> Said:
    """Return what is known after a mention: of which quarter the text tells, as of results."""
    reading = mention.reading
    if mention.direction is Direction.BACK and reading.precision is Precision.QUARTER:
        return said if said.quarter == reading.opens_on else replace(said, quarter=reading.opens_on)
    return said


def _is_mention(sentence: Sentence, part: Part) -> bool:
    """Whether the words are about time at all: "Sun" and "13.8" by themselves are seldom."""
    if part.kind in _NO_MENTIONS or _is_bare_event(part.value) or part.value == _THE_DAY:
        return False
    if _is_the_unit(part.value) and _goes_on(sentence, part):
        return False  # "the week of the riots", "the week after that"
    if part.kind == "FIGURES":
        return isinstance(part.value, Year)
    if "DOTTED" in sentence.items[part.end - 1].kinds:
        return part.end - part.start > 1 and not isinstance(part.value, Bounded)
    return not (sentence.is_a_name(part) or sentence.is_an_ordinal(part))


def _is_the_unit(value: object) -> bool:
    if isinstance(value, Bounded) and value.bound in AT:
        value = value.period
    return isinstance(value, Running) and value.the


def _goes_on(sentence: Sentence, part: Part) -> bool:
    """Whether something other says which one it is; "a loss for the quarter of $3m" does not."""
    if not sentence.goes_on(part):
        return False
    is_figure = part.end + 1 < len(sentence.items) and (
        not _FIGURES.isdisjoint(sentence.items[part.end + 1].kinds)
    )
    return not is_figure


_FIGURES = frozenset({"NO_DATE", "QUANTITY"})


def _is_bare_event(value: object) -> bool:
    """Whether an event is only spoken of: "in the talks", not "before the talks"."""
    if isinstance(value, Bounded) and value.bound in AT:
        value = value.period
    return isinstance(value, EventNamed)


def _is_endured(sentence: Sentence, part: Part) -> bool:
    """Whether it is how long something has lasted: "has been in office for two years"."""
    return is_how_long(sentence, part) and tense_around(sentence, part) is Tense.PAST


def _read(
    sentence: Sentence, part: Part, wording: str, said: Said, thread: Thread
) -> tuple[Direction, Reading]:
    try:
        part = hung(sentence, part, said, thread)
        told = told_days(sentence, part, said)
        if told is None:
            return Direction.AHEAD, _ahead(sentence, part, wording, said)
    except NotDated as reason:
        return Direction.NONE, Reading(
            wording, said.stated_on, None, None, None, None, reason.rule, reason.explanation,
            reason.alternatives,
        )  # fmt: skip
    return Direction.BACK, Reading(wording, said.stated_on, *told[:6], told.alternatives)


def _ahead(sentence: Sentence, part: Part, wording: str, said: Said) -> Reading:
    if sentence.denies(part):
        raise DENIED.as_not_dated()
    if names_a_deed(sentence, part, said):
        raise OF_A_DEED.as_not_dated()
    if isinstance(part.value, Measure):
        raise NotDated("a length of time", "A length of time, without a word of when.")
    if _is_endured(sentence, part):
        raise NotDated("a length of time", "A length of time that has gone by.")
    found = promised(sentence, part, said, is_condition=sentence.is_condition(part))
    opens = found.opens
    if opens == said.stated_on and not looks_ahead(part.value):  # the days it names, whole
        window = named_days(part.value, said)
        opens = window.first if window else opens
    return Reading(wording, said.stated_on, opens, *found[1:6], found.alternatives)
