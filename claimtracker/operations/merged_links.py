"""The evidence of a claim that is brought together with another one."""

from sqlmodel import Session, col, select

from claimtracker.storage.tables import Assessment, AssessmentEvidence, EvidenceLink


def hand_over_evidence(session: Session, claim_id: int, of_claim_id: int) -> None:
    """Hand every link over, within an action that is already open.

    Where the other claim has the same document with the same relation, both notes and passages are
    kept on its link. What a verdict on the first claim rests on is linked to both, so that the
    verdict still says on what.
    """
    known = {_key(link): link for link in _links(session, of_claim_id)}
    bases = _bases(session, claim_id)
    for link in _links(session, claim_id):
        there = known.get(_key(link))
        if there is not None:
            _keep_both(link, there)
        elif link.evidence_id in bases:
            told = link.model_dump(exclude={"id", "claim_id"})
            session.add(EvidenceLink(claim_id=of_claim_id, **told))
        else:
            link.claim_id = of_claim_id


def _links(session: Session, claim_id: int) -> list[EvidenceLink]:
    asked = select(EvidenceLink).where(col(EvidenceLink.claim_id) == claim_id)
    return list(session.exec(asked.order_by(col(EvidenceLink.id))).all())


def _key(link: EvidenceLink) -> tuple[int, str]:
    return link.evidence_id, link.relation


def _bases(session: Session, claim_id: int) -> set[int]:
    """The documents that any verdict on the claim rests on."""
    asked = (
        select(AssessmentEvidence.evidence_id)
        .join(Assessment, col(Assessment.id) == AssessmentEvidence.assessment_id)
        .where(col(Assessment.claim_id) == claim_id)
    )
    return set(session.exec(asked).all())


def _keep_both(link: EvidenceLink, there: EvidenceLink) -> None:
    """Add what the other link lacks; two passages cannot be one, so the second goes to the note."""
    notes = [there.note]
    if link.note.strip() and link.note not in there.note:
        notes.append(link.note)
    if not there.passage.strip():
        there.passage = link.passage or there.passage
    elif link.passage.strip() and link.passage not in there.passage:
        notes.append(f"Passage: “{link.passage}”")
    if len(notes) > 1:
        there.note = "\n".join(part for part in notes if part.strip())
