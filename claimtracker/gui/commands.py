"""Every command of the window in one table: its words, its keys, its menu."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from claimtracker.gui.icons import icon
from claimtracker.gui.menu_keys import MenuKeys


@dataclass(frozen=True)
class Command:
    """One thing that can be done.

    `on_list` keys work only while the list has the focus, `on_evidence` keys while the evidence of
    a claim has it.
    """

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    on_list: bool = False
    on_evidence: bool = False
    needs_claim: bool = False
    starts_group: bool = False


MENUS = ("&File", "&Edit", "&Claim", "&View", "&Tools", "&Help")

COMMANDS = (
    Command("new_database", "New database…", "&File"),
    Command("open_database", "Open database…", "&File"),
    Command("open_sample", "Try the sample case", "&File"),
    Command(
        "open_file",
        "Open an article or a table file…",
        "&File",
        ("Ctrl+O",),
        "file",
        starts_group=True,
    ),
    Command("export", "Export what is listed…", "&File", ("Ctrl+Shift+E",), "export"),
    Command("restore_backup", "Restore a backup…", "&File", starts_group=True),
    Command("settings", "Settings…", "&File", ("Ctrl+,",), "settings", starts_group=True),
    Command("quit", "Quit", "&File", ("Ctrl+Q",), starts_group=True),
    Command("undo", "Undo", "&Edit", ("Ctrl+Z",), "undo"),
    Command("redo", "Redo", "&Edit", ("Ctrl+Shift+Z",), "redo"),
    Command("find", "Find", "&Edit", ("Ctrl+F",), "search", starts_group=True),
    Command("select_all", "Select all listed", "&Edit", ("Ctrl+A",), on_list=True),
    Command("new_claim", "New claim", "&Claim", ("Ctrl+N",), "new"),
    Command(
        "paste_article",
        "Candidates from the article on the clipboard",
        "&Claim",
        ("Ctrl+Shift+V",),
        "article",
    ),
    Command("paste_claim", "New claim from the clipboard", "&Claim", ("Ctrl+Shift+N",)),
    Command("edit", "Edit", "&Claim", ("F2", "Return", "Enter"), on_list=True, needs_claim=True),
    Command("save", "Save", "&Claim", ("Ctrl+S",)),
    Command("show_article", "Show in article", "&Claim", ("O",), on_list=True, needs_claim=True),
    Command(
        "link_evidence",
        "Link evidence…",
        "&Claim",
        ("Ctrl+E",),
        "evidence",
        starts_group=True,
    ),
    Command("rate", "Give a verdict…", "&Claim", ("V",), "verdict", on_list=True, needs_claim=True),
    Command(
        "move",
        "Record a moved deadline…",
        "&Claim",
        ("M",),
        "move",
        on_list=True,
        needs_claim=True,
    ),
    Command("separate", "Separate from the step before it", "&Claim", needs_claim=True),
    Command("restate", "Mark as a restatement…", "&Claim", ("R",), on_list=True, needs_claim=True),
    Command(
        "condition",
        "What became of the condition…",
        "&Claim",
        ("C",),
        on_list=True,
        needs_claim=True,
    ),
    Command(
        "review",
        "Set a review date…",
        "&Claim",
        ("D",),
        "review",
        on_list=True,
        needs_claim=True,
    ),
    Command(
        "look_again",
        "Look again in 3 weeks",
        "&Claim",
        ("W",),
        "review",
        on_list=True,
        needs_claim=True,
    ),
    Command(
        "snooze",
        "Snooze the reminder…",
        "&Claim",
        ("S",),
        "snooze",
        on_list=True,
        needs_claim=True,
    ),
    Command(
        "bulk_change",
        "Change the selected claims…",
        "&Claim",
        ("Ctrl+B",),
        "edit",
        needs_claim=True,
        starts_group=True,
    ),
    Command(
        "bin",
        "Move to the bin",
        "&Claim",
        ("Delete",),
        "bin",
        on_list=True,
        needs_claim=True,
    ),
    Command("restore", "Take out of the bin", "&Claim", needs_claim=True),
    Command("delete_for_good", "Delete for good…", "&Claim", needs_claim=True),
    Command("empty_bin", "Empty the bin…", "&Claim"),
    Command("show_views", "Views", "&View", ("Ctrl+1",)),
    Command("show_list", "Claim list", "&View", ("Ctrl+2",)),
    Command("show_panel", "Claim panel", "&View", ("Ctrl+3",)),
    Command("show_evidence", "Evidence of the claim", "&View", ("Ctrl+4",)),
    Command("show_said", "Places where it was said", "&View", ("Ctrl+8",)),
    Command("show_moves", "Moves of the claim", "&View", ("Ctrl+9",)),
    Command("show_history", "History of the claim", "&View", ("Ctrl+0",)),
    Command("toggle_views", "Show or hide the views", "&View", ("F9",), starts_group=True),
    Command("toggle_panel", "Show or hide the panel", "&View", ("F10",)),
    Command("sort_state", "Sort by state", "&View", starts_group=True),
    Command("sort_claim", "Sort by claim", "&View"),
    Command("sort_deadline", "Sort by deadline", "&View"),
    Command("sort_stated", "Sort by day said", "&View"),
    Command("sort_verdict", "Sort by verdict", "&View"),
    Command("sort_evidence", "Sort by evidence", "&View"),
    Command("check", "Check deadlines now", "&Tools", ("F5",), "clock"),
    Command(
        "evidence_inbox", "Evidence inbox…", "&Tools", ("Ctrl+I",), "evidence", starts_group=True
    ),
    Command("claimants", "Claimants…", "&Tools", ("Ctrl+5",)),
    Command("events", "Events…", "&Tools", ("Ctrl+6",), "calendar"),
    Command("said_before", "Looks said before…", "&Tools", ("Ctrl+7",)),
    Command("capture_again", "Capture the evidence again", "&Tools", ("G",), on_evidence=True),
    Command("wayback", "Ask the Wayback Machine…", "&Tools", ("W",), on_evidence=True),
    Command("log", "Log of all changes…", "&Tools", ("Ctrl+L",), "clock", starts_group=True),
    Command("verify", "Verify everything kept…", "&Tools", icon="check"),
    Command("commands", "Any command by name…", "&Help", ("Ctrl+K",)),
    Command("keys", "List of keys", "&Help", ("F1",)),
    Command("about", "About ClaimTracker", "&Help", starts_group=True),
)


def build_actions(
    window: QMainWindow,
    view: QWidget,
    main_list: QWidget,
    handlers: Mapping[str, Callable[[], object]],
    commands: Sequence[Command] = COMMANDS,
    *,
    evidence_list: QWidget | None = None,
) -> dict[str, QAction]:
    """Make an action for each command, put it into its menu and connect its handler.

    The actions belong to the view and go when another one takes its place.
    """
    MenuKeys(window.menuBar())
    titles = dict.fromkeys(command.menu for command in commands)
    menus = {title: _menu(window, title) for title in titles}
    actions: dict[str, QAction] = {}
    for command in commands:
        action = make_action(command, view)
        action.triggered.connect(handlers[command.name])
        place = evidence_list if command.on_evidence else main_list if command.on_list else view
        (place or view).addAction(action)
        if command.starts_group and menus[command.menu].actions():
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(action)
        actions[command.name] = action
    return actions


def _menu(window: QMainWindow, title: str) -> QMenu:
    menu = window.menuBar().addMenu(title)
    menu.setObjectName(f"menu_{title.replace('&', '').lower()}")
    menu.setToolTipsVisible(True)
    MenuKeys(menu)
    return menu


def make_action(command: Command, owner: QWidget) -> QAction:
    """An action with the words, keys, icon and tooltip of its command."""
    action = QAction(command.text, owner)
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    if command.on_list or command.on_evidence:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if command.icon:
        action.setIcon(icon(command.icon))
    action.setToolTip(tip(command.text, command.keys))
    return action


def tip(text: str, keys: tuple[str, ...]) -> str:
    """The words of a tooltip, with the first key behind them."""
    shown = text.rstrip("…")
    return f"{shown}  ({keys[0]})" if keys else shown
