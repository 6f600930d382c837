"""Each Alt key of a dialog or window stands for one thing, and leads to it."""

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QGroupBox,
    QLabel,
    QMenuBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from claimtracker import gui
from claimtracker.claims.backups import Comparison, Summary
from claimtracker.claims.claimants import ClaimantRow
from claimtracker.claims.drafts import ClaimDraft
from claimtracker.claims.events import EventRow
from claimtracker.claims.listing import Listing
from claimtracker.deadlines import Event
from claimtracker.gui.article_window.edit_dialog import EditDialog
from claimtracker.gui.article_window.fetch_box import FetchBox
from claimtracker.gui.article_window.window import ArticleWindow
from claimtracker.gui.bulk_change.dialog import BulkChangeDialog
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.claimants.edit_dialog import EditClaimantDialog
from claimtracker.gui.claimants.find_dialogs import FindOtherDialog, NearNamesDialog
from claimtracker.gui.claimants.merge_dialog import MergeDialog as MergeClaimantsDialog
from claimtracker.gui.claimants.window import ClaimantsWindow
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import OperationDialog, PlainDialog
from claimtracker.gui.dialogs.binned import BinnedBox
from claimtracker.gui.dialogs.change_bearing import ChangeBearingDialog
from claimtracker.gui.dialogs.collisions import CollisionsDialog
from claimtracker.gui.dialogs.command_palette import CommandPalette
from claimtracker.gui.dialogs.condition import ConditionDialog
from claimtracker.gui.dialogs.conflict import ConflictDialog, Difference
from claimtracker.gui.dialogs.correct_evidence import CorrectEvidenceDialog
from claimtracker.gui.dialogs.crash import CrashDialog
from claimtracker.gui.dialogs.damaged import DamagedDialog
from claimtracker.gui.dialogs.day_dialog import DayDialog
from claimtracker.gui.dialogs.empty_bin import DeleteForGoodDialog, EmptyBinDialog
from claimtracker.gui.dialogs.export import ExportDialog
from claimtracker.gui.dialogs.followed_dialog import FollowedDialog
from claimtracker.gui.dialogs.import_table import ImportDialog
from claimtracker.gui.dialogs.keys import KeysDialog
from claimtracker.gui.dialogs.link_evidence import (
    BearingDialog,
    LinkEvidenceDialog,
    LinkStoredDialog,
)
from claimtracker.gui.dialogs.merge_pair import MergePairDialog
from claimtracker.gui.dialogs.move import MoveDialog
from claimtracker.gui.dialogs.not_triggered import NotTriggeredDialog
from claimtracker.gui.dialogs.place import PlaceDialog
from claimtracker.gui.dialogs.restate import RestateDialog
from claimtracker.gui.dialogs.restore import ConfirmRestoreBox, RestoreDialog
from claimtracker.gui.dialogs.review import ReviewDialog
from claimtracker.gui.dialogs.settings import SettingsDialog
from claimtracker.gui.dialogs.snooze import SnoozeDialog
from claimtracker.gui.dialogs.start import StartDialog
from claimtracker.gui.dialogs.unsaved import DiscardBox, UnsavedBox
from claimtracker.gui.dialogs.verdict import VerdictDialog
from claimtracker.gui.dialogs.verify import VerifyDialog
from claimtracker.gui.dialogs.waiting import WaitingDialog
from claimtracker.gui.dialogs.watched import WatchedDialog
from claimtracker.gui.dialogs.wayback import WaybackDialog
from claimtracker.gui.dialogs.ways_on import WaysOnBox
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.gui.events_window.delete_dialog import DeleteEventDialog
from claimtracker.gui.events_window.event_dialog import EventDialog
from claimtracker.gui.events_window.merge_dialog import MergeDialog as MergeEventsDialog
from claimtracker.gui.events_window.window import EventsWindow
from claimtracker.gui.evidence.preview import Preview
from claimtracker.gui.evidence_inbox.window import EvidenceWindow
from claimtracker.gui.log_window.window import LogWindow
from claimtracker.gui.said_before.window import SaidBeforeWindow
from claimtracker.operations.tell_collisions import ToldCollision
from tests.gui.article_window.articles import OPENED
from tests.gui.evidence.claims import claim_with
from tests.gui.rows import evidence_row
from tests.gui.window.conftest import Shown

