"""The lines of an action as they are applied: in their order, those together that do the same."""

import json
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlmodel import Session, col

from claimtracker.storage.chain import CHANGE
from claimtracker.storage.change_log import Fields
from claimtracker.storage.logged_rows import BATCH
from claimtracker.storage.tables import Action


class Line(NamedTuple):
    """A line of the log; those that are told alike share their fields, which are never changed."""

    id: int
    table: str
    row_id: int
    claim_id: int | None
    before: Fields | None
    after: Fields | None


class Does(Enum):
    """What a line does to its row in the direction in which it is applied."""

    ADD = auto()
    REMOVE = auto()
    CHANGE = auto()


def runs(session: Session, action: Action, *, backwards: bool) -> Iterator[list[Line]]:
    """Give the lines in their order, those together that can be applied together."""
    run: list[Line] = []
    rows: set[int] = set()
    for line in _lines(session, action, backwards=backwards):
        fits = run and line.table == run[0].table and line.row_id not in rows
        is_alike = fits and does(line, backwards=True) is does(run[0], backwards=True)
        if run and (not is_alike or len(run) == BATCH):
            yield run
            run, rows = [], set()
        run.append(line)
        rows.add(line.row_id)
    if run:
        yield run


def _lines(session: Session, action: Action, *, backwards: bool) -> Iterator[Line]:
    """Give the lines a batch at a time: an action may have changed all that there is."""
    own = select(col(Action.id)).where(
        or_(col(Action.id) == action.id, col(Action.continues_id) == action.id)
    )
    asked = select(*(CHANGE.c[name] for name in Line._fields))
    asked = asked.where(CHANGE.c.action_id.in_(own))
    order = CHANGE.c.id.desc() if backwards else CHANGE.c.id
    last: int | None = None
    while True:
        onward = asked
        if last is not None:
            onward = asked.where(CHANGE.c.id < last if backwards else CHANGE.c.id > last)
        found = session.execute(onward.order_by(order).limit(BATCH)).all()
        read = cache(json.loads)  # rows that changed alike share their fields
        for *told, before, after in found:
            yield Line(*told, *(None if side is None else read(side) for side in (before, after)))
        if len(found) < BATCH:
            return
        last = found[-1].id


def does(line: Line, *, backwards: bool) -> Does:
    """What a line does in this direction."""
    before, after = (line.after, line.before) if backwards else (line.before, line.after)
    if before is None:
        return Does.ADD
    return Does.REMOVE if after is None else Does.CHANGE
