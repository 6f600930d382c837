"""Every command on documents in one table, as the main window has its own."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from claimtracker.gui.action_menu import ActionMenu
from claimtracker.gui.commands import COMMANDS, Command, make_action, tip

EVIDENCE = "E&vidence"
DOCUMENT_COMMANDS = (
    Command("preview", "Preview", EVIDENCE, ("Space", "P"), "review", on_list=True),
    Command("open_original", "Open original", EVIDENCE, ("O",), "open", on_list=True),
    Command("open_captured", "Open captured", EVIDENCE, ("Shift+O",), "file", on_list=True),
    Command("show_in_folder", "Show in folder", EVIDENCE, ("F",), "folder", on_list=True),
    Command("copy_citation", "Copy citation", EVIDENCE, ("C", "Ctrl+C"), "copy", on_list=True),
    Command(
        "correct_evidence", "Correct…", EVIDENCE, ("F2",), "edit", on_list=True, starts_group=True
    ),
)
EVIDENCE_COMMANDS = (
    *DOCUMENT_COMMANDS,
    Command("change_bearing", "How it bears…", EVIDENCE, ("R",), "link", on_list=True),
    Command(
        "unlink_evidence",
        "Remove link",
        EVIDENCE,
        ("Delete",),
        "unlink",
        on_list=True,
        starts_group=True,
    ),
)
MAIN_COMMANDS = tuple(command for command in COMMANDS if command.on_evidence)
_ENTER = ("Return, Enter", "In the evidence: Open original, or Preview")
_DIGITS = ("1 to 9, 0", "In the evidence: Relation, numbered as in “How it bears”")
DIGITS_TIP = "A digit in the list changes the relation alone."


def evidence_actions(
    owner: QWidget,
    evidence_list: QAbstractScrollArea,
    handlers: Mapping[str, Callable[[], object]],
) -> dict[str, QAction]:
    """Make an action for each command, whose keys work while the list has the focus.

    The list's context menu holds them too.
    """
    actions: dict[str, QAction] = {}
    for command in EVIDENCE_COMMANDS:
        action = make_action(command, owner)
        action.triggered.connect(handlers[command.name])
        if command.starts_group:
            evidence_list.addAction(_line(owner))
        evidence_list.addAction(action)
        actions[command.name] = action
    bearing = actions["change_bearing"]
    bearing.setToolTip(f"{bearing.toolTip()}\n{DIGITS_TIP}")
    ActionMenu(evidence_list)
    return actions


def evidence_keys() -> list[tuple[str, str]]:
    """The keys of the evidence list, as the main window lists them beside its own.

    Those of the main window's commands that work there stand among them.
    """
    *own, last = EVIDENCE_COMMANDS
    keys = [
        (", ".join(command.keys), f"In the evidence: {command.text.removesuffix('…')}")
        for command in (*own, *MAIN_COMMANDS, last)
    ]
    return [keys[0], _ENTER, *keys[1:], _DIGITS]


def evidence_tip(name: str) -> str:
    """The words of a command's tooltip with its first key."""
    command = next(command for command in EVIDENCE_COMMANDS if command.name == name)
    return tip(command.text, command.keys)


def _line(owner: QWidget) -> QAction:
    line = QAction(owner)
    line.setSeparator(True)
    return line