Make = Callable[[Desk, QWidget], QWidget]
WHAT_IS_COMMON = {
    PlainDialog,
    OperationDialog,
    DayDialog,
    BearingDialog,
    FollowedDialog,
    WatchedDialog,
    WaysOnBox,
}
ADA = ClaimantRow(1, "Ada", "", "", None, None, (), (), 2)
BEA = ClaimantRow(2, "Bea", "Mayor", "", None, None, (), (), 1)
TRUCE = EventRow(1, Event("truce", None))
DRAFT = ClaimDraft(summary="Sign the deal")
COMPARED = Comparison(Summary(1, 1, None, 1, "", "0005"), None)
DIFFERENCE = Difference("summary", "Summary", "a", "b")
COLLISION = ToldCollision(("claim", 1, "notes"), 1, "“Sign”", "Notes", "a", "b")
WINDOWS: Mapping[type[QWidget], Make] = {
    ArticleWindow: lambda desk, over: ArticleWindow(desk, OPENED, over),
    EvidenceWindow: EvidenceWindow,
    EventsWindow: EventsWindow,
    ClaimantsWindow: ClaimantsWindow,
    SaidBeforeWindow: SaidBeforeWindow,
    LogWindow: LogWindow,
}
DIALOGS: Mapping[type[QWidget], Make] = {
    BinnedBox: lambda _desk, over: BinnedBox(over),
    ChangeBearingDialog: lambda desk, over: ChangeBearingDialog(desk, evidence_row(), over),
    CollisionsDialog: lambda _desk, over: CollisionsDialog("", [COLLISION], [COLLISION.key], over),
    CommandPalette: lambda _desk, over: CommandPalette([], over),
    ConditionDialog: lambda desk, over: ConditionDialog(desk, 1, over),
    ConflictDialog: lambda _desk, over: ConflictDialog(claim_with(), [DIFFERENCE], over),
    CorrectEvidenceDialog: lambda desk, over: CorrectEvidenceDialog(desk, evidence_row(), over),
    CrashDialog: lambda _desk, over: CrashDialog("A fault", over),
    ConfirmRestoreBox: lambda desk, over: ConfirmRestoreBox(COMPARED, desk.today, over),
    DamagedDialog: lambda desk, over: DamagedDialog(Path("c.db"), "", desk.background, over),
    DeleteEventDialog: lambda desk, over: DeleteEventDialog("truce", [], desk.today, over),
    DiscardBox: lambda _desk, over: DiscardBox(over),
    EditDialog: lambda desk, over: EditDialog(desk, DRAFT, may_keep=True, parent=over),
    EventDialog: lambda desk, over: EventDialog(desk, TRUCE, over),
    DeleteForGoodDialog: lambda desk, over: DeleteForGoodDialog(desk, [1], over),
    EmptyBinDialog: EmptyBinDialog,
    ExportDialog: lambda desk, over: ExportDialog(desk, Listing(desk.as_of), 1, over),
    FetchBox: lambda _desk, over: FetchBox(["https://example.org/a"], over),
    ImportDialog: lambda desk, over: ImportDialog(desk, None, over),
    KeysDialog: lambda _desk, over: KeysDialog([], over),
    LinkEvidenceDialog: lambda desk, over: LinkEvidenceDialog(desk, [1], over, [Dropped()]),
    LinkStoredDialog: lambda desk, over: LinkStoredDialog(desk, [], over),
    MergeEventsDialog: lambda desk, over: MergeEventsDialog(desk, TRUCE, [], over),
    MergeClaimantsDialog: lambda desk, over: MergeClaimantsDialog(desk, ADA, BEA, over),
    BulkChangeDialog: lambda desk, over: BulkChangeDialog(desk, [1], over),
    EditClaimantDialog: lambda desk, over: EditClaimantDialog(desk, ADA, over),
    FindOtherDialog: lambda desk, over: FindOtherDialog(desk, ADA, over),
    NearNamesDialog: NearNamesDialog,
    MoveDialog: lambda desk, over: MoveDialog(desk, 1, over),
    NotTriggeredDialog: lambda desk, over: NotTriggeredDialog(desk, 1, over),
    MergePairDialog: lambda desk, over: MergePairDialog(desk, claim_with(), claim_with(), over),
    PlaceDialog: lambda desk, over: PlaceDialog(desk, 1, parent=over),
    Preview: Preview,
    RestateDialog: lambda desk, over: RestateDialog(desk, [1], over),
    RestoreDialog: RestoreDialog,
    ReviewDialog: lambda desk, over: ReviewDialog(desk, [1], over),
    SettingsDialog: lambda desk, over: SettingsDialog(desk, over, Path("settings.toml")),
    SnoozeDialog: lambda desk, over: SnoozeDialog(desk, [1], over),
    StartDialog: lambda _desk, over: StartDialog("", over),
    UnsavedBox: lambda _desk, over: UnsavedBox(over),
    VerdictDialog: lambda desk, over: VerdictDialog(desk, [1], over),
    VerifyDialog: VerifyDialog,
    WaitingDialog: lambda _desk, over: WaitingDialog("Restore", "It is put back…", over),
    WaybackDialog: lambda desk, over: WaybackDialog(desk, [1], over),
    WhatWouldChangeDialog: lambda desk, over: WhatWouldChangeDialog([], desk.today, over),
}


