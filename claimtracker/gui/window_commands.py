"""What each command of the table does in the window."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget
from sqlmodel import Session

from claimtracker import __version__
from claimtracker.claims.drafts import ClaimDraft, OccurrenceDraft, SourceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing
from claimtracker.claims.vocabulary import of_claims
from claimtracker.claims.web_address import is_web_address
from claimtracker.gui import late
from claimtracker.gui.claim_list.view import ClaimList
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.claim_panel.moves import SEPARATED
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.commands import tip
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.separate_move import separate_move
from claimtracker.operations.set_review import set_review


class WindowCommands(QObject):
    """Opens the dialogs and carries out the operations, on the claims selected in the list."""

    brought_in = Signal(object, int)  # the claims that restate, and the one that stays

    def __init__(self, desk: Desk, claims: ClaimList, panel: ClaimPanel, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._claims = claims
        self._panel = panel
        self._window = window
        self._actions: Mapping[str, QAction] = {}

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.COMMANDS` names them."""
        return {
            "save": self._panel.save,
            "link_evidence": self.link_evidence,
            "rate": self.rate,
            "move": self.move,
            "separate": self.separate,
            "restate": self.restate,
            "condition": self.condition,
            "review": self.review,
            "look_again": self.look_again,
            "snooze": self.snooze,
            "bulk_change": self.change_selected,
            "bin": self.move_to_bin,
            "restore": self.take_out_of_bin,
            "export": self.export,
            "settings": self.show_settings,
            "verify": self.verify,
            "commands": self.choose_command,
            "keys": self.show_keys,
            "about": self.show_about,
        }

    def use_actions(self, actions: Mapping[str, QAction]) -> None:
        """Hear which actions exist, for the lists of commands and keys."""
        self._actions = actions
        self._desk.settings_changed.connect(self._name_look_again)
        self._name_look_again()

    def new_from_clipboard(self) -> None:
        """Start a claim whose quote, or source, is what the clipboard holds."""
        text = QGuiApplication.clipboard().text().strip()
        if not text:
            self._desk.changes.refused.emit("There is no text on the clipboard.")
            return
        is_address = is_web_address(text)
        try:
            source = SourceDraft.of(url=text) if is_address else SourceDraft()
            # The summary is the checker's to write: the form insists on it before it saves.
            quote = "" if is_address else OccurrenceDraft.of(source=source, words=text).words
        except ClaimTrackerError as error:
            self._desk.changes.refused.emit(str(error))
            return
        self._panel.new_claim(ClaimDraft.model_construct(summary="", quote=quote, source=source))

    def look_again(self) -> None:
        """Let the selected claims come up again after a while, whatever their deadlines."""
        selected = list(self._claims.selected_ids())
        if selected:
            day = self._desk.today + timedelta(days=self._desk.settings.look_again_days)
            when = f"on {day_text(day, self._desk.today)}"
            words = f"{of_claims(len(selected))} to look at again {when}. Ctrl+Z takes it back."
            work = partial(set_review, claim_ids=selected, review_on=day, by=self._desk.by)
            self._desk.carry_out(partial(_then_say, operation=work, words=words), self._say)

    def move_to_bin(self) -> None:
        """Put the selected claims into the bin."""
        self._carry_out_on_selected(bin_claims, "moved to the bin")

    def rate(self) -> None:
        """Open the dialog for a verdict on the selected claims."""
        self._on_selected(late.VerdictDialog)

    def review(self) -> None:
        """Ask when the selected claims are to be looked at again."""
        self._on_selected(late.ReviewDialog)

    def snooze(self) -> None:
        """Ask how long the reminders of the selected claims are to keep quiet."""
        self._on_selected(late.SnoozeDialog)

    def move(self) -> None:
        """Open the dialog that records a moved deadline of the current claim."""
        self._on_current(late.MoveDialog)

    def condition(self) -> None:
        """Ask what became of the current claim's condition."""
        self._on_current(late.ConditionDialog)

    def restate(self) -> None:
        """Open the dialog that brings the selected claims into another one."""
        if selected := list(self._claims.selected_ids()):
            dialog = late.RestateDialog(self._desk, selected, self._window)
            dialog.brought_in.connect(self.brought_in)
            dialog.open()

    def change_selected(self) -> None:
        """Open the dialog that changes all of the selected claims; they may be a million."""
        if selected := self._claims.selected_ids():
            late.BulkChangeDialog(self._desk, selected, self._window).open()

    def take_out_of_bin(self) -> None:
        """Take the selected claims out of the bin."""
        self._carry_out_on_selected(restore_claims, "taken out of the bin")

    def separate(self) -> None:
        """Separate the current claim from the step before it in its chain."""
        if self._claims.current_id is not None:
            work = partial(separate_move, claim_id=self._claims.current_id, by=self._desk.by)
            self._desk.carry_out(partial(_then_say, operation=work, words=SEPARATED), self._say)

    def export(self) -> None:
        """Write a report of what is listed."""
        listing: Listing = self._claims.listing
        late.ExportDialog(self._desk, listing, self._claims.count, self._window).open()

    def import_table(self, path: str) -> None:
        """Show what an import of this file would do."""
        late.ImportDialog(self._desk, Path(path), self._window).open()

    def link_evidence(self) -> None:
        """Link a document to the selected claims; without one it goes to the inbox."""
        late.LinkEvidenceDialog(self._desk, self._claims.selected_ids(), self._window).open()

    def link_dropped(self, claim_id: int, found: Sequence[Dropped]) -> None:
        """Link what was dropped on a claim of the list."""
        late.LinkEvidenceDialog(self._desk, [claim_id], self._window, found).open()

    def show_settings(self) -> None:
        """Open the settings."""
        late.SettingsDialog(self._desk, self._window).open()

    def verify(self) -> None:
        """Open the check of the database, the log and the captured files."""
        late.VerifyDialog(self._desk, self._window).open()

    def choose_command(self) -> None:
        """Offer every command by its name."""
        late.CommandPalette(list(self._actions.values()), self._window).open()

    def show_keys(self) -> None:
        """Show the list of keys."""
        late.show_keys(self._actions, self._window)

    def show_about(self) -> None:
        """Say what this is."""
        box = QMessageBox(self._window)
        box.setWindowTitle("About ClaimTracker")
        box.setText(f"ClaimTracker {__version__}")
        box.setInformativeText(
            "What public figures committed to, and whether the time for it has passed."
        )
        box.open()

    def _on_selected(self, dialog: Callable[[Desk, list[int], QWidget], QDialog]) -> None:
        selected = list(self._claims.selected_ids())
        if selected:
            dialog(self._desk, selected, self._window).open()

    def _on_current(self, dialog: Callable[[Desk, int, QWidget], QDialog]) -> None:
        if self._claims.current_id is not None:
            dialog(self._desk, self._claims.current_id, self._window).open()

    def _carry_out_on_selected(self, operation: Callable[..., int], done: str) -> None:
        selected = list(self._claims.selected_ids())
        if selected:
            count = "1 claim" if len(selected) == 1 else f"{len(selected):,} claims"
            words = f"{count} {done}. Ctrl+Z takes it back."
            work = partial(operation, claim_ids=selected, by=self._desk.by)
            self._desk.carry_out(partial(_then_say, operation=work, words=words), self._say)

    def _name_look_again(self) -> None:
        action, words = self._actions["look_again"], self._desk.settings.look_again_words
        action.setText(words)
        action.setToolTip(tip(words, ("W",)))

    def _say(self, words: str) -> None:
        self._desk.changes.said.emit(words)


def _then_say(session: Session, operation: Callable[[Session], object], words: str) -> str:
    """Carry it out; the words for the status line travel with the answer, so that they are true."""
    operation(session)
    return words
