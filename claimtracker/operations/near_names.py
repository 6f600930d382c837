"""Claimants whose names look like those of one person: offered for a merge, never merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process
from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantRow
from claimtracker.storage.claimants import claimant_names, claimant_rows

MOST_OFFERED = 200
_MOST_COMPARED = 500_000  # pairs: of thousands with one surname the first are enough to begin with
_LEAST_LIKENESS = 87  # of 100: "Zelensky" and "Zelenskyy", not "Martin" and "Marten Smith"
_LEAST_LETTERS = 5
_BEHIND = frozenset({"jr", "sr", "ii", "iii", "iv"})
_TITLES = """
mr mrs ms dr prof sir dame lord lady president vice minister prime secretary senator governor mayor
chancellor judge general representative
"""
_BEFORE = frozenset(_TITLES.split())

Words = tuple[str, ...]


def near_names(session: Session) -> list[tuple[ClaimantRow, ClaimantRow]]:
    """Return pairs of claimants that may be the same person, the first MOST_OFFERED by surname."""
    groups: dict[str, list[tuple[int, Words]]] = defaultdict(list)
    for claimant_id, words in _all_names(session):
        groups[words[-1][:3]].append((claimant_id, words))
    pairs = _near_pairs(groups[start] for start in sorted(groups))
    offered = list(islice(pairs, MOST_OFFERED))
    rows = claimant_rows(session, sorted({each for pair in offered for each in pair}))
    return [(rows[one], rows[other]) for one, other in offered if one in rows and other in rows]


def near_names_of(session: Session, claimant_id: int) -> list[ClaimantRow]:
    """Return the claimants that may be the same person as this one."""
    names = list(_all_names(session))
    own = [words for key, words in names if key == claimant_id]
    found = {
        key
        for key, words in names
        if key != claimant_id and any(is_near(words, mine) for mine in own)
    }
    rows = claimant_rows(session, sorted(found)[:MOST_OFFERED])
    return [rows[key] for key in sorted(rows)]


def is_near(one: Words, other: Words) -> bool:
    """Whether both may name one person: like surnames, and no given name against it."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if not _is_like(short[-1], long[-1]):
        return False
    return all(any(_may_be(mine, its) for its in long[:-1]) for mine in short[:-1])


def name_words(name: str) -> Words:
    """The words of a name that tell who it is, in lower case; titles stand for nobody."""
    words = default_process(name).split()
    while len(words) > 1 and words[-1] in _BEHIND:
        words.pop()
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
    return tuple(words)


def _all_names(session: Session) -> Iterator[tuple[int, Words]]:
    """Give each name and further name that has words."""
    for row in claimant_names(session):
        for name in (row.name, *row.aliases.splitlines()):
            if words := name_words(name):
                yield row.id, words


def _near_pairs(
    groups: Iterable[list[tuple[int, Words]]],
) -> Iterator[tuple[int, int]]:
    given: set[tuple[int, int]] = set()
    pairs = (pair for group in groups for pair in combinations(group, 2))
    for (one, its), (other, others) in islice(pairs, _MOST_COMPARED):
        pair = (min(one, other), max(one, other))
        if one != other and pair not in given and is_near(its, others):
            given.add(pair)
            yield pair


def _is_like(one: str, other: str) -> bool:
    if one == other:
        return True
    is_long = min(len(one), len(other)) >= _LEAST_LETTERS
    return is_long and fuzz.ratio(one, other) >= _LEAST_LIKENESS


def _may_be(one: str, other: str) -> bool:
    """Whether a given name is the other, or its first letter."""
    short, long = sorted((one, other), key=len)
    return _is_like(one, other) or (len(short) == 1 and long.startswith(short))
