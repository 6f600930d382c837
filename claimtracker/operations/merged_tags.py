"""The tags of claims, put on the claim that they restate."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from claimtracker.storage.around_claims import tags_of
from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Claim, ClaimTag, Tag


class Tags:
    """Knows what the claim that stays is tagged with, read once."""

    def __init__(self, session: Session, stays_id: int) -> None:
        self._session = session
        self._stays_id = stays_id
        self._carried = {name.casefold() for name in tags_of(session, [stays_id])[stays_id]}

    def take_in(self, claims: Sequence[Claim]) -> None:
        """Put on what it does not carry yet, in whatever case; the others keep theirs."""
        ids = [claim.id or 0 for claim in claims]
        put_on = select(col(ClaimTag.tag_id)).where(among(col(ClaimTag.claim_id), ids))
        asked = select(Tag).where(col(Tag.id).in_(put_on)).order_by(col(Tag.id))
        for tag in self._session.exec(asked):
            if tag.name.casefold() not in self._carried:
                self._carried.add(tag.name.casefold())
                self._session.add(ClaimTag(claim_id=self._stays_id, tag_id=tag.id or 0))
