"""What the main window holds: views, list and panel side by side, and the bars around them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimtracker.claims.listing import Counts, SortKey
from claimtracker.claims.query import Query
from claimtracker.gui.article_window.offered import may_be_article, offered
from claimtracker.gui.article_window.opening import ArticleOpening
from claimtracker.gui.article_window.reading_bar import ReadingBar
from claimtracker.gui.backup_desk import BackupDesk
from claimtracker.gui.claim_list.view import ClaimList
from claimtracker.gui.claim_panel.drops import accept_copy, may_be_dropped
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.commands import COMMANDS, build_actions
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence_desk import EvidenceDesk
from claimtracker.gui.history_desk import HistoryDesk
from claimtracker.gui.list_and_panel import ListAndPanel
from claimtracker.gui.main_window import MainWindow
from claimtracker.gui.message_bar import MessageBar
from claimtracker.gui.panes import Panes
from claimtracker.gui.place_remark import PlaceRemark
from claimtracker.gui.reminder_bar import ReminderBar
from claimtracker.gui.side_windows import SideWindows
from claimtracker.gui.sidebar import Sidebar
from claimtracker.gui.status_line import StatusLine
from claimtracker.gui.taken_over import TakenOver
from claimtracker.gui.top_bar import TopBar
from claimtracker.gui.undoing import step_text
from claimtracker.gui.views import View
from claimtracker.gui.window_commands import WindowCommands
from claimtracker.operations import list_claims
from claimtracker.operations.undo import Steps
from claimtracker.settings import WindowPlace

Handler = Callable[[], object]


class MainView(QWidget):
    """Brings the parts together; each of them reads and writes through the desk."""

    def __init__(self, desk: Desk, window: MainWindow, handlers: Mapping[str, Handler]) -> None:
        super().__init__(window)
        self.setObjectName("main_view")
        self._desk = desk
        self.sidebar = Sidebar(self)
        self.top_bar = TopBar(self)
        self.reminders = ReminderBar(desk, self)
        self.messages = MessageBar(self)
        self.reading = ReadingBar(self)
        self.articles = ArticleOpening(desk, self.reading, self)
        self.setAcceptDrops(True)
        self.claims = ClaimList(desk, self)
        self.panel = ClaimPanel(desk, self)
        self.evidence = EvidenceDesk(desk, self.panel.chosen_evidence, self)
        self.beside = SideWindows(desk, self)
        self.backups = BackupDesk(desk, self)
        self.place_remark = PlaceRemark(desk, self)
        self._ways = ListAndPanel(self.sidebar, self.top_bar, self.claims, self.panel)
        self._status = StatusLine(desk, window.statusBar(), self)
        self.history = HistoryDesk(desk, self.claims, self)
        self._panes = self._lay_out(window.width())
        self._commands = WindowCommands(desk, self.claims, self.panel, self)
        self._taken_over = TakenOver(desk, self.claims, self._ways)
        self.actions_by_name = self._build_actions(window, handlers)
        self._connect()
        self.articles.claim_wanted.connect(window.come_forward)
        self.beside.claim_wanted.connect(window.come_forward)
        self._come_back(desk.settings.window)
        self._offer_commands(is_any_selected=False)
        self._name_steps(Steps(None, None))  # until it is known what can be taken back
        self.claims.take_focus()

    def look_after(self) -> None:
        """Begin, once the claims are listed, what goes on by itself."""
        once = Qt.ConnectionType.SingleShotConnection
        self.claims.filled.connect(self.backups.start)
        self.claims.filled.connect(self.place_remark.start)
        self.claims.damage_found.connect(self.backups.damage_found, once)

    def ask_to_leave(self, then: Callable[[], object]) -> None:
        """Call `then` once nothing unsaved can be lost."""
        self.panel.ask_to_leave(partial(self.articles.ask_to_leave, partial(self._leave, then)))

    def _leave(self, then: Callable[[], object]) -> None:
        self.evidence.capturing.close()
        self.beside.leave()
        then()

    def place(self, before: WindowPlace) -> WindowPlace:
        """Where everything stands now, to come back to; the window adds its own."""
        return replace(
            self._panes.place(before),
            columns=self.claims.save_columns(),
            view=self.sidebar.view.key,
            claim_id=self.claims.current_id or 0,
            sort_key=self.claims.sort_key.value,
            is_descending=self.claims.is_descending,
        )

    def show_view(self, view: View) -> None:
        """List the claims of one of the standing views."""
        self.claims.show_query(view, self.top_bar.query)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what no part of the window wants as evidence: an article, or a picture."""
        if offered(event.mimeData()) or may_be_dropped(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        accept_copy(event)
        self._open_dropped(event.mimeData())

    def _open_dropped(self, content: QMimeData) -> None:
        """Open articles; what can be none is evidence, for a claim or the inbox."""
        if self.evidence.take_drop(content):
            self.articles.open_all([each for each in offered(content) if may_be_article(each)])
        else:
            self.articles.open_dropped(content)

    def _lay_out(self, width: int) -> Panes:
        working = (self.reading, self.evidence.bar, self.history.undoing.bar)
        bars = (self.top_bar, self.messages, *working, self.reminders)
        panes = Panes(self.sidebar, bars, self.claims, self.panel, width, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(panes)
        return panes

    def _build_actions(
        self, window: MainWindow, handlers: Mapping[str, Handler]
    ) -> dict[str, QAction]:
        every = {
            "quit": window.close,
            **self._commands.handlers(),
            **self.evidence.handlers(),
            **self.beside.handlers(),
            **self.history.handlers(),
            **self.backups.handlers(),
            **self._own_handlers(),
            **handlers,
        }
        actions = build_actions(
            window, self, self.claims, every, evidence_list=self.panel.pages.evidence
        )
        self._commands.use_actions(actions)
        self.top_bar.add_buttons(actions)
        return actions

    def _own_handlers(self) -> dict[str, Handler]:
        return {
            "find": self.top_bar.focus_field,
            "open_file": self.articles.choose_file,
            "paste_article": self.articles.open_clipboard,
            "show_article": self._show_article,
            "select_all": self.claims.select_all,
            "check": self._check,
            **{f"sort_{key}": partial(self.claims.sort_by, key) for key in SortKey},
            "show_views": self.sidebar.take_focus,
            "show_list": self.claims.take_focus,
            "show_panel": partial(self._with_panel, self.panel.edit),
            "show_evidence": partial(self._with_panel, self.panel.come_to_evidence),
            "show_said": partial(self._with_panel, self.panel.come_to_said),
            "show_moves": partial(self._with_panel, self.panel.come_to_moves),
            "show_history": partial(self._with_panel, self.panel.come_to_history),
            "new_claim": partial(self._with_panel, self.panel.new_claim),
            "paste_claim": partial(self._with_panel, self._commands.new_from_clipboard),
            "edit": partial(self._with_panel, self.panel.edit),
            "toggle_views": partial(_toggle, self.sidebar),
            "toggle_panel": partial(_toggle, self.panel),
        }

    def _show_article(self) -> None:
        if self.claims.current_id is not None:
            self.articles.show_claim(self.claims.current_id)

    def _with_panel(self, then: Handler) -> None:
        """Bring the panel back if it was hidden: what follows happens there."""
        self.panel.show()
        then()

    def _check(self) -> None:
        """Sweep, and read again what another program may have changed meanwhile."""
        self.reminders.sweep()
        self._desk.changes.changed.emit()

    def _connect(self) -> None:
        self.sidebar.view_chosen.connect(self.show_view)
        self.sidebar.list_wanted.connect(self.claims.take_focus)
        self.top_bar.query_changed.connect(self._look_for)
        self.top_bar.field.left_downwards.connect(self.claims.take_focus)
        self.claims.activated.connect(self.actions_by_name["edit"].trigger)
        self.claims.counted.connect(self._say_counts)
        self.claims.table.dropped_on.connect(self._commands.link_dropped)
        self.claims.table.dropped_beside.connect(self._open_dropped)
        self.evidence.serve(self.panel.pages.evidence, self.actions_by_name)
        self.sidebar.inbox_wanted.connect(self.evidence.show_inbox)
        self.evidence.inbox_counted.connect(self.sidebar.show_inbox_count)
        self.evidence.undo_wanted.connect(self.history.undoing.undo)
        self.evidence.redo_wanted.connect(self.history.undoing.redo)
        self.beside.claim_wanted.connect(self._ways.go_to)
        self.beside.undo_wanted.connect(self.history.undoing.undo)
        self.beside.redo_wanted.connect(self.history.undoing.redo)
        self._commands.brought_in.connect(self._taken_over.go_on)
        self.history.serve(self.panel.pages.history)
        self.panel.pages.said.article_wanted.connect(self.articles.show_claim)
        self.history.undoing.named.connect(self._name_steps)
        self.history.claim_found.connect(self._ways.go_to_found)
        self.articles.table_offered.connect(self._commands.import_table)
        self.articles.claim_wanted.connect(self._ways.go_to)
        self.claims.empty.new_wanted.connect(self.actions_by_name["new_claim"].trigger)
        self.claims.empty.sample_wanted.connect(self.actions_by_name["open_sample"].trigger)
        self.claims.empty.clear_wanted.connect(self.top_bar.clear)
        self.claims.empty.all_wanted.connect(self.sidebar.choose_all)
        self.claims.filled.connect(self._read_rest, Qt.ConnectionType.SingleShotConnection)
        self.reminders.checked.connect(self._status.say_checked)
        self.reminders.work_through.connect(self._ways.work_through)
        self._desk.changes.changed.connect(self._read_counts)
        self.messages.follow(self._desk.changes)

    def _look_for(self, query: Query) -> None:
        self.claims.show_query(self.sidebar.view, query)

    def _say_counts(self, listed: int, selected: int) -> None:
        self._status.say_counts(listed, selected)
        self._offer_commands(is_any_selected=selected > 0)

    def _offer_commands(self, *, is_any_selected: bool) -> None:
        """Offer what needs a claim only where there is one, on the right side of the bin."""
        is_in_bin = self.claims.listing.query.is_in_bin
        has_no_use = {"bin": is_in_bin, "restore": not is_in_bin, "delete_for_good": not is_in_bin}
        for command in COMMANDS:
            if command.needs_claim:
                is_of_use = is_any_selected and not has_no_use.get(command.name, False)
                self.actions_by_name[command.name].setEnabled(is_of_use)

    def _read_rest(self) -> None:
        """Ask what the bars and menus say, and hold the deadlines against today: the list first."""
        self._read_counts()
        self.history.undoing.read_steps()
        self.evidence.count_inbox()
        self.reminders.start()

    def _read_counts(self) -> None:
        self._desk.ask(partial(list_claims.counts, as_of=self._desk.as_of), self._take_counts)

    def _take_counts(self, counts: Counts) -> None:
        self.sidebar.show_counts(counts)
        self.actions_by_name["empty_bin"].setEnabled(counts.binned > 0)

    def _name_steps(self, steps: Steps) -> None:
        for verb, step in (("undo", steps.undo), ("redo", steps.redo)):
            action: QAction = self.actions_by_name[verb]
            action.setText(step_text(verb.capitalize(), step, self._desk.by))
            action.setEnabled(step is not None)

    def _come_back(self, place: WindowPlace) -> None:
        self._panes.come_back(place)
        self.claims.restore_columns(place.columns)
        self.claims.restore_sort(place.sort_key, place.is_descending)
        self.sidebar.choose(place.view)
        if place.claim_id:
            self.claims.select_claim(place.claim_id)


def _toggle(widget: QWidget) -> None:
    widget.setVisible(widget.isHidden())
