"""Which database is meant, by the arguments and the settings; known before anything is loaded."""

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claimtracker import settings as stored_settings
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.display import global_options
from claimtracker.settings import Settings

DATABASE_VARIABLE = "CLAIMTRACKER_DATABASE"
_SQLITE = "sqlite:///"
# A kind and a login, as in "postgresql:ada:secret@host", and settings, as in "host=x password=y":
# not taken for names of files, which would be shown, and kept as those that were opened last.
_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]+:.*[/@?=]|.*\b(password|passwd|pwd)\s*=", re.IGNORECASE)


def database_path(chosen: str) -> Path:
    """The file that a path or an sqlite:/// address names; raise ClaimTrackerError for others.

    A file that is there is one whatever its name looks like.
    """
    named = chosen.removeprefix(_SQLITE)
    path = Path(os.path.expanduser(named))
    has_options = named != chosen and "?" in named
    is_address = "://" in named or has_options or _ADDRESS.match(named)
    if "://" in named or (is_address and not os.path.exists(path)):
        raise ClaimTrackerError("Only SQLite databases are supported: a file or sqlite:///FILE.")
    return path


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
