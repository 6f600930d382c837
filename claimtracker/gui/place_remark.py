"""The remark that a database lies where others write, too: said once for each database."""

from dataclasses import replace

from PySide6.QtCore import QObject

from claimtracker.gui.desk import Desk
from claimtracker.operations.tell_place import PlaceTold, tell_place


class PlaceRemark(QObject):
    """Asks in the background, as a place may be slow to answer; the settings keep what was said."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_begun = False

    def start(self) -> None:
        """Ask, the first time only."""
        if not self._is_begun:
            self._is_begun = True
            self._desk.background.start(tell_place, self._say)

    def _say(self, told: PlaceTold) -> None:
        settings = self._desk.settings
        if told.sentence and told.path not in settings.places_told:
            self._desk.changes.refused.emit(told.sentence)
            kept = [*settings.places_told, told.path]
            self._desk.use_settings(replace(settings, places_told=kept))
