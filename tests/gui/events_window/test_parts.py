"""The parts of the events window: entries, the list of what hangs, and looking for it."""

from array import array
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.events import EventRow
from claimtracker.deadlines import Event
from claimtracker.gui.desk import Desk
from claimtracker.gui.events_window import counting as counting_file
from claimtracker.gui.events_window.busy_row import BusyRow
from claimtracker.gui.events_window.counting import Counting
from claimtracker.gui.events_window.entries import EventEntries, days_words, fits
from claimtracker.gui.events_window.hanging_list import HangingList
from claimtracker.gui.events_window.pages import LOOKING, NOT_LOOKED, EventPages
from claimtracker.gui.paged_list import COMING
from claimtracker.gui.paged_rows import PAGE_ROWS
from claimtracker.operations.what_would_change import RereadingCancelled
from tests.conftest import Enter

TODAY = date(2025, 5, 1)
TRUCE = EventRow(1, Event("truce", date(2025, 5, 10), date(2025, 5, 12), ("armistice",)))
COP = EventRow(-1, Event("COP30", date(2025, 11, 10)), is_overridden=True)


def test_an_event_is_told_with_its_span_further_names_and_count() -> None:
    entries = EventEntries([TRUCE, COP], {1: array("q", [4, 5])}, TODAY)
    first, second = entries[:]
    assert first.note == "Sat 10 – Mon 12 May · also armistice"
    assert (first.mark, first.is_faint) == ("2 claims", False)
    assert (second.mark, second.is_faint) == ("", True)
    assert second.signs[0].words == "your own counts instead"
    assert (entries.row_of(-1), entries.row_of(99)) == (1, 0)


def test_a_day_of_another_year_and_none_are_told() -> None:
    assert days_words(Event("a", date(2026, 1, 2)), TODAY) == "Fri 2 Jan 2026"
    assert days_words(Event("a", None), TODAY) == "not yet known"


@pytest.mark.parametrize(
    ("words", "is_listed"), [("", True), ("ARM", True), (" truce ", True), ("x", False)]
)
def test_any_name_is_found_by_a_part_of_it(words: str, is_listed: bool) -> None:
    assert fits(TRUCE, words) is is_listed


@pytest.fixture
def hanging(qtbot: QtBot, desk: Desk) -> HangingList:
    listed = HangingList(desk)
    qtbot.addWidget(listed)
    listed.resize(400, 300)
    listed.show()
    return listed


def test_a_long_list_reads_only_the_pages_in_sight(
    hanging: HangingList, enter: Enter, settled: Callable[[], None]
) -> None:
    ids = array("q", [enter(f"Claim {number}") for number in range(3)] + [0] * 5 * PAGE_ROWS)
    hanging.show_claims(ids)
    settled()
    hanging.paged.entry(0)  # as painting would ask for its page, once there are ids
    settled()
    first, last = hanging.paged.entry(0), hanging.paged.entry(len(ids) - 1)
    assert first is not None and first.title == "Claim 0"
    assert last is COMING
    assert hanging.paged.entry(len(ids)) is None


def test_the_claims_of_another_event_go_at_once_and_come_no_more(
    hanging: HangingList, enter: Enter, settled: Callable[[], None]
) -> None:
    one, two = enter("One"), enter("Two")
    hanging.show_claims(array("q", [one]))
    settled()
    hanging.show_claims(array("q", [one, two]))
    assert hanging.current_id() == one  # one more hangs on the same event: nothing flickers
    hanging.show_claims(array("q", [two]))
    assert hanging.current_id() is None
    settled()
    hanging.paged.entry(0)  # as painting would ask for its page, once there are ids
    settled()
    found = hanging.paged.entry(0)
    assert found is not None and found.title == "Two"


def test_a_double_click_asks_for_the_claim(
    hanging: HangingList, settled: Callable[[], None], qtbot: QtBot
) -> None:
    hanging.show_claims(array("q", [5, 6]))
    settled()
    hanging.selectRow(1)
    with qtbot.waitSignal(hanging.claim_wanted) as wanted:
        hanging.doubleClicked.emit(hanging.currentIndex())
    assert wanted.args == [6]


def test_it_says_whether_it_looks_or_did_not(qtbot: QtBot, desk: Desk) -> None:
    pages = EventPages(desk)
    qtbot.addWidget(pages)
    pages.show_rows([TRUCE])
    assert pages.told.text() == NOT_LOOKED
    pages.note_looking(is_looking=True)
    assert pages.told.text() == LOOKING
    assert pages.names.text() == "Also called armistice."
    pages.go_to(99)
    assert pages.current() is TRUCE


def _waiting(
    asked: list[int], _session: Session, events: Sequence[Event], **told: Callable[[], bool]
) -> "list[array[int]]":
    """Wait to be stopped the first time, find something the second."""
    asked.append(len(events))
    while len(asked) == 1 and not told["is_cancelled"]():
        pass
    if len(asked) == 1:
        raise RereadingCancelled("It was stopped; nothing was changed.")
    return [array("q", [7]) for _ in events]


def test_a_second_question_ends_the_first_one(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(counting_file, "what_hangs_on", partial(_waiting, asked))
    counting = Counting(desk, desk)
    counting.count([TRUCE])
    with qtbot.waitSignal(counting.found) as found:
        counting.count([TRUCE, COP])
    assert found.args == [{1: array("q", [7]), -1: array("q", [7])}]
    assert asked == [1, 2]


def test_stopped_it_finds_nothing_and_asks_no_more(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(counting_file, "what_hangs_on", partial(_waiting, asked))
    counting = Counting(desk, desk)
    counting.count([TRUCE])
    with qtbot.waitSignal(counting.ended), qtbot.assertNotEmitted(counting.found):
        counting.stop()
    assert asked == [1]


def test_the_bar_comes_after_a_moment_and_its_button_stops(qtbot: QtBot) -> None:
    busy = BusyRow()
    qtbot.addWidget(busy)
    busy.begin("Looking …")
    assert busy.isHidden()
    qtbot.waitUntil(busy.isVisible, timeout=5_000)
    with qtbot.waitSignal(busy.stop_wanted):
        busy.stop_button.click()
    busy.end()
    assert busy.isHidden()
