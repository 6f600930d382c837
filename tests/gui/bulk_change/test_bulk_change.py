"""Many claims are changed as one action, seen beforehand, and stopped without a trace."""

import threading
from array import array
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.bulk_change import BulkChange, BulkRow, ChangeKind
from claimtracker.claims.drafts import AssessmentDraft
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.bulk_change import dialog as bulk_dialog
from claimtracker.gui.bulk_change.dialog import CHOOSE, BulkChangeDialog
from claimtracker.gui.bulk_change.words import (
    before_and_after,
    change_entry,
    done_words,
    preview_words,
)
from claimtracker.gui.desk import Desk
from claimtracker.operations.change_claims import Preview, bulk_rows, change_claims
from claimtracker.operations.many_claims import Watch
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.operations.show_claim import show_claim
from claimtracker.operations.undo import undo
from claimtracker.settings import Settings
from tests.conftest import Dump, Enter, Rate
from tests.gui.window.conftest import Shown

Settle = Callable[[], None]
Open = Callable[[Sequence[int]], BulkChangeDialog]
DAY = date(2025, 6, 1)


@pytest.fixture
def ids(enter: Enter) -> list[int]:
    return [enter("One", tags=("peace",)), enter("Two"), enter("Three")]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, settled: Settle) -> Open:
    window = QWidget()
    qtbot.addWidget(window)

    def opening(claim_ids: Sequence[int]) -> BulkChangeDialog:
        made = BulkChangeDialog(desk, claim_ids, window)
        made.open()
        settled()
        return made

    return opening


def _looked(qtbot: QtBot, dialog: BulkChangeDialog, words: str) -> None:
    """Wait until the dialog says what would change."""
    qtbot.waitUntil(lambda: words in dialog.said.text())


def _rows(dialog: BulkChangeDialog, settled: Settle) -> list[str]:
    rows = range(dialog.listed.paged.rowCount())
    for row in rows:
        dialog.listed.paged.entry(row)  # asks for the page
    settled()
    found = [entry for row in rows if (entry := dialog.listed.paged.entry(row))]
    return [sign.words for entry in found for sign in entry.signs]


