"""The wheel is complete: installed into an empty environment, the program finds its own files.

Only the dependencies are lent from the environment that runs the tests; installing them again
would test nothing of ours. The wheel is built from the source distribution: that is complete too.
"""

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimtracker.resource_files import resource

PROJECT = Path(__file__).parents[1]
QUIET_PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel, and a folder far from the checkout to start it in."""

    programs: Path
    elsewhere: Path

    def run(self, program: str, *words: str) -> str:
        command = [str(self.programs / program), *words]
        done = subprocess.run(
            command, cwd=self.elsewhere, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def answer(self, statement: str) -> str:
        return self.run("python", "-I", "-c", statement).strip()


def _build(folder: Path) -> Path:
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(PROJECT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def _packages_of(environment: Path) -> Path:
    if sys.platform == "win32":
        return environment / "Lib" / "site-packages"
    return next(environment.glob("lib/python*/site-packages"))


def _lend_dependencies(environment: Path) -> None:
    """Put our packages last on its path; .pth files there are not followed, so not the checkout."""
    lent = next(Path(entry) for entry in sys.path if (Path(entry) / "sqlmodel").is_dir())
    (_packages_of(environment) / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    environment, elsewhere = folder / "environment", folder / "elsewhere"
    elsewhere.mkdir()
    wheel = _build(folder)
    venv.create(environment, with_pip=False)
    programs = environment / ("Scripts" if sys.platform == "win32" else "bin")
    target = ("--python", str(programs / "python"), "install", "--no-index", "--no-deps")
    subprocess.run([sys.executable, *QUIET_PIP, *target, str(wheel)], check=True)
    _lend_dependencies(environment)
    return Installed(programs, elsewhere)


def test_the_program_comes_from_the_wheel(installed: Installed) -> None:
    found = Path(installed.answer("import claimtracker; print(claimtracker.__file__)"))
    assert found.is_relative_to(_packages_of(installed.programs.parent))


def test_every_file_of_the_package_is_in_the_wheel(installed: Installed) -> None:
    package = Path(installed.answer("import claimtracker; print(claimtracker.__path__[0])"))
    kept = {path.relative_to(PROJECT / "claimtracker") for path in _files("claimtracker")}
    kept |= {
        Path("resources") / path.relative_to(PROJECT / "resources") for path in _files("resources")
    }
    assert [name for name in sorted(kept) if not (package / name).is_file()] == []


def test_nothing_but_the_package_is_in_the_wheel(installed: Installed) -> None:
    """No tests, no tools, no settings of the checkout."""
    packages = _packages_of(installed.programs.parent)
    rooms = {path.name for path in packages.iterdir() if path.name != "lent.pth"}
    (told,) = (name for name in rooms if name.endswith(".dist-info"))
    assert rooms == {"claimtracker", told}
    names = [path.relative_to(packages).parts for path in packages.rglob("*")]
    assert [parts for parts in names if "tests" in parts or parts[-1].startswith("test_")] == []


def _files(folder: str) -> list[Path]:
    return [
        path
        for path in (PROJECT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_a_resource_is_found_in_the_wheel(installed: Installed) -> None:
    name = _files("resources")[0].relative_to(PROJECT / "resources").as_posix()
    answer = f"from claimtracker.resource_files import resource; print(resource({name!r}))"
    assert Path(installed.answer(answer)).parts[-3:-1] == ("claimtracker", "resources")


def test_the_command_answers_from_another_folder(installed: Installed) -> None:
    assert "deadline" in installed.run("claimtracker", "--help")


def test_a_resource_is_found_in_the_checkout() -> None:
    file = _files("resources")[0]
    assert resource(file.relative_to(PROJECT / "resources").as_posix()) == file


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no such thing"):
        resource("no such thing")
