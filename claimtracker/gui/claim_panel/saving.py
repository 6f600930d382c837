"""Storing the form: a new claim or an edit, with both texts kept where somebody else edited too."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import ClaimTrackerError, EditConflict, NotFound
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.form import ClaimForm
from claimtracker.gui.claim_panel.form_texts import OPEN, Texts
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.binned import BinnedBox
from claimtracker.gui.dialogs.conflict import ConflictDialog
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.restate_claim import add_said_again
from claimtracker.operations.show_claim import show_claim

REOPENED = ". Its condition reads otherwise now and is open again"
NO_DATE = ". It has no date and no review date: W looks again after a while"
NO_DAY = ". It has no deadline and no review date: W looks again after a while"


class Saving(QObject):
    """One save at a time; what was typed stays in the form whatever becomes of it."""

    saved = Signal(int)
    failed = Signal(str)
    gone = Signal()  # the claim is not there any more

    def __init__(self, desk: Desk, form: ClaimForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form = form
        self._window = parent
        self._sent: Texts = {}
        self._is_busy = self._lacks_date = False

    def save(self) -> None:
        """Store the form; a second call while the first is on its way does nothing.

        A claim that went into the bin meanwhile, or into another claim, is asked about first.
        """
        if self._is_busy:
            return
        if self._form.has_gone_to_bin:
            box = BinnedBox(self._window)
            box.decided.connect(self._decide)
            box.open()
            return
        self._store()

    def _store(self) -> None:
        try:
            draft = self._form.draft()
        except FieldError as error:
            self._form.focus_on(error.field)
            self.failed.emit(str(error))
            return
        self._is_busy = True
        self._sent = self._form.texts()
        self._lacks_date = self._form.proposals.offers_review
        base, by = self._form.base, self._desk.by
        if base is None:
            work = partial(add_claim, draft=draft, by=by)
            self._desk.carry_out(work, self._added, self._refused)
            return
        edit = partial(
            edit_claim,
            claim_id=base.report.id,
            draft=draft,
            version=base.version,
            by=by,
            shown=self._form.shown(),
        )
        self._desk.carry_out(edit, self._edited, self._refused)

    def save_said_again(self, of_claim_id: int, summary: str) -> None:
        """Store the form as a further place where that claim was said."""
        if self._is_busy:
            return
        try:
            draft = self._form.draft_said_again(summary)
        except FieldError as error:
            self._form.focus_on(error.field)
            self.failed.emit(str(error))
            return
        self._is_busy = True
        self._sent = self._form.texts()
        work = partial(_said_again, draft=draft, of_claim_id=of_claim_id, by=self._desk.by)
        self._desk.carry_out(work, self._added_again, self._refused)

    def _added_again(self, of_claim_id: int) -> None:
        self._finish(of_claim_id, "Added as said again. Ctrl+Z takes it back.")

    def _decide(self, choice: str) -> None:
        if choice == BinnedBox.NEW:
            self._form.detach()
            self._store()
        elif choice == BinnedBox.BINNED:
            self._store()
        else:
            self.failed.emit("Not saved: the claim was moved to the bin meanwhile.")

    def _added(self, claim_id: int) -> None:
        self._finish(claim_id, f"Claim entered{self._still_lacking()}")

    def _still_lacking(self) -> str:
        """What nothing else will bring to mind: a claim without any day never comes up again."""
        names = ("deadline_wording", "opens_on", "due_on", "latest_on", "review_on")
        if not any(self._sent[name] for name in names):
            return NO_DAY
        return NO_DATE if self._lacks_date else ""

    def _edited(self, _result: object) -> None:
        base = self._form.base
        is_decided = base is not None and base.condition_outcome is not ConditionOutcome.OPEN
        is_reopened = is_decided and self._sent["condition_outcome"] == OPEN
        has_words = bool(self._sent["condition"].strip())
        told = REOPENED if is_reopened and has_words else ""
        self._finish(base.report.id if base else 0, f"Claim saved{told}")

    def _finish(self, claim_id: int, words: str) -> None:
        self._is_busy = False
        self._form.note_saved(self._sent)
        self._desk.changes.said.emit(words)
        self.saved.emit(claim_id)

    def _refused(self, error: ClaimTrackerError) -> None:
        if isinstance(error, NotFound):
            self._is_busy = False
            self.gone.emit()
        elif isinstance(error, EditConflict):
            work = partial(show_claim, claim_id=error.claim_id, as_of=self._desk.as_of)
            self._desk.background.ask(work, self._settle, refused=self._refused)
        else:
            self._is_busy = False
            self.failed.emit(str(error))

    def _settle(self, newest: ClaimDetails) -> None:
        """Show both texts; where no field was changed on both sides there is nothing to ask."""
        self._is_busy = False
        differing = self._form.differences(newest)
        if not differing:
            self._form.refresh(newest)
            self.save()
            return
        others = self._form.changed_elsewhere(newest)
        dialog = ConflictDialog(newest, differing, self._window, others, self._desk.today)
        dialog.settled.connect(self._take_choice)
        dialog.rejected.connect(self._leave_open)
        dialog.open()

    def _take_choice(self, newest: ClaimDetails, chosen: Texts) -> None:
        self._form.settle(newest, chosen)
        self.save()

    def _leave_open(self) -> None:
        self.failed.emit("Not saved: the claim was changed elsewhere meanwhile.")


def _said_again(session: Session, draft: ClaimDraft, of_claim_id: int, by: str) -> int:
    add_said_again(session, draft, of_claim_id, by=by)
    return of_claim_id
