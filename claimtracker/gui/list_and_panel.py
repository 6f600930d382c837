"""How the list and the panel follow one another, and how all else leads to a claim in them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut

from claimtracker.gui.claim_list.view import ClaimList
from claimtracker.gui.claim_panel.panel import ClaimPanel
from claimtracker.gui.sidebar import Sidebar
from claimtracker.gui.top_bar import TopBar


class ListAndPanel(QObject):
    """Shows in the panel what is current in the list, and goes to claims wherever they are."""

    def __init__(
        self, sidebar: Sidebar, top_bar: TopBar, claims: ClaimList, panel: ClaimPanel
    ) -> None:
        super().__init__(claims)
        self._sidebar = sidebar
        self._top_bar = top_bar
        self._claims = claims
        self._panel = panel
        claims.current_changed.connect(panel.show_claim)
        claims.current_lost.connect(self._follow_loss)
        panel.discarded.connect(self._follow_list)
        panel.stayed.connect(self._come_back)
        panel.saved.connect(self._follow_save)
        panel.claim_wanted.connect(claims.select_claim)
        panel.listed_claim_wanted.connect(self.go_to)
        panel.pages.said.binned_wanted.connect(self.go_to_binned)
        leave = QShortcut(Qt.Key.Key_Escape, panel)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(claims.take_focus)

    def go_to(self, claim_id: int) -> None:
        """Show a claim in the list of all, where it is listed whatever the view was."""
        self.work_through([claim_id])

    def go_to_binned(self, claim_id: int) -> None:
        """Show a claim in the bin, as one that restates another."""
        self.work_through([claim_id], "bin")

    def go_to_found(self, claim_id: int, is_binned: bool) -> None:
        """Show a claim out of the log, in the bin where it lies there."""
        self.work_through([claim_id], "bin" if is_binned else "all")
        self._claims.window().activateWindow()

    def work_through(self, claim_ids: Sequence[int], view: str = "all") -> None:
        """Go to the first of these claims, in the list of all claims or another view."""
        self._top_bar.clear()
        self._sidebar.choose(view)
        if claim_ids:
            self._claims.select_claim(claim_ids[0])
        self._claims.take_focus()

    def _follow_loss(self, claim_id: int | None) -> None:
        """Stay where something is being typed, though its claim left the list by itself."""
        if not self._panel.has_unsaved:
            self._panel.show_claim(claim_id)

    def _follow_list(self) -> None:
        self._panel.show_claim(self._claims.current_id)

    def _follow_save(self, claim_id: int) -> None:
        """Go to the claim in the list, where the next single key is a command."""
        self._claims.select_claim(claim_id)
        self._claims.take_focus()

    def _come_back(self) -> None:
        if self._panel.claim_id is not None:
            self._claims.select_claim(self._panel.claim_id)
