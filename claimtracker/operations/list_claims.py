"""Read the claim list: ids in order, rows by the page, counts for the views."""

from array import array
from collections.abc import Sequence

from sqlmodel import Session

from claimtracker.claims.listing import Counts, Listing
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.storage import claim_list


def ids(session: Session, listing: Listing) -> "array[int]":
    """Return every id of the listing, in its order."""
    return claim_list.ids(session, listing)


def rows(session: Session, wanted: Sequence[int], as_of: AsOf) -> dict[int, ClaimRow]:
    """Return the rows of these claims by id; one deleted meanwhile is left out."""
    return claim_list.rows(session, wanted, as_of)


def counts(session: Session, as_of: AsOf) -> Counts:
    """Count the claims of each state, and those in the bin."""
    return claim_list.counts(session, as_of)
