"""Put tags on claims and take tags off them."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlmodel import Session, col

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.claim_parts import tag_id
from claimtracker.operations.many_claims import UNWATCHED, Watch, called, refuse_missing
from claimtracker.storage.change_log import recorded
from claimtracker.storage.logged_rows import add_rows, remove_rows
from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import ClaimTag, Tag


def tag_claims(
    session: Session,
    claim_ids: Sequence[int],
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    by: str,
    watch: Watch = UNWATCHED,
) -> int:
    """Make these claims carry the tags to add and not those to remove; return how many changed.

    Case does not make two tags of one. Raises ClaimTrackerError for a tag that is in both.
    """
    if both := {name.casefold() for name in add} & {name.casefold() for name in remove}:
        raise ClaimTrackerError(f"The tag {min(both)} cannot be put on and taken off at once.")
    with recorded(session, "tags", by) as action:
        refuse_missing(session, claim_ids)
        action.name = f"{_told(add, remove)} on {called(session, claim_ids)}"
        wanted = [tag_id(session, name) for name in add]
        unwanted = _known(session, remove)
        changed = 0
        for batch in watch.batches(claim_ids):
            touched = _take_off(session, batch, unwanted)
            for key in wanted:
                touched |= _put_on(session, batch, key)
            changed += len(touched)
        return changed


def _told(add: Sequence[str], remove: Sequence[str]) -> str:
    words = [*(f"+{name}" for name in add), *(f"-{name}" for name in remove)]
    return f"tags {', '.join(words)}"


def _known(session: Session, names: Sequence[str]) -> list[int]:
    folded = [name.casefold() for name in names]
    asked = select(col(Tag.id)).where(func.casefold(col(Tag.name)).in_(folded))
    return list(session.execute(asked).scalars())


def _put_on(session: Session, claim_ids: Sequence[int], key: int) -> set[int]:
    carried = select(col(ClaimTag.claim_id)).where(
        col(ClaimTag.tag_id) == key, among(col(ClaimTag.claim_id), claim_ids)
    )
    bare = set(claim_ids) - set(session.execute(carried).scalars())
    rows = ({"claim_id": claim_id, "tag_id": key} for claim_id in sorted(bare))
    add_rows(session, ClaimTag, rows)
    return bare


def _take_off(session: Session, claim_ids: Sequence[int], keys: Sequence[int]) -> set[int]:
    asked = select(col(ClaimTag.id), col(ClaimTag.claim_id)).where(
        col(ClaimTag.tag_id).in_(keys), among(col(ClaimTag.claim_id), claim_ids)
    )
    carried = {link_id: claim_id for link_id, claim_id in session.execute(asked)}
    remove_rows(session, ClaimTag, carried)
    return set(carried.values())
