"""Imports point one way; the contracts stand in pyproject.toml."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"

WRONG_IMPORTS = {
    "direction": ("operations", "import claimtracker.gui"),
    "window-and-store": ("gui", "import claimtracker.storage"),
    "qt": ("reports", "import PySide6"),
    "claims": ("claims", "import sqlmodel"),
    "deadlines": ("deadlines", "import pydantic"),
    "articles": ("articles", "import sqlmodel"),
    "parsers": ("operations", "import trafilatura"),
    "network": ("articles", "import urllib3"),
}


def _check(tree: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Check the tree it stands in: the folder it starts from is the first on its path."""
    command = [sys.executable, "-c", LINTER, "--no-cache", *options]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT / "claimtracker", tmp_path / "claimtracker")
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_point_one_way() -> None:
    checked = _check(PROJECT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("contract", WRONG_IMPORTS)
def test_a_wrong_import_breaks_its_contract(copied_tree: Path, contract: str) -> None:
    room, wrong_import = WRONG_IMPORTS[contract]
    module = copied_tree / "claimtracker" / room / "wrong_on_purpose.py"
    module.write_text(f"{wrong_import}\n", encoding="utf-8")
    checked = _check(copied_tree, "--contract", contract)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert f"claimtracker.{room}.wrong_on_purpose" in checked.stdout
