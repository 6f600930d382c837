"""Every mention of time in a running text, and whether it looks ahead, back or is no deadline."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from .anchors import Ago, EventNamed
from .bounds import Bound, Bounded
from .dates import Year
from .grammar import Part
from .known_names import lexicon_for
from .lasting import Lasting
from .measures import Measure
from .outcomes import looks_ahead, named_days, promised
from .policy import DEFAULT_POLICY, Policy
from .reading import Direction, Event, Mention, Precision, Reading, Term
from .refusals import DENIED
from .sentence import Sentence
from .tense import Tense, tense_around
from .tokens import sentences
from .told import told_days
from .units import NotDated
from .windows import Said

_NO_MENTIONS = frozenset({"NOTHING", "LOOKS_LIKE", "TERM"})
_AT = frozenset({Bound.IN, Bound.ON, Bound.FOR, Bound.FROM})


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
    for items in sentences(text, lexicon, dated_only=True):
        sentence = Sentence(text, items)
        for part in sentence.parts(with_names=False):
            if _is_mention(sentence, part):
                mention = _mention(sentence, part, said)
                found.append(mention)
                if not isinstance(part.value, Ago):  # compared with, not told of
                    said = _told_by_then(mention, said)
    return found


def _mention(sentence: Sentence, part: Part, said: Said) -> Mention:
    start, end = sentence.span(part)
    wording = sentence.text[start:end]
    direction, reading = _read(sentence, part, wording, said)
    return Mention(start, end, wording, direction, reading)


def _told_by_then(mention: Mention, said: Said) -> Said:
    """Return what is known after a mention: of which quarter the text tells, as of results."""
    reading = mention.reading
    if mention.direction is Direction.BACK and reading.precision is Precision.QUARTER:
        return said if said.quarter == reading.opens_on else replace(said, quarter=reading.opens_on)
    return said


def _is_mention(sentence: Sentence, part: Part) -> bool:
    """Whether the words are about time at all: "Sun" and "13.8" by themselves are seldom."""
    if part.kind in _NO_MENTIONS or _is_bare_event(part.value):
        return False
    if part.kind == "FIGURES":
        return isinstance(part.value, Year)
    if "DOTTED" in sentence.items[part.end - 1].kinds:
        return part.end - part.start > 1 and not isinstance(part.value, Bounded)
    return not (sentence.is_a_name(part) or sentence.is_an_ordinal(part))


def _is_bare_event(value: object) -> bool:
    """Whether an event is only spoken of: "in the talks", not "before the talks"."""
    if isinstance(value, Bounded) and value.bound in _AT:
        value = value.period
    return isinstance(value, EventNamed)


def _is_endured(sentence: Sentence, part: Part) -> bool:
    """Whether it is how long something has lasted: "has been in office for two years"."""
    is_for = isinstance(part.value, Lasting) and part.value.bound is Bound.FOR
    return is_for and tense_around(sentence, part) is Tense.PAST


def _read(sentence: Sentence, part: Part, wording: str, said: Said) -> tuple[Direction, Reading]:
    try:
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
