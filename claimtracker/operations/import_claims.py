"""Take claims in from a table: what would be added, changed, skipped and refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.operations.add_imported import Adding
from claimtracker.operations.imported_moves import ToldMove, link_moves
from claimtracker.operations.imported_row import ImportedClaim, imported_claim
from claimtracker.operations.standing_claims import StandingClaims
from claimtracker.operations.write_imported import change_imported
from claimtracker.reports.tables import read_table
from claimtracker.storage.change_log import recorded


@dataclass(frozen=True)
class Refusal:
    """A row that was not taken as it stands, and why; `line` is the file's own."""

    line: int
    reason: str


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or with a dry run would do."""

    added: int
    changed: int
    skipped: int
    refused: tuple[Refusal, ...]


class _DryRun(Exception):
    """Ends a rehearsal: no error, it only takes the way out through the rollback."""


def import_claims(
    session: Session,
    path: Path,
    *,
    by: str,
    dry_run: bool = False,
    columns: Mapping[str, str] | None = None,
) -> ImportResult:
    """Import the claims of a .csv or .json file as one action that one undo takes back.

    A row is the same claim as one stored here when id and created_at agree, or summary,
    claimant, day said and wording do; then only what differs is changed. `columns` names the
    field of a foreign column. With `dry_run` all of it is tried and nothing kept.
    """
    taken = _Import()
    try:
        with recorded(session, f"import {path.name}", by):
            known, adding = StandingClaims(session), Adding(session, by)
            for row in read_table(path, columns):
                try:
                    taken.note(session, imported_claim(row), known, adding, by)
                except ClaimTrackerError as error:
                    taken.refused.append(Refusal(row.line, str(error)))
            adding.write()
            taken.link_moves(session)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return taken.result()


@dataclass
class _Import:
    """The running count, and which id of the file became which here."""

    added: int = 0
    changed: int = 0
    skipped: int = 0
    refused: list[Refusal] = field(default_factory=list)
    new_ids: dict[int, int] = field(default_factory=dict)
    moves: list[ToldMove] = field(default_factory=list)

    def note(
        self, session: Session, claim: ImportedClaim, known: StandingClaims, adding: Adding, by: str
    ) -> None:
        """Add or change one claim."""
        if claim.file_id in self.new_ids:
            raise ClaimTrackerError(f"The id {claim.file_id} stands in the file twice.")
        claim = adding.called_as_here(claim)
        claim_id = known.meet(claim)
        if claim_id is None:
            claim_id = adding.add(claim)
            self.added += 1
        elif self._is_changed(session, claim_id, claim, adding, by):
            self.changed += 1
        else:
            self.skipped += 1
        if claim.file_id is not None:
            self.new_ids[claim.file_id] = claim_id
        if claim.moved_from is not None:
            self.moves.append(ToldMove(claim.line, claim.moved_from, claim_id))

    def _is_changed(
        self, session: Session, claim_id: int, claim: ImportedClaim, adding: Adding, by: str
    ) -> bool:
        """Change a stored claim, which may come to share what was gathered with new ones."""
        adding.write()
        is_changed = change_imported(session, claim_id, claim, by)
        if is_changed:
            session.flush()
            adding.forget()
        return is_changed

    def link_moves(self, session: Session) -> None:
        """Tie the chains together, now that every claim of the file has its id."""
        for line, fault in link_moves(session, self.moves, self.new_ids):
            told = f"The claim was taken, but not its move: {fault}."
            self.refused.append(Refusal(line, told))

    def result(self) -> ImportResult:
        """The counts, as they leave the operation."""
        refused = tuple(sorted(self.refused, key=lambda refusal: refusal.line))
        return ImportResult(self.added, self.changed, self.skipped, refused)
