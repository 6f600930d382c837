"""What others write appears by itself: once, in its place, and beside what is being typed."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.unsaved import UnsavedBox
from claimtracker.gui.outside_writes import LOOK_MS, OutsideWrites
from claimtracker.operations import undo
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.bin_claims import bin_claims
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.heed_outside_writes import Stamp
from claimtracker.operations.set_review import set_review
from claimtracker.storage.engine import Database, open_database
from tests.conftest import Enter, Rate
from tests.gui.window.conftest import Shown

Settle = Callable[[], None]
PASSED_ON = date(2025, 4, 25)


@pytest.fixture
def outside(desk: Desk, settled: Settle) -> Iterator[OutsideWrites]:
    """The watch of a window; its timer is left out, so that each look is asked for."""
    made = OutsideWrites(desk, desk)
    made.start()
    made._timer.stop()
    settled()
    yield made
    made.stop()


@pytest.fixture
def changes(desk: Desk, outside: OutsideWrites) -> list[None]:
    """One entry each time that the views were told to read again."""
    told: list[None] = []
    desk.changes.changed.connect(lambda: told.append(None))
    return told


@pytest.fixture
def elsewhere(database: Database) -> Iterator[Session]:
    """Another program's session."""
    other = open_database(database.path)
    with other.session() as session:
        yield session
    other.close()


def test_it_looks_once_a_second(desk: Desk) -> None:
    watch = OutsideWrites(desk, desk)
    watch.start()
    assert watch._timer.isActive()
    assert watch._timer.interval() == LOOK_MS == 1_000
    watch.stop()
    assert not watch._timer.isActive()


def test_a_write_of_another_program_is_told_once(
    outside: OutsideWrites, changes: list[None], enter: Enter, settled: Settle
) -> None:
    enter("Elsewhere")
    for _ in range(3):
        outside.look()
        settled()
    assert len(changes) == 1


def test_without_a_write_nothing_is_told(
    outside: OutsideWrites, changes: list[None], settled: Settle
) -> None:
    outside.look()
    settled()
    assert changes == []


def test_a_write_of_our_own_is_not_told_twice(
    outside: OutsideWrites, changes: list[None], desk: Desk, enter: Enter, settled: Settle
) -> None:
    claim_id = enter()
    outside.look()
    settled()
    changes.clear()

    def review(session: Session) -> None:
        set_review(session, [claim_id], date(2025, 6, 1), by="Ada")

    desk.carry_out(review)
    outside.look()  # while our own write is on its way
    settled()
    outside.look()
    settled()
    assert len(changes) == 1


def test_a_write_beside_our_own_is_told(
    outside: OutsideWrites, changes: list[None], desk: Desk, enter: Enter, settled: Settle
) -> None:
    claim_id = enter()
    outside.look()
    settled()

    def review(session: Session) -> None:
        set_review(session, [claim_id], date(2025, 6, 1), by="Ada")

    desk.carry_out(review)
    settled()
    enter("Elsewhere, since")
    changes.clear()
    outside.look()
    settled()
    assert len(changes) == 1


def test_one_look_at_a_time(outside: OutsideWrites, desk: Desk, settled: Settle) -> None:
    outside.look()
    outside.look()
    assert desk.background._open_questions == 1
    settled()


def test_what_cannot_be_told_just_now_is_told_at_the_next_look(
    outside: OutsideWrites, changes: list[None], database: Database, enter: Enter, settled: Settle
) -> None:
    enter("Elsewhere")
    away = database.path.rename(database.path.with_name("away.db"))
    outside.look()
    settled()
    assert changes == []
    away.rename(database.path)
    outside.look()
    settled()
    assert len(changes) == 1


def test_a_file_that_cannot_be_used_is_said_in_a_sentence(
    outside: OutsideWrites, desk: Desk, database: Database, settled: Settle, qtbot: QtBot
) -> None:
    other = Path(shutil.copy(database.path, database.path.with_name("other.db")))
    other.write_bytes(other.read_bytes()[:4_096] + b"x" * 4_096)
    os.replace(other, database.path)
    with qtbot.waitSignal(desk.changes.refused):
        outside.look()
        settled()


