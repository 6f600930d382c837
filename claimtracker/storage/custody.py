"""Custody checked: the database, the chain of its change log, and which files are captured."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import case, func, select, text
from sqlmodel import Session, col

from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.storage.chain import BEGINNING, LoggedAction, logged_actions
from claimtracker.storage.tables import Action, Evidence

_MOST_FAULTS = 20  # of the database's own that are listed
_HASHES = ("sha256", "text_sha256")


@dataclass(frozen=True)
class NamedFile:
    """A captured file with the first document that names it.

    One that only an imported table names need not be here.
    """

    sha256: str
    evidence_id: int
    title: str
    is_captured: bool


def database_faults(session: Session) -> Iterator[str]:
    """Say what SQLite itself finds wrong with the file."""
    for (fault,) in session.execute(text(f"PRAGMA integrity_check({_MOST_FAULTS})")):
        if fault != "ok":
            yield f"The database is damaged: {fault}."
    for table, row_id, parent, _ in session.execute(text("PRAGMA foreign_key_check")):
        yield f"The database is damaged: {table} {row_id} refers to a {parent} that is not there."


def action_count(session: Session) -> int:
    """Count the actions of the log."""
    return int(session.execute(select(func.count(col(Action.id)))).scalar_one())


def chain_faults(session: Session) -> Iterator[str | None]:
    """Walk the chain of the log: for each action a sentence where it is broken, else None."""
    before, last_id = BEGINNING, 0
    for action in logged_actions(session.connection()):
        yield _fault(action, before, last_id)
        before, last_id = action.chain_hash, action.id
    asked = text("SELECT seq FROM sqlite_sequence WHERE name = 'action'")
    given = session.execute(asked).scalar() or 0
    if given > last_id:
        gone = f"{_actions(last_id + 1, given)} at its end {_is_gone(given - last_id)}"
        yield f"The change log: {gone}."
    yield from _orphans(session)


def _fault(action: LoggedAction, before: str, last_id: int) -> str | None:
    if action.id != last_id + 1:
        missing = action.id - 1 - last_id
        return f"The change log: {_actions(last_id + 1, action.id - 1)} {_is_gone(missing)}."
    if action.chain_hash != action.hash_after(before):
        return (
            f"The change log: action {action.id} (“{action.name}”, {action.by}, "
            f"{action.at:%Y-%m-%d %H:%M} UTC) is not as it was written."
        )
    return None


def _actions(first: int, last: int) -> str:
    return f"action {first}" if first == last else f"actions {first} to {last}"


def _is_gone(count: int) -> str:
    return "is missing" if count == 1 else "are missing"


def _orphans(session: Session) -> Iterator[str]:
    """Say which changes belong to no action: the walk along the actions does not see them."""
    asked = text("SELECT count(*) FROM change WHERE action_id NOT IN (SELECT id FROM action)")
    if count := session.execute(asked).scalar():
        yield f"The change log: {count} of its changes belong to no action."


def named_files(session: Session) -> list[NamedFile]:
    """Return every captured file that a document names, each once."""
    found: dict[str, NamedFile] = {}
    for name in _HASHES:
        sha256 = col(getattr(Evidence, name))
        called = case((col(Evidence.title) != "", Evidence.title), else_=Evidence.url)
        is_captured = col(Evidence.method) != CaptureMethod.IMPORTED.value
        asked = select(sha256, col(Evidence.id), called, is_captured).where(sha256 != "")
        for row in session.execute(asked.order_by(is_captured.desc(), col(Evidence.id))):
            found.setdefault(row[0], NamedFile(*row))
    return list(found.values())
