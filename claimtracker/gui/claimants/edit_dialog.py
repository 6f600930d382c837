"""Edit a claimant: names, role, organisation, terms of office."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimtracker.claims.claimants import ClaimantDraft, ClaimantNameTaken, ClaimantRow
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.terms_of_office import EXAMPLE, TermDays, read_terms, written
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.claimants.change import ClaimantChange
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.followed_dialog import FollowedDialog
from claimtracker.gui.text_box import TextBox
from claimtracker.operations.edit_claimant import edit_claimant

_TERMS_HEIGHT, _NAMES_HEIGHT = 60, 96


class EditClaimantDialog(FollowedDialog):
    """Another term of office shows which readings it changes before anything is stored."""

    merge_wanted = Signal(int, int)  # this claimant, and the one that has the name already

    def __init__(self, desk: Desk, row: ClaimantRow, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Edit claimant", "Save", parent, 560)
        self._row = row
        self._other_id: int | None = None
        self.name = named(QLineEdit(row.name), "name")
        self.role = named(QLineEdit(row.role, placeholderText="The office held"), "role")
        self.organisation = named(QLineEdit(row.organisation), "organisation")
        self.began = DayField("term_began_on", "Term began", desk)
        self.ended = DayField("term_ended_on", "Term ended", desk)
        self.earlier = _lines("earlier_terms", written(row.earlier_terms), _TERMS_HEIGHT)
        self.earlier.setPlaceholderText(f"One a line, such as {EXAMPLE}")
        self.aliases = _lines("aliases", "\n".join(row.aliases), _NAMES_HEIGHT)
        self.aliases.setPlaceholderText("One name a line, such as a surname alone")
        self.began.set_day(row.term_began_on)
        self.ended.set_day(row.term_ended_on)
        self.merge_button = text_button("merge_instead", "&Merge the two…")
        self.merge_button.clicked.connect(self._merge)
        self.merge_button.hide()
        self._lay_out()
        self.name.setFocus()

    def _lay_out(self) -> None:
        self.add_labelled("&Name", self.name)
        self.add_labelled("&Role", self.role)
        self.add_labelled("&Organisation", self.organisation)
        both = QHBoxLayout()
        both.setSpacing(16)
        for words, field in (("Term &began", self.began), ("Term &ended", self.ended)):
            side = QVBoxLayout()
            side.setSpacing(4)
            self.add_labelled(words, field, side)
            both.addLayout(side, 1)
        self.column.addSpacing(8)
        self.column.addLayout(both)
        self.add_labelled("Earlier &terms", self.earlier)
        told = "Deadlines such as “in his first 100 days” are counted from the term of their day."
        self.add_note(told)
        self.add_labelled("&Further names", self.aliases)
        self.add_note("Claims entered, imported or found under a further name are this claimant's.")
        self.column.addStretch()
        self.buttons.addButton(self.merge_button, self.buttons.ButtonRole.ActionRole)
        self.merge_button.hide()

    def draft(self) -> ClaimantDraft:
        """What is entered; raises ClaimTrackerError."""
        return ClaimantDraft.of(
            name=self.name.text(),
            role=self.role.text(),
            organisation=self.organisation.text(),
            term_began_on=self.began.checked_day(),
            term_ended_on=self.ended.checked_day(),
            earlier_terms=self._earlier_terms(),
            aliases=tuple(self.aliases.toPlainText().splitlines()),
        )

    def _earlier_terms(self) -> tuple[TermDays, ...]:
        try:
            return read_terms(self.earlier.toPlainText())
        except ClaimTrackerError as error:
            raise FieldError("earlier_terms", str(error)) from error

    def change(self) -> ClaimantChange:
        """Store the claimant as entered; raises ClaimTrackerError."""
        operation = partial(edit_claimant, claimant_id=self._row.id, was=self._row.draft)
        return ClaimantChange((self._row.id,), self.draft(), operation)

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Claimant saved"

    def _refuse(self, error: ClaimTrackerError) -> None:
        self._other_id = error.other_id if isinstance(error, ClaimantNameTaken) else None
        self.merge_button.setVisible(self._other_id is not None)
        super()._refuse(error)

    def _merge(self) -> None:
        other_id = self._other_id
        self.reject()
        if other_id is not None:
            self.merge_wanted.emit(self._row.id, other_id)


def _lines(name: str, text: str, height: int) -> TextBox:
    """A field with an entry on each line."""
    field = named(TextBox(tabChangesFocus=True), name)
    field.setPlainText(text)
    field.setFixedHeight(height)
    return field
