"""Claims of the list as the storage room would hand them out."""

from dataclasses import fields as dataclass_fields
from dataclasses import replace
from datetime import UTC, date, datetime

from claimtracker.claims.rows import ClaimRow, DocumentRow, EvidenceRow, ShelvedRow
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import CaptureMethod, Relation, State, Verdict

TODAY = date(2025, 5, 26)

ROW = ClaimRow(
    id=1,
    summary="Walk away from the talks",
    claimant="Marco Rubio",
    stated_on=date(2025, 4, 18),
    deadline_wording="within days",
    window=Window(date(2025, 4, 18), date(2025, 4, 20), date(2025, 4, 25)),
    rule="vague: days",
    review_on=None,
    state=State.PASSED,
    days_over=31,
    verdict=Verdict.NOT_YET_RATED,
    assessed_on=None,
    kept_on=None,
    evidence_count=0,
    newest_evidence_on=None,
    is_binned=False,
)


def row(**fields: object) -> ClaimRow:
    """The common claim with some of its fields changed."""
    return replace(ROW, **fields)  # type: ignore[arg-type]  # the caller names the fields


EVIDENCE = EvidenceRow(
    id=1,
    evidence_id=1,
    relation=Relation.CONTEXT,
    note="",
    passage="",
    is_basis=False,
    title="Signed",
    publisher="",
    url="",
    canonical_url="",
    published_on=None,
    excerpt="",
    place="",
    archive_url="",
    archived_at=None,
    captured_at=datetime(2025, 5, 1, tzinfo=UTC),
    captured_by="Ada",
    retrieved_at=None,
    method=CaptureMethod.LINKED,
    failure="",
    file_name="",
    mime_type="",
    size=None,
    sha256="",
    text_sha256="",
    content_sha256="",
)


def evidence_row(**fields: object) -> EvidenceRow:
    """A piece of evidence with some of its fields changed."""
    return replace(EVIDENCE, **fields)  # type: ignore[arg-type]  # the caller names the fields


def shelved_row(**fields: object) -> ShelvedRow:
    """The same document in the list of all; `claim_count` is none where it is not given."""
    told = {field.name: getattr(EVIDENCE, field.name) for field in dataclass_fields(DocumentRow)}
    return ShelvedRow(**{"claim_count": 0, **told, **fields})
