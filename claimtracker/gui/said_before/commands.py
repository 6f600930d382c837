"""Every command of the window “Looks said before” in one table."""

from claimtracker.gui.commands import Command

PAIR, EDIT, HELP = "&Pair", "&Edit", "&Help"

PAIR_COMMANDS = (
    Command("merge", "Bring together…", PAIR, ("R",), "link", on_list=True),
    Command("moved", "Record as a moved deadline", PAIR, ("M",), "move", on_list=True),
    Command("apart", "Not the same", PAIR, ("N",), "unlink", on_list=True),
    Command(
        "open_first",
        "Open the first",
        PAIR,
        ("Enter", "Return"),
        "open",
        on_list=True,
        starts_group=True,
    ),
    Command("open_second", "Open the second", PAIR, ("Shift+Enter", "Shift+Return"), on_list=True),
    Command("look", "Look again", PAIR, ("F5",), "search", starts_group=True),
    Command("stop", "Stop looking", PAIR, ("Ctrl+.",), "close"),
    Command("close", "Close", PAIR, ("Ctrl+W",), starts_group=True),
    Command("undo", "Undo", EDIT, ("Ctrl+Z",), "undo"),
    Command("redo", "Redo", EDIT, ("Ctrl+Shift+Z",), "redo"),
    Command("show_list", "List of pairs", EDIT, ("Ctrl+2",), starts_group=True),
    Command("keys", "List of keys", HELP, ("F1",)),
)
NEEDS_PAIR = ("merge", "moved", "apart", "open_first", "open_second")
FURTHER_KEYS = (
    ("Up, Down, J, K", "Previous, next pair, in the list"),
    ("Tab", "Next field or button"),
    ("Esc", "Close"),
)


def listed_pair_keys() -> list[tuple[str, str]]:
    """The keys of this window, as the main window lists them beside its own."""
    return [
        (", ".join(command.keys), f"In “Looks said before”: {command.text.removesuffix('…')}")
        for command in PAIR_COMMANDS
        if command.on_list
    ]
