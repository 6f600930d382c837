"""A database with claims and a captured file, for tests of backups."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, EvidenceDraft
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.link_evidence import link_evidence

PDF = b"%PDF-1.7 signed"


def fill(session: Session, folder: Path, name: str = "deal.pdf", held: bytes = PDF) -> None:
    """Enter a claim and capture a file for it."""
    claim_id = add_claim(session, ClaimDraft.of(summary=f"Sign {name}"), by="Ada")
    file = folder / name
    file.write_bytes(held)
    link_evidence(session, [claim_id], EvidenceDraft.of(relation="fulfils"), by="Ada", file=file)
    file.unlink()


def every_row(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables, as SQLite has them."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
        asked = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        names = [name for (name,) in opened.execute(asked)]
        return {name: opened.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def stored_files(folder: Path) -> dict[str, bytes]:
    """The captured files in a folder, by their names."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
