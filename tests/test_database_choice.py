"""Which database a start means is known before anything is loaded, as the command line reads it."""

from pathlib import Path

import pytest

from claimtracker import settings as stored
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.database_choice import asked_path, database_path
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


@pytest.mark.parametrize(
    "named",
    [
        "postgresql:ada:pw@host/claims",
        "POSTGRESQL://ada:pw@host/claims",
        "host=a user=b password=c",
        "Server=a;Pwd=b;",
        "sqlite:///claims.db?key=pw",
    ],
)
def test_the_address_of_another_database_is_not_taken_for_a_file(named: str) -> None:
    with pytest.raises(ClaimTrackerError, match="Only SQLite databases are supported"):
        database_path(named)


def test_a_file_that_is_there_is_one_whatever_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "Ada: claims password=none?.db"
    Path(name).touch()
    assert database_path(name) == Path(name)
    assert database_path("a new one: later.db") == Path("a new one: later.db")


def test_a_command_asks_for_no_window_of_a_database() -> None:
    assert asks_for_window(["--database", "a.db"])
    assert global_options(["--database", "a.db", "demo"]) is None
