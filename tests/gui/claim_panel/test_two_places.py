"""One claim edited in two places: each field on its own, nothing lost, asked only where it must."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import ConditionOutcome
from claimtracker.gui.claim_panel.field_groups import group_of
from claimtracker.gui.claim_panel.form_texts import Texts, both_texts, texts_of_claim
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.binned import BinnedBox
from claimtracker.gui.dialogs.conflict import ConflictDialog
from claimtracker.operations import undo
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.list_claims import counts
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter
from tests.gui.finding import child

BEFORE: dict[str, Any] = {
    "summary": "Sign the deal",
    "quote": "We sign\nsoon.",
    "claimant": "Ada Lovelace",
    "claimant_role": "Minister",
    "stated_on": date(2025, 4, 17),
    "deadline_wording": "next week",
    "condition": "unless talks fail",
    "source_title": "Remarks",
    "source_url": "https://example.org/a",
    "tags": ("talks",),
    "opens_on": date(2025, 4, 20),
    "due_on": date(2025, 4, 25),
    "latest_on": date(2025, 4, 30),
    "criteria": "Both have signed",
    "review_on": date(2025, 6, 1),
    "notes": "Ask again",
}
THEIRS: dict[str, Any] = {
    "summary": "Sign their deal",
    "quote": "They sign.",
    "claimant": "Grace Hopper",
    "claimant_role": "Admiral",
    "stated_on": date(2025, 4, 16),
    "deadline_wording": "within days",
    "condition": "if they agree",
    "source_title": "Their remarks",
    "source_url": "https://example.org/theirs",
    "tags": ("theirs",),
    "opens_on": date(2025, 4, 21),
    "due_on": date(2025, 4, 26),
    "latest_on": date(2025, 5, 1),
    "criteria": "They have signed",
    "review_on": date(2025, 6, 2),
    "notes": "They ask",
}
MINE: Texts = {
    "summary": "Sign my deal",
    "quote": "I sign.",
    "claimant": "Alan Turing",
    "claimant_role": "Fellow",
    "stated_on": "2025-04-15",
    "deadline_wording": "this month",
    "condition": "if I agree",
    "source_title": "My remarks",
    "source_url": "https://example.org/mine",
    "tags": "mine",
    "opens_on": "2025-04-22",
    "due_on": "2025-04-27",
    "latest_on": "2025-05-02",
    "criteria": "I have signed",
    "review_on": "2025-06-03",
    "notes": "I ask",
}
FIELDS = tuple(BEFORE)
MET_ON = date(2025, 4, 18)
Take = Callable[[int], ClaimDetails]


def draft(told: Mapping[str, Any]) -> ClaimDraft:
    fields = dict(told)
    source = SourceDraft(title=fields.pop("source_title"), url=fields.pop("source_url"))
    return ClaimDraft.of(**fields, source=source)


@pytest.fixture
def details(session: Session, as_of: AsOf) -> Take:
    def taking(claim_id: int) -> ClaimDetails:
        session.rollback()
        found = show_claim(session, claim_id, as_of)
        session.rollback()  # a reading transaction left open would hold up the writer
        return found

    return taking


@pytest.fixture
def claim_id(session: Session) -> int:
    return add_claim(session, draft(BEFORE), by="Ada")


@pytest.fixture
def edited(qtbot: QtBot, panel: ClaimPanel, claim_id: int) -> ClaimPanel:
    """The panel with the claim in its form."""
    panel.show_claim(claim_id)
    qtbot.waitUntil(lambda: panel.form.base is not None)
    return panel


def edit_elsewhere(session: Session, found: ClaimDetails, names: tuple[str, ...]) -> None:
    told = BEFORE | {name: THEIRS[name] for name in names}
    edit_claim(session, found.report.id, draft(told), version=found.version, by="Bob")


def type_into(panel: ClaimPanel, names: tuple[str, ...]) -> None:
    for name in names:
        panel.form.fields[name].set_text(MINE[name])


subsets = st.sets(st.sampled_from(FIELDS)).map(lambda names: tuple(sorted(names)))


@settings(max_examples=30)
@given(mine=subsets, theirs=subsets)
def test_what_both_changed_is_asked_and_everything_else_is_brought_together(
    qtbot: QtBot,
    desk: Desk,
    panel: ClaimPanel,
    session: Session,
    details: Take,
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
) -> None:
    claim_id = add_claim(session, draft(BEFORE), by="Ada")
    panel.show_claim(claim_id)
    qtbot.waitUntil(lambda: panel.form.base is not None and desk.background.is_idle)
    qtbot.waitUntil(lambda: panel.form.base is not None and panel.form.base.report.id == claim_id)
    edit_elsewhere(session, details(claim_id), theirs)
    stored = texts_of_claim(details(claim_id))
    type_into(panel, mine)
    typed = panel.form.texts()
    newest = details(claim_id)
    asked = {difference.field for difference in panel.form.differences(newest)}
    mine_in, theirs_in = ({group_of(name)[0] for name in names} for names in (mine, theirs))
    assert asked == mine_in & theirs_in
    panel.form.settle(newest, {})  # with every text that was typed
    together = panel.form.texts()
    assert together == stored | {name: typed[name] for name in mine}
    panel.discard()
    qtbot.waitUntil(lambda: desk.background.is_idle)


@pytest.mark.parametrize("name", FIELDS)
def test_each_field_that_both_changed_is_shown_with_both_texts(
    qtbot: QtBot, edited: ClaimPanel, session: Session, details: Take, claim_id: int, name: str
) -> None:
    edit_elsewhere(session, details(claim_id), (name,))
    type_into(edited, (name,))
    edited.save()
    qtbot.waitUntil(lambda: edited.findChild(ConflictDialog) is not None)
    dialog = edited.findChild(ConflictDialog)
    assert dialog is not None
    (row,) = dialog._rows
    theirs = texts_of_claim(details(claim_id))[name]
    assert row.field == group_of(name)[0]
    assert MINE[name] in row._difference.mine and theirs in row._difference.theirs
    dialog.reject()


@pytest.mark.parametrize("name", FIELDS)
def test_a_change_of_another_field_is_brought_together_without_a_question(
    qtbot: QtBot, edited: ClaimPanel, session: Session, details: Take, claim_id: int, name: str
) -> None:
    other = "notes" if name != "notes" else "criteria"
    edit_elsewhere(session, details(claim_id), (name,))
    theirs = texts_of_claim(details(claim_id))
    type_into(edited, (other,))
    with qtbot.waitSignal(edited.saved):
        edited.save()
    assert edited.findChild(ConflictDialog) is None
    assert texts_of_claim(details(claim_id)) == theirs | {other: MINE[other]}


def test_what_the_form_does_not_show_of_the_source_stays(
    qtbot: QtBot, edited: ClaimPanel, desk: Desk, session: Session, details: Take, claim_id: int
) -> None:
    told = draft(BEFORE | {"source_url": "https://example.org/b"})
    source = told.source.model_copy(update={"publisher": "Wire"})
    theirs = told.model_copy(update={"source": source})
    type_into(edited, ("notes",))
    edit_claim(session, claim_id, theirs, version=details(claim_id).version, by="Bob")
    desk.changes.changed.emit()
    qtbot.waitUntil(lambda: desk.background.is_idle)
    type_into(edited, ("source_title",))
    with qtbot.waitSignal(edited.saved):
        edited.save()
    (place,) = details(claim_id).report.occurrences
    assert (place.title, place.publisher) == ("My remarks", "Wire")


def test_a_role_corrected_by_another_claim_is_not_written_back(
    qtbot: QtBot, edited: ClaimPanel, session: Session, details: Take, claim_id: int
) -> None:
    add_claim(session, ClaimDraft(summary="B", claimant="Ada Lovelace", claimant_role="PM"), by="B")
    type_into(edited, ("notes",))
    with qtbot.waitSignal(edited.saved):
        edited.save()
    assert details(claim_id).report.claimant_role == "PM"


def test_a_role_corrected_in_two_places_is_asked(
    qtbot: QtBot, edited: ClaimPanel, session: Session, details: Take, claim_id: int
) -> None:
    add_claim(session, ClaimDraft(summary="B", claimant="Ada Lovelace", claimant_role="PM"), by="B")
    type_into(edited, ("claimant_role",))
    edited.save()
    qtbot.waitUntil(lambda: edited.findChild(ConflictDialog) is not None)
    dialog = edited.findChild(ConflictDialog)
    assert dialog is not None
    with qtbot.waitSignal(edited.saved):
        dialog.buttons.accepted.emit()
    assert details(claim_id).report.claimant_role == "Fellow"


def test_a_claim_that_is_gone_when_it_is_saved_can_be_saved_as_a_new_one(
    qtbot: QtBot, edited: ClaimPanel, desk: Desk, session: Session, details: Take, claim_id: int
) -> None:
    type_into(edited, ("notes", "tags"))
    typed = edited.form.texts()
    undo.undo(session, by="Bob")
    edited.save()
    qtbot.waitUntil(lambda: edited.form.is_detached)
    assert "taken away elsewhere" in edited.pages.save_bar.problem.text()
    assert child(edited, QPushButton, "save_claim").text().startswith("Save as a new claim")
    assert edited.form.texts() == typed
    with qtbot.waitSignal(edited.saved) as told:
        edited.save()
    assert told.args is not None and told.args[0] != claim_id
    assert texts_of_claim(details(told.args[0])) == typed
    assert child(edited, QPushButton, "save_claim").text().startswith("Save  ")
    qtbot.waitUntil(lambda: desk.background.is_idle)


def test_a_claim_that_goes_while_it_is_typed_in_leaves_the_typing(
    qtbot: QtBot, edited: ClaimPanel, desk: Desk, session: Session
) -> None:
    type_into(edited, ("notes",))
    undo.undo(session, by="Bob")
    desk.changes.changed.emit()
    qtbot.waitUntil(lambda: edited.form.is_detached)
    assert edited.form.texts()["notes"] == MINE["notes"]
    assert edited.has_unsaved
    with qtbot.waitSignal(edited.discarded):
        edited.discard()
    assert not edited.has_unsaved


def _away(session: Session, claim_id: int, how: str) -> None:
    if how == "binned":
        bin_claims(session, [claim_id], by="Bob")
    else:
        other = add_claim(session, ClaimDraft.of(summary="Another"), by="Bob")
        restate_claim(session, claim_id, other, by="Bob")


@pytest.mark.parametrize("how", ["binned", "brought together"])
@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize("choice", [BinnedBox.NEW, BinnedBox.BINNED, BinnedBox.STAY])
def test_a_claim_in_the_bin_by_now_is_asked_about(
    qtbot: QtBot,
    edited: ClaimPanel,
    desk: Desk,
    session: Session,
    details: Take,
    claim_id: int,
    as_of: AsOf,
    how: str,
    is_known: bool,
    choice: str,
) -> None:
    type_into(edited, ("notes",))
    _away(session, claim_id, how)
    if is_known:
        desk.changes.changed.emit()
        qtbot.waitUntil(lambda: desk.background.is_idle)
    edited.save()
    qtbot.waitUntil(lambda: edited.findChild(BinnedBox) is not None)
    box = edited.findChild(BinnedBox)
    assert box is not None
    child(box, QPushButton, f"save_{choice}").click()
    qtbot.waitUntil(lambda: desk.background.is_idle)
    notes = details(claim_id).report.notes
    assert notes == (MINE["notes"] if choice == BinnedBox.BINNED else BEFORE["notes"])
    assert edited.has_unsaved is (choice == BinnedBox.STAY)
    if choice == BinnedBox.NEW:
        assert edited.claim_id not in (None, claim_id)
        assert details(edited.claim_id or 0).report.notes == MINE["notes"]
    session.rollback()
    assert counts(session, as_of)  # and everything can be read


def test_a_claim_that_lay_in_the_bin_when_it_was_opened_is_saved_there(
    qtbot: QtBot, panel: ClaimPanel, session: Session, details: Take, enter: Enter
) -> None:
    binned = enter("Old")
    bin_claims(session, [binned], by="Ada")
    panel.show_claim(binned)
    qtbot.waitUntil(lambda: panel.form.base is not None)
    type_into(panel, ("notes",))
    with qtbot.waitSignal(panel.saved):
        panel.save()
    assert details(binned).report.notes == MINE["notes"]


def become_met(session: Session, found: ClaimDetails) -> None:
    change = ConditionChange(found.report.id, ConditionOutcome.MET, MET_ON, MET_ON)
    change.carry_out(session, by="Bob", reread_ids=[found.report.id])
    session.rollback()


def asked_of(qtbot: QtBot, panel: ClaimPanel) -> ConflictDialog:
    """Save, and give the question that comes."""
    panel.save()
    qtbot.waitUntil(lambda: panel.findChild(ConflictDialog) is not None)
    dialog = panel.findChild(ConflictDialog)
    assert dialog is not None
    return dialog


@pytest.mark.parametrize(
    ("choice", "words", "outcome"),
    [
        ("mine", MINE["condition"], (ConditionOutcome.OPEN, None)),
        ("theirs", BEFORE["condition"], (ConditionOutcome.MET, MET_ON)),
    ],
)
@pytest.mark.parametrize("is_told", [False, True])
def test_an_outcome_set_elsewhere_never_sticks_to_words_typed_here(
    qtbot: QtBot,
    edited: ClaimPanel,
    desk: Desk,
    session: Session,
    details: Take,
    claim_id: int,
    choice: str,
    words: str,
    outcome: tuple[ConditionOutcome, date | None],
    is_told: bool,
) -> None:
    edit_elsewhere(session, details(claim_id), ("notes",))
    become_met(session, details(claim_id))
    type_into(edited, ("condition",))
    if is_told:
        desk.changes.changed.emit()
        qtbot.waitUntil(lambda: desk.background.is_idle)
    dialog = asked_of(qtbot, edited)
    shown = [box.toPlainText() for box in dialog.findChildren(QPlainTextEdit)]
    assert shown == [MINE["condition"], f"{BEFORE['condition']}\nMet on Fri 18 Apr"]
    if not is_told:
        assert child(dialog, QLabel, "taken_over").text().endswith("Notes.")
    assert child(dialog, QRadioButton, "condition_both").isHidden()
    child(dialog, QRadioButton, f"condition_{choice}").setChecked(True)
    with qtbot.waitSignal(edited.saved):
        dialog.buttons.accepted.emit()
    found = details(claim_id)
    assert (found.report.condition, found.report.notes) == (words, THEIRS["notes"])
    assert (found.condition_outcome, found.condition_outcome_on) == outcome


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_the_words_of_one_side_never_get_the_days_of_the_other(
    qtbot: QtBot, edited: ClaimPanel, session: Session, details: Take, claim_id: int, choice: str
) -> None:
    edit_elsewhere(session, details(claim_id), ("deadline_wording", "due_on"))
    theirs = texts_of_claim(details(claim_id))
    mine = edited.form.texts() | {"latest_on": MINE["latest_on"]}
    type_into(edited, ("latest_on",))
    dialog = asked_of(qtbot, edited)
    shown = [box.toPlainText() for box in dialog.findChildren(QPlainTextEdit)]
    assert [text.splitlines()[0] for text in shown] == ["next week", "within days"]
    assert shown[0].endswith(f"Latest on, the generous end: {MINE['latest_on']}")
    child(dialog, QRadioButton, f"deadline_wording_{choice}").setChecked(True)
    with qtbot.waitSignal(edited.saved):
        dialog.buttons.accepted.emit()
    stored = texts_of_claim(details(claim_id))
    chosen = mine if choice == "mine" else theirs
    names = group_of("deadline_wording")
    assert [stored[name] for name in names] == [chosen[name] for name in names]


def test_what_goes_together_is_no_question_where_one_side_alone_changed_it(
    qtbot: QtBot, edited: ClaimPanel, session: Session, details: Take, claim_id: int
) -> None:
    become_met(session, details(claim_id))
    type_into(edited, ("deadline_wording", "latest_on"))
    with qtbot.waitSignal(edited.saved):
        edited.save()
    found = details(claim_id)
    assert edited.findChild(ConflictDialog) is None
    assert (found.condition_outcome, found.condition_outcome_on) == (ConditionOutcome.MET, MET_ON)
    assert found.report.deadline_wording == MINE["deadline_wording"]


@pytest.mark.parametrize(
    ("name", "both"),
    [
        ("notes", "They ask\nI ask"),
        ("criteria", "They have signed\nI have signed"),
        ("condition", "if they agree\nif I agree"),
        ("tags", "theirs, mine"),
    ],
)
def test_what_can_stand_together_may_both_stay(
    qtbot: QtBot,
    edited: ClaimPanel,
    session: Session,
    details: Take,
    claim_id: int,
    name: str,
    both: str,
) -> None:
    edit_elsewhere(session, details(claim_id), (name,))
    type_into(edited, (name,))
    edited.save()
    qtbot.waitUntil(lambda: edited.findChild(ConflictDialog) is not None)
    dialog = edited.findChild(ConflictDialog)
    assert dialog is not None
    assert child(dialog, QRadioButton, f"{name}_both").isChecked()  # unless somebody chooses
    with qtbot.waitSignal(edited.saved):
        dialog.buttons.accepted.emit()
    stored = texts_of_claim(details(claim_id))[name]
    assert sorted(stored.split(", ")) == sorted(both.split(", "))


@pytest.mark.parametrize("name", ["quote", "summary", "review_on"])
def test_what_cannot_stand_together_is_chosen_between(name: str) -> None:
    assert both_texts(name, "theirs", "mine") == ""


def test_a_text_that_was_taken_away_has_no_other_to_stand_beside() -> None:
    assert both_texts("notes", "", "mine") == both_texts("notes", "theirs", "") == ""
    assert both_texts("tags", "Talks, peace", "talks, war") == "Talks, peace, war"