@pytest.fixture
def seen(shown: Shown, outside: OutsideWrites, settled: Settle) -> Callable[[], None]:
    """Look, and wait until the window shows what was found."""
    settled()

    def look() -> None:
        outside.look()
        settled()

    return look


def test_a_claim_from_elsewhere_is_listed_and_counted_and_due(
    shown: Shown, seen: Settle, enter: Enter
) -> None:
    enter("Elsewhere", due_on=PASSED_ON)
    seen()
    assert shown.view.claims.count == 1
    assert shown.view.reminders.sentence == "1 deadline passed: Elsewhere"
    assert shown.view.actions_by_name["undo"].text() == "Undo: new claim 'Elsewhere'"


def test_a_verdict_from_elsewhere_takes_the_claim_off_the_bar(
    shown: Shown, seen: Settle, enter: Enter, rate: Rate
) -> None:
    claim_id = enter("Elsewhere", due_on=PASSED_ON)
    seen()
    rate(claim_id, Verdict.BROKEN)
    seen()
    assert shown.view.reminders.isHidden()
    assert shown.view.panel.pages.assessments.verdict.text() == "Broken"


def test_the_list_keeps_its_place_its_selection_and_what_is_in_sight(
    shown: Shown, seen: Settle, enter: Enter
) -> None:
    ids = [enter(f"Claim {number:03}", due_on=date(2026, 1, 1)) for number in range(150)]
    seen()
    claims = shown.view.claims
    claims.select_claim(ids[80])
    claims.table.add_rows([82, 83])
    seen()
    bar = claims.table.verticalScrollBar()
    stood = (claims.current_id, list(claims.selected_ids()), bar.value())
    enter("Last of all", due_on=date(2026, 2, 1))
    seen()
    assert claims.count == 151
    assert (claims.current_id, list(claims.selected_ids()), bar.value()) == stood
    assert stood[0] == ids[80] and len(stood[1]) == 3


def test_what_is_being_typed_stays_as_it_is(
    shown: Shown, seen: Settle, enter: Enter, elsewhere: Session
) -> None:
    claim_id = enter("Sign the deal", notes="old")
    seen()
    shown.view.claims.select_claim(claim_id)
    seen()
    form = shown.view.panel.form
    form.fields["notes"].set_text("typed")
    edit_claim(elsewhere, claim_id, ClaimDraft.of(summary="Theirs", notes="old"), version=1, by="B")
    seen()
    assert form.texts()["notes"] == "typed"
    assert form.texts()["summary"] == "Theirs"
    assert shown.view.panel.has_unsaved


@pytest.mark.parametrize("how", ["binned", "undone"])
def test_a_claim_taken_away_while_it_is_edited_leaves_the_typing_and_asks_nothing(
    shown: Shown, seen: Settle, enter: Enter, elsewhere: Session, how: str
) -> None:
    enter("Another")
    claim_id = enter("Sign the deal")
    seen()
    shown.view.claims.select_claim(claim_id)
    seen()
    shown.view.panel.form.fields["notes"].set_text("typed")
    if how == "binned":
        bin_claims(elsewhere, [claim_id], by="B")
    else:
        undo.undo(elsewhere, by="B")
    seen()
    assert shown.view.panel.form.texts()["notes"] == "typed"
    assert shown.view.panel.form.texts()["summary"] == "Sign the deal"
    assert shown.view.panel.has_unsaved
    assert shown.window.findChildren(UnsavedBox) == []


def test_a_program_that_adds_many_is_followed(
    shown: Shown, seen: Settle, elsewhere: Session
) -> None:
    for number in range(5):
        add_claim(elsewhere, ClaimDraft.of(summary=f"Claim {number}"), by="B")
        seen()
        assert shown.view.claims.count == number + 1


def test_a_stamp_tells_nothing_but_whether_something_changed() -> None:
    assert Stamp(1, 2) == Stamp(1, 2) != Stamp(2, 2)
