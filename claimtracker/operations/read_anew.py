"""Read stored claims anew, within an action that is already open."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from claimtracker.operations.read_deadline import Reader
from claimtracker.operations.terms_of_office import Terms
from claimtracker.operations.what_would_change import ReadAs, reread
from claimtracker.storage.tables import Claim, Claimant


def read_anew(session: Session, ids: Sequence[int], by: Reader, terms: Terms) -> int:
    """Read these claims by what counts now; return how many read otherwise than is stored.

    Every claim is read as it stands at this moment: one edited meanwhile by its new words, one set
    by hand meanwhile or put into the bin not at all.
    """
    asked = select(Claim, Claimant.name).outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
    claims = session.exec(asked.where(col(Claim.id).in_(ids))).all()
    found = [
        None if claim.binned_at else reread(claim, by, terms.of(claimant, claim.stated_on))
        for claim, claimant in claims
    ]
    for (claim, _), other in zip(claims, found, strict=True):
        if other is not None:
            _write(claim, other.becomes)
    session.flush()
    for claim, _ in claims:
        session.expunge(claim)  # a hundred thousand of them would not stay small
    return len(found) - found.count(None)


def _write(claim: Claim, becomes: ReadAs) -> None:
    window = becomes.window
    claim.opens_on, claim.due_on, claim.latest_on = window.opens_on, window.due_on, window.latest_on
    claim.precision, claim.rule = becomes.precision, becomes.rule
