"""An undo would write over a later change: both texts of each field, and a choice for each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QWidget

from claimtracker.gui.change_entries import who_and_when
from claimtracker.gui.claim_panel.named import named, text_button
from claimtracker.gui.dialogs.base import PlainDialog, framed
from claimtracker.gui.dialogs.conflict import Difference, TextChoice, begin_at_first, scrolled
from claimtracker.gui.plain_text import one_line
from claimtracker.operations.tell_collisions import ToldCollision

MOST_SHOWN = 50  # fields with their texts; what is chosen for all others is one box
STANDS, COMES_BACK = "Keep as it is now", "Bring this back"


class CollisionsDialog(PlainDialog):
    """Nothing is written until a person has chosen, and the log keeps both texts either way."""

    settled = Signal(object)  # the keys of the fields that stay as they are now

    def __init__(
        self,
        called: str,
        shown: Sequence[ToldCollision],
        others: Sequence[tuple[str, int, str]],
        parent: QWidget | None,
        today: date | None = None,
    ) -> None:
        super().__init__("Changed again since", parent, 720)
        self._others = list(others)
        self._shown = list(shown)
        count = len(shown) + len(others)
        fields = "This field was" if count == 1 else f"These {count:,} fields were"
        self.add_note(
            f"{one_line(called, 120)}\n\n{fields} changed again after that. Choose which text "
            "stays; the log keeps both."
        )
        self.rows = [
            TextChoice(_difference(number, told, today), number + 1)
            for number, told in enumerate(self._shown)
        ]
        self.column.addSpacing(8)
        self.column.addWidget(scrolled(self.rows), 1)
        keep = (
            f"&other {len(others):,} fields as they are"
            if len(others) > 1
            else "&other field as it is"
        )
        self.others_stay = named(QCheckBox(f"Keep the {keep} now"), "others_stay")
        self.others_stay.setAccessibleName(self.others_stay.text().replace("&", ""))
        self.others_stay.setChecked(True)
        framed(self.others_stay)
        self.column.addWidget(self.others_stay)
        self.others_stay.setVisible(bool(others))  # in its column: it would be a window else
        self._add_buttons(count)
        self.press_by_keys()
        self.resize(760, min(160 + 150 * len(self.rows), 640))
        begin_at_first(self.rows)

    def _add_buttons(self, count: int) -> None:
        roles = QDialogButtonBox.ButtonRole
        if count > 1:
            for text, name, work in (
                ("Keep &all as now", "keep_all", self._keep_all),
                ("&Bring all back", "restore_all", self._restore_all),
            ):
                button = text_button(name, text)
                button.clicked.connect(work)
                self.buttons.addButton(button, roles.ResetRole)
        self.add_button("Do it as &chosen", "do_it", roles.AcceptRole)
        self.add_button("Change &nothing", "cancel", roles.RejectRole)
        self.buttons.accepted.connect(self._settle)

    def _keep_all(self) -> None:
        for row in self.rows:
            row.mine.setChecked(True)
        self.others_stay.setChecked(True)

    def _restore_all(self) -> None:
        for row in self.rows:
            row.theirs.setChecked(True)
        self.others_stay.setChecked(False)

    def _settle(self) -> None:
        kept = [
            told.key
            for told, row in zip(self._shown, self.rows, strict=True)
            if row.mine.isChecked()
        ]
        others = self._others if self.others_stay.isChecked() else []
        self.settled.emit(frozenset([*kept, *others]))
        self.accept()


def _difference(number: int, told: ToldCollision, today: date | None) -> Difference:
    by, at = told.written or ("", None)
    who = one_line(who_and_when(at, by, today), 60) if at and today else ""
    return Difference(
        field=f"collision_{number}",
        label=f"{told.label} · {told.owner}",
        mine=told.present,
        theirs=told.restored,
        keep=STANDS,
        take=COMES_BACK,
        mine_note=f"Changed again: {who}" if who else "",
    )
