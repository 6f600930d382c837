"""Who wrote fields last, and when, as the log of changes tells it."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from claimtracker.storage.tables import Action, Change

FieldKey = tuple[str, int, str]


def last_written(
    session: Session, keys: Iterable[FieldKey]
) -> dict[FieldKey, tuple[str, datetime]]:
    """Return the name and the moment for each of these few fields; what no log knows is left out.

    Each row's lines are gone through once, the newest first.
    """
    wanted: dict[tuple[str, int], set[str]] = {}
    for table, row_id, field in keys:
        wanted.setdefault((table, row_id), set()).add(field)
    found: dict[FieldKey, tuple[str, datetime]] = {}
    for (table, row_id), fields in wanted.items():
        asked = select(Change.after, Action.by, Action.at).join(Action)
        asked = asked.where(Change.table == table, Change.row_id == row_id)
        for after, by, at in session.exec(asked.order_by(col(Change.id).desc())):
            for field in fields & (after or {}).keys():
                found.setdefault((table, row_id, field), (by, at))
    return found
