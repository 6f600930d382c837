"""Find the claims whose days hang on an event, without reading every claim there is.

Only words that hold a word of one of the event's names can mean it, and the database finds those;
whether they do is then seen by reading them with the event dated and not.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session, col

from claimtracker.claims.events import names_of, same_name
from claimtracker.deadlines import Event, Term
from claimtracker.operations.read_deadline import Reader, days_of, is_fixed, reader
from claimtracker.operations.terms_of_office import terms_of_office
from claimtracker.operations.what_would_change import (
    BATCH_ROWS,
    RereadingCancelled,
    never,
    no_progress,
    rows_to_read,
)
from claimtracker.storage.tables import Claim

_MOST_ASKED = 60  # words asked of the database; beyond, going through all wordings is quicker
_FETCHED = 5_000
_SAY_NOTHING = frozenset({"the", "of", "and", "a", "an", "in", "on", "at", "for", "to", "by"})
_WORD = re.compile(r"\w+")
_EVENTS_KEPT = 512
_MOST_KEPT = 10_000  # wordings of a day, which many claims share


def what_hangs_on(
    session: Session,
    events: Sequence[Event],
    *,
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> "list[array[int]]":
    """Return for each event the ids of the claims whose days it decides.

    Days set by hand hang on nothing, and what lies in the bin is left out. Raises
    RereadingCancelled.
    """
    known, terms = reader(session), terms_of_office(session)
    by_word = _by_word(events)
    ids = mentioning(session, events, is_cancelled)
    found = [array("q") for _ in events]
    hung_on: dict[tuple[str, date, Term | None], list[int]] = {}
    for row in rows_to_read(session, ids, on_progress, is_cancelled):
        if row.stated_on is None or is_fixed(row.rule) or row.is_binned:
            continue
        told = row.deadline_wording, row.stated_on, terms.of(row.claimant, row.stated_on)
        if (numbers := hung_on.get(told)) is None:
            if len(hung_on) >= _MOST_KEPT:
                hung_on.clear()
            meant = sorted(_meant(by_word, row.deadline_wording))
            numbers = [number for number in meant if hangs_on(known, events[number], *told)]
            hung_on[told] = numbers
        for number in numbers:
            found[number].append(row.id)
    return found


def hangs_on(
    known: Reader, event: Event, wording: str, stated_on: date, term: Term | None = None
) -> bool:
    """Whether the words are read otherwise once this event, which the reader knows, has no day."""
    events = known.events_in(wording, stated_on)
    name = same_name(event.name)
    mine = next((other for other in events if same_name(other.name) == name), None)
    if mine is None:
        return False
    dated, undated = (_with(known, events, mine, other) for other in _with_and_without(mine))
    one, other = (days_of(by.read(wording, stated_on, term)) for by in (dated, undated))
    return one != other


def mentioning(
    session: Session, events: Iterable[Event], is_cancelled: Callable[[], bool] = never
) -> "array[int]":
    """Return the claims with words that hold a word of one of the events' names, by id.

    Those in the bin are among them: they are read anew with the others, as any may come back.
    """
    words = frozenset(word for event in events for word in _words(event))
    ids = array("q")
    if not words:
        return ids
    asked = select(col(Claim.id), col(Claim.deadline_wording)).where(
        col(Claim.deadline_wording) != ""
    )
    if len(words) <= _MOST_ASKED:
        asked = asked.where(or_(*map(_holds, sorted(words))))
    rows = session.execute(asked.order_by(col(Claim.id)), execution_options={"yield_per": _FETCHED})
    for number, (claim_id, wording) in enumerate(rows):
        if number % BATCH_ROWS == 0 and is_cancelled():
            raise RereadingCancelled("It was stopped; nothing was changed.")
        if not words.isdisjoint(_WORD.findall(wording.casefold())):
            ids.append(claim_id)
    session.rollback()
    return ids


def _holds(word: str) -> ColumnElement[bool]:
    wording = col(Claim.deadline_wording)
    if word.isascii():
        return wording.icontains(word, autoescape=True)
    return func.casefold(wording).contains(word, autoescape=True)


def _words(event: Event) -> Iterator[str]:
    """The words by which a wording can mean it: any of them, since "the summit" may do."""
    for name in names_of(event):
        words = _WORD.findall(name.casefold())
        yield from ([word for word in words if word not in _SAY_NOTHING] or words)


def _by_word(events: Sequence[Event]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, event in enumerate(events):
        for word in _words(event):
            found[word].add(number)
    return found


def _meant(by_word: dict[str, set[int]], wording: str) -> set[int]:
    words = _WORD.findall(wording.casefold())
    return set().union(*(by_word.get(word, ()) for word in words))


def _with(known: Reader, events: Sequence[Event], mine: Event, other: Event) -> Reader:
    """Return the reader with the other in the place of the event; shipped ones count as own."""
    return replace(known, own_events=tuple(other if each is mine else each for each in events))


@lru_cache(_EVENTS_KEPT)
def _with_and_without(event: Event) -> tuple[Event, Event]:
    """Return it with a day and without one; the same objects, as dictionaries are kept by them."""
    dated = event if event.starts_on else replace(event, starts_on=_SOME_DAY)
    return dated, replace(event, starts_on=None, ends_on=None)


_SOME_DAY = date(2000, 1, 1)