def test_tags_are_seen_before_and_after_and_put_on_in_one_step(
    qtbot: QtBot,
    opened: Open,
    settled: Settle,
    ids: list[int],
    desk: Desk,
    session: Session,
    dump: Dump,
) -> None:
    before = dump()
    session.rollback()
    said: list[str] = []
    desk.changes.said.connect(said.append)
    dialog = opened(ids)
    assert dialog.windowTitle() == "Change 3 claims"
    assert dialog.said.text() == CHOOSE
    dialog.kinds.choose(ChangeKind.ADD_TAGS)
    dialog.fields.tags.setText("Peace, ")
    _looked(qtbot, dialog, "2 claims would change, 1 is like that already.")
    settled()
    assert _rows(dialog, settled) == ["no tag  →  Peace"] * 2
    with qtbot.waitSignal(dialog.accepted):
        dialog.action_button.click()
    assert said[-1] == "Peace put on 2 claims. Ctrl+Z takes it back."
    assert dump() != before
    undo(session, by="Ada")
    assert dump() == before


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (ChangeKind.ADD_TAGS, "Enter one tag or more."),
        (ChangeKind.TAKE_OFF_TAGS, "Enter one tag or more."),
        (ChangeKind.VERDICT, "Choose a verdict."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_changed(
    qtbot: QtBot, opened: Open, ids: list[int], dump: Dump, kind: ChangeKind, sentence: str
) -> None:
    before = dump()
    dialog = opened(ids)
    dialog.kinds.choose(kind)
    dialog.submit()
    assert dialog.problem.text() == sentence
    _looked(qtbot, dialog, sentence)
    assert dialog.isVisible()
    assert dump() == before


def test_nothing_can_be_done_before_it_is_chosen_what(opened: Open, ids: list[int]) -> None:
    dialog = opened(ids)
    assert not dialog.action_button.isEnabled()
    dialog.submit()
    assert dialog.isVisible()
    dialog.kinds.choose(ChangeKind.BIN)
    assert dialog.action_button.isEnabled()


def test_what_would_change_nothing_is_not_done(qtbot: QtBot, opened: Open, ids: list[int]) -> None:
    dialog = opened(ids)
    dialog.kinds.choose(ChangeKind.TAKE_OFF_TAGS)
    dialog.fields.tags.setText("none such")
    _looked(qtbot, dialog, "Nothing would change: all 3 are like that already.")
    dialog.submit()
    assert "Nothing would change" in dialog.problem.text()


def test_one_verdict_for_one_reason(
    qtbot: QtBot, opened: Open, ids: list[int], session: Session, as_of: AsOf
) -> None:
    dialog = opened(ids)
    dialog.kinds.choose(ChangeKind.VERDICT)
    assert not dialog.fields.kept_on.isVisible()
    dialog.fields.verdict.setCurrentIndex(dialog.fields.verdict.findData(Verdict.KEPT))
    assert dialog.fields.kept_on.isVisible()
    dialog.submit()
    assert dialog.problem.text() == "A verdict needs a reason."
    dialog.fields.reason.setPlainText("Signed.")
    _looked(qtbot, dialog, "3 claims would change.")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    rows = bulk_rows(session, ids, as_of)
    assert {row.claim.verdict for row in rows.values()} == {Verdict.KEPT}


def test_verdicts_stand_there_by_the_names_and_in_the_order_of_the_house(
    qtbot: QtBot,
    opened: Open,
    settled: Settle,
    ids: list[int],
    desk: Desk,
    session: Session,
    rate: Rate,
) -> None:
    rate(ids[0], Verdict.BROKEN)
    set_verdict_labels(session, POLITIFACT, by="Ada")
    session.rollback()
    desk.changes.changed.emit()
    settled()
    dialog = opened(ids[:1])
    box = dialog.fields.verdict
    shown = [box.itemText(place) for place in range(1, box.count())]
    assert shown == [row.label for row in POLITIFACT.rows]
    dialog.kinds.choose(ChangeKind.VERDICT)
    box.setCurrentIndex(box.findData(Verdict.PARTLY_KEPT))
    dialog.fields.reason.setPlainText("Half of it.")
    _looked(qtbot, dialog, "1 claim would change.")
    settled()
    assert _rows(dialog, settled) == ["Promise Broken  →  Compromise"]


def _late(dialog: BulkChangeDialog, day: date | None) -> str:
    """What the dialog says to a verdict "kept late" with this day."""
    dialog.kinds.choose(ChangeKind.VERDICT)
    dialog.fields.verdict.setCurrentIndex(dialog.fields.verdict.findData(Verdict.KEPT_LATE))
    dialog.fields.reason.setPlainText("Signed late.")
    dialog.fields.kept_on.set_day(day)
    dialog.submit()
    return dialog.problem.text()


def test_kept_late_needs_a_day_that_is_not_to_come(
    opened: Open, ids: list[int], desk: Desk, dump: Dump
) -> None:
    before = dump()
    dialog = opened(ids)
    assert _late(dialog, None).startswith("Enter the day on which it was kept")
    assert dialog.focusWidget() is dialog.fields.kept_on.line
    tomorrow = desk.today + timedelta(days=1)
    assert _late(dialog, tomorrow) == "It cannot have been kept on a day that is still to come."
    assert dump() == before


def test_kept_late_in_time_on_one_of_the_claims_is_refused(
    qtbot: QtBot, opened: Open, enter: Enter, desk: Desk, dump: Dump
) -> None:
    late, in_time = (enter(due_on=desk.today - timedelta(days=days)) for days in (9, 2))
    before = dump()
    dialog = opened([late, in_time])
    assert _late(dialog, desk.today - timedelta(days=5)) == ""
    refusal = f"On 1 of these claims, first on claim {in_time}, that day is not after the deadline"
    qtbot.waitUntil(lambda: dialog.problem.text().startswith(refusal))
    assert dialog.isVisible()
    assert dump() == before


def test_who_signs_many_verdicts_is_asked_once_and_kept(
    qtbot: QtBot, opened: Open, ids: list[int], desk: Desk, session: Session, as_of: AsOf
) -> None:
    desk.use_settings(Settings())
    dialog = opened(ids)
    dialog.kinds.choose(ChangeKind.VERDICT)
    dialog.fields.verdict.setCurrentIndex(dialog.fields.verdict.findData(Verdict.BROKEN))
    dialog.fields.reason.setPlainText("No.")
    assert dialog.fields.signer.isVisible()
    dialog.fields.signer.field.clear()
    dialog.submit()
    assert dialog.problem.text() == "A verdict is signed: enter your name."
    dialog.fields.signer.field.setText("Ada Lovelace")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert show_claim(session, ids[2], as_of).assessments[0].assessor == "Ada Lovelace"
    session.rollback()
    assert desk.by == "Ada Lovelace"
    assert opened(ids).fields.signer.isHidden()


def test_what_is_no_verdict_is_not_signed(
    qtbot: QtBot, opened: Open, ids: list[int], desk: Desk
) -> None:
    desk.use_settings(Settings(assessor=" "))
    dialog = opened(ids)
    dialog.kinds.choose(ChangeKind.BIN)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert not desk.settings.knows_assessor


@pytest.mark.parametrize(
    ("kind", "count"),
    [(ChangeKind.CLAIMANT, 3), (ChangeKind.REVIEW_DATE, 3), (ChangeKind.BIN, 3)],
)
def test_each_kind_can_be_done(
    qtbot: QtBot,
    opened: Open,
    ids: list[int],
    session: Session,
    as_of: AsOf,
    kind: ChangeKind,
    count: int,
) -> None:
    dialog = opened(ids)
    dialog.fields.claimant.setText("Jane Doe")
    dialog.fields.review_on.set_day(DAY)
    dialog.kinds.choose(kind)
    _looked(qtbot, dialog, f"{count} claims would change")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    rows = [row.claim for row in bulk_rows(session, ids, as_of).values()]
    changed = {
        ChangeKind.CLAIMANT: [row.claimant == "Jane Doe" for row in rows],
        ChangeKind.REVIEW_DATE: [row.review_on == DAY for row in rows],
        ChangeKind.BIN: [row.is_binned for row in rows],
    }
    assert changed[kind] == [True] * count


def test_cancelling_while_it_runs_changes_nothing(
    qtbot: QtBot,
    opened: Open,
    ids: list[int],
    dump: Dump,
    monkeypatch: pytest.MonkeyPatch,
    desk: Desk,
) -> None:
    before = dump()
    begun, may_go_on = threading.Event(), threading.Event()

    def slowly(
        session: Session,
        claim_ids: Sequence[int],
        change: BulkChange,
        *,
        by: str,
        seen_up_to: int | None,
        watch: Watch,
    ) -> int:
        begun.set()
        assert may_go_on.wait(20)
        return change_claims(session, claim_ids, change, by=by, watch=watch)

    monkeypatch.setattr(bulk_dialog, "change_claims", slowly)
    said: list[str] = []
    desk.changes.said.connect(said.append)
    dialog = opened(ids)
    dialog.kinds.choose(ChangeKind.BIN)
    dialog.submit()
    assert begun.wait(20)
    dialog.cancel_button.click()
    assert dialog.isVisible()  # until it is sure that nothing was changed
    with qtbot.waitSignal(dialog.rejected):
        may_go_on.set()
    assert said == ["It was stopped; nothing was changed."]
    assert dump() == before


def test_a_claim_that_is_gone_is_one_sentence_and_nothing_changed(
    qtbot: QtBot, opened: Open, ids: list[int], dump: Dump
) -> None:
    before = dump()
    dialog = opened([*ids, 999])
    dialog.kinds.choose(ChangeKind.BIN)
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.problem.text() == "There is no claim 999.")
    assert dialog.action_button.isEnabled()
    assert dump() == before


