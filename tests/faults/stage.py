"""The main window over a case, and what the other screens of that case are opened with."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantRow
from claimtracker.claims.drafts import ClaimDraft, DocumentDraft, SourceDraft
from claimtracker.claims.events import EventRow
from claimtracker.claims.rows import ClaimDetails, DocumentRow, EvidenceRow
from claimtracker.gui.desk import Desk
from claimtracker.gui.main_view import MainView
from claimtracker.gui.main_window import MainWindow
from claimtracker.operations import list_evidence
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.list_claimants import rows as claimants_by_id
from claimtracker.operations.list_events import own_events
from claimtracker.operations.show_claim import show_claim
from claimtracker.storage.tables import Claim, Claimant, Evidence
from tests.faults.marked_case import WORD
from tests.operations.picks import ids

_KINDS = (".txt", ".md", ".html", ".svg")


@dataclass
class Stage:
    """The main window over a case, and what a screen of that case is opened with."""

    desk: Desk
    window: MainWindow
    view: MainView
    session: Session
    folder: Path
    text: str
    settle: Callable[[], None]

    @cached_property
    def claims(self) -> list[ClaimDetails]:
        """Every claim, the one with the most to tell first."""
        found = [show_claim(self.session, key, self.desk.as_of) for key in ids(self.session, Claim)]
        self.session.rollback()
        return sorted(found, key=_told_of, reverse=True)

    @property
    def claim_id(self) -> int:
        """The claim with the most to tell."""
        return self.claims[0].report.id

    @property
    def claim_ids(self) -> list[int]:
        """The claims outside the bin."""
        return [it.report.id for it in self.claims]

    @cached_property
    def evidence_ids(self) -> list[int]:
        """Every document."""
        return ids(self.session, Evidence)

    @property
    def evidence(self) -> EvidenceRow:
        """A document that bears on that claim."""
        return self.claims[0].report.evidence[0]

    @cached_property
    def claimants(self) -> list[ClaimantRow]:
        """Every claimant."""
        return list(claimants_by_id(self.session, ids(self.session, Claimant)).values())

    @cached_property
    def events(self) -> list[EventRow]:
        """The events of this database."""
        return own_events(self.session)

    @cached_property
    def captured(self) -> list[DocumentRow]:
        """Documents of several kinds whose content is markup, the files kept."""
        pairs = [(DocumentDraft.of(title=self.text[:80]), self.named_file(it)) for it in _KINDS]
        kept = keep_evidence(self.session, pairs, by=self.text)
        return list(list_evidence.rows(self.session, kept).values())

    @property
    def draft(self) -> ClaimDraft:
        """A claim that is being entered, its every field filled in."""
        told = self.text
        source = SourceDraft.model_construct(title=told, publisher=told, url=told)
        return ClaimDraft.model_construct(
            summary=told,
            quote=told,
            claimant=told,
            condition=told,
            criteria=told,
            notes=told,
            deadline_wording=told,
            tags=(told,),
            source=source,
        )

    def named_file(self, suffix: str) -> Path:
        """A file that is called by markup and holds it."""
        path = self.folder / f"<img src=red.png><b>{WORD}{suffix}"
        quoted = self.text.replace('"', '""')
        path.write_text(f'summary,quote\n"{quoted}","{quoted}"\n', encoding="utf-8")
        return path


def _told_of(details: ClaimDetails) -> tuple[bool, int]:
    report = details.report
    told = (details.moves, report.occurrences, details.changes)
    return bool(report.evidence), sum(map(len, told))
