"""Read all there is about one claim, and the names already in use."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.storage.claim_details import claim_details
from claimtracker.storage.tables import Claimant, Tag


@dataclass(frozen=True)
class Names:
    """What the form can complete while it is typed."""

    claimants: tuple[str, ...]
    tags: tuple[str, ...]


def show_claim(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails:
    """Return the claim with occurrences, evidence, assessments, moves and changes.

    Raises NotFound where there is none of that id.
    """
    return claim_details(session, claim_id, as_of)


def names(session: Session) -> Names:
    """Return the claimants and tags in use, in the order of the alphabet."""
    claimants = session.exec(select(Claimant.name).order_by(col(Claimant.name))).all()
    tags = session.exec(select(Tag.name).order_by(col(Tag.name))).all()
    return Names(tuple(claimants), tuple(tags))
