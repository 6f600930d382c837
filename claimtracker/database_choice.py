"""Which database is meant, by the arguments and the settings; known before anything is loaded."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claimtracker import settings as stored_settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.display import global_options
from claimtracker.settings import Settings

DATABASE_VARIABLE = "CLAIMTRACKER_DATABASE"
_SQLITE = "sqlite:///"


def database_path(chosen: str) -> Path:
    """The file that a path or an sqlite:/// address names; raise ClaimTrackerError for others."""
    named = chosen.removeprefix(_SQLITE)
    if "://" in named:
        raise ClaimTrackerError("Only SQLite databases are supported: a file or sqlite:///FILE.")
    return Path(os.path.expanduser(named))


def chosen_path(named: str, settings: Settings) -> Path:
    """The file that was named, else the one of the settings, else the one everybody begins with."""
    chosen = named or settings.database
    return database_path(chosen) if chosen else stored_settings.default_database()


def asked_path(arguments: Sequence[str], settings: Settings) -> Path | None:
    """The database of a window that these arguments ask for; None where they are wrong."""
    options = global_options(arguments)
    if options is None:
        return None
    named = options.get("--database", os.environ.get(DATABASE_VARIABLE, ""))
    try:
        date.fromisoformat(options.get("--today", "2025-01-01"))
        return chosen_path(named, settings)
    except (ValueError, ClaimTrackerError):
        return None  # the command line says what is wrong
