"""What few starts open is loaded when it is opened, and is what it is called."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtracker.gui import late

if TYPE_CHECKING:
    from types import ModuleType

# What the first rows need none of; of our own, one for each way to it.
NOT_AT_THE_START = (
    "alembic",
    "lxml",
    "pypdf",
    "rapidfuzz",
    "trafilatura",
    "urllib3",
    "warcio",
    "claimtracker.articles.scan",
    "claimtracker.command_line.claim_commands",
    "claimtracker.gui.article_window.window",
    "claimtracker.gui.bulk_change",
    "claimtracker.gui.claimants.window",
    "claimtracker.gui.dialogs.link_evidence",
    "claimtracker.gui.dialogs.settings",
    "claimtracker.gui.dialogs.verdict",
    "claimtracker.gui.evidence.preview",
    "claimtracker.gui.evidence_inbox.window",
    "claimtracker.gui.log_window.window",
)


@pytest.mark.parametrize("name", late._FILES)
def test_each_name_is_loaded_when_it_is_asked_for(name: str) -> None:
    assert getattr(late, name).__name__ == name


def test_what_mypy_knows_is_what_is_loaded() -> None:
    tree = ast.parse(Path(late.__file__).read_text(encoding="utf-8"))
    imports = [each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)]
    told = {name.name: each.module for each in imports for name in each.names if name.asname}
    assert told == {name: f"claimtracker.gui.{file}" for name, file in late._FILES.items()}


def test_another_name_is_none_of_them() -> None:
    module: ModuleType = late
    with pytest.raises(AttributeError, match="NoDialog"):
        _ = module.NoDialog


def test_a_start_loads_nothing_that_few_starts_need() -> None:
    loaded = (
        "import sys, claimtracker.__main__, claimtracker.app, claimtracker.gui.application;"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    found = set(done.stdout.split())
    assert "claimtracker.gui.main_view" in found
    assert found.isdisjoint(NOT_AT_THE_START), found.intersection(NOT_AT_THE_START)
