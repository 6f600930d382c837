"""Every command by its name, loaded when it is asked for: none waits for what another one needs."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

# In the order of the list of commands. The window is opened without any of them.
_FILES = {
    "deadline_commands": ("deadline", "policy"),
    "article_commands": ("scan",),
    "claim_commands": ("add", "list", "show", "rate", "move", "review"),
    "condition_commands": ("condition",),
    "evidence_commands": ("link", "verify"),
    "calendar_commands": ("check", "remind"),
    "report_commands": ("demo", "export", "import", "undo", "redo"),
    "log_commands": ("log",),
    "take_back_commands": ("take-back",),
    "bin_commands": ("bin", "unbin", "empty-bin"),
    "backup_commands": ("backup", "restore", "salvage"),
}
_FILE_OF = {name: file for file, names in _FILES.items() for name in names}


class LateCommands(TyperGroup):
    """The group of all commands; typer's own would want each of them made before the first."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - typer's own
        super().__init__(**attributes | {"commands": _Commands()})


class _Commands(Mapping[str, Any]):
    """The commands by their names; only the names are known before one is asked for."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - typer does not publish its type
        file = import_module(f"claimtracker.command_line.{_FILE_OF[name]}")
        whole = typer.Typer(rich_markup_mode=None)
        whole.add_typer(file.app)
        return get_group(whole).commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_FILE_OF)

    def __len__(self) -> int:
        return len(_FILE_OF)
