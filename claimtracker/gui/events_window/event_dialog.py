"""Enter an event, correct one, or set an own one in the place of one that is shipped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.events import EventDraft, EventRow
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
            self._fill(row, shared)
        self.name.setFocus()

    def _fill(self, row: EventRow, shared: frozenset[str]) -> None:
        self.name.set_text(row.event.name)
        self.starts_on.set_day(row.event.starts_on)
        self.ends_on.set_day(row.event.ends_on)
        self.aliases.set_text("\n".join(name for name in row.event.aliases if name not in shared))

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
        aliases = tuple(line.strip() for line in self.aliases.text().splitlines() if line.strip())
        try:
            draft = EventDraft.of(name=name, starts_on=starts_on, ends_on=ends_on, aliases=aliases)
        except ClaimTrackerError as error:
            raise FieldError("aliases", str(error)) from error
        return EventChange(draft, self._event_id)

    def take_result(self, result: object) -> None:
        """Tell under which name it is found now."""
        self.saved.emit(self.name.text().strip())

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Event saved"
