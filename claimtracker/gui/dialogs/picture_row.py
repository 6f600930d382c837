"""A picture from the clipboard or a drop, before it is kept as a file."""

from datetime import datetime

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.message_bar import close_button
from claimtracker.gui.plain_text import PlainLabel
from claimtracker.operations.keep_evidence import NamedBytes

_THUMBNAIL = QSize(80, 54)


class PictureRow(QWidget):
    """Shows it small, with its size in pixels and a way to take it out again."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "picture")
        self.image: QImage | None = None
        self._small = QLabel()
        self._words = PlainLabel("")
        self._words.setObjectName("picture_words")
        self._words.setWordWrap(True)
        self.remove_button = close_button(self, "Take the picture out")
        self.remove_button.setObjectName("remove_picture")
        self.remove_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._small)
        row.addWidget(self._words, 1)
        row.addWidget(self.remove_button)

    def show_image(self, image: QImage) -> None:
        """Show this one."""
        self.image = image
        ratio, way = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._small.setPixmap(QPixmap.fromImage(image.scaled(_THUMBNAIL, ratio, way)))
        self._words.setText(f"{picture_words(image)}, kept as a PNG file")
        self.changed.emit()

    def clear(self) -> None:
        """Take it out."""
        self.image = None
        self.changed.emit()


def picture_words(image: QImage) -> str:
    """A picture in words: its size in pixels."""
    return f"Picture, {image.width():,} × {image.height():,}"


def png_of(image: QImage) -> NamedBytes:
    """The picture as a PNG file; takes a moment, so it is work for a thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
        raise ClaimTrackerError("The picture cannot be kept as a PNG file.")
    now = datetime.now()
    return NamedBytes(f"Picture {now:%Y-%m-%d %H.%M.%S}.png", bytes(buffer.data().data()))
