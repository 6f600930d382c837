"""Every command of the article window in one table, as the main window has its own."""

from claimtracker.gui.commands import Command

CANDIDATE, GO, ARTICLE, HELP = "&Candidate", "&Go", "&Article", "&Help"

ARTICLE_COMMANDS = (
    Command("take", "Take", CANDIDATE, ("A",), "check", on_list=True),
    Command("said_again", "Said again", CANDIDATE, ("S",), on_list=True),
    Command("deadline_moved", "Deadline moved", CANDIDATE, ("M",), "move", on_list=True),
    Command("drop", "Drop", CANDIDATE, ("X",), "close", on_list=True),
    Command("edit_first", "Edit first…", CANDIDATE, ("Enter", "Return"), on_list=True),
    Command(
        "claim_from_words",
        "Claim from selected words…",
        CANDIDATE,
        ("C",),
        "new",
        on_list=True,
        starts_group=True,
    ),
    Command("select_all", "Select all undecided candidates", CANDIDATE, ("Ctrl+A",), on_list=True),
    Command("undo", "Undo", CANDIDATE, ("U", "Ctrl+Z"), "undo", on_list=True, starts_group=True),
    Command("next", "Next candidate", GO, ("J",), on_list=True),
    Command("previous", "Previous candidate", GO, ("K",), on_list=True),
    Command(
        "next_occurrence",
        "Next place where it was said",
        GO,
        ("N",),
        on_list=True,
        starts_group=True,
    ),
    Command("previous_occurrence", "Previous place where it was said", GO, ("P",), on_list=True),
    Command("show_text", "Text", GO, ("Ctrl+1",), starts_group=True),
    Command("show_candidates", "Candidates", GO, ("Ctrl+2",)),
    Command("show_day", "Day of publication", GO, ("Ctrl+D",)),
    Command(
        "paste_article",
        "Candidates from the article on the clipboard",
        ARTICLE,
        ("Ctrl+Shift+V",),
        "article",
    ),
    Command("open_file", "Open an article or a table file…", ARTICLE, ("Ctrl+O",), "file"),
    Command(
        "open_source",
        "Open the source in the browser",
        ARTICLE,
        ("Ctrl+B",),
        "link",
        starts_group=True,
    ),
    Command("close", "Close", ARTICLE, ("Ctrl+W",), starts_group=True),
    Command("keys", "List of keys", HELP, ("F1",)),
)

FURTHER_KEYS = (
    ("Up, Down", "Previous, next candidate, in the list"),
    ("Tab", "Next field or button"),
    ("Alt+Down", "Calendar, in a day field"),
    ("Ctrl+Enter", "Take from any field of the edit form"),
    ("Esc", "Close"),
)


def listed_keys() -> list[tuple[str, str]]:
    """The keys of the article window, as the main window lists them beside its own."""
    return [
        (", ".join(command.keys), f"In an article: {command.text.removesuffix('…')}")
        for command in ARTICLE_COMMANDS
        if command.on_list
    ]
