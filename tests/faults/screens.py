"""Every screen of the program: what tests walk that hold for all of them.

A new window joins by one line in the table; a test fails until it does.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QDialog, QMainWindow, QMessageBox, QWidget

from claimtracker import gui
from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind, Scan
from claimtracker.claims.backups import Comparison, Summary
from claimtracker.claims.state import Window
from claimtracker.deadlines import read
from claimtracker.gui.article_window.edit_dialog import EditDialog
from claimtracker.gui.article_window.fetch_box import FetchBox
from claimtracker.gui.article_window.reading import OpenedArticle
from claimtracker.gui.article_window.window import ArticleWindow
from claimtracker.gui.bulk_change.dialog import BulkChangeDialog
from claimtracker.gui.claim_panel.drops import Dropped
from claimtracker.gui.claimants import merge_dialog as of_claimants
from claimtracker.gui.claimants.edit_dialog import EditClaimantDialog
from claimtracker.gui.claimants.find_dialogs import FindOtherDialog, NearNamesDialog
from claimtracker.gui.claimants.window import ClaimantsWindow
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
from claimtracker.gui.events_window import merge_dialog as of_events
from claimtracker.gui.events_window.delete_dialog import DeleteEventDialog
from claimtracker.gui.events_window.event_dialog import EventDialog
from claimtracker.gui.events_window.window import EventsWindow
from claimtracker.gui.evidence.preview import Preview
from claimtracker.gui.evidence_inbox.window import EvidenceWindow
from claimtracker.gui.log_window.window import LogWindow
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.own_window import OwnWindow, SideWindow
from claimtracker.gui.said_before.window import SaidBeforeWindow
from claimtracker.operations.back_up import back_up
from claimtracker.operations.tell_collisions import ToldCollision
from claimtracker.operations.what_would_change import ReadAs, Rereading
from tests.faults.stage import Stage

AT = datetime(2025, 4, 20, 12, tzinfo=UTC)
DAY = date(2025, 4, 18)
# What others are built on, and nobody ever sees as itself.
FOUNDATIONS = frozenset(
    {
        BearingDialog,
        DayDialog,
        FollowedDialog,
        OperationDialog,
        OwnWindow,
        PlainDialog,
        SideWindow,
        WatchedDialog,
        WaysOnBox,
    }
)


Open = Callable[[Stage], QWidget]


def _conflict(stage: Stage) -> QWidget:
    text = stage.text
    told = Difference(
        "notes", text, text, f"{text} ", f"{text} both", mine_note=text, theirs_note=text
    )
    return ConflictDialog(stage.claims[0], [told], stage.window, [text], stage.desk.today)


def _collisions(stage: Stage) -> QWidget:
    text = stage.text
    told = ToldCollision(("claim", 1, "notes"), 1, text, text, text, f"{text} ", (text, AT))
    return CollisionsDialog(
        text, [told, replace(told, label="Notes")], [("a", 1, "b")], stage.window, stage.desk.today
    )


def _rereadings(stage: Stage) -> list[Rereading]:
    was = ReadAs(Window(DAY, DAY, DAY), "day", stage.text)
    becomes = replace(was, window=Window(DAY, DAY, stage.desk.today))
    return [Rereading(1, stage.text, stage.text, DAY, was, becomes)]


def _article(stage: Stage) -> ArticleWindow:
    """Candidates of every kind, whose words are markup."""
    text = stage.text
    whole = "\n".join([text] * 4)
    deadline = FoundDeadline(0, 9, read("next week", DAY))
    told = Candidate(
        Kind.COMMITMENT,
        text,
        0,
        len(text),
        claimant=text,
        stated_on=DAY,
        deadline=deadline,
        condition=text,
        score=0.8,
        score_reasons=(text,),
    )
    starts = [number * (len(text) + 1) for number in range(4)]
    at = [replace(told, start=start, end=start + len(text)) for start in starts]
    threat = replace(at[1], kind=Kind.THREAT, stated_on=None, stated_wording=text)
    left = replace(at[2], kind=Kind.NOT_TAKEN, reason=text)
    scan = Scan(DAY, text, (at[0], threat, left, replace(at[3], occurrence_of=0)))
    article = Article(whole, text, text, DAY, url=f"https://example.org/{text}")
    return ArticleWindow(stage.desk, OpenedArticle(article, scan), stage.window)


def _backups(stage: Stage) -> QWidget:
    back_up(stage.session)
    return RestoreDialog(stage.desk, stage.window)


def _confirm(stage: Stage) -> QWidget:
    held = Summary(3, 5, AT, 1, "a", "0001")
    return ConfirmRestoreBox(Comparison(held, held), stage.desk.today, stage.window)


def _found(stage: Stage) -> list[Dropped]:
    file = stage.named_file(".txt")
    return [Dropped(url=stage.text, title=stage.text), Dropped(file=file), Dropped(text=stage.text)]


def _keys(stage: Stage) -> QWidget:
    return KeysDialog(
        list(stage.view.actions_by_name.values()), stage.window, [(stage.text, stage.text)]
    )


def _about(stage: Stage) -> QWidget:
    stage.view.actions_by_name["about"].trigger()
    return next(it for it in stage.view.findChildren(QMessageBox) if it.isVisible())


def _wayback(stage: Stage) -> QWidget:
    stage.desk.use_settings(replace(stage.desk.settings, asks_wayback=True))
    return WaybackDialog(stage.desk, stage.evidence_ids, stage.window)


def _previews(stage: Stage) -> QWidget:
    """One for each kind of document; the last is handed out, the others stand beside it."""
    for found in (*stage.captured, stage.evidence):
        preview = Preview(stage.desk, stage.window)
        preview.show_evidence(found)
        preview.show()
    return preview


def _damaged(stage: Stage) -> QWidget:
    path = stage.folder / "claims.db"
    return DamagedDialog(path, stage.text, stage.desk.background, stage.window)


def _main(stage: Stage) -> QWidget:
    """The main window at the claim with the most to tell, with something said in every bar."""
    view = stage.view
    view.claims.select_claim(stage.claim_id)
    stage.settle()
    for bar in (view.reading, view.evidence.bar, view.history.undoing.bar):
        bar.say(stage.text)
        bar.show()
    stage.desk.changes.said.emit(stage.text)
    stage.desk.changes.refused.emit(stage.text)
    return stage.window


def _evidence_window(stage: Stage) -> QWidget:
    window = EvidenceWindow(stage.desk, stage.window)
    window.all_box.setChecked(True)
    return window


SCREENS: Mapping[type[QWidget], Open] = {
    ArticleWindow: _article,
    BinnedBox: lambda s: BinnedBox(s.window),
    BulkChangeDialog: lambda s: BulkChangeDialog(s.desk, s.claim_ids, s.window),
    ChangeBearingDialog: lambda s: ChangeBearingDialog(s.desk, s.evidence, s.window),
    ClaimantsWindow: lambda s: ClaimantsWindow(s.desk, s.window),
    CollisionsDialog: _collisions,
    CommandPalette: lambda s: CommandPalette([*s.view.actions_by_name.values()], s.window),
    ConditionDialog: lambda s: ConditionDialog(s.desk, s.claim_id, s.window),
    ConfirmRestoreBox: _confirm,
    ConflictDialog: _conflict,
    CorrectEvidenceDialog: lambda s: CorrectEvidenceDialog(s.desk, s.evidence, s.window),
    CrashDialog: lambda s: CrashDialog(s.text, s.window),
    DamagedDialog: _damaged,
    DeleteEventDialog: lambda s: DeleteEventDialog(s.text, _rereadings(s), DAY, s.window),
    DeleteForGoodDialog: lambda s: DeleteForGoodDialog(s.desk, [s.claim_id], s.window),
    DiscardBox: lambda s: DiscardBox(s.window),
    EditClaimantDialog: lambda s: EditClaimantDialog(s.desk, s.claimants[0], s.window),
    EditDialog: lambda s: EditDialog(s.desk, s.draft, may_keep=True, parent=s.window),
    EmptyBinDialog: lambda s: EmptyBinDialog(s.desk, s.window),
    EventDialog: lambda s: EventDialog(s.desk, s.events[0], s.window, frozenset({s.text})),
    EventsWindow: lambda s: EventsWindow(s.desk, s.window),
    EvidenceWindow: _evidence_window,
    ExportDialog: lambda s: ExportDialog(s.desk, s.view.claims.listing, 2, s.window),
    FetchBox: lambda s: FetchBox([s.text, s.text], s.window),
    FindOtherDialog: lambda s: FindOtherDialog(s.desk, s.claimants[0], s.window),
    ImportDialog: lambda s: ImportDialog(s.desk, s.named_file(".csv"), s.window),
    KeysDialog: _keys,
    LinkEvidenceDialog: lambda s: LinkEvidenceDialog(s.desk, s.claim_ids, s.window, _found(s)),
    LinkStoredDialog: lambda s: LinkStoredDialog(s.desk, s.evidence_ids, s.window),
    LogWindow: lambda s: LogWindow(s.desk, s.window),
    MainWindow: _main,
    of_claimants.MergeDialog: lambda s: of_claimants.MergeDialog(
        s.desk, s.claimants[0], s.claimants[1], s.window
    ),
    of_events.MergeDialog: lambda s: of_events.MergeDialog(
        s.desk, s.events[0], s.events[1:], s.window
    ),
    MergePairDialog: lambda s: MergePairDialog(s.desk, s.claims[0], s.claims[1], s.window),
    MoveDialog: lambda s: MoveDialog(s.desk, s.claim_id, s.window),
    NearNamesDialog: lambda s: NearNamesDialog(s.desk, s.window),
    NotTriggeredDialog: lambda s: NotTriggeredDialog(s.desk, s.claim_id, s.window),
    PlaceDialog: lambda s: PlaceDialog(
        s.desk, s.claim_id, s.claims[0].report.occurrences[0], parent=s.window
    ),
    Preview: _previews,
    QMessageBox: _about,
    RestateDialog: lambda s: RestateDialog(s.desk, s.claim_ids[:2], s.window),
    RestoreDialog: _backups,
    ReviewDialog: lambda s: ReviewDialog(s.desk, [s.claim_id], s.window),
    SaidBeforeWindow: lambda s: SaidBeforeWindow(s.desk, s.window),
    SettingsDialog: lambda s: SettingsDialog(s.desk, s.window, s.named_file(".toml")),
    SnoozeDialog: lambda s: SnoozeDialog(s.desk, [s.claim_id], s.window),
    StartDialog: lambda s: StartDialog(s.text, s.window),
    UnsavedBox: lambda s: UnsavedBox(s.window),
    VerdictDialog: lambda s: VerdictDialog(s.desk, [s.claim_id], s.window),
    VerifyDialog: lambda s: VerifyDialog(s.desk, s.window),
    WaitingDialog: lambda s: WaitingDialog("Restore", s.text, s.window),
    WaybackDialog: _wayback,
    WhatWouldChangeDialog: lambda s: WhatWouldChangeDialog(_rereadings(s), DAY, s.window),
}
"""How each window is opened over the main one."""


def widgets() -> set[type[QWidget]]:
    """Every widget class of the window's code."""
    found = set()
    for module in pkgutil.walk_packages(gui.__path__, f"{gui.__name__}."):
        of_module = vars(importlib.import_module(module.name)).values()
        classes = {it for it in of_module if isinstance(it, type) and issubclass(it, QWidget)}
        found |= {it for it in classes if it.__module__ == module.name}
    return found


def left_out(found: Iterable[type[QWidget]]) -> set[type[QWidget]]:
    """The windows among these that stand in no table."""
    known = {*SCREENS, *FOUNDATIONS}
    return {it for it in found if issubclass(it, QDialog | QMainWindow) and it not in known}
