"""What can be done with one document: looked at, opened, cited, corrected, taken off a claim."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from sqlmodel import Session

from claimtracker.claims.rows import DocumentRow, EvidenceRow
from claimtracker.claims.vocabulary import Relation
from claimtracker.claims.web_address import shown_address
from claimtracker.gui import late
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.relation_list import RELATION_BY_DIGIT
from claimtracker.gui.evidence.citation import citation
from claimtracker.gui.evidence.commands import evidence_actions, evidence_tip
from claimtracker.gui.open_captured import copy_to_open, open_copy, show_folder
from claimtracker.gui.plain_text import open_url, plain_tooltip, web_url
from claimtracker.operations.captured_content import content_of, place_of
from claimtracker.operations.link_evidence import unlink_evidence

ONLY_SHOWN = (
    "Files of this type may be more than a document: it is shown in its folder, not opened."
)
NOTHING_OPENED = "Your system opened nothing for it"
NOT_THERE = "The captured file is not there any more."
NO_ADDRESS = "This address is not opened: it does not lead plainly to a page of the web."


@dataclass(frozen=True)
class ToOpen:
    """A copy that may be opened, or None; and where the captured file lies."""

    copy: Path | None
    place: Path


class DocumentActions(QObject):
    """Acts on the document that `offer` named last; its preview follows."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._found: DocumentRow | None = None
        self._preview: late.Preview | None = None
        self.by_name: Mapping[str, QAction] = {}

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.DOCUMENT_COMMANDS` names them."""
        return {
            "preview": self.preview,
            "open_original": self.open_original,
            "open_captured": self.open_captured,
            "show_in_folder": self.show_in_folder,
            "copy_citation": self.copy_citation,
            "correct_evidence": self.correct,
        }

    def use_actions(self, actions: Mapping[str, QAction]) -> None:
        """Hear which actions to offer."""
        self.by_name = {name: actions[name] for name in self.handlers()}
        self.offer(None)

    def offer(self, found: DocumentRow | None) -> None:
        """Offer what can be done with this document."""
        self._found = found
        is_captured = found is not None and bool(found.sha256)
        address = shown_address(found.url) if found is not None else ""
        for name, action in self.by_name.items():
            action.setEnabled(found is not None)
            if name in ("open_captured", "show_in_folder"):
                action.setEnabled(is_captured)
        original = self.by_name["open_original"]
        original.setEnabled(bool(address))
        words = evidence_tip("open_original")
        original.setToolTip(plain_tooltip(f"{words}\n{address}") if address else words)
        if self._preview is not None:
            self._preview.show_evidence(found)

    def open(self) -> None:
        """What Enter does: the original, where there is an address, else a look at it."""
        if self.by_name["open_original"].isEnabled():
            self.open_original()
        else:
            self.preview()

    def preview(self) -> None:
        """Look at it, in the window that is open for it already if any."""
        if self._found is None:
            return
        if self._preview is None:
            self._preview = late.Preview(self._desk, self._owner)
            self._preview.finished.connect(self._forget_preview)
            self._preview.show()
        self._preview.show_evidence(self._found)
        self._preview.activateWindow()

    def open_original(self) -> None:
        """Open its address in the browser."""
        if self._found is None:
            return
        if web_url(self._found.url) is None:
            self._desk.changes.refused.emit(NO_ADDRESS)
        elif not open_url(self._found.url):
            self._say_nothing_opened(shown_address(self._found.url))

    def open_captured(self) -> None:
        """Open a copy of what was captured; what may execute is shown in its folder."""
        if self._found is not None:
            work = partial(to_open, found=self._found)
            self._desk.background.start(work, self._hand_over)

    def show_in_folder(self) -> None:
        """Show the captured file in the system's file manager."""
        if self._found is not None:
            work = partial(place_of, evidence_id=self._found.evidence_id)
            self._desk.ask(work, self._show_place)

    def copy_citation(self) -> None:
        """Put the citation on the clipboard."""
        if self._found is not None:
            QGuiApplication.clipboard().setText(citation(self._found))
            self._desk.changes.said.emit("Citation copied")

    def correct(self) -> None:
        """Correct what is told of it."""
        if self._found is not None:
            late.CorrectEvidenceDialog(self._desk, self._found, self._owner).open()

    def _hand_over(self, ready: ToOpen) -> None:
        if ready.copy is None:
            self._show_place(ready.place, ONLY_SHOWN)
        elif not open_copy(ready.copy):
            self._say_nothing_opened(str(ready.place))

    def _show_place(self, place: Path, words: str = "") -> None:
        if not os.path.isfile(place):
            self._desk.changes.refused.emit(NOT_THERE)
        elif show_folder(place):
            self._desk.changes.said.emit(words or f"It is the file {place.name[:12]}…")
        else:
            self._say_nothing_opened(str(place))

    def _say_nothing_opened(self, place: str) -> None:
        """Where the system has no program for it, the person may have one."""
        self._desk.changes.refused.emit(f"{NOTHING_OPENED}: {place}")

    def _forget_preview(self, _result: int) -> None:
        self._preview = None


class EvidenceActions(DocumentActions):
    """What can be done with a piece of evidence of a claim."""

    def __init__(self, desk: Desk, evidence_list: QAbstractScrollArea, owner: QWidget) -> None:
        super().__init__(desk, owner)
        self.use_actions(evidence_actions(owner, evidence_list, self.handlers()))
        for digit, relation in RELATION_BY_DIGIT.items():
            key = QShortcut(QKeySequence(digit), evidence_list)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(partial(self.relate, relation))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers by the command's name, as `commands.EVIDENCE_COMMANDS` names them."""
        return {
            **super().handlers(),
            "change_bearing": self.change_bearing,
            "unlink_evidence": self.unlink,
        }

    def change_bearing(self) -> None:
        """Say anew how it bears on the claim."""
        if isinstance(self._found, EvidenceRow):
            late.ChangeBearingDialog(self._desk, self._found, self._owner).open()

    def relate(self, relation: Relation) -> None:
        """Change its relation to the claim; note and passage stay."""
        if isinstance(self._found, EvidenceRow):
            work = partial(
                late.change_relation, row=self._found, relation=relation, by=self._desk.by
            )
            self._desk.carry_out(work, self._say)

    def unlink(self) -> None:
        """Take it off the claim."""
        if isinstance(self._found, EvidenceRow):
            work = partial(unlink_evidence, link_id=self._found.id, by=self._desk.by)
            self._desk.carry_out(work, self._say_unlinked)

    def _say(self, words: str) -> None:
        self._desk.changes.said.emit(words)

    def _say_unlinked(self, _result: object) -> None:
        self._desk.changes.said.emit("Evidence taken off the claim")


def to_open(session: Session, found: DocumentRow) -> ToOpen:
    """Read what was captured and write a copy of it, where its type cannot execute."""
    content = content_of(session, found.evidence_id)
    return ToOpen(copy_to_open(content.data), place_of(session, found.evidence_id))
