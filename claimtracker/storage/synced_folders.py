"""Whether a file lies in a folder that a service keeps alike on several machines, and which."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_GOOGLE, _ICLOUD, _MEGA, _NEXTCLOUD = "Google Drive", "iCloud Drive", "MEGA", "Nextcloud"
_SYNCTHING = "Syncthing"

# What the services call their folders, wherever those lie; on top of these "OneDrive - Company".
_NAMES = {
    "Dropbox": "Dropbox",
    "OneDrive": "OneDrive",
    "Google Drive": _GOOGLE,
    "GoogleDrive": _GOOGLE,
    "My Drive": _GOOGLE,
    "iCloud Drive": _ICLOUD,
    "iCloudDrive": _ICLOUD,
    "Mobile Documents": _ICLOUD,
    "com~apple~CloudDocs": _ICLOUD,
    "Nextcloud": _NEXTCLOUD,
    "ownCloud": "ownCloud",
    "Syncthing": _SYNCTHING,
    "pCloudDrive": "pCloud",
    "pCloud Drive": "pCloud",
    "pCloud Sync": "pCloud",
    "MEGAsync": _MEGA,
    "Box Sync": "Box",
    "SynologyDrive": "Synology Drive",
    "Seafile": "Seafile",
    "SeaDrive": "Seafile",
    "Proton Drive": "Proton Drive",
    "ProtonDrive": "Proton Drive",
    "Tresorit": "Tresorit",
    "Tresors": "Tresorit",
    "Yandex.Disk": "Yandex Disk",
    "YandexDisk": "Yandex Disk",
    "kDrive": "kDrive",
    "Jottacloud": "Jottacloud",
    "HiDrive": "HiDrive",
    "MagentaCLOUD": "MagentaCLOUD",
    "Insync": "Insync",
    "Resilio Sync": "Resilio Sync",
    "Koofr": "Koofr",
}
# Names that may mean anything elsewhere.
_NAMES_AT_HOME = {"Box": "Box", "MEGA": _MEGA, "Sync": "Syncthing or Sync"}
_WITH_MORE = ("Dropbox (", "OneDrive - ", "Nextcloud")  # "Dropbox (Press)", "Nextcloud2"
# What they put into the folder that they keep.
_MARKS = {
    ".dropbox.cache": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.drivedownload": _GOOGLE,
    ".tmp.driveupload": _GOOGLE,
    ".nextcloudsync.log": _NEXTCLOUD,
    ".owncloudsync.log": "ownCloud",
    ".stfolder": _SYNCTHING,
    ".stversions": _SYNCTHING,
    ".sync/ID": "Resilio Sync",
    ".megaignore": _MEGA,
    ".SynologyWorkingDirectory": "Synology Drive",
    ".tresorit": "Tresorit",
    ".insync-trash": "Insync",
}
_DROPBOX_FILE = ".dropbox"  # in the home folder a folder of this name holds settings only
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_MAC_STORAGE = re.compile(r"/Library/CloudStorage/([A-Za-z]+)")
_NEXTCLOUD_FOLDER = re.compile(r"localPath=(.+)")
_LARGEST_SETTINGS = 1_000_000  # bytes


def synced_by(path: Path, environment: Mapping[str, str], home: Path) -> str:
    """Name the service that keeps the folder of this file; empty where none is known to."""
    folders = list(path.parents)
    for root, service in _roots(environment, home):
        if root in folders:
            return service
    if found := _MAC_STORAGE.search(path.as_posix()):
        return _NAMES.get(found[1], found[1])
    return next(filter(None, (_of_folder(folder, home) for folder in folders)), "")


def _of_folder(folder: Path, home: Path) -> str:
    name = folder.name
    if folder.parent == home and name in _NAMES_AT_HOME:
        return _NAMES_AT_HOME[name]
    if name in _NAMES:
        return _NAMES[name]
    for beginning in _WITH_MORE:
        if name.startswith(beginning):
            return beginning.rstrip(" (-")
    if os.path.isfile(folder / _DROPBOX_FILE):
        return "Dropbox"
    return next((it for mark, it in _MARKS.items() if os.path.lexists(folder / mark)), "")


def _roots(environment: Mapping[str, str], home: Path) -> Iterator[tuple[Path, str]]:
    """The folders that services tell of, whatever those are called."""
    for name in _VARIABLES:
        if told := environment.get(name):
            yield _real(told), "OneDrive"
    data = [environment[it] for it in ("APPDATA", "LOCALAPPDATA") if environment.get(it)]
    for place in (home / ".dropbox", *(Path(it) / "Dropbox" for it in data)):
        yield from ((root, "Dropbox") for root in _dropbox_roots(place / "info.json"))
    config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    for place, service in (
        (config / "Nextcloud" / "nextcloud.cfg", _NEXTCLOUD),
        (config / "ownCloud" / "owncloud.cfg", "ownCloud"),
    ):
        for told in _NEXTCLOUD_FOLDER.findall(_text(place)):
            yield _real(told), service


def _dropbox_roots(place: Path) -> Iterator[Path]:
    """What Dropbox tells other programs: https://help.dropbox.com/installs/locate-dropbox-folder."""
    try:
        told = json.loads(_text(place) or "{}")
    except (ValueError, RecursionError):
        return
    accounts = told.values() if isinstance(told, dict) else ()
    for account in accounts:
        if isinstance(account, dict) and isinstance(account.get("path"), str):
            yield _real(account["path"])


def _real(told: str) -> Path:
    """The folder itself, as the path of a database is told: links followed."""
    try:
        return Path(os.path.realpath(told.strip()))
    except (OSError, ValueError):
        return Path(told.strip())


def _text(place: Path) -> str:
    try:
        if not os.path.isfile(place) or place.stat().st_size > _LARGEST_SETTINGS:
            return ""
        return place.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