@pytest.fixture
def opened(
    qtbot: QtBot, desk: Desk, settled: Callable[[], None], enter: Callable[..., int]
) -> Callable[[Make], QWidget]:
    """Make a dialog or window over another one, with a claim to be about."""
    over = QWidget()
    qtbot.addWidget(over)
    enter()

    def opening(make: Make) -> QWidget:
        made = make(desk, over)
        made.show()
        settled()
        return made

    return opening


def alt_keys(whole: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Every Alt key with what it stands for, of what is hidden now as well."""
    for widget in whole.findChildren(QWidget):
        for text in _texts(widget):
            if key := QKeySequence.mnemonic(text).toString():
                yield key, widget


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield widget.text() if widget.buddy() else ""
    elif isinstance(widget, QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(number) for number in range(widget.count()))
    elif isinstance(widget, QMenuBar):
        yield from (action.text() for action in widget.actions())


def _every(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for each in kind.__subclasses__():
        yield each
        yield from _every(each)


def test_every_dialog_of_the_program_is_looked_at() -> None:
    for module in pkgutil.walk_packages(gui.__path__, f"{gui.__name__}."):
        import_module(module.name)
    ours = {each for each in _every(QDialog) if each.__module__.startswith(gui.__name__)}
    assert ours - WHAT_IS_COMMON == set(DIALOGS)


@pytest.mark.parametrize("kind", [*DIALOGS, *WINDOWS], ids=lambda kind: kind.__name__)
def test_no_two_parts_of_a_dialog_have_the_same_alt_key(
    opened: Callable[[Make], QWidget], kind: type[QWidget]
) -> None:
    whole = opened({**DIALOGS, **WINDOWS}[kind])
    counted = Counter(key for key, _widget in alt_keys(whole))
    assert [key for key, count in counted.items() if count > 1] == []


def test_no_two_parts_of_the_main_window_have_the_same_alt_key(shown: Shown) -> None:
    counted = Counter(key for key, _widget in alt_keys(shown.window))
    assert [key for key, count in counted.items() if count > 1] == []


def test_the_control_two_buttons_of_one_key_are_found(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    for label in ("&Open", "L&og off", "&Other"):
        QLabel(label, whole).setBuddy(whole)
    assert Counter(key for key, _widget in alt_keys(whole)) == {"Alt+O": 3}


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_the_alt_key_of_a_field_leads_into_it(
    qtbot: QtBot, opened: Callable[[Make], QWidget], kind: type[QWidget]
) -> None:
    whole = opened(DIALOGS[kind])
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    for key, label in alt_keys(whole):
        if not isinstance(label, QLabel) or not label.isVisible():
            continue
        field = label.buddy()
        if not field.isVisible() or not field.isEnabled():
            continue
        pressed = QKeySequence(key)[0]  # type: ignore[index]  # left out of the stubs
        QTest.keyClick(whole, pressed.key(), Qt.KeyboardModifier.AltModifier)
        assert whole.focusWidget() is field, f"{key}: {label.text()}"
