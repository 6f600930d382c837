"""A claim was moved to the bin while it was edited: where is what was typed to go?"""

from PySide6.QtWidgets import QMessageBox, QWidget

from claimtracker.gui.dialogs.ways_on import WaysOnBox

_ROLES = QMessageBox.ButtonRole


class BinnedBox(WaysOnBox):
    """A new claim, the one in the bin, or neither yet; Esc goes on editing."""

    NEW, BINNED, STAY = "new", "binned", "stay"

    def __init__(self, parent: QWidget | None = None) -> None:
        ways = (
            (self.NEW, "save_new", "Save as a &new claim", _ROLES.AcceptRole),
            (self.BINNED, "save_binned", "Save it in the &bin", _ROLES.YesRole),
            (self.STAY, "save_stay", "&Go on editing", _ROLES.RejectRole),
        )
        question = "This claim was moved to the bin while you were editing it."
        super().__init__("Moved to the bin elsewhere", question, ways, parent)
        self.setInformativeText(
            "What you typed can be saved as a new claim, or with the one that lies in the bin."
        )
