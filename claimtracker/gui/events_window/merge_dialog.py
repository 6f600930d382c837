"""Say that two events are one: the names of the other become further names of this one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from claimtracker.claims.errors import ChangedMeanwhile
from claimtracker.claims.events import EventRow, merged
from claimtracker.gui.claim_panel.entry_list import EntryList
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.claim_finder import SteeringLine
from claimtracker.gui.dialogs.followed_dialog import FollowedDialog
from claimtracker.gui.events_window.entries import EventEntries, days_words, fits
from claimtracker.operations.change_events import EventChange


class MergeDialog(FollowedDialog):
    """Type a few letters, choose with the arrows, press Enter."""

    def __init__(
        self, desk: Desk, kept: EventRow, others: Sequence[EventRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Merge with another event", "Merge", parent, 520)
        self._kept = kept
        self._others = others
        self._listed: Sequence[EventRow] = ()
        self.about = self.add_note("", "about")
        self._tell_kept()
        self.words = SteeringLine("words", "Name of the other event")
        self.words.textChanged.connect(self._look)
        self.add_labelled("&Which event is the same?", self.words)
        self.column.addSpacing(4)
        self.matches = EntryList("matches", "Events that fit")
        self.matches.setMinimumHeight(200)
        self.matches.opened.connect(self.submit)
        self.words.list = self.matches
        self.column.addWidget(self.matches, 1)
        self.add_note(
            "Its names become further names, and it goes. The days of the one that stays count; "
            "where it has none, those of the other."
        )
        self._look()
        self.words.setFocus()

    def change(self) -> EventChange:
        """Bring the two together; raises FieldError."""
        chosen = self.matches.current()
        other = next((row for row in self._listed if chosen and row.id == chosen.key), None)
        if other is None:
            raise FieldError("words", "Choose the event that is the same.")
        draft = merged(self._kept.event, other.event)
        seen = (self._kept.event, other.event)
        return EventChange(draft, self._kept.id, gone=(other.id,), seen=seen)

    def take_change(self, change: ChangedMeanwhile) -> None:
        """Merge what is stored by now, of which was told."""
        now = change.stored
        if isinstance(now, EventRow):
            self._kept = now if now.id == self._kept.id else self._kept
            self._others = [now if row.id == now.id else row for row in self._others]
            self._listed = [now if row.id == now.id else row for row in self._listed]
            self._tell_kept()

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Events merged"

    def _tell_kept(self) -> None:
        event = self._kept.event
        self.about.setText(f"“{event.name}”, {days_words(event, self.desk.today)}, stays.")

    def _look(self) -> None:
        self._listed = [row for row in self._others if fits(row, self.words.text())]
        self.matches.show_entries(EventEntries(self._listed, {}, self.desk.today))
