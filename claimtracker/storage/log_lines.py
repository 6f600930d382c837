"""The lines of an action as they are applied: in their order, those together that do the same."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session

from claimtracker.storage.chain import CHANGE
from claimtracker.storage.change_log import LogLines, table_of
from claimtracker.storage.log_texts import Fields
from claimtracker.storage.logged_rows import AT_ONCE, BATCH
from claimtracker.storage.tables import Action


class Does(Enum):
    """What lines do to their rows in the direction in which they are applied."""

    ADD = auto()
    REMOVE = auto()
    CHANGE = auto()


@dataclass(frozen=True)
class Run:
    """Lines of one table that all add, remove or change rows, each row once; a column each.

    The fields are never changed: lines that are told alike share them.
    """

    table: str
    does: Does
    first_id: int
    row_ids: list[int]
    claim_ids: list[int | None]
    before: list[Fields | None]
    after: list[Fields | None]


def runs(session: Session, action: Action, *, backwards: bool) -> Iterator[Run]:
    """Give the lines in their order, those together that can be applied together."""
    for ids, tables, row_ids, claim_ids, *told in _batches(session, action, backwards=backwards):
        before, after = map(_fields, told)
        sides = zip(before, after, strict=True)
        do = [_does(was is None, becomes is None, backwards) for was, becomes in sides]
        for part in _parts(tables, do, row_ids):
            first = part.start
            own = (row_ids[part], claim_ids[part], before[part], after[part])
            yield Run(tables[first], do[first], ids[first], *own)


def _parts(tables: list[str], do: list[Does], row_ids: list[int]) -> Iterator[slice]:
    """Give the lines from one to the next that is of another kind, or of a row that was met."""
    begin = 0
    met: set[int] = set()
    for here, (table, does, row_id) in enumerate(zip(tables, do, row_ids, strict=True)):
        if row_id in met or does is not do[begin] or table != tables[begin]:
            yield slice(begin, here)
            begin = here
            met.clear()
        met.add(row_id)
    yield slice(begin, len(row_ids))


def _batches(session: Session, action: Action, *, backwards: bool) -> Iterator[list[list[Any]]]:
    """Give the columns of the lines a batch at a time: an action may have changed all there is."""
    actions = table_of(Action).c
    own = select(actions.id).where(or_(actions.id == action.id, actions.continues_id == action.id))
    asked = select(CHANGE.c.id, *(CHANGE.c[name] for name in LogLines._fields))
    asked = asked.where(CHANGE.c.action_id.in_(own))
    order = CHANGE.c.id.desc() if backwards else CHANGE.c.id
    onward = asked
    while True:
        columns: list[list[Any]] = [[] for _column in asked.selected_columns]
        for rows in session.execute(onward.order_by(order).limit(BATCH)).partitions(AT_ONCE):
            for column, values in zip(columns, zip(*rows, strict=True), strict=True):
                column += values
        if not columns[0]:
            return
        yield columns
        last = columns[0][-1]
        onward = asked.where(CHANGE.c.id < last if backwards else CHANGE.c.id > last)


def _fields(told: list[str | None]) -> list[Fields | None]:
    """Read what lines tell, as one list, which takes a sixth of the time that each by itself does.

    Rows that changed alike share their fields.
    """
    unlike = list(dict.fromkeys("null" if text is None else text for text in told))
    read = dict(zip(unlike, json.loads(f"[{','.join(unlike)}]"), strict=True))
    return [read["null" if text is None else text] for text in told]


@cache
def _does(is_added: bool, is_removed: bool, backwards: bool) -> Does:
    if backwards:
        is_added, is_removed = is_removed, is_added
    if is_added:
        return Does.ADD
    return Does.REMOVE if is_removed else Does.CHANGE
