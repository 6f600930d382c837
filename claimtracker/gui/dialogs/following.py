"""The way from a change to the readings that follow it: worked out, listed, then carried out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.gui.desk import Desk
from claimtracker.gui.dialogs.progress import Progress
from claimtracker.gui.dialogs.what_would_change import WhatWouldChangeDialog
from claimtracker.operations.what_would_change import Rereading

Listen = Callable[[int, int], None]
Ask = Callable[[Sequence[Rereading]], "WhatWouldChangeDialog | None"]


class Change(Protocol):
    """What can be looked at before it is done."""

    def preview(
        self, session: Session, *, on_progress: Listen, is_cancelled: Callable[[], bool]
    ) -> list[Rereading]:
        """Return the claims whose days would follow."""

    def carry_out(
        self,
        session: Session,
        *,
        by: str,
        reread_ids: Sequence[int],
        on_progress: Listen,
        is_cancelled: Callable[[], bool],
    ) -> int:
        """Do it, and read these claims anew."""


class Following(QObject):
    """Nothing is changed before the person has seen what follows; one signal ends each attempt."""

    moved = Signal(int, int)  # how many claims are read, of how many
    stored = Signal(int)  # how many claims were read anew
    refused = Signal(object)  # the ClaimTrackerError
    left = Signal()  # the person decided against it

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._change: Change | None = None
        self._asks: Ask = self._ask_if_any
        self._found: Sequence[Rereading] = ()
        self._progress = Progress()

    def begin(self, change: Change, asks: Ask | None = None) -> None:
        """Work out what follows; `asks` makes the dialog that shows it, or none."""
        self._change, self._asks = change, asks or self._ask_if_any
        progress = self._begin_progress()
        work = partial(change.preview, on_progress=progress.tell, is_cancelled=progress.is_stopped)
        self._desk.background.start(work, self._show, refused=self._refuse)

    def stop(self) -> None:
        """Leave off at the next step; nothing is changed then."""
        self._progress.stop()

    def _begin_progress(self) -> Progress:
        self._progress = Progress()
        self._progress.moved.connect(self.moved)
        return self._progress

    def _ask_if_any(self, found: Sequence[Rereading]) -> WhatWouldChangeDialog | None:
        return WhatWouldChangeDialog(found, self._desk.today, self._window) if found else None

    def _show(self, found: list[Rereading]) -> None:
        self._found = found
        dialog = self._asks(found)
        if dialog is None:
            self._carry_out(())
            return
        dialog.reread_wanted.connect(self._reread)
        dialog.keep_wanted.connect(self._keep)
        dialog.rejected.connect(self.left)
        dialog.open()

    def _reread(self) -> None:
        self._carry_out([found.id for found in self._found])

    def _keep(self) -> None:
        self._carry_out(())

    def _carry_out(self, ids: Sequence[int]) -> None:
        if self._change is None:
            return
        progress = self._begin_progress()
        work = partial(
            self._change.carry_out,
            by=self._desk.by,
            reread_ids=ids,
            on_progress=progress.tell,
            is_cancelled=progress.is_stopped,
        )
        self._desk.carry_out(work, self._finish, self._refuse, is_long=True)

    def _finish(self, count: int) -> None:
        self.stored.emit(count)

    def _refuse(self, error: ClaimTrackerError) -> None:
        self.refused.emit(error)
