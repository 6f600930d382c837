"""What becomes of two claims' texts where they are brought together, and which of them stay."""

from collections.abc import Iterator

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from claimtracker.claims.rows import ClaimDetails
from claimtracker.gui.claim_panel.named import named
from claimtracker.gui.dates import day_text
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import framed
from claimtracker.gui.plain_text import PlainLabel, one_line, wrapped_label
from claimtracker.gui.text_box import TextBox
from claimtracker.operations.merged_fields import CHOOSABLE

_TEXT_HEIGHT = 56
_WHAT = (
    "The places where it was said, the evidence with its notes, the tags, the moves and what the "
    "other claim lacks go over. The restating claim goes to the bin as it is."
)


class MergeTexts(QWidget):
    """Shows both texts where both claims have one; the one that does not stay goes to the notes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[str, _Choice] = {}
        self.what = wrapped_label("merge_what", "muted")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.what, 0, 0, 1, 2)
        self.what.setText(_WHAT)
        for number, field in enumerate(CHOOSABLE):
            self._rows[field] = _Choice(field)
            self._grid.addWidget(self._rows[field], number + 1, 0, 1, 2)

    def show_claims(self, claim: ClaimDetails | None, stays: ClaimDetails | None) -> None:
        """Say what becomes of them; without the two only what is so for any claims."""
        told = "" if claim is None or stays is None else " ".join(_told(claim, stays, self._desk))
        self.what.setText(f"{_WHAT} {told}".strip())
        for field, row in self._rows.items():
            texts = [getattr(each.report, field) if each else "" for each in (stays, claim)]
            is_open = texts[0] != texts[1] and all(text.strip() for text in texts)
            row.setVisible(is_open)
            row.show_texts(*(texts if is_open else ("", "")))

    def taken(self) -> frozenset[str]:
        """The fields of which the text of the restating claim stays."""
        return frozenset(field for field, row in self._rows.items() if row.is_other_chosen)


class _Choice(QWidget):
    """One field: the text of the claim that stays, and that of the other one."""

    def __init__(self, field: str) -> None:
        super().__init__()
        name = field.capitalize()
        heading = PlainLabel(f"{name}: the text that is not chosen goes to the notes")
        heading.setProperty("role", "strong")
        heading.setWordWrap(True)
        self._buttons = (
            named(QRadioButton("Stays as it is"), f"{field}_stays"),
            named(QRadioButton("Take the restating claim's"), f"{field}_taken"),
        )
        self._texts = []
        group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(heading, 0, 0, 1, 2)
        for column, button in enumerate(self._buttons):
            button.setAccessibleName(f"{name}: {button.text().lower()}")
            group.addButton(button)
            framed(button)
            box = named(TextBox(readOnly=True), f"{button.objectName()}_text")
            box.setAccessibleName(f"{button.accessibleName()}, the text")
            box.setTabChangesFocus(True)
            box.setFixedHeight(_TEXT_HEIGHT)
            self._texts.append(box)
            grid.addWidget(box, 1, column)
            grid.addWidget(button, 2, column)
        self.hide()

    def show_texts(self, stays: str, other: str) -> None:
        """Show both; the one that stays is chosen until a person chooses otherwise."""
        for box, text in zip(self._texts, (stays, other), strict=True):
            box.setPlainText(text)
        self._buttons[0].setChecked(True)

    @property
    def is_other_chosen(self) -> bool:
        """Whether the other claim's text is to stay."""
        return self._buttons[1].isChecked()


def _told(claim: ClaimDetails, stays: ClaimDetails, desk: Desk) -> Iterator[str]:
    """What is worth knowing about these two before they are brought together."""
    mine, theirs = claim.report, stays.report
    if mine.claimant and theirs.claimant and mine.claimant != theirs.claimant:
        names = f"“{one_line(mine.claimant)}” and “{one_line(theirs.claimant)}”"
        yield f"They name different claimants, {names}: the first goes to the notes."
    window, other = ((it.opens_on, it.due_on, it.latest_on) for it in (mine, theirs))
    is_other = (mine.deadline_wording, window) != (theirs.deadline_wording, other)
    if is_other and (mine.deadline_wording or any(window)):
        words = one_line(mine.deadline_wording) or day_text(mine.latest_on, desk.today)
        yield f"Its deadline “{words}” goes to the notes: a moved deadline is recorded by M."
    if claim.assessments:
        count = len(claim.assessments)
        verdicts = "verdict stays" if count == 1 else f"{count} verdicts stay"
        yield f"Its {verdicts} with it and can be read there."
