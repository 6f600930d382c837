"""All pattern lines as one grammar, built on first use; see `grammar.py` for how a line reads."""

from functools import cache

from . import (
    rules_bounds,
    rules_dates,
    rules_events,
    rules_joins,
    rules_measures,
    rules_periods,
)
from .grammar import Grammar

_CLAIMS = {"UNIT": ("QUANTITY", "ORDINAL", "HALF"), "WHICH": ("QUANTITY",)}
"""Which kinds on the left a word belongs to before it joins with what stands on its right."""
_BEFORE_JOIN = frozenset(
    {"OF", "DAY", "ORDINAL", "MONTHLY", "WEEKDAY", "PART", "WHICH", "YEARLY"}
)  # fmt: skip


@cache
def deadline_grammar() -> Grammar:
    """Return the grammar of deadlines; of equally long lines the first counts."""
    tables = (rules_measures, rules_dates, rules_periods, rules_events, rules_bounds)
    lines = [line for table in tables for line in table.LINES]
    return Grammar(lines, rules_joins.LINES, _CLAIMS, _BEFORE_JOIN)
