"""The fields of a candidate, to be edited before it is taken."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.form import ClaimForm
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.unsaved import DiscardBox

_HEIGHT = 640


class EditDialog(PlainDialog):
    """The claim form in a dialog; stores nothing itself.

    It hands over only what was changed. All else follows the article when its title or its day
    is corrected later, and a quote stays as it was read, to the letter: Qt's fields do not keep
    every kind of blank.
    """

    take_wanted = Signal(object)  # the changed fields of the draft by their names
    kept = Signal(object)

    def __init__(
        self, desk: Desk, draft: ClaimDraft, *, may_keep: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("Edit before taking", parent, 520)
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
        for key in (
            "Ctrl+Return",
            "Ctrl+Enter",
            "Ctrl+S",
        ):  # Enter alone is a new line in a long field
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
            changes = self._changes()
        except FieldError as error:
            self.say(str(error))
            self.form.focus_on(error.field)
            return
        signal.emit(changes)
        self.accept()

    def _changes(self) -> dict[str, object]:
        """The changed fields; raises FieldError where one cannot be stored."""
        draft = self.form.draft()
        after = self.form.texts()
        changed = [name for name, text in after.items() if text != self._before[name]]
        fields = {"source" if name.startswith("source_") else name for name in changed}
        return {field: getattr(draft, field) for field in fields}
