"""What a change to many claims is made of: one page of fields for each kind of change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from claimtracker.claims.bulk_change import BulkChange, ChangeKind
from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.vocabulary import Verdict
from claimtracker.claims.weighing import KEPT
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.fields import NameCompleter, TagCompleter
from claimtracker.gui.claim_panel.form_texts import tags_from
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.kept_day import KeptDay
from claimtracker.gui.dialogs.meanings import VERDICTS
from claimtracker.gui.dialogs.signer import Signer
from claimtracker.gui.plain_text import buddy_label, wrapped_label
from claimtracker.gui.text_box import TextBox
from claimtracker.operations.show_claim import Names, names

_REASON_HEIGHT = 88
_TAGGING = (ChangeKind.ADD_TAGS, ChangeKind.TAKE_OFF_TAGS)


class ChangeFields(QStackedWidget):
    """Keeps what is entered for each kind while another one is looked at."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._claimants, self._tags = NameCompleter(self), TagCompleter(self)
        self.tags = named(QLineEdit(placeholderText="Separated by commas"), "tags")
        self.tags.setCompleter(self._tags)
        self.claimant = named(QLineEdit(placeholderText="Empty takes it away"), "claimant")
        self.claimant.setCompleter(self._claimants)
        self.review_on = DayField("review_on", "Review on", desk)
        self.verdict = named(QComboBox(), "verdict")
        self.reason = named(TextBox(tabChangesFocus=True), "reason")
        self.kept_day = KeptDay(desk)
        self.kept_on = self.kept_day.field
        self.signer = Signer(desk)
        self._told: dict[QWidget, QLabel] = {}
        self._pages = {
            **dict.fromkeys(_TAGGING, self._page(("&Tags", self.tags))),
            ChangeKind.CLAIMANT: self._page(
                ("&Claimant", self.claimant), note="Deadlines stay as they were read."
            ),
            ChangeKind.REVIEW_DATE: self._page(
                ("Review &on", self.review_on), note="Empty takes the review date away."
            ),
            ChangeKind.VERDICT: self._verdict_page(),
            ChangeKind.BIN: self._page(note="They stay in the bin until it is emptied."),
        }
        self._connect()
        desk.ask(names, self._use_names)

    def _verdict_page(self) -> QWidget:
        self.verdict.addItem("Choose a verdict", None)
        labels = self._desk.labels
        for verdict in labels.order:
            self.verdict.addItem(labels.of(verdict), verdict)
            place = self.verdict.count() - 1
            self.verdict.setItemData(place, VERDICTS[verdict], Qt.ItemDataRole.ToolTipRole)
        self.reason.setPlaceholderText("Why, in words that a reader can check")
        self.reason.setFixedHeight(_REASON_HEIGHT)
        kept_on = ("&Kept on", self.kept_day)
        page = self._page(("&Verdict", self.verdict), ("&Reason", self.reason), kept_on)
        if isinstance(column := page.layout(), QVBoxLayout):
            column.insertWidget(column.count() - 1, self.signer)
        return page

    def _page(self, *fields: tuple[str, QWidget], note: str = "") -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for words, field in fields:
            if not field.accessibleName():
                field.setAccessibleName(words.replace("&", ""))
            told = buddy_label(words, field)
            self._told[field] = told
            column.addWidget(told)
            column.addWidget(field)
            column.addSpacing(8)
        if note:
            told = wrapped_label("change_note", "muted")
            told.setText(note)
            column.addWidget(told)
        column.addStretch()
        self.addWidget(page)
        return page

    def _connect(self) -> None:
        for line in (self.tags, self.claimant):
            line.textChanged.connect(self.edited)
        for day in (self.review_on, self.kept_day):
            day.edited.connect(self.edited)
        self.reason.textChanged.connect(self.edited)
        self.verdict.currentIndexChanged.connect(self._follow_verdict)
        self._follow_verdict()

    def show_kind(self, kind: ChangeKind) -> None:
        """Show the fields of this kind of change."""
        self.setCurrentWidget(self._pages[kind])

    def change(self, kind: ChangeKind) -> BulkChange:
        """The change as entered; raises FieldError where something is missing."""
        if kind in _TAGGING:
            tags = tags_from(self.tags.text())
            if not tags:
                raise FieldError("tags", "Enter one tag or more.")
            return BulkChange.of(kind=kind, tags=tags)
        if kind is ChangeKind.CLAIMANT:
            return BulkChange.of(kind=kind, claimant=self.claimant.text())
        if kind is ChangeKind.REVIEW_DATE:
            return BulkChange.of(kind=kind, review_on=self.review_on.checked_day())
        if kind is ChangeKind.VERDICT:
            return BulkChange.of(kind=kind, assessment=self._assessment())
        return BulkChange.of(kind=kind)

    def _assessment(self) -> AssessmentDraft:
        verdict = self._chosen_verdict()
        if verdict is None:
            raise FieldError("verdict", "Choose a verdict.")
        if not self.reason.toPlainText().strip():
            raise FieldError("reason", "A verdict needs a reason.")
        return AssessmentDraft.of(
            verdict=verdict,
            reason=self.reason.toPlainText(),
            assessed_on=self._desk.today,
            kept_on=self.kept_day.checked_day(),
        )

    def _chosen_verdict(self) -> Verdict | None:
        code = self.verdict.currentData()  # Qt hands a plain text back
        return None if code is None else Verdict(code)

    def _follow_verdict(self) -> None:
        verdict = self._chosen_verdict()
        self.kept_day.setVisible(verdict in KEPT)
        self._told[self.kept_day].setVisible(verdict in KEPT)
        self.kept_day.use_verdict(verdict)  # which tells that something was edited

    def _use_names(self, found: Names) -> None:
        self._claimants.use(found.claimants)
        self._tags.use(found.tags)
