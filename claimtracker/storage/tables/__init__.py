"""The SQLModel tables; none of their objects leaves the storage and operations rooms."""

from claimtracker.storage.tables.claims import (
    Claim,
    Claimant,
    ClaimTag,
    Event,
    Move,
    Occurrence,
    Source,
    Tag,
    ToldApart,
)
from claimtracker.storage.tables.conventions import ChangedConvention, VerdictLabel
from claimtracker.storage.tables.evidence import (
    Assessment,
    AssessmentEvidence,
    Evidence,
    EvidenceLink,
)
from claimtracker.storage.tables.history import Action, Change, Reminder, SavedView

__all__ = [
    "Action",
    "Assessment",
    "AssessmentEvidence",
    "Change",
    "ChangedConvention",
    "Claim",
    "ClaimTag",
    "Claimant",
    "Event",
    "Evidence",
    "EvidenceLink",
    "Move",
    "Occurrence",
    "Reminder",
    "SavedView",
    "Source",
    "Tag",
    "ToldApart",
    "VerdictLabel",
]
