"""Let claims of the bin go for good, with all that belongs to them alone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, text
from sqlmodel import Session, SQLModel, col

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.operations.many_claims import UNWATCHED, Watch, called, refuse_missing
from claimtracker.storage.change_log import recorded
from claimtracker.storage.logged_rows import add_rows, batches, change_rows, remove_rows
from claimtracker.storage.named_ids import among
from claimtracker.storage.state_sql import on_the_shelf
from claimtracker.storage.tables import (
    Assessment,
    AssessmentEvidence,
    Claim,
    ClaimTag,
    EvidenceLink,
    Move,
    Occurrence,
    ToldApart,
)

_OWN: tuple[type[SQLModel], ...] = (
    AssessmentEvidence,
    ToldApart,
    Assessment,
    EvidenceLink,
    ClaimTag,
    Occurrence,
)


@dataclass(frozen=True)
class Going:
    """What goes with these claims; `documents` bear on nothing else and go to the inbox."""

    claim_ids: tuple[int, ...]
    occurrences: int
    links: int
    documents: int
    verdicts: int
    moves: int
    tags: int


def what_goes(session: Session, claim_ids: Sequence[int] | None = None) -> Going:
    """Count what would go with these claims; without them with all that the bin holds."""
    ids = _binned(session) if claim_ids is None else list(claim_ids)
    linked = select(col(EvidenceLink.evidence_id)).where(among(col(EvidenceLink.claim_id), ids))
    elsewhere = select(col(EvidenceLink.evidence_id)).where(~among(col(EvidenceLink.claim_id), ids))
    return Going(
        claim_ids=tuple(ids),
        occurrences=_count(session, _of(Occurrence, ids)),
        links=_count(session, _of(EvidenceLink, ids)),
        documents=_count(session, linked.where(col(EvidenceLink.evidence_id).not_in(elsewhere))),
        verdicts=_count(session, _of(Assessment, ids)),
        moves=_count(session, select(col(Move.id)).where(_is_move_of(ids))),
        tags=_count(session, _of(ClaimTag, ids)),
    )


def empty_bin(
    session: Session,
    *,
    by: str,
    claim_ids: Sequence[int] | None = None,
    watch: Watch = UNWATCHED,
) -> int:
    """Let all of the bin go as one action; return how many claims went.

    With `claim_ids`, as a person was told of them, no other claims go. Raises ClaimTrackerError,
    with nothing gone, where one of them was taken out of the bin meanwhile.
    """
    with recorded(session, "empty the bin", by) as action:
        ids = _binned(session) if claim_ids is None else claim_ids
        action.name = f"empty the bin of {of_claims(len(ids))}"
        return _let_go(session, ids, watch)


def delete_for_good(
    session: Session, claim_ids: Sequence[int], *, by: str, watch: Watch = UNWATCHED
) -> int:
    """Let these claims of the bin go as one action; return how many went.

    Raises ClaimTrackerError, with nothing gone, where one of them is not in the bin.
    """
    with recorded(session, "delete for good", by) as action:
        refuse_missing(session, claim_ids)
        action.name = f"delete for good {called(session, claim_ids)}"
        return _let_go(session, claim_ids, watch)


def _let_go(session: Session, claim_ids: Sequence[int], watch: Watch) -> int:
    ids = list(dict.fromkeys(claim_ids))
    refuse_missing(session, ids)
    _refuse_unbinned(session, ids)
    session.execute(text("PRAGMA defer_foreign_keys = ON"))  # they may name one another
    _close_chains(session, ids)
    _forget_restated(session, ids)
    gone = 0
    for batch in watch.batches(ids):
        for table in _OWN:
            asked = _selected(table, batch)
            remove_rows(session, table, session.execute(asked).scalars().all())
        gone += remove_rows(session, Claim, batch)
    return gone


def _selected(table: type[SQLModel], ids: Sequence[int]) -> Select[Any]:
    """The rows of a table that belong to these claims."""
    if table is AssessmentEvidence:
        found = select(col(AssessmentEvidence.id)).join(
            Assessment, col(Assessment.id) == AssessmentEvidence.assessment_id
        )
        return found.where(among(col(Assessment.claim_id), ids))
    if table is ToldApart:
        sides = (col(ToldApart.claim_id), col(ToldApart.other_claim_id))
        return select(col(ToldApart.id)).where(or_(*(among(side, ids) for side in sides)))
    return _of(table, ids)


def _close_chains(session: Session, ids: Sequence[int]) -> None:
    """Take the claims out of their chains: what came before one is followed by what came after."""
    found = select(col(Move.id), col(Move.from_claim_id), col(Move.to_claim_id))
    moves = session.execute(found.where(_is_move_of(ids))).all()
    later = {from_id: to_id for _id, from_id, to_id in moves}
    going = frozenset(ids)
    remove_rows(session, Move, [move.id for move in moves])
    closed = [
        {"from_claim_id": start, "to_claim_id": end}
        for start in later
        if start not in going and (end := _first_kept(later, start, going)) not in (None, start)
    ]
    add_rows(session, Move, closed)


def _first_kept(later: dict[int, int], start: int, going: frozenset[int]) -> int | None:
    step = later.get(start)
    for _ in later:  # no chain is longer, and a circle ends here, too
        if step is None or step not in going:
            return step
        step = later.get(step)
    return None


def _forget_restated(session: Session, ids: Sequence[int]) -> None:
    """Let what stays in the bin restate no claim that goes, but the one that this restated."""
    asked = select(col(Claim.id), col(Claim.restates_id))
    gone = asked.where(among(col(Claim.id), ids), col(Claim.restates_id).is_not(None))
    further: dict[int, int] = {key: other or 0 for key, other in session.execute(gone)}
    going = frozenset(ids)
    leading: dict[int | None, list[int]] = defaultdict(list)
    for key, other in session.execute(asked.where(among(col(Claim.restates_id), ids))):
        if key not in going:
            leading[_first_kept(further, other, going) if other else None].append(key)
    for other_id, staying in leading.items():
        change_rows(session, Claim, staying, {"restates_id": other_id})


def _refuse_unbinned(session: Session, ids: Sequence[int]) -> None:
    for batch in batches(ids):
        asked = select(col(Claim.summary)).where(among(col(Claim.id), batch), on_the_shelf())
        if (summary := session.execute(asked.limit(1)).scalar()) is not None:
            raise ClaimTrackerError(
                f"“{summary[:60]}” is not in the bin: only what lies there goes. Nothing went."
            )


def _binned(session: Session) -> list[int]:
    asked = select(col(Claim.id)).where(col(Claim.binned_at).is_not(None))
    return list(session.execute(asked.order_by(col(Claim.id))).scalars())


def _of(table: Any, ids: Sequence[int]) -> Select[Any]:  # noqa: ANN401 - tables with a claim_id
    return select(col(table.id)).where(among(col(table.claim_id), ids))


def _is_move_of(ids: Sequence[int]) -> ColumnElement[bool]:
    return or_(*(among(end, ids) for end in (col(Move.from_claim_id), col(Move.to_claim_id))))


def _count(session: Session, asked: Select[Any]) -> int:
    return int(
        session.execute(select(func.count()).select_from(asked.distinct().subquery())).scalar_one()
    )
