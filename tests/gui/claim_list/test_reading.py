"""What is listed comes with the page that is looked at first."""

from datetime import date

import pytest
from sqlmodel import Session

from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.query import Query, parse
from claimtracker.claims.state import AsOf
from claimtracker.gui import paged_rows
from claimtracker.gui.claim_list.reading import read_list
from tests.conftest import Enter


@pytest.fixture
def listing(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> Listing:
    for number in range(1, 6):
        enter(f"Claim {number}", due_on=f"2025-06-0{number}")
    monkeypatch.setattr(paged_rows, "PAGE_ROWS", 2)
    return Listing(AsOf(date(2025, 5, 1)), Query(), SortKey.DEADLINE)


@pytest.mark.parametrize(
    ("near", "number", "ids"), [(None, 0, {1, 2}), (2, 0, {1, 2}), (5, 2, {5}), (99, 0, {1, 2})]
)
def test_the_page_is_that_of_the_claim_that_is_come_to(
    session: Session, listing: Listing, near: int | None, number: int, ids: set[int]
) -> None:
    found = read_list(session, listing, 7, near)
    assert list(found.ids) == [1, 2, 3, 4, 5]
    assert found.page is not None
    assert (found.question, found.page.number, set(found.page.rows)) == (7, number, ids)


def test_an_empty_list_has_no_rows(session: Session, listing: Listing) -> None:
    found = read_list(session, Listing(listing.as_of, parse("nowhere")), 1, near=3)
    assert found.page is not None
    assert (list(found.ids), dict(found.page.rows)) == ([], {})
