"""Look through everything that is kept: is it as it was captured and logged?"""

from collections.abc import Callable, Iterator

from sqlmodel import Session

from claimtracker.claims.custody import Verification
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.operations.keep_evidence import find_evidence
from claimtracker.storage import custody
from claimtracker.storage.altered_rows import altered_rows
from claimtracker.storage.consistency import condition_faults, link_faults, verdict_faults
from claimtracker.storage.engine import FILES
from claimtracker.storage.file_store import FileState, FileStore
from claimtracker.storage.named_files import NamedFile, named_files

Tell = Callable[[int, int], object]
_WORDS = {
    FileState.CHANGED: "was changed since it was captured",
    FileState.MISSING: "is missing",
    FileState.UNREADABLE: "cannot be read",
}
_STEP = 200  # actions between two words on how far it has come


def verify(
    session: Session,
    *,
    tell: Tell = lambda _done, _total: None,
    is_stopped: Callable[[], bool] = lambda: False,
    hashes_files: bool = True,
) -> Verification:
    """Check the database, walk the chain of the change log, and hash every captured file anew.

    `tell` hears how many of how many steps are done. Nothing is changed, whatever is found, and the
    session's transaction is over before the files are hashed. Raises ClaimTrackerError once it is
    stopped: half a look says nothing.
    """
    with custody.any_text(session):
        files = named_files(session) if hashes_files else []
        actions = custody.action_count(session)
        total = len(files) + actions
        problems = [*custody.database_faults(session, is_stopped)]
        _go_on(is_stopped)
        for done, fault in enumerate(custody.chain_faults(session)):
            if fault:
                problems.append(fault)
            if done % _STEP == 0:
                _go_on(is_stopped)
                tell(min(done, actions), total)
        altered = altered_rows(session, is_legible=not problems)
        problems.extend(_watched(altered, is_stopped))
        problems.extend(_watched(custody.unlogged_faults(session, is_stopped), is_stopped))
        _go_on(is_stopped)
        if not problems:  # rows that somebody else wrote need not even be of their types
            for faults in (verdict_faults, link_faults, condition_faults):
                problems.extend(_watched(faults(session), is_stopped))
    session.rollback()  # hashing may take minutes, and a reader holds up whoever writes
    store: FileStore = session.info[FILES]
    for done, file in enumerate(files, actions):
        _go_on(is_stopped)
        tell(done, total)
        problems.extend(_file_fault(store, file))
    tell(total, total)
    return Verification(len(files), actions, tuple(map(_printable, problems)))


def state_of_evidence(session: Session, evidence_id: int) -> FileState | None:
    """Return whether what was captured of a document is unchanged; None where nothing was.

    Nothing was, here, of one that an imported table names, unless its file is in the store.
    """
    document = find_evidence(session, evidence_id)
    named = [sha256 for sha256 in (document.sha256, document.text_sha256) if sha256]
    is_imported = document.method == CaptureMethod.IMPORTED
    session.rollback()  # hashing takes a while, and must not hold up whoever writes
    store: FileStore = session.info[FILES]
    states = [store.state_of(sha256) for sha256 in named]
    if is_imported:
        states = [state for state in states if state is not FileState.MISSING]
    if not states:
        return None
    return next((state for state in states if state is not FileState.UNCHANGED), states[0])


def _file_fault(store: FileStore, file: NamedFile) -> Iterator[str]:
    state = store.state_of(file.sha256)
    is_elsewhere = state is FileState.MISSING and not file.is_needed
    if state is not FileState.UNCHANGED and not is_elsewhere:
        place = f"files/{file.sha256[:2]}/{file.sha256[2:4]}/{file.sha256}"
        called = ", ".join(f"{key} “{title}”" for key, title in sorted(file.documents.items()))
        yield f"Evidence {called}: its file {_WORDS[state]} ({place})."


def _printable(told: str) -> str:
    """Return the sentence without what is no text, as another program may have written it."""
    return told.encode("utf-8", "replace").decode()


def _watched(faults: Iterator[str], is_stopped: Callable[[], bool]) -> Iterator[str]:
    for fault in faults:
        _go_on(is_stopped)
        yield fault


def _go_on(is_stopped: Callable[[], bool]) -> None:
    if is_stopped():
        raise ClaimTrackerError("The look through everything was stopped; nothing is known of it.")
