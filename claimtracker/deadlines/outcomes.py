"""One value to dates: in order, and none before the day said unless the words fix it there."""

from dataclasses import replace
from datetime import date
from typing import cast

from .anchors import event_missing
from .bounds import Bound, Bounded, Outcome, plain
from .grammar import Part
from .joins import SpanOf
from .lasting import Lasting, within
from .measures import Measure
from .refusals import ENDURED, OVER, PAST, Refusal
from .sentence import Sentence
from .tense import moved_to, tells, went_on
from .windows import Period, Said, Window

BACK = "BACK"
"""The kind of words that point back whatever the tense around them: "ago", "since"."""

FROM_CONDITION = ", counted from the day on which the condition was met"
"""How the rule of a length of time ends that runs from there, not from the day said."""


def promised(sentence: Sentence, part: Part, said: Said, *, is_condition: bool = False) -> Outcome:
    """Return the dates of these words as a promise; raise NotDated with the reason for none."""
    value = part.value
    holds = sentence.has_cues and not is_condition and sentence.holds(part)
    later = _not_before(value) if holds else None
    if later is not None:
        value, holds = later, False
    if isinstance(value, SpanOf):
        value = moved_to(sentence, part, value)
    if part.kind == BACK:
        raise PAST.as_not_dated()
    if sentence.has_cues and not looks_ahead(value) and tells(sentence, part):
        said = said.looking_back()
    counts_from = "" if is_condition else sentence.waits_for
    is_long = isinstance(value, Lasting) and value.bound in _SO_LONG
    if is_long and (sentence.is_a_record(part) or went_on(sentence, part)):
        raise ENDURED.as_not_dated()
    if isinstance(value, Lasting) and value.anchor is None and sentence.goes_on(part):
        counts_from = "what the words name after it"
    met_on = None if is_condition else said.met_on
    found = _in_order(_dated(value, said, counts_from, met_on), said)
    return _held(found, value) if holds else found


def named_days(value: object, said: Said) -> Window | None:
    """Return the days that the words name, without the bound around them; None for a length."""
    period = value.period if isinstance(value, Bounded) else value
    if isinstance(period, _NO_PERIODS):
        return None
    return said.days(cast("Period", period))


_NO_PERIODS = (Refusal, Measure, Lasting)


def looks_ahead(value: object) -> bool:
    """Whether the words point forward whatever the tense around them: "by May", "within days"."""
    if isinstance(value, Bounded):
        return value.bound not in _ANY_TIME
    return isinstance(value, Lasting)


_SO_LONG = frozenset({Bound.IN, Bound.FOR, Bound.AFTER})
"""Bounds of a length of time that may as well be told of: "for a year", "in at least a year"."""
_ANY_TIME = frozenset({Bound.IN, Bound.ON, Bound.FOR})
"""Bounds of what is to come as well as of what was."""


def _held(found: Outcome, value: object) -> Outcome:
    """Return a promise to hold: the end of the period is both ends of the window.

    Unless two numbers are its ends: "no lay-offs for two to three years".
    """
    if found.latest is None:
        return found
    rule = found.rule if found.rule.startswith("holds") else f"holds: {found.rule}"
    why = f"{found.why} It is promised to hold until then."
    is_range = isinstance(value, Lasting) and value.measure.is_range
    due = found.due if is_range else found.latest
    return found._replace(due=due, rule=rule, why=why)


def _not_before(value: object) -> object | None:
    """Return "not before June" of "no deal before June"; None for other words."""
    if isinstance(value, Bounded) and value.bound is Bound.BEFORE:
        return value._replace(bound=Bound.NOT_BEFORE)
    return None


def _dated(value: object, said: Said, counts_from: str, met_on: date | None) -> Outcome:
    if isinstance(value, Bounded):
        return value.outcome(said)
    if isinstance(value, Refusal):
        raise value.as_not_dated()
    if isinstance(value, Measure):
        value = within(value)
    if isinstance(value, Lasting):
        if met_on and value.anchor is None:
            return _from_condition(value.outcome(replace(said, stated_on=met_on)), met_on)
        if counts_from and value.anchor is None:
            raise event_missing(counts_from)
        return value.outcome(said)
    period = cast("Period", value)  # all that is left of the kinds a value can have
    return plain(period, said.days(period), said)


def _from_condition(found: Outcome, met_on: date) -> Outcome:
    """Return the days as counted from the condition; they may lie before the day said."""
    why = f"{found.why} It counts from {met_on}, on which the condition was met."
    return found._replace(rule=f"{found.rule}{FROM_CONDITION}", why=why, pinned=True)


def _in_order(found: Outcome, said: Said) -> Outcome:
    """Return the dates in order, none before the day said unless they are pinned."""
    opens, due, latest = found[:3]
    if not found.pinned:
        day = said.stated_on
        if latest and latest < day:
            raise OVER.as_not_dated()
        opens = day if opens and opens < day else opens
        due = day if due and due < day else due
    elif latest and latest < said.stated_on:
        found = found._replace(why=f"{found.why} {OVER.why}".strip())
    if due and latest:
        latest = max(latest, due)
        opens = due if opens and opens > due else opens
    if opens is found.opens and due is found.due and latest is found.latest:
        return found
    return Outcome(opens, due, latest, *found[3:])
