"""Find the stored claims that a candidate may repeat, or whose deadline it may move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.utils import default_process
from sqlmodel import Session

from claimtracker.articles.candidate import Candidate, FoundDeadline
from claimtracker.claims.said_rows import NearClaim
from claimtracker.operations.taken_up import (
    LEAST_SIMILARITY,
    ArticleSoFar,
    claims_taken_up,
    similarity,
)
from claimtracker.storage.claimants import known_name
from claimtracker.storage.near_claims import claims_to_compare, near_claims

_NO_ARTICLE = ArticleSoFar()
MOST_RESEMBLING = 5


@dataclass(frozen=True)
class Resembling:
    """A stored claim like a candidate; `similarity` runs from 0 to 1.

    With `is_other_deadline` the candidate gives other days or other words for the deadline: then
    "deadline moved" is likelier than "said again". `moved_to` is the claim that follows in the
    chain already: a new move belongs to the chain's end.
    """

    claim_id: int
    summary: str
    claimant: str
    deadline_wording: str
    stated_on: date | None
    similarity: float
    is_other_deadline: bool
    moved_to: int | None


def resembling(
    session: Session, candidate: Candidate, so_far: ArticleSoFar = _NO_ARTICLE
) -> list[Resembling]:
    """Return the claims of the same claimant in like words, the most similar first.

    Before them stand those taken from the same article whose commitment it takes up, in whatever
    words. Another claim of the very same sentence, told apart by its deadline, is none of them.
    """
    taken_up = claims_to_compare(session, claims_taken_up(candidate, so_far))
    told = [_compared(claim, candidate) for claim in taken_up]
    others = [it for it in _alike(session, candidate) if it.claim_id not in _ids(told)]
    return [*told, *others][:MOST_RESEMBLING]


def _ids(found: Sequence[Resembling]) -> set[int]:
    return {it.claim_id for it in found}


def _alike(session: Session, candidate: Candidate) -> list[Resembling]:
    """The claims of the same claimant in like words, the most similar first."""
    name = words_of(known_name(session, candidate.claimant))
    if not name:
        return []
    near = near_claims(session, name[-1], candidate.sentence)
    same = (claim for claim in near if is_same_person(words_of(claim.claimant), name))
    found = [_compared(claim, candidate) for claim in same if not _is_beside(claim, candidate)]
    likely = [it for it in found if it.similarity >= LEAST_SIMILARITY]
    return sorted(likely, key=lambda it: it.similarity, reverse=True)


def words_of(text: str) -> list[str]:
    """The words in lower case; marks and line ends make no difference."""
    return default_process(text).split()


def _line(text: str) -> str:
    return f" {' '.join(words_of(text))} "


def is_same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the surnames agree, and no given name of the shorter one is missing in the longer."""
    short, long = sorted((one, other), key=len)
    return bool(short) and short[-1] == long[-1] and set(short) <= set(long)


def _is_beside(claim: NearClaim, candidate: Candidate) -> bool:
    """Whether it stands in the same sentence, beside the candidate, as two promises may."""
    wording = "" if candidate.deadline is None else candidate.deadline.reading.wording
    is_same_sentence = bool(claim.quote) and _line(claim.quote) in _line(candidate.sentence)
    return is_same_sentence and words_of(claim.deadline_wording) != words_of(wording)


def _compared(claim: NearClaim, candidate: Candidate) -> Resembling:
    return Resembling(
        claim_id=claim.claim_id,
        summary=claim.summary,
        claimant=claim.claimant,
        deadline_wording=claim.deadline_wording,
        stated_on=claim.stated_on,
        similarity=max(
            similarity(candidate.sentence, text) for text in (claim.summary, claim.quote)
        ),
        is_other_deadline=_is_other_deadline(claim, candidate.deadline),
        moved_to=claim.moved_to,
    )


def _is_other_deadline(claim: NearClaim, found: FoundDeadline | None) -> bool:
    if found is None:
        return False
    reading = found.reading
    if reading.is_dated and claim.latest_on is not None:
        return (reading.due_on, reading.latest_on) != (claim.due_on, claim.latest_on)
    return words_of(reading.wording) != words_of(claim.deadline_wording)
