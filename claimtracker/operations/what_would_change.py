"""Say which stored readings would differ under other conventions; nothing is changed."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import Window
from claimtracker.deadlines import FROM_CONDITION, Policy, Reading, Term
from claimtracker.operations.read_deadline import Reader, days_of, is_fixed, reader
from claimtracker.operations.terms_of_office import terms_of_office
from claimtracker.storage.tables import Claim, Claimant

BATCH_ROWS = 500  # stays under SQLite's limit of bound values where ids are named


class RereadingCancelled(ClaimTrackerError):
    """The person stopped it; nothing was changed."""


@dataclass(frozen=True, slots=True)
class ReadAs:
    """The days that words are read as, how finely they name them, and the rule."""

    window: Window
    precision: str
    rule: str


@dataclass(frozen=True, slots=True)
class Rereading:
    """A claim whose words would be read otherwise than is stored."""

    id: int
    summary: str
    wording: str
    stated_on: date
    was: ReadAs
    becomes: ReadAs
    is_binned: bool = False


def no_progress(_done: int, _total: int) -> None:
    """Listen to nobody."""


def never() -> bool:
    """Go on to the end."""
    return False


def what_would_change(
    session: Session,
    policy: Policy,
    *,
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> list[Rereading]:
    """Return each claim whose stored days or rule differ from those of this policy, by id.

    Left out are claims with fixed days and without the day said. No lock is held between two
    batches, so that others can save meanwhile. Raises RereadingCancelled.
    """
    by_policy = replace(reader(session), policy=policy)
    terms = terms_of_office(session)
    found: list[Rereading] = []
    for row in rows_to_read(session, _ids(session), on_progress, is_cancelled):
        if counts_from_unknown(row):
            continue
        term = terms.of(row.claimant, row.stated_on)
        other = reread(row, by_policy, term, counted_from(row))
        found += [other] if other is not None else []
    return found


def rows_to_read(
    session: Session,
    ids: Sequence[int],
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> Iterator[Row[Any]]:
    """Give what readings are made of, a batch in each transaction; raises RereadingCancelled."""
    for start in range(0, len(ids), BATCH_ROWS):
        if is_cancelled():
            raise RereadingCancelled("It was stopped; nothing was changed.")
        on_progress(start, len(ids))
        yield from _rows(session, ids[start : start + BATCH_ROWS])
    on_progress(len(ids), len(ids))


def counted_from(row: Any) -> date | None:  # noqa: ANN401 - of a list or the table
    """Return the day on which the condition was met where the stored deadline counts from it."""
    day: date | None = row.condition_outcome_on
    return day if row.rule.endswith(FROM_CONDITION) else None


def counts_from_unknown(row: Any) -> bool:  # noqa: ANN401 - as above
    """Whether the deadline counts from a condition whose day did not come along, as by import."""
    return row.rule.endswith(FROM_CONDITION) and row.condition_outcome_on is None


def reread(
    row: Any,  # noqa: ANN401 - of a list or a report
    by_policy: Reader,
    term: Term | None,
    met_on: date | None = None,
) -> Rereading | None:
    """Read the claim's words anew; None where that gives what is stored.

    None, too, for days set by hand or taken with their sentence, and without the day said: no
    convention counts then, and what such a claim brought along stays. `met_on` is the day on which
    the condition was met, where the deadline counts from it.
    """
    if not row.deadline_wording or row.stated_on is None or is_fixed(row.rule):
        return None
    found = by_policy.read(row.deadline_wording, row.stated_on, term, met_on)
    if days_of(found) == (row.opens_on, row.due_on, row.latest_on, row.rule):
        return None
    was = ReadAs(Window(row.opens_on, row.due_on, row.latest_on), row.precision, row.rule)
    told = row.id, row.summary, row.deadline_wording, row.stated_on
    is_binned = getattr(row, "is_binned", False)  # a report's row does not tell
    return Rereading(*told, was, _read_as(found), is_binned)


def _read_as(found: Reading) -> ReadAs:
    window = Window(found.opens_on, found.due_on, found.latest_on)
    return ReadAs(window, found.precision or "", found.rule)


READ_COLUMNS: tuple[Any, ...] = (
    col(Claim.id),
    col(Claim.summary),
    col(Claim.deadline_wording),
    col(Claim.stated_on),
    col(Claimant.name).label("claimant"),
    col(Claim.opens_on),
    col(Claim.due_on),
    col(Claim.latest_on),
    col(Claim.precision),
    col(Claim.rule),
    col(Claim.condition),
    col(Claim.condition_outcome_on),
    col(Claim.binned_at).is_not(None).label("is_binned"),
)


def _ids(session: Session) -> "array[int]":
    asked = select(col(Claim.id)).where(col(Claim.deadline_wording) != "")
    ids = array("q", session.execute(asked.order_by(col(Claim.id))).scalars())
    session.rollback()
    return ids


def _rows(session: Session, ids: Sequence[int]) -> Sequence[Row[Any]]:
    """Return these claims, in a transaction of their own; one gone meanwhile is left out."""
    asked = select(*READ_COLUMNS).select_from(Claim)
    asked = asked.outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
    rows = session.execute(asked.where(col(Claim.id).in_(ids))).all()
    session.rollback()
    return rows
