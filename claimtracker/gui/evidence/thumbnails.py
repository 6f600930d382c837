"""Small pictures for the list: made in the background, of what is in sight, and kept."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import DocumentRow
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.kinds import PDF, PICTURES
from claimtracker.gui.evidence.pdf import page_picture, qt_pdf
from claimtracker.gui.evidence.pictures import bounded, picture_of
from claimtracker.operations.captured_content import content_of

SIDE = 32
SHARPNESS = 2  # pixels a point, for screens of high resolution
MOST_BYTES = 20_000_000
_MOST_KEPT = 1_000
_MOST_WAITING = 24  # about what a list shows at once: what is scrolled past is forgotten


@dataclass(frozen=True)
class _Made:
    sha256: str
    image: QImage | None


class Thumbnails(QObject):
    """Asked while a row is painted; `made` says that a picture has come."""

    made = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()
        self._waiting: OrderedDict[str, DocumentRow] = OrderedDict()
        self._is_busy = False

    def of(self, found: DocumentRow) -> QImage | None:
        """The picture if it is made; asks for it where there can be one."""
        if found.sha256 in self._kept:
            self._kept.move_to_end(found.sha256)
            return self._kept[found.sha256]
        if can_be_drawn(found):
            self._waiting[found.sha256] = found
            self._waiting.move_to_end(found.sha256)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._make_next()
        return None

    def _make_next(self) -> None:
        if self._is_busy or not self._waiting:
            return
        _sha256, found = self._waiting.popitem()
        self._is_busy = True
        work = partial(_make, found=found)
        self._desk.background.start(work, self._take, refused=self._go_on, broke=self._go_on)

    def _take(self, made: _Made) -> None:
        self._kept[made.sha256] = made.image
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self._waiting.pop(made.sha256, None)
        self.made.emit()
        self._go_on(None)

    def _go_on(self, _ended: object) -> None:
        self._is_busy = False
        self._make_next()


def can_be_drawn(found: DocumentRow) -> bool:
    """Whether Qt can draw it here, and it is not too large for a small picture."""
    if not found.sha256 or not 0 < (found.size or 0) <= MOST_BYTES:
        return False
    return found.mime_type in PICTURES or (found.mime_type == PDF and qt_pdf() is not None)


def _make(session: Session, found: DocumentRow) -> _Made:
    """Nothing, and kept as nothing, where it cannot be drawn: the icon stays."""
    return _Made(found.sha256, next(_drawn(session, found), None))


def _drawn(session: Session, found: DocumentRow) -> Iterator[QImage]:
    side = SIDE * SHARPNESS
    try:
        content = content_of(session, found.evidence_id)
        if found.mime_type == PDF:
            image, _pages = page_picture(content.data, 0, side)
        else:
            image = picture_of(content.data, found.mime_type, side)
    except ClaimTrackerError:
        return
    image = bounded(image, side)
    image.setDevicePixelRatio(SHARPNESS)
    yield image
