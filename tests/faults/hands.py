"""Who presses at random: which window, which place of it, and how a key or button goes down and up.

Keys and pointer come in where the window system hands them over, so that modal dialogs, menus and
grabs have their say. Whatever a press closes is let alone: its window is looked for anew each time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from claimtracker.gui.application import Application
from claimtracker.gui.main_window import MainWindow

Held = Qt.KeyboardModifier
Button = Qt.MouseButton

_TAKES_TOP = 0.9  # how often what stands on top is taken, as a person would
_IN_A_PART = 0.6  # how often a place is chosen by a part, however small, and not by its area


@dataclass(frozen=True)
class Hands:
    """On which program, by which chance, with which files; `say` hears what is done, beforehand."""

    chance: Random
    program: Application
    window: MainWindow
    files: tuple[Path, ...]
    say: Callable[[str], None]

    def any_window(self) -> QWidget:
        """A window that can be seen; the main one where there is none."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is not None and is_there(top) and self.chance.random() < _TAKES_TOP:
            return top
        found = [each for each in QApplication.topLevelWidgets() if is_there(each)]
        return self.chance.choice(found) if found else self.window

    def any_place(self, window: QWidget) -> QPoint:
        """A place within the window: anywhere, or on one of its parts, however small that is."""
        parts = [part for part in window.findChildren(QWidget) if part.isVisible()]
        part = self.chance.choice(parts) if parts and self.chance.random() < _IN_A_PART else window
        inside = QPoint(self._below(part.width()), self._below(part.height()))
        place = part.mapTo(window, inside) if part.window() is window else inside
        return place if window.rect().contains(place) else window.rect().center()

    def press(self, key: Qt.Key, held: Held = Held.NoModifier) -> None:
        """Press a key where the keyboard is, and let it go."""
        window = QApplication.activePopupWidget() or QApplication.activeWindow()
        window = window if window is not None and is_there(window) else self.any_window()
        self.say(f"{key.name} with {held.name} on {called(window)}")
        for is_pressed in (True, False):
            if is_there(window):  # QTest.keyClick would go on with a window that the press closed
                told = (key.value, held, _text_of(key, held), False)
                QTest.simulateEvent(window.windowHandle(), is_pressed, *told)

    def click(self, button: Button, held: Held, times: int) -> None:
        """Press and release a button of the pointer somewhere, so many times."""
        window = self.any_window()
        place = self.any_place(window)
        where = f"{place.toTuple()} of {called(window)}"
        self.say(f"{button.name} with {held.name}, {times} times, at {where}")
        for _ in range(times):
            for act in (QTest.mousePress, QTest.mouseRelease):
                if is_there(window, place):
                    act(window.windowHandle(), button, held, place)

    def drag(self) -> None:
        """Press a button, move, and release it elsewhere."""
        window = self.any_window()
        begin, end = self.any_place(window), self.any_place(window)
        self.say(f"from {begin.toTuple()} to {end.toTuple()} of {called(window)}")
        told = (Button.LeftButton, Held.NoModifier)
        if is_there(window, begin):
            QTest.mousePress(window.windowHandle(), *told, begin)
        for place in (begin + QPoint(20, 20), end):
            if is_there(window, place):
                QTest.mouseMove(window.windowHandle(), place)
        if is_there(window, end):
            QTest.mouseRelease(window.windowHandle(), *told, end)

    def _below(self, size: int) -> int:
        return self.chance.randrange(max(size, 1))


def _text_of(key: Qt.Key, held: Held) -> str:
    if key > Qt.Key.Key_Z or held not in (Held.NoModifier, Held.ShiftModifier):
        return ""
    return chr(key) if held is Held.ShiftModifier else chr(key).lower()


def is_there(window: QWidget, place: QPoint | None = None) -> bool:
    """Whether the window can be seen, and has this place by now."""
    if not isValid(window) or not window.isVisible() or window.windowHandle() is None:
        return False
    return place is None or QRect(QPoint(), window.windowHandle().size()).contains(place)


def is_blocked(window: QWidget) -> bool:
    """Whether a dialog keeps the window from being used."""
    modal = QApplication.activeModalWidget()
    return modal is not None and modal is not window and not modal.isAncestorOf(window)


def called(widget: QWidget) -> str:
    """What a widget is called in the log."""
    return widget.objectName() or type(widget).__name__
