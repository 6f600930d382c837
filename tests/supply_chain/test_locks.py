"""Only wheels that are locked by a hash come in, and nothing of the tests goes out."""

import re

import pytest

from tests.supply_chain.locks import EVERY_LOCK, PROJECT, locked, read

HASHED = f"--hash=sha256:{'0' * 64}"


def _install_commands() -> list[str]:
    """Every command of the Makefile that installs packages, on one line each."""
    text = PROJECT.joinpath("Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    parts = [part for line in text.splitlines() for part in line.split("||")]
    return [part for part in parts if re.search(r"PIP_INSTALL\)|-m pip.* install\b", part)]


def _fetches(command: str) -> bool:
    """Whether a command of the Makefile can bring a package in."""
    return "--no-index" not in command and not command.startswith("PIP_INSTALL :=")


def test_every_lock_of_the_project_is_held_to_these_rules() -> None:
    assert {path.name for path in PROJECT.glob("requirements*.txt")} == set(EVERY_LOCK)


@pytest.mark.parametrize("name", EVERY_LOCK)
def test_every_line_of_a_lock_has_a_version_and_a_hash(name: str) -> None:
    assert locked(name)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("six==1.17.0", id="no hash"),
        pytest.param("six==1.17.0 \\\n    --hash=md5:abc", id="a weak hash"),
        pytest.param(f"six>=1.17 \\\n    {HASHED}", id="no version"),
        pytest.param(f"six \\\n    {HASHED}", id="a name alone"),
        pytest.param("--no-binary six", id="an option"),
        pytest.param(f"six @ https://example.org/six.whl \\\n    {HASHED}", id="an address"),
        pytest.param("-r more.txt", id="another file"),
    ],
)
def test_a_line_that_is_not_locked_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        list(read(f"# a comment\nalembic==1.0 \\\n    {HASHED}\n{line}\n"))


def test_a_lock_tells_who_asked_and_where_a_package_belongs() -> None:
    text = (
        f"one==1.0 ; sys_platform == 'no such system' \\\n    {HASHED}\n    # via\n"
        f"    #   -c requirements.txt\n    #   claimtracker (pyproject.toml:dev)\n    #   Two.Too\n"
        f"two==2.0 \\\n    {HASHED} \\\n    {HASHED}\n    # via three\n"
    )
    one, two = read(text)
    assert (one.asked_by, one.is_here) == (("claimtracker", "two-too"), False)
    assert (two.asked_by, two.is_here, len(two.hashes)) == (("three",), True, 2)
    assert two.bare == f"two==2.0 {HASHED} {HASHED}"


def test_every_installation_asks_for_hashes() -> None:
    commands = [command for command in _install_commands() if _fetches(command)]
    assert len(commands) == 2  # the same with and without the settings of this machine
    assert [command for command in commands if "--require-hashes" not in command] == []


def test_the_program_and_its_tools_are_made_of_wheels_only() -> None:
    makefile = PROJECT.joinpath("Makefile").read_text(encoding="utf-8")
    calls = re.findall(
        r"\$\(call INSTALL_LOCKED,(\.venv[\w-]*),\S*?(,\$\(WHEELS_ONLY\))?\)\n", makefile
    )
    assert "WHEELS_ONLY := --only-binary :all:\n" in makefile
    assert {place for place, wheels in calls if not wheels} == {".venv-bench"}
    assert [place for place, wheels in calls if wheels] == [".venv", ".venv", ".venv-audit"]


def test_a_command_that_asks_for_no_hashes_would_be_found() -> None:
    assert _fetches("$(1)/bin/python $(PIP_INSTALL) -r $(2)")
    assert not _fetches("$(BIN)/python $(PIP_INSTALL) --no-index --editable .")
