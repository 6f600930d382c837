"""How often a fault is tried: a few times with the tests, and in full by `make faults`."""

import os

IS_FULL = os.environ.get("CLAIMTRACKER_FAULTS") == "full"


def tries(quick: int, full: int) -> int:
    """Return how often to try."""
    return full if IS_FULL else quick
