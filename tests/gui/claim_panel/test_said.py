"""The page of the places where a claim was said: each key does its command."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from claimtracker.claims.drafts import OccurrenceDraft
from claimtracker.claims.rows import ClaimDetails
from claimtracker.claims.state import AsOf
from claimtracker.claims.verdict_labels import POLITIFACT
from claimtracker.claims.vocabulary import Verdict
from claimtracker.gui.claim_panel.said import NO_ADDRESS, NOTHING, SaidTab
from claimtracker.gui.claim_panel.said_commands import SAID_COMMANDS, said_keys
from claimtracker.gui.claim_panel.said_entries import FIRST, SaidEntries
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.place import PlaceDialog
from claimtracker.operations.add_place import add_place
from claimtracker.operations.correct_place import LAST_PLACE
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.show_claim import show_claim
from tests.conftest import Enter, Rate

Settle = Callable[[], None]
SOURCE = {"title": "Briefing", "url": "https://example.org/a", "text": "We sign it soon."}


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> SaidTab:
    shown = SaidTab(desk)
    qtbot.addWidget(shown)
    shown.resize(360, 500)
    shown.show()
    shown.activateWindow()
    return shown


def _details(session: Session, claim_id: int, as_of: AsOf) -> ClaimDetails:
    details = show_claim(session, claim_id, as_of)
    session.rollback()
    return details


def _said(session: Session, enter: Enter) -> int:
    """A claim that was said at two places."""
    claim_id = enter("Sign it", quote="soon", stated_on="2025-04-18", source=SOURCE)
    place = OccurrenceDraft.of(source={"title": "Rally"}, words="now", stated_on="2025-04-01")
    add_place(session, claim_id, place, by="Ada")
    return claim_id


def test_every_place_is_told_with_the_first_appearance_marked(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    details = _details(session, _said(session, enter), as_of)
    first, second = SaidEntries(details, date(2025, 5, 1))[:]
    assert (first.title, first.note, first.mark) == ("“now”", "Tue 1 Apr · Rally", FIRST)
    assert (second.title, second.mark) == ("“soon”", "")
    assert "https://example.org/a" in second.told
    assert "The text is kept" in second.told and "The text is kept" not in first.told


def test_a_place_of_which_little_is_known_says_so(
    session: Session, enter: Enter, as_of: AsOf
) -> None:
    details = _details(session, enter(stated_on=None, source={"url": "https://x.org"}), as_of)
    (entry,) = SaidEntries(details, date(2025, 5, 1))[:]
    assert entry.title == "https://x.org"
    assert "Words not noted" in entry.told and "on an unknown day" in entry.told


def test_keys_are_offered_only_where_they_lead_somewhere(
    tab: SaidTab, session: Session, enter: Enter, as_of: AsOf
) -> None:
    tab.show_claim(_details(session, _said(session, enter), as_of))
    enabled = {name for name, action in tab.by_name.items() if action.isEnabled()}
    assert enabled == {"add_place", "correct_place", "remove_place"}  # no text, no address
    tab.entries.list.step(1)
    assert all(action.isEnabled() for action in tab.by_name.values())


def test_a_claim_without_a_place_offers_to_add_one(
    tab: SaidTab, session: Session, enter: Enter, as_of: AsOf
) -> None:
    tab.show_claim(_details(session, enter(), as_of))
    assert tab.entries._nothing.text() == NOTHING
    assert [name for name, action in tab.by_name.items() if action.isEnabled()] == ["add_place"]
    tab.take_focus()
    assert tab.add_button.hasFocus()


def test_enter_leads_into_the_article_and_o_opens_the_address(
    qtbot: QtBot,
    tab: SaidTab,
    session: Session,
    enter: Enter,
    as_of: AsOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def note(url: object) -> bool:
        opened.append(url.toString())  # type: ignore[attr-defined]  # a QUrl
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    details = _details(session, _said(session, enter), as_of)
    tab.show_claim(details)
    tab.take_focus()
    qtbot.waitUntil(tab.entries.list.hasFocus)
    tab.entries.list.step(1)
    with qtbot.waitSignal(tab.article_wanted) as wanted:
        QTest.keyClick(tab.entries.list, Qt.Key.Key_Return)
    assert wanted.args == [details.report.id, details.report.occurrences[1].id]
    QTest.keyClick(tab.entries.list, Qt.Key.Key_O)
    assert opened == ["https://example.org/a"]


def test_where_nothing_opens_it_that_is_said(
    qtbot: QtBot,
    tab: SaidTab,
    desk: Desk,
    session: Session,
    enter: Enter,
    as_of: AsOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", bool)
    monkeypatch.setattr("claimtracker.gui.claim_panel.said.open_url", lambda _url: False)
    tab.show_claim(_details(session, enter(source=SOURCE), as_of))
    with qtbot.waitSignal(desk.changes.refused) as refused:
        tab.by_name["open_place"].trigger()
    assert refused.args == [NO_ADDRESS]


@pytest.mark.parametrize(("name", "title"), [("add_place", "Add"), ("correct_place", "Correct")])
def test_adding_and_correcting_open_their_dialog(
    tab: SaidTab,
    settled: Settle,
    session: Session,
    enter: Enter,
    as_of: AsOf,
    name: str,
    title: str,
) -> None:
    tab.show_claim(_details(session, _said(session, enter), as_of))
    tab.by_name[name].trigger()
    settled()
    (dialog,) = tab.findChildren(PlaceDialog)
    assert dialog.windowTitle().startswith(title)
    assert dialog.words.text() == ("now" if title == "Correct" else "")


def test_a_place_is_taken_off_and_the_last_one_is_not(
    qtbot: QtBot,
    tab: SaidTab,
    desk: Desk,
    settled: Settle,
    session: Session,
    enter: Enter,
    as_of: AsOf,
) -> None:
    claim_id = _said(session, enter)
    tab.show_claim(_details(session, claim_id, as_of))
    with qtbot.waitSignal(desk.changes.said):
        tab.by_name["remove_place"].trigger()
    settled()
    tab.show_claim(_details(session, claim_id, as_of))
    with qtbot.waitSignal(desk.changes.refused) as refused:
        tab.by_name["remove_place"].trigger()
    assert refused.args == [LAST_PLACE]


def test_a_claim_and_what_restates_it_lead_to_one_another(
    qtbot: QtBot, tab: SaidTab, session: Session, enter: Enter, as_of: AsOf
) -> None:
    original, again = enter("Sign it", quote="soon"), enter("Sign it soon")
    restate_claim(session, again, original, by="Ada")
    tab.show_claim(_details(session, original, as_of))
    tab.entries.list.step(2)
    with qtbot.waitSignal(tab.binned_wanted) as binned:
        tab.by_name["show_place"].trigger()
    assert binned.args == [again]
    assert tab.by_name["show_place"].text() == "Show the claim"
    assert not tab.by_name["remove_place"].isEnabled()
    tab.show_claim(_details(session, again, as_of))
    with qtbot.waitSignal(tab.claim_wanted) as wanted:
        tab.by_name["show_place"].trigger()
    assert wanted.args == [original]


def test_the_verdict_of_a_restating_claim_is_called_as_the_house_calls_it(
    session: Session, enter: Enter, rate: Rate, as_of: AsOf
) -> None:
    original, again = enter("Sign it"), enter("Sign it soon")
    rate(again, Verdict.PARTLY_KEPT)
    restate_claim(session, again, original, by="Ada")
    details = _details(session, original, as_of)
    (entry,) = [
        it for it in SaidEntries(details, as_of.today, POLITIFACT) if "restates" in it.title
    ]
    assert "Compromise" in entry.note


def test_the_whole_stands_beside_the_list_where_it_is_low(qtbot: QtBot, tab: SaidTab) -> None:
    assert tab.entries.halves.orientation() is Qt.Orientation.Vertical
    tab.resize(800, 300)
    qtbot.waitUntil(lambda: tab.entries.halves.orientation() is Qt.Orientation.Horizontal)


def test_every_key_stands_in_the_list_of_keys() -> None:
    told = dict(said_keys())
    assert set(told) == {", ".join(command.keys) for command in SAID_COMMANDS}
