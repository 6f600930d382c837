"""Why a document was not captured, with the button that tries again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimtracker.claims.rows import DocumentRow
from claimtracker.gui.claim_panel.named import text_button
from claimtracker.gui.evidence.words import LONGEST_SHOWN, missed_words
from claimtracker.gui.icons import Sign
from claimtracker.gui.plain_text import wrapped_label

_ABOVE = 6


class FailureLine(QWidget):
    """Hidden where nothing went wrong."""

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = wrapped_label("capture_failure", "problem")
        flags = Qt.TextInteractionFlag
        self.words.setTextInteractionFlags(flags.TextSelectableByMouse)
        self.button = text_button("try_again_button", "Try again  G")
        self.button.setToolTip("Try again  (G)")
        self.button.clicked.connect(self.again_wanted)
        top, sign = Qt.AlignmentFlag.AlignTop, Sign("warning")
        self.words.setAlignment(top)
        for beside in (sign, self.words):  # level with the words on the button
            beside.setContentsMargins(0, _ABOVE, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(sign, alignment=top)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, alignment=top)
        self.hide()

    def show_evidence(self, found: DocumentRow | None) -> None:
        """Say what went wrong with this document, if anything did."""
        failure = found.failure[:LONGEST_SHOWN] if found is not None else ""
        missed = missed_words(found).capitalize() if found is not None else ""
        self.words.setText(f"{missed}: {failure}")
        self.setVisible(bool(failure))
