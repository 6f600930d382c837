"""What a person can do to evidence, people, events, conventions and the history."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlmodel import Session

from claimtracker.articles.capture_page import PageCapture
from claimtracker.claims.claimants import ClaimantDraft
from claimtracker.claims.drafts import (
    Bearing,
    DocumentDraft,
    EvidenceDraft,
)
from claimtracker.claims.events import EventDraft
from claimtracker.claims.verdict_labels import DEFAULT_LABELS, POLITIFACT
from claimtracker.claims.vocabulary import Relation
from claimtracker.deadlines import Policy
from claimtracker.operations.capture_claims import Taking, capture_claims
from claimtracker.operations.change_events import EventChange
from claimtracker.operations.claim_of_candidate import draft_of
from claimtracker.operations.delete_claimant import delete_claimant
from claimtracker.operations.edit_claimant import edit_claimant
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
from claimtracker.operations.set_policy import set_policy
from claimtracker.operations.set_verdict_labels import set_verdict_labels
from claimtracker.operations.undo import take_back
from claimtracker.storage.tables import Action, Claim, Claimant, Event, Evidence, EvidenceLink
from tests.operations.articles import ARTICLE, REPAIRED
from tests.operations.picks import BY, PAGE, Do, Picks, a_claim, ids


def _bearing(picks: Picks) -> Bearing:
    relation = list(Relation)[picks.second % len(Relation)]
    return Bearing.of(relation=relation, note=picks.word)


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
    link_stored(session, [a_claim(session, picks)], documents, _bearing(picks), by=BY)


def _change_bearing(session: Session, picks: Picks) -> None:
    change_bearing(session, picks.of(ids(session, EvidenceLink)), _bearing(picks), by=BY)


def _correct(session: Session, picks: Picks) -> None:
    correct_evidence(session, picks.of(ids(session, Evidence)), _document(picks), by=BY)


def _capture(session: Session, picks: Picks) -> None:
    page = PageCapture(
        warc=picks.word.encode(errors="replace") or b"WARC", mime_type="text/html", article=PAGE
    )
    is_asked_for = bool(picks.second % 2)
    evidence_id = picks.of(ids(session, Evidence))
    keep_capture(session, evidence_id, page, by=BY, is_asked_for=is_asked_for)


def _take(session: Session, picks: Picks) -> None:
    again = a_claim(session, picks) if picks.second % 2 else None
    edition = replace(
        ARTICLE,
        text=f"{ARTICLE.text}\n\nEdition {picks.second}.",
        url=f"{ARTICLE.url}/{picks.second}",
        canonical_url=f"{ARTICLE.canonical_url}/{picks.second}",
    )
    taking = Taking(REPAIRED, draft_of(REPAIRED, edition), said_again_of=again)
    capture_claims(session, edition, [taking], by=BY)


def _import(session: Session, picks: Picks) -> None:
    word = "".join(filter(str.isalnum, picks.word))
    name = f"table-{word[:40]}-{len(word)}.csv"  # a name of a file holds 255 bytes
    path: Path = session.info["path"].with_name(name)
    if not path.exists():  # a rehearsal wrote it, when there was room
        path.write_text(f"summary,tags,verdict,verdict_reason,assessed_on\nBuild {word},x,,,\n")
    import_claims(session, path, by=BY)


def _claimant(picks: Picks) -> ClaimantDraft:
    return ClaimantDraft.of(
        name=f"Speaker {picks.second % 5}",
        role=picks.word,
        term_began_on=picks.day,
        earlier_terms=[(date(2001, 1, 20), date(2005 + picks.second % 3, 1, 20))],
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


def _change_events(session: Session, picks: Picks) -> None:
    event_ids = [None, *ids(session, Event)]
    put = EventDraft.of(name=f"event {picks.word} {picks.second % 5}", starts_on=picks.day)
    chosen = picks.of(event_ids)
    gone = (chosen,) if chosen and picks.second % 3 == 0 else ()
    change = EventChange(put, None if gone else chosen, gone)
    change.carry_out(session, by=BY, reread_ids=ids(session, Claim))


_LABELS = (POLITIFACT, DEFAULT_LABELS)

TO_OTHERS: dict[Callable[..., object], Do] = {
    EventChange.carry_out: _change_events,
    edit_claimant: _edit_claimant,
    merge_claimants: _merge_claimants,
    delete_claimant: lambda s, p: delete_claimant(s, p.of(ids(s, Claimant)), by=BY),
    set_verdict_labels: lambda s, p: set_verdict_labels(s, p.of(_LABELS), by=BY),
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
