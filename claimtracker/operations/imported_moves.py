"""The moves that a file tells of: tied into chains once every claim of the file has its id."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from claimtracker.storage.tables import Move


class ToldMove(NamedTuple):
    """A line's move: from the id that the file gives the earlier claim, to an id here."""

    line: int
    moved_from: int
    to_id: int


def link_moves(
    session: Session, told: Iterable[ToldMove], new_ids: Mapping[int, int]
) -> Iterator[tuple[int, str]]:
    """Tie the claims together; yield the line and the reason of each move that cannot be.

    `new_ids` gives the id here for one of the file. All moves are read at once: a chain of
    thousands is tied without walking it for each of its steps.
    """
    told = list(told)
    if not told:
        return
    chains = _Chains()
    for from_id, to_id in session.execute(select(col(Move.from_claim_id), col(Move.to_claim_id))):
        chains.join(from_id, to_id)
    for line, moved_from, to_id in told:
        from_id = new_ids.get(moved_from)
        if chains.later.get(from_id or moved_from) == to_id:
            continue
        fault = chains.fault(from_id, to_id)
        if from_id is None:
            yield line, f"{moved_from} is not in the file"
        elif fault:
            yield line, fault
        else:
            chains.join(from_id, to_id)
            session.add(Move(from_claim_id=from_id, to_claim_id=to_id))


class _Chains:
    """Knows the neighbours of each step, and of each end of a chain the other end."""

    def __init__(self) -> None:
        self.later: dict[int, int] = {}
        self._earlier: dict[int, int] = {}
        self._other_end: dict[int, int] = {}

    def join(self, from_id: int, to_id: int) -> None:
        """Note that one follows the other."""
        self.later[from_id], self._earlier[to_id] = to_id, from_id
        first = self._other_end.pop(from_id, from_id)
        last = self._other_end.pop(to_id, to_id)
        self._other_end[first], self._other_end[last] = last, first

    def fault(self, from_id: int | None, to_id: int) -> str:
        """Why the one cannot follow the other; empty where it can."""
        if from_id == to_id:
            return "a claim cannot follow itself"
        if from_id in self.later or to_id in self._earlier:
            return f"the chain of claim {from_id} goes on otherwise here"
        if self._other_end.get(to_id) == from_id:
            return "the chain would end where it begins"
        return ""
