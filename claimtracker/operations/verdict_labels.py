"""Read what the database calls the verdicts."""

from sqlmodel import Session

from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.storage.verdict_labels import kept_labels


def verdict_labels(session: Session) -> VerdictLabels:
    """Return every verdict with its label, in the order of the house."""
    return kept_labels(session)
