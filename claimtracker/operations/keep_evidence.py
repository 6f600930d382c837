"""Keep documents: capture into the inbox, correct what is told, discard what bears on nothing."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, select

from claimtracker.articles.mime_types import mime_type_of
from claimtracker.claims.archive_links import snapshot_of
from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.vocabulary import CaptureMethod, of_documents
from claimtracker.claims.web_address import is_web_address
from claimtracker.operations.claim_parts import named, new_id
from claimtracker.storage.change_log import recorded
from claimtracker.storage.engine import FILES
from claimtracker.storage.file_store import FileStore
from claimtracker.storage.tables import AssessmentEvidence, Evidence, EvidenceLink

_HEAD_BYTES = 1 << 16  # say of what type a file is
_CORRECTED = ("title", "publisher", "published_on", "excerpt", "place", "archive_url")


@dataclass(frozen=True)
class NamedBytes:
    """A file that lies in no folder, such as a picture from the clipboard."""

    name: str
    content: bytes


GivenFile = Path | NamedBytes
Found = Sequence[tuple[DocumentDraft, GivenFile | None]]


def keep_evidence(session: Session, found: Found, *, by: str) -> list[int]:
    """Keep these documents in the inbox as one action; a file is copied into the store.

    Returns their ids in this order. Raises ClaimTrackerError, with nothing kept, for an address
    that is not of the web, a file that cannot be read, or a document that holds nothing.
    """
    documents = [document_of(session, draft, file, by=by) for draft, file in found]
    with recorded(session, f"captured {of_documents(len(documents))}", by):
        return [new_id(session, document) for document in documents]


def document_of(
    session: Session, draft: DocumentDraft, file: GivenFile | None, *, by: str
) -> Evidence:
    """Return the row of a document, not added yet; its file is in the store by then."""
    check_address(draft.url)
    check_address(draft.archive_url)
    if not (draft.url or draft.excerpt.strip() or file or draft.title):
        raise ClaimTrackerError("Evidence needs an address, a file or an excerpt.")
    told = draft.model_dump(include=set(DocumentDraft.model_fields))
    snapshot = snapshot_of(draft.archive_url or draft.url)
    is_archive = snapshot_of(draft.url) is not None  # and not only told of one
    if snapshot is not None:
        told["archive_url"] = draft.archive_url or draft.url
        told["archived_at"] = snapshot.taken_at
    if file is not None:
        return Evidence(**told | _of_file(session, draft, file), captured_by=by)
    method = CaptureMethod.PASTED
    if draft.url:
        method = CaptureMethod.ARCHIVE if is_archive else CaptureMethod.LINKED
    return Evidence(**told, method=method.value, captured_by=by)


def correct_evidence(
    session: Session,
    evidence_id: int,
    draft: DocumentDraft,
    *,
    by: str,
    archived_at: datetime | None = None,
    shown: DocumentDraft | None = None,
) -> None:
    """Correct what is told of a document; what was captured and when stays as it is.

    `archived_at` is when an archive took the copy, where its address does not tell. With `shown`,
    what stood there when the person began, only what differs from it is written; raises
    ClaimTrackerError, with nothing written, where that was changed by somebody else meanwhile.
    """
    check_address(draft.archive_url)
    with recorded(session, "correct evidence", by) as action:
        document = find_evidence(session, evidence_id)
        corrected = [name for name in _CORRECTED if _is_corrected(name, draft, shown)]
        for name in corrected:
            _refuse_overwriting(document, name, draft, shown)
        if archived_at or (
            "archive_url" in corrected and draft.archive_url != document.archive_url
        ):
            snapshot = snapshot_of(draft.archive_url)
            document.archived_at = archived_at or (snapshot.taken_at if snapshot else None)
        for name in corrected:
            setattr(document, name, getattr(draft, name))
        action.name = f"correct evidence {named(document.title or document.url)}"


def _is_corrected(name: str, draft: DocumentDraft, shown: DocumentDraft | None) -> bool:
    return shown is None or getattr(draft, name) != getattr(shown, name)


def _refuse_overwriting(
    document: Evidence, name: str, draft: DocumentDraft, shown: DocumentDraft | None
) -> None:
    """Refuse where a field was changed since it was shown: both texts are told."""
    stored = getattr(document, name)
    if shown is None or stored in (getattr(shown, name), getattr(draft, name)):
        return
    field, theirs, ours = name.replace("_", " "), stored or "", getattr(draft, name) or ""
    raise ClaimTrackerError(
        f"Meanwhile the {field} was changed to “{theirs}”; yours is “{ours}”. Nothing was saved."
    )


def discard_evidence(session: Session, evidence_ids: Sequence[int], *, by: str) -> None:
    """Take documents out of the inbox; their files stay stored, so that it can be undone.

    Raises ClaimTrackerError, with nothing discarded, where one of them bears on a claim.
    """
    with recorded(session, f"discard {of_documents(len(evidence_ids))}", by):
        for evidence_id in evidence_ids:
            document = find_evidence(session, evidence_id)
            for table in (EvidenceLink, AssessmentEvidence):
                if session.exec(select(table).where(table.evidence_id == evidence_id)).first():
                    told = named(document.title or document.url)
                    raise ClaimTrackerError(f"{told} bears on a claim: take it off there first.")
            session.delete(document)


def find_evidence(session: Session, evidence_id: int) -> Evidence:
    """Return the table row, for operations; raise NotFound where it is gone."""
    found = session.get(Evidence, evidence_id) if 0 < evidence_id < 2**63 else None
    if found is None:
        raise NotFound(f"There is no evidence {evidence_id}.")
    return found


def check_address(url: str) -> None:
    """Refuse what is no http or https address; the empty text is none at all."""
    if url and not is_web_address(url):
        raise ClaimTrackerError(f"“{url[:200]}” is not a web address (http or https).")


def _of_file(session: Session, draft: DocumentDraft, file: GivenFile) -> dict[str, object]:
    store: FileStore = session.info[FILES]
    session.rollback()  # a copy may take a while, and must not hold up whoever writes
    stored = store.keep(file) if isinstance(file, Path) else store.keep_bytes(file.content)
    name = os.fsencode(file.name).decode(errors="replace")  # a name on disk need not be text
    with store.path_of(stored.sha256).open("rb") as kept:
        mime_type = mime_type_of(kept.read(_HEAD_BYTES), name)
    return {
        "title": draft.title or name,
        "method": CaptureMethod.FILE.value,
        "file_name": name,
        "mime_type": mime_type,
        "size": stored.size,
        "sha256": stored.sha256,
        "content_sha256": stored.sha256,
    }
