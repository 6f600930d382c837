"""Any command by its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.claim_finder import SteeringLine


class CommandPalette(PlainDialog):
    """Type a few letters, press Enter; each command shows its key, to be known next time."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__("Commands", parent, 520)
        self._actions = [action for action in actions if action.text()]
        self.words = SteeringLine("words", "Name of a command")
        self.words.setPlaceholderText("Type the name of a command")
        self.words.textChanged.connect(self._look)
        self.words.returnPressed.connect(self.run)
        self.found = EntryList("commands", "Commands that fit", has_notes=False)
        self.found.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.found.setMinimumHeight(320)
        self.found.opened.connect(self.run)
        self.words.list = self.found
        self.column.addWidget(self.words)
        self.column.addSpacing(4)
        self.column.addWidget(self.found, 1)
        self.buttons.hide()
        self.words.setFocus()
        self._look()

    def run(self) -> None:
        """Do the chosen command, once this dialog is out of the way."""
        entry = self.found.current()
        action = self._actions[entry.key] if entry else None
        if action is None or not action.isEnabled():
            return
        self.accept()
        action.trigger()

    def _look(self) -> None:
        typed = self.words.text().lower()
        ranked = [
            (rank, number)
            for number, action in enumerate(self._actions)
            if (rank := _rank(typed, plain_name(action).lower())) is not None
        ]
        entries = [_entry(self._actions[number], number) for _rank_, number in sorted(ranked)]
        self.found.show_entries(entries)
        if entries:
            self.found.setCurrentIndex(self.found.entries.index(0))


def plain_name(action: QAction) -> str:
    """The action's words without the mark of its Alt key and without dots."""
    whole = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return whole if ":" in whole else whole.removesuffix("…").removesuffix("...")


def key_names(action: QAction) -> str:
    """The action's keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts())


def _entry(action: QAction, number: int) -> Entry:
    is_off = not action.isEnabled()
    note = "Not possible just now" if is_off else action.statusTip()
    return Entry(plain_name(action), note, key_names(action), key=number, is_faint=is_off)


def _rank(typed: str, whole: str) -> int | None:
    """0 where the name begins with it, 1 where it holds it, 2 for its letters in order.

    What would be undone is no part of the name: its words are those of a claim.
    """
    name = whole.partition(":")[0]
    if name.startswith(typed):
        return 0
    if all(word in name for word in typed.split()):
        return 1
    letters = iter(name)
    return 2 if all(letter in letters for letter in typed if letter != " ") else None
