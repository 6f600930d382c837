"""Find pairs of stored claims that look like one: same claimant, near wording.

Asked of the full-text index, each claim of a large database costs a tenth of a second, hours in
all. So the claims of one claimant are read at a time, and compared by the rare words they share.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rapidfuzz.utils import default_process
from sqlmodel import Session

from claimtracker.operations.likeness import LEAST_ALIKE, Said, likeness, words_in
from claimtracker.operations.resembling_claims import is_same_person
from claimtracker.storage import like_claims
from claimtracker.storage.like_claims import ClaimTexts

_RARE_WORDS = 6  # of a claim that are looked up
_LATEST = 60  # claims of one word that are looked at
_COMPARED = 24  # claims that are compared letter by letter
_STEP = 500  # claims between two reports
_LONGEST = 1_000  # characters that are compared


class LikePair(NamedTuple):
    """Two claims and how like they are, to 100; the first was said, or entered, earlier."""

    likeness: int
    claim_id: int
    other_id: int


Tell = Callable[[int, int, list[LikePair]], object]


@dataclass(frozen=True)
class _Known:
    """A claim as the search knows it."""

    texts: ClaimTexts
    said: Said
    words: Sequence[str]


def look_for_pairs(session: Session, tell: Tell, is_stopped: Callable[[], bool]) -> bool:
    """Look through all claims; False where it was stopped before the end.

    `tell` gets how many claims of how many were looked at, and the pairs found since. Pairs that a
    person told apart, steps of one chain of moves and what is in the bin are left out.
    """
    total, names = like_claims.claim_count(session), dict(like_claims.claimants(session))
    words = {key: default_process(name).split() for key, name in names.items()}
    is_known = _KnownApart(session)
    done = 0
    for group in like_claims.by_last_word(list(words.items())):
        texts = like_claims.texts_of(session, group)
        session.rollback()  # whoever writes is not to wait for a look that takes minutes
        for count, pairs in _pairs_among(texts, words):
            if is_stopped():
                return False
            done += count
            tell(done, total, [pair for pair in pairs if not is_known(pair)])
    return True


def standing(session: Session, pairs: Sequence[LikePair]) -> list[LikePair]:
    """Return those of the pairs that are still to be looked at, in their order."""
    binned = like_claims.in_bin(session, sorted({key for pair in pairs for key in pair[1:]}))
    is_known = _KnownApart(session)
    return [pair for pair in pairs if not is_known(pair) and binned.isdisjoint(pair[1:])]


class _KnownApart:
    """Pairs of which it is known that they are two claims."""

    def __init__(self, session: Session) -> None:
        self._told = like_claims.told_apart(session)
        self._chains = like_claims.chain_starts(session)

    def __call__(self, pair: LikePair) -> bool:
        one, other = sorted(pair[1:])
        chain = self._chains.get(one)
        return (one, other) in self._told or (
            chain is not None and chain == self._chains.get(other)
        )


def _pairs_among(
    texts: Sequence[ClaimTexts], names: dict[int, list[str]]
) -> Iterator[tuple[int, list[LikePair]]]:
    """Compare each claim with those entered before it; give the pairs of a few claims at a time."""
    known = [_known(each) for each in texts]
    often = Counter(word for each in known for word in each.words)
    holders: dict[str, list[_Known]] = defaultdict(list)
    for start in range(0, len(known), _STEP):
        pairs: list[LikePair] = []
        step = known[start : start + _STEP]
        for claim in step:
            rare = sorted((w for w in claim.words if often[w] > 1), key=often.__getitem__)
            pairs += _pairs_of(claim, rare[:_RARE_WORDS], holders, names)
        yield len(step), pairs


def _known(texts: ClaimTexts) -> _Known:
    said = Said.of(texts.summary[:_LONGEST], texts.quote[:_LONGEST])
    return _Known(texts, said, words_in(said))


def _pairs_of(
    claim: _Known,
    rare: Sequence[str],
    holders: dict[str, list[_Known]],
    names: dict[int, list[str]],
) -> Iterator[LikePair]:
    shared: Counter[int] = Counter()
    there: dict[int, _Known] = {}
    for word in rare:
        for other in holders[word][-_LATEST:]:
            shared[other.texts.claim_id] += 1
            there[other.texts.claim_id] = other
        holders[word].append(claim)
    name = names[claim.texts.claimant_id]
    for key, _count in shared.most_common(_COMPARED):
        other = there[key]
        if is_same_person(name, names[other.texts.claimant_id]):
            alike = likeness(claim.said, other.said, LEAST_ALIKE)
            if alike:
                yield _pair(round(alike), other.texts, claim.texts)


def _pair(alike: int, one: ClaimTexts, other: ClaimTexts) -> LikePair:
    """The earlier said comes first; of the same day, or without one, the earlier entered."""
    days = (one.stated_on or date.max, other.stated_on or date.max)
    first, second = (one, other) if days[0] <= days[1] else (other, one)
    return LikePair(alike, first.claim_id, second.claim_id)


def best_first(pairs: Iterable[LikePair], most: int) -> list[LikePair]:
    """Return the likest of the pairs, each once; of the same likeness the newest claims first."""
    return sorted(set(pairs), reverse=True)[:most]
