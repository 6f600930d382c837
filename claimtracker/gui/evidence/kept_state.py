"""Whether what was captured is still what it was: asked in the background, said in words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from sqlmodel import Session

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.rows import DocumentRow
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.gui.background import Job
from claimtracker.gui.desk import Desk
from claimtracker.gui.evidence.words import is_instead, kept_at, local_moment
from claimtracker.gui.icons import Sign
from claimtracker.gui.plain_text import wrapped_label
from claimtracker.operations.verify import state_of_evidence

SETTLING_MS = 120  # the cursor may be on its way down the list
CHECKING = "Checking whether it is unchanged…"
NOTHING = "Nothing was captured: only what is told of it is kept."
ELSEWHERE = "It came with a table that names its file by a hash; the file did not come along."
_UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Checked:
    """What a look at the stored files found, None where there are none; `problem` if it failed."""

    evidence_id: int
    state: str | None
    at: datetime
    problem: str = ""


class KeptState(QWidget):
    """One sentence; a change or a loss is said in the colour of what has passed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: DocumentRow | None = None
        self._job: Job | None = None
        self._good, self._bad = Sign("check"), Sign("warning")
        self.words = wrapped_label("kept_state", "muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLING_MS)
        self._timer.timeout.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for sign in (self._good, self._bad):
            row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self._say("", is_bad=False)

    def show_evidence(self, found: DocumentRow | None) -> None:
        """Ask anew for this document; an earlier question is given up."""
        self._found = found
        if self._job is not None:
            self._job.cancel()
            self._job = None
        has_files = found is not None and bool(found.sha256 or found.text_sha256)
        if has_files:
            self._say(CHECKING, is_bad=False)
            self._timer.start()
        else:
            self._timer.stop()
            is_told_why = found is None or bool(found.failure)
            self._say("" if is_told_why else NOTHING, is_bad=False)

    def _ask(self) -> None:
        if self._found is not None:
            work = partial(_check, evidence_id=self._found.evidence_id)
            self._job = self._desk.background.start(work, self._take)

    def _take(self, checked: Checked) -> None:
        found = self._found
        if found is None or checked.evidence_id != found.evidence_id:
            return  # the cursor has gone on
        is_good = checked.state == _UNCHANGED
        is_bad = bool(checked.problem) or (checked.state is not None and not is_good)
        self._say(state_words(found, checked, self._desk), is_good=is_good, is_bad=is_bad)

    def _say(self, words: str, *, is_bad: bool, is_good: bool = False) -> None:
        self.words.setText(words)
        self.words.setProperty("role", "problem" if is_bad else "muted")
        self.words.style().unpolish(self.words)  # a property that the style sheet asks for changed
        self.words.style().polish(self.words)
        self._good.setVisible(is_good)
        self._bad.setVisible(is_bad)
        self.setVisible(bool(words))


def state_words(found: DocumentRow, checked: Checked, desk: Desk) -> str:
    """What was found, and when: never more than that it is as it was captured."""
    if checked.problem:
        return f"It cannot be checked: {checked.problem}"
    if checked.state is None:
        return ELSEWHERE if found.method is CaptureMethod.IMPORTED else NOTHING
    captured = local_moment(kept_at(found), desk.today)
    at = f"checked {checked.at.astimezone():%H:%M}"
    match checked.state:
        case "unchanged" if is_instead(found):
            return f"What the server answered instead is kept, unchanged since {captured}, {at}"
        case "unchanged":
            return f"Unchanged since captured on {captured}, {at}"
        case "changed":
            return f"Changed since it was captured on {captured}: not the same file any more, {at}"
        case "missing":
            return f"Missing: the file captured on {captured} is not in its place, {at}"
        case _:
            return f"The file captured on {captured} cannot be read, {at}"


def _check(session: Session, evidence_id: int) -> Checked:
    at = datetime.now(UTC)
    try:
        state = state_of_evidence(session, evidence_id)
    except ClaimTrackerError as error:
        return Checked(evidence_id, None, at, str(error))
    return Checked(evidence_id, None if state is None else state.value, at)
