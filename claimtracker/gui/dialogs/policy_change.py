"""The way from conventions as entered to conventions stored: compared first, then asked."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import of_claims
from claimtracker.deadlines import DEFAULT_POLICY, Policy
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.progress import Progress
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.what_would_change import Rereading, what_would_change

NOTHING = "Every stored reading would stay as it is."


class PolicyChange(QObject):
    """Compares, shows what would change, stores; one of its signals ends each attempt."""

    moved = Signal(int, int)  # how many claims are read, of how many
    stored = Signal(object, str)  # the policy, and what happened in words
    nothing_to_do = Signal()  # the same policy, and every reading agrees with it
    refused = Signal(str)
    left = Signal()  # the person decided against it

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._policy = DEFAULT_POLICY
        self._found: Sequence[Rereading] = ()
        self._is_new = True
        self._is_only_asked = False
        self._progress = Progress()

    def begin(self, policy: Policy, *, is_new: bool, is_only_asked: bool = False) -> None:
        """Compare the stored readings with this policy; `is_new` where it is not stored yet.

        `is_only_asked`: where nothing would change, nothing is stored either.
        """
        self._policy, self._is_new, self._is_only_asked = policy, is_new, is_only_asked
        progress = self._begin_progress()
        work = partial(
            what_would_change,
            policy=policy,
            on_progress=progress.tell,
            is_cancelled=progress.is_stopped,
        )
        self._desk.background.start(work, self._ask, refused=self._refuse)

    def stop(self) -> None:
        """Leave off at the next step; nothing is stored then."""
        self._progress.stop()

    def _begin_progress(self) -> Progress:
        self._progress = Progress()
        self._progress.moved.connect(self.moved)
        return self._progress

    def _ask(self, found: list[Rereading]) -> None:
        self._found = found
        if not found:
            self._go_on_without()
            return
        dialog = WhatWouldChangeDialog(found, self._desk.today, self._window, can_keep=self._is_new)
        dialog.reread_wanted.connect(self._reread)
        dialog.keep_wanted.connect(self._keep)
        dialog.rejected.connect(self.left)
        dialog.open()

    def _go_on_without(self) -> None:
        if self._is_new and not self._is_only_asked:
            self._store(())
        else:
            self.nothing_to_do.emit()

    def _reread(self) -> None:
        self._store([found.id for found in self._found])

    def _keep(self) -> None:
        self._store(())

    def _store(self, ids: Sequence[int]) -> None:
        progress = self._begin_progress()
        work = partial(
            set_policy,
            policy=self._policy,
            by=self._desk.by,
            reread_ids=ids,
            on_progress=progress.tell,
            is_cancelled=progress.is_stopped,
        )
        self._desk.background.start(work, self._finish, refused=self._refuse, is_change=True)

    def _finish(self, count: int) -> None:
        done = ["Conventions saved"] if self._is_new else []
        done += [f"{of_claims(count)} re-read"] if count else []
        words = ", ".join(done) or "Nothing had changed"
        self._desk.changes.changed.emit()
        self.stored.emit(self._policy, f"{words}. Ctrl+Z takes it back." if done else f"{words}.")

    def _refuse(self, error: ClaimTrackerError) -> None:
        self.refused.emit(str(error))
