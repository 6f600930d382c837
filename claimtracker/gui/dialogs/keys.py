"""The list of keys, made from the commands themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.command_palette import key_names, plain_name

FURTHER = (
    ("Up, Down, J, K", "Previous, next claim"),
    ("Tab", "Next field"),
    ("Alt+Down", "Calendar, in a day field"),
    ("1 to 9, 0", "Relation, in “Link evidence”"),
    ("Delete", "Take a claim or document out, in “Link evidence”"),
    ("Delete", "Separate a step from the one before it, in “Moves”"),
    ("Ctrl+Enter", "Finish a dialog from any of its fields"),
    ("Esc", "Close a dialog"),
)


class KeysDialog(PlainDialog):
    """Every command that has a key, and the keys that are no commands."""

    def __init__(
        self,
        actions: Sequence[QAction],
        parent: QWidget | None = None,
        further: Sequence[tuple[str, str]] = FURTHER,
    ) -> None:
        super().__init__("Keys", parent, 480)
        self.words = named(QLineEdit(placeholderText="Look for a key or a command"), "words")
        self.words.setAccessibleName("Look for a key or a command")
        self.words.textChanged.connect(self._look)
        self.table = named(QTreeWidget(columnCount=2), "keys", "Keys")
        self.table.setHeaderLabels(["Key", "Does"])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        with_keys = [(key_names(action), plain_name(action)) for action in actions]
        rows = [row for row in with_keys if row[0]] + list(further)
        for row in rows:
            item = QTreeWidgetItem(list(row))
            item.setSizeHint(1, QSize(0, self.fontMetrics().height() + 8))
            self.table.addTopLevelItem(item)
        self.column.addWidget(self.words)
        self.column.addSpacing(4)
        self.column.addWidget(self.table, 1)
        self.table.setMinimumHeight(400)
        self.add_note("Single letters work where no text is typed.")
        close = self.add_button("Close", "cancel", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self.words.setFocus()

    def _look(self, typed: str) -> None:
        wanted = typed.lower()
        for number in range(self.table.topLevelItemCount()):
            if item := self.table.topLevelItem(number):
                item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".lower())
