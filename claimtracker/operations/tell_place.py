"""Say that a database lies where others write as well: a synchronised folder, a network drive."""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from claimtracker.storage.engine import PATH
from claimtracker.storage.network_drives import network_kind_here
from claimtracker.storage.synced_folders import synced_by

ADVICE = "keep it on this machine, and put copies there with “claimtracker backup FILE”"


@dataclass(frozen=True)
class PlaceTold:
    """The path of a database as it is remembered, and the one sentence about it, or none."""

    path: str
    sentence: str


def tell_place(session: Session) -> PlaceTold:
    """Say what is to be said of the place of the open database."""
    path: Path = session.info[PATH]
    return PlaceTold(str(path), place_words(path))


def place_words(database: Path) -> str:
    """Say what can go wrong where this file lies, and what to do; empty where nothing is to say."""
    if service := synced_by(database, os.environ, _home()):
        return (
            f"{database} lies in a folder of {service}, which may copy or replace it while it is "
            f"open: {ADVICE}."
        )
    if kind := network_kind_here(database):
        return (
            f"{database} lies on a network drive ({kind}), where locks do not always hold: "
            f"{ADVICE}."
        )
    return ""


def _home() -> Path:
    return Path(os.path.realpath(os.path.expanduser("~")))
