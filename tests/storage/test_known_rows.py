"""What an import met once stays known; what was not there is looked for again after a write."""

from sqlmodel import Session

from claimtracker.storage.change_log import recorded
from claimtracker.storage.known_rows import KnownRows
from claimtracker.storage.tables import Claimant


def test_a_claimant_that_was_missed_is_found_once_rows_were_written(session: Session) -> None:
    known = KnownRows(session)
    assert known.claimant("Ada") is None
    with recorded(session, "add", "Eve"):
        session.add(Claimant(name="Ada", aliases="Countess"))
    known.forget_missed()
    found = known.claimant("Ada")
    assert found is not None
    assert known.claimant("countess") == found
