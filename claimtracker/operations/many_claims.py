"""The same done to many claims in one action: a batch at a time, watched, and named as one step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.vocabulary import of_claims
from claimtracker.operations.claim_parts import named
from claimtracker.operations.what_would_change import never, no_progress
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.logged_rows import BATCH, batches
from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Claim


class Stopped(ClaimTrackerError):
    """A person stopped it before it was done; nothing was changed."""


@dataclass(frozen=True)
class Watch:
    """Hears how many claims are done, of how many, and says whether to go on."""

    on_progress: Callable[[int, int], None] = no_progress
    is_cancelled: Callable[[], bool] = never

    def batches(self, claim_ids: Sequence[int], size: int = BATCH) -> Iterator[list[int]]:
        """Give the claims a batch at a time; raise Stopped where the person wants no more."""
        done, total = 0, len(claim_ids)
        for batch in batches(claim_ids, size):
            if self.is_cancelled():
                raise Stopped("It was stopped; nothing was changed.")
            self.on_progress(done, total)
            yield batch
            done += len(batch)
        self.on_progress(done, total)


UNWATCHED = Watch()


def refuse_missing(session: Session, claim_ids: Sequence[int]) -> None:
    """Raise NotFound with the first of the claims that is not there."""
    found = set(
        session.execute(select(col(Claim.id)).where(among(col(Claim.id), claim_ids))).scalars()
    )
    for claim_id in claim_ids:
        if claim_id not in found:
            raise NotFound(f"There is no claim {claim_id}.")


def called(session: Session, claim_ids: Sequence[int]) -> str:
    """What the undo menu calls these claims: the one by its summary, several by their number."""
    if len(claim_ids) == 1:
        return named(find_claim(session, claim_ids[0]).summary)
    return of_claims(len(claim_ids))
