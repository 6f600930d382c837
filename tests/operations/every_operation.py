"""Everything a person can do that changes something: what tests walk that hold for all of it.

A new operation joins by one line in `OPERATIONS`; a test fails until it does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session, SQLModel, select

from claimtracker.articles.article import Article
from claimtracker.articles.capture_page import PageCapture
from claimtracker.claims.claimants import ClaimantDraft
from claimtracker.claims.drafts import (
    AssessmentDraft,
    Bearing,
    ClaimDraft,
    DocumentDraft,
    EvidenceDraft,
)
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.events import EventDraft
from claimtracker.claims.vocabulary import ConditionOutcome, Relation, Verdict
from claimtracker.deadlines import Policy
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.capture_claims import Taking, capture_claims
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.delete_claimant import delete_claimant
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.edit_claimant import edit_claimant
from claimtracker.operations.follow_deadline import follow_deadline
from claimtracker.operations.import_claims import import_claims
from claimtracker.operations.keep_capture import keep_capture, keep_text
from claimtracker.operations.keep_evidence import (
    correct_evidence,
    discard_evidence,
    keep_evidence,
)
from claimtracker.operations.link_evidence import (
    change_bearing,
    link_documents,
    link_evidence,
    link_stored,
    unlink_evidence,
)
from claimtracker.operations.merge_claimants import merge_claimants
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.rate_chain import rate_chain
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.restate_claim import restate_claim
from claimtracker.operations.separate_move import separate_move
from claimtracker.operations.set_claimant import set_claimant
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.set_review import set_review
from claimtracker.operations.tag_claims import tag_claims
from claimtracker.operations.undo import take_back
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Action, Claim, Claimant, Event, Evidence, EvidenceLink
from tests.operations.articles import ARTICLE, REPAIRED

BY = "Ada"
FIRST_DAY = date(2025, 4, 1)
PAGE = Article("Signed.", title="Page", publisher="Press", published_on=date(2025, 4, 30))
WORDINGS = (
    "within days",
    "next week",
    "by April or May",
    "in his first 100 days",
    "within a week of the ceasefire",
    "soon",
    "",
)

T = TypeVar("T")


@dataclass(frozen=True)
class Picks:
    """What chance decides: which rows it is about, and what is written there."""

    first: int
    second: int
    word: str

    def of(self, choices: Sequence[T]) -> T:
        """One of these; what there is none of is refused like anything else."""
        if not choices:
            raise ClaimTrackerError("There is nothing to do it to.")
        return choices[self.first % len(choices)]

    def some(self, choices: Sequence[T]) -> list[T]:
        """One of these and those after it, as many as the second number says."""
        start = self.first % len(choices) if choices else 0
        return list(choices[start : start + 1 + self.second % 4])

    @property
    def day(self) -> date:
        """Some day."""
        return FIRST_DAY + timedelta(days=self.second % 400)


Do = Callable[[Session, Picks], object]


def ids(session: Session, table: type[SQLModel]) -> list[int]:
    """The ids of a table's rows in their order."""
    key = table.id  # type: ignore[attr-defined]  # every table here has one
    return list(session.exec(select(key).order_by(key)).all())


def _claim(session: Session, picks: Picks) -> int:
    return picks.of(ids(session, Claim))


def _other(session: Session, picks: Picks) -> int:
    return Picks(picks.second, 0, "").of(ids(session, Claim))


def _draft(picks: Picks) -> ClaimDraft:
    return ClaimDraft.of(
        summary=f"Sign {picks.word}",
        quote=picks.word,
        condition="if there is a ceasefire" if picks.first % 2 else "",
        claimant=f"Speaker {picks.second % 3}",
        stated_on=picks.day,
        deadline_wording=WORDINGS[picks.second % len(WORDINGS)],
        notes=picks.word,
        tags=(f"tag {picks.second % 2}",),
        source={"title": f"Page {picks.second % 3}"},
    )


