"""Undo and redo of a side window, named as the main window names them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from claimtracker.gui.desk import Desk
from claimtracker.gui.undoing import step_text
from claimtracker.operations import undo
from claimtracker.operations.undo import Steps


class StepNames(QObject):
    """Reads what comes next after each change, and says in the menu what it is and whose."""

    def __init__(self, desk: Desk, actions: Mapping[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        desk.changes.changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        self._desk.ask(undo.next_steps, self._name)

    def _name(self, steps: Steps) -> None:
        for verb, step in (("undo", steps.undo), ("redo", steps.redo)):
            self._actions[verb].setText(step_text(verb.capitalize(), step, self._desk.by))
