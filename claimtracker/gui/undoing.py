"""Undo, redo and taking back: what was changed again since is asked about, field by field."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.change_words import Telling, action_words
from claimtracker.claims.errors import ClaimTrackerError, UndoConflict
from claimtracker.claims.rows import ActionRow
from claimtracker.gui.change_entries import telling
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.collisions import MOST_SHOWN, CollisionsDialog
from claimtracker.gui.plain_text import one_line
from claimtracker.gui.undoing_bar import UndoingBar
from claimtracker.operations import read_log, undo
from claimtracker.operations.tell_collisions import ToldCollision, tell_collisions
from claimtracker.operations.undo import FieldKey, Steps
from claimtracker.operations.undo_as_chosen import undo_as_chosen

LONGEST_STEP = 80
Keeping = frozenset[FieldKey] | None


def step_text(verb: str, step: ActionRow | None, me: str = "") -> str:
    """What stands in the menu, with whose step it is where that is not `me`.

    A claim's & is no mark of an Alt key there.
    """
    if step is None:
        return verb
    name = one_line(step.name)
    shown = name if len(name) <= LONGEST_STEP else f"{name[: LONGEST_STEP - 1]}…"
    is_mine = step.by in ("", me) or step.by.casefold() == name.casefold()  # as the sample case
    whose = "" if is_mine else f" {one_line(step.by)}'s"
    return f"{verb}{whose}: {shown}".replace("&", "&&")


@dataclass(frozen=True)
class _Way:
    """One of the three ways, in words and as an operation."""

    take: Callable[..., ActionRow | None]
    doing: str
    done: str
    nothing: str
    not_done: str


_UNDO = _Way(undo.undo, "Undoing", "Undone", "Nothing to undo.", "nothing was undone")
_REDO = _Way(undo.redo, "Doing again", "Done again", "Nothing to redo.", "nothing was done again")
_TAKE_BACK = _Way(undo.take_back, "Taking back", "Taken back", "", "nothing was taken back")


def _next(way: _Way, steps: Steps) -> ActionRow | None:
    return steps.redo if way is _REDO else steps.undo


class Undoing(QObject):
    """Takes steps back and does them again; one at a time, each said in the status line.

    What the menu names is taken, or nothing. A step asked for while one is under way waits for it,
    and is the one that the menu names then.
    """

    named = Signal(object)  # the Steps that come next

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._steps = Steps(None, None)
        self._waiting: deque[_Step] = deque()
        self._under_way: _Step | None = None
        self.bar = UndoingBar(window)
        desk.changes.changed.connect(self.read_steps)
        desk.background.broke.connect(self._stop)

    def undo(self) -> None:
        """Take back the newest action, as the menu names it."""
        self._want(_Step(self._desk, self._window, _UNDO, self))

    def redo(self) -> None:
        """Do again what the last undo took back, as the menu names it."""
        self._want(_Step(self._desk, self._window, _REDO, self))

    def take_back(self, action_id: int, over: QWidget | None = None) -> None:
        """Take back this action alone, whatever was done since."""
        self._want(_Step(self._desk, over or self._window, _TAKE_BACK, self, action_id))

    def _want(self, step: "_Step") -> None:
        step.ended.connect(self._end)
        step.stopped.connect(self._stop)
        step.chosen.connect(self._wait)
        self._wait(step)

    def _wait(self, step: "_Step") -> None:
        self._waiting.append(step)
        self._go_on()

    def _go_on(self) -> None:
        if self._under_way is None and self._waiting:
            self._under_way = self._waiting.popleft()
            self.bar.begin(self._under_way.words(self._steps))
            self._under_way.go(self._steps)

    def _end(self, steps: Steps | None) -> None:
        self._under_way = None
        self.bar.end()
        if steps is not None:
            self._name(steps)
        self._go_on()

    def _stop(self) -> None:
        """Take no further step by name: those that wait were meant for the ones after this."""
        for step in [each for each in self._waiting if not each.is_named]:
            self._waiting.remove(step)
            step.deleteLater()
        self._end(None)

    def read_steps(self) -> None:
        """Ask which steps come next; `named` tells."""
        self._desk.ask(undo.next_steps, self._take_steps)

    def _take_steps(self, steps: Steps) -> None:
        if self._under_way is None:  # otherwise it tells itself what comes next
            self._name(steps)

    def _name(self, steps: Steps) -> None:
        self._steps = steps
        self.named.emit(steps)


@dataclass(frozen=True)
class _Asked:
    """What is to be asked about before the step is taken."""

    called: str
    shown: list[ToldCollision]
    others: list[FieldKey]


@dataclass(frozen=True)
class _Taken:
    """The step that was taken, if any, and what comes next."""

    action: ActionRow | None
    steps: Steps


class _Step(QObject):
    """One step on its way: taken, or asked about and taken as a person chose."""

    ended = Signal(object)  # the Steps that come next, where they are known
    stopped = Signal()  # it did not come about so far
    chosen = Signal(object)  # this one is to be taken, as was chosen

    def __init__(
        self, desk: Desk, window: QWidget, way: _Way, parent: QObject, action_id: int | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._way = way
        self._take = partial(way.take, by=desk.by)
        self._action_id = action_id
        self._asked: UndoConflict | None = None
        self._keeping: Keeping = None

    @property
    def is_named(self) -> bool:
        """Whether it is known which step it is, whatever the menu names."""
        return self._action_id is not None

    def words(self, steps: Steps) -> str:
        """What is being done."""
        step = None if self._action_id else _next(self._way, steps)
        return (
            f"{self._way.doing}: {one_line(step.name, LONGEST_STEP)}" if step else self._way.doing
        )

    def go(self, steps: Steps) -> None:
        """Take the step that is named, once all that was asked for before it is done."""
        if self._action_id is None:
            step = _next(self._way, steps)
            if step is None:
                self._finish(self._way.nothing, None)
                return
            self._action_id = step.id
        self._desk.ask(_in_turn, self._start)

    def go_as_chosen(self, keeping: frozenset[FieldKey]) -> None:
        """Take it so that these fields stay as they are."""
        self._keeping = keeping
        self.chosen.emit(self)

    def _start(self, _turn: None) -> None:
        take = partial(self._take, action_id=self._action_id, keeping=None)
        if self._asked is not None and self._keeping is not None:
            take = partial(
                undo_as_chosen, take=self._take, asked=self._asked, keeping=self._keeping
            )
        self._desk.carry_out(partial(_taken, take=take), self._say, self._ask, is_long=True)

    def _say(self, taken: _Taken) -> None:
        if taken.action is not None:
            self._finish(f"{self._way.done}: {taken.action.name}", taken.steps)
            return
        step = _next(self._way, taken.steps)
        now = f" Next is: {one_line(step.name, LONGEST_STEP)}." if step else ""
        why = f"Something else was done meanwhile: {self._way.not_done}.{now}"
        self._finish(why, taken.steps)

    def _finish(self, words: str, steps: Steps | None) -> None:
        self._desk.changes.said.emit(words)
        self.ended.emit(steps)
        self.deleteLater()

    def _ask(self, error: ClaimTrackerError) -> None:
        if isinstance(error, UndoConflict) and error.collisions:
            self._asked = error
            work = partial(_read, error=error, how=telling(self._desk.today, self._desk.labels))
            self._desk.ask(work, self._offer)
        else:
            self._desk.changes.refused.emit(str(error))
            self.deleteLater()
        self.stopped.emit()

    def _offer(self, asked: _Asked) -> None:
        dialog = CollisionsDialog(
            asked.called, asked.shown, asked.others, self._window, self._desk.today
        )
        dialog.settled.connect(self.go_as_chosen)
        dialog.rejected.connect(self.deleteLater)
        dialog.open()


def _in_turn(_session: Session) -> None:
    """What was asked of the database before is done by now."""


def _taken(session: Session, take: Callable[[Session], ActionRow | None]) -> _Taken:
    """Take the step, and read what comes next right after it."""
    return _Taken(take(session), undo.next_steps(session))


def _read(session: Session, error: UndoConflict, how: Telling) -> _Asked:
    """Read in words what is asked about; of very many fields the first."""
    row = read_log.rows(session, [error.action_id]).get(error.action_id)
    shown = error.collisions[:MOST_SHOWN]
    return _Asked(
        called=action_words(row.name) if row else "",
        shown=tell_collisions(session, shown, how),
        others=[each.key for each in error.collisions[MOST_SHOWN:]],
    )
