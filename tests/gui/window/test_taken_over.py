"""After a claim was brought into another one the cursor is there, and goes back with the undo."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.restate import RestateDialog
from tests.conftest import Enter
from tests.gui.window.conftest import Shown

Settle = Callable[[], None]
Bring = Callable[[int], None]


@pytest.fixture
def claims(shown: Shown, desk: Desk, enter: Enter, settled: Settle) -> tuple[int, int, int]:
    """The one that stays, the one that goes, and an unrelated one."""
    ids = enter("Sign the minerals deal"), enter("Sign the deal"), enter("Mend the road")
    desk.changes.changed.emit()
    settled()
    return ids


@pytest.fixture
def bring(shown: Shown, settled: Settle) -> Bring:
    """Say with R that the current claim restates that one."""

    def bringing(stays: int) -> None:
        shown.view.actions_by_name["restate"].trigger()
        settled()
        (dialog,) = (each for each in shown.view.findChildren(RestateDialog) if not each.isHidden())
        rows = range(dialog.matches.entries.rowCount())
        keys = [getattr(dialog.matches.entries.entry(row), "key", 0) for row in rows]
        dialog.matches.setCurrentIndex(dialog.matches.entries.index(keys.index(stays)))
        dialog.submit()
        settled()

    return bringing


def at(shown: Shown) -> tuple[int | None, int | None]:
    return shown.view.claims.current_id, shown.view.panel.claim_id


def test_the_cursor_goes_to_the_claim_that_stays_and_back(
    shown: Shown, claims: tuple[int, int, int], bring: Bring, settled: Settle
) -> None:
    stays, gone, _other = claims
    shown.view.claims.select_claim(gone)
    settled()
    bring(stays)
    assert at(shown) == (stays, stays)
    assert not shown.view.claims.lists(gone)
    shown.view.actions_by_name["undo"].trigger()
    settled()
    assert at(shown) == (gone, gone)


def test_who_has_gone_on_stays_where_they_are(
    shown: Shown, claims: tuple[int, int, int], bring: Bring, settled: Settle
) -> None:
    stays, gone, other = claims
    shown.view.claims.select_claim(gone)
    settled()
    bring(stays)
    shown.view.claims.select_claim(other)
    settled()
    shown.view.actions_by_name["undo"].trigger()
    settled()
    assert at(shown) == (other, other)
    shown.view.claims.select_claim(stays)
    settled()
    assert at(shown) == (stays, stays)


def test_a_claim_that_is_not_listed_is_gone_to_in_the_list_of_all(
    qtbot: QtBot, shown: Shown, claims: tuple[int, int, int], bring: Bring, settled: Settle
) -> None:
    stays, gone, _other = claims
    shown.view.top_bar.field.setText('"the deal"')
    shown.view.top_bar.read_now()
    settled()
    assert (shown.view.claims.count, shown.view.claims.current_id) == (1, gone)
    bring(stays)
    qtbot.waitUntil(lambda: at(shown) == (stays, stays))  # the cleared field waits for typing


def test_looking_into_the_bin_is_no_undo(
    shown: Shown, claims: tuple[int, int, int], bring: Bring, settled: Settle
) -> None:
    stays, gone, _other = claims
    shown.view.claims.select_claim(gone)
    settled()
    bring(stays)
    shown.view.sidebar.choose("bin")
    settled()
    shown.view.sidebar.choose("all")
    settled()
    shown.view.claims.select_claim(stays)
    settled()
    assert at(shown) == (stays, stays)
