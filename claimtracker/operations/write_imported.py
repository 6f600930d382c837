"""Put an imported claim into the database, within the import's action."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlmodel import Session, col, select

from claimtracker.claims.drafts import AssessmentDraft, ClaimDraft, EvidenceDraft
from claimtracker.claims.rows import EvidenceRow, ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.operations.claim_parts import (
    OWN_COLUMNS,
    new_id,
    write_fields,
    write_tags,
)
from claimtracker.operations.imported_row import ImportedClaim, ImportedEvidence
from claimtracker.operations.rate_claim import rate
from claimtracker.operations.read_deadline import SET_BY_HAND
from claimtracker.operations.settle_edited import read_from, settle_edited
from claimtracker.storage.around_claims import evidence_of
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.report_rows import report_rows
from claimtracker.storage.tables import Assessment, Claim, Evidence, EvidenceLink

# Compared to see whether a stored claim differs from its row in the file.
_FIELDS = ("claimant", "claimant_role", *OWN_COLUMNS)
_READ_FROM = frozenset({"deadline_wording", "stated_on", "claimant", "condition"})
_WINDOW = frozenset({"opens_on", "due_on", "latest_on", "precision", "rule"})


def change_imported(session: Session, claim_id: int, imported: ImportedClaim, by: str) -> bool:
    """Bring a stored claim to what the file says, column by column; False if nothing differs.

    What the file does not mention stays; evidence and verdicts are added, never taken away.
    """
    session.flush()
    (stored,) = report_rows(session, [claim_id], AsOf(date.min))
    changed = [
        _change_fields(session, imported, stored),
        _change_tags(session, imported, stored),
        _add_evidence(session, imported, stored, by),
        _add_verdict(session, imported, stored, by),
    ]
    return any(changed)


def _change_fields(session: Session, imported: ImportedClaim, stored: ReportRow) -> bool:
    claim = find_claim(session, stored.id)
    kept = {name: getattr(stored, name) for name in _READ_FROM - imported.present}
    draft = settle_edited(session, claim, imported.draft.model_copy(update=kept))
    told = imported.present | (_WINDOW if _is_read_anew(imported, claim, stored) else frozenset())
    wanted = {name: getattr(draft if name in told else stored, name) for name in _FIELDS}
    if not draft.claimant_role:  # it is the claimant's, whom the row may have exchanged
        is_same = wanted["claimant"] == stored.claimant
        wanted["claimant_role"] = stored.claimant_role if is_same else ""
    if all(wanted[name] == getattr(stored, name) for name in _FIELDS):
        return False
    write_fields(session, claim, ClaimDraft.of(**wanted))
    return True


def _is_read_anew(imported: ImportedClaim, claim: Claim, stored: ReportRow) -> bool:
    """Whether the file changes what the days were read from, and has no reading of its own."""
    told = read_from(stored.rule, claim.condition_outcome_on) & imported.present
    is_other = any(getattr(imported.draft, name) != getattr(stored, name) for name in told)
    return is_other and not imported.draft.rule and stored.rule != SET_BY_HAND


def _change_tags(session: Session, imported: ImportedClaim, stored: ReportRow) -> bool:
    wanted = {tag.casefold() for tag in imported.draft.tags}
    if "tags" not in imported.present or wanted == {tag.casefold() for tag in stored.tags}:
        return False
    write_tags(session, stored.id, imported.draft.tags)
    return True


def _add_evidence(session: Session, imported: ImportedClaim, stored: ReportRow, by: str) -> bool:
    known = {_key(item) for item in stored.evidence}
    new = [item for item in imported.evidence if _key(item.draft) not in known]
    for item in new:
        _link(session, stored.id, item, by)
    return bool(new)


def _key(item: EvidenceRow | EvidenceDraft) -> tuple[str, date | None, str, str]:
    """What tells two pieces of evidence of one claim apart in a report."""
    return item.relation, item.published_on, item.title, item.url


def _add_verdict(session: Session, imported: ImportedClaim, stored: ReportRow, by: str) -> bool:
    judged = imported.assessment
    said = (stored.verdict, stored.assessed_on, stored.verdict_reason)
    if judged is None or (judged.verdict, judged.assessed_on, judged.reason) == said:
        return False
    if _is_in_log(session, stored.id, judged):  # a table of before must not undo what came after
        return False
    _rate(session, stored.id, imported, judged, by)
    return True


def _is_in_log(session: Session, claim_id: int, judged: AssessmentDraft) -> bool:
    """Whether this very verdict was given before, and has been superseded since."""
    asked = select(Assessment.id).where(
        Assessment.claim_id == claim_id,
        Assessment.verdict == judged.verdict.value,
        Assessment.assessed_on == judged.assessed_on,
        Assessment.reason == judged.reason,
    )
    return session.exec(asked).first() is not None


def _rate(
    session: Session, claim_id: int, imported: ImportedClaim, judged: AssessmentDraft, by: str
) -> None:
    """Give the row's verdict, resting on the evidence that the row marks."""
    basis = tuple(_basis(session, claim_id, imported))
    rate(session, [claim_id], judged.model_copy(update={"evidence_ids": basis}), by)


def _basis(session: Session, claim_id: int, imported: ImportedClaim) -> Iterator[int]:
    """Give the documents that are marked; of several that are told alike, by their order."""
    if not any(item.is_basis for item in imported.evidence):
        return
    session.flush()
    linked: dict[object, list[int]] = defaultdict(list)
    for row in evidence_of(session, [claim_id]).get(claim_id, []):
        linked[_key(row)].append(row.evidence_id)
    for item in imported.evidence:
        alike = linked[_key(item.draft)]
        if alike and (evidence_id := alike.pop(0)) and item.is_basis:
            yield evidence_id


def _link(session: Session, claim_id: int, imported: ImportedEvidence, by: str) -> None:
    relation = imported.draft.relation.value
    told = imported.draft.model_dump(include={"url", "title", "published_on"})
    told["sha256"] = imported.sha256
    # A document listed twice is two rows that differ in what the file does not carry.
    taken = select(EvidenceLink.evidence_id).where(
        EvidenceLink.claim_id == claim_id, EvidenceLink.relation == relation
    )
    same = select(Evidence).where(*(getattr(Evidence, name) == told[name] for name in told))
    found = session.exec(same.where(col(Evidence.id).not_in(taken))).first()
    method = CaptureMethod.IMPORTED if imported.sha256 else CaptureMethod.LINKED
    told |= {"method": method.value, "captured_by": by}
    evidence_id = found.id if found else new_id(session, Evidence(**told))
    session.add(EvidenceLink(claim_id=claim_id, evidence_id=evidence_id or 0, relation=relation))
