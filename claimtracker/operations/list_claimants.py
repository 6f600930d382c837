"""Read the claimants: ids in order, rows by the page, one with the claims of each state."""

from array import array
from collections.abc import Sequence

from sqlmodel import Session

from claimtracker.claims.claimants import ClaimantDetails, ClaimantRow
from claimtracker.claims.state import AsOf
from claimtracker.operations.near_names import near_names_of
from claimtracker.storage import claimants

MOST_FOUND = 50


def ids(session: Session, words: str = "") -> "array[int]":
    """Return every claimant that holds all of these words, in the order of the names."""
    return claimants.claimant_ids(session, words)


def rows(session: Session, wanted: Sequence[int]) -> dict[int, ClaimantRow]:
    """Return the claimants by id; one gone meanwhile is left out."""
    return claimants.claimant_rows(session, wanted)


def claim_ids(session: Session, claimant_id: int, as_of: AsOf) -> "array[int]":
    """Return the claimant's claims outside the bin, what needs work first."""
    return claimants.claim_ids_of(session, claimant_id, as_of)


def details_or_none(session: Session, claimant_id: int, as_of: AsOf) -> ClaimantDetails | None:
    """Return one claimant with what there is about it; None where it is gone."""
    row = claimants.claimant_rows(session, [claimant_id]).get(claimant_id)
    if row is None:
        return None
    by_state = claimants.counts_by_state(session, claimant_id, as_of)
    return ClaimantDetails(row, by_state, near_names_of(session, claimant_id))


def others(session: Session, claimant_id: int, typed: str) -> list[ClaimantRow]:
    """Return claimants to merge this one with, the first MOST_FOUND that hold what is typed.

    Before anything is typed those whose names look alike come first.
    """
    near = [] if typed.strip() else [row.id for row in near_names_of(session, claimant_id)]
    found = [*near, *claimants.claimant_ids(session, typed)]
    wanted = [each for each in dict.fromkeys(found) if each != claimant_id][:MOST_FOUND]
    rows_by_id = claimants.claimant_rows(session, wanted)
    return [rows_by_id[each] for each in wanted if each in rows_by_id]
