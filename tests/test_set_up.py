"""The set-up of a fresh machine: the locks, and what is said where something is missing."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)", re.MULTILINE)

with_posix_shell = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the system libraries are looked for on Linux only"
)


def _text(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def _pyproject() -> dict[str, Any]:
    return tomllib.loads(_text("pyproject.toml"))


def _runtime_requirements() -> list[Requirement]:
    return [Requirement(line) for line in _pyproject()["project"]["dependencies"]]


def _pinned(lock: str) -> dict[str, str]:
    return {found["name"]: found["version"] for found in PINNED.finditer(_text(lock))}


def _allows(version: str, python: str) -> bool:
    """Whether the project may be installed with this PySide6 on this Python."""
    asked = [r for r in _runtime_requirements() if r.name == "PySide6-Essentials"]
    there = {"python_version": python}
    return all(version in r.specifier for r in asked if r.marker and r.marker.evaluate(there))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[\w.-]+==)", _text(lock), flags=re.MULTILINE)[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder_of_one_machine(lock: str) -> None:
    assert re.findall(r"index-url|find-links|://|file:| /\w+", _text(lock)) == []


def test_the_lock_satisfies_the_project() -> None:
    pinned = _pinned("requirements.txt")
    wrong = [
        str(asked)
        for asked in _runtime_requirements()
        if pinned.get(canonicalize_name(asked.name), "") not in asked.specifier
    ]
    assert wrong == []


def test_the_development_lock_holds_the_same_versions() -> None:
    runtime, development = _pinned("requirements.txt"), _pinned("requirements-dev.txt")
    assert runtime.items() <= development.items()


def test_pyside_6_12_0_is_refused_below_python_3_12() -> None:
    assert not _allows("6.12.0", python="3.11")
    assert _allows("6.12.0", python="3.12")
    assert _allows("6.11.3", python="3.11")


def _imported_modules(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


def test_whatever_the_program_imports_is_declared() -> None:
    """A library that only a development tool brings along is missing after `pip install .`."""
    found = {
        module.partition(".")[0]
        for file in (PROJECT / "claimtracker").rglob("*.py")
        for module in _imported_modules(file)
    }
    foreign = found - sys.stdlib_module_names - {"claimtracker"}
    declared = {canonicalize_name(asked.name) for asked in _runtime_requirements()}
    declared.add(canonicalize_name("sqlalchemy"))  # what SQLModel is made of
    owners = packages_distributions()
    undeclared = {
        module
        for module in foreign
        if declared.isdisjoint(map(canonicalize_name, owners.get(module, [])))
    }
    assert undeclared == set()


def test_the_build_server_runs_make_test_and_nothing_more() -> None:
    lines = _text(".ci/run").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]


class Machine:
    """A machine of stand-in programs: what it lacks and who is at it are told by the test."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "programs"
        self.programs.mkdir()
        for name in ("awk", "cat", "mktemp", "rm", "sort", "tail", "touch"):
            (self.programs / name).symlink_to(str(shutil.which(name)))
        self.add("uname", "echo Linux")
        self.add("id", "echo 1000")
        self.installed = folder / "installed"
        self.add("ldd", f"[ -e {self.installed} ] || echo 'libxcb-cursor.so.0 => not found'")

    def add(self, name: str, script: str) -> None:
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def add_apt_get(self, outcome: str = ":") -> None:
        record = f'echo "$@" >>{self.installed}.log'
        self.add("apt-get", f'{record}\n[ "$1" = update ] || {{ {outcome}; }}')

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", str(PROJECT / ".ci/system-packages"), *words],
            env={"PATH": str(self.programs), **environment},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@with_posix_shell
def test_nothing_is_said_where_qt_can_start(machine: Machine) -> None:
    machine.installed.touch()
    ran = machine.run("qt", ".venv")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@with_posix_shell
def test_root_on_debian_gets_the_libraries_installed_in_silence(machine: Machine) -> None:
    machine.add("id", "echo 0")
    machine.add_apt_get(f"touch {machine.installed}")
    ran = machine.run("qt", ".venv")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    asked = Path(f"{machine.installed}.log").read_text(encoding="utf-8")
    assert "libxcb-cursor0" in asked


@with_posix_shell
def test_anybody_else_on_debian_gets_the_line_to_type(machine: Machine) -> None:
    machine.add_apt_get("exit 99")
    ran = machine.run("qt-for-window", ".venv", DISPLAY=":0")
    assert ran.returncode == 1
    assert "libxcb-cursor.so.0" in ran.stderr
    assert "\n  sudo apt-get install -y " in ran.stderr
    assert not Path(f"{machine.installed}.log").exists()


@with_posix_shell
def test_an_installation_that_fails_ends_with_its_reason_and_the_line(machine: Machine) -> None:
    machine.add("id", "echo 0")
    machine.add_apt_get("echo no such package; exit 100")
    ran = machine.run("qt", ".venv")
    assert ran.returncode == 1
    assert "no such package" in ran.stderr
    assert "sudo apt-get install -y " in ran.stderr


@with_posix_shell
def test_fedora_is_told_the_libraries_by_their_own_names(machine: Machine) -> None:
    machine.add("dnf", "exit 99")
    ran = machine.run("qt", ".venv")
    assert ran.returncode == 1
    assert "sudo dnf install -y 'libxcb-cursor.so.0()(64bit)'" in ran.stderr


@with_posix_shell
def test_without_a_display_no_window_misses_its_libraries(machine: Machine) -> None:
    ran = machine.run("qt-for-window", ".venv")
    assert (ran.returncode, ran.stderr) == (0, "")


@with_posix_shell
def test_journeys_that_cannot_run_stop_nothing(machine: Machine) -> None:
    machine.add_apt_get()
    ran = machine.run("journey-tools")
    assert ran.returncode == 0
    assert "will be skipped without Xvfb xdotool xclip" in ran.stderr


@with_posix_shell
def test_power_cuts_that_cannot_be_simulated_stop_nothing(machine: Machine) -> None:
    machine.add_apt_get()
    ran = machine.run("fault-tools")
    assert ran.returncode == 0
    assert "will be skipped without strace" in ran.stderr
    machine.add("strace", ":")
    assert machine.run("fault-tools").stderr == ""


@with_posix_shell
@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_an_old_python_is_refused_in_one_sentence(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    (tmp_path / "pyproject.toml").touch()
    ran = subprocess.run(
        ["make", "run", "PYTHON=false"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("ClaimTracker needs Python 3.11 or newer;")
    assert not (tmp_path / ".venv").exists()
