"""Pictures from outside, decoded within limits and never on the window's thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.evidence.kinds import PICTURES

MOST_PIXELS = 64_000_000
MOST_MEGABYTES = 256  # one picture decoded; Qt gives up beyond it
LONGEST_SIDE = 4_096  # of what is shown; a larger picture is made smaller
SCALED = Qt.TransformationMode.SmoothTransformation
_FORMATS = {kind: kind.removeprefix("image/").encode() for kind in PICTURES}
TOO_LARGE = "This picture is too large to be shown here; show it in its folder."
UNREADABLE = "This picture cannot be drawn; show it in its folder."


def picture_of(data: bytes, mime_type: str, longest_side: int = LONGEST_SIDE) -> QImage:
    """Decode the first frame, no side longer than this; raises ClaimTrackerError where it cannot.

    Only by the reader of its own type: Qt would otherwise try all it has, SVG included, which
    draws what it is told and can name other files.
    """
    if mime_type not in _FORMATS:
        raise ClaimTrackerError(UNREADABLE)
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[mime_type]))
    try:
        reader.setAutoDetectImageFormat(False)
        reader.setAutoTransform(True)
        image = _read(reader, longest_side, is_jpeg=mime_type == "image/jpeg")
    finally:
        # The reader of TIFF crashes where the buffer goes before it.
        reader.setDevice(None)  # type: ignore[arg-type]  # Qt takes none, its stubs do not say so
    return bounded(image, longest_side)


def _read(reader: QImageReader, longest_side: int, *, is_jpeg: bool) -> QImage:
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        raise ClaimTrackerError(TOO_LARGE)
    if size.isValid() and is_jpeg:
        # JPEG can be decoded small, which is far quicker; others are made small afterwards.
        small = size.scaled(QSize(longest_side, longest_side), _KEPT).boundedTo(size)
        reader.setScaledSize(small.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise ClaimTrackerError(UNREADABLE)
    return image


def bounded(image: QImage, longest_side: int) -> QImage:
    """The picture with no side longer than this."""
    if max(image.width(), image.height()) <= longest_side:
        return image
    return image.scaled(longest_side, longest_side, _KEPT, SCALED)


_KEPT = Qt.AspectRatioMode.KeepAspectRatio
