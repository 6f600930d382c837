"""Claims that were brought together: which one each restates now, and what restates a claim."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import select
from sqlmodel import Session, col

from claimtracker.claims.rows import RestatingRow
from claimtracker.claims.vocabulary import Verdict
from claimtracker.storage.tables import Claim, Claimant

_ASKED = 500  # ids a query; SQLite binds no more than some thousands


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """Give the ids in lists that a query can bind."""
    rest = iter(ids)
    while batch := list(islice(rest, _ASKED)):
        yield batch


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


def _restated(session: Session, ids: set[int]) -> dict[int, int]:
    """Those of the claims that restate another one, with that one."""
    found: dict[int, int] = {}
    for batch in batches(sorted(ids)):
        asked = select(col(Claim.id), col(Claim.restates_id)).where(
            col(Claim.id).in_(batch), col(Claim.restates_id).is_not(None)
        )
        found.update((row[0], row[1]) for row in session.execute(asked))
    return found


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