def test_ctrl_b_changes_all_that_is_selected(
    qtbot: QtBot, shown: Shown, settled: Settle, ids: list[int], desk: Desk
) -> None:
    action = shown.view.actions_by_name["bulk_change"]
    assert not action.isEnabled()
    desk.changes.changed.emit()
    settled()
    assert action.isEnabled()
    shown.view.claims.select_all()
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    shown.view.claims.take_focus()
    QTest.keyClick(shown.view.claims.table, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    settled()
    (dialog,) = shown.view.findChildren(BulkChangeDialog)
    assert dialog.windowTitle() == "Change 3 claims"
    dialog.reject()


@pytest.fixture
def row(session: Session, enter: Enter, as_of: AsOf) -> BulkRow:
    claim_id = enter(claimant="Jane Doe", tags=("peace", "Ukraine"))
    return bulk_rows(session, [claim_id], as_of)[claim_id]


def _change(kind: ChangeKind, **fields: object) -> BulkChange:
    return BulkChange.of(kind=kind, **fields)


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (_change(ChangeKind.ADD_TAGS, tags=("PEACE", "new")), "Ukraine, peace, new"),
        (_change(ChangeKind.TAKE_OFF_TAGS, tags=("Peace",)), "Ukraine"),
        (_change(ChangeKind.TAKE_OFF_TAGS, tags=("Peace", "ukraine")), "no tag"),
        (_change(ChangeKind.CLAIMANT), "no claimant"),
        (_change(ChangeKind.REVIEW_DATE, review_on=DAY), "Sun 1 Jun"),
        (_change(ChangeKind.BIN), "in the bin"),
    ],
)
def test_before_and_after_in_words(
    row: BulkRow, change: BulkChange, after: str, today: date
) -> None:
    assert before_and_after(row, change, today)[1] == after


