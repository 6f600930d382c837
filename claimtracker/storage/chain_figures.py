"""The chains that the claims of one page belong to, each as the one figure that the list shows."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import CTE, CompoundSelect, Row, select, union
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from claimtracker.claims.chains import ChainFigure, chain_figure
from claimtracker.claims.state import Window
from claimtracker.storage.tables import Claim, Move


def chain_figures(session: Session, ids: Sequence[int]) -> dict[int, ChainFigure]:
    """The figure of each of these claims that belongs to a chain.

    One statement: every step of the chains is met once, however many of its claims are asked for.
    """
    members = _members(ids)
    asked = (
        select(
            col(Claim.id),
            col(Claim.opens_on),
            col(Claim.due_on),
            col(Claim.latest_on),
            col(Claim.binned_at),
            col(Move.to_claim_id),
        )
        .outerjoin(Move, col(Move.from_claim_id) == Claim.id)
        .where(col(Claim.id).in_(members))
    )
    steps = {row.id: row for row in session.execute(asked)}
    wanted = set(ids)
    found: dict[int, ChainFigure] = {}
    for chained in _chains(steps):
        standing = [row for row in chained if row.binned_at is None]
        is_circle = chained[-1].to_claim_id is not None
        if len(standing) > 1 or is_circle:  # what lies in the bin is no step of what is told
            figure = chain_figure(list(map(_window, standing or chained)), is_circle=is_circle)
            found |= {row.id: figure for row in standing if row.id in wanted}
    return found


def _members(ids: Sequence[int]) -> CompoundSelect[tuple[int]]:
    """Those of these claims that moved or were moved to, and all that their chains lead to."""
    earlier, later = col(Move.from_claim_id), col(Move.to_claim_id)
    back = _walk(ids, "back", later, earlier)
    forth = _walk(ids, "forth", earlier, later)
    own = (select(end).where(end.in_(ids)) for end in (earlier, later))
    return union(*own, select(back.c.id), select(forth.c.id))


def _walk(ids: Sequence[int], name: str, here: Mapped[int], there: Mapped[int]) -> CTE:
    """All that these claims lead to, one way; UNION meets none of it twice."""
    walk = select(there.label("id")).where(here.in_(ids)).cte(name, recursive=True)
    return walk.union(select(there).join(walk, here == walk.c.id))


def _chains(steps: dict[int, Row[Any]]) -> Iterator[list[Row[Any]]]:
    """Each chain from its first step on; what is left over goes round, from its oldest claim on."""
    later = {row.to_claim_id for row in steps.values()}
    heads = [key for key in steps if key not in later]
    left = dict(steps)
    for head in (*heads, *sorted(steps)):
        chained: list[Row[Any]] = []
        key: int | None = head
        while key is not None and (row := left.pop(key, None)) is not None:
            chained.append(row)
            key = row.to_claim_id
        if chained:
            yield chained


def _window(row: Row[Any]) -> Window:
    return Window(row.opens_on, row.due_on, row.latest_on)
