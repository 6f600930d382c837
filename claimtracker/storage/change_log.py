"""The audit log: every action writes what was before and after, and undo appends the inverse."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from sqlalchemy import Table, event, inspect, select, update
from sqlalchemy.orm import Session as PlainSession
from sqlmodel import Session, SQLModel, col

from claimtracker.storage.chain import BEGINNING, Changes, LoggedAction
from claimtracker.storage.engine import begin_writing
from claimtracker.storage.log_texts import Fields, texts_of
from claimtracker.storage.no_index import by_no_index
from claimtracker.storage.plain_inserts import insert_plain
from claimtracker.storage.tables import Action, Change

# Kept by the program for itself: they change with every save and are not part of what was said.
BOOKKEEPING = frozenset({"id", "version", "updated_at"})
_UNLOGGED = frozenset({"action", "change", "reminder", "saved_view"})

_LOG = "log"  # the key in `Session.info` under which the log of the open action is found


LogLine = tuple[str, int, int | None, Fields | None, Fields | None]
"""What the log says of one row: as `LogLines`, of one line."""


class LogLines(NamedTuple):
    """What the log says of rows: a column each, with a value for each row.

    `before` is None where a row is added, `after` where it is removed.
    """

    table: Sequence[str]
    row_id: Sequence[int]
    claim_id: Sequence[int | None]
    before: Sequence[Fields | None]
    after: Sequence[Fields | None]


@contextmanager
def recorded(
    session: Session,
    name: str,
    by: str,
    *,
    is_undoable: bool = True,
) -> Iterator[Action]:
    """Hold one action: an IMMEDIATE transaction whose row changes are all written to the log.

    Commits at the end; on any exception everything is rolled back. An action that changed
    nothing leaves no trace: it would be a step of undo that does nothing. `name` is what the
    undo menu shows and may still be set within the action.
    """
    session.rollback()  # ends a reading transaction: what is read below must be what is written
    session.expire_all()  # a row that somebody still holds is read again, too
    begin_writing(session)
    action = Action(by=by, name=name, is_undoable=is_undoable)
    session.add(action)
    session.flush()

    log = session.info[_LOG] = Log(action.id or 0)
    event.listen(session, "before_flush", log.note_old)
    event.listen(session, "after_flush", log.write)
    try:
        yield action
        session.flush()
    except BaseException:
        session.rollback()
        raise
    finally:
        event.remove(session, "before_flush", log.note_old)
        event.remove(session, "after_flush", log.write)
        del session.info[_LOG]
    try:
        if log.is_touched or not is_undoable:
            _join_the_chain(session, action, log.written)
            session.commit()
    finally:
        session.rollback()  # also where the commit failed: the session is of use afterwards


def continue_action(action: Action, earlier_id: int) -> None:
    """Make an action that is open no step of undo by itself: it goes and comes with that one."""
    action.is_undoable = False
    action.continues_id = earlier_id


def kept_id(session: Session, action: Action) -> int | None:
    """The id of an action that is over; None where it changed nothing and left no trace."""
    return action.id if action in session else None


def log_of(session: Session) -> "Log":
    """The log of the action that is open; RuntimeError where none is: all changes are logged."""
    log = session.info.get(_LOG)
    if not isinstance(log, Log):
        raise RuntimeError("rows were to be changed outside an action")
    return log


class Log:
    """Collects the lines of one action, flush by flush, and those of many rows at once."""

    def __init__(self, action_id: int) -> None:
        self._action_id = action_id
        self._lines: list[LogLine] = []
        self.written = Changes()
        self.is_touched = False

    def note_old(self, session: PlainSession, _context: object, _rows: object) -> None:
        """Note changed and removed rows: their old values are gone after the flush."""
        for row in filter(_is_logged, session.dirty):
            before, after = _difference(session, row)
            if after:
                self._lines.append(_line(row, before, after))
        for row in filter(_is_logged, session.deleted):
            self._lines.append(_line(row, fields_of(row), None))

    def write(self, session: PlainSession, _context: object) -> None:
        """Write the lines; added rows have their ids only now."""
        self.is_touched = self.is_touched or bool(self._lines or session.new)
        for row in filter(_is_logged, session.new):
            self._lines.append(_line(row, None, fields_of(row)))
        lines, self._lines = self._lines, []
        if lines:
            self.write_lines(session, LogLines(*zip(*lines, strict=True)))

    def write_lines(self, session: PlainSession, lines: LogLines) -> None:
        """Write these lines, in their order."""
        self.is_touched = True
        was, becomes = texts_of(lines.before), texts_of(lines.after)
        told = lines._asdict() | {"before": was.kept, "after": becomes.kept}
        written = {"action_id": [self._action_id] * len(lines.row_id), **told}
        insert_plain(session.connection(), "change", written)
        self.written.add_told(*lines[:3], was.covered, becomes.covered)


def _join_the_chain(session: Session, action: Action, written: Changes) -> None:
    """Give the action its hash; no other can come between while the transaction is held."""
    earlier = select(col(Action.chain_hash)).where(col(Action.id) < action.id)
    before = session.execute(earlier.order_by(col(Action.id).desc()).limit(1)).scalar()
    logged = LoggedAction(
        id=action.id or 0,
        at=action.at,
        by=action.by,
        name=action.name,
        is_undoable=action.is_undoable,
        continues_id=action.continues_id,
        changes=written,
    )
    action.chain_hash = logged.hash_after(before or BEGINNING)


def action_that_added(session: Session, row: SQLModel) -> int | None:
    """Return the action that added this row, the last one where it was removed between."""
    row_id: int = row.id  # type: ignore[attr-defined]  # every table here has one
    asked = select(col(Change.action_id)).where(
        col(Change.table) == str(row.__tablename__),
        col(Change.row_id) == row_id,
        col(Change.before).is_(None),
    )
    added = asked.join(Action, col(Action.id) == Change.action_id).where(col(Action.is_undoable))
    return session.execute(added.order_by(col(Change.id).desc()).limit(1)).scalar()


def written_by_later_steps(session: Session, row: SQLModel, action_id: int) -> frozenset[str]:
    """Return the fields of this row that later steps of undo wrote, taken back since or not.

    What continues an earlier action must leave them alone: the undo, or the redo, of those steps
    counts on what they found.
    """
    row_id: int = row.id  # type: ignore[attr-defined]  # as above
    asked = select(col(Change.after)).where(
        col(Change.table) == str(row.__tablename__),
        col(Change.row_id) == row_id,
        col(Change.before).is_not(None),
        col(Change.after).is_not(None),
    )
    later = asked.join(Action, col(Action.id) == Change.action_id).where(
        col(Action.id) > action_id,
        by_no_index(Action, "is_undoable"),  # nearly all are: the row's own lines are few
    )
    return frozenset(name for after in session.execute(later).scalars() for name in after)


def mark_undone(session: Session, done: Action, by_action: Action | None) -> None:
    """Note on an action which later one undid it; None when a redo brought it back."""
    undone_by = None if by_action is None else by_action.id
    session.execute(update(Action).where(col(Action.id) == done.id).values(undone_by_id=undone_by))


def fields_of(row: SQLModel) -> Fields:
    """The row's own values but for bookkeeping, as they are stored in the log."""
    mapper = inspect(type(row))
    return {
        name: encoded(getattr(row, name))
        for name in mapper.columns.keys()  # noqa: SIM118 - a column collection, not a dict
        if name not in BOOKKEEPING
    }


