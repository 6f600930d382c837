"""Link documents to the claims they bear on: new ones, or ones that are kept already."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlmodel import Session

from claimtracker.claims.conditions import RELATION_OF
from claimtracker.claims.drafts import Bearing
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import ShelvedRow
from claimtracker.claims.vocabulary import of_claims, of_documents
from claimtracker.gui.claim_panel.drops import (
    Dropped,
    accept_copy,
    copied,
    dropped,
    may_be_dropped,
)
from claimtracker.gui.claim_panel.entry_list import Entry, EntryList
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.also_bears_on import AlsoBearsOn
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.chosen_claims import NO_CLAIM, ChosenClaims
from claimtracker.gui.dialogs.document_fields import long_field
from claimtracker.gui.dialogs.documents import Documents, Given, for_the_store
from claimtracker.gui.dialogs.relation_list import RELATION_LABEL, relation_list
from claimtracker.gui.dialogs.shrinking_area import ShrinkingArea
from claimtracker.operations import list_evidence
from claimtracker.operations.keep_evidence import keep_evidence
from claimtracker.operations.link_evidence import link_documents, link_stored

LINK, KEEP = "Link", "Keep in the inbox"
TO_THE_INBOX = "No claim chosen yet. Without one it is kept in the inbox."
MOST_LISTED = 50
_WIDTH = 860


class BearingDialog(OperationDialog):
    """How documents bear on claims: the relation, a note, the claims and some suggestions."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        claim_ids: Sequence[int],
        parent: QWidget | None,
        nothing: str = NO_CLAIM,
    ) -> None:
        super().__init__(desk, title, LINK, parent, _WIDTH)
        self.relations = relation_list(self)
        self.note = long_field("note", "Note", "What it shows for this claim")
        self.claims = ChosenClaims(desk, claim_ids, nothing)
        self.also = AlsoBearsOn(desk)

    def lay_out(self, left: QWidget, right: QVBoxLayout) -> None:
        """Put what is told of the documents beside how they bear, the claims below."""
        right.setSpacing(4)
        self.add_labelled(RELATION_LABEL, self.relations, right)
        self.add_labelled("&Note", self.note, right)
        right.addStretch()
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(24)
        above.addWidget(left, 1)
        above.addLayout(right, 1)
        below.addWidget(self.claims, 1)
        below.addWidget(self.also, 1)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(above, 1)
        whole.addSpacing(12)
        whole.addLayout(below)
        area = ShrinkingArea(page)
        area.lacking.connect(self.grow)
        self.column.addWidget(area, 1)

    def connect_claims(self) -> None:
        """Follow which claims are chosen and what is written, from now on."""
        self.note.textChanged.connect(self.suggest)
        self.claims.changed.connect(self.follow_claims)
        self.also.changed.connect(self.follow_claims)
        self.follow_claims()

    def claim_ids(self) -> list[int]:
        """The chosen claims, and those suggested ones that were checked."""
        return list(dict.fromkeys([*self.claims.ids(), *self.also.ids()]))

    def follow_claims(self) -> None:
        """Offer what can be done with the claims that are chosen now."""
        self.suggest()

    def suggest(self) -> None:
        """Look for claims that are like what is written."""
        parts = (self.text(), self.note.toPlainText(), self.claims.summaries())
        self.also.suggest_for("\n".join(filter(None, parts)), self.claims.named_ids())

    def text(self) -> str:
        """What the documents say."""
        raise NotImplementedError

    def condition_words(self) -> str:
        """Where such a document proposes an outcome, how a person sets it."""
        is_on_condition = self.relations.chosen() in RELATION_OF.values()
        return ". C sets what became of the condition" if is_on_condition else ""

    def bearing(self, passage: str = "") -> Bearing:
        """How they bear on the claims; raises FieldError where nothing is chosen."""
        relation = self.relations.chosen()
        if relation is None:
            raise FieldError("relation", "Choose how it bears on the claim.")
        return Bearing.of(relation=relation, note=self.note.toPlainText(), passage=passage)


