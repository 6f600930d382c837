"""Every command stands in the table by which it is loaded, and no other one."""

from importlib import import_module
from pathlib import Path

import typer
from typer.main import get_group

from claimtracker import command_line
from claimtracker.command_line.late_commands import _FILES


def _commands_of(file: str) -> tuple[str, ...]:
    whole = typer.Typer()
    whole.add_typer(import_module(f"claimtracker.command_line.{file}").app)
    return tuple(get_group(whole).commands)


def test_the_table_names_what_each_file_holds() -> None:
    assert {file: _commands_of(file) for file in _FILES} == _FILES


def test_no_file_of_commands_is_left_out() -> None:
    folder = Path(command_line.__file__).parent
    assert {path.stem for path in folder.glob("*_commands.py")} == {*_FILES, "late_commands"}
