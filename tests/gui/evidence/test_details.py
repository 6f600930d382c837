"""The details: whether a document is unchanged, and all of it to be copied."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.rows import EvidenceRow
from claimtracker.claims.state import AsOf, Window
from claimtracker.claims.vocabulary import CaptureMethod, Relation
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence import kept_state
from claimtracker.gui.evidence.details import EvidenceDetails
from claimtracker.gui.evidence.kept_state import ELSEWHERE, NOTHING, Checked, state_words
from claimtracker.gui.evidence.words import local_moment
from claimtracker.operations.link_evidence import link_evidence
from claimtracker.operations.show_claim import show_claim
from claimtracker.storage.engine import FILES
from tests.conftest import Enter
from tests.gui.rows import evidence_row


@pytest.fixture
def details(qtbot: QtBot, desk: Desk) -> Iterator[EvidenceDetails]:
    shown = EvidenceDetails(desk)
    qtbot.addWidget(shown)
    shown.show()
    yield shown


@pytest.fixture
def kept(session: Session, enter: Enter, tmp_path: Path, as_of: AsOf) -> EvidenceRow:
    """A text file that was captured."""
    file = tmp_path / "notes.txt"
    file.write_text("Signed.")
    claim_id = enter()
    link_evidence(
        session, [claim_id], EvidenceDraft(relation=Relation.CONTEXT), by="Ada", file=file
    )
    (found,) = show_claim(session, claim_id, as_of).report.evidence
    session.rollback()
    return found


def state(details: EvidenceDetails) -> str:
    return details.state.words.text()


def settle(qtbot: QtBot, details: EvidenceDetails) -> None:
    qtbot.waitUntil(lambda: "Checking" not in state(details))


def test_what_is_as_it_was_is_unchanged_since_captured(
    qtbot: QtBot, details: EvidenceDetails, kept: EvidenceRow, today: date
) -> None:
    details.show_evidence(kept, Window())
    settle(qtbot, details)
    captured = local_moment(kept.captured_at, today)
    assert state(details).startswith(f"Unchanged since captured on {captured}, checked ")
    assert details.state.words.property("role") == "muted"


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda place: place.write_text("Sealed."), "Changed since it was captured on "),
        (lambda place: place.unlink(), "Missing: the file captured on "),
    ],
)
def test_a_change_or_a_loss_is_said_in_words_and_in_its_colour(
    qtbot: QtBot,
    details: EvidenceDetails,
    session: Session,
    kept: EvidenceRow,
    harm: Callable[[Path], object],
    words: str,
) -> None:
    harm(session.info[FILES].path_of(kept.sha256))
    details.show_evidence(kept, Window())
    settle(qtbot, details)
    assert state(details).startswith(words)
    assert details.state.words.property("role") == "problem"


def test_of_a_link_alone_nothing_is_said_to_be_unchanged(
    details: EvidenceDetails, settled: Callable[[], None]
) -> None:
    details.show_evidence(evidence_row(url="https://example.org/a"), Window())
    assert state(details) == NOTHING
    settled()


def test_what_is_gone_meanwhile_cannot_be_checked(
    qtbot: QtBot, details: EvidenceDetails, settled: Callable[[], None]
) -> None:
    details.show_evidence(evidence_row(evidence_id=99, sha256="a" * 64), Window())
    settle(qtbot, details)
    assert state(details).startswith("It cannot be checked: ")


def test_an_answer_about_another_document_is_not_shown(
    qtbot: QtBot, details: EvidenceDetails, kept: EvidenceRow, settled: Callable[[], None]
) -> None:
    details.show_evidence(kept, Window())
    details.state._take(Checked(kept.evidence_id + 1, "missing", datetime.now(UTC)))
    assert "Missing" not in state(details)
    settle(qtbot, details)
    settled()


def test_running_down_the_list_checks_only_where_it_rests(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    details: EvidenceDetails,
    settled: Callable[[], None],
) -> None:
    asked: list[int] = []

    def check(_session: Session, evidence_id: int) -> None:
        asked.append(evidence_id)

    monkeypatch.setattr(kept_state, "state_of_evidence", check)
    for number in range(1, 51):
        found = evidence_row(id=number, evidence_id=number, sha256="a" * 64)
        details.show_evidence(found, Window())
    settle(qtbot, details)
    settled()
    assert asked == [50]


def test_of_an_error_page_it_is_the_answer_that_is_unchanged(desk: Desk) -> None:
    found = evidence_row(failure="The page is not there (404).", sha256="a" * 64)
    words = state_words(found, Checked(1, "unchanged", datetime.now(UTC)), desk)
    captured = local_moment(found.captured_at, desk.today)
    told = f"What the server answered instead is kept, unchanged since {captured}, checked "
    assert words.startswith(told)


@pytest.mark.parametrize("found", ["unchanged", "changed", "missing", "unreadable", None])
def test_no_state_is_called_authentic(desk: Desk, found: str | None) -> None:
    words = state_words(evidence_row(), Checked(1, found, datetime.now(UTC)), desk)
    assert words
    assert "authentic" not in words.lower()


def test_the_hash_can_be_selected_and_copied_by_keys(
    qtbot: QtBot, details: EvidenceDetails, settled: Callable[[], None]
) -> None:
    details.show_evidence(evidence_row(sha256="a" * 64, mime_type="image/png"), Window())
    QTest.keyClick(details.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(details.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert f"SHA-256 of the document:  {'a' * 64}" in QGuiApplication.clipboard().text()
    settle(qtbot, details)
    settled()


def test_markup_from_outside_is_shown_as_it_is(details: EvidenceDetails) -> None:
    details.show_evidence(evidence_row(title="<b>Bold</b>", note="<img src=x>"), Window())
    assert details.text.toPlainText().startswith("<b>Bold</b>")
    assert "<img src=x>" in details.text.toPlainText()


def test_the_same_document_read_again_leaves_the_text_where_it_was(
    details: EvidenceDetails,
) -> None:
    found = evidence_row(note="Signed.")
    details.show_evidence(found, Window())
    details.text.selectAll()
    details.show_evidence(evidence_row(note="Signed."), Window())
    assert details.text.textCursor().hasSelection()
    details.show_evidence(None, Window())
    assert details.text.toPlainText() == ""


def test_a_failure_is_told_once_with_the_way_to_try_again(
    qtbot: QtBot, details: EvidenceDetails
) -> None:
    details.show_evidence(evidence_row(failure="The page is gone."), Window())
    assert details.failure.isVisible()
    assert details.failure.words.text() == "Not captured: The page is gone."
    assert not details.state.isVisible()
    assert "The page is gone." not in details.text.toPlainText()
    with qtbot.waitSignal(details.again_wanted):
        details.failure.button.click()
    details.show_evidence(evidence_row(), Window())
    assert not details.failure.isVisible()


def test_what_was_captured_in_part_is_not_called_missing(
    qtbot: QtBot, details: EvidenceDetails, settled: Callable[[], None]
) -> None:
    found = evidence_row(failure="The page holds no text.", sha256="a" * 64)
    details.show_evidence(found, Window())
    assert details.failure.words.text() == "Problem: The page holds no text."
    settle(qtbot, details)
    settled()


def test_an_imported_document_says_that_its_file_did_not_come_along(desk: Desk) -> None:
    found = evidence_row(method=CaptureMethod.IMPORTED, sha256="ab" * 32)
    checked = Checked(found.evidence_id, None, datetime(2025, 5, 1, tzinfo=UTC))
    assert state_words(found, checked, desk) == ELSEWHERE
