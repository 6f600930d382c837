"""Every command of the events window in one table, as the main window has its own."""

from claimtracker.gui.commands import Command

EVENT, EDIT, HELP = "E&vent", "&Edit", "&Help"

EVENT_COMMANDS = (
    Command("new_event", "New event…", EVENT, ("Ctrl+N",), "new"),
    Command("edit_event", "Edit…", EVENT, ("F2", "Return", "Enter"), "edit", on_list=True),
    Command("merge_event", "Merge with another…", EVENT, ("M",), "move", on_list=True),
    Command("delete_event", "Delete…", EVENT, ("Delete",), "bin", on_list=True, starts_group=True),
    Command("close", "Close", EVENT, ("Ctrl+W",), starts_group=True),
    Command("undo", "Undo", EDIT, ("Ctrl+Z",), "undo"),
    Command("redo", "Redo", EDIT, ("Ctrl+Shift+Z",), "redo"),
    Command("find", "Find", EDIT, ("Ctrl+F",), "search", starts_group=True),
    Command("own_only", "Own events or all", EDIT, ("Ctrl+I",)),
    Command("show_list", "List of events", EDIT, ("Ctrl+2",), starts_group=True),
    Command("show_hanging", "Claims that hang on it", EDIT, ("Ctrl+3",)),
    Command("keys", "List of keys", HELP, ("F1",)),
)
BUTTONS = ("new_event", "edit_event", "merge_event", "delete_event")
FURTHER_KEYS = (
    ("Up, Down", "Previous, next event or claim"),
    ("Enter", "Show the claim in the main window, in the list of claims"),
    ("Esc", "Close"),
)


def listed_event_keys() -> list[tuple[str, str]]:
    """The keys of the events window, as the main window lists them beside its own."""
    return [
        (", ".join(command.keys), f"In the events window: {command.text.removesuffix('…')}")
        for command in EVENT_COMMANDS
        if command.on_list
    ]
