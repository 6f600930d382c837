"""Change many claims at once: chosen, seen beforehand, done as one action."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimtracker.claims.bulk_change import BulkChange, BulkRow, ChangeKind
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.bulk_change.fields import ChangeFields
from claimtracker.gui.bulk_change.words import MEANINGS, change_entry, done_words, preview_words
from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.backed_up import backed_up
from claimtracker.gui.dialogs.base import Operation
from claimtracker.gui.dialogs.choice_list import ChoiceList
from claimtracker.gui.dialogs.progress import Progress
from claimtracker.gui.dialogs.watched import WatchedDialog
from claimtracker.gui.paged_list import PagedList, PagedModel, no_ids
from claimtracker.operations.change_claims import (
    Preview,
    bulk_rows,
    change_claims,
    preview_change,
)
from claimtracker.operations.judged_since import newest_assessment
from claimtracker.operations.many_claims import Stopped, Watch

PAUSE_MS = 200
CHOOSE = "Choose what to change."
LOOKING = "Looking what would change…"
_NOTHING_WOULD = "Nothing would change: every one of them is like that already."


class BulkChangeDialog(WatchedDialog):
    """Looks beforehand what the change would do, and can be stopped until it is done."""

    def __init__(self, desk: Desk, claim_ids: Sequence[int], parent: QWidget | None = None) -> None:
        count = of_claims(len(claim_ids))
        super().__init__(desk, f"Change {count}", f"Change {count}", parent, 860)
        self._claim_ids = claim_ids
        self._change: BulkChange | None = None
        self._preview: Preview | None = None
        self._seen_up_to: int | None = None  # the newest assessment that was seen
        self._changed = 0
        self.looking = Progress()
        self.kinds: ChoiceList[ChangeKind] = ChoiceList("kind", "What to change", MEANINGS)
        self.kinds.setMaximumHeight(self.kinds.minimumHeight())
        self.fields = ChangeFields(desk)
        self.listed: PagedList[BulkRow] = PagedList(
            desk, "would_change", "Claims that would change"
        )
        self.listed.use_model(PagedModel(self._told, self.listed))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._lay_out()
        self.kinds.itemSelectionChanged.connect(self._follow_kind)
        self.fields.edited.connect(self._follow)
        self.fields.hide()
        self.action_button.setEnabled(False)  # until it is chosen what to change
        self.kinds.setFocus()
        desk.ask(newest_assessment, self._note_seen)
        self.resize(900, 520)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(4)
        self.add_labelled("&What to change", self.kinds, left)
        left.addSpacing(12)
        left.addWidget(self.fields, 1)
        left.addStretch()
        self.said = self.add_note(CHOOSE, "would_change_count", right)
        self.said.setProperty("role", "strong")
        right.addWidget(self.listed, 1)
        self.listed.setMinimumSize(360, 240)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 4)
        both.addLayout(right, 5)
        self.column.addLayout(both, 1)

    def operation(self) -> Operation:
        """Change all of the claims as one action."""
        change = self._entered()
        if self._preview is not None and self._preview.change == change and not self._preview.ids:
            raise ClaimTrackerError(_NOTHING_WOULD)
        is_verdict = change.kind is ChangeKind.VERDICT
        by = self.fields.signer.name() if is_verdict else self.desk.by
        self._change = change
        self._leave_looking()
        changing = partial(
            change_claims,
            claim_ids=self._claim_ids,
            change=change,
            by=by,
            seen_up_to=self._seen_up_to,
            watch=self.watch(),
        )
        return backed_up(self.desk, changing, len(self._claim_ids))

    def done_words(self) -> str:
        """What the status line says afterwards."""
        if self._change is None:
            return ""
        is_verdict = self._change.kind is ChangeKind.VERDICT
        left_out = len(self._claim_ids) - self._changed if is_verdict else 0
        return done_words(self._change, self._changed, left_out)

    def reject(self) -> None:
        """Stop what is on its way, which leaves no trace; close where nothing is."""
        if not self.is_running:
            self._leave_looking()
        super().reject()

    def _succeed(self, result: object) -> None:
        self._changed = result if isinstance(result, int) else 0
        super()._succeed(result)

    def take_result(self, result: object) -> None:
        """Remember who signed a verdict, so that nobody is asked twice."""
        if self._change is not None and self._change.kind is ChangeKind.VERDICT:
            self.fields.signer.keep()

    def _entered(self) -> BulkChange:
        kind = self.kinds.chosen()
        if kind is None:
            raise FieldError("kind", CHOOSE)
        return self.fields.change(kind)

    def _follow_kind(self) -> None:
        if (kind := self.kinds.chosen()) is not None:
            self.fields.show_kind(kind)
            self.fields.show()
            self.action_button.setEnabled(not self.is_running)
            self._follow()

    def _follow(self) -> None:
        """What was looked up is of yesterday: look again once the typing pauses."""
        self.say("")
        self._leave_looking()
        self._pause.start()

    def _look(self) -> None:
        try:
            change = self._entered()
        except ClaimTrackerError as error:
            self._show_nothing(str(error))
            return
        self.said.setText(LOOKING)
        self.looking = self.watched()
        work = partial(
            preview_change,
            claim_ids=self._claim_ids,
            change=change,
            watch=Watch(self.looking.tell, self.looking.is_stopped),
        )
        self.desk.background.start(work, self._show, refused=self._forget)

    def _show(self, preview: Preview) -> None:
        if self.is_running or self._pause.isActive() or self.looking.is_stopped():
            return
        self.busy.end()
        self._preview = preview
        self._note_seen(preview.seen_up_to)
        self.said.setText(preview_words(preview))
        count = of_claims(len(preview.ids)) if preview.ids else ""
        self.action_button.setText(f"Change {count}".strip())
        self.listed.read_by(preview.read_ids, partial(bulk_rows, as_of=self.desk.as_of))

    def _note_seen(self, assessment_id: int) -> None:
        self._seen_up_to = assessment_id

    def _forget(self, error: ClaimTrackerError) -> None:
        """A look that was stopped is nothing to speak of."""
        if not isinstance(error, Stopped):
            self.busy.end()
            self._show_nothing(str(error))

    def _show_nothing(self, sentence: str) -> None:
        self._preview = None
        self.said.setText(sentence)
        self.listed.read_by(no_ids, partial(bulk_rows, as_of=self.desk.as_of))

    def _leave_looking(self) -> None:
        self._pause.stop()
        self.looking.stop()
        self.busy.end()

    def _told(self, row: BulkRow) -> Entry:
        if self._preview is None:
            return Entry(row.claim.summary)
        return change_entry(row, self._preview.change, self.desk.today, self.desk.labels)
