"""Find claims: by words that a person types, by what a document says, or by another claim."""

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process
from sqlmodel import Session

from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.query import Query, Words, words_typed
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.storage import claim_list
from claimtracker.storage.claim_details import find_claim
from claimtracker.storage.near_claims import sharing_words, unsettled

MOST_FOUND = 50
MOST_SUGGESTED = 4
_COMPARED = 60
_LEAST_LIKENESS = 45  # of 100; below it the words shared are those that any two claims share


def find_claims(
    session: Session, typed: str, as_of: AsOf, *, without: Sequence[int] = ()
) -> list[ClaimRow]:
    """Return the first MOST_FOUND claims that hold all of the words typed, the newest said first.

    The last word may be unfinished; the claims `without` are left out.
    """
    query = Query(tuple(Words(word) for word in words_typed(typed)))
    listing = Listing(as_of, query, SortKey.STATED, is_descending=True)
    found = claim_list.ids(session, listing)[: MOST_FOUND + len(without)]
    wanted = [claim_id for claim_id in found if claim_id not in without][:MOST_FOUND]
    return _in_order(claim_list.rows(session, wanted, as_of), wanted)


def claims_like(
    session: Session, claim_id: int, as_of: AsOf, *, without: Sequence[int] = ()
) -> list[ClaimRow]:
    """Return MOST_FOUND claims: those in words like this claim's first, then the newest said."""
    claim = find_claim(session, claim_id)
    sharing = [key for key in sharing_words(session, claim.summary) if key not in without]
    rows = claim_list.rows(session, sharing[:_COMPARED], as_of)
    listed = {key: row for key, row in rows.items() if not row.is_binned}
    likely = _likely(listed, claim.summary)
    rest = find_claims(session, "", as_of, without=(*without, *likely))
    return [*_in_order(rows, likely), *rest][:MOST_FOUND]


def also_bears_on(
    session: Session, text: str, as_of: AsOf, *, without: Sequence[int] = ()
) -> list[ClaimRow]:
    """Return the few claims without a final verdict that are most like a document's words.

    A suggestion only: nothing is linked by it.
    """
    sharing = [key for key in sharing_words(session, text) if key not in without]
    rows = claim_list.rows(session, unsettled(session, sharing)[:_COMPARED], as_of)
    return _in_order(rows, _likely(rows, text)[:MOST_SUGGESTED])


def _likely(rows: dict[int, ClaimRow], text: str) -> list[int]:
    """Those that are like the text, the likest first."""
    likeness = {
        key: fuzz.token_set_ratio(text, f"{row.summary} {row.claimant}", processor=default_process)
        for key, row in rows.items()
    }
    likely = [key for key, found in likeness.items() if found >= _LEAST_LIKENESS]
    return sorted(likely, key=likeness.__getitem__, reverse=True)


def _in_order(rows: dict[int, ClaimRow], ids: Sequence[int]) -> list[ClaimRow]:
    return [rows[claim_id] for claim_id in ids if claim_id in rows]
