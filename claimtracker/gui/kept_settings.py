"""The settings as this window knows them, and their file, which it shares with other windows."""

from pathlib import Path

from claimtracker.settings import Settings, save_changes


class KeptSettings:
    """What is set now, and what of it stands in the file; a picture has settings, but no file."""

    def __init__(self, chosen: Settings, path: Path | None) -> None:
        self.now = self._saved = chosen
        self.path = path

    def keep(self, settings: Settings) -> None:
        """Take these, and write what is new in them; raise ClaimTrackerError where that fails."""
        self.now = settings
        if self.path is not None:
            save_changes(settings, self._saved, self.path)
            self._saved = settings
