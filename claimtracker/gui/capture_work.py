"""What the threads of capturing do: fetch, read or ask, then store; work for a thread.

Nothing is stored once the person has cancelled, or the window is about to close.
"""

from dataclasses import dataclass

from sqlmodel import Session

from claimtracker.articles.capture_page import PageCapture, capture_page
from claimtracker.articles.web.wayback import existing_snapshot, new_snapshot
from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.gui.capture_task import Outcome, Task, TaskKind
from claimtracker.gui.desk import OpenNetwork
from claimtracker.operations import list_evidence
from claimtracker.operations.keep_capture import keep_capture
from claimtracker.operations.keep_evidence import correct_evidence
from claimtracker.operations.read_captured import read_captured


@dataclass(frozen=True)
class Means:
    """Whose name the log notes, how the network is used, and which web archive is asked."""

    by: str
    open_network: OpenNetwork
    service: str


def carry_out(session: Session, task: Task, means: Means) -> Outcome:
    """Do one task; a document that is gone meanwhile, as after an undo, is no failure."""
    work = {TaskKind.PAGE: _capture, TaskKind.FILE: _read}.get(task.kind, _ask_archive)
    try:
        return work(session, task, means)
    except NotFound:
        return Outcome(task, is_stored=False)
    except ClaimTrackerError as error:
        return Outcome(task, str(error), is_stored=False)


def _capture(session: Session, task: Task, means: Means) -> Outcome:
    try:
        page = capture_page(task.row.url, network=means.open_network(), stop=task.stop)
    except ClaimTrackerError as error:
        page = PageCapture(b"", None, "", None, str(error), None)
    if task.stop.is_set():
        return Outcome(task, is_stored=False)
    keep_capture(
        session,
        task.row.evidence_id,
        page,
        by=means.by,
        url=task.row.url,
        is_asked_for=task.is_asked_for,
    )
    return Outcome(task, page.failure)


def _read(session: Session, task: Task, means: Means) -> Outcome:
    is_kept = read_captured(session, task.row.evidence_id, by=means.by, stop=task.stop)
    return Outcome(task, is_stored=is_kept)


def _ask_archive(session: Session, task: Task, means: Means) -> Outcome:
    ask = new_snapshot if task.kind is TaskKind.NEW_SNAPSHOT else existing_snapshot
    network = means.open_network()
    snapshot = ask(task.row.url, service=means.service, network=network, stop=task.stop)
    if task.stop.is_set():
        return Outcome(task, is_stored=False)
    evidence_id = task.row.evidence_id
    now = list_evidence.rows(session, [evidence_id]).get(evidence_id)
    if now is None:
        return Outcome(task, is_stored=False)
    told = {name: getattr(now, name) for name in DocumentDraft.model_fields}
    shown = DocumentDraft.model_construct(**told)
    draft = shown.model_copy(update={"archive_url": snapshot.address})
    taken_at = snapshot.taken_at
    correct_evidence(session, evidence_id, draft, by=means.by, archived_at=taken_at, shown=shown)
    return Outcome(task)
