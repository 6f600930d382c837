"""Every command on the places where a claim was said, in one table."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from claimtracker.gui.action_menu import ActionMenu
from claimtracker.gui.commands import Command, make_action

_SAID = "&Said"
SAID_COMMANDS = (
    Command("show_place", "Show in article", _SAID, ("Return", "Enter"), "article", on_list=True),
    Command("open_place", "Open the address", _SAID, ("O",), "open", on_list=True),
    Command("add_place", "Add a place…", _SAID, ("A",), "new", on_list=True),
    Command("correct_place", "Correct…", _SAID, ("F2",), "edit", on_list=True),
    Command("remove_place", "Take off", _SAID, ("Delete",), "unlink", on_list=True),
)


def said_actions(
    owner: QWidget, said_list: QAbstractScrollArea, handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Make an action for each command, which works while the list has the focus, and its menu."""
    actions: dict[str, QAction] = {}
    for command in SAID_COMMANDS:
        action = make_action(command, owner)
        action.triggered.connect(handlers[command.name])
        said_list.addAction(action)
        actions[command.name] = action
    ActionMenu(said_list)
    return actions


def said_keys() -> list[tuple[str, str]]:
    """The keys of the list of places, as the main window lists them beside its own."""
    return [
        (", ".join(command.keys), f"In the places where it was said: {command.text.rstrip('…')}")
        for command in SAID_COMMANDS
    ]
