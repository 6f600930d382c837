"""What this database calls the verdicts, and the order in which it lists them."""

from sqlmodel import Session, col, select

from claimtracker.claims.verdict_labels import (
    DEFAULT_LABELS,
    BadLabel,
    VerdictLabels,
    checked_labels,
)
from claimtracker.claims.vocabulary import Verdict
from claimtracker.storage.tables import VerdictLabel

_CODES = frozenset(Verdict)


def kept_labels(session: Session) -> VerdictLabels:
    """Return the labels that are stored, or the defaults.

    A code of a newer program counts for nothing, and so do rows that another program wrote and
    that cannot be labels: then all of them have their defaults.
    """
    asked = select(VerdictLabel.verdict, VerdictLabel.label)
    found = session.exec(asked.order_by(col(VerdictLabel.position), col(VerdictLabel.id))).all()
    if not all(isinstance(text, str) for _, text in found):  # SQLite keeps bytes in such a column
        return DEFAULT_LABELS
    try:
        return checked_labels((Verdict(code), text) for code, text in found if code in _CODES)
    except BadLabel:
        return DEFAULT_LABELS


def keep_labels(session: Session, labels: VerdictLabels) -> None:
    """Store these labels; the defaults are stored as nothing. Unknown codes stay as they are."""
    asked = select(VerdictLabel).where(col(VerdictLabel.verdict).in_(sorted(_CODES)))
    stored = {row.verdict: row for row in session.exec(asked)}
    if labels.is_default:
        for spare in stored.values():
            session.delete(spare)
        return
    for position, (verdict, label) in enumerate(labels.rows):
        row = stored.get(verdict.value)
        if row is None:
            session.add(VerdictLabel(verdict=verdict.value, label=label, position=position))
        elif (row.label, row.position) != (label, position):
            row.label, row.position = label, position
