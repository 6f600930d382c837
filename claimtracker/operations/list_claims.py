"""Read the claim list: ids in order, rows by the page, counts for the views."""

from array import array
from collections.abc import Iterator, Sequence

from sqlmodel import Session

from claimtracker.claims.listing import Counts, Listing
from claimtracker.claims.rows import ClaimRow, ReportRow
from claimtracker.claims.state import AsOf
from claimtracker.storage import claim_list
from claimtracker.storage.report_rows import listed_rows, report_rows


def ids(session: Session, listing: Listing) -> "array[int]":
    """Return every id of the listing, in its order."""
    return claim_list.ids(session, listing)


def rows(session: Session, wanted: Sequence[int], as_of: AsOf) -> dict[int, ClaimRow]:
    """Return the rows of these claims by id; one deleted meanwhile is left out."""
    return claim_list.rows(session, wanted, as_of)


def counts(session: Session, as_of: AsOf) -> Counts:
    """Count the claims of each state, and those in the bin."""
    return claim_list.counts(session, as_of)


def report(session: Session, listing: Listing) -> Iterator[ReportRow]:
    """Yield the full rows of a listing, a batch at a time in memory."""
    return listed_rows(session, claim_list.ids(session, listing), listing.as_of)


def report_of(session: Session, wanted: Sequence[int], as_of: AsOf) -> list[ReportRow]:
    """Return the full rows of these claims, in this order."""
    return list(report_rows(session, wanted, as_of))
