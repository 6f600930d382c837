"""Everything of a window brought into sight, one after the other: pages, lists, menus, tips."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QToolTip,
    QWidget,
)

from tests.faults.looking_at import Seen

_MOST_ROWS = 6
_TIP = "qtooltip_label"  # as Qt calls the label of a tooltip


def walk(window: QWidget, seen: Seen, settle: Callable[[], None], name: str) -> None:
    """Look at a window that is shown, and at all that it shows when it is asked to."""
    seen.look(window, name)
    for tabs in window.findChildren(QTabWidget):
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            settle()
            seen.look(window, f"{name}, tab {tabs.tabText(number)}")
    for part in window.findChildren(QWidget):
        if part.isHidden() and not isinstance(part, QMenu) and part.objectName() != _TIP:
            seen.look_at_picture(part, f"{name}, hidden {type(part).__name__}")
        if isinstance(part, QScrollArea) and (inner := part.widget()) is not None:
            seen.look_at_picture(inner, f"{name}, all of {type(part).__name__}")
    _look_at_choices(window, seen, name)


def _look_at_choices(window: QWidget, seen: Seen, name: str) -> None:
    """Unfold every menu, box and list of completions."""
    for menu in window.findChildren(QMenu):
        menu.popup(QPoint(0, 0))
        seen.look(menu, f"{name}, {menu.objectName()}")
        menu.close()
    for box in window.findChildren(QComboBox):
        if box.isVisible():
            box.showPopup()
            seen.look(box.view().window(), f"{name}, {box.objectName()} unfolded")
            box.hidePopup()
    for line in window.findChildren(QLineEdit):
        if (completer := line.completer()) is not None and line.isVisible():
            completer.setCompletionPrefix("")
            completer.complete()
            if (found := completer.popup()) is not None:
                seen.look(found, f"{name}, {line.objectName()} completed")
                found.hide()


def hover(window: QWidget, seen: Seen, name: str) -> int:
    """Rest the pointer on every part and row; return how many tooltips were shown."""
    count = 0
    for part in [window, *window.findChildren(QWidget)]:
        if part.isVisible():
            for place in _places(part):
                count += _rest_on(part, place, seen, name)
    return count


def _places(part: QWidget) -> list[QPoint]:
    """The middle, and for a list each row that is in sight."""
    view = part.parentWidget()
    if not isinstance(view, QAbstractItemView) or part is not view.viewport():
        width, middle = part.width(), part.height() // 2
        return [QPoint(width * step // 8, middle) for step in (1, 4, 7)]
    model = view.model()
    rows = range(min(model.rowCount(), _MOST_ROWS) if model is not None else 0)
    return [view.visualRect(model.index(row, 0)).center() for row in rows]


def _rest_on(part: QWidget, place: QPoint, seen: Seen, name: str) -> bool:
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, place, part.mapToGlobal(place))
    QApplication.sendEvent(part, event)
    text = QToolTip.text()
    if not text:
        return False
    for label in QApplication.topLevelWidgets():
        if label.objectName() == _TIP and label.isVisible():
            seen.look(label, f"{name}, tooltip of {part.objectName()}")
    return True


def type_everywhere(window: QWidget, text: str) -> None:
    """Write into every field, and let what waits for a pause in the typing come at once."""
    for field in window.findChildren(QWidget):
        if isinstance(field, QLineEdit) and not field.isReadOnly():
            field.setText(text)
        elif isinstance(field, QPlainTextEdit) and not field.isReadOnly():
            field.setPlainText(text)
    for timer in window.findChildren(QTimer):
        if timer.isSingleShot() and timer.isActive():
            timer.stop()
            timer.timeout.emit()


def close(window: QWidget) -> None:
    """Take a window apart, with all that it opened."""
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
