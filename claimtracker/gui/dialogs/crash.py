"""One dialog for our own bugs: the program goes on, and the report can be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.text_box import TextBox

MOST_LETTERS = 100_000


class CrashDialog(PlainDialog):
    """Further bugs are added to the dialog that is open already."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__("Something went wrong", parent, 600)
        self.add_note(
            "ClaimTracker met a fault of its own. What was saved is safe, and the program goes "
            "on. Please copy the report and send it to those who look after the program."
        )
        self.column.addSpacing(8)
        self.report = named(TextBox(report[:MOST_LETTERS], readOnly=True), "report")
        self.report.setAccessibleName("Report")
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(TextBox.LineWrapMode.NoWrap)
        self.report.setMinimumHeight(220)
        self.column.addWidget(self.report, 1)
        roles = QDialogButtonBox.ButtonRole
        self.copy_button = self.add_button("Copy the report", "copy_report", roles.ActionRole)
        self.copy_button.clicked.connect(self.copy)
        close = self.add_button("Go on", "cancel", roles.RejectRole)
        close.setDefault(True)
        close.setFocus()

    def add_report(self, report: str) -> None:
        """Note another bug."""
        whole = f"{self.report.toPlainText()}\n\n{report}"
        self.report.setPlainText(whole[:MOST_LETTERS])

    def copy(self) -> None:
        """Put the whole report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText("Copied")
