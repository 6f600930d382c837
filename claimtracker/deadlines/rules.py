"""All pattern lines as one grammar, built on first use; see `grammar.py` for how a line reads."""

from functools import cache

from . import (
    rules_beside,
    rules_bounds,
    rules_dates,
    rules_events,
    rules_joins,
    rules_lengths,
    rules_measures,
    rules_periods,
)
from .grammar import Grammar

TABLES = (
    rules_measures, rules_dates, rules_periods, rules_events, rules_joins, rules_bounds,
    rules_lengths, rules_beside,
)  # fmt: skip
WANTED = (
    "NO_TIME", "FIRST_OF", "FIRM", "BOUNDED", "PERIOD", "BACK", "JOINED", "TERM", "MEASURE",
    "YEARS_JOINED", "FIGURES", "THAT_TIME", "NOTHING", "REFUSAL", "LOOKS_LIKE",
)  # fmt: skip
"""What a mention of time can be; of equally long ones the first counts."""


@cache
def deadline_grammar() -> Grammar:
    """Return the grammar of deadlines."""
    return Grammar([line for table in TABLES for line in table.LINES], WANTED)
