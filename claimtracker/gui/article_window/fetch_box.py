"""The question before anything is fetched from the web: the network is touched only when asked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from claimtracker.gui.plain_text import one_line

LONGEST_ADDRESS = 100


class FetchBox(QMessageBox):
    """Fetch or Cancel; Esc fetches nothing."""

    fetch_wanted = Signal()

    def __init__(self, addresses: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fetch from the web")
        self.setTextFormat(Qt.TextFormat.PlainText)
        what = "it" if len(addresses) == 1 else "them"
        shown = [one_line(address, LONGEST_ADDRESS) for address in addresses]
        # In one label: another one under it would be as narrow as the question.
        self.setText("\n".join([f"Fetch {what} from the web?", "", *shown]))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        roles = QMessageBox.ButtonRole
        self.fetch_button = self.addButton("&Fetch", roles.AcceptRole)
        self.fetch_button.setObjectName("fetch")
        self.cancel_button = self.addButton("&Cancel", roles.RejectRole)
        self.cancel_button.setObjectName("cancel")
        self.setDefaultButton(self.fetch_button)
        self.setEscapeButton(self.cancel_button)
        self.fetch_button.clicked.connect(self.fetch_wanted)
