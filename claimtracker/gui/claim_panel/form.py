"""The claim's own fields: what is stored, what was typed, and how the two come together."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.claim_panel.condition_field import ConditionField
from claimtracker.gui.claim_panel.criteria_mark import CriteriaMark
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_groups import Group, clashing, difference, group_of
from claimtracker.gui.claim_panel.fields import LineField, NameCompleter, TagCompleter
from claimtracker.gui.claim_panel.form_fields import (
    OUTCOME,
    AnyField,
    FormPage,
    field_label,
    make_fields,
)
from claimtracker.gui.claim_panel.form_texts import (
    WINDOW_FIELDS,
    Texts,
    draft_of,
    empty_texts,
    question_of,
    source_of,
    texts_of_claim,
    texts_of_draft,
)
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.claim_panel.proposals import Proposals
from claimtracker.gui.claim_panel.reading_preview import ReadingPreview
from claimtracker.gui.claim_panel.reading_words import Answer
from claimtracker.gui.claim_panel.said_before import Entered, SaidBeforeLine
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.conflict import Difference
from claimtracker.operations.edit_claim import Shown
from claimtracker.operations.show_claim import Names


class ClaimForm(QScrollArea):
    """The form of one claim, stored or new; nothing that is being typed is written over."""

    edited = Signal()
    outcome_wanted = Signal()  # of the condition
    not_triggered_wanted = Signal()  # the verdict that a failed condition proposes
    told = Signal(object)  # the ClaimDetails as stored now, None for a new claim

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        named(self, "claim_form")
        self._desk = desk
        self._base: ClaimDetails | None = None
        self._source = SourceDraft()
        self._stored: Texts = {}
        self._shown: Texts = {}  # as the fields gave it back: Qt turns line ends into its own
        self._is_loading = False
        self._is_detached = False
        self._began_in_bin = False
        self._condition = ConditionField(OUTCOME, field_label(OUTCOME), desk)
        self.fields: dict[str, AnyField] = make_fields(desk, self._condition)
        self.preview = ReadingPreview(desk)
        self.said_before = SaidBeforeLine(desk)
        self.proposals = Proposals(desk)
        self.criteria_mark = CriteriaMark()
        below: dict[str, tuple[QWidget, ...]] = {
            "quote": (self.said_before,),
            "deadline_wording": (self.preview, self.proposals),
        }
        self._page = FormPage(self.fields, below, self.criteria_mark)
        self.setWidget(self._page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._claimants = NameCompleter(self)
        self._tags = TagCompleter(self)
        self._connect()
        self.start_new()

    def _connect(self) -> None:
        for name, completer in (("claimant", self._claimants), ("tags", self._tags)):
            line = self.fields[name]
            if isinstance(line, LineField):
                line.setCompleter(completer)
        for field in self.fields.values():
            field.edited.connect(self._follow)
        self._condition.outcome_wanted.connect(self.outcome_wanted)
        self._condition.verdict_wanted.connect(self.not_triggered_wanted)
        self.told.connect(self._condition.show_claim)
        self.preview.answered.connect(self._hear_reading)
        self.proposals.criteria_wanted.connect(self._come_to_criteria)
        self.proposals.review_chosen.connect(self._take_review)

    @property
    def base(self) -> ClaimDetails | None:
        """The stored claim that the form was filled from, None for a new one."""
        return self._base

    @property
    def has_unsaved(self) -> bool:
        """Whether anything differs from what is stored."""
        return self._is_detached or any(map(self._is_touched, self.fields))

    @property
    def is_detached(self) -> bool:
        """Whether the claim it was filled from is gone, and saving enters it as a new one."""
        return self._is_detached

    @property
    def has_gone_to_bin(self) -> bool:
        """Whether the claim was put into the bin since somebody began to edit it."""
        return self._base is not None and self._base.is_binned and not self._began_in_bin

    def start_new(self, prefill: ClaimDraft | None = None) -> None:
        """Empty the form for a new claim said today; a prefill counts as typed."""
        self._load(empty_texts(self._desk.today), None)
        if prefill is not None:
            self._source = prefill.source
            self._put(texts_of_draft(prefill))

    def show_claim(self, details: ClaimDetails) -> None:
        """Show a stored claim in place of everything that was there."""
        self._load(texts_of_claim(details), details)

    def refresh(self, details: ClaimDetails) -> None:
        """Take over what changed elsewhere, but in no field that is being typed in.

        Where both sides changed a field, the version that was read first stays: saving then
        meets an EditConflict, and both texts are shown.
        """
        self.told.emit(details)
        if not self.has_unsaved:
            self.show_claim(details)
        else:
            if not self._take_over(texts_of_claim(details)):
                self._base, self._source = details, source_of(details)
            self._follow()

    def settle(self, details: ClaimDetails, chosen: Mapping[str, str]) -> None:
        """Go on from the newest stored claim with the texts that a person chose."""
        mine = {name: text for name, text in self.texts().items() if self._is_touched(name)}
        began_in_bin = self._began_in_bin
        self._load(texts_of_claim(details), details)
        self._began_in_bin = began_in_bin
        self._put({**mine, **chosen})

    def detach(self) -> None:
        """Keep every text though the claim is gone, or stays as it is: all of it is unsaved now."""
        self._base = None
        self._is_detached = True
        self._follow()

    def note_saved(self, sent: Texts) -> None:
        """Note that these texts are stored now; what was typed since stays unsaved."""
        for name in filter(self._is_touched, self.fields):
            self._shown[name] = sent[name]
        self._stored = dict(sent)
        self._is_detached = False
        self._follow()

    def texts(self) -> Texts:
        """The text of each field; an untouched one exactly as it is stored."""
        return {
            name: field.text() if self._is_touched(name) else self._stored[name]
            for name, field in self.fields.items()
        }

    def differences(self, newest: ClaimDetails) -> list[Difference]:
        """What was changed here and elsewhere, and reads otherwise now."""
        mine, theirs, today = self.texts(), texts_of_claim(newest), self._desk.today
        return [difference(group, mine, theirs, today) for group in self._clashing(theirs)]

    def changed_elsewhere(self, newest: ClaimDetails) -> list[str]:
        """What the fields are called that were changed elsewhere alone."""
        theirs = texts_of_claim(newest)
        asked = {name for group in self._clashing(theirs) for name in group}
        return [
            field_label(name)
            for name, text in theirs.items()
            if text != self._stored[name] and not self._is_touched(name) and name not in asked
        ]

    def shown(self) -> Shown:
        """What it was filled with of rows that other claims share."""
        names = ("claimant", "claimant_role", "source_title", "source_url")
        return Shown(*(self._stored[name] for name in names))

    def draft(self) -> ClaimDraft:
        """The claim as the form has it; raises FieldError."""
        return draft_of(self.texts(), self._desk.today, self._base, self._source)

    def draft_said_again(self, summary: str) -> ClaimDraft:
        """The same for a place where another claim was said; without a summary it has that one's.

        Raises FieldError.
        """
        texts = self.texts()
        texts["summary"] = texts["summary"] if texts["summary"].strip() else summary
        return draft_of(texts, self._desk.today, None, self._source)

    def drop_margins(self) -> None:
        """Stand flush in a dialog, which has margins of its own."""
        self._page.drop_margins()

    def use_names(self, names: Names) -> None:
        """Complete claimants and tags from these."""
        self._claimants.use(names.claimants)
        self._tags.use(names.tags)

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field and bring it into view."""
        field = self.fields.get(name)
        if field is None:
            return
        if name in WINDOW_FIELDS:
            self._page.by_hand.set_open(True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)
        if isinstance(field, DayField):
            field.mark()

    def _is_touched(self, name: str) -> bool:
        return self.fields[name].text() != self._shown[name]

    def _clashing(self, theirs: Texts) -> list[Group]:
        touched = set(filter(self._is_touched, self.fields))
        return clashing(self._stored, self.texts(), theirs, touched)

    def _take_over(self, theirs: Texts) -> list[Group]:
        """Show what changed elsewhere; return what was changed on both sides."""
        found = self._clashing(theirs)
        self._is_loading = True
        for name, text in theirs.items():
            if text == self._stored[name] or group_of(name) in found:
                continue
            self.fields[name].set_text(text)
            self._stored[name], self._shown[name] = text, self.fields[name].text()
        self._is_loading = False
        return found

    def _load(self, texts: Texts, base: ClaimDetails | None) -> None:
        self.told.emit(base)
        if base is None or self._base is None or base.report.id != self._base.report.id:
            self.verticalScrollBar().setValue(0)  # another claim is read from its beginning
        self._is_loading = True
        for name, field in self.fields.items():
            field.set_text(texts[name])
            self._shown[name] = field.text()
        self._is_loading = self._is_detached = False
        self._stored, self._base = dict(texts), base
        self._began_in_bin = base is not None and base.is_binned
        self._source = source_of(base) if base else SourceDraft()
        self._page.by_hand.set_open(any(texts[name] for name in WINDOW_FIELDS))
        self._follow()

    def _put(self, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            if text != self._stored[name]:
                self.fields[name].set_text(text)

    def _follow(self) -> None:
        if not self._is_loading:
            self._condition.follow_words(self.texts()["condition"], self._stored)
            texts = self.texts()
            self.preview.ask(question_of(texts, self._desk.today, self._base))
            names = ("summary", "quote", "claimant")
            entered = {name: texts[name] for name in names} if self._base is None else {}
            self.said_before.ask(Entered(**entered))
            self.proposals.follow(texts, self._base)
            change = self._base.criteria_change if self._base else None
            self.criteria_mark.show_change(change, self._desk.today)
            self.edited.emit()

    def _hear_reading(self, answer: Answer | None) -> None:
        self.proposals.hear(answer)
        self.proposals.follow(self.texts(), self._base)

    def _come_to_criteria(self) -> None:
        self.focus_on("criteria")

    def _take_review(self, day: date) -> None:
        self.fields["review_on"].set_text(day.isoformat())
