from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.gui.claim_panel.day_field import DayField
from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.fields import LineField, SentenceField
from claimtracker.gui.claim_panel.form import ClaimForm
from claimtracker.gui.desk import Desk
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.read_deadline import SET_BY_HAND
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.show_claim import Names, show_claim
from tests.conftest import Enter

WHOLE = ClaimDraft(
    summary="Sign the deal",
    quote="We sign\nnext week.",
    claimant="Ada Lovelace",
    claimant_role="Minister",
    stated_on=date(2025, 4, 17),
    deadline_wording="next week",
    condition="unless talks fail",
    criteria="Both have signed",
    review_on=date(2025, 6, 1),
    notes="Ask again",
    tags=("talks", "Ukraine"),
    source=SourceDraft(title="Remarks", url="https://example.org/a", publisher="Wire"),
)
ORDER = "summary quote claimant stated_on deadline_wording condition source_title source_url tags"


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> ClaimForm:
    shown = ClaimForm(desk)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def stored(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails:
    details = show_claim(session, claim_id, as_of)
    session.rollback()  # a reading transaction left open would hold up the writer
    return details


def type_into(form: ClaimForm, **texts: str) -> None:
    for name, text in texts.items():
        form.fields[name].set_text(text)


def typed_day(form: ClaimForm, name: str) -> DayField:
    field = form.fields[name]
    assert isinstance(field, DayField)
    return field


def test_a_new_claim_was_said_today(form: ClaimForm, today: date) -> None:
    assert form.texts()["stated_on"] == today.isoformat()
    assert not form.has_unsaved


def test_a_claim_goes_through_the_form_and_comes_back_whole(
    form: ClaimForm, session: Session, as_of: AsOf
) -> None:
    claim_id = add_claim(session, WHOLE, by="Ada")
    day = date(2025, 4, 20)
    ConditionChange(claim_id, ConditionOutcome.MET, day, day).carry_out(session, by="Ada")
    details = stored(session, claim_id, as_of)
    form.show_claim(details)
    assert not form.has_unsaved
    edit_claim(session, claim_id, form.draft(), version=details.version, by="Ada")
    again = stored(session, claim_id, as_of)
    for name in WHOLE.model_dump(exclude={"source", "tags"}):
        assert getattr(again.report, name) == getattr(details.report, name), name
    assert sorted(again.report.tags) == ["Ukraine", "talks"]
    assert again.report.occurrences[0].publisher == "Wire"
    assert (again.condition_outcome, again.condition_outcome_on) == (ConditionOutcome.MET, day)


def test_a_prefilled_claim_counts_as_typed(form: ClaimForm) -> None:
    form.start_new(WHOLE)
    assert form.has_unsaved
    assert form.draft() == WHOLE


def test_tab_goes_through_the_fields_in_the_order_of_entering(form: ClaimForm) -> None:
    assert list(form.fields)[:9] == ORDER.split()


def test_line_ends_that_qt_would_change_are_sent_as_they_were(
    form: ClaimForm, enter: Enter, session: Session, as_of: AsOf
) -> None:
    claim_id = enter(quote="one\r\ntwo\u2028three")
    form.show_claim(stored(session, claim_id, as_of))
    assert not form.has_unsaved
    type_into(form, notes="seen")
    assert form.draft().quote == "one\r\ntwo\u2028three"


def test_a_claim_without_a_summary_names_its_field(form: ClaimForm) -> None:
    type_into(form, quote="words")
    with pytest.raises(FieldError, match="summary") as refused:
        form.draft()
    assert refused.value.field == "summary"


def test_a_wrong_day_is_marked_and_stays_as_typed(form: ClaimForm) -> None:
    type_into(form, summary="Sign")
    field = typed_day(form, "stated_on")
    field.line.setText("32.4.2025")
    with pytest.raises(FieldError) as refused:
        form.draft()
    assert refused.value.field == "stated_on"
    assert field.line.text() == "32.4.2025"


def test_a_day_in_another_form_is_the_same_day(form: ClaimForm) -> None:
    typed_day(form, "stated_on").line.setText("1 May 2025")
    assert not form.has_unsaved


def test_who_is_taken_off_a_claim_takes_the_role_along(
    form: ClaimForm, session: Session, as_of: AsOf
) -> None:
    form.show_claim(stored(session, add_claim(session, WHOLE, by="Ada"), as_of))
    type_into(form, claimant="")
    assert (form.draft().claimant, form.draft().claimant_role) == ("", "")
    type_into(form, claimant_role="Mayor")
    with pytest.raises(FieldError, match="role needs the claimant"):
        form.draft()


def test_a_hard_blank_is_stored_as_it_was_pasted(form: ClaimForm) -> None:
    type_into(form, summary="Sign", quote="Quand\u00a0?", notes="\ufffeun\u00a0deux")
    draft = form.draft()
    assert (draft.quote, draft.notes) == ("Quand\u00a0?", "\ufffeun\u00a0deux")


def test_a_window_that_ends_before_it_opens_names_the_later_field(form: ClaimForm) -> None:
    type_into(form, summary="Sign", due_on="2025-05-10", latest_on="2025-05-09")
    with pytest.raises(FieldError) as refused:
        form.draft()
    assert refused.value.field == "latest_on"


def test_a_tag_that_is_too_long_leads_to_the_tags(form: ClaimForm) -> None:
    type_into(form, summary="Sign", tags="x" * 101)
    with pytest.raises(FieldError) as refused:
        form.draft()
    assert refused.value.field == "tags"


def test_an_edit_of_a_note_keeps_an_imported_reading(
    form: ClaimForm, enter: Enter, session: Session, as_of: AsOf
) -> None:
    window = {"opens_on": date(2025, 4, 18), "due_on": date(2025, 4, 20)}
    claim_id = enter(
        deadline_wording="soonish",
        stated_on=date(2025, 4, 17),
        rule="the desk's own rule",
        latest_on=date(2025, 4, 25),
        **window,
    )
    form.show_claim(stored(session, claim_id, as_of))
    type_into(form, notes="seen")
    assert form.draft().rule == "the desk's own rule"
    assert form.draft().latest_on == date(2025, 4, 25)


def test_other_words_are_read_anew(form: ClaimForm, session: Session, as_of: AsOf) -> None:
    form.show_claim(stored(session, add_claim(session, WHOLE, by="Ada"), as_of))
    type_into(form, deadline_wording="by the end of May")
    assert form.draft().rule == ""
    assert not form.draft().window_by_hand.is_dated


def test_dates_set_by_hand_are_shown_and_kept(
    form: ClaimForm, enter: Enter, session: Session, as_of: AsOf
) -> None:
    claim_id = enter(due_on=date(2025, 6, 1), latest_on=date(2025, 6, 3))
    details = stored(session, claim_id, as_of)
    assert details.report.rule == SET_BY_HAND
    form.show_claim(details)
    assert form.texts()["latest_on"] == "2025-06-03"
    assert form.draft().window_by_hand.latest_on == date(2025, 6, 3)


def test_what_changed_elsewhere_comes_in_beside_what_is_typed(
    form: ClaimForm, enter: Enter, session: Session, as_of: AsOf
) -> None:
    claim_id = enter(notes="")
    first = stored(session, claim_id, as_of)
    form.show_claim(first)
    type_into(form, notes="mine")
    theirs = ClaimDraft(summary="Sign the treaty")
    edit_claim(session, claim_id, theirs, version=first.version, by="Bob")
    newest = stored(session, claim_id, as_of)
    form.refresh(newest)
    assert (form.texts()["summary"], form.texts()["notes"]) == ("Sign the treaty", "mine")
    assert form.base == newest


def test_a_field_changed_on_both_sides_keeps_the_typing_and_the_old_version(
    form: ClaimForm, enter: Enter, session: Session, as_of: AsOf
) -> None:
    claim_id = enter()
    first = stored(session, claim_id, as_of)
    form.show_claim(first)
    type_into(form, summary="Sign the pact")
    theirs = ClaimDraft(summary="Sign the treaty")
    edit_claim(session, claim_id, theirs, version=first.version, by="Bob")
    newest = stored(session, claim_id, as_of)
    form.refresh(newest)
    assert form.texts()["summary"] == "Sign the pact"
    assert form.base == first
    (difference,) = form.differences(newest)
    assert (difference.mine, difference.theirs) == ("Sign the pact", "Sign the treaty")


def test_claimants_and_the_last_tag_are_completed(form: ClaimForm, qtbot: QtBot) -> None:
    form.use_names(Names(("Ada Lovelace",), ("talks", "Ukraine")))
    line = form.fields["tags"]
    assert isinstance(line, LineField)
    completer = line.completer()
    assert completer is not None
    line.set_text("talks, ukr")
    completer.setCompletionPrefix("ukr")
    assert completer.completionCount() == 1
    assert completer.splitPath("talks, ukr") == ["ukr"]
    assert completer.currentCompletion() == "talks, Ukraine"


def test_tab_leaves_a_long_field(form: ClaimForm, qtbot: QtBot) -> None:
    form.focus_on("quote")
    QTest.keyClick(form.fields["quote"], Qt.Key.Key_Tab)
    assert form.texts()["quote"] == ""


def test_the_error_of_a_hidden_field_unfolds_it(form: ClaimForm) -> None:
    assert not form.fields["due_on"].isVisible()
    form.focus_on("due_on")
    assert form.fields["due_on"].isVisible()
    partial(form.focus_on, "no such field")()


def test_a_summary_stays_one_line(form: ClaimForm, qtbot: QtBot) -> None:
    field = form.fields["summary"]
    assert isinstance(field, SentenceField)
    field.setPlainText("Sign\nthe deal")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert form.draft().summary == "Sign the deal"


def test_the_captured_text_of_a_prefilled_source_is_kept(form: ClaimForm) -> None:
    source = SourceDraft(url="https://example.org/a", publisher="Wire", text="All of it")
    form.start_new(WHOLE.model_copy(update={"source": source}))
    assert form.draft() == WHOLE.model_copy(update={"source": source})


def test_another_address_is_another_source(form: ClaimForm, session: Session, as_of: AsOf) -> None:
    form.show_claim(stored(session, add_claim(session, WHOLE, by="Ada"), as_of))
    type_into(form, source_url="https://example.org/b")
    assert form.draft().source == SourceDraft(title="Remarks", url="https://example.org/b")
    type_into(form, source_url="", source_title="")
    assert form.draft().source.is_empty
