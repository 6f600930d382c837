"""A process that counts up in a claim's notes: each time it reads, adds one and saves."""

import sqlite3
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Barrier

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import EditConflict
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.engine import Database, open_database

SUMMARY = "Count the votes"
COUNTED = "counted"
MEETING = 10  # every so many times the forms of both are open at once, however fast each is
_PATIENCE = 120  # seconds until the other one is there, or lets go of the file


def form(database: Database, claim_id: int) -> tuple[ClaimDraft, int]:
    """Return the claim as a form shows it, and the version that it was read as."""
    with database.session() as session:
        claim = find_claim(session, claim_id)
        return ClaimDraft.of(summary=claim.summary, notes=claim.notes), claim.version


def one_more(draft: ClaimDraft) -> ClaimDraft:
    """Count up by one."""
    return ClaimDraft.of(summary=draft.summary, notes=str(int(draft.notes) + 1))


def save(database: Database, claim_id: int, draft: ClaimDraft, version: int) -> None:
    """Save a form; raises EditConflict where somebody else did meanwhile."""
    with database.session() as session:
        edit_claim(session, claim_id, draft, version=version, by="Ada")


def _is_saved(database: Database, claim_id: int, draft: ClaimDraft, version: int) -> bool:
    try:
        save(database, claim_id, draft, version)
    except EditConflict:
        return False
    return True


def count_up(path: Path, claim_id: int, times: int, both: Barrier, told_to: Connection) -> None:
    """Count up so often, again where a colleague was faster; tell of how many conflicts."""
    database, conflicts = open_database(path), 0
    for number in range(times):
        draft, version = form(database, claim_id)
        if number % MEETING == 0:
            both.wait(_PATIENCE)
        while not _is_saved(database, claim_id, one_more(draft), version):
            conflicts += 1
            draft, version = form(database, claim_id)
    database.close()
    told_to.send_bytes(f"{COUNTED} {conflicts}".encode())


def count_blindly(
    path: Path, claim_id: int, times: int, both: Barrier, told_to: Connection
) -> None:
    """A control: save over whatever is there by now."""
    with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as plain:
        for number in range(times):
            asked = "SELECT notes FROM claim WHERE id = ?"
            (notes,) = plain.execute(asked, (claim_id,)).fetchone()
            if number % MEETING == 0:
                both.wait(_PATIENCE)
            write = "UPDATE claim SET notes = ? WHERE id = ?"
            plain.execute(write, (str(int(notes) + 1), claim_id))
    told_to.send_bytes(f"{COUNTED} 0".encode())