def _edit(session: Session, picks: Picks) -> None:
    claim_id = _claim(session, picks)
    version = find_claim(session, claim_id).version
    edit_claim(session, claim_id, _draft(picks), version=version, by=BY)


def _judged(session: Session, picks: Picks) -> AssessmentDraft:
    verdict = list(Verdict)[picks.second % len(Verdict)]
    told = {"reason": f"Because {picks.word}.", "assessed_on": picks.day, "kept_on": picks.day}
    basis = picks.some(ids(session, Evidence))[:1] if picks.second % 3 == 0 else ()
    return AssessmentDraft.of(verdict=verdict, evidence_ids=basis, **told)


def _rate(session: Session, picks: Picks) -> None:
    rate_claims(session, picks.some(ids(session, Claim)), _judged(session, picks), by=BY)


def _rate_chain(session: Session, picks: Picks) -> None:
    rate_chain(session, _claim(session, picks), _judged(session, picks), by=BY)


def _bearing(picks: Picks) -> Bearing:
    relation = list(Relation)[picks.second % len(Relation)]
    return Bearing(relation=relation, note=picks.word)


def _document(picks: Picks) -> DocumentDraft:
    return DocumentDraft.of(title=f"Document {picks.word}", published_on=picks.day)


def _link(session: Session, picks: Picks) -> None:
    draft = EvidenceDraft.of(title=f"Seen {picks.word}", relation=_bearing(picks).relation)
    link_evidence(session, picks.some(ids(session, Claim)), draft, by=BY)


def _link_documents(session: Session, picks: Picks) -> None:
    found = [(_document(picks), None), (DocumentDraft.of(url="https://example.org/a"), None)]
    link_documents(session, picks.some(ids(session, Claim)), found, _bearing(picks), by=BY)


def _link_stored(session: Session, picks: Picks) -> None:
    documents = picks.some(ids(session, Evidence))
    link_stored(session, [_claim(session, picks)], documents, _bearing(picks), by=BY)


def _change_bearing(session: Session, picks: Picks) -> None:
    change_bearing(session, picks.of(ids(session, EvidenceLink)), _bearing(picks), by=BY)


def _correct(session: Session, picks: Picks) -> None:
    correct_evidence(session, picks.of(ids(session, Evidence)), _document(picks), by=BY)


def _capture(session: Session, picks: Picks) -> None:
    page = PageCapture(warc=picks.word.encode() or b"WARC", mime_type="text/html", article=PAGE)
    is_asked_for = bool(picks.second % 2)
    evidence_id = picks.of(ids(session, Evidence))
    keep_capture(session, evidence_id, page, by=BY, is_asked_for=is_asked_for)


def _take(session: Session, picks: Picks) -> None:
    again = _claim(session, picks) if picks.second % 2 else None
    taking = Taking(REPAIRED, draft_of(REPAIRED, ARTICLE), said_again_of=again)
    capture_claims(session, ARTICLE, [taking], by=BY)


def _import(session: Session, picks: Picks) -> None:
    path: Path = session.info["path"].with_name("table.csv")
    word = "".join(filter(str.isalnum, picks.word))
    path.write_text(f"summary,tags,verdict,verdict_reason,assessed_on\nBuild {word},x,,,\n")
    import_claims(session, path, by=BY)


def _tags(session: Session, picks: Picks) -> None:
    wanted = [f"tag {picks.second % 3}"]
    some = picks.some(ids(session, Claim))
    tag_claims(session, some, add=wanted, remove=[f"tag {(picks.second + 1) % 3}"], by=BY)


def _claimant(picks: Picks) -> ClaimantDraft:
    return ClaimantDraft.of(
        name=f"Speaker {picks.second % 5}",
        role=picks.word,
        term_began_on=picks.day,
        aliases=(picks.word, f"Alias {picks.second % 2}"),
    )


def _edit_claimant(session: Session, picks: Picks) -> None:
    key = picks.of(ids(session, Claimant))
    edit_claimant(session, key, _claimant(picks), by=BY, reread_ids=ids(session, Claim))


