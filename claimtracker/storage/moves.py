"""The chains of moved deadlines, each walked in one statement, however long it is."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import CTE, Row, Select, Subquery, literal, select
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import Session, col

from claimtracker.claims.chains import Slip, slip, total_slips
from claimtracker.claims.rows import MoveRow
from claimtracker.claims.state import AsOf, Window, state_on
from claimtracker.claims.vocabulary import Verdict
from claimtracker.storage.state_sql import on_the_shelf
from claimtracker.storage.tables import Claim, Claimant, Move

LONGEST_CHAIN = 100_000


def chain_ids(session: Session, claim_id: int) -> list[int]:
    """The claims of a chain of moves, oldest first; only the claim itself where none moved.

    Moves that go round in a circle, as only a damaged database has them, end after one round.
    """
    steps = _steps(claim_id)
    return in_order(session.execute(select(steps.c.id).order_by(steps.c.step)).scalars())


def standing_chain_ids(session: Session, claim_id: int) -> list[int]:
    """The same without what lies in the bin; the claim itself always."""
    steps = _steps(claim_id)
    asked = select(steps.c.id).join(Claim, col(Claim.id) == steps.c.id)
    asked = asked.where(on_the_shelf() | (col(Claim.id) == claim_id))
    return in_order(session.execute(asked.order_by(steps.c.step)).scalars())


def chain(session: Session, claim_id: int, as_of: AsOf) -> tuple[MoveRow, ...]:
    """The steps of the chain that this claim belongs to, oldest first; none where nothing moved."""
    rows = session.execute(_asked(_steps(claim_id))).all()
    by_id = {row.id: row for row in rows}
    found = [by_id[key] for key in in_order(row.id for row in rows)]
    if len(found) < 2 and all(row.from_claim_id is None for row in found):
        return ()
    return tuple(_as_rows(found, as_of))


def in_order(ids: Iterable[int]) -> list[int]:
    """Each step once; a circle, which comes round twice, from its oldest claim on."""
    walked = list(ids)
    once = list(dict.fromkeys(walked))
    first = once.index(min(once)) if len(once) < len(walked) else 0
    return once[first:] + once[:first]


def _steps(claim_id: int) -> Subquery:
    """The walk both ways from this claim, steps before it counted negative.

    A claim has one neighbour a side, so a circle can only close where the walk began.
    """
    back = _walk(claim_id, "back", col(Move.to_claim_id), col(Move.from_claim_id), -1)
    forth = _walk(claim_id, "forth", col(Move.from_claim_id), col(Move.to_claim_id), 1)
    onwards = select(forth.c.id, forth.c.step).where(forth.c.step > 0)
    return select(back.c.id, back.c.step).union_all(onwards).subquery("steps")


def _walk(claim_id: int, name: str, here: Mapped[int], there: Mapped[int], step: int) -> CTE:
    start = select(literal(claim_id).label("id"), literal(0).label("step"))
    walk = start.cte(name, recursive=True)
    onward = select(there, walk.c.step + step).join(walk, here == walk.c.id)
    is_on = (there != claim_id) & walk.c.step.between(-LONGEST_CHAIN + 1, LONGEST_CHAIN - 1)
    return walk.union(onward.where(is_on))  # UNION ends even what no unique index holds


def _asked(steps: Subquery) -> Select[Any]:
    before = aliased(Move)
    return (
        select(*_COLUMNS, col(Claimant.name).label("claimant"), col(before.from_claim_id))
        .join(steps, steps.c.id == Claim.id)
        .outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
        .outerjoin(before, col(before.to_claim_id) == Claim.id)
        .order_by(steps.c.step)
    )


_COLUMNS: tuple[Any, ...] = (
    col(Claim.id),
    col(Claim.deadline_wording),
    col(Claim.stated_on),
    col(Claim.opens_on),
    col(Claim.due_on),
    col(Claim.latest_on),
    col(Claim.verdict),
    col(Claim.binned_at),
)


def _as_rows(found: Sequence[Row[Any]], as_of: AsOf) -> Iterator[MoveRow]:
    windows = [Window(row.opens_on, row.due_on, row.latest_on) for row in found]
    slips = [Slip(None, None), *(slip(was, now) for was, now in pairwise(windows))]
    for row, window, since_last, since_first in zip(
        found, windows, slips, total_slips(windows), strict=True
    ):
        verdict = Verdict(row.verdict)
        yield MoveRow(
            claim_id=row.id,
            wording=row.deadline_wording,
            stated_on=row.stated_on,
            opens_on=window.opens_on,
            due_on=window.due_on,
            latest_on=window.latest_on,
            slip_days=since_last.generous,
            slip_days_strict=since_last.strict,
            total_days=since_first.generous,
            total_days_strict=since_first.strict,
            claimant=row.claimant or "",
            state=state_on(as_of, window, verdict),
            verdict=verdict,
            moved_from=row.from_claim_id,
            is_binned=row.binned_at is not None,
        )
