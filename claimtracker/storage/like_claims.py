"""What a search for claims entered twice reads: texts by claimant, and what was told apart."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col

from claimtracker.storage.named_ids import among
from claimtracker.storage.state_sql import on_the_shelf
from claimtracker.storage.tables import Claim, Claimant, Move, ToldApart


@dataclass(frozen=True)
class ClaimTexts:
    """What a claim is compared by; `claimant_id` says who said it."""

    claim_id: int
    claimant_id: int
    summary: str
    quote: str
    stated_on: date | None


def claimants(session: Session) -> list[tuple[int, str]]:
    """Return every claimant with the name."""
    asked = select(col(Claimant.id), col(Claimant.name)).order_by(col(Claimant.id))
    return [(key, name) for key, name in session.execute(asked)]


def claim_count(session: Session) -> int:
    """Count the claims of claimants, those in the bin left out."""
    asked = select(func.count()).select_from(Claim)
    known = asked.where(on_the_shelf(), col(Claim.claimant_id).is_not(None))
    count: int = session.execute(known).scalar_one()
    return count


def texts_of(session: Session, claimant_ids: Sequence[int]) -> list[ClaimTexts]:
    """Return the claims of these claimants in the order of entry, those in the bin left out."""
    asked = select(
        col(Claim.id),
        col(Claim.claimant_id),
        col(Claim.summary),
        col(Claim.quote),
        col(Claim.stated_on),
    ).where(among(col(Claim.claimant_id), claimant_ids), on_the_shelf())
    return [ClaimTexts(*row) for row in session.execute(asked.order_by(col(Claim.id)))]


def told_apart(session: Session) -> set[tuple[int, int]]:
    """Return the pairs that a person found to be two claims, the smaller id first."""
    asked = select(col(ToldApart.claim_id), col(ToldApart.other_claim_id))
    return {(one, other) for one, other in session.execute(asked)}


def in_bin(session: Session, ids: Sequence[int]) -> set[int]:
    """Return those of the claims that are in the bin, or not there at all."""
    standing = select(col(Claim.id)).where(among(col(Claim.id), ids), on_the_shelf())
    return set(ids).difference(session.execute(standing).scalars())


def chain_starts(session: Session) -> dict[int, int]:
    """Return for each step of a chain of moves one claim that all steps of the chain share."""
    parents: dict[int, int] = {}

    def start(key: int) -> int:
        while (parent := parents.setdefault(key, key)) != key:
            parents[key] = key = parents[parent]
        return key

    asked = select(col(Move.from_claim_id), col(Move.to_claim_id))
    for earlier, later in session.execute(asked):
        parents[start(later)] = start(earlier)
    return {key: start(key) for key in list(parents)}


def by_last_word(found: Sequence[tuple[int, Sequence[str]]]) -> list[list[int]]:
    """Group ids by the last of their words; those without any are left out."""
    groups: dict[str, list[int]] = defaultdict(list)
    for key, words in found:
        if words:
            groups[words[-1]].append(key)
    return list(groups.values())
