"""Reading the words of a deadline: words to items, items to values, one value to dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from .anchors import EventNamed, event_missing
from .bounds import Bound, Bounded, Outcome, plain
from .lasting import Lasting, within
from .lexicon import Phrases, english
from .measures import Measure
from .policy import DEFAULT_POLICY, Policy
from .reading import Event, Reading, Term
from .refusals import (
    DENIED,
    NO_MEASURE,
    NO_WORDS,
    NOT_DATED_CONDITION,
    OVER,
    TOO_LONG,
    Refusal,
)
from .rules_bounds import Reported
from .sentence import Sentence, found_in
from .tokens import Items, items_of, names_of
from .units import NotDated
from .windows import Period, Said

_LONGEST = 10_000  # characters; no wording of a deadline comes near


def read(
    wording: str,
    stated_on: date,
    *,
    policy: Policy = DEFAULT_POLICY,
    events: Sequence[Event] = (),
    claimant: Term | None = None,
) -> Reading:
    """Return the days that the words can mean, counted from the day they were said.

    Never raises: where nothing can be read the dates are None, and rule and explanation say why.
    """
    said = Said(stated_on, policy, events, claimant)
    try:
        found = _outcome(wording, said)
    except NotDated as reason:
        return Reading(
            wording, stated_on, None, None, None, None, reason.rule, reason.explanation,
            reason.alternatives,
        )  # fmt: skip
    return Reading(
        wording, stated_on, found.opens, found.due, found.latest, found.precision, found.rule,
        found.why, found.alternatives,
    )  # fmt: skip


def _outcome(wording: str, said: Said) -> Outcome:
    sentence = Sentence.of(_items(wording, said.events))
    if sentence.is_denied:
        raise DENIED.as_not_dated()
    found = found_in(sentence)
    if sentence.is_past and not _looks_ahead(found.value):
        said = replace(said, of_the_past=True)
    outcome = _in_order(_dated(found.value, sentence, said), said)
    return _held(outcome) if found.holds else outcome


def _looks_ahead(value: object) -> bool:
    """Whether the words point forward whatever the tense around them: "by May", "within days"."""
    return isinstance(value, Bounded) and value.bound not in (Bound.IN, Bound.ON)


def _items(wording: str, events: Sequence[Event]) -> Items:
    if len(wording) > _LONGEST:
        raise TOO_LONG.as_not_dated()
    items = items_of(wording, english(), _names(events) if events else None)
    if not items:
        raise NO_WORDS.as_not_dated()
    return items


def _names(events: Sequence[Event]) -> Phrases:
    """Return the table of the events' names and aliases: they go before any other phrase."""
    return names_of(
        [
            (name, EventNamed(event.name.casefold().strip()))
            for event in events
            for name in (event.name, *event.aliases)
        ]
    )


def _dated(value: object, sentence: Sentence, said: Said) -> Outcome:
    """Return the dates of the value, whatever it is."""
    if isinstance(value, Refusal):
        raise value.as_not_dated()
    if value is None:
        raise (NOT_DATED_CONDITION if sentence.condition else NO_MEASURE).as_not_dated()
    if isinstance(value, Measure):
        value = within(value)
    if isinstance(value, Lasting):
        return _counted(value, sentence, said)
    if isinstance(value, Bounded):
        return value.outcome(said)
    if isinstance(value, Reported):
        return _plain(value.period, replace(said, of_the_past=True))
    return _plain(cast("Period", value), said)  # all that is left of the kinds a value can have


def _counted(lasting: Lasting, sentence: Sentence, said: Said) -> Outcome:
    """Return a length of time; after "if elected" it counts from that."""
    if sentence.condition_leads and lasting.anchor is None:
        raise event_missing(sentence.condition_name)
    return lasting.outcome(said)


def _plain(period: Period, said: Said) -> Outcome:
    return plain(period, period.on(said), said)


def _in_order(found: Outcome, said: Said) -> Outcome:
    """Return the dates in order, none before the day said unless they are pinned."""
    opens, due, latest = found.opens, found.due, found.latest
    if not found.pinned:
        if latest and latest < said.stated_on:
            raise OVER.as_not_dated()
        opens, due = _not_before(opens, said.stated_on), _not_before(due, said.stated_on)
    if due and latest:
        opens, latest = opens and min(opens, due), max(due, latest)
    return replace(found, opens=opens, due=due, latest=latest)


def _not_before(day: date | None, stated_on: date) -> date | None:
    return day and max(day, stated_on)


def _held(found: Outcome) -> Outcome:
    """Return a promise to hold: the end of the period is both ends of the window."""
    if found.latest is None:
        return found
    rule = found.rule if found.rule.startswith("holds") else f"holds: {found.rule}"
    why = f"{found.why} It is promised to hold until then."
    return replace(found, due=found.latest, rule=rule, why=why)