def table_of(table: type[SQLModel]) -> Table:
    """The plain table under a table class: statements on it pass the ORM by."""
    plain: Table = table.__table__  # type: ignore[attr-defined]  # sqlmodel sets it, untyped
    return plain


def _is_logged(row: SQLModel) -> bool:
    return is_logged_table(str(row.__tablename__))


def is_logged_table(name: str) -> bool:
    """Whether the changes of this table are written to the log."""
    return name not in _UNLOGGED


def _line(row: SQLModel, before: Fields | None, after: Fields | None) -> LogLine:
    table = str(row.__tablename__)
    row_id: int = row.id  # type: ignore[attr-defined]  # every table here has one
    belongs_to = row_id if table == "claim" else getattr(row, "claim_id", None)
    claim_id = belongs_to or getattr(row, "from_claim_id", None)
    return table, row_id, claim_id, before, after


def _difference(session: PlainSession, row: SQLModel) -> tuple[Fields, Fields]:
    before: Fields = {}
    after: Fields = {}
    for attribute in inspect(row).attrs:
        name, new = attribute.key, attribute.history.added
        if name in BOOKKEEPING or not new:
            continue
        old = attribute.history.deleted or [_stored(session, row, name)]
        if old[0] != new[0]:
            before[name], after[name] = encoded(old[0]), encoded(new[0])
    return before, after


def _stored(session: PlainSession, row: SQLModel, name: str) -> object:
    """What the database still holds: an attribute set without being read knows no old value."""
    table = inspect(type(row)).local_table
    asked = select(table.c[name]).where(table.c.id == row.id)  # type: ignore[attr-defined]  # all have one
    return session.connection().execute(asked).scalar_one()


def encoded(value: object) -> object:
    """A value as the log holds it."""
    return value.isoformat() if isinstance(value, date) else value
