"""Which candidates of its own article one takes up again, and the claims that they became."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process
from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.claims.said_rows import SaidInArticle
from claimtracker.storage.captured_articles import said_in, source_ids_of_text

LEAST_SIMILARITY = 0.6
_FURTHEST = 1_500  # code points between words such as "that promise" and what they mean
_PROMISE = (
    r"(?:claim|promise|pledge|vow|commitment|deadline|timeline|timetable|target|goal|estimate"
    r"|forecast|prediction)"
)
_SHORTEST = 3  # letters; shorter words tell little
_SAYING = frozenset({"said", "says", "told", "that", "will", "would", "shall", "promised", "added"})
_OWN = r"(?:the|his|her|its|their)\s+(?:earlier|original|first|initial|previous)"
_TAKES_UP = re.compile(
    rf"(?<!\bby\s)(?<!\bbefore\s)(?<!\buntil\s)(?<!\bafter\s)\b(?:that|this|{_OWN})\s+{_PROMISE}\b"
    rf"|\b(?:a|another)\s+(?:new|later|further|second)\s+(?:{_PROMISE}|date)\b"
    r"|\b(?:repeat|reiterat|renew|confirm|moderat|soften|revis|extend|postpon|delay)ed\s+(?:it|this)\b",
    re.IGNORECASE,
)
"""Words for something promised before: "he moderated that claim", "she named a new date"."""


@dataclass(frozen=True)
class ArticleSoFar:
    """All that the scan of an article found, and what was taken from it until now."""

    candidates: Sequence[Candidate] = ()
    taken: Sequence[SaidInArticle] = ()


def article_so_far(
    session: Session, article: Article, candidates: Sequence[Candidate]
) -> ArticleSoFar:
    """Return what was taken from this text, beside what was found in it."""
    taken = said_in(session, source_ids_of_text(session, article.text_hash))
    return ArticleSoFar(candidates, taken)


def earlier_of(candidate: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates whose commitment this one moves or says again on a later day.

    They are the claimant's, and in like words; without one it is what words such as "that claim"
    mean: the last one before them.
    """
    others = [
        other
        for other in candidates
        if other.claimant == candidate.claimant != ""
        and other.start != candidate.start
        and other.kind is not Kind.NOT_TAKEN
    ]
    alike = [other for other in others if _is_said_again(candidate, other)]
    return alike or _meant(candidate, others)


def claims_taken_up(candidate: Candidate, so_far: ArticleSoFar) -> list[int]:
    """Return the claims that were taken from what this candidate takes up, each once."""
    found = (
        claim_id
        for earlier in earlier_of(candidate, so_far.candidates)
        for claim_id in _claims_of(earlier, so_far)
    )
    return list(dict.fromkeys(found))


def _is_said_again(candidate: Candidate, earlier: Candidate) -> bool:
    """Whether it is said on a later day in like words."""
    if not _is_said_before(earlier, candidate):
        return False
    return similarity(_telling(candidate), _telling(earlier)) >= LEAST_SIMILARITY


def _telling(candidate: Candidate) -> str:
    """The words that say what is promised: not by when, and not "Byron said she will"."""
    name = set(default_process(candidate.claimant).split())
    sentence, found = candidate.sentence, candidate.deadline
    if found is not None:
        first, last = found.start - candidate.start, found.end - candidate.start
        sentence = f"{sentence[:first]} {sentence[last:]}"
    words = default_process(sentence).split()
    return " ".join(word for word in words if len(word) > _SHORTEST and word not in name | _SAYING)


def similarity(one: str, other: str) -> float:
    """How like two texts are by their words, from 0 to 1."""
    return fuzz.token_set_ratio(one, other, processor=default_process) / 100


def _meant(candidate: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """What "that claim" means where a deadline is given for it: one candidate, or none."""
    if candidate.deadline is None or not _TAKES_UP.search(candidate.sentence):
        return []
    nearest = candidate.start - _FURTHEST
    before = [other for other in others if nearest <= other.end <= candidate.start]
    last = max(before, key=lambda other: other.start, default=None)
    if last is None or _is_said_before(candidate, last):
        return []
    return [last]


def _is_said_before(candidate: Candidate, other: Candidate) -> bool:
    days = candidate.stated_on, other.stated_on
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def _claims_of(earlier: Candidate, so_far: ArticleSoFar) -> Iterator[int]:
    """The claim of a candidate; of two in one sentence the one with its deadline."""
    there = [
        said
        for said in so_far.taken
        if (said.span_start, said.span_end) == (earlier.start, earlier.end)
    ]
    wording = earlier.deadline.reading.wording if earlier.deadline else ""
    is_alone = sum(each.start == earlier.start for each in so_far.candidates) == 1
    for said in there:
        if is_alone or said.deadline_wording.split() == wording.split():
            yield said.claim_id
