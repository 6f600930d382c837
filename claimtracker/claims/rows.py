"""Plain frozen rows: all that leaves the storage room."""

from dataclasses import dataclass, field
from datetime import date, datetime

from claimtracker.claims.chains import ChainFigure
from claimtracker.claims.state import Window
from claimtracker.claims.stored_row import StoredRow
from claimtracker.claims.vocabulary import (
    CaptureMethod,
    ConditionOutcome,
    Relation,
    ReminderKind,
    State,
    Verdict,
)

Value = str | int | None


@dataclass(frozen=True)
class ClaimRow(StoredRow):
    """One line of the claim list."""

    id: int
    summary: str
    claimant: str
    stated_on: date | None
    deadline_wording: str
    window: Window
    rule: str
    review_on: date | None
    state: State
    days_over: int | None
    verdict: Verdict
    assessed_on: date | None
    kept_on: date | None
    evidence_count: int
    newest_evidence_on: date | None
    is_binned: bool
    chain: ChainFigure | None = None  # of the moves that its deadline is part of
    condition_outcome: ConditionOutcome | None = None  # None where it depends on nothing
    condition_outcome_on: date | None = None
    is_called_off: bool = False  # by what became of its condition: it does not fall due
    occurrence_count: int = 0


@dataclass(frozen=True, slots=True)
class OccurrenceRow(StoredRow):
    """One place where a claim was said; of one that `is_captured` the text is kept."""

    id: int
    stated_on: date | None
    words: str
    title: str
    publisher: str
    url: str
    published_on: date | None
    is_captured: bool = False


@dataclass(frozen=True)
class RestatingRow(StoredRow):
    """A claim that was brought together with another one; it lies in the bin."""

    claim_id: int
    summary: str
    claimant: str
    stated_on: date | None
    verdict: Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentRow(StoredRow):
    """A document with its custody, whatever it bears on.

    `sha256` and `text_sha256` name what was captured and its readable text in the file store, or
    are empty; `content_sha256` is of the document itself. `place` is where its excerpt stands.
    """

    evidence_id: int
    title: str
    publisher: str
    url: str
    canonical_url: str
    published_on: date | None
    excerpt: str
    place: str
    archive_url: str
    archived_at: datetime | None
    captured_at: datetime
    captured_by: str
    retrieved_at: datetime | None
    method: CaptureMethod
    failure: str
    file_name: str
    mime_type: str
    size: int | None
    sha256: str
    text_sha256: str
    content_sha256: str

    @property
    def called(self) -> str:
        """What it is called in a list: its title, or what comes nearest to one."""
        return self.title or self.url or self.file_name or self.excerpt or "Untitled"


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceRow(DocumentRow):
    """A document as it bears on one claim; `id` is the link's, `passage` what matters there."""

    id: int
    relation: Relation
    note: str
    passage: str
    is_basis: bool  # the newest verdict rests on it


@dataclass(frozen=True, kw_only=True)
class ShelvedRow(DocumentRow):
    """A document in the list of all; one that bears on no claim yet lies in the inbox."""

    claim_count: int


@dataclass(frozen=True)
class AssessmentRow(StoredRow):
    """One entry of the append-only log of verdicts; `evidence_ids` are what it rests on.

    `evidence_titles` name those documents in the same order, also where one was unlinked since.
    """

    id: int
    verdict: Verdict
    reason: str
    assessor: str
    assessed_on: date
    kept_on: date | None
    evidence_ids: tuple[int, ...] = ()
    evidence_titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class MoveRow(StoredRow):
    """One step of a chain of moved deadlines.

    `slip_days` is counted from the step before, `total_days` from the first that has a day: both
    at the generous end, and None where one of the two has none. A first step with a `moved_from`
    closes a circle, as only a damaged database has it.
    """

    claim_id: int
    wording: str
    stated_on: date | None
    opens_on: date | None
    due_on: date | None
    latest_on: date | None
    slip_days: int | None
    slip_days_strict: int | None
    total_days: int | None
    total_days_strict: int | None
    claimant: str
    state: State
    verdict: Verdict
    moved_from: int | None
    is_binned: bool


@dataclass(frozen=True)
class ChangeRow(StoredRow):
    """One line of the audit log: a row of the table `subject` before and after.

    `names` gives what the numbers in it stand for, by table and number: {"claimant 3": "Rubio"}.
    An action that `stands` can be taken back; one that `is_undone` was.
    """

    id: int
    at: datetime
    by: str
    action: str
    subject: str
    before: dict[str, Value] | None
    after: dict[str, Value] | None
    action_id: int = 0
    row_id: int = 0
    claim_id: int | None = None
    stands: bool = False
    is_undone: bool = False
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CriteriaChange(StoredRow):
    """That what would count as kept reads otherwise than when the deadline passed.

    `before` is how it stood then, empty where nothing was written; `passed_on` is the last day
    that had gone by, of the strict reading only or of both.
    """

    at: datetime
    by: str
    before: str
    after: str
    passed_on: date
    is_strict_only: bool


@dataclass(frozen=True, slots=True)
class ReportRow(StoredRow):
    """One claim set out for a report: the fields are the CSV's columns, in their order."""

    id: int
    summary: str
    quote: str
    claimant: str
    claimant_role: str
    stated_on: date | None
    source_title: str
    source_url: str
    deadline_wording: str
    opens_on: date | None
    due_on: date | None
    latest_on: date | None
    precision: str
    rule: str
    state: State
    days_over: int | None
    condition: str
    criteria: str
    review_on: date | None
    verdict: Verdict
    assessed_on: date | None
    verdict_reason: str
    evidence_count: int
    evidence: tuple[EvidenceRow, ...]
    occurrences: tuple[OccurrenceRow, ...]
    moved_from: int | None
    moved_to: int | None
    slip_days: int | None
    tags: tuple[str, ...]
    notes: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class ClaimDetails:
    """Everything there is about one claim.

    `against_evidence` says in a few words how its verdict goes against it, or nothing. A claim that
    `restates_id` another one was brought together with that one, as those in `restated_by` were
    with this one.
    """

    report: ReportRow
    version: int
    condition_outcome: ConditionOutcome
    is_binned: bool
    against_evidence: str
    assessments: tuple[AssessmentRow, ...]
    moves: tuple[MoveRow, ...]
    changes: tuple[ChangeRow, ...]
    condition_outcome_on: date | None = None
    restates_id: int | None = None
    restated_by: tuple[RestatingRow, ...] = ()
    criteria_change: CriteriaChange | None = None


@dataclass(frozen=True)
class ReminderRow(StoredRow):
    """A due notice about a claim that nobody has put away yet."""

    id: int
    claim_id: int
    kind: ReminderKind
    fell_on: date
    summary: str
    claimant: str


@dataclass(frozen=True)
class ActionRow(StoredRow):
    """One thing a person did, as undo and redo name it."""

    id: int
    name: str
    by: str = ""
