"""A case to be harmed, and the line of figures that a test gives in the end."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import FIGURE
from tests.faults.working import fill

Figure = Callable[[str], None]


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figure:
    """Give the line of figures that a test ends with."""

    def giving(line: str) -> None:
        record_property(FIGURE, line)

    return giving


@pytest.fixture(scope="session")
def case(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with rows in every table, and captured files beside it."""
    folder = tmp_path_factory.mktemp("faults") / "case"
    folder.mkdir()
    path = Path(shutil.copy(empty_file, folder / "claims.db"))
    fill(path)
    return path


@pytest.fixture
def copied(case: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Copy the case with its files into a folder of this name."""

    def copying(name: str) -> Path:
        return Path(shutil.copytree(case.parent, tmp_path / name)) / case.name

    return copying
