"""The settings of one window, beside those that another one writes."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.kept_settings import KeptSettings
from claimtracker.settings import Settings, load, save


def test_each_change_is_written_and_what_another_window_wrote_since_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    kept = KeptSettings(Settings(), path)
    kept.keep(replace(kept.now, theme="dark"))
    save(replace(load(path), theme="light", assessor="Ada"), path)
    kept.keep(replace(kept.now, lead_days=9))
    found = load(path)
    assert (found.theme, found.assessor, found.lead_days) == ("light", "Ada", 9)
    assert kept.now.theme == "dark"


def test_without_a_file_they_are_taken_and_nothing_is_written(tmp_path: Path) -> None:
    kept = KeptSettings(Settings(), None)
    kept.keep(replace(kept.now, theme="dark"))
    assert kept.now.theme == "dark"
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_written_is_written_with_the_next_change(tmp_path: Path) -> None:
    folder = tmp_path / "settings"
    folder.write_text("in the way", encoding="utf-8")
    kept = KeptSettings(Settings(), folder / "settings.toml")
    with pytest.raises(ClaimTrackerError, match="cannot be saved"):
        kept.keep(replace(kept.now, theme="dark"))
    folder.unlink()
    kept.keep(replace(kept.now, assessor="Ada"))
    assert load(folder / "settings.toml").theme == "dark"
