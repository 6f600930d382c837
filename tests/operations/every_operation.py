"""Everything a person can do that changes something: what tests walk that hold for all of it.

A new operation joins by one line in one of the two tables; a test fails until it does.
"""

from collections.abc import Callable

from tests.operations.done_to_claims import TO_CLAIMS
from tests.operations.done_to_others import TO_OTHERS
from tests.operations.picks import Do, Picks

__all__ = ["OPERATIONS", "Picks"]

OPERATIONS: dict[Callable[..., object], Do] = TO_CLAIMS | TO_OTHERS
