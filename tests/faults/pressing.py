"""A process with the program's own window, in which somebody presses whatever comes to mind.

The same seed presses the same; what the threads do meanwhile is up to the machine.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from claimtracker.app import Databases
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.application import Application
from claimtracker.gui.main_window import MainWindow, first_window
from claimtracker.operations.verify import verify
from claimtracker.settings import Settings, settings_path
from claimtracker.storage.engine import open_database
from tests.benchmarks.generated.casebook import TODAY
from tests.faults.acknowledged import Acknowledged
from tests.faults.hands import Hands
from tests.faults.planted import PLANTED, PLANTED_ALWAYS
from tests.faults.pressed_events import EVENTS, close_main_window
from tests.faults.window_surroundings import Surroundings, made_files
from tests.faults.window_watch import AtRest, WindowWatch, at_rest

PER_WINDOW = 1_000
"""Events at most until a window is closed, whatever it does just then."""
LOG, RESULT = "pressed.txt", "result.json"
_PER_LOOK = 50  # events from one look at what is committed to the next
_PLANTED_AT = 40
_LOOPING_S = 0.3  # an event that takes longer waits in a loop of its own, which is pressed in too
_PAUSE_MS = 20

Event = Callable[[Hands], None]


@dataclass(frozen=True)
class Order:
    """On which case, how often, by which chance, and what is planted to be noticed."""

    case: str
    seed: int
    events: int
    plant: str = ""
    patience: float = 120.0  # seconds without an event that are taken for a standstill


@dataclass
class Result:
    """What came of it: how much was done, what must not happen, and what is kept at rest."""

    events: int = 0
    windows: int = 0
    actions: int = 0
    lost: int = 0
    problems: list[str] = field(default_factory=list)
    rests: list[AtRest] = field(default_factory=list)


@dataclass
class Round:
    """Who watches, writes down and looks again, for all windows of this process."""

    order: Order
    chance: Random
    watch: WindowWatch
    result: Result
    log: Callable[[str], None]
    files: tuple[Path, ...]
    acknowledged: Acknowledged = field(default_factory=Acknowledged)


class Presser(QObject):
    """Presses in one window until it has closed."""

    def __init__(self, around: Round, program: Application, window: MainWindow) -> None:
        super().__init__(program)
        self._round, self._program = around, program
        self._hands = Hands(around.chance, program, window, around.files, around.log)
        left = around.order.events - around.result.events
        self._left = min(around.chance.randrange(PER_WINDOW // 2, PER_WINDOW), left)
        self._began: float | None = None
        # Goes on whatever is raised: what Qt calls within an event may break off the event itself.
        self._next_turn = QTimer(self)
        self._next_turn.timeout.connect(self.press)
        self._next_turn.start()

    def press(self) -> None:
        """One event; while one is under way none, unless that one waits in a loop of its own."""
        now = time.monotonic()
        is_busy = self._began is not None and now - self._began < _LOOPING_S
        self._next_turn.setInterval(_PAUSE_MS if is_busy else 0)
        if is_busy or not isValid(self._hands.window):
            return
        self._began = now
        self._round.watch.go_on()
        try:
            if self._left > 0:
                self._do(self._next())
            else:
                self._leave()
        finally:
            self._began = None

    def _next(self) -> Event:
        """By chance, but for what is planted."""
        self._left -= 1
        self._round.result.events += 1
        plant = self._round.order.plant
        is_due = self._round.result.events == _PLANTED_AT or plant in PLANTED_ALWAYS
        chosen = self._round.chance.choices(list(EVENTS), list(EVENTS.values()))[0]
        return PLANTED[plant] if plant and is_due else chosen

    def _do(self, event: Event) -> None:
        place = f"event {self._round.result.events}, {event.__name__}"
        self._round.watch.place = place
        self._round.log(f"\n{place} ")
        event(self._hands)
        if self._round.result.events % _PER_LOOK == 0 and self._program._open is not None:
            self._round.acknowledged.look(self._program._open.database.path)

    def _leave(self) -> None:
        """Close it; where something is unsaved that is asked, and discarded."""
        self._round.watch.place = f"closing after event {self._round.result.events}"
        modal = QApplication.activeModalWidget()
        if modal is None:
            close_main_window(self._hands)
            return
        buttons = modal.findChildren(QPushButton, "discard_changes")
        if buttons:
            buttons[0].click()
        else:
            modal.close()


def press_all(order: Order, folder: Path) -> Result:
    """Open one window after the other and press in it until all events are done."""
    chance, result = Random(order.seed), Result()
    watch = WindowWatch(order.patience, problems=result.problems)
    watch.begin()
    first = first_window(Settings(theme="light"))
    files = made_files(folder / "files")
    Surroundings(chance, folder, files).begin()
    with (folder / LOG).open("w", encoding="utf-8", errors="backslashreplace") as log:
        write = partial(print, end="", file=log, flush=True)
        around = Round(order, chance, watch, result, write, files)
        _press_in(around, first)
        del first  # nothing of a window is kept once it is closed
        while result.events < order.events:
            _press_in(around, first_window(Settings(theme="light")))
    QGuiApplication.clipboard().clear()  # what is Python's there must not outlive Python
    _verify_all(folder, watch)
    result.lost, result.actions = around.acknowledged.lost(), around.acknowledged.count
    return result


def _press_in(around: Round, window: MainWindow) -> None:
    """Run the program in this window until it has closed."""
    chosen = Settings(theme="light")
    program = Application(Databases(), window, chosen, settings_path(), TODAY)
    Presser(around, program, window)
    around.watch.go_on()
    if program.run(Path(around.order.case)):
        around.watch.note("the program ended with a failure")
    window.deleteLater()
    program.deleteLater()
    del window, program
    around.result.windows += 1
    around.result.rests.append(at_rest(around.result.events))


def _verify_all(folder: Path, watch: WindowWatch) -> None:
    for path in sorted(folder.rglob("*.db")):
        watch.place = f"verifying {path.name}"
        watch.go_on()
        with suppress(ClaimTrackerError):  # what was dropped there is no database
            database = open_database(path)
            with closing(database), database.session() as session:
                for problem in verify(session).problems:
                    watch.note(problem)


def main(folder: str, told: str) -> None:
    """Carry out an order; the result is written beside it."""
    result = press_all(Order(**json.loads(told)), Path(folder))
    (Path(folder) / RESULT).write_text(json.dumps(asdict(result)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
