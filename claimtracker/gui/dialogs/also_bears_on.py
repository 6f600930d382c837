"""Claims that a document may bear on as well: suggested, never chosen by the program."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from sqlmodel import Session

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.plain_text import PlainLabel, one_line, plain_tooltip
from claimtracker.operations.find_claims import MOST_SUGGESTED, also_bears_on

PAUSE_MS = 400  # of typing, before the database is asked
NOTHING = "Claims like this one appear here as you write. None is chosen for you."
_LONGEST_ASKED = 4_000  # characters: what a document is about stands at its beginning
_BOX_PIXELS = 40  # the box itself and its padding


class _ClaimCheck(QCheckBox):
    """A claim that can be checked; its text is cut to the width there is."""

    def __init__(self, row: ClaimRow) -> None:
        super().__init__()
        self.row = row
        told = " · ".join(part for part in (row.summary, row.claimant) if part)
        named(self, f"also_claim_{row.id}", one_line(told))
        self.setToolTip(plain_tooltip(told))
        framed(self)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes: the whole stands in the tooltip."""
        return QSize(_BOX_PIXELS, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As narrow as one likes."""
        return QSize(_BOX_PIXELS, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = max(self.width() - _BOX_PIXELS, 0)
        shown = self.fontMetrics().elidedText(
            self.accessibleName(), Qt.TextElideMode.ElideRight, room
        )
        self.setText(shown.replace("&", "&&"))  # one alone would be the mark of an Alt key


class AlsoBearsOn(QWidget):
    """Asks in the background, once the typing pauses; what is checked stays."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "also_bears_on", "Also bears on")
        self._desk = desk
        self._text = ""
        self._without: Sequence[int] = ()
        self._checks: list[_ClaimCheck] = []
        title = PlainLabel("Also bears on")
        title.setProperty("role", "field_label")
        self.nothing = PlainLabel(NOTHING)
        self.nothing.setObjectName("no_suggestion")
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(title)
        self._column.addWidget(self.nothing)
        self._column.addStretch()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def ids(self) -> list[int]:
        """The claims that the person has checked."""
        return [check.row.id for check in self._checks if check.isChecked()]

    def checks(self) -> list[QCheckBox]:
        """What is offered."""
        return list(self._checks)

    def suggest_for(self, text: str, without: Sequence[int]) -> None:
        """Suggest for this text, once nothing more is typed."""
        asked = text.strip()[:_LONGEST_ASKED]
        if (asked, list(without)) != (self._text, list(self._without)):
            self._text, self._without = asked, list(without)
            self._pause.start()

    def _ask(self) -> None:
        work = partial(
            _suggest, text=self._text, as_of=self._desk.as_of, without=list(self._without)
        )
        self._desk.ask(work, self._take)

    def _take(self, answer: tuple[str, list[ClaimRow]]) -> None:
        text, rows = answer
        if text != self._text:
            return
        kept = [check for check in self._checks if check.isChecked()]
        known = {check.row.id for check in kept} | set(self._without)
        fresh = [row for row in rows if row.id not in known][: MOST_SUGGESTED - len(kept)]
        for check in self._checks:
            if check not in kept:
                check.hide()
                check.deleteLater()
        self._checks = kept + [self._added(row) for row in fresh]
        self.nothing.setVisible(not self._checks)

    def _added(self, row: ClaimRow) -> _ClaimCheck:
        check = _ClaimCheck(row)
        check.toggled.connect(self.changed)
        self._column.insertWidget(self._column.count() - 1, check)
        return check


def _suggest(
    session: Session, text: str, as_of: AsOf, without: Sequence[int]
) -> tuple[str, list[ClaimRow]]:
    return text, also_bears_on(session, text, as_of, without=without) if text else []
