"""The conventions of reading that this database keeps."""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from claimtracker.deadlines import CONVENTIONS, BadConvention, Policy, policy_from, tidied
from claimtracker.storage.tables import ChangedConvention

_KNOWN = [convention.key for convention in CONVENTIONS]


def kept_texts(session: Session) -> dict[str, str]:
    """Return the conventions changed from their defaults as they are stored, by key."""
    found = session.exec(select(ChangedConvention).order_by(col(ChangedConvention.id)))
    return {row.key: row.text for row in found}


def kept_policy(session: Session) -> Policy:
    """Return the policy that the stored conventions make.

    A key of a newer program counts for nothing, a text that cannot be read as the default, and so
    do two that contradict each other.
    """
    kept = {key: text for key, text in kept_texts(session).items() if _is_sound(key, text)}
    while True:
        try:
            return policy_from(kept)
        except BadConvention as error:
            kept = {key: text for key, text in kept.items() if key not in (error.key, error.other)}


def keep_texts(session: Session, changed: Mapping[str, str]) -> None:
    """Make these the conventions changed from their defaults; unknown keys stay as they are."""
    rows = session.exec(select(ChangedConvention).where(col(ChangedConvention.key).in_(_KNOWN)))
    stored = {row.key: row for row in rows}
    for key, row in stored.items():
        if key not in changed:
            session.delete(row)
        elif row.text != changed[key]:
            row.text = changed[key]
    new = (key for key in changed if key not in stored)
    session.add_all(ChangedConvention(key=key, text=changed[key]) for key in new)


def _is_sound(key: str, text: object) -> bool:
    if key not in _KNOWN or not isinstance(text, str):  # SQLite keeps bytes in a column of text
        return False
    try:
        tidied(key, text)
    except BadConvention:
        return False
    return True
