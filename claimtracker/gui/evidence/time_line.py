"""A claim's days on one axis: said, window, evidence, verdict and today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.gui.claim_list.axis import Scale
from claimtracker.gui.claim_list.axis_paint import (
    MARK_PIXELS,
    paint_diamond,
    paint_line,
    paint_said,
    paint_today,
    paint_window,
)
from claimtracker.gui.claim_list.delegates import STATE_TOKENS
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import short_day
from claimtracker.gui.evidence.days import Cluster, EvidenceDays
from claimtracker.gui.evidence.time_line_words import LEGEND, cluster_words, time_line_words
from claimtracker.gui.plain_text import plain_tooltip
from claimtracker.gui.theme import LOOK, colour, secondary_font

_MARGIN = 8
_AXIS_HEIGHT = 28
_BESIDE_LABEL = 8
_LEAST_DAYS = 14
_SMALL_MARK = 3
_ROOMY = 2 * MARK_PIXELS + 2
_AIR = 0.04  # of the whole, before the first day and after the last


class _Label(NamedTuple):
    day: date
    words: str
    token: str


@dataclass(frozen=True)
class _Shown:
    """What is drawn beside the evidence."""

    said: date | None
    window: Window
    verdict_on: date | None
    token: str


class TimeLine(QWidget):
    """Marks the piece of evidence that the list points at; a click on a diamond leads to it."""

    row_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "evidence_time_line", "Time line of the claim")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = _Shown(None, Window(), None, "accent")
        self._days = EvidenceDays(0)
        self._scale = Scale.around(date.today())
        self._today = date.today()
        self._marked: date | None = None
        self._clusters: list[Cluster] = []
        self._clusters_width = -1
        LOOK.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the axis and one line of days under it."""
        return QSize(240, _AXIS_HEIGHT + self._label_height())

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as the panel."""
        return QSize(120, self.sizeHint().height())

    def show_claim(
        self,
        details: ClaimDetails,
        days: EvidenceDays,
        today: date,
        labels: VerdictLabels = DEFAULT_LABELS,
    ) -> None:
        """Show the days of this claim and of its evidence."""
        report = details.report
        newest = details.assessments[0] if details.assessments else None
        self._today = today
        self._days = days
        self._shown = _Shown(
            said=report.stated_on,
            window=Window(report.opens_on, report.due_on, report.latest_on),
            verdict_on=newest.assessed_on if newest else None,
            token=STATE_TOKENS.get(report.state, "accent"),
        )
        self._scale = scale_of(self._known_days())
        self._clusters_width = -1
        self.setAccessibleDescription(time_line_words(details, days, today, labels))
        self.update()

    def mark(self, day: date | None) -> None:
        """Mark the diamond of the evidence of this day; None marks none."""
        if day != self._marked:
            self._marked = day
            self.update()

    @property
    def marked(self) -> date | None:
        """The day whose diamond is marked."""
        return self._marked

    def cluster_at(self, x: float) -> Cluster | None:
        """The evidence under this place, the nearest first; None where there is none."""
        near = [
            (abs(cluster.x + self._box().left() - x), cluster.x, cluster)
            for cluster in self._drawn_clusters()
        ]
        reach, _x, cluster = min(near, default=(MARK_PIXELS + 1.0, 0.0, None))
        return cluster if reach <= MARK_PIXELS else None

    def event(self, event: QEvent) -> bool:
        """A tooltip tells of the diamond under the pointer, elsewhere what the marks mean."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cluster = self.cluster_at(event.pos().x())
            told = cluster_words(cluster, self._today) if cluster else LEGEND
            QToolTip.showText(event.globalPos(), plain_tooltip(told), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the evidence under the pointer."""
        cluster = self.cluster_at(event.position().x())
        if cluster is not None and event.button() == Qt.MouseButton.LeftButton:
            self.row_wanted.emit(cluster.row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the axis, then the marks from the quietest to the one that is pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, scale, shown = self._box(), self._scale, self._shown
        paint_line(painter, box)
        paint_window(painter, box, scale, shown.window, colour(shown.token))
        paint_today(painter, box, scale, self._today)
        clusters = self._drawn_clusters()
        reach = reach_of(clusters)
        for cluster in clusters:
            paint_diamond(painter, box, cluster.x, colour(_token(cluster)), reach)
        if shown.said is not None:
            paint_said(painter, box, scale, shown.said)
        if shown.verdict_on is not None:
            self._paint_verdict(painter, box, scale.middle_of(shown.verdict_on, box.width()))
        self._paint_marked(painter, box)
        self._paint_labels(painter, box)
        painter.end()

    def _paint_verdict(self, painter: QPainter, box: QRect, x: float) -> None:
        """An open square: the judgement, apart from what it judges."""
        painter.setPen(QPen(colour("text"), 1.5))
        painter.setBrush(colour("surface"))
        painter.drawRect(QRectF(box.left() + x - 3.5, box.center().y() - 3, 7, 7))

    def _paint_marked(self, painter: QPainter, box: QRect) -> None:
        if self._marked is None or not self._scale.holds(self._marked):
            return
        x = self._scale.middle_of(self._marked, box.width())
        token = next((_token(one) for one in self._drawn_clusters() if one.holds(self._marked)), "")
        if not token:
            return
        paint_diamond(painter, box, x, colour(token), MARK_PIXELS + 1)
        painter.setPen(QPen(colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(box.left() + x, box.center().y() + 0.5), 8.5, 8.5)

    def _paint_labels(self, painter: QPainter, box: QRect) -> None:
        """Write as many days as fit, the most telling first."""
        painter.setFont(secondary_font(self.font()))
        metrics = painter.fontMetrics()
        taken: list[tuple[float, float]] = []
        for label in self._labels():
            width = metrics.horizontalAdvance(label.words)
            middle = box.left() + self._scale.middle_of(label.day, box.width())
            left = min(max(middle - width / 2, 0), self.width() - width)
            if any(left < end and start < left + width for start, end in taken):
                continue
            taken.append((left - _BESIDE_LABEL, left + width + _BESIDE_LABEL))
            painter.setPen(colour(label.token))
            place = QRectF(left, _AXIS_HEIGHT, width + 1, self._label_height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label.words)

    def _labels(self) -> Iterator[_Label]:
        shown, window = self._shown, self._shown.window
        if self._marked is not None and self._scale.holds(self._marked):
            yield _Label(self._marked, self._day(self._marked), "accent")
        if shown.said is not None:
            yield _Label(shown.said, f"said {self._day(shown.said)}", "muted")
        if last := window.latest_on or window.due_on:
            yield _Label(last, f"by {self._day(last)}", "muted")
        yield _Label(self._today, "today", "muted")
        if shown.verdict_on is not None:
            yield _Label(shown.verdict_on, f"verdict {self._day(shown.verdict_on)}", "muted")
        for day in (*self._days.days[-1:], *self._days.days[:1], window.due_on, window.opens_on):
            if day is not None:
                yield _Label(day, self._day(day), "muted")

    def _day(self, day: date) -> str:
        return short_day(day) if day.year == self._today.year else f"{short_day(day)} {day.year}"

    def _drawn_clusters(self) -> list[Cluster]:
        width = self._box().width()
        if width != self._clusters_width:
            self._clusters = list(self._days.clusters(self._scale, width))
            self._clusters_width = width
        return self._clusters

    def _known_days(self) -> list[date]:
        shown, window = self._shown, self._shown.window
        ends = (*self._days.days[:1], *self._days.days[-1:])
        known = (shown.said, window.opens_on, window.due_on, window.latest_on, shown.verdict_on)
        return [day for day in (*known, *ends, self._today) if day is not None]

    def _box(self) -> QRect:
        return QRect(_MARGIN, 4, max(self.width() - 2 * _MARGIN, 1), _AXIS_HEIGHT - 8)

    def _label_height(self) -> int:
        return self.fontMetrics().height() + 2


def reach_of(clusters: Sequence[Cluster]) -> int:
    """Smaller diamonds where they would cover each other, and the window under them."""
    gaps = (after.x - before.x for before, after in pairwise(clusters))
    return _SMALL_MARK if min(gaps, default=_ROOMY) < _ROOMY else MARK_PIXELS


def scale_of(days: list[date]) -> Scale:
    """A scale that holds all of these days with some air around them."""
    first, last = min(days), max(days)
    air = max(round((last - first).days * _AIR), 1)
    missing = max(_LEAST_DAYS - (last - first).days, 0) // 2
    return Scale(_moved(first, -air - missing), _moved(last, air + missing))


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _token(cluster: Cluster) -> str:
    if cluster.late:
        return "grace"
    return "kept" if cluster.fulfilling else "muted"
