"""A stored claim as the one that moved a deadline: looked for by its words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimRow
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.claim_finder import ClaimFinder, SteeringLine, count_words
from claimtracker.gui.plain_text import buddy_label, wrapped_label

_LEAST_HEIGHT = 200


class MoveStored(QWidget):
    """Type a few words, choose with the arrows."""

    read_anew = Signal()  # another claim is chosen
    opened = Signal()  # Enter or a double click on one

    def __init__(self, desk: Desk, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._without = {claim_id}
        self._rows: dict[int, ClaimRow] = {}
        self.words = SteeringLine("words", "Words of the later claim")
        self.matches = EntryList("matches", "Claims that fit")
        self.matches.setMinimumHeight(_LEAST_HEIGHT)
        self.matches.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the arrows reach it from the line
        self.matches.chosen.connect(self._follow)
        self.matches.opened.connect(self._open)
        self.count = wrapped_label("match_count", "muted")
        self._finder = ClaimFinder(desk, self.words, self.matches, self._left_out, like=claim_id)
        self._finder.answered.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(buddy_label("&Look for the later claim", self.words))
        column.addWidget(self.words)
        column.addWidget(self.matches, 1)
        column.addWidget(self.count)

    def leave_out(self, claim_id: int) -> None:
        """Do not offer this claim: it is the one that the later one follows."""
        self._without.add(claim_id)

    def look(self) -> None:
        """List the claims that fit, before anything is typed the likest first."""
        self._finder.look()
        self.words.setFocus()

    def row(self) -> ClaimRow | None:
        """The claim that is chosen."""
        entry = self.matches.current()
        return self._rows.get(entry.key) if entry else None

    def checked_id(self) -> int:
        """The claim that is chosen; raises FieldError where none is."""
        entry = self.matches.current()
        if entry is None:
            raise FieldError("words", "Choose the claim that moved the deadline.")
        return entry.key

    def _left_out(self) -> Sequence[int]:
        return list(self._without)

    def _take(self, rows: list[ClaimRow]) -> None:
        self._rows = {row.id: row for row in rows}
        self.count.setText(count_words(rows))
        self.read_anew.emit()

    def _follow(self, _entry: Entry | None) -> None:
        self.read_anew.emit()

    def _open(self, _entry: Entry) -> None:
        self.opened.emit()
