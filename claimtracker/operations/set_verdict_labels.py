"""Call the verdicts by a house's own words, in its own order."""

from sqlmodel import Session

from claimtracker.claims.verdict_labels import VerdictLabels, checked_labels
from claimtracker.storage.change_log import recorded
from claimtracker.storage.verdict_labels import keep_labels

NAME = "what verdicts are called"


def set_verdict_labels(session: Session, labels: VerdictLabels, *, by: str) -> VerdictLabels:
    """Store labels and order with the database, as one action; return what is stored now.

    No verdict changes by it: assessments, columns and queries keep the codes. Raises BadLabel for
    an empty label and for one that two verdicts have.
    """
    checked = checked_labels(labels.rows)
    with recorded(session, NAME, by):
        keep_labels(session, checked)
    return checked
