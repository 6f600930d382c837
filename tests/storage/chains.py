"""Chains of any length put into the database at once, and a count of what is asked of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from sqlalchemy import insert
from sqlmodel import Session

from claimtracker.storage.tables import Claim, Move
from tests.storage.plans import each_statement

FIRST = date(2000, 1, 1)


def lay_chain(session: Session, steps: int, *, is_circle: bool = False) -> list[int]:
    """Store a chain of claims, each a day later than the one before; return its ids in order."""
    claims = [
        {"summary": f"Step {n}", "version": 1, "latest_on": FIRST + timedelta(n)}
        for n in range(steps)
    ]
    found = session.execute(insert(Claim).returning(Claim.__table__.c.id), claims)  # type: ignore[attr-defined]  # SQLModel hides it
    ids = sorted(found.scalars())
    later = [*ids[1:], ids[0]] if is_circle else ids[1:]
    moves = [
        {"from_claim_id": here, "to_claim_id": there}
        for here, there in zip(ids, later, strict=False)
    ]
    if moves:
        session.execute(insert(Move), moves)
    session.commit()
    return ids


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    """The statements that the block sends to the database."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    with each_statement(session, note):
        yield sent
