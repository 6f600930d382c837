"""What stands in the place of an empty list: why it is empty and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from claimtracker.gui.plain_text import PlainLabel
from claimtracker.gui.views import ALL, View


class EmptyList(QWidget):
    """One sentence and the buttons that lead on."""

    new_wanted = Signal()
    sample_wanted = Signal()
    clear_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_list")
        self.setAccessibleName("Empty list")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._reason = self._label("strong")
        self._advice = self._label("muted")
        self.new_button = self._button("New claim  (Ctrl+N)", "empty_new", "primary")
        self.sample_button = self._button("Try the sample case", "empty_sample")
        self.clear_button = self._button("Clear the search", "empty_clear")
        self.all_button = self._button("Show all claims", "empty_all")
        self.new_button.clicked.connect(self.new_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.clear_button.clicked.connect(self.clear_wanted)
        self.all_button.clicked.connect(self.all_wanted)
        self._lay_out()

    def explain(self, view: View, is_searching: bool) -> None:
        """Say why nothing is listed here."""
        is_all = view is ALL and not is_searching
        self._reason.setText("No claim fits this search." if is_searching else view.empty)
        self._advice.setText(_advice(view, is_searching))
        self.new_button.setVisible(is_all)
        self.sample_button.setVisible(is_all)
        self.clear_button.setVisible(is_searching)
        self.all_button.setVisible(not is_all and not is_searching)

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._reason.text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        buttons = (self.new_button, self.sample_button, self.clear_button, self.all_button)
        for label in (self._reason, self._advice):
            column.addWidget(label)  # the whole width: a label set apart cuts off what it wraps
        for button in buttons:
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _label(self, role: str) -> PlainLabel:
        label = PlainLabel("", self)
        label.setProperty("role", role)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setWordWrap(True)
        return label

    def _button(self, text: str, name: str, role: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setProperty("role", role)
        return button


def _advice(view: View, is_searching: bool) -> str:
    if is_searching:
        return "Try fewer words, or look in All claims or the Bin."
    if view is ALL:
        return (
            "Write down what somebody committed to, and by when. "
            "Ctrl+Shift+V finds it in the article on the clipboard."
        )
    if view.query.is_in_bin:
        return "Claims that are moved to the bin wait here until it is emptied."
    return "F5 checks the deadlines again; All claims shows everything else."
