"""What a person can do to claims, each with what chance decides of it."""

from collections.abc import Callable
from datetime import date

from sqlmodel import Session, col, select

from claimtracker.claims.drafts import (
    AssessmentDraft,
    ClaimDraft,
    OccurrenceDraft,
)
from claimtracker.claims.vocabulary import ConditionOutcome, Verdict
from claimtracker.operations.add_claim import add_claim
from claimtracker.operations.add_place import add_place
from claimtracker.operations.bin_claims import bin_claims, restore_claims
from claimtracker.operations.correct_place import correct_place, remove_place
from claimtracker.operations.edit_claim import edit_claim
from claimtracker.operations.empty_bin import delete_for_good, empty_bin
from claimtracker.operations.follow_deadline import follow_deadline
from claimtracker.operations.move_deadline import move_deadline
from claimtracker.operations.rate_chain import rate_chain
from claimtracker.operations.rate_claim import rate_claims
from claimtracker.operations.restate_claim import add_said_again, restate_claim, restate_claims
from claimtracker.operations.separate_move import separate_move
from claimtracker.operations.set_claimant import set_claimant
from claimtracker.operations.set_condition import ConditionChange
from claimtracker.operations.set_review import set_review
from claimtracker.operations.tag_claims import tag_claims
from claimtracker.operations.tell_apart import tell_apart
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.tables import Claim, Evidence, Occurrence
from tests.operations.picks import BY, WORDINGS, Do, Picks, a_claim, another, ids


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
    claim_id = a_claim(session, picks)
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
    rate_chain(session, a_claim(session, picks), _judged(session, picks), by=BY)


def _tags(session: Session, picks: Picks) -> None:
    wanted = [f"tag {picks.second % 3}"]
    some = picks.some(ids(session, Claim))
    tag_claims(session, some, add=wanted, remove=[f"tag {(picks.second + 1) % 3}"], by=BY)


def _set_condition(session: Session, picks: Picks) -> None:
    outcome = list(ConditionOutcome)[picks.second % len(ConditionOutcome)]
    on = picks.day if outcome is not ConditionOutcome.OPEN else None
    event = "ceasefire" if outcome is ConditionOutcome.MET else ""
    documents = tuple(picks.some(ids(session, Evidence))[:1])
    claim_id = a_claim(session, picks)
    change = ConditionChange(claim_id, outcome, on, date(2027, 1, 1), documents, event)
    change.carry_out(session, by=BY, reread_ids=ids(session, Claim))


def _place(picks: Picks) -> OccurrenceDraft:
    source = {"title": f"Page {picks.second % 3}", "url": f"https://example.org/{picks.first % 3}"}
    return OccurrenceDraft.of(source=source, words=picks.word, stated_on=picks.day)


def _correct_place(session: Session, picks: Picks) -> None:
    correct_place(session, picks.of(ids(session, Occurrence)), _place(picks), by=BY)


def _restate_some(session: Session, picks: Picks) -> None:
    restate_claims(session, picks.some(ids(session, Claim)), another(session, picks), by=BY)


def _delete(session: Session, picks: Picks) -> None:
    binned = select(Claim.id).where(col(Claim.binned_at).is_not(None)).order_by(col(Claim.id))
    delete_for_good(session, picks.some([key or 0 for key in session.exec(binned)]), by=BY)


TO_CLAIMS: dict[Callable[..., object], Do] = {
    add_claim: lambda s, p: add_claim(s, _draft(p), by=BY),
    edit_claim: _edit,
    rate_claims: _rate,
    move_deadline: lambda s, p: move_deadline(s, a_claim(s, p), "next week", p.day, by=BY),
    restate_claim: lambda s, p: restate_claim(s, a_claim(s, p), another(s, p), by=BY),
    follow_deadline: lambda s, p: follow_deadline(s, a_claim(s, p), another(s, p), by=BY),
    separate_move: lambda s, p: separate_move(s, a_claim(s, p), by=BY),
    rate_chain: _rate_chain,
    ConditionChange.carry_out: _set_condition,
    set_review: lambda s, p: set_review(s, p.some(ids(s, Claim)), p.day, by=BY),
    bin_claims: lambda s, p: bin_claims(s, p.some(ids(s, Claim)), by=BY),
    delete_for_good: _delete,
    restore_claims: lambda s, p: restore_claims(s, p.some(ids(s, Claim)), by=BY),
    empty_bin: lambda s, p: empty_bin(s, by=BY),
    tag_claims: _tags,
    set_claimant: lambda s, p: set_claimant(s, p.some(ids(s, Claim)), p.word.strip(), by=BY),
    restate_claims: _restate_some,
    add_said_again: lambda s, p: add_said_again(s, _draft(p), a_claim(s, p), by=BY),
    add_place: lambda s, p: add_place(s, a_claim(s, p), _place(p), by=BY),
    correct_place: _correct_place,
    remove_place: lambda s, p: remove_place(s, p.of(ids(s, Occurrence)), by=BY),
    tell_apart: lambda s, p: tell_apart(s, a_claim(s, p), another(s, p), by=BY),
}
