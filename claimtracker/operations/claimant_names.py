"""A name leads to one claimant only."""

from collections.abc import Sequence

from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantDraft, ClaimantNameTaken
from claimtracker.storage.claimants import claimants_called


def refuse_taken(session: Session, draft: ClaimantDraft, own_ids: Sequence[int]) -> None:
    """Raise ClaimantNameTaken where one of the names leads to somebody else already."""
    for name in draft.names:
        for other in claimants_called(session, name):
            if other.id not in own_ids:
                raise ClaimantNameTaken(name, other.id, other.name)
