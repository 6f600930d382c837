"""The list of relations, chosen by a digit wherever it is asked how a document bears."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from claimtracker.claims.vocabulary import Relation
from claimtracker.gui.dialogs.choice_list import DIGITS, ChoiceList
from claimtracker.gui.dialogs.meanings import RELATIONS

RELATION_LABEL = "&Relation: a digit, or Alt and a digit"
RELATION_BY_DIGIT = dict(zip(DIGITS, RELATIONS, strict=True))


def relation_list(dialog: QWidget) -> ChoiceList[Relation]:
    """The list for a dialog: with Alt a digit chooses from any field, alone it does in the list."""
    relations: ChoiceList[Relation] = ChoiceList("relation", "Relation", RELATIONS, has_digits=True)
    for digit in DIGITS:
        key = QShortcut(QKeySequence(f"Alt+{digit}"), dialog)
        key.activated.connect(partial(_choose, relations, digit))
    return relations


def _choose(relations: ChoiceList[Relation], digit: str) -> None:
    if relations.isEnabled():
        relations.choose_digit(digit)
