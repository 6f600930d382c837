"""Who signs a verdict: asked for once, where the settings hold no name that a person gave."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from claimtracker.gui.claim_panel.field_error import FieldError
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.desk import Desk
from claimtracker.gui.plain_text import buddy_label, wrapped_label

_NOTE = "Asked once: it stands beside your verdicts and in the log. The settings change it."
_FROM_LOGIN = f"This is the name of your login. {_NOTE}"


class Signer(QWidget):
    """Hidden once the name is known."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.field = named(QLineEdit(), "signed_by", "Your name, which signs the verdict")
        self.field.setPlaceholderText("As a reader of the report should see it")
        by_login = desk.settings.assessor.strip()
        self.field.setText(by_login)
        note = wrapped_label("signed_by_note", "muted")
        note.setText(_FROM_LOGIN if by_login else _NOTE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(buddy_label("Your &name, which signs the verdict", self.field))
        column.addWidget(self.field)
        column.addWidget(note)
        self.setFocusProxy(self.field)
        self.setVisible(not desk.settings.knows_assessor)

    def name(self) -> str:
        """Who signs; raises FieldError while nobody is named."""
        if self._desk.settings.knows_assessor:
            return self._desk.by
        name = " ".join(self.field.text().split())
        if not name:
            raise FieldError("signed_by", "A verdict is signed: enter your name.")
        return name

    def keep(self) -> None:
        """Note the name in the settings, so that it is not asked for again."""
        if not self._desk.settings.knows_assessor:
            known = replace(self._desk.settings, assessor=self.name(), is_assessor_known=True)
            self._desk.use_settings(known)
