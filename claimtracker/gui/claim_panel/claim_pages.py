"""What the panel shows of one claim: its head, the tabs, the verdict, the way to save."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.claim_panel.assessments import Assessments
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.evidence import EvidenceTab
from claimtracker.gui.claim_panel.form import ClaimForm
from claimtracker.gui.claim_panel.heading import Heading
from claimtracker.gui.claim_panel.history import HistoryTab
from claimtracker.gui.claim_panel.moves import MovesTab
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.claim_panel.said import SaidTab
from claimtracker.gui.claim_panel.save_bar import SaveBar
from claimtracker.gui.desk import Desk

_CLAIM, _EVIDENCE, _SAID, _MOVES, _HISTORY = range(5)


class ClaimPages(QWidget):
    """Lays the parts out and hands each of them the claim."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(desk)
        self.form = ClaimForm(desk)
        self.save_bar = SaveBar()
        self.evidence = EvidenceTab(desk)
        self.said = SaidTab(desk)
        self.moves = MovesTab(desk)
        self.history = HistoryTab(desk)
        self.assessments = Assessments(desk)
        self.tabs = named(QTabWidget(documentMode=True), "claim_tabs")
        self.tabs.setAccessibleName("Parts of the claim")
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._claim_page(), "Claim")
        for title, tab in (
            ("Evidence", self.evidence),
            ("Said", self.said),
            ("Moves", self.moves),
            ("History", self.history),
        ):
            self.tabs.addTab(tab, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.assessments)

    def _claim_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        column.addWidget(self.save_bar)
        return page

    def show_claim(self, details: ClaimDetails) -> None:
        """Show everything but the form, which may hold unsaved typing."""
        self.heading.show_claim(details)
        self.evidence.show_claim(details)
        self.said.show_claim(details)
        self.moves.show_claim(details)
        self.history.show_claim(details)
        self.assessments.show_claim(details)
        self._show_tabs(is_stored=True)
        self.tabs.setTabText(_EVIDENCE, f"Evidence {len(details.report.evidence):,}")
        self.tabs.setTabText(_SAID, f"Said {len(details.report.occurrences):,}")
        self.tabs.setTabText(_MOVES, f"Moves {max(len(details.moves) - 1, 0)}")

    def show_new(self) -> None:
        """Show the form alone: a claim that is not stored has nothing else yet."""
        self.heading.show_new()
        self._show_tabs(is_stored=False)
        self.show_form()

    def show_form(self) -> None:
        """Turn to the fields."""
        self.tabs.setCurrentIndex(_CLAIM)

    def show_evidence(self) -> None:
        """Turn to the evidence."""
        self.tabs.setCurrentIndex(_EVIDENCE)

    def show_said(self) -> None:
        """Turn to the places where it was said."""
        self.tabs.setCurrentIndex(_SAID)

    def come_to_moves(self) -> None:
        """Put the cursor into the moves of its deadline."""
        self._come_to(_MOVES, self.moves.entries)

    def come_to_history(self) -> None:
        """Put the cursor into what was done to it."""
        self._come_to(_HISTORY, self.history.entries)

    def _come_to(self, number: int, entries: DetailedList) -> None:
        """Turn to this page and into its list; where that is empty the tab has the cursor."""
        self.tabs.setCurrentIndex(number)
        (entries.list if entries.list.current() else self.tabs.tabBar()).setFocus()

    def _show_tabs(self, *, is_stored: bool) -> None:
        for number in (_EVIDENCE, _SAID, _MOVES, _HISTORY):
            self.tabs.setTabVisible(number, is_stored)
        self.assessments.setVisible(is_stored)
