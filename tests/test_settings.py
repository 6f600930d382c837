"""Settings: what the file holds wrongly falls back, and a save is whole or not at all."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker import settings as stored
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.settings import MOST_LEAD_DAYS, Settings, WindowPlace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "settings.toml"


def _load(path: Path, held: str | bytes) -> Settings:
    path.parent.mkdir()
    path.write_bytes(held.encode("utf-8") if isinstance(held, str) else held)
    return stored.load(path)


def test_what_is_saved_is_loaded(path: Path) -> None:
    place = WindowPlace(geometry="AAA=", view="state:passed", claim_id=7, is_descending=True)
    chosen = Settings("Ada “é”", 10, "dark", False, "C:\\claims.db", window=place)
    stored.save(chosen, path)
    assert stored.load(path) == chosen


def test_a_missing_file_gives_the_defaults(path: Path) -> None:
    assert stored.load(path) == Settings()
    assert Settings().lead_days == 7


@pytest.mark.parametrize(
    "held",
    [
        b"theme = ",
        b"\xff\xfe",
        b"\0",
        b"window = 3",
        b"[[window]]",
        b"a = " + b"[" * 20_000,
        b"lead_days = " + b"9" * 5_000,
    ],
)
def test_a_broken_file_gives_the_defaults(held: bytes, path: Path) -> None:
    assert _load(path, held) == Settings()


def test_a_folder_in_its_place_gives_the_defaults(tmp_path: Path) -> None:
    assert stored.load(tmp_path) == Settings()


@pytest.mark.parametrize(
    "line",
    [
        'theme = "purple"',
        'lead_days = "10"',
        "lead_days = true",
        "lead_days = 7.5",
        "shows_notifications = 1",
        "assessor = 3",
        'colour = "red"',
        '[window]\nclaim_id = "7"',
    ],
)
def test_a_wrong_value_falls_back_and_the_others_stay(line: str, path: Path) -> None:
    assert _load(path, f'database = "own.db"\n{line}\n') == Settings(database="own.db")


@pytest.mark.parametrize(("days", "used"), [(-1, 0), (0, 0), (365, 365), (10**12, MOST_LEAD_DAYS)])
def test_the_lead_time_stays_within_a_year(days: int, used: int, path: Path) -> None:
    assert _load(path, f"lead_days = {days}").lead_days == used


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ClaimTrackerError, match=r"^The settings cannot be saved in .*\.$"):
        stored.save(Settings(), tmp_path / "file" / "settings.toml")


def test_a_save_that_fails_leaves_the_old_settings_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    stored.save(Settings(theme="dark"), path)
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ClaimTrackerError, match="disk is full; make room"):
        stored.save(Settings(theme="light"), path)
    assert stored.load(path).theme == "dark"
    assert list(path.parent.iterdir()) == [path]


def test_the_environment_names_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMTRACKER_SETTINGS", "elsewhere.toml")
    assert stored.settings_path() == Path("elsewhere.toml")
    monkeypatch.delenv("CLAIMTRACKER_SETTINGS")
    assert stored.settings_path().name == "settings.toml"
    assert "claimtracker" in stored.settings_path().parts


def test_a_user_without_a_name_can_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr(stored, "getuser", fail)
    assert Settings().assessor == "unknown"


def test_the_name_of_a_login_is_nobodys_until_somebody_says_so() -> None:
    assert not Settings().knows_assessor
    assert Settings(assessor="Ada Lovelace").knows_assessor
    assert Settings(is_assessor_known=True).knows_assessor


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_signs_nothing_and_the_login_stands_in_the_log(name: str) -> None:
    nobody = Settings(assessor=name, is_assessor_known=True)
    assert not nobody.knows_assessor
    assert nobody.name_in_log == Settings().assessor


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (21, "Look again in 3 weeks"),
        (7, "Look again in 1 week"),
        (10, "Look again in 10 days"),
        (1, "Look again in 1 day"),
    ],
)
def test_looking_again_is_named_by_its_days(days: int, words: str) -> None:
    assert Settings(look_again_days=days).look_again_words == words


@pytest.mark.parametrize(("days", "used"), [(0, 1), (21, 21), (10**12, MOST_LEAD_DAYS)])
def test_looking_again_lies_ahead_and_within_a_year(days: int, used: int, path: Path) -> None:
    assert _load(path, f"look_again_days = {days}").look_again_days == used


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PLACES = st.builds(WindowPlace, geometry=TEXTS, view=TEXTS, is_descending=st.booleans())
ANY = st.builds(
    Settings,
    assessor=TEXTS,
    lead_days=st.integers(0, MOST_LEAD_DAYS),
    theme=st.sampled_from(stored.THEMES),
    shows_notifications=st.booleans(),
    database=TEXTS,
    window=PLACES,
)


@given(ANY)
def test_any_settings_survive_the_file(path: Path, chosen: Settings) -> None:
    stored.save(chosen, path)
    assert stored.load(path) == chosen


def test_what_another_window_changed_meanwhile_stays(path: Path) -> None:
    known = Settings(assessor="Ada")
    stored.save(replace(known, lead_days=3), path)
    stored.save_changes(replace(known, theme="dark"), known, path)
    assert stored.load(path) == replace(known, lead_days=3, theme="dark")


def test_settings_that_somebody_took_away_are_written_whole(path: Path) -> None:
    known = Settings(assessor="Ada", lead_days=3)
    stored.save_changes(replace(known, theme="dark"), known, path)
    assert stored.load(path) == replace(known, theme="dark")


def test_a_name_that_is_no_text_is_refused_and_leaves_the_file_as_it_was(path: Path) -> None:
    stored.save(Settings(assessor="Ada"), path)
    with pytest.raises(ClaimTrackerError, match="broken character"):
        stored.save(Settings(database="claims-\udcff.db"), path)
    assert stored.load(path).assessor == "Ada"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_its_place_gives_the_defaults_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.toml")
    assert stored.load(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize("address", ["", "web.archive.org", "file:///etc", "http://ada:x@a.org"])
def test_an_archive_that_is_no_web_address_is_the_default_one(path: Path, address: str) -> None:
    found = _load(path, f'wayback_address = "{address}"')
    assert found.wayback_address == stored.WAYBACK_ADDRESS


def test_no_archive_is_asked_before_a_person_switches_it_on() -> None:
    assert not Settings().asks_wayback
    assert Settings().captures_pages
