"""Enter, correct, merge and delete events, and read anew what hangs on them, as one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from claimtracker.claims.errors import ChangedMeanwhile, NotFound
from claimtracker.claims.events import EventDraft, EventRow, check_names, event_words
from claimtracker.claims.vocabulary import of_claims
from claimtracker.deadlines import Event
from claimtracker.operations.claim_parts import named
from claimtracker.operations.list_events import own_events
from claimtracker.operations.read_anew import read_anew
from claimtracker.operations.read_deadline import Reader, days_of, reader
from claimtracker.operations.terms_of_office import terms_of_office
from claimtracker.operations.what_hangs_on import mentioning
from claimtracker.operations.what_would_change import (
    Rereading,
    counted_from,
    counts_from_unknown,
    never,
    no_progress,
    reread,
    rows_to_read,
)
from claimtracker.storage import tables
from claimtracker.storage.change_log import recorded


@dataclass(frozen=True)
class EventChange:
    """What is to become of the events: one is stored, others go.

    `put` is written over the event `event_id`, or is a new one; those in `gone` are taken away,
    which is a merge where something is put and a deletion where nothing is. `seen` are these events
    as they were shown, `event_id` first; empty for a command that shows none.
    """

    put: EventDraft | None = None
    event_id: int | None = None
    gone: tuple[int, ...] = ()
    seen: tuple[Event, ...] = ()

    def preview(
        self,
        session: Session,
        *,
        on_progress: Callable[[int, int], None] = no_progress,
        is_cancelled: Callable[[], bool] = never,
    ) -> list[Rereading]:
        """Return the claims whose stored days would follow, by id; nothing is changed.

        Raises ClaimTrackerError where the change is not possible, ChangedMeanwhile with the row as
        it is now where one of the events was changed since it was seen, RereadingCancelled when
        stopped.
        """
        before = reader(session)
        after, touched = after_change(session, self, before)
        terms = terms_of_office(session)
        found: list[Rereading] = []
        ids = mentioning(session, touched, is_cancelled)
        for row in rows_to_read(session, ids, on_progress, is_cancelled):
            term, met_on = terms.of(row.claimant, row.stated_on), counted_from(row)
            told = (row.deadline_wording, row.stated_on, term, met_on)
            if counts_from_unknown(row):
                continue
            if days_of(before.read(*told)) != days_of(after.read(*told)):
                other = reread(row, after, term, met_on)
                found += [other] if other is not None else []
        return found

    def carry_out(
        self,
        session: Session,
        *,
        by: str,
        reread_ids: Sequence[int] = (),
        on_progress: Callable[[int, int], None] = no_progress,
        is_cancelled: Callable[[], bool] = never,
    ) -> int:
        """Change the events and read these claims anew; return how many read otherwise now.

        Both are one action that one undo takes back; stopped, it changes nothing.
        """
        with recorded(session, "events", by) as action:
            name = write_events(session, self)
            count = read_anew(session, reread_ids, on_progress, is_cancelled)
            action.name = f"{name}, {of_claims(count)} re-read" if count else name
        return count


def after_change(
    session: Session, change: EventChange, before: Reader
) -> tuple[Reader, tuple[Event, ...]]:
    """Return the reader as it would be, and the events that differ, old and new.

    Raises ClaimTrackerError where an event is not there any more or a name is taken, and
    ChangedMeanwhile where it is not as it was seen.
    """
    own = own_events(session)
    touched = [row.event for row in _found(own, change)]
    kept = [row.event for row in own if row.id not in (change.event_id, *change.gone)]
    if change.put is not None:
        check_names(change.put, kept)
        new = change.put.event
        touched.append(new)
        kept.append(new)
    return replace(before, own_events=tuple(kept)), tuple(touched)


def write_events(session: Session, change: EventChange) -> str:
    """Store the change within an action that is already open; return what it is called.

    Raises as `after_change` does.
    """
    own = own_events(session)
    rows = _found(own, change)
    if change.put is not None:
        check_names(
            change.put,
            [row.event for row in own if row.id not in (change.event_id, *change.gone)],
        )
    for event_id in change.gone:
        session.delete(session.get_one(tables.Event, event_id))
    session.flush()  # a name that goes over is free only then
    if change.put is not None:
        _put(session, change.put, change.event_id)
    return _called(change, rows)


def _put(session: Session, draft: EventDraft, event_id: int | None) -> None:
    row = session.get_one(tables.Event, event_id) if event_id else tables.Event(name=draft.name)
    row.name, row.aliases = draft.name, "\n".join(draft.aliases)
    row.starts_on, row.ends_on = draft.starts_on, draft.ends_on
    session.add(row)
    session.flush()


def _found(own: Sequence[EventRow], change: EventChange) -> list[EventRow]:
    wanted = [key for key in (change.event_id, *change.gone) if key is not None]
    found = {row.id: row for row in own}
    if missing := [key for key in wanted if key not in found]:
        raise NotFound(f"There is no event {missing[0]} any more.")
    rows = [found[key] for key in wanted]
    for row, seen in zip(rows, change.seen, strict=False):  # a command has seen none
        if row.event != seen:
            raise ChangedMeanwhile(f"event {named(seen.name)}", event_words(row.event), row)
    return rows


def _called(change: EventChange, rows: Sequence[EventRow]) -> str:
    if change.put is None:
        return f"delete event {named(rows[0].event.name)}"
    if change.gone:
        return f"merge event {named(rows[-1].event.name)} into {named(change.put.name)}"
    is_new = change.event_id is None
    return f"{'new event' if is_new else 'event'} {named(change.put.name)}"
