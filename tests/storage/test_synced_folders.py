"""A folder that a service keeps alike is known by its name, its marks, or what the service says."""

import json
from pathlib import Path

import pytest

from claimtracker.storage.synced_folders import synced_by

SYNCED = {
    "Dropbox/claims/claims.db": "Dropbox",
    "Dropbox (Press)/claims.db": "Dropbox",
    "OneDrive/claims.db": "OneDrive",
    "OneDrive - The Harbour/Documents/claims.db": "OneDrive",
    "Google Drive/My Drive/claims.db": "Google Drive",
    "Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/claims.db": "Google Drive",
    "Library/CloudStorage/Box-Box/claims.db": "Box",
    "Library/Mobile Documents/com~apple~CloudDocs/claims.db": "iCloud Drive",
    "iCloudDrive/claims.db": "iCloud Drive",
    "Nextcloud/claims.db": "Nextcloud",
    "Nextcloud2/claims.db": "Nextcloud",
    "ownCloud/claims.db": "ownCloud",
    "pCloudDrive/claims.db": "pCloud",
    "MEGA/claims.db": "MEGA",
    "Box/claims.db": "Box",
    "Sync/claims.db": "Syncthing or Sync",
    "work/SynologyDrive/claims.db": "Synology Drive",
}
NEAR = (
    "claims.db",
    "Documents/claims.db",
    "Documents/Box/claims.db",
    "src/MEGA/claims.db",
    "dropbox-client/claims.db",
    "Drive/claims.db",
    ".dropbox/claims.db",
)
MARKS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.driveupload": "Google Drive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".megaignore": "MEGA",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / ".dropbox").mkdir()  # where its program runs, whatever it keeps
    return tmp_path


@pytest.mark.parametrize(("place", "service"), SYNCED.items())
def test_a_service_is_known_by_the_name_of_its_folder(place: str, service: str, home: Path) -> None:
    assert synced_by(home / place, {}, home) == service


@pytest.mark.parametrize("place", NEAR)
def test_any_other_folder_is_nobodys(place: str, home: Path) -> None:
    assert synced_by(home / place, {}, home) == ""


@pytest.mark.parametrize(("mark", "service"), MARKS.items())
def test_a_service_is_known_by_what_it_puts_there(mark: str, service: str, home: Path) -> None:
    (home / "kept" / "deep").mkdir(parents=True)
    (home / "kept" / mark).touch()
    assert synced_by(home / "kept" / "deep" / "claims.db", {}, home) == service


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
def test_onedrive_is_known_by_its_variable(name: str, home: Path) -> None:
    told = {name: str(home / "Wolke")}
    assert synced_by(home / "Wolke" / "claims.db", told, home) == "OneDrive"
    assert synced_by(home / "Wolken" / "claims.db", told, home) == ""


def test_dropbox_is_known_by_what_it_tells_other_programs(home: Path) -> None:
    told = {"personal": {"path": str(home / "Kiste"), "host": 1}, "odd": None}
    (home / ".dropbox" / "info.json").write_text(json.dumps(told), encoding="utf-8")
    assert synced_by(home / "Kiste" / "claims.db", {}, home) == "Dropbox"


def test_dropbox_on_windows_tells_it_elsewhere(home: Path) -> None:
    place = home / "AppData" / "Dropbox" / "info.json"
    place.parent.mkdir(parents=True)
    place.write_text(json.dumps({"business": {"path": str(home / "Firma")}}), encoding="utf-8")
    environment = {"LOCALAPPDATA": str(home / "AppData")}
    assert synced_by(home / "Firma" / "claims.db", environment, home) == "Dropbox"


def test_nextcloud_is_known_by_its_settings(home: Path) -> None:
    place = home / ".config" / "Nextcloud" / "nextcloud.cfg"
    place.parent.mkdir(parents=True)
    place.write_text(f"[Accounts]\n0\\Folders\\1\\localPath={home}/Wolke/\n", encoding="utf-8")
    assert synced_by(home / "Wolke" / "claims.db", {}, home) == "Nextcloud"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"personal": 1}', '{"personal": {"path": 1}}'])
def test_settings_of_others_that_cannot_be_read_say_nothing(text: str, home: Path) -> None:
    (home / ".dropbox" / "info.json").write_text(text, encoding="utf-8")
    assert synced_by(home / "claims.db", {}, home) == ""
