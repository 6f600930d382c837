"""Typed settings in one TOML file; what the file holds wrongly falls back to its default."""

import os
import tempfile
import tomllib
from dataclasses import dataclass, field, fields, replace
from getpass import getuser
from pathlib import Path
from typing import Any, Literal

import tomli_w
from platformdirs import user_config_path, user_data_path, user_log_path

from claimtracker.claims.errors import BROKEN_CHARACTER, ClaimTrackerError
from claimtracker.claims.file_faults import reason
from claimtracker.claims.state import DEFAULT_LEAD_DAYS
from claimtracker.claims.web_address import shown_address

APP_NAME = "claimtracker"
Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark")
MOST_LEAD_DAYS = 365
MOST_PLACES = 100
DEFAULT_LOOK_AGAIN_DAYS = 21
WAYBACK_ADDRESS = "https://web.archive.org"


def _user_name() -> str:
    try:
        return getuser()
    except (OSError, KeyError):  # a user id without an entry, as in bare containers
        return "unknown"


@dataclass(frozen=True)
class WindowPlace:
    """Where the window was left: Qt's own state as base64, the view and the claim."""

    geometry: str = ""
    splitter: str = ""
    inner_splitter: str = ""
    columns: str = ""
    view: str = ""
    claim_id: int = 0
    sort_key: str = ""
    is_descending: bool = False


@dataclass(frozen=True)
class Settings:
    """What a person can set; `window` is what the program remembers by itself."""

    assessor: str = field(default_factory=_user_name)
    lead_days: int = DEFAULT_LEAD_DAYS
    theme: Theme = "system"
    shows_notifications: bool = True
    database: str = ""
    captures_pages: bool = True
    asks_wayback: bool = False
    wayback_address: str = WAYBACK_ADDRESS
    is_assessor_known: bool = False  # a person gave the name; by default it is that of the login
    look_again_days: int = DEFAULT_LOOK_AGAIN_DAYS
    backs_up: bool = True
    # Databases of which it was said that others write there, too: by the window, by a command. On
    # this machine and to this person: a colleague who opens the same file is to hear it as well.
    places_told: list[str] = field(default_factory=list)
    places_told_by_command: list[str] = field(default_factory=list)
    window: WindowPlace = WindowPlace()

    @property
    def knows_assessor(self) -> bool:
        """Whether it is known who signs: the name of a login need not be anybody's."""
        is_given = self.is_assessor_known or self.assessor != _user_name()
        return is_given and bool(self.assessor.strip())

    @property
    def name_in_log(self) -> str:
        """Whose name the log notes: that of the login until a person gives one."""
        return self.assessor.strip() or _user_name()

    @property
    def look_again_words(self) -> str:
        """What the key for it says: "Look again in 3 weeks"."""
        weeks, days = divmod(self.look_again_days, 7)
        count, unit = (self.look_again_days, "day") if days else (weeks, "week")
        return f"Look again in {count} {unit}{'' if count == 1 else 's'}"

    def checked(self) -> "Settings":
        """The same settings with every impossible value put back to its default."""
        usable = replace(
            self,
            lead_days=min(max(self.lead_days, 0), MOST_LEAD_DAYS),
            look_again_days=min(max(self.look_again_days, 1), MOST_LEAD_DAYS),
            places_told=_texts(self.places_told),
            places_told_by_command=_texts(self.places_told_by_command),
        )
        if not shown_address(usable.wayback_address):
            usable = replace(usable, wayback_address=WAYBACK_ADDRESS)
        return usable if usable.theme in THEMES else replace(usable, theme="system")


def default_database() -> Path:
    """The database that is opened when none is named."""
    return user_data_path(APP_NAME, appauthor=False) / "claims.db"


def settings_path() -> Path:
    """Where the settings lie; `CLAIMTRACKER_SETTINGS` names another file."""
    named = os.environ.get("CLAIMTRACKER_SETTINGS")
    folder = user_config_path(APP_NAME, appauthor=False)
    return Path(named) if named else folder / "settings.toml"


def log_folder() -> Path:
    """Where the log lies."""
    return user_log_path(APP_NAME, appauthor=False)


def load(path: Path) -> Settings:
    """Read the settings; a missing or broken file gives the defaults."""
    if not os.path.isfile(path):  # reading from a pipe would wait for ever
        return Settings()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # ValueError: no UTF-8, no TOML, endless numbers
        return Settings()
    window = found.pop("window", {})
    known = _known(Settings(), found)
    place = _known(WindowPlace(), window if isinstance(window, dict) else {})
    return replace(Settings(), **known, window=replace(WindowPlace(), **place)).checked()


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all; raise ClaimTrackerError where that fails."""
    own = {part.name: getattr(settings, part.name) for part in fields(settings)}
    own["window"] = {part.name: getattr(settings.window, part.name) for part in fields(WindowPlace)}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".settings-") as folder:
            part = Path(folder) / path.name
            with part.open("wb") as file:
                tomli_w.dump(own, file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, path)
    except OSError as error:
        told = f"The settings cannot be saved in {path}: {reason(error)}."
        raise ClaimTrackerError(told) from error
    except UnicodeEncodeError as error:  # a file name may hold bytes that are no text
        raise ClaimTrackerError(f"The settings cannot be saved: {BROKEN_CHARACTER}") from error


def save_changes(settings: Settings, known: Settings, path: Path) -> None:
    """Write what differs from what was `known`; another window may have written the rest meanwhile.

    Raises ClaimTrackerError where that fails.
    """
    names = [part.name for part in fields(settings)]
    changed = {name: getattr(settings, name) for name in names}
    if os.path.isfile(path):
        changed = {name: it for name, it in changed.items() if it != getattr(known, name)}
    save(replace(load(path), **changed), path)


def _texts(found: list[str]) -> list[str]:
    """Of what stands in a list of the file, the newest texts."""
    return [each for each in found if isinstance(each, str)][-MOST_PLACES:]


def _known(defaults: Settings | WindowPlace, found: dict[str, object]) -> dict[str, Any]:
    """Of what the file holds, the entries that exist and have the right type."""
    return {
        part.name: found[part.name]
        for part in fields(defaults)
        if part.name in found and type(found[part.name]) is type(getattr(defaults, part.name))
    }
