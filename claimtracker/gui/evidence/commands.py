"""Every command of the evidence list in one table, as the main window has its own."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from claimtracker.gui.commands import Command, tip
from claimtracker.gui.icons import icon

EVIDENCE = "&Evidence"
EVIDENCE_COMMANDS = (
    Command("preview", "Preview", EVIDENCE, ("Space", "P"), "review", on_list=True),
    Command(
        "open_original", "Open original", EVIDENCE, ("O", "Return", "Enter"), "open", on_list=True
    ),
    Command("open_captured", "Open captured", EVIDENCE, ("Shift+O",), "file", on_list=True),
    Command("show_in_folder", "Show in folder", EVIDENCE, ("F",), "folder", on_list=True),
    Command("copy_citation", "Copy citation", EVIDENCE, ("C", "Ctrl+C"), "copy", on_list=True),
    Command("correct_evidence", "Correct…", EVIDENCE, ("F2",), "edit", on_list=True),
    Command("unlink_evidence", "Remove link", EVIDENCE, ("Delete",), "unlink", on_list=True),
)


def evidence_actions(
    owner: QWidget, evidence_list: QWidget, handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Make an action for each command, whose keys work while the list has the focus.

    The list's context menu holds them too.
    """
    actions = {command.name: _action(command, owner) for command in EVIDENCE_COMMANDS}
    for name, action in actions.items():
        action.triggered.connect(handlers[name])
        evidence_list.addAction(action)
    evidence_list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return actions


def evidence_keys() -> list[tuple[str, str]]:
    """The keys of the evidence list, as the main window lists them beside its own."""
    return [
        (", ".join(command.keys), f"In the evidence: {command.text.removesuffix('…')}")
        for command in EVIDENCE_COMMANDS
    ]


def evidence_tip(name: str) -> str:
    """The words of a command's tooltip with its first key."""
    command = next(command for command in EVIDENCE_COMMANDS if command.name == name)
    return tip(command.text, command.keys)


def _action(command: Command, owner: QWidget) -> QAction:
    action = QAction(icon(command.icon), command.text, owner)
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setToolTip(tip(command.text, command.keys))
    return action
