"""A disk that is really full, read-only or gone: where this user may mount one."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import Figure
from tests.faults.figures import tries

PROJECT = Path(__file__).parents[2]
EACH = tries(1, 44)  # operations and ways out in each trouble
_OWN_MOUNTS = ["unshare", "--mount"] + ([] if os.name == "posix" and os.geteuid() == 0 else ["-r"])


def _refusal() -> str:
    """Why no disk can be mounted here; empty where one can."""
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        return "mounts of one's own are made by unshare of Linux"
    trial = [*_OWN_MOUNTS, "mount", "-t", "tmpfs", "trial", str(PROJECT)]
    ended = subprocess.run(trial, capture_output=True, text=True, check=False)
    return ended.stderr.strip()


def test_on_a_disk_that_is_full_read_only_or_unplugged_nothing_is_lost(
    case: Path, tmp_path: Path, figure: Figure
) -> None:
    if refusal := _refusal():
        pytest.skip(f"no disk can be mounted here ({refusal}); test_troubles.py needs none")
    shutil.copytree(case.parent, tmp_path / "case")
    command = [*_OWN_MOUNTS, sys.executable, "-m", "tests.faults.small_disk"]
    ended = subprocess.run(
        [*command, str(tmp_path), str(EACH)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    outcomes = ", ".join(f"{result} {count}" for result, count in found["outcomes"].items())
    figure(
        f"small disk: full, read-only, unplugged; {outcomes}; other writes {found['writes']}; "
        f"control without sentences: {found['control']}"
    )
    assert found["wrong"] == []
    assert found["control"] == "no sentence"
    assert found["outcomes"]["refused"] > found["outcomes"]["done all the same"]
