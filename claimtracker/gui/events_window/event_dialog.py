"""Enter an event, correct one, or set an own one in the place of one that is shipped."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from claimtracker.claims.errors import ChangedMeanwhile, ClaimTrackerError
from claimtracker.claims.events import EventDraft, EventRow
from claimtracker.deadlines import Event
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.fields import LineField, TextField
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.followed_dialog import FollowedDialog
from claimtracker.operations.change_events import EventChange

_TITLES = {True: "Your own event in place of this one", False: "Edit the event"}


class EventDialog(FollowedDialog):
    """Saving lists the claims that would be read otherwise, before anything is stored.

    A shipped event stays as it is: its own form is a new event of the same name, which wins.
    `shared` are further names that other shipped events bear as well; they would be taken from all.
    """

    saved = Signal(str)  # the name it has now

    def __init__(
        self,
        desk: Desk,
        row: EventRow | None,
        parent: QWidget | None = None,
        shared: frozenset[str] = frozenset(),
    ) -> None:
        title = "New event" if row is None else _TITLES[row.is_shipped]
        super().__init__(desk, title, "Save", parent, 520)
        self._event_id = None if row is None or row.is_shipped else row.id
        self._shared = shared
        self._seen: Event | None = None
        self.name = LineField("name", "Name", "ceasefire, the Geneva talks")
        self.starts_on = DayField("starts_on", "Day, or first day", desk)
        self.ends_on = DayField("ends_on", "Last day", desk)
        self.aliases = TextField("aliases", "Further names", "One a line: truce, armistice")
        if row is not None and row.is_shipped:
            self.add_note("It wins over the one that comes with the program.", "overrides")
        self.add_labelled("&Name, as deadlines say it", self.name)
        self.add_labelled("&Day, or first day; empty while it is not known", self.starts_on)
        self.last_label: QLabel = self.add_labelled("&Last day, if it lasts longer", self.ends_on)
        self.add_labelled("&Further names, one a line", self.aliases)
        self.column.addStretch()
        if row is not None:
            self._fill(row.event)
        self.name.setFocus()

    def _fill(self, event: Event) -> None:
        """Show the event; what a person has changed in the form already stays as it is there."""
        before, self._seen = self._seen, event
        days = self.starts_on.text(), self.ends_on.text()
        if before is None or days == (_iso(before.starts_on), _iso(before.ends_on)):
            self.starts_on.set_day(event.starts_on)
            self.ends_on.set_day(event.ends_on)
        if before is None or self.name.text() == before.name:
            self.name.set_text(event.name)
        if before is None or self._aliases() == self._own_names(before):
            self.aliases.set_text("\n".join(self._own_names(event)))

    def _aliases(self) -> tuple[str, ...]:
        lines = map(str.strip, self.aliases.text().splitlines())
        return tuple(line for line in lines if line)

    def _own_names(self, event: Event) -> tuple[str, ...]:
        return tuple(name for name in event.aliases if name not in self._shared)

    def change(self) -> EventChange:
        """Check what was entered; raises FieldError."""
        name = self.name.text().strip()
        if not name:
            raise FieldError("name", "An event needs a name.")
        starts_on, ends_on = self.starts_on.checked_day(), self.ends_on.checked_day()
        if ends_on and starts_on is None:
            raise FieldError("starts_on", "An event with a last day needs a first day.")
        if starts_on and ends_on and ends_on < starts_on:
            raise FieldError("ends_on", "The event must not end before it starts.")
        aliases = self._aliases()
        try:
            draft = EventDraft.of(name=name, starts_on=starts_on, ends_on=ends_on, aliases=aliases)
        except ClaimTrackerError as error:
            raise FieldError("aliases", str(error)) from error
        seen = (self._seen,) if self._seen and self._event_id else ()
        return EventChange(draft, self._event_id, seen=seen)

    def take_change(self, change: ChangedMeanwhile) -> None:
        """Show what was stored meanwhile wherever nothing else was typed."""
        if isinstance(change.stored, EventRow):
            self._fill(change.stored.event)

    def take_result(self, result: object) -> None:
        """Tell under which name it is found now."""
        self.saved.emit(self.name.text().strip())

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Event saved"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
