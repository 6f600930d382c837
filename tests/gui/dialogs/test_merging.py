"""The dialogs that bring claims together, and the one for a place where a claim was said."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.rows import ClaimDetails, OccurrenceRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import OperationDialog
from claimtracker.gui.dialogs.merge_pair import MergePairDialog
from claimtracker.gui.dialogs.merge_texts import MergeTexts
from claimtracker.gui.dialogs.place import PlaceDialog
from claimtracker.gui.dialogs.restate import RestateDialog
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter, Rate
from tests.gui.finding import child

Open = Callable[[OperationDialog], None]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, settled: Callable[[], None]) -> Open:
    window = QWidget()
    qtbot.addWidget(window)

    def opening(dialog: OperationDialog) -> None:
        dialog.setParent(window, dialog.windowFlags())
        dialog.open()
        settled()

    return opening


def _stored(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails:
    details = show_claim(session, claim_id, as_of)
    session.rollback()
    return details


def _submit(qtbot: QtBot, dialog: OperationDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()


def _choose(dialog: QWidget, name: str) -> None:
    child(dialog, QRadioButton, name).setChecked(True)


def test_both_texts_are_shown_only_where_both_claims_have_one(
    qtbot: QtBot, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    stays = _stored(session, enter(criteria="ours", condition="if so"), as_of)
    other = _stored(session, enter(criteria="theirs", condition=""), as_of)
    texts = MergeTexts(desk)
    qtbot.addWidget(texts)
    texts.show()
    texts.show_claims(other, stays)
    shown = {name: child(texts, QPlainTextEdit, f"{name}_text") for name in _SIDES}
    assert [shown[name].toPlainText() for name in _SIDES] == ["ours", "theirs", "", ""]
    assert [shown[name].isVisible() for name in _SIDES] == [True, True, False, False]
    assert texts.taken() == frozenset()
    _choose(texts, "criteria_taken")
    assert texts.taken() == {"criteria"}
    texts.show_claims(None, None)
    assert texts.taken() == frozenset()


_SIDES = ("criteria_stays", "criteria_taken", "condition_stays", "condition_taken")


def test_what_is_worth_knowing_before_a_merge_is_told(
    qtbot: QtBot, desk: Desk, session: Session, enter: Enter, rate: Rate, as_of: AsOf
) -> None:
    original = enter(claimant="Ada L.", due_on=date(2025, 6, 1))
    again = enter(claimant="Ben", deadline_wording="soon")
    rate(again, Verdict.KEPT)
    texts = MergeTexts(desk)
    qtbot.addWidget(texts)
    texts.show_claims(_stored(session, again, as_of), _stored(session, original, as_of))
    for told in ("“Ben” and “Ada L.”", "Its deadline “soon”", "Its verdict stays"):
        assert told in texts.what.text()
    texts.show_claims(_stored(session, original, as_of), _stored(session, original, as_of))
    assert "Its" not in texts.what.text()


def test_the_chosen_text_stays_with_the_found_claim(
    qtbot: QtBot,
    opened: Open,
    desk: Desk,
    session: Session,
    enter: Enter,
    as_of: AsOf,
    settled: Callable[[], None],
) -> None:
    original, again = enter("Sign it", criteria="ours"), enter("Sign it!", criteria="theirs")
    dialog = RestateDialog(desk, [again])
    opened(dialog)
    settled()
    _choose(dialog, "criteria_taken")
    _submit(qtbot, dialog)
    report = _stored(session, original, as_of).report
    assert report.criteria == "theirs"
    assert report.notes.endswith(": ours")


def test_several_claims_are_marked_in_one_go(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    original, *others = [enter(f"Sign it {number}") for number in range(3)]
    dialog = RestateDialog(desk, others)
    opened(dialog)
    assert dialog.about.text() == "2 claims"
    assert dialog.matches.entries.rowCount() == 1
    _submit(qtbot, dialog)
    assert len(_stored(session, original, as_of).restated_by) == 2


def test_a_step_of_the_same_chain_is_refused_in_the_dialog(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter
) -> None:
    first = enter()
    later = move_deadline(session, first, "2025-06-30", date(2025, 5, 1), by="Ada")
    dialog = RestateDialog(desk, [later])
    opened(dialog)
    dialog.submit()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "steps of one chain" in dialog.problem.text()


@pytest.mark.parametrize(("button", "stays"), [("first_stays", 0), ("second_stays", 1)])
def test_of_a_pair_either_may_stay(
    qtbot: QtBot,
    opened: Open,
    desk: Desk,
    session: Session,
    enter: Enter,
    as_of: AsOf,
    button: str,
    stays: int,
) -> None:
    ids = [enter("Sign it & more", criteria="ours"), enter("Sign it!", criteria="theirs")]
    first, second = (_stored(session, key, as_of) for key in ids)
    dialog = MergePairDialog(desk, first, second)
    opened(dialog)
    assert "&&" in dialog.stays[0].text()  # one alone would mark a key
    _choose(dialog, button)
    shown = child(dialog, QPlainTextEdit, "criteria_stays_text").toPlainText()
    assert shown == ("ours", "theirs")[stays]
    _submit(qtbot, dialog)
    assert [_stored(session, key, as_of).is_binned for key in ids] == [stays == 1, stays == 0]


def test_a_place_is_added_with_its_source(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter(quote="soon", stated_on="2025-04-18")
    dialog = PlaceDialog(desk, claim_id)
    opened(dialog)
    assert dialog.stated_on.day() == desk.today
    dialog.words.set_text("now")
    dialog.title.setText("Rally")
    _submit(qtbot, dialog)
    place = _places(session, claim_id, as_of)[1]
    assert (place.words, place.title, place.stated_on) == ("now", "Rally", desk.today)


def _places(session: Session, claim_id: int, as_of: AsOf) -> tuple[OccurrenceRow, ...]:
    return _stored(session, claim_id, as_of).report.occurrences


def test_a_place_keeps_the_line_ends_that_nobody_touched(
    qtbot: QtBot, opened: Open, desk: Desk, session: Session, enter: Enter, as_of: AsOf
) -> None:
    claim_id = enter(quote="one\r\ntwo", stated_on="2025-04-18")
    dialog = PlaceDialog(desk, claim_id, _places(session, claim_id, as_of)[0])
    opened(dialog)
    dialog.title.setText("Rally")
    _submit(qtbot, dialog)
    (place,) = _places(session, claim_id, as_of)
    assert (place.words, place.title) == ("one\r\ntwo", "Rally")


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("url", "file:///etc/passwd", "not a web address"),
        ("url", "https://ada:secret@example.org", "user name or password"),
        ("title", "T" * 2_001, "2000 characters"),
    ],
)
def test_a_place_that_cannot_be_is_refused_with_all_that_was_typed(
    qtbot: QtBot, opened: Open, desk: Desk, enter: Enter, field: str, text: str, why: str
) -> None:
    dialog = PlaceDialog(desk, enter())
    opened(dialog)
    getattr(dialog, field).setText(text)
    dialog.submit()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert why in dialog.problem.text()
    assert getattr(dialog, field).text() == text


def test_an_empty_place_is_refused(qtbot: QtBot, opened: Open, desk: Desk, enter: Enter) -> None:
    dialog = PlaceDialog(desk, enter())
    opened(dialog)
    dialog.stated_on.set_day(None)
    dialog.submit()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "one of them" in dialog.problem.text()
