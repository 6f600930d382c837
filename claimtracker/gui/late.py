"""The dialogs and windows that a start opens none of: each is loaded when it is first asked for.

Together with what they alone need, these are a fifth of all files. `late.MoveDialog` is the class
wherever it is used, but not before: a table that is made at the start names a method instead.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtracker.gui.bulk_change.dialog import BulkChangeDialog as BulkChangeDialog
    from claimtracker.gui.claimants.window import ClaimantsWindow as ClaimantsWindow
    from claimtracker.gui.dialogs.change_bearing import ChangeBearingDialog as ChangeBearingDialog
    from claimtracker.gui.dialogs.change_bearing import change_relation as change_relation
    from claimtracker.gui.dialogs.command_palette import CommandPalette as CommandPalette
    from claimtracker.gui.dialogs.condition import ConditionDialog as ConditionDialog
    from claimtracker.gui.dialogs.correct_evidence import (
        CorrectEvidenceDialog as CorrectEvidenceDialog,
    )
    from claimtracker.gui.dialogs.empty_bin import DeleteForGoodDialog as DeleteForGoodDialog
    from claimtracker.gui.dialogs.empty_bin import EmptyBinDialog as EmptyBinDialog
    from claimtracker.gui.dialogs.export import ExportDialog as ExportDialog
    from claimtracker.gui.dialogs.import_table import ImportDialog as ImportDialog
    from claimtracker.gui.dialogs.link_evidence import LinkEvidenceDialog as LinkEvidenceDialog
    from claimtracker.gui.dialogs.move import MoveDialog as MoveDialog
    from claimtracker.gui.dialogs.not_triggered import NotTriggeredDialog as NotTriggeredDialog
    from claimtracker.gui.dialogs.restate import RestateDialog as RestateDialog
    from claimtracker.gui.dialogs.restore import RestoreDialog as RestoreDialog
    from claimtracker.gui.dialogs.review import ReviewDialog as ReviewDialog
    from claimtracker.gui.dialogs.settings import SettingsDialog as SettingsDialog
    from claimtracker.gui.dialogs.snooze import SnoozeDialog as SnoozeDialog
    from claimtracker.gui.dialogs.verdict import VerdictDialog as VerdictDialog
    from claimtracker.gui.dialogs.verify import VerifyDialog as VerifyDialog
    from claimtracker.gui.dialogs.wayback import WaybackDialog as WaybackDialog
    from claimtracker.gui.events_window.window import EventsWindow as EventsWindow
    from claimtracker.gui.evidence.preview import Preview as Preview
    from claimtracker.gui.evidence_inbox.window import EvidenceWindow as EvidenceWindow
    from claimtracker.gui.log_window.window import LogWindow as LogWindow
    from claimtracker.gui.said_before.window import SaidBeforeWindow as SaidBeforeWindow
    from claimtracker.gui.window_keys import show_keys as show_keys

_FILES = {
    "BulkChangeDialog": "bulk_change.dialog",
    "ClaimantsWindow": "claimants.window",
    "ChangeBearingDialog": "dialogs.change_bearing",
    "change_relation": "dialogs.change_bearing",
    "CommandPalette": "dialogs.command_palette",
    "ConditionDialog": "dialogs.condition",
    "CorrectEvidenceDialog": "dialogs.correct_evidence",
    "DeleteForGoodDialog": "dialogs.empty_bin",
    "EmptyBinDialog": "dialogs.empty_bin",
    "ExportDialog": "dialogs.export",
    "ImportDialog": "dialogs.import_table",
    "LinkEvidenceDialog": "dialogs.link_evidence",
    "MoveDialog": "dialogs.move",
    "NotTriggeredDialog": "dialogs.not_triggered",
    "RestateDialog": "dialogs.restate",
    "RestoreDialog": "dialogs.restore",
    "ReviewDialog": "dialogs.review",
    "SettingsDialog": "dialogs.settings",
    "SnoozeDialog": "dialogs.snooze",
    "VerdictDialog": "dialogs.verdict",
    "VerifyDialog": "dialogs.verify",
    "WaybackDialog": "dialogs.wayback",
    "EventsWindow": "events_window.window",
    "Preview": "evidence.preview",
    "EvidenceWindow": "evidence_inbox.window",
    "LogWindow": "log_window.window",
    "SaidBeforeWindow": "said_before.window",
    "show_keys": "window_keys",
}

if not TYPE_CHECKING:  # so that mypy knows the names above, and no others

    def __getattr__(name: str) -> Any:  # noqa: ANN401 - classes of many kinds
        if name not in _FILES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"claimtracker.gui.{_FILES[name]}"), name)
