"""Link a later document to the claims it bears on."""

import mimetypes
import os
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import Session

from claimtracker.claims.drafts import EvidenceDraft
from claimtracker.claims.errors import ClaimTrackerError, NotFound
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.claims.web_address import is_web_address
from claimtracker.operations.claim_parts import named, new_id
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.engine import FILES
from claimtracker.storage.file_store import FileStore
from claimtracker.storage.tables import Evidence, EvidenceLink


def link_evidence(
    session: Session,
    claim_ids: Sequence[int],
    draft: EvidenceDraft,
    *,
    by: str,
    file: Path | None = None,
) -> int:
    """Link one document, a web address or a file that is copied into the store, to these claims.

    Returns the evidence's id. Raises ClaimTrackerError for an address that is not of the web, a
    file that cannot be read, or a document with neither address, file nor excerpt.
    """
    check_address(draft.url)
    if not (draft.url or draft.excerpt.strip() or file or draft.title):
        raise ClaimTrackerError("Evidence needs an address, a file or an excerpt.")
    for claim_id in claim_ids:
        find_claim(session, claim_id)  # before a file is copied for a claim that is not there
    document = _document(session, draft, file)
    with recorded(session, f"link evidence to {len(claim_ids)} claims", by) as action:
        if len(claim_ids) == 1:
            summary = find_claim(session, claim_ids[0]).summary
            action.name = f"link evidence to {named(summary)}"
        return insert_evidence(session, claim_ids, draft, document)


def insert_evidence(
    session: Session, claim_ids: Sequence[int], draft: EvidenceDraft, document: Evidence
) -> int:
    """The same within an action that is already open; returns the evidence's id."""
    evidence_id = new_id(session, document)
    for claim_id in claim_ids:
        session.add(
            EvidenceLink(
                claim_id=find_claim(session, claim_id).id or 0,
                evidence_id=evidence_id,
                relation=draft.relation.value,
                note=draft.note,
            )
        )
    return evidence_id


def unlink_evidence(session: Session, link_id: int, *, by: str) -> None:
    """Take a piece of evidence off a claim; the document itself stays stored."""
    with recorded(session, "unlink evidence", by) as action:
        link = session.get(EvidenceLink, link_id)
        if link is None:
            raise NotFound("This evidence is no longer linked.")
        action.name = f"unlink evidence from {named(find_claim(session, link.claim_id).summary)}"
        session.delete(link)


def check_address(url: str) -> None:
    """Refuse what is no http or https address; the empty text is none at all."""
    if url and not is_web_address(url):
        raise ClaimTrackerError(f"“{url[:200]}” is not a web address (http or https).")


def _document(session: Session, draft: EvidenceDraft, file: Path | None) -> Evidence:
    told = draft.model_dump(include={"url", "publisher", "published_on", "excerpt", "archive_url"})
    if file is None:
        method = CaptureMethod.LINKED if draft.url else CaptureMethod.PASTED
        return Evidence(**told, title=draft.title, method=method.value)
    store: FileStore = session.info[FILES]
    stored = store.keep(file)
    name = os.fsencode(file.name).decode(errors="replace")  # a name on disk need not be text
    return Evidence(
        **told,
        title=draft.title or name,
        method=CaptureMethod.FILE.value,
        file_name=name,
        mime_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream",
        size=stored.size,
        sha256=stored.sha256,
    )
