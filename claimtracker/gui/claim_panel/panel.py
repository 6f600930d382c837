"""One claim, to be read and edited; what is typed is never lost."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.errors import NotFound
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.gui.claim_panel.claim_dialogs import ClaimDialogs
from claimtracker.gui.claim_panel.claim_pages import ClaimPages
from claimtracker.gui.claim_panel.drops import accept_copy, dropped, may_be_dropped
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.claim_panel.nothing_selected import NothingSelected
from claimtracker.gui.claim_panel.saving import Saving
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.unsaved import UnsavedBox
from claimtracker.operations.show_claim import names, show_claim

_NOTHING, _CLAIM = range(2)
GONE = "This claim was taken away elsewhere while you were editing it. Nothing you typed is lost."


class ClaimPanel(QWidget):
    """Shows the claim that it is given, and asks before unsaved typing would go."""

    saved = Signal(int)  # stored and still shown; not where the person saved to move on
    unsaved_changed = Signal(bool)
    stayed = Signal()  # the person went on typing: whoever had moved on comes back
    discarded = Signal()  # what was typed over a stored claim was thrown away
    claim_wanted = Signal(int)  # a step of the chain of moves was opened
    listed_claim_wanted = Signal(int)  # a claim that the view may not list

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "claim_panel", "Claim")
        self._desk = desk
        self._claim_id: int | None = None
        self._shown_id: int | None = None
        self._was_unsaved = False
        self._then: Callable[[], object] | None = None
        self._box: UnsavedBox | None = None
        self.pages = ClaimPages(desk)
        self.form = self.pages.form
        self._saving = Saving(desk, self.form, self)
        self._dialogs = ClaimDialogs(desk, self.pages, self._shown_claim, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(NothingSelected())
        self._stack.addWidget(self.pages)
        self.setAcceptDrops(True)
        self._connect()
        self._follow_form()

    def _connect(self) -> None:
        self.form.edited.connect(self._follow_form)
        self.form.edited.connect(self.pages.save_bar.forget)
        self._saving.saved.connect(self._note_saved)
        self._saving.failed.connect(self._note_failed)
        self.form.said_before.turn_on()
        self.form.said_before.open_wanted.connect(self.listed_claim_wanted)
        self.form.said_before.said_again_wanted.connect(self._saving.save_said_again)
        self._saving.gone.connect(self._come_loose)
        self.pages.save_bar.save_wanted.connect(self.save)
        self.pages.save_bar.discard_wanted.connect(self.discard)
        self.pages.moves.claim_wanted.connect(self.claim_wanted)
        for place in (self.pages.heading, self.pages.said):
            place.claim_wanted.connect(self.listed_claim_wanted)
        self._desk.changes.changed.connect(self._read_again)

    @property
    def claim_id(self) -> int | None:
        """The claim that is shown or about to be, None for a new one or none."""
        return self._claim_id

    def _shown_claim(self) -> int | None:
        return self._claim_id

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not stored yet."""
        return self._stack.currentIndex() == _CLAIM and self.form.has_unsaved

    def show_claim(self, claim_id: int | None) -> None:
        """Show this claim, or none; asks first where something is unsaved."""
        if claim_id is not None and claim_id == self._claim_id:
            self._read_again()
        else:
            self.ask_to_leave(partial(self._go_to, claim_id))

    def new_claim(self, prefill: ClaimDraft | None = None) -> None:
        """Open the form for a new claim with the cursor in the summary."""
        # A menu's `triggered` hands in whether it is checked, where nobody hands in a draft.
        draft = prefill if isinstance(prefill, ClaimDraft) else None
        self.ask_to_leave(partial(self._begin, draft))

    def edit(self) -> None:
        """Put the cursor into the summary of the claim that is shown."""
        if self._stack.currentIndex() == _CLAIM:
            self.pages.show_form()
            self.form.focus_on("summary")

    def come_to_evidence(self) -> None:
        """Put the cursor into the evidence of the claim that is shown."""
        if self._claim_id is not None:
            self.pages.show_evidence()
            self.pages.evidence.take_focus()

    def come_to_said(self) -> None:
        """Put the cursor into the places where the claim was said."""
        if self._claim_id is not None:
            self.pages.show_said()
            self.pages.said.take_focus()

    def come_to_moves(self) -> None:
        """Put the cursor into the moves of the deadline."""
        if self._claim_id is not None:
            self.pages.come_to_moves()

    def come_to_history(self) -> None:
        """Put the cursor into what was done to the claim."""
        if self._claim_id is not None:
            self.pages.come_to_history()

    def save(self) -> None:
        """Store what was typed; `saved` tells when it is. A new claim says what it still lacks."""
        is_new = self._claim_id is None and self._stack.currentIndex() == _CLAIM
        if self.has_unsaved or is_new:
            self.pages.save_bar.say("")
            self._saving.save()

    def discard(self) -> None:
        """Throw away what was typed since the last save."""
        self.pages.save_bar.say("")
        was_stored = self.form.is_detached or self.form.base is not None
        if self.form.base is None:
            self.form.start_new()
        else:
            self.form.show_claim(self.form.base)
            self._read_again()
        if was_stored:
            self.discarded.emit()

    def ask_to_leave(self, then: Callable[[], object]) -> None:
        """Call `then` once nothing unsaved can be lost: saved, discarded, or there was nothing.

        When the person stays, `stayed` is emitted and `then` is never called.
        """
        if not self.has_unsaved:
            then()
            return
        self._then = then
        if self._box is None:
            self._box = UnsavedBox(self)
            self._box.decided.connect(self._decide)
            self._box.open()

    def chosen_evidence(self) -> list[int]:
        """The documents that are chosen among the evidence of the claim."""
        return self.pages.evidence.chosen_ids() if self._claim_id is not None else []

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be evidence, for a claim that is stored."""
        if self._claim_id is not None and may_be_dropped(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the link dialog with what was dropped."""
        if found := dropped(event.mimeData()):
            accept_copy(event)
            self.pages.show_evidence()
            self._dialogs.link_evidence(found)

    def _decide(self, choice: str) -> None:
        self._box = None
        if choice == UnsavedBox.SAVE and self.has_unsaved:
            self.save()  # goes on in _note_saved, or stays in _note_failed
        elif choice == UnsavedBox.SAVE:
            self._go_on()  # an earlier save came through while the question stood open
        elif choice == UnsavedBox.DISCARD:
            self.discard()
            self._go_on()
        else:
            self._stay()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _stay(self) -> None:
        self._then = None
        self.stayed.emit()

    def _go_to(self, claim_id: int | None) -> None:
        self._claim_id = claim_id
        if claim_id is None:
            self._shown_id = None
            self.form.start_new()
            self._stack.setCurrentIndex(_NOTHING)
        else:
            self._read_again()

    def _begin(self, prefill: ClaimDraft | None) -> None:
        self._claim_id = self._shown_id = None
        self._desk.ask(names, self.form.use_names)
        self.form.start_new(prefill)
        self.pages.show_new()
        self._stack.setCurrentIndex(_CLAIM)
        self._follow_form()
        self.form.focus_on("summary")

    def _read_again(self) -> None:
        self._desk.ask(names, self.form.use_names)
        if self._claim_id is not None:
            work = partial(_read, claim_id=self._claim_id, as_of=self._desk.as_of)
            self._desk.ask(work, self._hear)

    def _hear(self, answer: "ClaimDetails | _Gone") -> None:
        if isinstance(answer, _Gone):
            self._miss(answer)
        else:
            self._take(answer)

    def _take(self, details: ClaimDetails) -> None:
        if details.report.id != self._claim_id:
            return  # the answer to an earlier question: the selection went on
        if self._shown_id == self._claim_id:
            self.form.refresh(details)
        else:
            self.form.show_claim(details)
            self.pages.save_bar.say("")
        self._shown_id = self._claim_id
        self.pages.show_claim(details)
        self._stack.setCurrentIndex(_CLAIM)
        self._follow_form()

    def _miss(self, gone: "_Gone") -> None:
        """The claim is gone: say so, and keep what was typed."""
        if gone.claim_id != self._claim_id:
            return  # the list has led on, as after an undo
        if self.has_unsaved:
            self._come_loose()
        else:
            self._desk.changes.refused.emit(gone.sentence)
            self._go_to(None)

    def _come_loose(self) -> None:
        """Keep what was typed into a claim that is gone: it can be saved as a new one."""
        self._claim_id = self._shown_id = None
        self.form.detach()
        self.pages.show_new()
        self._note_failed(GONE)

    def _note_saved(self, claim_id: int) -> None:
        self._claim_id = self._shown_id = claim_id
        self.pages.save_bar.say("")
        if self._then is None or self._box is not None:  # an open question is answered first
            self.saved.emit(claim_id)
        else:
            self._go_on()

    def _note_failed(self, sentence: str) -> None:
        self.pages.show_form()
        self.pages.save_bar.say(sentence)
        self.pages.save_bar.show()  # also where nothing is typed yet
        if self._then is not None:
            self._stay()

    def _follow_form(self) -> None:
        is_unsaved = self.has_unsaved
        self.pages.save_bar.setVisible(is_unsaved)
        self.pages.save_bar.offer(is_new=self.form.is_detached)
        if is_unsaved != self._was_unsaved:
            self._was_unsaved = is_unsaved
            self.unsaved_changed.emit(is_unsaved)


@dataclass(frozen=True)
class _Gone:
    """The answer to a question about a claim that is not there any more."""

    claim_id: int
    sentence: str


def _read(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails | _Gone:
    try:
        return show_claim(session, claim_id, as_of)
    except NotFound as error:
        return _Gone(claim_id, str(error))
