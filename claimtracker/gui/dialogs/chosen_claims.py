"""The claims that a document bears on: removable entries, and a line that finds more."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from sqlmodel import Session

from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import of_claims
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.claim_finder import ClaimFinder, SteeringLine
from claimtracker.gui.plain_text import PlainLabel, buddy_label
from claimtracker.operations import list_claims

MOST_NAMED = 50  # more claims at once stand as one entry
NO_CLAIM = "No claim chosen."
_HEIGHT = 112
_ALL = -1
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _FindingLine(SteeringLine):
    """While something is typed, Enter adds what is found; Esc takes the words away first."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter and Esc from the dialog's buttons while a claim is being looked for."""
        if not self.text():
            super().keyPressEvent(event)
        elif event.key() in _ENTERS and not event.modifiers():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class _RemovableList(EntryList):
    """Delete takes the current entry out."""

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace remove; Enter is left to the dialog's button."""
        if event.key() in _REMOVES and self.current():
            self.removed.emit()
        elif event.key() in _ENTERS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChosenClaims(QWidget):
    """Shows what is chosen, and in its place what is found while words are typed."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        claim_ids: Sequence[int],
        nothing: str = NO_CLAIM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._many: Sequence[int] = claim_ids if len(claim_ids) > MOST_NAMED else ()
        named_ids = () if self._many else claim_ids
        self._chosen: dict[int, ClaimRow | None] = dict.fromkeys(named_ids)
        self._listed: dict[int, ClaimRow] = {}
        self.words = _FindingLine("find_claim", "Find a claim that it bears on")
        self.words.setPlaceholderText("Words of a claim; Enter adds it")
        self.found = EntryList("claims_found", "Claims that fit")
        self.found.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the arrows reach it from the line
        self.chosen = _RemovableList("bears_on", "Claims that it bears on", has_notes=False)
        self.remove_button = text_button("remove_claim", "Remove")
        self.remove_button.setToolTip("Take the current claim out  (Delete)")
        self.nothing = PlainLabel(nothing)
        self.nothing.setObjectName("no_claim_chosen")
        self._pages = QStackedWidget()
        self._finder = ClaimFinder(desk, self.words, self.found, self.named_ids)
        self._lay_out()
        self._connect()
        self._show_chosen()
        if self._chosen:
            self._desk.ask(
                partial(_read, ids=list(self._chosen), as_of=desk.as_of), self._take_rows
            )

    def ids(self) -> list[int]:
        """The chosen claims."""
        return [*self._many, *(key for key in self._chosen if key not in self._many)]

    def named_ids(self) -> list[int]:
        """Those of the chosen claims that stand in the list by name: never more than a few."""
        return list(self._chosen)

    def summaries(self) -> str:
        """The summaries of the chosen claims, as far as they are read."""
        return "\n".join(row.summary for row in self._chosen.values() if row is not None)

    def add(self, row: ClaimRow) -> None:
        """Choose one more claim."""
        self._chosen[row.id] = row
        self._show_chosen()
        self.changed.emit()

    def _lay_out(self) -> None:
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(4, 8, 4, 0)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.chosen)
        self._pages.addWidget(self.found)
        self._pages.setFixedHeight(_HEIGHT)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(buddy_label("&Bears on", self.words))
        column.addLayout(line)
        column.addWidget(self._pages)
        named(self, "chosen_claims")

    def _connect(self) -> None:
        self.words.textChanged.connect(self._turn)
        self.words.entered.connect(self._add_found)
        self.found.opened.connect(self._add_found)
        self.chosen.removed.connect(self._remove)
        self.remove_button.clicked.connect(self._remove)
        self._finder.answered.connect(self._take_found)

    def _turn(self) -> None:
        if self.words.text().strip():
            page: QWidget = self.found
        else:
            page = self.chosen if self.ids() else self.nothing
        self._pages.setCurrentWidget(page)
        self.remove_button.setEnabled(page is self.chosen)

    def _take_found(self, rows: list[ClaimRow]) -> None:
        self._listed = {row.id: row for row in rows}

    def _add_found(self) -> None:
        entry = self.found.current()
        row = self._listed.get(entry.key) if entry else None
        if row is not None:
            self.words.clear()
            self.add(row)

    def _remove(self) -> None:
        entry = self.chosen.current()
        if entry is None:
            return
        if entry.key == _ALL:
            self._many = ()
        self._chosen.pop(entry.key, None)
        self._show_chosen()
        self.changed.emit()

    def _take_rows(self, rows: dict[int, ClaimRow]) -> None:
        self._chosen = {key: rows.get(key, row) for key, row in self._chosen.items()}
        self._show_chosen()
        self.changed.emit()

    def _show_chosen(self) -> None:
        entries = [_entry(key, row) for key, row in self._chosen.items()]
        if self._many:
            told = f"{of_claims(len(self._many))} that are selected in the list"
            entries.insert(0, Entry(told, key=_ALL))
        self.chosen.show_entries(entries)
        self._turn()


def _entry(key: int, row: ClaimRow | None) -> Entry:
    if row is None:
        return Entry("…", key=key)
    whole = " · ".join(part for part in (row.summary, row.claimant) if part)
    return Entry(row.summary, mark=row.claimant, whole=whole, key=key)


def _read(session: Session, ids: Sequence[int], as_of: AsOf) -> dict[int, ClaimRow]:
    return list_claims.rows(session, ids, as_of)
