"""Stored claims that share words with a sentence, by the full-text index."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from sqlalchemy import select, text
from sqlmodel import Session, col

from claimtracker.claims.said_rows import NearClaim
from claimtracker.storage.search import quoted
from claimtracker.storage.state_sql import FINAL, on_the_shelf
from claimtracker.storage.tables import Claim, Claimant, Move

NEAR_ROWS = 300  # as many are compared letter by letter
_WORDS_ASKED = 12
_COMBINED = 4  # words that many claims have say little alone, and much three at a time
_WORD = re.compile(r"\w{3,}")

# The newest first, and no further than needed: the index is read from its end.
_ASK = text(
    "SELECT rowid FROM claim_search WHERE claim_search MATCH :words ORDER BY rowid DESC LIMIT :rows"
)


def near_claims(session: Session, surname: str, sentence: str) -> list[NearClaim]:
    """Return up to NEAR_ROWS claims of claimants of this name, those sharing rare words first."""
    return claims_to_compare(session, sharing_words(session, sentence, surname)[:NEAR_ROWS])


def sharing_words(session: Session, sentence: str, surname: str = "") -> list[int]:
    """Return claims that share words with a sentence, those that share rare ones first.

    With a `surname` only those of claimants of this name.
    """
    shared: dict[int, float] = defaultdict(float)
    frequent: list[str] = []
    for word in _words(sentence):
        if _note(shared, _ids(session, surname, word)) == NEAR_ROWS:
            frequent.append(word)
    for together in combinations(frequent[:_COMBINED], _COMBINED - 1):
        _note(shared, _ids(session, surname, *together))
    return sorted(shared, key=shared.__getitem__, reverse=True)


def unsettled(session: Session, ids: Sequence[int]) -> list[int]:
    """Return those of the claims that no final verdict settles and no bin holds, in this order."""
    asked = select(col(Claim.id)).where(
        col(Claim.id).in_(ids), col(Claim.verdict).not_in(FINAL), on_the_shelf()
    )
    found = set(session.execute(asked).scalars())
    return [key for key in ids if key in found]


def _note(shared: dict[int, float], ids: Sequence[int]) -> int:
    """Count each claim the more, the fewer claims there are; return how many there are."""
    for claim_id in ids:
        shared[claim_id] += 1 / len(ids)
    return len(ids)


def _words(sentence: str) -> list[str]:
    """The longest words, which are the rarest as a rule."""
    found = dict.fromkeys(word.lower() for word in _WORD.findall(sentence))
    return sorted(found, key=len, reverse=True)[:_WORDS_ASKED]


def _ids(session: Session, surname: str, *words: str) -> list[int]:
    """The newest claims, of this name if any, that hold all these words."""
    said = (f"{{summary quote}} : {quoted(word)}" for word in words)
    by = (f"claimant : {quoted(surname)}",) if surname else ()
    match = " AND ".join((*by, *said))
    return list(session.execute(_ASK, {"words": match, "rows": NEAR_ROWS}).scalars())


def claims_to_compare(session: Session, ids: Sequence[int]) -> list[NearClaim]:
    """Return these claims in this order, without those in the bin."""
    asked = (
        select(
            col(Claim.id),
            col(Claim.summary),
            col(Claim.quote),
            col(Claimant.name),
            col(Claim.deadline_wording),
            col(Claim.stated_on),
            col(Claim.due_on),
            col(Claim.latest_on),
            col(Move.to_claim_id),
        )
        .join(Claimant, col(Claimant.id) == Claim.claimant_id)
        .outerjoin(Move, col(Move.from_claim_id) == Claim.id)
        .where(col(Claim.id).in_(ids), on_the_shelf())
    )
    found = {row.id: NearClaim(*row) for row in session.execute(asked)}
    return [found[key] for key in ids if key in found]
