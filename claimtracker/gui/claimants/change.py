"""What the dialogs here are about to do to claimants: looked at first, then carried out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantDraft
from claimtracker.gui.dialogs.following import Listen
from claimtracker.operations.claimant_readings import claimant_readings
from claimtracker.operations.what_would_change import Rereading


@dataclass(frozen=True)
class ClaimantChange:
    """These claimants become the one that is drafted, by this operation."""

    claimant_ids: tuple[int, ...]
    draft: ClaimantDraft
    operation: Callable[..., object]

    def preview(
        self, session: Session, *, on_progress: Listen, is_cancelled: Callable[[], bool]
    ) -> list[Rereading]:
        """Return the claims that would be read otherwise."""
        return claimant_readings(
            session,
            self.claimant_ids,
            self.draft,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )

    def carry_out(
        self,
        session: Session,
        *,
        by: str,
        reread_ids: Sequence[int],
        on_progress: Listen,
        is_cancelled: Callable[[], bool],
    ) -> int:
        """Store it, and read these claims anew."""
        self.operation(
            session,
            draft=self.draft,
            by=by,
            reread_ids=reread_ids,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )
        return len(reread_ids)
