"""A small case that odd texts are put into, and that is begun anew before it grows."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import text
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, EvidenceDraft
from claimtracker.claims.vocabulary import Relation
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.verify import verify
from claimtracker.storage.engine import Database, open_database
from tests.faults.odd_fields import BY, DAY, FIRST

_USES = 100
_COUNT = text("SELECT count(*) FROM action")


def begin(path: Path) -> None:
    """Enter what the odd texts are about."""
    database = open_database(path, create=True)
    with database.session() as session:
        for summary in ("Sign the deal", "Open the line"):
            draft = ClaimDraft.of(
                summary=summary, quote="We will.", claimant="Ada Lo", condition="if dry", tags=["x"]
            )
            add_claim(session, draft.model_copy(update={"stated_on": DAY}), by=BY)
        evidence = EvidenceDraft.of(relation=Relation.CONTEXT, title="Page", excerpt="Signed.")
        link_evidence(session, [FIRST], evidence, by=BY)
    database.close()


class OddCase:
    """One copy after the other of the same case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._base = folder / "base.db"
        self._uses = 0
        self.problems: list[str] = []
        self.empty = folder / "empty.db"
        open_database(self.empty, create=True).close()
        begin(self._base)
        self.database: Database = self._anew()

    @property
    def path(self) -> Path:
        """The file of the copy in use."""
        return self.folder / "claims.db"

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Give a session; what is refused must have changed nothing."""
        self._uses += 1
        if self._uses % _USES == 0:
            self.close()
            self.database = self._anew()
        with self.database.session() as session:
            before = session.execute(_COUNT).scalar()
            session.rollback()
            try:
                yield session
            except BaseException:
                session.rollback()
                if session.execute(_COUNT).scalar() != before:
                    self.problems.append("something was written by what was refused")
                raise

    def close(self) -> None:
        """Look whether rows, log and files still agree, and leave off."""
        with self.database.session() as session:
            self.problems += verify(session).problems
        self.database.close()

    def _anew(self) -> Database:
        for old in self.folder.glob("claims.db*"):
            old.unlink()
        with suppress(FileNotFoundError):
            shutil.rmtree(self.folder / "files")
        return open_database(Path(shutil.copy(self._base, self.path)))
