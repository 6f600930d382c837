"""Undo, redo and taking back: what was changed again since is asked about, field by field."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.change_words import Telling, action_words
from claimtracker.claims.errors import ClaimTrackerError, UndoConflict
from claimtracker.claims.rows import ActionRow
from claimtracker.gui.change_entries import telling
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.collisions import MOST_SHOWN, CollisionsDialog
from claimtracker.gui.plain_text import one_line
from claimtracker.operations import read_log, undo
from claimtracker.operations.tell_collisions import ToldCollision, tell_collisions
from claimtracker.operations.undo import FieldKey
from claimtracker.operations.undo_as_chosen import undo_as_chosen

LONGEST_STEP = 80
Keeping = frozenset[FieldKey] | None


def step_text(verb: str, step: ActionRow | None) -> str:
    """What stands in the menu; a claim's & is no mark of an Alt key there."""
    if step is None:
        return verb
    name = one_line(step.name)
    shown = name if len(name) <= LONGEST_STEP else f"{name[: LONGEST_STEP - 1]}…"
    return f"{verb}: {shown}".replace("&", "&&")


class Undoing(QObject):
    """Takes steps back and does them again; one at a time, each said in the status line."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def undo(self) -> None:
        """Take back the newest action."""
        _Step(self._desk, self._window, "Undone", "Nothing to undo.", _undo, self).go()

    def redo(self) -> None:
        """Do again what the last undo took back."""
        _Step(self._desk, self._window, "Done again", "Nothing to redo.", _redo, self).go()

    def take_back(self, action_id: int, over: QWidget | None = None) -> None:
        """Take back this action alone, whatever was done since."""
        take = partial(_take_back, action_id=action_id)
        _Step(self._desk, over or self._window, "Taken back", "", take, self).go()


@dataclass(frozen=True)
class _Asked:
    """What is to be asked about before the step is taken."""

    called: str
    shown: list[ToldCollision]
    others: list[FieldKey]


class _Step(QObject):
    """One step on its way: taken, or asked about and taken as a person chose."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        done: str,
        nothing: str,
        take: Callable[..., ActionRow | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._done = done
        self._nothing = nothing
        self._take = partial(take, by=desk.by)
        self._asked: UndoConflict | None = None

    def go(self) -> None:
        """Take the step if nothing else wrote the same since."""
        self._desk.carry_out(partial(self._take, keeping=None), self._say, self._ask)

    def go_as_chosen(self, keeping: frozenset[FieldKey]) -> None:
        """Take it so that these fields stay as they are."""
        if self._asked is not None:
            work = partial(undo_as_chosen, take=self._take, asked=self._asked, keeping=keeping)
            self._desk.carry_out(work, self._say, self._ask)

    def _say(self, action: ActionRow | None) -> None:
        words = f"{self._done}: {action.name}" if action else self._nothing
        self._desk.changes.said.emit(words)
        self.deleteLater()

    def _ask(self, error: ClaimTrackerError) -> None:
        if isinstance(error, UndoConflict) and error.collisions:
            self._asked = error
            work = partial(_read, error=error, how=telling(self._desk.today, self._desk.labels))
            self._desk.ask(work, self._offer)
            return
        self._desk.changes.refused.emit(str(error))
        self.deleteLater()

    def _offer(self, asked: _Asked) -> None:
        dialog = CollisionsDialog(asked.called, asked.shown, asked.others, self._window)
        dialog.settled.connect(self.go_as_chosen)
        dialog.rejected.connect(self.deleteLater)
        dialog.open()


def _undo(session: Session, by: str, keeping: Keeping) -> ActionRow | None:
    return undo.undo(session, by=by, keeping=keeping)


def _redo(session: Session, by: str, keeping: Keeping) -> ActionRow | None:
    return undo.redo(session, by=by, keeping=keeping)


def _take_back(session: Session, action_id: int, by: str, keeping: Keeping) -> ActionRow | None:
    return undo.take_back(session, action_id, by=by, keeping=keeping)


def _read(session: Session, error: UndoConflict, how: Telling) -> _Asked:
    """Read in words what is asked about; of very many fields the first."""
    row = read_log.rows(session, [error.action_id]).get(error.action_id)
    shown = error.collisions[:MOST_SHOWN]
    return _Asked(
        called=action_words(row.name) if row else "",
        shown=tell_collisions(session, shown, how),
        others=[each.key for each in error.collisions[MOST_SHOWN:]],
    )
