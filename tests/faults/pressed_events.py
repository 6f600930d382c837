"""What a person can do to a window, each at random: a new kind joins by one line in EVENTS."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from claimtracker.settings import THEMES
from tests.faults.hands import Button, Hands, Held, called, is_blocked, is_there

_KEY = Qt.Key
_LETTERS = [_KEY(number) for number in (*range(_KEY.Key_0, _KEY.Key_9), *range(_KEY.Key_A, 91))]
_MOVING = (
    *(_KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Escape),
    *(_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Home, _KEY.Key_End),
    *(_KEY.Key_PageUp, _KEY.Key_PageDown, _KEY.Key_Space, _KEY.Key_Delete, _KEY.Key_Backspace),
    *(_KEY.Key_Menu, _KEY.Key_Insert, _KEY.Key_F2, _KEY.Key_F5, _KEY.Key_F9, _KEY.Key_F10),
)
_HELD = (
    *(Held.NoModifier,) * 6,
    *(Held.ShiftModifier, Held.ControlModifier, Held.AltModifier),
    Held.ControlModifier | Held.ShiftModifier,
)
_TEXTS = (
    *("By the end of 2026", "next spring", "2026-02-30", "deadline:open", "claimant:", '"', "*"),
    *("\0", "\ud800", "\u202egnitset", "<b>bold</b><img src=x>", "e\u0301\u200d\U0001f469", "\r\n"),
    *("https://example.org/a?b=c", "file:///dev/null", "x" * 5_000, "word " * 400, "9" * 40),
)
_SIDES = (1, 40, 200, 480, 900, 1_600)
_STATES = (
    Qt.WindowState.WindowNoState,
    Qt.WindowState.WindowMaximized,
    Qt.WindowState.WindowFullScreen,
    Qt.WindowState.WindowMinimized,
)
_OFTEN_LEFT = (Button.LeftButton,) * 4 + (Button.RightButton, Button.MiddleButton)


def press_letter(hands: Hands) -> None:
    """A letter or figure, alone or with Ctrl, Alt or Shift."""
    hands.press(hands.chance.choice(_LETTERS), hands.chance.choice(_HELD))


def press_moving_key(hands: Hands) -> None:
    """A key that moves, accepts, leaves or takes away."""
    hands.press(hands.chance.choice(_MOVING), hands.chance.choice(_HELD))


def submit(hands: Hands) -> None:
    """The key that does what a dialog is for."""
    hands.press(_KEY.Key_Return, Held.ControlModifier)


def leave(hands: Hands) -> None:
    """The key that leaves a dialog or a menu."""
    hands.press(_KEY.Key_Escape)


def type_text(hands: Hands) -> None:
    """A text in one go, as an input method sends it."""
    text, focus = hands.chance.choice(_TEXTS), QApplication.focusWidget()
    hands.say(f"{text[:20]!r}")
    if focus is not None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focus, event)


def paste(hands: Hands) -> None:
    """Something copied elsewhere."""
    QGuiApplication.clipboard().setMimeData(_content(hands))
    hands.press(_KEY.Key_V, Held.ControlModifier)


def click(hands: Hands) -> None:
    """A click, mostly with the left button, at times twice."""
    times = 2 if hands.chance.random() < 0.2 else 1
    hands.click(hands.chance.choice(_OFTEN_LEFT), hands.chance.choice(_HELD), times)


def drag(hands: Hands) -> None:
    """The pointer moved with its button held: marks, moves a divider, or drags a row."""
    hands.drag()


def turn_wheel(hands: Hands) -> None:
    """The wheel turned some steps, either way."""
    window = hands.any_window()
    place, steps = hands.any_place(window), hands.chance.choice((-5, -1, 1, 5))
    hands.say(f"{steps} steps on {called(window)}")
    if is_there(window, place):
        QTest.wheelEvent(window.windowHandle(), QPointF(place), QPoint(0, steps * 120))


def drop(hands: Hands) -> None:
    """A text, an address, files or nothing at all, dropped or only carried past."""
    window, content = hands.any_window(), _content(hands)
    takers = [each for each in (window, *window.findChildren(QWidget)) if each.acceptDrops()]
    takers = [each for each in takers if each.isVisible()]
    if is_blocked(window) or not takers:
        return
    taker = hands.chance.choice(takers)
    hands.say(f"{', '.join(content.formats())} on {called(taker)}")
    place = taker.rect().center()
    told = (Qt.DropAction.CopyAction, content, Button.LeftButton, Held.NoModifier)
    entering = QDragEnterEvent(place, *told)
    QApplication.sendEvent(taker, entering)
    if entering.isAccepted() and hands.chance.random() < 0.8:
        QApplication.sendEvent(taker, QDropEvent(QPointF(place), *told))
    else:
        QApplication.sendEvent(taker, QDragLeaveEvent())


def _content(hands: Hands) -> QMimeData:
    content = QMimeData()
    if hands.chance.random() < 0.5:
        content.setText(hands.chance.choice(_TEXTS))
    if hands.chance.random() < 0.4:
        chosen = hands.chance.sample(hands.files, hands.chance.randrange(1, 3))
        content.setUrls([QUrl.fromLocalFile(str(file)) for file in chosen])
    elif hands.chance.random() < 0.2:
        content.setUrls([QUrl("https://example.org/page"), QUrl("smb://nowhere/x"), QUrl()])
    if hands.chance.random() < 0.2:
        content.setHtml("<p>They will sign by <b>May 2027</b>.</p>")
    return content


def resize(hands: Hands) -> None:
    """A size that a window may be given, a single pixel included."""
    window = hands.any_window()
    width, height = hands.chance.choice(_SIDES), hands.chance.choice(_SIDES)
    hands.say(f"{called(window)} to {width} x {height}")
    window.resize(width, height)


def change_state(hands: Hands) -> None:
    """Minimised, as large as the screen, or as before."""
    window, state = hands.any_window(), hands.chance.choice(_STATES)
    if window.windowType() is not Qt.WindowType.Popup:
        hands.say(f"{called(window)} is {state.name}")
        window.setWindowState(state)


def switch_theme(hands: Hands) -> None:
    """Other colours, while everything is shown."""
    view, theme = hands.program.view, hands.chance.choice(THEMES)
    if view is not None:
        hands.say(theme)
        desk = view._desk
        desk.use_settings(replace(desk.settings, theme=theme))


def give_command(hands: Hands) -> None:
    """One of the commands of the table, as its menu gives it."""
    view = hands.program.view
    if view is None or is_blocked(hands.window):
        return
    name = hands.chance.choice(sorted(set(view.actions_by_name) - {"quit"}))
    hands.say(name)
    view.actions_by_name[name].trigger()


def close_window(hands: Hands) -> None:
    """Close any window but the main one, whatever it does just now."""
    window = hands.any_window()
    if window is not hands.window and not is_blocked(window):
        hands.say(called(window))
        window.close()


def close_main_window(hands: Hands) -> None:
    """Quit, whatever is going on; a question may keep it open."""
    if not is_blocked(hands.window):
        hands.window.close()


EVENTS: dict[Callable[[Hands], None], int] = {
    press_letter: 40,
    press_moving_key: 48,
    submit: 10,
    leave: 12,
    type_text: 16,
    paste: 6,
    click: 60,
    drag: 8,
    turn_wheel: 8,
    drop: 12,
    resize: 6,
    change_state: 2,
    switch_theme: 1,  # each takes as long as a hundred others
    give_command: 40,
    close_window: 6,
}
"""How often each comes beside the others."""
