"""Views, list and panel side by side; in a narrow window the panel stands below the list."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from claimtracker.gui.main_window import FIRST_SIZE, as_bytes, as_text
from claimtracker.settings import WindowPlace

NARROW_PIXELS = 1200
SIDEBAR_PIXELS = 166
LIST_AND_PANEL, LIST_OVER_PANEL = (750, 364), (290, 380)
LEAST_PANEL_PIXELS = 280  # below the list; its pages scroll


class Panes(QWidget):
    """Lays out the three parts; `bars` stand over the list."""

    def __init__(
        self,
        sidebar: QWidget,
        bars: Sequence[QWidget],
        claims: QWidget,
        panel: QWidget,
        width: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._inner = QSplitter(Qt.Orientation.Horizontal, self)
        self._inner.setObjectName("list_and_panel")
        self._inner.addWidget(_middle(bars, claims))
        self._inner.addWidget(panel)
        panel.setMinimumHeight(LEAST_PANEL_PIXELS)
        self._inner.setStretchFactor(0, 3)
        self._inner.setStretchFactor(1, 1)
        self._inner.setSizes(LIST_AND_PANEL)
        self._outer = QSplitter(Qt.Orientation.Horizontal, self)
        self._outer.setObjectName("views_and_rest")
        self._outer.addWidget(sidebar)
        self._outer.addWidget(self._inner)
        self._outer.setStretchFactor(1, 1)
        self._outer.setSizes((SIDEBAR_PIXELS, FIRST_SIZE[0] - SIDEBAR_PIXELS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._outer)
        self._place_panel(width)  # at once: side by side would widen a narrow window

    def place(self, before: WindowPlace) -> WindowPlace:
        """How wide each part is, to come back to."""
        return replace(
            before,
            splitter=as_text(self._outer.saveState()),
            inner_splitter=as_text(self._inner.saveState()),
        )

    def come_back(self, place: WindowPlace) -> None:
        """Give each part the room that it had."""
        if place.splitter:
            self._outer.restoreState(as_bytes(place.splitter))
            self._inner.restoreState(as_bytes(place.inner_splitter))

    def minimumSizeHint(self) -> QSize:
        """As narrow as it gets with the panel below the list, also while they stand side by side.

        Otherwise the window would stop above the width at which the panel goes below.
        """
        hint, inner = super().minimumSizeHint(), self._inner
        parts = (inner.widget(number) for number in range(inner.count()))
        widest = max(part.minimumSizeHint().width() for part in parts if part is not None)
        beside = max(inner.minimumSizeHint().width() - widest, 0)
        return QSize(hint.width() - beside, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the list where both do not fit side by side."""
        super().resizeEvent(event)
        self._place_panel(self.width())

    def _place_panel(self, width: int) -> None:
        is_narrow = width < NARROW_PIXELS
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._inner.orientation() != wanted:
            self._inner.setOrientation(wanted)
            self._inner.setStretchFactor(0, 1 if is_narrow else 3)  # below, each is low enough
            self._inner.setSizes(LIST_OVER_PANEL if is_narrow else LIST_AND_PANEL)


def _middle(bars: Sequence[QWidget], claims: QWidget) -> QWidget:
    middle = QWidget()
    middle.setObjectName("middle")
    column = QVBoxLayout(middle)
    column.setContentsMargins(8, 12, 8, 4)
    column.setSpacing(8)
    for bar in bars:
        column.addWidget(bar)
    column.addWidget(claims, stretch=1)
    return middle
