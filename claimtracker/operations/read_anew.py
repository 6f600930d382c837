"""Read the words of claims anew within an action that is already open, and store the days."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col

from claimtracker.deadlines import Policy
from claimtracker.operations.read_deadline import Reader, reader
from claimtracker.operations.terms_of_office import Terms, terms_of_office
from claimtracker.operations.what_would_change import (
    BATCH_ROWS,
    READ_COLUMNS,
    ReadAs,
    RereadingCancelled,
    counted_from,
    counts_from_unknown,
    never,
    no_progress,
    reread,
)
from claimtracker.storage.change_log import encoded
from claimtracker.storage.log_texts import Fields
from claimtracker.storage.logged_rows import RowChanges, write_rows
from claimtracker.storage.tables import Claim, Claimant

MetOn = Mapping[int, date | None]


def read_anew(
    session: Session,
    ids: Sequence[int],
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
    *,
    policy: Policy | None = None,
    met_on: MetOn | None = None,
) -> int:
    """Read these claims by what the database keeps now; return how many read otherwise.

    Each is read as it stands at this moment: one edited meanwhile by its new words, one set by hand
    meanwhile not at all. One in the bin is read as any other. `met_on` names the day from which a
    claim counts now, or None where it did so far. Raises RereadingCancelled.
    """
    known = reader(session)
    known = replace(known, policy=policy) if policy else known
    terms = terms_of_office(session)
    count = 0
    for start in range(0, len(ids), BATCH_ROWS):
        if is_cancelled():
            raise RereadingCancelled("It was stopped; nothing was changed.")
        on_progress(start, len(ids))
        count += _read_batch(session, known, terms, ids[start : start + BATCH_ROWS], met_on or {})
    on_progress(len(ids), len(ids))
    return count


def _read_batch(
    session: Session, known: Reader, terms: Terms, ids: Sequence[int], met_on: MetOn
) -> int:
    asked = select(*READ_COLUMNS).select_from(Claim)
    asked = asked.outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
    asked = asked.where(col(Claim.id).in_(ids))
    session.flush()
    changes = RowChanges()
    for row in session.execute(asked):
        if row.id not in met_on and counts_from_unknown(row):
            continue
        day = met_on.get(row.id, counted_from(row))
        other = reread(row, known, terms.of(row.claimant, row.stated_on), day)
        if other is not None:
            changes.add(row.id, row.id, *_before_and_after(row, other.becomes))
    write_rows(session, Claim, changes)
    return len(changes)


def _before_and_after(row: Row[Any], becomes: ReadAs) -> tuple[Fields, Fields]:
    window = becomes.window
    wanted = {
        "opens_on": window.opens_on,
        "due_on": window.due_on,
        "latest_on": window.latest_on,
        "precision": becomes.precision,
        "rule": becomes.rule,
    }
    names = [name for name, value in wanted.items() if getattr(row, name) != value]
    before = {name: encoded(getattr(row, name)) for name in names}
    return before, {name: encoded(wanted[name]) for name in names}
