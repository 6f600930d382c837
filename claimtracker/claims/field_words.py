"""What the tables and fields of the change log are called, for people."""

from typing import NamedTuple


class Subject(NamedTuple):
    """How a row is spoken of: by itself, and when it came or went; {} is what it is called."""

    called: str
    added: str
    removed: str


SUBJECTS = {
    "claim": Subject("Claim", "Claim added: {}", "Claim removed: {}"),
    "claimant": Subject("Claimant {}", "Claimant added: {}", "Claimant removed: {}"),
    "source": Subject("Source {}", "Source added: {}", "Source removed: {}"),
    "occurrence": Subject("Said in {}", "Said in {}: added", "Said in {}: removed"),
    "event": Subject("Event {}", "Event added: {}", "Event removed: {}"),
    "move": Subject("Move {}", "Deadline moved: {}", "Move of the deadline removed: {}"),
    "told_apart": Subject("Told apart {}", "Told apart: {}", "No longer told apart: {}"),
    "tag": Subject("Tag {}", "New tag: {}", "Tag no longer used: {}"),
    "claim_tag": Subject("Tag {}", "Tag added: {}", "Tag removed: {}"),
    "evidence": Subject("Document {}", "Document kept: {}", "Document discarded: {}"),
    "evidence_link": Subject("Evidence {}", "Evidence linked: {}", "Evidence unlinked: {}"),
    "assessment": Subject("Verdict {}", "Verdict given: {}", "Verdict removed: {}"),
    "assessment_evidence": Subject(
        "Verdict on {}", "The verdict rests on {}", "The verdict no longer rests on {}"
    ),
    "changed_convention": Subject(
        "Convention {}", "Convention changed: {}", "Convention back to its default: {}"
    ),
    "verdict_label": Subject("Verdict {}", "Called otherwise: {}", "Called as usual again: {}"),
}

# Of which table the number in a field is; a "deadline" is a claim called by its words of time.
REFERENCES = {
    "claimant_id": "claimant",
    "source_id": "source",
    "claim_id": "claim",
    "other_claim_id": "claim",
    "restates_id": "claim",
    "from_claim_id": "deadline",
    "to_claim_id": "deadline",
    "tag_id": "tag",
    "evidence_id": "evidence",
    "assessment_id": "assessment",
}

# By which of its fields a row is called, the first that holds something.
CALLED_BY = {
    "claim": ("summary",),
    "deadline": ("deadline_wording", "summary"),
    "claimant": ("name",),
    "source": ("title", "publisher", "url"),
    "occurrence": ("source_id", "words"),
    "event": ("name",),
    "move": ("from_claim_id",),
    "told_apart": ("claim_id",),
    "tag": ("name",),
    "claim_tag": ("tag_id",),
    "evidence": ("title", "url", "file_name", "excerpt"),
    "evidence_link": ("evidence_id",),
    "assessment": ("verdict",),
    "assessment_evidence": ("evidence_id",),
    "changed_convention": ("key",),
    "verdict_label": ("verdict",),
}

# Words of the vocabulary: shown without quotation marks and with spaces.
CODED = frozenset({"relation", "verdict", "precision", "condition_outcome", "method"})

FIELDS = {
    "stated_on": "Day said",
    "deadline_wording": "Deadline",
    "opens_on": "Opens",
    "due_on": "Last day, strictly read",
    "latest_on": "Last day, generously read",
    "review_on": "Review date",
    "condition_outcome_on": "Condition decided on",
    "restates_id": "Restates",
    "binned_at": "In the bin since",
    "created_at": "Entered",
    "term_began_on": "Term began",
    "term_ended_on": "Term ended",
    "earlier_terms": "Earlier terms",
    "published_on": "Published",
    "canonical_url": "Address the page names itself",
    "url": "Address",
    "archive_url": "Archived copy",
    "archived_at": "Archived",
    "captured_at": "Noted down",
    "captured_by": "Captured by",
    "retrieved_at": "Received",
    "failure": "Not captured because",
    "method": "How it was captured",
    "mime_type": "Type of file",
    "file_name": "File",
    "size": "Size in bytes",
    "sha256": "SHA-256 of what was captured",
    "text_sha256": "SHA-256 of the readable text",
    "content_sha256": "SHA-256 of the document",
    "text_hash": "SHA-256 of the text",
    "span_start": "Begins at character",
    "span_end": "Ends at character",
    "starts_on": "First day",
    "ends_on": "Last day",
    "assessed_on": "Day of the verdict",
    "kept_on": "Kept on",
    "linked_at": "Linked",
    "passage": "What matters there",
    "place": "Where it stands",
    "claimant_id": "Claimant",
    "source_id": "Source",
    "claim_id": "Claim",
    "other_claim_id": "Other claim",
    "from_claim_id": "Earlier deadline",
    "to_claim_id": "Later deadline",
    "tag_id": "Tag",
    "evidence_id": "Document",
    "assessment_id": "Verdict",
    "key": "Convention",
    "position": "Place in the order",
    "text": "Text",
}


def field_label(name: str) -> str:
    """What a field is called where people read it."""
    plain = name.replace("_", " ")
    return FIELDS.get(name, plain[:1].upper() + plain[1:])
