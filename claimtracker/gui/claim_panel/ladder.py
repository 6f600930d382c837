"""A chain of moves as a ladder: a rung for each step, on a rail that joins them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from claimtracker.claims.rows import MoveRow
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.claims.vocabulary import State, Verdict, label
from claimtracker.gui.claim_panel.entries import Entry, LazyEntries, Sign
from claimtracker.gui.claim_panel.entry_painter import GAP, EntryPainter, draw_signs, elided
from claimtracker.gui.dates import day_text, window_text
from claimtracker.gui.slip_words import (
    short_slip,
    signed_days,
    slip_sentence,
    step_without_slip,
    upper_first,
)
from claimtracker.gui.theme import colour, secondary_font

_AnyIndex = QModelIndex | QPersistentModelIndex
RAIL = 24
_RADIUS = 5
_STATE_COLOURS = {State.PASSED: "passed", State.GRACE: "grace", State.DUE_SOON: "due_soon"}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Rung(Entry):
    """One step: an entry with two more lines, and its place on the rail."""

    days: str = ""
    slip: str = ""
    slip_colour: str = "muted"
    total: str = ""
    is_here: bool = False
    is_first: bool = False
    is_last: bool = False


class Rungs(LazyEntries):
    """The rungs of a chain, each made when it is looked at."""

    def __init__(
        self,
        moves: Sequence[MoveRow],
        here: int,
        today: date,
        labels: VerdictLabels = DEFAULT_LABELS,
    ) -> None:
        self._moves = moves
        self._here = here
        self._today = today
        self._labels = labels

    def __len__(self) -> int:
        return len(self._moves)

    def make(self, row: int) -> Entry:
        """The rung of one step."""
        step, before = self._moves[row], self._moves[row - 1] if row else None
        called = self._labels.of(step.verdict)
        return _rung(step, before, (row, len(self) - 1, self._here), self._today, called)

    def row_of(self, key: int) -> int:
        """The row of a claim's step, the first row where it is none."""
        found = (row for row, step in enumerate(self._moves) if step.claim_id == key)
        return next(found, 0)


class LadderPainter(EntryPainter):
    """Paints four lines beside the rail; the step of the claim that is shown has a full dot."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Two lines more than an entry has."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 2 * _line_height(option))

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, entry: Entry
    ) -> None:
        """Draw the rail, the two lines of any entry, and under them the days and the slip."""
        if not isinstance(entry, Rung):
            super().draw(painter, option, box, entry)
            return
        _draw_rail(painter, option.rect, box, entry, QFontMetrics(option.font).height())
        beside = box.adjusted(RAIL, 0, 0, 0)
        super().draw(painter, option, beside, entry)
        small, height = secondary_font(option.font), _line_height(option)
        last = QRect(beside.left(), beside.bottom() + 1 - height, beside.width(), height)
        total = (Sign(entry.total, "muted"),) if entry.total else ()
        rest = draw_signs(painter, small, last, total)
        _write(painter, rest, entry.slip, entry.slip_colour)
        _write(painter, last.translated(0, -height), entry.days, "muted")


def _line_height(option: QStyleOptionViewItem) -> int:
    return QFontMetrics(secondary_font(option.font)).height() + GAP


def _write(painter: QPainter, line: QRect, words: str, token: str) -> None:
    painter.setPen(colour(token))
    painter.drawText(line, _LEFT, elided(painter.fontMetrics(), words, line.width()))


def _draw_rail(painter: QPainter, row: QRect, box: QRect, rung: Rung, line_height: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    node = QPoint(box.left() + _RADIUS + 1, box.top() + line_height // 2)
    painter.setPen(QPen(colour("muted"), 1.5))
    if not rung.is_first:
        painter.drawLine(QPoint(node.x(), row.top()), node - QPoint(0, _RADIUS))
    if not rung.is_last:
        painter.drawLine(node + QPoint(0, _RADIUS), QPoint(node.x(), row.bottom() + 1))
    painter.setPen(QPen(colour("accent" if rung.is_here else "muted"), 1.5))
    painter.setBrush(colour("accent" if rung.is_here else "surface"))
    painter.drawEllipse(node, _RADIUS, _RADIUS)


def _rung(
    step: MoveRow, before: MoveRow | None, places: tuple[int, int, int], today: date, called: str
) -> Rung:
    """A step in words; `places` are its row, the last one and the claim that is shown.

    `called` is what the house calls the verdict.
    """
    row, last, here = places
    is_here = step.claim_id == here
    days = window_text(_window(step), today)
    said = f"said {day_text(step.stated_on, today)}" if step.stated_on else "day said not known"
    parts = ("This claim" if is_here else "", said, step.claimant)
    return Rung(
        title=_words(step),
        note=upper_first(" · ".join(part for part in parts if part)),
        whole=_whole(step, before, (days, said, called), is_here=is_here),
        key=step.claim_id,
        mark=" · ".join(_standing(step, called)),
        mark_colour=_STATE_COLOURS.get(step.state, "muted"),
        days=days or "No date",
        slip=_slip(step, before),
        slip_colour=_slip_colour(step, before),
        total=_total(step) if row > 1 else "",
        is_here=is_here,
        is_first=row == 0,
        is_last=row == last,
    )


def _words(step: MoveRow) -> str:
    return f"“{step.wording}”" if step.wording else "No date named"


def _slip(step: MoveRow, before: MoveRow | None) -> str:
    if before is None:
        return "The first deadline"
    counted = short_slip(step.slip_days_strict, step.slip_days)
    return upper_first(counted or step_without_slip(_window(before), _window(step)))


def _slip_colour(step: MoveRow, before: MoveRow | None) -> str:
    """Later, or given up: what a reader looks for; all else is quiet."""
    is_given_up = before is not None and _window(before).is_dated and not _window(step).is_dated
    return "grace" if is_given_up or (step.slip_days or 0) > 0 else "muted"


def _total(step: MoveRow) -> str:
    days = step.total_days if step.total_days is not None else step.total_days_strict
    return "" if days is None else f"in all {signed_days(days)}"


def _standing(step: MoveRow, called: str) -> tuple[str, ...]:
    """The step's own state and verdict: one that was moved on stays flagged in its own right."""
    is_rated = step.verdict is not Verdict.NOT_YET_RATED
    told = (
        "In the bin" if step.is_binned else "",
        "" if step.state is State.SETTLED else label(step.state),
        called if is_rated else "",
    )
    return tuple(word for word in told if word)


def _whole(
    step: MoveRow, before: MoveRow | None, words: tuple[str, str, str], *, is_here: bool
) -> str:
    days, said, called = words
    since_first = slip_sentence(step.total_days_strict, step.total_days)
    since_last = slip_sentence(step.slip_days_strict, step.slip_days)
    if before is not None and not since_last:
        since_last = upper_first(step_without_slip(_window(before), _window(step)))
    told = (
        _words(step),
        f"{upper_first(said)}{f' by {step.claimant}' if step.claimant else ''}",
        f"Read as {days or 'no date'}",
        f"Since the step before: {since_last}" if since_last else "",
        f"Since the first step: {since_first}" if since_first else "",
        f"State: {label(step.state)} · Verdict: {called}",
        "In the bin" if step.is_binned else "",
        f"Claim {step.claim_id}{', the one that is shown' if is_here else ''}",
    )
    return "\n".join(part for part in told if part)


def _window(step: MoveRow) -> Window:
    return Window(step.opens_on, step.due_on, step.latest_on)
