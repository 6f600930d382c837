"""Link a later document: an address or a file, and how it bears on the claim."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import Relation, of_claims
from claimtracker.claims.web_address import is_web_address
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import Operation, OperationDialog
from claimtracker.gui.dialogs.choice_list import DIGITS, ChoiceList
from claimtracker.gui.dialogs.meanings import RELATIONS
from claimtracker.gui.dialogs.path_field import PathField
from claimtracker.operations.keep_evidence import check_address
from claimtracker.operations.link_evidence import link_evidence

_TEXT_HEIGHT = 56


class LinkEvidenceDialog(OperationDialog):
    """Filled in from what was dropped, or from an address on the clipboard."""

    def __init__(
        self,
        desk: Desk,
        claim_ids: Sequence[int],
        parent: QWidget | None = None,
        found: Dropped | None = None,
    ) -> None:
        super().__init__(desk, "Link evidence", "Link", parent, 720)
        self._claim_ids = list(claim_ids)
        self.url = named(QLineEdit(placeholderText="https://"), "url")
        self.file = PathField("file", "File, copied into the store", saves=False)
        self.title_line = named(QLineEdit(), "title")
        self.publisher = named(QLineEdit(), "publisher")
        self.published_on = DayField("published_on", "Published on", desk)
        self.relations: ChoiceList[Relation] = ChoiceList(
            "relation", "Relation", RELATIONS, has_digits=True
        )
        self.note = _long_field("note", "What it shows for this claim")
        self.excerpt = _long_field("excerpt", "The passage, word for word")
        self._lay_out()
        self._add_digit_keys()
        self._fill_in(found or _from_clipboard())

    def _lay_out(self) -> None:
        self.add_about(self._claim_ids)
        self.column.addSpacing(8)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(4)
        self.add_labelled("&Address", self.url, left)
        self.add_labelled("or a &file, copied into the store", self.file, left)
        self.add_labelled("&Title", self.title_line, left)
        self.add_labelled("&Publisher", self.publisher, left)
        self.add_labelled("Published &on", self.published_on, left)
        left.addStretch()
        self.add_labelled("&Relation: a digit, or Alt and a digit", self.relations, right)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        self.column.addLayout(both)
        self.add_labelled("&Note", self.note)
        self.add_labelled("&Excerpt", self.excerpt)

    def _add_digit_keys(self) -> None:
        """Alt and a digit choose from any field; a digit alone does in the list."""
        for digit in DIGITS:
            key = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            key.activated.connect(partial(_choose, self.relations, digit))

    def _fill_in(self, found: Dropped) -> None:
        self.url.setText(found.url)
        self.file.set_path(found.file)
        self.excerpt.setPlainText(found.text)
        (self.relations if found != Dropped() else self.url).setFocus()

    def operation(self) -> Operation:
        """Check what was entered, then link it to all of the claims as one action."""
        url, file = self.url.text().strip(), self.file.path()
        try:
            check_address(url)
        except ClaimTrackerError as error:
            raise FieldError("url", str(error)) from error
        if not (url or file or self.excerpt.toPlainText().strip()):
            raise FieldError("url", "Evidence needs an address, a file or an excerpt.")
        relation = self.relations.chosen()
        if relation is None:
            raise FieldError("relation", "Choose how it bears on the claim.")
        draft = EvidenceDraft.of(
            relation=relation,
            url=url,
            title=self.title_line.text(),
            publisher=self.publisher.text(),
            published_on=self.published_on.checked_day(),
            excerpt=self.excerpt.toPlainText(),
            note=self.note.toPlainText(),
        )
        return partial(
            link_evidence, claim_ids=self._claim_ids, draft=draft, by=self.desk.by, file=file
        )

    def done_words(self) -> str:
        """What the status line says afterwards."""
        return f"Evidence linked to {of_claims(len(self._claim_ids))}"


def _choose(relations: ChoiceList[Relation], digit: str) -> None:
    relations.choose_digit(digit)


def _long_field(name: str, hint: str) -> QPlainTextEdit:
    field = named(QPlainTextEdit(placeholderText=hint, tabChangesFocus=True), name)
    field.setFixedHeight(_TEXT_HEIGHT)
    return field


def _from_clipboard() -> Dropped:
    text = QGuiApplication.clipboard().text().strip()
    return Dropped(url=text) if is_web_address(text) else Dropped()
