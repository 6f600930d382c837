"""The fields of a candidate, to be edited before it is taken."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.form import ClaimForm
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.unsaved import DiscardBox

_HEIGHT = 640


class EditDialog(PlainDialog):
    """The claim form in a dialog; stores nothing itself.

    A source that was left as proposed is handed over empty, so that a later correction of the
    article's title still reaches it.
    """

    take_wanted = Signal(object)  # the ClaimDraft
    kept = Signal(object)

    def __init__(
        self, desk: Desk, draft: ClaimDraft, *, may_keep: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("Edit before taking", parent, 520)
        self._proposed = draft.source
        self.form = ClaimForm(desk)
        self.form.start_new(draft)
        self._before = self.form.texts()
        self.form.drop_margins()
        self.column.addWidget(self.form, 1)
        self._add_buttons(may_keep=may_keep)
        self.resize(self.width(), _HEIGHT)
        self.form.focus_on("summary")

    def _add_buttons(self, *, may_keep: bool) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.take_button = self.add_button("Take", "take_edited", roles.AcceptRole)
        self.buttons.accepted.connect(self.submit)
        self.keep_button = self.add_button("Keep for later", "keep_edited", roles.ActionRole)
        self.keep_button.setVisible(may_keep)
        self.keep_button.clicked.connect(self.keep)
        self.add_button("Cancel", "cancel", roles.RejectRole)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone is a new line in a long field
            QShortcut(QKeySequence(key), self, self.submit)

    def submit(self) -> None:
        """Hand the fields over to be stored."""
        self._hand_over(self.take_wanted)

    def keep(self) -> None:
        """Hand the fields over to be stored when the candidate is taken."""
        self._hand_over(self.kept)

    def reject(self) -> None:
        """Ask before edited fields are lost."""
        if self.form.texts() == self._before:
            super().reject()
            return
        box = DiscardBox(self)
        box.discarded.connect(self._discard)
        box.open()

    def _discard(self) -> None:
        super().reject()

    def _hand_over(self, signal: SignalInstance) -> None:
        try:
            draft = self.form.draft()
        except FieldError as error:
            self.say(str(error))
            self.form.focus_on(error.field)
            return
        if draft.source == self._proposed:
            draft = draft.model_copy(update={"source": SourceDraft()})
        signal.emit(draft)
        self.accept()
