"""Change the conventions by which deadlines are read, and read anew what the person chose."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlmodel import Session, col, select

from claimtracker.claims.vocabulary import of_claims
from claimtracker.deadlines import Policy, changed_texts
from claimtracker.operations.read_deadline import reader
from claimtracker.operations.terms_of_office import terms_of_office
from claimtracker.operations.what_would_change import (
    BATCH_ROWS,
    ReadAs,
    RereadingCancelled,
    never,
    no_progress,
    reread,
)
from claimtracker.storage.change_log import recorded
from claimtracker.storage.conventions import keep_texts
from claimtracker.storage.tables import Claim, Claimant

NAME = "how deadlines are read"


def set_policy(
    session: Session,
    policy: Policy,
    *,
    by: str,
    reread_ids: Sequence[int] = (),
    on_progress: Callable[[int, int], None] = no_progress,
    is_cancelled: Callable[[], bool] = never,
) -> int:
    """Store the policy and read these claims anew by it; return how many read otherwise now.

    Both are one action that one undo takes back. Every claim is read as it stands at this moment:
    one edited meanwhile by its new words, one set by hand meanwhile or put into the bin not at
    all. Raises RereadingCancelled, and then nothing is changed.
    """
    with recorded(session, NAME, by) as action:
        keep_texts(session, changed_texts(policy))
        count = 0
        for start in range(0, len(reread_ids), BATCH_ROWS):
            if is_cancelled():
                raise RereadingCancelled("It was stopped; nothing was changed.")
            on_progress(start, len(reread_ids))
            count += _read_anew(session, policy, reread_ids[start : start + BATCH_ROWS])
        if count:
            action.name = f"{NAME}, {of_claims(count)} re-read"
    on_progress(len(reread_ids), len(reread_ids))
    return count


def _read_anew(session: Session, policy: Policy, ids: Sequence[int]) -> int:
    by_policy = replace(reader(session), policy=policy)
    terms = terms_of_office(session)
    asked = select(Claim, Claimant.name).outerjoin(Claimant, col(Claimant.id) == Claim.claimant_id)
    claims = session.exec(asked.where(col(Claim.id).in_(ids))).all()
    found = [
        None if claim.binned_at else reread(claim, by_policy, terms.of(claimant, claim.stated_on))
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