def test_claims_of_one_summary_are_told_apart_in_the_preview(
    session: Session, enter: Enter, as_of: AsOf, today: date
) -> None:
    said = {"stated_on": date(2025, 4, 17), "latest_on": date(2025, 5, 30)}
    claims = [enter("Sign", claimant="Jane Doe", **said), enter("Sign", claimant="Ada")]
    rows = bulk_rows(session, claims, as_of)
    first, second = (change_entry(rows[claim], _change(ChangeKind.BIN), today) for claim in claims)
    assert first.note.startswith("Jane Doe · said Thu 17 Apr · ")
    assert second.note.startswith("Ada")
    assert [sign.words for sign in first.signs] == ["in the list  →  in the bin"]
    assert first.told.splitlines() == ["Sign", first.note, "in the list  →  in the bin"]


def test_how_many_would_change_in_words() -> None:

    binning = _change(ChangeKind.BIN)
    assert preview_words(Preview(binning, array("q", [1]), 0)) == "1 claim would change."
    assert "the claim is like that already" in preview_words(Preview(binning, array("q"), 1))
    draft = AssessmentDraft.of(verdict=Verdict.BROKEN, reason="No.", assessed_on=DAY)
    rating = _change(ChangeKind.VERDICT, assessment=draft)
    assert preview_words(Preview(rating, array("q", [1, 2]), 1)) == (
        "2 claims would change; 1 of them has this verdict already and gets it anew."
    )


def test_what_was_done_in_words() -> None:
    taken = done_words(_change(ChangeKind.CLAIMANT), 1_200)
    assert taken == "Claimant taken away for 1,200 claims. Ctrl+Z takes it back."
    assert done_words(_change(ChangeKind.BIN), 1).startswith("1 claim moved to the bin.")


def test_a_verdict_given_while_the_dialog_stood_open_is_left_and_told(
    qtbot: QtBot, opened: Open, settled: Settle, ids: list[int], desk: Desk, rate: Rate
) -> None:
    said: list[str] = []
    desk.changes.said.connect(said.append)
    dialog = opened(ids)
    rate(ids[1], Verdict.KEPT)
    dialog.kinds.choose(ChangeKind.VERDICT)
    dialog.fields.verdict.setCurrentIndex(dialog.fields.verdict.findData(Verdict.BROKEN))
    dialog.fields.reason.setPlainText("No deal.")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()  # before there was a preview
    assert said == [
        "Verdict given on 2 claims. 1 claim judged meanwhile stays as it is. Ctrl+Z takes it back."
    ]


def test_several_left_out_are_counted_and_nothing_given_is_not_taken_back() -> None:
    change = BulkChange.of(kind=ChangeKind.BIN)
    assert done_words(change, 0, 2) == (
        "0 claims moved to the bin. 2 claims judged meanwhile stay as they are."
    )
