"""Find the stored claims that what is being entered looks like, of the same claimant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.utils import default_process
from sqlmodel import Session

from claimtracker.claims.said_rows import NearClaim
from claimtracker.operations.likeness import LEAST_ALIKE, Said, likeness
from claimtracker.operations.resembling_claims import is_same_person
from claimtracker.storage.near_claims import near_claims

MOST_OFFERED = 3
_LEAST_WITHOUT_NAME = 88  # of 100, while it is not said yet whose words they are
_LONGEST = 4_000  # characters of a quote that are compared; the rest tells nothing new


@dataclass(frozen=True)
class LooksSaid:
    """A stored claim that looks like what is being entered; `likeness` runs to 100."""

    claim_id: int
    summary: str
    claimant: str
    stated_on: date | None
    deadline_wording: str
    likeness: float


def said_before(
    session: Session, summary: str, quote: str, claimant: str, *, without: Sequence[int] = ()
) -> list[LooksSaid]:
    """Return the few claims that look like these words, the likest first.

    They are the claimant's; while none is named, anybody's in nearly the same words. The bin and
    the claims `without` are left out.
    """
    said = Said.of(summary[:_LONGEST], quote[:_LONGEST])
    name = default_process(claimant).split()
    least = LEAST_ALIKE if name else _LEAST_WITHOUT_NAME
    near = near_claims(session, name[-1] if name else "", f"{said.summary} {said.quote}")
    found = [
        _compared(claim, said, least)
        for claim in near
        if claim.claim_id not in without and _may_be(claim, name)
    ]
    likely = [it for it in found if it.likeness]
    return sorted(likely, key=lambda it: it.likeness, reverse=True)[:MOST_OFFERED]


def _may_be(claim: NearClaim, name: Sequence[str]) -> bool:
    return not name or is_same_person(default_process(claim.claimant).split(), name)


def _compared(claim: NearClaim, said: Said, least: float) -> LooksSaid:
    known = Said.of(claim.summary[:_LONGEST], claim.quote[:_LONGEST])
    return LooksSaid(
        claim.claim_id,
        claim.summary,
        claim.claimant,
        claim.stated_on,
        claim.deadline_wording,
        likeness(said, known, least),
    )
