"""Claims that were brought together: which one each restates now, and what restates a claim."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from claimtracker.claims.rows import RestatingRow
from claimtracker.claims.vocabulary import Verdict
from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Claim, Claimant


def one_with(session: Session, ids: Sequence[int]) -> set[int]:
    """Return the claims that these are today: the end of each one's restatements."""
    ends: set[int] = set()
    seen, open_ids = set(ids), set(ids)
    while open_ids:
        led_on = _restated(session, open_ids)
        ends |= open_ids - led_on.keys()
        open_ids = set(led_on.values()) - seen
        seen |= open_ids
    return ends


def _restated(session: Session, ids: Collection[int]) -> dict[int, int]:
    """Those of the claims that restate another one, with that one."""
    asked = select(col(Claim.id), col(Claim.restates_id)).where(
        among(col(Claim.id), sorted(ids)), col(Claim.restates_id).is_not(None)
    )
    return {claim_id: restates_id for claim_id, restates_id in session.execute(asked)}


def restated_by(session: Session, claim_id: int) -> tuple[RestatingRow, ...]:
    """Return the claims that were brought together with this one, in the order of entry."""
    asked = (
        select(
            col(Claim.id),
            col(Claim.summary),
            col(Claimant.name),
            col(Claim.stated_on),
            col(Claim.verdict),
        )
        .outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
        .where(col(Claim.restates_id) == claim_id)
        .order_by(col(Claim.id))
    )
    return tuple(
        RestatingRow(key, summary, name or "", stated_on, Verdict(verdict))
        for key, summary, name, stated_on, verdict in session.execute(asked)
    )
