"""Enter or correct one place where a claim was said."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimtracker.claims.drafts import OccurrenceDraft, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import OccurrenceRow
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.fields import TextField
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.operations.add_place import add_place
from claimtracker.operations.correct_place import correct_place

_LINES = ("title", "publisher", "url")


class PlaceDialog(OperationDialog):
    """The words, the day and the source; the claim's own words and deadline stay as they are."""

    def __init__(
        self,
        desk: Desk,
        claim_id: int,
        place: OccurrenceRow | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        title = "Add a place where it was said" if place is None else "Correct a place"
        super().__init__(desk, title, "Add" if place is None else "Save", parent, 560)
        self._claim_id = claim_id
        self._place = place
        self.add_about([claim_id])
        self.words = TextField("words", "Words", "As they were said there, word for word")
        self.stated_on = DayField("stated_on", "Said on", desk)
        self.published_on = DayField("published_on", "Published on", desk)
        self.title, self.publisher, self.url = (named(QLineEdit(), name) for name in _LINES)
        self.url.setPlaceholderText("https://")
        self._lay_out()
        self._shown = None if place is None else _draft_of(place)
        if place is None:
            self.stated_on.set_day(desk.today)
        else:
            self._fill(place)
        self.words.setFocus()

    def _lay_out(self) -> None:
        self.add_labelled("&Words", self.words)
        days = QHBoxLayout()
        days.setSpacing(8)
        for text, field in (("&Said on", self.stated_on), ("&Published on", self.published_on)):
            side = QVBoxLayout()
            side.setSpacing(4)
            self.add_labelled(text, field, side)
            side.addStretch()
            days.addLayout(side, 1)
        self.column.addSpacing(8)
        self.column.addLayout(days)
        self.add_labelled("&Title of the source", self.title)
        self.add_labelled("Pu&blisher", self.publisher)
        self.add_labelled("&Address", self.url)
        self.column.addStretch()

    def _fill(self, place: OccurrenceRow) -> None:
        self.words.set_text(place.words)
        self.stated_on.set_day(place.stated_on)
        self.published_on.set_day(place.published_on)
        for name in _LINES:
            getattr(self, name).setText(getattr(place, name))

    def operation(self) -> Operation:
        """Check what was entered, then note it."""
        draft = self._draft()
        if self._place is None:
            return partial(add_place, claim_id=self._claim_id, draft=draft, by=self.desk.by)
        return partial(
            correct_place,
            occurrence_id=self._place.id,
            draft=draft,
            by=self.desk.by,
            shown=self._shown,
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return "Place added" if self._place is None else "Place corrected"

    def _draft(self) -> OccurrenceDraft:
        lines = {name: getattr(self, name).text() for name in _LINES}
        days = (self.stated_on.checked_day(), self.published_on.checked_day())
        try:
            source = SourceDraft.of(**lines, published_on=days[1])
            return OccurrenceDraft.of(source=source, words=self._words(), stated_on=days[0])
        except ClaimTrackerError as error:
            raise FieldError(str(error).partition(":")[0], str(error)) from error

    def _words(self) -> str:
        """The words as stored where nobody touched them: Qt turns line ends into its own."""
        if self._place is not None and self.words.text() == "\n".join(
            self._place.words.splitlines()
        ):
            return self._place.words
        return self.words.text()


def _draft_of(place: OccurrenceRow) -> OccurrenceDraft:
    source = SourceDraft.model_construct(
        title=place.title,
        publisher=place.publisher,
        url=place.url,
        published_on=place.published_on,
    )
    return OccurrenceDraft.model_construct(
        source=source, words=place.words, stated_on=place.stated_on
    )
