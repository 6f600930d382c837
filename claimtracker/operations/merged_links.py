"""The evidence of claims, taken in by the claim that they restate."""

from collections import defaultdict
from collections.abc import Sequence

from sqlmodel import Session, col, select

from claimtracker.storage.named_ids import among
from claimtracker.storage.tables import Assessment, AssessmentEvidence, Claim, EvidenceLink


class Links:
    """Knows what is linked to the claim that stays, read once."""

    def __init__(self, session: Session, stays_id: int) -> None:
        self._session = session
        self._stays_id = stays_id
        self._known = {_key(link): link for link in self._of([stays_id])[stays_id]}

    def take_in(self, claims: Sequence[Claim]) -> None:
        """Take every link over, within an action that is already open.

        Where the same document is known with the same relation, both notes and passages are kept
        on that link. What a verdict on a claim rests on is linked to both claims, so that the
        verdict still says on what.
        """
        ids = [claim.id or 0 for claim in claims]
        found, bases = self._of(ids), self._bases(ids)
        for claim_id in ids:
            for link in found[claim_id]:
                self._take_in(link, is_basis=(claim_id, link.evidence_id) in bases)

    def _take_in(self, link: EvidenceLink, *, is_basis: bool) -> None:
        there = self._known.get(_key(link))
        if there is not None:
            _keep_both(link, there)
            return
        if is_basis:
            told = link.model_dump(exclude={"id", "claim_id"})
            link = EvidenceLink(claim_id=self._stays_id, **told)
            self._session.add(link)
        link.claim_id = self._stays_id
        self._known[_key(link)] = link

    def _of(self, claim_ids: Sequence[int]) -> dict[int, list[EvidenceLink]]:
        asked = select(EvidenceLink).where(among(col(EvidenceLink.claim_id), claim_ids))
        found: dict[int, list[EvidenceLink]] = defaultdict(list)
        for link in self._session.exec(asked.order_by(col(EvidenceLink.id))):
            found[link.claim_id].append(link)
        return found

    def _bases(self, claim_ids: Sequence[int]) -> set[tuple[int, int]]:
        """Each of the claims with the documents that any verdict on it rests on."""
        asked = (
            select(Assessment.claim_id, AssessmentEvidence.evidence_id)
            .join(AssessmentEvidence, col(AssessmentEvidence.assessment_id) == Assessment.id)
            .where(among(col(Assessment.claim_id), claim_ids))
        )
        return set(self._session.exec(asked).all())


def _key(link: EvidenceLink) -> tuple[int, str]:
    return link.evidence_id, link.relation


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
