"""A database of any size, the same one each time: claims, all that belongs to them, and the log."""

from tests.benchmarks.generated.casebook import TODAY
from tests.benchmarks.generated.making import LAST_SWEEP, make_database

__all__ = ["LAST_SWEEP", "TODAY", "make_database"]
