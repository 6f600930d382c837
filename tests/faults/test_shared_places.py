"""A database where others write as well is told of once: in the window, and by a command."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimtracker import settings
from claimtracker.command_line.start_options import StartOptions
from claimtracker.gui.background import Background
from claimtracker.gui.desk import Desk
from claimtracker.gui.place_remark import PlaceRemark
from claimtracker.operations import tell_place
from claimtracker.settings import Settings
from claimtracker.storage import network_drives
from claimtracker.storage.engine import open_database
from claimtracker.storage.network_drives import Mount
from tests.faults.conftest import Figure

Put = Callable[[str], Path]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


@pytest.fixture
def put(empty_file: Path, home: Path) -> Put:
    """Put an empty database into a folder of this name."""

    def putting(folder: str) -> Path:
        place = home / folder
        place.mkdir(parents=True)
        return Path(shutil.copy(empty_file, place / "claims.db"))

    return putting


def _told_by_command(path: Path, starts: int) -> list[str]:
    """What so many commands say beside their answer, each with the settings as they are kept."""
    told: list[str] = []
    for _ in range(starts):
        kept = settings.load(settings.settings_path())
        desktop = None  # no window is asked for
        options = StartOptions(str(path), None, kept, desktop, told.append)  # type: ignore[arg-type]
        with options.session():
            pass
    return told


def _is_idle(background: Background) -> bool:
    return background.is_idle


def _told_in_window(qtbot: QtBot, path: Path, starts: int) -> list[str]:
    """What so many windows say in their message bar."""
    told: list[str] = []
    kept = Settings(assessor="Ada")
    for _ in range(starts):
        database = open_database(path)
        background = Background(database.session)
        desk = Desk(background, kept)
        desk.changes.refused.connect(told.append)
        remark = PlaceRemark(desk, desk)
        for _ in range(2):  # the list is filled again and again
            remark.start()
        qtbot.waitUntil(partial(_is_idle, background))
        background.close()
        database.close()
        settings.save(desk.settings, settings.settings_path())
        kept = settings.load(settings.settings_path())
    return told


def test_a_synced_folder_is_said_once_by_each_and_names_the_way_out(
    qtbot: QtBot, put: Put, figure: Figure
) -> None:
    path = put("Dropbox")
    by_window, by_command = _told_in_window(qtbot, path, 3), _told_by_command(path, 3)
    for told in (by_window, by_command):
        assert len(told) == 1
        assert told[0].startswith(f"{path} lies in a folder of Dropbox")
        assert "claimtracker backup FILE" in told[0]
    ordinary = put("Documents")  # a control: not everything is warned of
    silent = _told_in_window(qtbot, ordinary, 2) + _told_by_command(ordinary, 2)
    figure(
        f"shared places: 3 windows said it {len(by_window)} time, 3 commands {len(by_command)} "
        f"time; control, an ordinary folder: {len(silent)} times"
    )
    assert silent == []


def test_another_database_there_is_said_as_well(put: Put) -> None:
    first, second = put("Dropbox/one"), put("Dropbox/two")
    assert len(_told_by_command(first, 2) + _told_by_command(second, 2)) == 2


def test_a_network_drive_is_said_with_its_kind(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put("far")
    monkeypatch.setattr(network_drives, "mounts_here", lambda: [Mount(str(path.parent), "cifs")])
    (told,) = _told_by_command(path, 2)
    assert told.startswith(f"{path} lies on a network drive (cifs)")
    assert told.count(".") == f"{path}.".count(".")  # one sentence


def test_what_was_said_is_said_again_where_the_settings_cannot_keep_it(
    put: Put, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("CLAIMTRACKER_SETTINGS", str(home / "file" / "settings.toml"))
    assert len(_told_by_command(put("Nextcloud"), 2)) == 2


def test_without_its_memory_it_is_said_each_time(
    put: Put, monkeypatch: pytest.MonkeyPatch, figure: Figure
) -> None:
    """A control: what is remembered is what keeps it to once."""
    monkeypatch.setattr(settings, "load", lambda _path: Settings())
    told = _told_by_command(put("OneDrive"), 3)
    figure(f"shared places, control without the memory: 3 commands said it {len(told)} times")
    assert len(told) == 3


def test_places_told_that_somebody_spoilt_in_the_settings_are_let_go(home: Path) -> None:
    place = home / "settings.toml"
    place.write_text('places_told = [1, "/a.db"]\nplaces_told_by_command = 7\n', encoding="utf-8")
    found = settings.load(place)
    assert (found.places_told, found.places_told_by_command) == (["/a.db"], [])
    assert tell_place.place_words(home / "claims.db") == ""
