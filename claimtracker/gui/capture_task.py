"""One document to be captured in the background, and the words for what is done with it."""

import threading
from dataclasses import dataclass, field
from enum import StrEnum

from claimtracker.claims.archive_links import snapshot_of
from claimtracker.claims.rows import ShelvedRow
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.gui.plain_text import one_line

_LONGEST_NAME = 80
_NO_TEXT = frozenset({"image", "audio", "video", "font"})


class TaskKind(StrEnum):
    """What is done."""

    PAGE = "page"
    FILE = "file"
    EXISTING_SNAPSHOT = "existing_snapshot"
    NEW_SNAPSHOT = "new_snapshot"


_DOING = {
    TaskKind.PAGE: "Capturing {}",
    TaskKind.FILE: "Reading {}",
    TaskKind.EXISTING_SNAPSHOT: "Looking for a snapshot of {}",
    TaskKind.NEW_SNAPSHOT: "Asking for a snapshot of {}",
}


@dataclass(frozen=True, eq=False)
class Task:
    """`stop` asks the work to leave off; `is_asked_for` where a person asked for it by itself."""

    kind: TaskKind
    row: ShelvedRow
    is_asked_for: bool = False
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def called(self) -> str:
        """What the document is called in a sentence."""
        return one_line(self.row.called, _LONGEST_NAME)

    @property
    def doing(self) -> str:
        """What the bar says while it goes on."""
        return _DOING[self.kind].format(self.called)

    @property
    def is_of_archive(self) -> bool:
        """Whether a web archive is asked, not the page itself."""
        return self.kind in (TaskKind.EXISTING_SNAPSHOT, TaskKind.NEW_SNAPSHOT)


@dataclass(frozen=True)
class Outcome:
    """What came of a task: whether something is stored, and why not all of it.

    `is_lost` where something was there and the store did not take it.
    """

    task: Task
    failure: str = ""
    is_stored: bool = True
    is_lost: bool = False


def capture_task(row: ShelvedRow, *, is_asked_for: bool = False) -> Task | None:
    """What is still to be captured of a document; None where nothing is."""
    if row.method is CaptureMethod.FILE:
        may_have_text = row.mime_type.partition("/")[0] not in _NO_TEXT
        return Task(TaskKind.FILE, row) if may_have_text and not row.text_sha256 else None
    # The file that an imported table names did not come with it.
    is_here = row.sha256 and row.method is not CaptureMethod.IMPORTED
    if row.url and (row.failure or not is_here):
        return Task(TaskKind.PAGE, row, is_asked_for)
    return None


def snapshot_task(row: ShelvedRow, *, is_new: bool) -> Task | None:
    """Ask a web archive about a document; None where it has no address, or is a copy itself."""
    if not row.url or snapshot_of(row.url):
        return None
    return Task(TaskKind.NEW_SNAPSHOT if is_new else TaskKind.EXISTING_SNAPSHOT, row)
