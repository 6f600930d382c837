"""Which database a start means is known before anything is loaded, as the command line reads it."""

from pathlib import Path

import pytest

from claimtracker import settings as stored
from claimtracker.database_choice import asked_path
from claimtracker.display import asks_for_window, global_options
from claimtracker.settings import Settings

NONE = Settings()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--database", "a.db"],
        ["--database=a.db"],
        ["--database", "b.db", "--database", "a.db"],
        ["--today", "2025-04-18", "--database=sqlite:///a.db"],
    ],
)
def test_the_last_database_named_is_meant(arguments: list[str]) -> None:
    assert asked_path(arguments, Settings(database="c.db")) == Path("a.db")


def test_unnamed_it_is_the_one_of_the_environment_then_of_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert asked_path([], NONE) == stored.default_database()
    assert asked_path([], Settings(database="b.db")) == Path("b.db")
    monkeypatch.setenv("CLAIMTRACKER_DATABASE", "a.db")
    assert asked_path([], Settings(database="b.db")) == Path("a.db")


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["--today", "soon"], ["--today"], ["--database", "postgresql://host/claims"]],
)
def test_wrong_arguments_mean_none(arguments: list[str]) -> None:
    assert asked_path(arguments, NONE) is None


def test_a_command_asks_for_no_window_of_a_database() -> None:
    assert asks_for_window(["--database", "a.db"])
    assert global_options(["--database", "a.db", "demo"]) is None
