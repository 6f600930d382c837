"""A part of a dialog that scrolls where the screen is too small for it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_LEAST = QSize(320, 160)


class ShrinkingArea(QScrollArea):
    """As large as what it holds, if there is room; what has the focus is always in sight."""

    lacking = Signal(int)  # so many pixels of height would show all of it

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scrolled_fields")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._content = content
        self.setWidget(content)
        running = QApplication.instance()
        assert isinstance(running, QApplication)
        running.focusChanged.connect(self._follow_focus)

    def sizeHint(self) -> QSize:
        """All of it; Qt's own stops at a few lines."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """All of its width, a part of its height."""
        return QSize(max(self._content.minimumSizeHint().width(), _LEAST.width()), _LEAST.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when what it holds has grown, as by a line that came into sight."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            missing = self._content.sizeHint().height() - self.viewport().height()
            if missing > 0:
                self.lacking.emit(missing)
        return super().eventFilter(watched, event)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now)
