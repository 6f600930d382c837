"""Claimants for tests, read as they are now; no transaction is left open that others wait for."""

from sqlmodel import Session, col, select

from claimtracker.claims.claimants import ClaimantDraft
from claimtracker.operations.edit_claimant import draft_of
from claimtracker.storage.tables import Claimant


def claimant_id(session: Session, name: str) -> int:
    """The id of the claimant of this name."""
    session.rollback()
    found = session.exec(select(Claimant.id).where(Claimant.name == name)).one()
    session.rollback()
    assert found is not None
    return found


def stored(session: Session, key: int) -> ClaimantDraft:
    """The claimant as the database holds it now."""
    session.rollback()
    session.expire_all()
    found = session.get(Claimant, key)
    assert found is not None
    draft = draft_of(found)
    session.rollback()
    return draft


def other(session: Session, key: int, **fields: object) -> ClaimantDraft:
    """The stored claimant with these fields changed."""
    return ClaimantDraft.of(**{**stored(session, key).model_dump(), **fields})


def names(session: Session) -> list[str]:
    """The names of all claimants, in their order of entry."""
    session.rollback()
    found = list(session.exec(select(Claimant.name).order_by(col(Claimant.id))))
    session.rollback()
    return found
