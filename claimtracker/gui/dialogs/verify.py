"""Look through everything that is kept, with progress, and name what is not as it was."""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from claimtracker.claims.custody import Verification
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_problems
from claimtracker.gui.claim_panel.detailed_list import DetailedList
from claimtracker.gui.claim_panel.entries import Entry
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.base import PlainDialog
from claimtracker.gui.dialogs.progress import FiguresBar, Progress
from claimtracker.operations.verify import verify

_WHAT = (
    "Every captured file is hashed anew and every change of the log checked. Nothing is changed."
)
_LEAST_HEIGHT = 260


class VerifyDialog(PlainDialog):
    """Begins at once; Esc stops the look first and closes then."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Verify", parent, 640)
        self._desk = desk
        self._progress: Progress | None = None
        self._found: Verification | None = None
        self.add_note(_WHAT, "what_is_verified")
        self.bar = FiguresBar()
        self.column.addSpacing(8)
        self.column.addWidget(self.bar)
        self.outcome = self.add_note("", "outcome")
        self.outcome.setProperty("role", "strong")
        self.problems = DetailedList("problems", "What is not as it was", "")
        self.problems.setMinimumHeight(_LEAST_HEIGHT)
        self.problems.list.opened.connect(self._go_to_whole)
        self.column.addWidget(self.problems, 1)
        roles = QDialogButtonBox.ButtonRole
        self.copy_button = self.add_button("Copy", "copy_problems", roles.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        self.again_button = self.add_button("Verify again", "verify_again", roles.ActionRole)
        self.again_button.clicked.connect(self.begin)
        self.cancel_button = self.add_button("Stop", "cancel", roles.RejectRole)
        self.begin()

    def begin(self) -> None:
        """Start the look, on a thread of its own."""
        if self._progress is not None:
            return
        self.say("")
        self._progress = Progress()
        self._progress.moved.connect(self.bar.show_progress)
        self._show_busy(is_busy=True)
        work = partial(verify, tell=self._progress.tell, is_stopped=self._progress.is_stopped)
        self._desk.background.start(work, self._finish, refused=self._fail)

    def reject(self) -> None:
        """While it looks, stop that first; otherwise close."""
        if self._progress is not None:
            self._progress.stop()
        else:
            super().reject()

    def _show_busy(self, *, is_busy: bool) -> None:
        self.bar.setRange(0, 0)
        self.bar.setVisible(is_busy)
        self.outcome.setVisible(not is_busy)
        self.again_button.setEnabled(not is_busy)
        self.cancel_button.setText("Stop" if is_busy else "Close")
        is_told = not is_busy and self._found is not None and not self._found.ok
        self.problems.setVisible(is_told)
        self.copy_button.setVisible(is_told)

    def _finish(self, found: Verification) -> None:
        self._progress, self._found = None, found
        self.outcome.setText(outcome_words(found))
        told = enumerate(found.problems)
        self.problems.show_entries(
            [Entry(problem, whole=problem, key=key) for key, problem in told]
        )
        self._show_busy(is_busy=False)
        (self.cancel_button if found.ok else self.problems.list).setFocus()
        self.fit()

    def _go_to_whole(self, _entry: Entry) -> None:
        self.problems.whole.setFocus()

    def _fail(self, error: ClaimTrackerError) -> None:
        self._progress, self._found = None, None
        self.outcome.setText("")
        self._show_busy(is_busy=False)
        self.say(str(error))

    def _copy(self) -> None:
        if self._found is not None:
            told = (outcome_words(self._found), *self._found.problems)
            QGuiApplication.clipboard().setText("\n".join(told))


def outcome_words(found: Verification) -> str:
    """What was looked at and how it stands, in one sentence."""
    files = "1 captured file" if found.files == 1 else f"{found.files:,} captured files"
    steps = "1 action" if found.actions == 1 else f"{found.actions:,} actions"
    looked = f"{files} and {steps} of the change log"
    if found.ok:
        return f"Unchanged since captured and logged: {looked}."
    return f"{of_problems(len(found.problems))} in {looked}."
