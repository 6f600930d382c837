"""Which claims were judged by somebody else since their verdicts were shown."""

from collections.abc import Mapping

from sqlalchemy import func
from sqlmodel import Session, col, select

from claimtracker.claims.errors import ChangedMeanwhile
from claimtracker.claims.vocabulary import Verdict
from claimtracker.storage.tables import Assessment
from claimtracker.storage.verdict_labels import kept_labels


def refuse_judged_since(session: Session, seen: Mapping[int, int]) -> None:
    """Refuse where the newest assessment of a claim is not the one that was seen, 0 for none.

    Raises ChangedMeanwhile. Called within the action that gives the verdict, so that none can come
    between.
    """
    for claim_id, seen_id in seen.items():
        asked = select(Assessment).where(col(Assessment.claim_id) == claim_id)
        newest = session.exec(asked.order_by(col(Assessment.id).desc()).limit(1)).first()
        if (newest.id if newest else 0) != seen_id:
            verdict = Verdict(newest.verdict) if newest else Verdict.NOT_YET_RATED
            raise ChangedMeanwhile("verdict", kept_labels(session).of(verdict))


def newest_assessment(session: Session) -> int:
    """Return the id of the newest assessment of all, 0 for none: what is shown is up to there."""
    return session.exec(select(func.max(col(Assessment.id)))).one() or 0


def judged_after(session: Session, assessment_id: int) -> set[int]:
    """Return the claims with a newer assessment than this one."""
    newer = select(Assessment.claim_id).where(col(Assessment.id) > assessment_id)
    return set(session.exec(newer).all())
