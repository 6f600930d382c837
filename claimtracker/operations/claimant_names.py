"""A name leads to one claimant only."""

from collections.abc import Sequence

from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantDraft, ClaimantNameTaken
from claimtracker.storage.claimants import claimants_called, find_claimant


def refuse_taken(session: Session, draft: ClaimantDraft, own_ids: Sequence[int]) -> None:
    """Raise ClaimantNameTaken where one of the names leads to somebody else already.

    A name that these claimants had before stays theirs: a table may bring "Rubio", "RUBIO" and
    "rubio" as three, of whom two can only be merged after the other.
    """
    rows = [find_claimant(session, key) for key in own_ids]
    held = {name.casefold() for row in rows for name in (row.name, *row.aliases.splitlines())}
    for name in draft.names:
        if name.casefold() not in held:
            for other in claimants_called(session, name):
                if other.id not in own_ids:
                    raise ClaimantNameTaken(name, other.id, other.name)
