"""What the list asks of the database: every id in its order, and the rows of a page."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from claimtracker.claims.listing import Listing
from claimtracker.claims.rows import ClaimRow
from claimtracker.claims.state import AsOf
from claimtracker.gui.paged_rows import RowPage, ids_of_page, page_number
from claimtracker.operations import list_claims


@dataclass(frozen=True)
class ListedClaims:
    """Every id, and the page that is looked at first: ids alone would be painted for nothing.

    The page is None where it cannot be read: whoever looks at its rows is told so.
    """

    question: int
    ids: "array[int]"
    page: RowPage[ClaimRow] | None


def read_list(
    session: Session, listing: Listing, question: int, near: int | None = None
) -> ListedClaims:
    """Return what is listed, with the page on which the claim `near` stands, else the first."""
    ids = list_claims.ids(session, listing)
    number = page_number(_row_of(ids, near))
    wanted = ids_of_page(ids, number)
    page = read_page(session, wanted, listing.as_of, question, number)
    return ListedClaims(question, ids, page)


def read_ids(session: Session, listing: Listing, question: int) -> ListedClaims:
    """Return what is listed, without a page."""
    return ListedClaims(question, list_claims.ids(session, listing), None)


def _row_of(ids: "array[int]", near: int | None) -> int:
    try:
        return 0 if near is None else ids.index(near)
    except ValueError:
        return 0


def read_page(
    session: Session, ids: Sequence[int], as_of: AsOf, question: int, number: int
) -> RowPage[ClaimRow]:
    """Return the rows of these claims, which stand on a page."""
    return RowPage(question, number, list_claims.rows(session, ids, as_of))
