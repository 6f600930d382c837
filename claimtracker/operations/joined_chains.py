"""The place in a chain of moved deadlines that a claim takes over from those that restate it."""

from collections.abc import Sequence

from sqlalchemy import or_
from sqlmodel import Session, col, select

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.chain_links import move_from, move_to
from claimtracker.storage.moves import chain_ids
from claimtracker.storage.named_ids import among
from claimtracker.storage.restatements import one_with
from claimtracker.storage.tables import Claim, Move


class Chain:
    """The chain of the claim that stays, walked once and again where another one joins it."""

    def __init__(self, session: Session, stays_id: int) -> None:
        self._session = session
        self._stays_id = stays_id
        self._ends = one_with(session, chain_ids(session, stays_id))

    def take_in(self, claims: Sequence[Claim]) -> None:
        """Take over the neighbours of these claims, which restate the one that stays from now on.

        Where both moved an earlier deadline, each keeps its move to itself: that of the other shows
        in its chain as what it restates. Raises ClaimTrackerError for two steps of one chain, and
        where both were moved on to different claims.
        """
        moved = self._moved([claim.id or 0 for claim in claims])
        for claim in claims:
            claim_id = claim.id or 0
            if claim_id in self._ends:
                raise self._is_one_chain(claim_id)
            if claim_id in moved:
                self._join(claim_id)
            claim.restates_id = self._stays_id

    def _moved(self, claim_ids: Sequence[int]) -> set[int]:
        """Those of the claims that have a neighbour in a chain."""
        ends = (col(Move.from_claim_id), col(Move.to_claim_id))
        asked = select(*ends).where(or_(*(among(end, claim_ids) for end in ends)))
        return {claim_id for move in self._session.exec(asked) for claim_id in move}

    def _join(self, claim_id: int) -> None:
        session, stays_id = self._session, self._stays_id
        session.flush()  # the walk along a chain sees only what is written
        if stays_id in one_with(session, chain_ids(session, claim_id)):
            raise self._is_one_chain(claim_id)
        came = move_to(session, claim_id)
        if came is not None and move_to(session, stays_id) is None:
            came.to_claim_id = stays_id
        went, goes = move_from(session, claim_id), move_from(session, stays_id)
        if went is not None and goes is None:
            went.from_claim_id = stays_id
        elif went is not None and goes is not None:
            _refuse_fork(session, (claim_id, went.to_claim_id), (stays_id, goes.to_claim_id))
        session.flush()
        self._ends = one_with(session, chain_ids(session, stays_id))

    def _is_one_chain(self, claim_id: int) -> ClaimTrackerError:
        """A chain is not folded: a deadline that was moved was not said again, but replaced."""
        return ClaimTrackerError(
            f"Claims {claim_id} and {self._stays_id} are steps of one chain of moved deadlines: "
            "a step cannot restate another one."
        )


def _refuse_fork(session: Session, one: tuple[int, int], other: tuple[int, int]) -> None:
    """Refuse two ways on from one claim, unless the later claims were brought together before."""
    (claim_id, went_to), (of_claim_id, goes_to) = one, other
    if one_with(session, [went_to]) != one_with(session, [goes_to]):
        raise ClaimTrackerError(
            f"The deadlines of claims {claim_id} and {of_claim_id} were moved on to claims "
            f"{went_to} and {goes_to}: mark one of those as a restatement of the other first."
        )
