"""What every part of the window works with: the background, the news, the settings, the day."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, VerdictLabels
from claimtracker.gui.background import Background, Job
from claimtracker.gui.changes import Changes
from claimtracker.operations.verdict_labels import verdict_labels
from claimtracker.settings import Settings

if TYPE_CHECKING:
    from claimtracker.articles.web.fetch import Network

T = TypeVar("T")
OpenNetwork = Callable[[], "Network | None"]  # called where it is used: what speaks HTTP loads late


def public_network() -> None:
    """The network as it is used by default: public places only."""


class Desk(QObject):
    """Handed to each widget in place of globals."""

    settings_changed = Signal()

    def __init__(
        self,
        background: Background,
        settings: Settings,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
        *,
        open_network: OpenNetwork = public_network,
    ) -> None:
        super().__init__(parent)
        self.background = background
        self.open_network = open_network
        self.changes = Changes(self)
        self.settings = settings
        self._today = today
        background.refused.connect(self._refuse)
        # First of all listeners: the rows that those read again come after the labels.
        self._labels = DEFAULT_LABELS
        self.changes.changed.connect(self._read_labels)
        self._read_labels()

    @property
    def today(self) -> date:
        """The day that deadlines are held against."""
        return self._today()

    @property
    def as_of(self) -> AsOf:
        """That day with the lead time from the settings."""
        return AsOf(self.today, self.settings.lead_days)

    @property
    def by(self) -> str:
        """Whose name the log notes."""
        return self.settings.name_in_log

    @property
    def labels(self) -> VerdictLabels:
        """What this database calls the verdicts."""
        return self._labels

    def use_settings(self, settings: Settings) -> None:
        """Replace the settings; listeners of `settings_changed` follow."""
        self.settings = settings
        self.settings_changed.emit()

    def carry_out(
        self,
        operation: Callable[[Session], T],
        done: Callable[[T], object] | None = None,
        refused: Callable[[ClaimTrackerError], object] | None = None,
        *,
        is_long: bool = False,
    ) -> Job:
        """Run an operation that changes something, in the background; all views then follow.

        `operation` is a partial that wants only the session; without `refused` the message
        bar says why something did not happen. One that `is_long`, as the copying of a large file
        may be, runs on a thread of its own, so that the lists do not wait for it.
        """
        heard = (self._announce,) if done is None else (done, self._announce)
        run = self.background.start if is_long else self.background.ask
        return run(operation, *heard, refused=refused, is_change=True)

    def ask(self, work: Callable[[Session], T], done: Callable[[T], object]) -> Job:
        """Read something in the background."""
        return self.background.ask(work, done)

    def _announce(self, _result: object) -> None:
        self.changes.changed.emit()

    def _read_labels(self) -> None:
        self.ask(verdict_labels, self._take_labels)

    def _take_labels(self, labels: VerdictLabels) -> None:
        self._labels = labels

    def _refuse(self, error: ClaimTrackerError) -> None:
        self.changes.refused.emit(str(error))


def calendar(day: date | None) -> Callable[[], date]:
    """What says which day it is; it stands still for looking at a case as of a day."""
    return date.today if day is None else lambda: day
