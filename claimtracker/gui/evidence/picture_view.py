"""A picture that fits its window, or larger and to be scrolled."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from claimtracker.gui.claim_panel.named import named

_STEP = 1.25
_MOST = 8.0
KEYS = "Plus and minus: larger and smaller. 0: the whole picture."


class PictureView(QScrollArea):
    """Shows one picture; plus, minus and 0 change its size."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setToolTip(KEYS)
        self._image = QImage()
        self._factor = 1.0  # of the size at which all of it is seen
        self._shown = named(QLabel(), "shown_picture")
        self._shown.setScaledContents(True)
        self.setWidget(self._shown)

    @property
    def image(self) -> QImage:
        """The picture that is shown."""
        return self._image

    def show_picture(self, image: QImage) -> None:
        """Show all of this picture."""
        self._image = image
        self._factor = 1.0
        self._shown.setPixmap(QPixmap.fromImage(image))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the picture as large as the window lets it be."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and 0 change the size; the arrows scroll."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._resize_by(_STEP)
            case Qt.Key.Key_Minus:
                self._resize_by(1 / _STEP)
            case Qt.Key.Key_0:
                self._resize_by(0)
            case _:
                super().keyPressEvent(event)

    def _resize_by(self, step: float) -> None:
        self._factor = min(max(self._factor * step, 1.0), _MOST)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        room = self.maximumViewportSize()
        size = self._image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self._shown.resize((size * self._factor).expandedTo(QSize(1, 1)))
