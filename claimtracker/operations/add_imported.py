"""New claims of an import with everything that their rows say, written many at a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session, SQLModel

from claimtracker.claims.drafts import ClaimDraft, SourceDraft
from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.deadlines import Reading
from claimtracker.operations.claim_parts import OWN_COLUMNS
from claimtracker.operations.imported_row import ImportedClaim, ImportedEvidence
from claimtracker.operations.read_deadline import reader, settled
from claimtracker.operations.terms_of_office import Terms, terms_of_office
from claimtracker.storage.known_rows import DocumentKey, KnownClaimant, KnownRows, SourceKey
from claimtracker.storage.logged_rows import add_rows, blank_row, change_rows, last_id
from claimtracker.storage.tables import (
    Assessment,
    AssessmentEvidence,
    Claim,
    Claimant,
    ClaimTag,
    Evidence,
    EvidenceLink,
    Occurrence,
    Source,
    Tag,
)

_AT_ONCE = 1_000  # claims that are gathered before they are written
# Parents before the rows that refer to them.
_TABLES: tuple[type[SQLModel], ...] = (
    *(Claimant, Source, Tag, Evidence, Claim, Occurrence, ClaimTag, EvidenceLink),
    *(Assessment, AssessmentEvidence),
)
Row = dict[str, object]


class Adding:
    """Gathers new claims and the rows that they share, within the import's action."""

    def __init__(self, session: Session, by: str) -> None:
        self._session = session
        self._by = by
        self._reader = reader(session)
        self._terms: Terms | None = None
        self._known = KnownRows(session)
        self._rows: dict[type[SQLModel], list[Row]] = defaultdict(list)
        self._last: dict[type[SQLModel], int] = {}

    def called_as_here(self, imported: ImportedClaim) -> ImportedClaim:
        """Call the claimant as here: a further name makes no other claim of a row, no change."""
        name = imported.draft.claimant
        known = self._known.claimant(name) if name else None
        if known is None or known.name == name:
            return imported
        return replace(imported, draft=imported.draft.model_copy(update={"claimant": known.name}))

    def add(self, imported: ImportedClaim) -> int:
        """Gather a claim; return the id that it will have."""
        draft = settled(imported.draft, self._read)
        if len(self._rows[Claim]) >= _AT_ONCE:
            self.write()
        claim_id = self._claim(draft, imported)
        for place in imported.occurrences:
            said = {"source_id": self._source(place.source), "words": place.words}
            self._put(Occurrence, claim_id=claim_id, **said, stated_on=place.stated_on)
        for tag in {name.casefold(): name for name in draft.tags}.values():
            self._put(ClaimTag, claim_id=claim_id, tag_id=self._tag(tag))
        linked = list(self._linked(claim_id, imported.evidence))
        if imported.assessment is not None:
            self._assess(claim_id, imported, linked)
        return claim_id

    def write(self) -> None:
        """Write what was gathered; the rows get the ids that they were promised."""
        for table in _TABLES:
            if rows := self._rows.pop(table, None):
                given = add_rows(self._session, table, rows)
                if given.stop - 1 != self._last[table]:
                    raise RuntimeError(f"rows of {table.__name__} were added by others meanwhile")
        self._last.clear()
        self._known.forget_missed()

    def forget(self) -> None:
        """Look for everything anew: a stored claim was changed, and with it what it shares."""
        self._known.forget()
        self._terms = None

    def _read(self, wording: str, stated_on: date | None, claimant: str) -> Reading:
        if self._terms is None:
            self._terms = terms_of_office(self._session)
        return self._reader.read(wording, stated_on, self._terms.of(claimant, stated_on))

    def _claim(self, draft: ClaimDraft, imported: ImportedClaim) -> int:
        told: Row = {name: getattr(draft, name) for name in OWN_COLUMNS}
        told["claimant_id"] = self._claimant(draft.claimant, draft.claimant_role)
        if (judged := imported.assessment) is not None:
            told |= {"verdict": judged.verdict.value, "assessed_on": judged.assessed_on}
            told["kept_on"] = judged.kept_on
        return self._put(Claim, **told)

    def _claimant(self, name: str, role: str) -> int | None:
        if not name:
            return None
        known = self._known.claimant(name)
        if known is None:
            known = KnownClaimant(self._put(Claimant, name=name, role=role), name, role)
            self._known.note_claimant(known)
        elif role and role != known.role:
            self.write()  # it may be among what was gathered
            change_rows(self._session, Claimant, [known.id], {"role": role})
            self._terms = None  # a reading may tell the role
            self._known.note_claimant(known._replace(role=role))
        return known.id

    def _source(self, draft: SourceDraft) -> int | None:
        if draft.is_empty:
            return None
        found = self._known.sources(SourceKey(draft.url, draft.title))
        if not found:
            found.append(self._put(Source, url=draft.url, title=draft.title))
        return found[0]

    def _tag(self, name: str) -> int:
        known = self._known.tag(name)
        if known is None:
            known = self._put(Tag, name=name)
            self._known.note_tag(name, known)
        return known

    def _linked(self, claim_id: int, evidence: Sequence[ImportedEvidence]) -> Iterator[int]:
        """Link each document; one that is listed twice is two rows, which the file cannot tell."""
        taken: set[tuple[str, int]] = set()
        for each in evidence:
            draft, relation = each.draft, each.draft.relation.value
            key = DocumentKey(draft.url, draft.title, draft.published_on, each.sha256)
            alike = self._known.documents(key)
            free = (one for one in alike if (relation, one) not in taken)
            if (evidence_id := next(free, None)) is None:
                evidence_id = self._document(key)
                alike.append(evidence_id)
            taken.add((relation, evidence_id))
            self._put(EvidenceLink, claim_id=claim_id, evidence_id=evidence_id, relation=relation)
            yield evidence_id

    def _document(self, key: DocumentKey) -> int:
        method = CaptureMethod.IMPORTED if key.sha256 else CaptureMethod.LINKED
        return self._put(Evidence, **key._asdict(), method=method.value, captured_by=self._by)

    def _assess(self, claim_id: int, imported: ImportedClaim, linked: Sequence[int]) -> None:
        judged = imported.assessment
        if judged is None:
            return
        assessment_id = self._put(
            Assessment,
            claim_id=claim_id,
            verdict=judged.verdict.value,
            reason=judged.reason,
            assessor=self._by,
            assessed_on=judged.assessed_on,
            kept_on=judged.kept_on,
        )
        marked = zip(linked, imported.evidence, strict=True)
        for evidence_id in dict.fromkeys(one for one, each in marked if each.is_basis):
            self._put(AssessmentEvidence, assessment_id=assessment_id, evidence_id=evidence_id)

    def _put(self, table: type[SQLModel], **told: object) -> int:
        """Gather a row; return the id that it will have."""
        if table not in self._last:
            self._last[table] = last_id(self._session, table)
        self._last[table] += 1
        self._rows[table].append(blank_row(table) | told)
        return self._last[table]
