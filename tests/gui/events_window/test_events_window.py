"""The events window: what there is, what hangs on it, and changes that are looked at first."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.events import EventDraft
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.gui.events_window.commands import EVENT_COMMANDS, listed_event_keys
from claimtracker.gui.events_window.delete_dialog import DeleteEventDialog
from claimtracker.gui.events_window.event_dialog import EventDialog
from claimtracker.gui.events_window.merge_dialog import MergeDialog
from claimtracker.gui.events_window.pages import NO_EVENT, NOTHING_HANGS
from claimtracker.gui.events_window.window import EventsWindow
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.list_events import own_events
from claimtracker.storage.claim_details import find_claim
from tests.conftest import Enter
from tests.gui.window.conftest import Shown

SAID, MAY = date(2025, 4, 18), date(2025, 5, 10)
Settle = Callable[[], None]
Put = Callable[..., None]


@pytest.fixture
def put(session: Session, desk: Desk, settled: Settle) -> Put:
    """Store an event by another way than the window."""

    def putting(name: str, starts_on: date | None = None, *aliases: str) -> None:
        draft = EventDraft(name=name, starts_on=starts_on, aliases=aliases)
        EventChange(draft).carry_out(session, by="Ada")
        desk.changes.changed.emit()
        settled()

    return putting


def go(window: EventsWindow, name: str) -> None:
    """Put the cursor on an own event."""
    window.pages.go_to(next(row.id for row in window._rows if row.event.name == name))


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, settled: Settle) -> EventsWindow:
    shown = EventsWindow(desk)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(shown)
    shown.come_forward()
    settled()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def do(window: EventsWindow, settled: Settle, name: str) -> None:
    window.actions_by_name[name].trigger()
    settled()


def names(window: EventsWindow) -> list[str]:
    entries = window.pages.list.entries
    found = (entries.entry(number) for number in range(entries.rowCount()))
    return [entry.title for entry in found if entry]


def latest(session: Session, claim_id: int) -> date | None:
    session.rollback()
    day = find_claim(session, claim_id).latest_on
    session.rollback()
    return day


def test_own_and_shipped_events_are_listed_with_days_and_counts(
    window: EventsWindow, put: Put, enter: Enter
) -> None:
    enter(stated_on=SAID, deadline_wording="within a week of the ceasefire")
    put("ceasefire", MAY, "truce")
    put("Geneva talks")
    assert names(window)[:2] == ["ceasefire", "Geneva talks"] and "COP30" in names(window)
    first, second = (window.pages.list.entries.entry(number) for number in range(2))
    assert first is not None and second is not None
    assert (first.note, first.mark, first.signs) == ("Sat 10 May · also truce", "1 claim", ())
    assert (second.note, second.mark) == ("not yet known", "")
    shipped = window.pages.list.entries.entry(2)
    assert shipped is not None and shipped.signs[0].words == "comes with the program"


def test_what_hangs_on_the_current_one_is_listed_with_its_reading(
    window: EventsWindow, put: Put, enter: Enter, settled: Settle
) -> None:
    put("ceasefire", MAY)
    enter("Lift the sanctions", stated_on=SAID, deadline_wording="after the ceasefire")
    put("Geneva talks")
    go(window, "ceasefire")
    assert window.pages.told.text() == "1 claim hangs on it:"
    window.pages.hanging.paged.entry(0)
    settled()
    entry = window.pages.hanging.paged.entry(0)
    assert entry is not None and entry.title == "Lift the sanctions"
    assert [sign.words for sign in entry.signs] == ["from Sun 11 May"]
    window.pages.list.step(1)
    assert window.pages.told.text() == NOTHING_HANGS
    assert window.pages.hanging.isHidden()


def test_words_and_the_box_narrow_the_list(window: EventsWindow, put: Put, settled: Settle) -> None:
    put("ceasefire", MAY, "Truce")
    window.words.setText("TRU")
    assert names(window) == ["ceasefire"]
    window.words.setText("nowhere")
    assert names(window) == [] and window.pages.name.text() == NO_EVENT
    assert not window.actions_by_name["edit_event"].isEnabled()
    window.words.clear()
    do(window, settled, "own_only")
    assert names(window) == ["ceasefire"]


def test_a_new_event_is_entered(
    window: EventsWindow, settled: Settle, session: Session, qtbot: QtBot
) -> None:
    do(window, settled, "new_event")
    (dialog,) = window.findChildren(EventDialog)
    dialog.name.setText("ceasefire")
    dialog.aliases.setPlainText("truce\n\n armistice ")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    settled()
    session.rollback()
    (row,) = own_events(session)
    assert (row.event.name, row.event.aliases) == ("ceasefire", ("truce", "armistice"))
    current = window.pages.current()
    assert current is not None and current.event.name == "ceasefire"


def test_a_corrected_day_lists_what_would_change_and_stores_it_in_one_step(
    window: EventsWindow,
    put: Put,
    enter: Enter,
    settled: Settle,
    session: Session,
    qtbot: QtBot,
) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording="within a week of the ceasefire")
    put("ceasefire")
    go(window, "ceasefire")
    window.pages.list.setFocus()
    QTest.keyClick(window.pages.list, Qt.Key.Key_F2)
    settled()
    (dialog,) = window.findChildren(EventDialog)
    dialog.starts_on.set_day(MAY)
    dialog.submit()
    settled()
    (asked,) = dialog.findChildren(WhatWouldChangeDialog)
    entry = asked.listed.list.current()
    assert entry is not None and entry.note == "no date  →  Sat 10 – Sat 17 May"
    assert latest(session, claim_id) is None
    with qtbot.waitSignal(dialog.accepted):
        asked.reread_button.click()
    assert latest(session, claim_id) == date(2025, 5, 17)
    assert window._said.text() == "Event saved, 1 claim re-read. Ctrl+Z takes it back."


@pytest.mark.parametrize(
    ("name", "first", "last", "also", "sentence"),
    [
        ("", "", "", "", "An event needs a name."),
        ("x", "2025-05-10", "2025-05-01", "", "The event must not end before it starts."),
        ("x", "", "2025-05-01", "", "An event with a last day needs a first day."),
        ("x", "tomorow", "", "", "“tomorow” is no day: write it as 2025-04-18 or 18 Apr 2025."),
        ("x", "", "", "b\nB", "“B” stands twice among its names."),
        ("Truce", "", "", "", "“Truce” is already a name of the event “ceasefire”."),
        ("x", "", "", "CEASEFIRE", "“CEASEFIRE” is already a name of the event “ceasefire”."),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence_and_nothing_typed_is_lost(
    window: EventsWindow,
    put: Put,
    settled: Settle,
    name: str,
    first: str,
    last: str,
    also: str,
    sentence: str,
) -> None:
    put("ceasefire", MAY, "truce")
    do(window, settled, "new_event")
    (dialog,) = window.findChildren(EventDialog)
    dialog.name.setText(name)
    dialog.starts_on.line.setText(first)
    dialog.ends_on.line.setText(last)
    dialog.aliases.setPlainText(also)
    dialog.submit()
    settled()
    assert dialog.problem.text() == sentence
    assert dialog.isVisible() and dialog.action_button.isEnabled()
    assert (dialog.name.text(), dialog.ends_on.line.text()) == (name, last)


def test_a_shipped_event_is_overridden_by_an_own_one_and_stays(
    window: EventsWindow, settled: Settle, session: Session, qtbot: QtBot
) -> None:
    window.words.setText("US midterm elections 2026")
    assert window.actions_by_name["edit_event"].text() == "Override with your own…"
    assert not window.actions_by_name["delete_event"].isEnabled()
    do(window, settled, "edit_event")
    (dialog,) = window.findChildren(EventDialog)
    assert dialog.name.text() == "US midterm elections 2026"
    assert "midterms of 2026" in dialog.aliases.text().splitlines()
    assert "midterms" not in dialog.aliases.text().splitlines()  # shared with other years
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    settled()
    own, shipped = (window.pages.list.entries.entry(number) for number in range(2))
    assert own is not None and shipped is not None
    assert not own.signs and shipped.signs[0].words == "your own counts instead"
    session.rollback()
    assert own_events(session)[0].event.starts_on == date(2026, 11, 3)


def test_deleting_lists_what_hangs_on_it_and_asks(
    window: EventsWindow,
    put: Put,
    enter: Enter,
    settled: Settle,
    session: Session,
    qtbot: QtBot,
) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording="within a week of the ceasefire")
    EventChange(EventDraft(name="ceasefire", starts_on=MAY)).carry_out(
        session, by="Ada", reread_ids=[claim_id]
    )
    put("Geneva talks")
    go(window, "ceasefire")
    do(window, settled, "delete_event")
    (dialog,) = window.findChildren(DeleteEventDialog)
    assert dialog.about.text() == "Delete “ceasefire”? 1 claim hangs on it."
    dialog.reject()
    assert names(window)[0] == "ceasefire"
    do(window, settled, "delete_event")
    with qtbot.waitSignal(window.following.stored):
        window.findChildren(DeleteEventDialog)[-1].keep_button.click()
    settled()
    assert names(window)[0] == "Geneva talks"
    assert latest(session, claim_id) == date(2025, 5, 17)
    assert window._said.text() == "Event “ceasefire” deleted. Ctrl+Z takes it back."


def test_one_that_nothing_hangs_on_is_asked_about_too(
    window: EventsWindow, put: Put, settled: Settle, session: Session, qtbot: QtBot
) -> None:
    put("ceasefire")
    go(window, "ceasefire")
    do(window, settled, "delete_event")
    (dialog,) = window.findChildren(DeleteEventDialog)
    assert dialog.about.text() == "Delete “ceasefire”? No stored days hang on it."
    assert dialog.keep_button.isHidden() and dialog.listed.isHidden()
    with qtbot.waitSignal(window.following.stored):
        dialog.reread_button.click()
    session.rollback()
    assert own_events(session) == []


def test_one_that_is_gone_meanwhile_is_said(
    window: EventsWindow, put: Put, settled: Settle, session: Session
) -> None:
    put("ceasefire")
    go(window, "ceasefire")
    EventChange(gone=(1,)).carry_out(session, by="Bea")
    session.rollback()
    do(window, settled, "delete_event")
    assert window.messages.sentence == "There is no event 1 any more."


def test_two_that_are_one_are_merged(
    window: EventsWindow,
    put: Put,
    enter: Enter,
    settled: Settle,
    session: Session,
    qtbot: QtBot,
) -> None:
    claim_id = enter(stated_on=SAID, deadline_wording="within a week of the truce")
    put("ceasefire", MAY)
    go(window, "ceasefire")
    assert not window.actions_by_name["merge_event"].isEnabled()
    put("Geneva talks")
    put("truce")
    do(window, settled, "merge_event")
    (dialog,) = window.findChildren(MergeDialog)
    assert "“ceasefire”, Sat 10 May, stays" in dialog.about.text()
    dialog.words.setText("nothing")
    dialog.submit()
    assert dialog.problem.text() == "Choose the event that is the same."
    dialog.words.setText("tru")
    dialog.submit()
    settled()
    (asked,) = dialog.findChildren(WhatWouldChangeDialog)
    with qtbot.waitSignal(dialog.accepted):
        asked.reread_button.click()
    settled()
    assert names(window)[:2] == ["ceasefire", "Geneva talks"]
    assert latest(session, claim_id) == date(2025, 5, 17)


def test_undo_and_redo_are_asked_of_the_main_window(qtbot: QtBot, window: EventsWindow) -> None:
    for name, signal in (("undo", window.undo_wanted), ("redo", window.redo_wanted)):
        with qtbot.waitSignal(signal):
            window.actions_by_name[name].trigger()


def test_what_changes_while_claims_are_looked_for_is_looked_at_too(
    window: EventsWindow, put: Put, enter: Enter, desk: Desk, settled: Settle
) -> None:
    put("ceasefire", MAY)
    go(window, "ceasefire")
    enter(stated_on=SAID, deadline_wording="after the ceasefire")
    desk.changes.changed.emit()
    desk.changes.changed.emit()
    settled()
    assert window.pages.told.text() == "1 claim hangs on it:"
    assert window.busy.isHidden()


def test_narrow_the_claims_stand_below(window: EventsWindow) -> None:
    window.resize(600, 640)
    assert window.pages.orientation() is Qt.Orientation.Vertical
    window.resize(1000, 640)
    assert window.pages.orientation() is Qt.Orientation.Horizontal


def test_the_main_window_opens_it_once_and_follows_it_to_a_claim(
    shown: Shown, enter: Enter, session: Session, desk: Desk, settled: Settle, qtbot: QtBot
) -> None:
    enter("Other", stated_on=SAID)
    claim_id = enter("Lift", stated_on=SAID, deadline_wording="after the ceasefire")
    EventChange(EventDraft(name="ceasefire", starts_on=MAY)).carry_out(session, by="Ada")
    session.rollback()
    desk.changes.changed.emit()
    settled()
    for _ in range(2):
        shown.view.actions_by_name["events"].trigger()
    settled()
    window = shown.view.beside.shown("events")
    assert isinstance(window, EventsWindow) and window.pages.told.text() == "1 claim hangs on it:"
    window.pages.hanging.setFocus()
    QTest.keyClick(window.pages.hanging, Qt.Key.Key_Return)
    settled()
    assert shown.view.claims.current_id == claim_id
    window.close()
    qtbot.waitUntil(lambda: shown.view.beside.shown("events") is None)


def test_its_keys_are_in_the_main_list_of_keys() -> None:
    told = dict(listed_event_keys())
    assert told["M"] == "In the events window: Merge with another"
    assert all(command.keys for command in EVENT_COMMANDS)


def test_what_was_corrected_elsewhere_comes_into_the_form_and_is_told(
    window: EventsWindow, put: Put, settled: Settle, session: Session, qtbot: QtBot
) -> None:
    put("ceasefire", MAY)
    go(window, "ceasefire")
    do(window, settled, "edit_event")
    (dialog,) = window.findChildren(EventDialog)
    june = date(2025, 6, 1)
    EventChange(EventDraft(name="ceasefire", starts_on=june), 1).carry_out(session, by="Bea")
    session.rollback()
    dialog.aliases.set_text("truce")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()))
    told = "Meanwhile the event 'ceasefire' was changed to “ceasefire · 2025-06-01”."
    assert dialog.problem.text().startswith(told)
    assert (dialog.starts_on.text(), dialog.aliases.text()) == ("2025-06-01", "truce")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    session.rollback()
    session.expire_all()
    (row,) = own_events(session)
    session.rollback()
    assert (row.event.starts_on, row.event.aliases) == (june, ("truce",))


def test_a_merge_of_events_goes_on_from_what_is_stored_by_now(
    window: EventsWindow, put: Put, settled: Settle, session: Session, qtbot: QtBot
) -> None:
    put("ceasefire", MAY)
    put("truce")
    go(window, "ceasefire")
    do(window, settled, "merge_event")
    (dialog,) = window.findChildren(MergeDialog)
    draft = EventDraft(name="truce", aliases=("armistice",))
    EventChange(draft, 2).carry_out(session, by="Bea")
    session.rollback()
    dialog.submit()
    qtbot.waitUntil(lambda: "also armistice" in dialog.problem.text())
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    session.rollback()
    (row,) = own_events(session)
    session.rollback()
    assert row.event.aliases == ("truce", "armistice")
