"""The evidence of a claim in its panel: as quick with 20,000 pieces as with 20."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from threading import current_thread, main_thread
from typing import SupportsIndex, overload

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimtracker.claims.rows import AssessmentRow, ChangeRow, ClaimDetails, EvidenceRow
from claimtracker.claims.state import Window
from claimtracker.claims.verdict_labels import VerdictLabels
from claimtracker.claims.vocabulary import Relation, Verdict
from claimtracker.gui import change_entries
from claimtracker.gui.claim_panel.assessments import GONE, NO_LONGER, basis_words
from claimtracker.gui.claim_panel.claim_pages import ClaimPages
from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.claim_panel.evidence import EvidenceTab
from claimtracker.gui.claim_panel.history import HistoryTab
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence import entries
from claimtracker.gui.evidence.entries import EvidenceEntry
from tests.gui.evidence.claims import LATEST, MOMENT, TODAY, claim_with, fulfilment

MANY = 20_000
A_FEW_SCREENS = 100
FIRST = date(2000, 1, 1)


class Watched(tuple[EvidenceRow, ...]):
    """Counts how many rows the window's thread looked at."""

    seen = 0

    def __iter__(self) -> Iterator[EvidenceRow]:
        for row in super().__iter__():
            self._note(1)
            yield row

    @overload
    def __getitem__(self, row: SupportsIndex) -> EvidenceRow: ...

    @overload
    def __getitem__(self, row: slice) -> tuple[EvidenceRow, ...]: ...

    def __getitem__(self, row: SupportsIndex | slice) -> EvidenceRow | tuple[EvidenceRow, ...]:
        found = super().__getitem__(row)
        self._note(len(found) if isinstance(row, slice) and isinstance(found, tuple) else 1)
        return found

    def _note(self, count: int) -> None:
        if current_thread() is main_thread():
            self.seen += count


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The keys of the entries that were made."""
    keys: list[int] = []
    plain = entries.evidence_entry

    def noting(found: EvidenceRow, *rest: object) -> EvidenceEntry:
        keys.append(found.id)
        return plain(found, *rest)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(entries, "evidence_entry", noting)
    return keys


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, settled: Callable[[], None]) -> Iterator[EvidenceTab]:
    shown = EvidenceTab(desk)
    qtbot.addWidget(shown)
    shown.resize(380, 700)
    shown.show()
    yield shown
    settled()


def many(count: int = MANY) -> ClaimDetails:
    rows = [fulfilment(FIRST + timedelta(days=n // 2), n + 1, title=f"{n}") for n in range(count)]
    details = claim_with(rows)
    return replace(details, report=replace(details.report, evidence=Watched(rows)))


def watched(details: ClaimDetails) -> Watched:
    evidence = details.report.evidence
    assert isinstance(evidence, Watched)
    return evidence


def cursor_to(tab: EvidenceTab, row: int) -> None:
    tab.entries.list.setCurrentIndex(tab.entries.list.entries.index(row))


@pytest.mark.parametrize("count", [20, MANY])
def test_only_what_is_in_sight_is_made_however_much_there_is(
    qtbot: QtBot, desk: Desk, settled: Callable[[], None], made: list[int], count: int
) -> None:
    pages = ClaimPages(desk)
    qtbot.addWidget(pages)
    pages.resize(380, 700)
    pages.show()
    details = many(count)
    pages.show_claim(details)
    pages.show_evidence()
    settled()
    pages.grab()
    assert len(set(made)) <= min(count, A_FEW_SCREENS)
    pages.show_claim(details)
    assert watched(details).seen <= 4 * A_FEW_SCREENS
    assert len([*details.report.evidence]) <= watched(details).seen, "the control: all is counted"
    settled()


def test_the_history_of_very_many_changes_makes_only_what_is_in_sight(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    plain = change_entries.action_entry

    def noting(changes: Sequence[ChangeRow], today: date, labels: VerdictLabels) -> Entry:
        told.append(changes[0].id)
        return plain(changes, today, labels)

    monkeypatch.setattr(change_entries, "action_entry", noting)
    link = ChangeRow(1, MOMENT, "Ada", "link", "evidence_link", None, {"relation": "progress"})
    changes = tuple(replace(link, id=number, action_id=number) for number in range(MANY))
    tab = HistoryTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_claim(replace(claim_with(), changes=changes))
    tab.grab()
    assert tab.entries.list.entries.rowCount() == MANY
    assert 0 < len(set(told)) <= A_FEW_SCREENS


def test_moving_and_pointing_makes_only_what_is_come_to(
    qtbot: QtBot, tab: EvidenceTab, settled: Callable[[], None], made: list[int]
) -> None:
    details = many()
    tab.show_claim(details)
    settled()
    for row in (MANY - 1, MANY // 2, 0):
        cursor_to(tab, row)
        tab.grab()
    tab._point_at(tab.entries.list.entries.index(5))
    QTest.keyClick(tab.entries.list, Qt.Key.Key_X)  # Qt would look for it in all titles
    tab.resize(300, 600)
    tab.time_line.grab()
    assert len(set(made)) <= A_FEW_SCREENS
    assert watched(details).seen <= 4 * A_FEW_SCREENS


def test_the_cursor_stays_on_its_piece_when_the_claim_is_read_again(tab: EvidenceTab) -> None:
    rows = [fulfilment(LATEST, number, title=f"{number}") for number in (1, 2, 3)]
    tab.show_claim(claim_with(rows))
    cursor_to(tab, 2)
    tab.show_claim(claim_with(rows[1:]))
    entry = tab.entries.list.current()
    assert entry is not None and entry.title == "3"


def test_the_cursor_and_the_pointer_mark_their_diamond(
    tab: EvidenceTab, settled: Callable[[], None]
) -> None:
    days = [date(2025, 4, 20), date(2025, 4, 30)]
    tab.show_claim(claim_with([fulfilment(day, number) for number, day in enumerate(days, 1)]))
    settled()
    assert tab.time_line.marked == days[0]
    cursor_to(tab, 1)
    assert tab.time_line.marked == days[1]
    tab._point_at(tab.entries.list.entries.index(0))
    assert tab.time_line.marked == days[0]
    QApplication.sendEvent(tab.entries.list.viewport(), QEvent(QEvent.Type.Leave))
    assert tab.time_line.marked == days[1]


def test_a_diamond_leads_to_its_entry(tab: EvidenceTab) -> None:
    tab.show_claim(claim_with([fulfilment(LATEST, 1), fulfilment(TODAY, 2)]))
    tab.time_line.row_wanted.emit(1)
    assert tab.entries.list.currentIndex().row() == 1


def test_the_days_of_another_claim_come_too_late(
    tab: EvidenceTab, settled: Callable[[], None]
) -> None:
    tab.show_claim(claim_with([fulfilment(LATEST)]))
    tab.show_claim(claim_with([]))
    settled()
    assert "No evidence." in tab.time_line.accessibleDescription()


def test_a_wide_and_low_panel_puts_list_and_details_beside_each_other(
    qtbot: QtBot, tab: EvidenceTab
) -> None:
    tab.show_claim(claim_with([fulfilment(LATEST)]))
    assert tab.entries.halves.orientation() is Qt.Orientation.Vertical
    tab.resize(800, 200)
    qtbot.waitUntil(lambda: tab.entries.halves.orientation() is Qt.Orientation.Horizontal)
    assert tab.verticalScrollBar().maximum() > 0


def test_a_low_panel_keeps_the_row_of_the_cursor_in_sight(qtbot: QtBot, tab: EvidenceTab) -> None:
    tab.show_claim(claim_with([fulfilment(LATEST, number) for number in (1, 2, 3)]))
    tab.resize(800, 130)
    tab.activateWindow()
    tab.take_focus()
    listed = tab.entries.list
    qtbot.waitUntil(listed.hasFocus)
    for _step in range(2):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    row = listed.visualRect(listed.currentIndex())
    seen = tab.viewport().rect()
    for corner in (row.topLeft(), row.bottomLeft()):
        assert seen.contains(listed.viewport().mapTo(tab.viewport(), corner))


def verdict(*evidence_ids: int) -> AssessmentRow:
    titles = tuple(f"Document\n{key}" for key in evidence_ids)
    return AssessmentRow(1, Verdict.KEPT, "Seen.", "Ada", TODAY, None, evidence_ids, titles)


def test_a_verdict_names_the_evidence_it_rests_on() -> None:
    assert basis_words(verdict(1, 2), {1, 2}) == "Rests on:\n• Document 1\n• Document 2"
    assert basis_words(verdict(), {1}) == ""


def test_evidence_that_was_unlinked_keeps_its_name_beside_the_verdict() -> None:
    assert basis_words(verdict(1, 7), {1}).endswith(f"\n• Document 7 ({NO_LONGER})")
    nameless = replace(verdict(7), evidence_titles=())
    assert basis_words(nameless, {1}) == f"Rests on:\n• {GONE}"


def test_a_verdict_that_rests_on_very_much_names_the_first_of_it() -> None:
    words = basis_words(verdict(*range(1_000)), set())
    assert words.endswith("• and 950 more")


def test_the_log_of_verdicts_tells_the_evidence(qtbot: QtBot, desk: Desk) -> None:
    pages = ClaimPages(desk)
    qtbot.addWidget(pages)
    found = fulfilment(LATEST, 1, title="Signed", relation=Relation.FULFILS)
    pages.assessments.show_claim(claim_with([found], [verdict(1)]))
    assert "Rests on:\n• Document 1" in pages.assessments.log.whole.toPlainText()


def test_entries_can_be_taken_in_pieces() -> None:
    rows: Sequence[EvidenceRow] = [fulfilment(LATEST, number) for number in (1, 2, 3)]
    found = entries.EvidenceEntries(rows, Window(), TODAY)
    assert [entry.key for entry in found[1:]] == [2, 3]
    assert found[-1].key == 3
    with pytest.raises(IndexError):
        found[3]
