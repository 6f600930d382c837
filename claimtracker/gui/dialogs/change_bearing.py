"""Say anew how a linked document bears on its claim."""

from functools import partial

from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.drafts import Bearing
from claimtracker.claims.errors import ChangedMeanwhile
from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.vocabulary import Relation, label
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.document_fields import long_field
from claimtracker.gui.dialogs.relation_list import RELATION_LABEL, relation_list
from claimtracker.gui.plain_text import one_line
from claimtracker.gui.text_box import TextBox
from claimtracker.operations.link_evidence import change_bearing


class ChangeBearingDialog(OperationDialog):
    """Relation, note and passage; the document itself stays as it is."""

    def __init__(self, desk: Desk, row: EvidenceRow, parent: QWidget | None = None) -> None:
        super().__init__(desk, "How it bears on the claim", "Save", parent, 480)
        self._row = row
        self._shown = _of(row)
        self.about = self.add_note(one_line(row.called), "about")
        self.relations = relation_list(self)
        self.relations.choose(row.relation)
        self.note = long_field("note", "Note", "What it shows for this claim")
        self.passage = long_field("passage", "Passage", "What matters there, word for word")
        self.note.setPlainText(row.note)
        self.passage.setPlainText(row.passage)
        self._as_shown = (self.note.toPlainText(), self.passage.toPlainText())
        self.add_labelled(RELATION_LABEL, self.relations)
        self.add_labelled("&Note", self.note)
        self.add_labelled("&Passage, if not its excerpt", self.passage)
        self.relations.setFocus()

    def operation(self) -> Operation:
        """Store what was entered."""
        note, passage = self._as_shown
        bearing = Bearing.of(
            relation=self.relations.chosen() or self._row.relation,
            note=_words(self.note, note, self._row.note),
            passage=_words(self.passage, passage, self._row.passage),
        )
        by, shown = self.desk.by, self._shown
        return partial(change_bearing, link_id=self._row.id, bearing=bearing, by=by, shown=shown)

    def take_change(self, change: ChangedMeanwhile) -> None:
        """Replace what somebody else wrote there, and only there: it was told."""
        self._shown = self._shown.model_copy(update={change.field: change.stored})

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return bearing_words(self.relations.chosen() or self._row.relation)


def change_relation(session: Session, row: EvidenceRow, relation: Relation, by: str) -> str:
    """Change the relation alone; the words for the status line travel with the answer."""
    shown = _of(row)
    bearing = shown.model_copy(update={"relation": relation})
    change_bearing(session, row.id, bearing, by=by, shown=shown)
    return bearing_words(relation)


def _of(row: EvidenceRow) -> Bearing:
    return Bearing(relation=row.relation, note=row.note, passage=row.passage)


def bearing_words(relation: Relation) -> str:
    """What the status line says of a document's relation."""
    return f"It bears on the claim as “{label(relation)}” now. Ctrl+Z takes it back."


def _words(field: TextBox, as_shown: str, stored: str) -> str:
    """What a field says. Qt makes plain blanks of hard ones: what nobody touched stays."""
    text = field.toPlainText()
    return stored if text == as_shown else text
