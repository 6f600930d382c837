"""Link later documents to the claims they bear on."""

from collections.abc import Sequence

from sqlmodel import Session, select

from claimtracker.claims.drafts import Bearing, EvidenceDraft
from claimtracker.claims.errors import ChangedMeanwhile, ClaimTrackerError, NotFound
from claimtracker.claims.vocabulary import Relation, label, of_claims, of_documents
from claimtracker.operations.claim_parts import named, new_id
from claimtracker.operations.keep_evidence import (
    Found,
    GivenFile,
    document_of,
    find_evidence,
)
from claimtracker.storage.change_log import recorded
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Evidence, EvidenceLink


def link_evidence(
    session: Session,
    claim_ids: Sequence[int],
    draft: EvidenceDraft,
    *,
    by: str,
    file: GivenFile | None = None,
) -> int:
    """Keep one document, a web address or a file that is copied into the store, and link it.

    Returns the evidence's id. Raises ClaimTrackerError for an address that is not of the web, a
    file that cannot be read, or a document with neither address, file nor excerpt.
    """
    (evidence_id,) = link_documents(session, claim_ids, [(draft, file)], draft.bearing, by=by)
    return evidence_id


def link_documents(
    session: Session,
    claim_ids: Sequence[int],
    found: Found,
    bearing: Bearing,
    *,
    by: str,
) -> list[int]:
    """Keep these documents and link each to each of the claims, as one action.

    Returns their ids in this order. Raises as `link_evidence` does, with nothing kept.
    """
    for claim_id in claim_ids:
        find_claim(session, claim_id)  # before a file is copied for a claim that is not there
    documents = [document_of(session, draft, file, by=by) for draft, file in found]
    what = "evidence" if len(documents) == 1 else of_documents(len(documents))
    with recorded(session, f"link {what} to {of_claims(len(claim_ids))}", by) as action:
        if len(claim_ids) == 1:
            summary = find_claim(session, claim_ids[0]).summary
            action.name = f"link {what} to {named(summary)}"
        return [insert_evidence(session, claim_ids, bearing, document) for document in documents]


def link_stored(
    session: Session,
    claim_ids: Sequence[int],
    evidence_ids: Sequence[int],
    bearing: Bearing,
    *,
    by: str,
) -> None:
    """Link documents that are kept already, each to each of the claims, as one action.

    One that bears on a claim in the same way already gets the note and passage given here; where
    none is given, its own stay.
    """
    told = f"link {of_documents(len(evidence_ids))} to {of_claims(len(claim_ids))}"
    with recorded(session, told, by):
        for evidence_id in evidence_ids:
            find_evidence(session, evidence_id)
            for claim_id in claim_ids:
                link_to(session, find_claim(session, claim_id).id or 0, evidence_id, bearing)


def insert_evidence(
    session: Session, claim_ids: Sequence[int], bearing: Bearing, document: Evidence
) -> int:
    """Add a document with its links within an action that is already open; return its id."""
    evidence_id = new_id(session, document)
    for claim_id in claim_ids:
        link_to(session, find_claim(session, claim_id).id or 0, evidence_id, bearing)
    return evidence_id


def unlink_evidence(session: Session, link_id: int, *, by: str) -> None:
    """Take a document off a claim; it stays stored, and a verdict that rests on it says so."""
    with recorded(session, "unlink evidence", by) as action:
        link = session.get(EvidenceLink, link_id)
        if link is None:
            raise NotFound("This evidence is no longer linked.")
        action.name = f"unlink evidence from {named(find_claim(session, link.claim_id).summary)}"
        session.delete(link)


def change_bearing(
    session: Session, link_id: int, bearing: Bearing, *, by: str, shown: Bearing | None = None
) -> None:
    """Say anew how a document bears on a claim; raises ClaimTrackerError where it does so already.

    A verdict that rests on the document still does. With `shown`, what stood there when the person
    began, only what differs from it is written; raises ChangedMeanwhile, with nothing written,
    where that was changed by somebody else.
    """
    with recorded(session, "change how evidence bears", by) as action:
        link = session.get(EvidenceLink, link_id)
        if link is None:
            raise NotFound("This evidence is no longer linked.")
        bearing = bearing if shown is None else _merged(link, bearing, shown)
        same = select(EvidenceLink).where(
            EvidenceLink.claim_id == link.claim_id,
            EvidenceLink.evidence_id == link.evidence_id,
            EvidenceLink.relation == bearing.relation.value,
            EvidenceLink.id != link_id,
        )
        if session.exec(same).first():
            raise ClaimTrackerError(f"It is linked as “{label(bearing.relation)}” already.")
        link.relation = bearing.relation.value
        link.note, link.passage = bearing.note, bearing.passage
        claim = named(find_claim(session, link.claim_id).summary)
        action.name = f"evidence on {claim}: {label(bearing.relation).lower()}"


def _merged(link: EvidenceLink, told: Bearing, shown: Bearing) -> Bearing:
    """What was told where it differs from what was shown, and what is stored elsewhere."""
    stored = Bearing(relation=Relation(link.relation), note=link.note, passage=link.passage)
    changed = {
        name: ours
        for name in Bearing.model_fields
        if (ours := getattr(told, name)) != getattr(shown, name)
    }
    for name, ours in changed.items():
        theirs = getattr(stored, name)
        if theirs not in (getattr(shown, name), ours):
            is_word = isinstance(theirs, Relation)
            raise ChangedMeanwhile(name, label(theirs) if is_word else theirs, theirs)
    return stored.model_copy(update=changed)


def link_to(session: Session, claim_id: int, evidence_id: int, bearing: Bearing) -> None:
    """Let a document bear on a claim, within an action that is already open."""
    asked = select(EvidenceLink).where(
        EvidenceLink.claim_id == claim_id,
        EvidenceLink.evidence_id == evidence_id,
        EvidenceLink.relation == bearing.relation.value,
    )
    link = session.exec(asked).first()
    if link is None:
        link = EvidenceLink(
            claim_id=claim_id, evidence_id=evidence_id, relation=bearing.relation.value
        )
    link.note = bearing.note or link.note
    link.passage = bearing.passage or link.passage
    session.add(link)
