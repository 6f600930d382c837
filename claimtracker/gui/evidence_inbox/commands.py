"""Every command of the evidence window in one table, as the main window has its own."""

from claimtracker.gui.commands import Command
from claimtracker.gui.evidence.commands import DOCUMENT_COMMANDS, EVIDENCE

EDIT, HELP = "&Edit", "&Help"

CAPTURING_COMMANDS = (
    Command("capture_again", "Capture again", EVIDENCE, ("G",), on_list=True),
    Command("wayback", "Wayback Machine…", EVIDENCE, ("W",), on_list=True),
    Command("discard", "Discard", EVIDENCE, ("Delete",), "bin", on_list=True, starts_group=True),
)
INBOX_COMMANDS = (
    Command("link", "Link to claims…", EVIDENCE, ("L", "Return", "Enter"), "link", on_list=True),
    *DOCUMENT_COMMANDS,
    *CAPTURING_COMMANDS,
    Command("add", "Add…", EVIDENCE, ("Ctrl+E",), "new", starts_group=True),
    Command("paste", "Add what is on the clipboard…", EVIDENCE, ("Ctrl+V",)),
    Command("close", "Close", EVIDENCE, ("Ctrl+W",), starts_group=True),
    Command("undo", "Undo", EDIT, ("Ctrl+Z",), "undo"),
    Command("redo", "Redo", EDIT, ("Ctrl+Shift+Z",), "redo"),
    Command("find", "Find", EDIT, ("Ctrl+F",), "search", starts_group=True),
    Command("show_list", "List of documents", EDIT, ("Ctrl+2",)),
    Command("select_all", "Select all listed", EDIT, ("Ctrl+A",), on_list=True),
    Command("show_all", "Inbox or all documents", EDIT, ("Ctrl+I",)),
    Command("keys", "List of keys", HELP, ("F1",)),
)

NEEDS_DOCUMENT = ("link", *(command.name for command in CAPTURING_COMMANDS))
FURTHER_KEYS = (
    ("Up, Down", "Previous, next document, in the list"),
    ("Shift+Up, Shift+Down", "Select several"),
    ("Tab", "Next field or button"),
    ("Esc", "Close"),
)


def listed_inbox_keys() -> list[tuple[str, str]]:
    """The keys of the evidence window, as the main window lists them beside its own."""
    return [
        (", ".join(command.keys), f"In the evidence window: {command.text.removesuffix('…')}")
        for command in INBOX_COMMANDS
        if command.on_list
    ]
