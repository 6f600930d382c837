"""How a list of claims is asked for: which, in what order, as of when."""

from dataclasses import dataclass
from enum import StrEnum

from claimtracker.claims.query import Query
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import State


class SortKey(StrEnum):
    """What a list can be ordered by; equal ones follow in the order they were entered."""

    STATE = "state"
    CLAIM = "claim"
    DEADLINE = "deadline"
    STATED = "stated"
    VERDICT = "verdict"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class Listing:
    """One list: the claims that fit the query, in an order, on a day."""

    as_of: AsOf
    query: Query = Query()
    sort_key: SortKey = SortKey.STATE
    is_descending: bool = False


@dataclass(frozen=True)
class Counts:
    """How many claims each standing view holds."""

    by_state: dict[State, int]
    binned: int

    @property
    def on_the_shelf(self) -> int:
        """All claims outside the bin."""
        return sum(self.by_state.values())