class LinkEvidenceDialog(BearingDialog):
    """New documents, filled in from what was dropped or from the clipboard.

    Without a claim they are kept in the inbox.
    """

    is_long = True  # a file is copied into the store

    def __init__(
        self,
        desk: Desk,
        claim_ids: Sequence[int],
        parent: QWidget | None = None,
        found: Sequence[Dropped] | None = None,
    ) -> None:
        super().__init__(desk, "Link evidence", claim_ids, parent, TO_THE_INBOX)
        self._done = ""
        self.documents = Documents(desk)
        self.setAcceptDrops(True)
        self.lay_out(self.documents, QVBoxLayout())
        self.documents.fields.url.pasted.connect(self.take)
        self.documents.edited.connect(self.suggest)
        self.connect_claims()
        self.take(copied(QGuiApplication.clipboard().mimeData()) if found is None else found)
        self._begin()

    def _begin(self) -> None:
        """Stand where the next thing is to be entered."""
        if self.documents.is_empty:
            self.documents.fields.url.setFocus()
        elif self.relations.isEnabled():
            self.relations.setFocus()
        else:
            self.claims.words.setFocus()

    def take(self, found: Sequence[Dropped]) -> None:
        """Add what was dropped or pasted; why it cannot be kept is said."""
        if not found:
            return
        try:
            self.documents.take(found)
        except ClaimTrackerError as error:
            self.say(str(error))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take more documents."""
        if may_be_dropped(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        accept_copy(event)
        content: QMimeData = event.mimeData()
        self.take(dropped(content))

    def text(self) -> str:
        """What the documents say."""
        return self.documents.text()

    def follow_claims(self) -> None:
        """Without a claim there is nothing to relate to: the inbox is offered."""
        has_claim = bool(self.claim_ids())
        self.action_button.setText(LINK if has_claim else KEEP)
        self.action_button.setAccessibleName(self.action_button.text())
        self.relations.setEnabled(has_claim)
        self.note.setEnabled(has_claim or bool(self.note.toPlainText()))
        super().follow_claims()

    def operation(self) -> Operation:
        """Check what was entered, then keep it as one action, linked to all of the claims."""
        given, claim_ids = self.documents.given(), self.claim_ids()
        self._done = self._words(len(given), len(claim_ids))
        if not claim_ids:
            if self.note.toPlainText().strip():
                raise FieldError("note", "A note belongs to a claim: choose one, or clear it.")
            return partial(_keep, given=given, by=self.desk.by)
        bearing = self.bearing()
        return partial(_link, claim_ids=claim_ids, given=given, bearing=bearing, by=self.desk.by)

    def take_result(self, result: object) -> None:
        """Have what was kept captured."""
        if isinstance(result, list):
            self.desk.changes.kept.emit(result)

    def done_words(self) -> str:
        """What the status line says afterwards, of what was sent: it may be typed on meanwhile."""
        return self._done

    def _words(self, count: int, claims: int) -> str:
        what = "Evidence" if count == 1 else of_documents(count).capitalize()
        if not claims:
            return f"{what} kept in the inbox"
        return f"{what} linked to {of_claims(claims)}{self.condition_words()}"


class LinkStoredDialog(BearingDialog):
    """Documents that are kept already, each to each of the chosen claims."""

    def __init__(
        self, desk: Desk, evidence_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Link to claims", (), parent)
        self._evidence_ids = list(evidence_ids)
        self._text = ""
        self.passage = long_field("passage", "Passage", "What matters there, word for word")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.about = self.add_note(of_documents(len(self._evidence_ids)), "about", column)
        self.listed = EntryList("documents", "Documents", has_notes=False)
        column.addWidget(self.listed, 1)
        self.add_labelled("&Passage, if not its excerpt", self.passage, column)
        self.lay_out(left, QVBoxLayout())
        self.connect_claims()
        self.claims.words.setFocus()
        desk.ask(
            partial(list_evidence.rows, wanted=self._evidence_ids[:MOST_LISTED]),
            self._take_documents,
        )

    def text(self) -> str:
        """What the documents say."""
        return f"{self._text}\n{self.passage.toPlainText()}".strip()

    def operation(self) -> Operation:
        """Check what was entered, then link all of them as one action."""
        claim_ids = self.claim_ids()
        if not claim_ids:
            raise FieldError("find_claim", "Choose a claim: type words of it and press Enter.")
        return partial(
            link_stored,
            claim_ids=claim_ids,
            evidence_ids=self._evidence_ids,
            bearing=self.bearing(self.passage.toPlainText()),
            by=self.desk.by,
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        documents = of_documents(len(self._evidence_ids)).capitalize()
        return f"{documents} linked to {of_claims(len(self.claim_ids()))}{self.condition_words()}"

    def _take_documents(self, rows: dict[int, ShelvedRow]) -> None:
        self._text = "\n".join(f"{row.title}\n{row.excerpt}" for row in rows.values())
        self.listed.show_entries([Entry(row.called, key=key) for key, row in rows.items()])
        more = len(self._evidence_ids) - len(rows)
        if more > 0:
            self.about.setText(f"{self.about.text()}, of them {len(rows)}:")
        self.suggest()


def _keep(session: Session, given: Sequence[Given], by: str) -> list[int]:
    return keep_evidence(session, for_the_store(given), by=by)


def _link(
    session: Session, claim_ids: Sequence[int], given: Sequence[Given], bearing: Bearing, by: str
) -> list[int]:
    return link_documents(session, claim_ids, for_the_store(given), bearing, by=by)
