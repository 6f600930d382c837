"""Every command of the log window in one table, as the main window has its own."""

from claimtracker.gui.commands import Command

LOG, EDIT, HELP = "&Log", "&Edit", "&Help"

TAKE_BACK = Command("take_back", "Take this back", LOG, ("T",), "undo", on_list=True)
LOG_COMMANDS = (
    Command("go_to_claim", "Go to the claim", LOG, ("Enter", "Return"), "open", on_list=True),
    TAKE_BACK,
    Command("copy", "Copy what is told of it", LOG, ("C", "Ctrl+C"), "copy", on_list=True),
    Command("close", "Close", LOG, ("Ctrl+W",), starts_group=True),
    Command("undo", "Undo", EDIT, ("Ctrl+Z",), "undo"),
    Command("redo", "Redo", EDIT, ("Ctrl+Shift+Z",), "redo"),
    Command("find", "Find", EDIT, ("Ctrl+F",), "search", starts_group=True),
    Command("clear", "Clear the filters", EDIT, ("Ctrl+Backspace",)),
    Command("show_list", "List of actions", EDIT, ("Ctrl+2",), starts_group=True),
    Command("show_changes", "Changes of the action", EDIT, ("Ctrl+3",)),
    Command("keys", "List of keys", HELP, ("F1",)),
)
FURTHER_KEYS = (
    ("Up, Down, J, K", "Previous, next line, in the lists"),
    ("Tab", "Next field or list"),
    ("Alt+Down", "Calendar, in a day field"),
    ("Esc", "Close"),
)


def listed_log_keys() -> list[tuple[str, str]]:
    """The keys of the log window and the history tab, as the main window lists them."""
    places = {TAKE_BACK.name: "In the log and the history"}
    return [
        (", ".join(command.keys), f"{places.get(command.name, 'In the log')}: {command.text}")
        for command in LOG_COMMANDS
        if command.on_list
    ]
