"""Say which readings another term of office, or another name, of a claimant would change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, select

from claimtracker.claims.claimants import ClaimantDraft
from claimtracker.deadlines import Reading, Term
from claimtracker.operations.claimant_names import refuse_taken
from claimtracker.operations.read_deadline import Reader, reader
from claimtracker.operations.terms_of_office import Terms, terms_of_office
from claimtracker.operations.what_would_change import (
    Rereading,
    counted_from,
    counts_from_unknown,
    never,
    no_progress,
    reread,
    rows_to_read,
)
from claimtracker.storage.tables import Claim

_Said = tuple[str, date | None, Term | None, date | None]


def claimant_readings(
    session: Session,
    claimant_ids: Sequence[int],
    draft: ClaimantDraft,
    *,
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> list[Rereading]:
    """Return the claims of these claimants that would be read otherwise if they were this one.

    Only what the change itself brings about: a reading that would differ from the stored one as
    things stand is left out. Raises ClaimantNameTaken before anything is compared, and
    RereadingCancelled.
    """
    refuse_taken(session, draft, claimant_ids)
    known = reader(session)
    by = _Remembering(known.policy, known.own_events)
    before = terms_of_office(session)
    after = _terms_with(before, draft)
    ids = _ids(session, claimant_ids)
    rows = rows_to_read(session, ids, on_progress, is_cancelled)
    read = (_reread(row, by, before, after, draft.name) for row in rows)
    return [other for other in read if other is not None]


@dataclass(frozen=True)
class _Remembering(Reader):
    """Remembers what it has read: one claimant's deadlines are said in the same words often."""

    known: dict[_Said, Reading] = field(default_factory=dict)

    def read(
        self,
        wording: str,
        stated_on: date | None,
        term: Term | None = None,
        met_on: date | None = None,
    ) -> Reading:
        """Read it the first time; afterwards tell the same."""
        said = (wording, stated_on, term, met_on)
        if said not in self.known:
            self.known[said] = super().read(*said)
        return self.known[said]


def _reread(row: Row[Any], by: Reader, before: Terms, after: Terms, name: str) -> Rereading | None:
    was, becomes = before.of(row.claimant, row.stated_on), after.of(name, row.stated_on)
    if was == becomes or counts_from_unknown(row):
        return None
    found = reread(row, by, becomes, counted_from(row))
    if found is None:
        return None
    as_things_stand = reread(row, by, was, counted_from(row))
    is_other = as_things_stand is None or as_things_stand.becomes != found.becomes
    return found if is_other else None


def _terms_with(known: Terms, draft: ClaimantDraft) -> Terms:
    own = {name: terms for name, terms in known.own.items() if name != draft.name}
    if draft.terms:
        own[draft.name] = draft.terms
    return replace(known, own=own)


def _ids(session: Session, claimant_ids: Sequence[int]) -> list[int]:
    asked = select(Claim.id).where(
        col(Claim.claimant_id).in_(claimant_ids),
        col(Claim.deadline_wording) != "",
    )
    ids = [found for found in session.exec(asked.order_by(col(Claim.id))) if found]
    session.rollback()
    return ids
