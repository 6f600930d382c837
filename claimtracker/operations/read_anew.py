"""Read stored claims anew, within an action that is already open."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col

from claimtracker.operations.read_deadline import Reader
from claimtracker.operations.terms_of_office import Terms
from claimtracker.operations.what_would_change import READ_COLUMNS, ReadAs, reread
from claimtracker.storage.change_log import encoded
from claimtracker.storage.logged_rows import RowChange, write_rows
from claimtracker.storage.tables import Claim, Claimant


def read_anew(session: Session, ids: Sequence[int], by: Reader, terms: Terms) -> int:
    """Read these claims by what counts now; return how many read otherwise than is stored.

    Every claim is read as it stands at this moment: one edited meanwhile by its new words, one set
    by hand meanwhile or put into the bin not at all.
    """
    asked = select(*READ_COLUMNS).select_from(Claim)
    asked = asked.outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
    asked = asked.where(col(Claim.id).in_(ids), col(Claim.binned_at).is_(None))
    session.flush()
    changes = [
        _change(row, other.becomes)
        for row in session.execute(asked)
        if (other := reread(row, by, terms.of(row.claimant, row.stated_on))) is not None
    ]
    write_rows(session, Claim, changes)
    return len(changes)


def _change(row: Row[Any], becomes: ReadAs) -> RowChange:
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
    return RowChange(row.id, row.id, before, {name: encoded(wanted[name]) for name in names})
