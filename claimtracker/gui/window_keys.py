"""The list of keys: those of the main window, and of every other one."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from claimtracker.gui.article_window.commands import listed_keys
from claimtracker.gui.claim_panel.said_commands import said_keys
from claimtracker.gui.claimants.commands import listed_claimant_keys
from claimtracker.gui.dialogs.keys import FURTHER, KeysDialog
from claimtracker.gui.events_window.commands import listed_event_keys
from claimtracker.gui.evidence.commands import MAIN_COMMANDS, evidence_keys
from claimtracker.gui.evidence_inbox.commands import listed_inbox_keys
from claimtracker.gui.log_window.commands import listed_log_keys
from claimtracker.gui.said_before.commands import listed_pair_keys


def show_keys(actions: Mapping[str, QAction], window: QWidget) -> None:
    """Show the keys of these actions of the main window, and those of the other windows."""
    further = [*FURTHER, *evidence_keys(), *listed_keys(), *listed_inbox_keys()]
    further += listed_claimant_keys()
    further += listed_event_keys()
    further += [*said_keys(), *listed_pair_keys()]
    further += listed_log_keys()
    elsewhere = {command.name for command in MAIN_COMMANDS}  # beside the evidence's own
    own = [action for name, action in actions.items() if name not in elsewhere]
    KeysDialog(own, window, further).open()