def _merge_claimants(session: Session, picks: Picks) -> None:
    both = ids(session, Claimant)
    stays, goes = picks.of(both), Picks(picks.second, 0, "").of(both)
    draft = _claimant(picks)
    merge_claimants(session, stays, goes, draft, by=BY, reread_ids=ids(session, Claim))


def _take_back(session: Session, picks: Picks) -> None:
    take_back(session, picks.of(ids(session, Action)), by=BY, keeping=())


def _set_condition(session: Session, picks: Picks) -> None:
    outcome = list(ConditionOutcome)[picks.second % len(ConditionOutcome)]
    on = picks.day if outcome is not ConditionOutcome.OPEN else None
    event = "ceasefire" if outcome is ConditionOutcome.MET else ""
    documents = tuple(picks.some(ids(session, Evidence))[:1])
    claim_id = _claim(session, picks)
    change = ConditionChange(claim_id, outcome, on, date(2027, 1, 1), documents, event)
    change.carry_out(session, by=BY, reread_ids=ids(session, Claim))


def _change_events(session: Session, picks: Picks) -> None:
    event_ids = [None, *ids(session, Event)]
    put = EventDraft.of(name=f"event {picks.word} {picks.second % 5}", starts_on=picks.day)
    chosen = picks.of(event_ids)
    gone = (chosen,) if chosen and picks.second % 3 == 0 else ()
    change = EventChange(put, None if gone else chosen, gone)
    change.carry_out(session, by=BY, reread_ids=ids(session, Claim))


OPERATIONS: dict[Callable[..., object], Do] = {
    add_claim: lambda s, p: add_claim(s, _draft(p), by=BY),
    edit_claim: _edit,
    rate_claims: _rate,
    move_deadline: lambda s, p: move_deadline(s, _claim(s, p), "next week", p.day, by=BY),
    restate_claim: lambda s, p: restate_claim(s, _claim(s, p), _other(s, p), by=BY),
    follow_deadline: lambda s, p: follow_deadline(s, _claim(s, p), _other(s, p), by=BY),
    separate_move: lambda s, p: separate_move(s, _claim(s, p), by=BY),
    rate_chain: _rate_chain,
    ConditionChange.carry_out: _set_condition,
    EventChange.carry_out: _change_events,
    set_review: lambda s, p: set_review(s, p.some(ids(s, Claim)), p.day, by=BY),
    bin_claims: lambda s, p: bin_claims(s, p.some(ids(s, Claim)), by=BY),
    restore_claims: lambda s, p: restore_claims(s, p.some(ids(s, Claim)), by=BY),
    tag_claims: _tags,
    set_claimant: lambda s, p: set_claimant(s, p.some(ids(s, Claim)), p.word.strip(), by=BY),
    edit_claimant: _edit_claimant,
    merge_claimants: _merge_claimants,
    delete_claimant: lambda s, p: delete_claimant(s, p.of(ids(s, Claimant)), by=BY),
    set_policy: lambda s, p: set_policy(
        s, Policy(week_starts_on=p.second % 7), by=BY, reread_ids=ids(s, Claim)
    ),
    link_evidence: _link,
    link_documents: _link_documents,
    link_stored: _link_stored,
    unlink_evidence: lambda s, p: unlink_evidence(s, p.of(ids(s, EvidenceLink)), by=BY),
    change_bearing: _change_bearing,
    keep_evidence: lambda s, p: keep_evidence(s, [(_document(p), None)], by=BY),
    correct_evidence: _correct,
    discard_evidence: lambda s, p: discard_evidence(s, p.some(ids(s, Evidence)), by=BY),
    keep_capture: _capture,
    keep_text: lambda s, p: keep_text(s, p.of(ids(s, Evidence)), PAGE, by=BY),
    capture_claims: _take,
    import_claims: _import,
    take_back: _take_back,
}
