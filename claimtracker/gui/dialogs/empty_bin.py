"""Letting claims of the bin go for good: said before what goes with them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims, of_documents
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.backed_up import backed_up
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.progress import FiguresBar, Progress
from claimtracker.operations.empty_bin import Going, delete_for_good, empty_bin, what_goes
from claimtracker.operations.many_claims import Watch

FILES_STAY = "Captured files stay, and the log keeps every word: Undo brings it all back."
BIN_IS_EMPTY = "The bin is empty: nothing is left to go."


class DeleteForGoodDialog(OperationDialog):
    """Nothing goes before it was counted, and no other claims than those that were counted."""

    is_long = True

    def __init__(
        self,
        desk: Desk,
        claim_ids: Sequence[int] | None,
        parent: QWidget | None,
        title: str = "Delete for good",
        action: str = "Delete for good",
    ) -> None:
        super().__init__(desk, title, action, parent, 520)
        self._going: Going | None = None
        self.claims = self.add_note("Counting…", "going")
        self.claims.setProperty("role", "strong")
        self.column.addSpacing(8)
        self.belongings = self.add_note("", "belongings")
        self.column.addSpacing(8)
        self.staying = self.add_note("", "staying")
        self._progress = Progress()
        self._bar = FiguresBar()
        self._bar.hide()
        self.column.addWidget(self._bar)
        self._progress.moved.connect(self._bar.show_progress)
        self.rejected.connect(self._progress.stop)
        self._offer_cancel_first()
        self.action_button.setEnabled(False)
        desk.background.start(partial(what_goes, claim_ids=claim_ids), self._tell)

    def _offer_cancel_first(self) -> None:
        """Enter presses the button that shows the focus; nothing goes by an Enter too many."""
        self.action_button.setProperty("role", "")
        for button in (self.action_button, self.cancel_button):
            button.setAutoDefault(True)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def operation(self) -> Operation:
        """Let them go."""
        if self._going is None or not self._going.claim_ids:
            raise ClaimTrackerError(BIN_IS_EMPTY)
        self._bar.setVisible(len(self._going.claim_ids) > 1)
        watch = Watch(self._progress.tell, self._progress.is_stopped)
        going = partial(
            self.letting_go(), claim_ids=self._going.claim_ids, by=self.desk.by, watch=watch
        )
        return backed_up(self.desk, going, len(self._going.claim_ids))

    def letting_go(self) -> Callable[..., int]:
        """The operation that wants the claims, who asks, and a watch."""
        return delete_for_good

    def done_words(self) -> str:
        """What the status line says afterwards."""
        count = len(self._going.claim_ids) if self._going else 0
        return f"{of_claims(count)} deleted for good. Ctrl+Z takes it back."

    def _tell(self, going: Going) -> None:
        self._going = going
        is_any = bool(going.claim_ids)
        verb = "goes" if len(going.claim_ids) == 1 else "go"
        self.claims.setText(
            f"{of_claims(len(going.claim_ids))} {verb} for good." if is_any else BIN_IS_EMPTY
        )
        self.belongings.setText(belongings_text(going))
        self.belongings.setVisible(bool(self.belongings.text()))
        self.staying.setText(staying_text(going) if is_any else "")
        self.action_button.setEnabled(is_any)
        self.fit()


class EmptyBinDialog(DeleteForGoodDialog):
    """The same for all that lies in the bin."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, None, parent, "Empty the bin", "Empty the bin")

    def letting_go(self) -> Callable[..., int]:
        """The operation that wants the claims, who asks, and a watch."""
        return empty_bin


def belongings_text(going: Going) -> str:
    """What goes with the claims, in a sentence; the empty text where nothing does."""
    parts = [
        _of(going.occurrences, "place where it was said", "places where they were said"),
        _of(going.verdicts, "verdict", "verdicts"),
        _of(going.links, "link to evidence", "links to evidence"),
        _of(going.moves, "move of a deadline", "moves of deadlines"),
        _of(going.tags, "tag on a claim", "tags on claims"),
    ]
    told = [part for part in parts if part]
    if not told:
        return ""
    listed = " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else told[0]
    return f"With that: {listed}."


def staying_text(going: Going) -> str:
    """What becomes of the documents, and how it can be taken back."""
    if not going.documents:
        return FILES_STAY
    verb = "goes" if going.documents == 1 else "go"
    return f"{of_documents(going.documents)} {verb} back to the evidence inbox. {FILES_STAY}"


def _of(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""
