"""Which fields the claim form has, what they are called, and how they are laid out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from claimtracker.gui.claim_panel.condition_field import ConditionField
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.fields import LineField, SentenceField, TextField
from claimtracker.gui.claim_panel.form_texts import WINDOW_FIELDS
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import buddy_label

AnyField = LineField | TextField | DayField | ConditionField

OUTCOME = "condition_outcome"  # follows from the condition, nobody types it
# The order is the tab order: name, label, hint.
_FIELDS = (
    ("summary", "Summary", "What was promised, in one neutral sentence"),
    ("quote", "Quote", "The words as said"),
    ("claimant", "Claimant", "Who said it"),
    ("stated_on", "Stated on", ""),
    ("deadline_wording", "Deadline in the speaker's words", "next week, by April or May"),
    ("condition", "Condition", "unless, if, provided"),
    ("source_title", "Source", "Title of the first place where it was said"),
    ("source_url", "Address of the source", "https://"),
    ("tags", "Tags", "Separated by commas"),
    ("claimant_role", "Claimant's role", "The office held"),
    ("opens_on", "Opens on", ""),
    ("due_on", "Due on, the strict end", ""),
    ("latest_on", "Latest on, the generous end", ""),
    (OUTCOME, "What became of the condition", ""),
    ("criteria", "Criteria", "What would count as kept, written down beforehand"),
    ("review_on", "Review on", ""),
    ("notes", "Notes", ""),
)
_LABELS = {name: label for name, label, _hint in _FIELDS}
_FIELD_AND_SPACE = 2
_LONG = frozenset({"quote", "condition", "criteria", "notes"})


def field_label(name: str) -> str:
    """The field's name as the window shows it."""
    return _LABELS.get(name, name.replace("_", " ").capitalize())


def make_fields(desk: Desk, condition: ConditionField) -> dict[str, AnyField]:
    """Every field of the form, empty, in the tab order; `condition` tells what became of it."""
    return {
        name: condition if name == OUTCOME else _field(name, label, hint, desk)
        for name, label, hint in _FIELDS
    }


def _field(name: str, label: str, hint: str, desk: Desk) -> AnyField:
    if name == "summary":
        return SentenceField(name, label, hint)
    if name.endswith("_on"):
        return DayField(name, label, desk)
    return TextField(name, label, hint) if name in _LONG else LineField(name, label, hint)


class FormPage(QWidget):
    """The fields under one another, with what is told of one `below` it, such as its reading.

    `mark` is about the criteria; it stands above their field, where it is in sight with it.
    """

    def __init__(
        self, fields: dict[str, AnyField], below: Mapping[str, Sequence[QWidget]], mark: QWidget
    ) -> None:
        super().__init__()
        self.by_hand = FoldOut("Set the dates by hand", "by_hand")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 4, 16)  # the scroll bar is the rest of the right margin
        column.setSpacing(4)
        for name, field in fields.items():
            if isinstance(field, ConditionField):
                continue  # stands under the condition
            if name == WINDOW_FIELDS[0]:
                column.addWidget(self.by_hand)
                column.addSpacing(8)
            place = self.by_hand.column if name in WINDOW_FIELDS else column
            _add_labelled(place, _LABELS[name], field)
            for told in below.get(name, ()):
                place.insertWidget(place.count() - 1, told)
            if name == "condition":
                column.addWidget(fields[OUTCOME])
            if name == "criteria":
                column.insertWidget(column.count() - _FIELD_AND_SPACE, mark)
        column.addStretch()

    def drop_margins(self) -> None:
        """Leave the margins to what it stands in."""
        self._column.setContentsMargins(0, 0, 4, 0)


class FoldOut(QWidget):
    """A button that shows and hides what is rarely needed."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.button = named(QToolButton(autoRaise=True), name, title)
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.toggled.connect(self.set_open)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(16, 4, 0, 0)
        self.column.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.button)
        whole.addWidget(self._inside)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Show or hide what is inside."""
        self.button.setChecked(is_open)
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self._inside.setVisible(is_open)


def _add_labelled(column: QVBoxLayout, text: str, field: AnyField) -> None:
    column.addWidget(buddy_label(text, field))
    column.addWidget(field)
    column.addSpacing(8)
