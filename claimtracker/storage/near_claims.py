"""Stored claims of one claimant that share words with a sentence, by the full-text index."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import select, text
from sqlmodel import Session, col

from claimtracker.claims.rows import NearClaim
from claimtracker.storage.tables import Claim, Claimant, Move

NEAR_ROWS = 300  # as many are compared letter by letter; a word that more claims have says little
_WORDS_ASKED = 12
_WORD = re.compile(r"\w{3,}")

# The newest first, and no further than needed: the index is read from its end.
_ASK = text(
    "SELECT rowid FROM claim_search WHERE claim_search MATCH :words ORDER BY rowid DESC LIMIT :rows"
)


def near_claims(session: Session, surname: str, sentence: str) -> list[NearClaim]:
    """Return up to NEAR_ROWS claims of claimants of this name, those sharing most words first."""
    words = _words(sentence)
    shared: Counter[int] = Counter()
    for match in _matches(surname, words):
        shared.update(_ids(session, match))
    return _rows(session, [claim_id for claim_id, _ in shared.most_common(NEAR_ROWS)])


def _words(sentence: str) -> list[str]:
    """The longest words, which are the rarest as a rule."""
    found = dict.fromkeys(word.casefold() for word in _WORD.findall(sentence))
    return sorted(found, key=len, reverse=True)[:_WORDS_ASKED]


def _matches(surname: str, words: Sequence[str]) -> Iterator[str]:
    """What the index is asked, word by word; then for some together, should each be frequent."""
    by = f'claimant : "{surname}"'
    said = [f'{{summary quote}} : "{word}"' for word in words]
    for together in (1, 3, len(words)):
        if together == 1:
            yield from (f"{by} AND {word}" for word in said)
        elif together <= len(said):
            yield " AND ".join((by, *said[:together]))


def _ids(session: Session, match: str) -> list[int]:
    return list(session.execute(_ASK, {"words": match, "rows": NEAR_ROWS}).scalars())


def _rows(session: Session, ids: Sequence[int]) -> list[NearClaim]:
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
        .where(col(Claim.id).in_(ids), col(Claim.binned_at).is_(None))
    )
    found = {row.id: NearClaim(*row) for row in session.execute(asked)}
    return [found[key] for key in ids if key in found]
