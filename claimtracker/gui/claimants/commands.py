"""Every command of the window of claimants in one table, as the main window has its own."""

from claimtracker.gui.commands import Command

CLAIMANT, EDIT, HELP = "&Claimant", "&Edit", "&Help"

CLAIMANT_COMMANDS = (
    Command("edit", "Edit…", CLAIMANT, ("F2", "Return", "Enter"), "edit", on_list=True),
    Command("merge", "Merge with another…", CLAIMANT, ("M",), "link", on_list=True),
    Command("near", "Names that look alike…", CLAIMANT, ("N",), "search", on_list=True),
    Command("delete", "Delete", CLAIMANT, ("Delete",), "bin", on_list=True, starts_group=True),
    Command(
        "open_claim",
        "Show the claim",
        CLAIMANT,
        ("Return", "Enter", "O"),
        "open",
        on_evidence=True,
        starts_group=True,
    ),
    Command("close", "Close", CLAIMANT, ("Ctrl+W",), starts_group=True),
    Command("undo", "Undo", EDIT, ("Ctrl+Z",), "undo"),
    Command("redo", "Redo", EDIT, ("Ctrl+Shift+Z",), "redo"),
    Command("find", "Find", EDIT, ("Ctrl+F",), "search", starts_group=True),
    Command("show_list", "List of claimants", EDIT, ("Ctrl+2",)),
    Command("show_claims", "Claims of the claimant", EDIT, ("Ctrl+3",)),
    Command("keys", "List of keys", HELP, ("F1",)),
)

FURTHER_KEYS = (
    ("Up, Down, J, K", "Previous, next, in both lists"),
    ("Shift+Up, Shift+Down", "Select two, to merge them"),
    ("Tab", "Next field or list"),
    ("Esc", "Close"),
)


def listed_claimant_keys() -> list[tuple[str, str]]:
    """The keys of the window of claimants, as the main window lists them beside its own."""
    return [
        (", ".join(command.keys), f"In the window of claimants: {command.text.removesuffix('…')}")
        for command in CLAIMANT_COMMANDS
        if command.on_list or command.on_evidence
    ]
