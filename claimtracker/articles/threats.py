"""Whether something unwelcome is announced to another, to make him act or refrain."""

import re

from claimtracker.articles import cues
from claimtracker.articles.clauses import Clause
from claimtracker.articles.conditions import demanded_before

_ON_OTHERS = re.compile(
    r"^(?:(?:unless|if|either|should|until)\b(?!\s(?:we|I|our|my|necessary|possible)\b)"
    r"|(?!provided|subject|once|as\s|on\scond|assuming|in\sthe)[A-Za-z]+\b)",
    re.IGNORECASE,
)
"""A condition that another can meet: "unless they withdraw", "Pay by Friday or ..."."""


_WELCOME = re.compile(r"\b(?:agrees?|signs?|accepts?|approves?|supports?|ratif\w+|elected|wins?)\b")


def is_threat(clause: Clause) -> bool:
    """Return whether a clause is a threat: by its verb, or by what hangs on another's doing."""
    if cues.HOSTILE.search(clause.main):
        return True
    if _is_next_to_a_demand(clause):
        return True
    if not cues.UNWELCOME.search(clause.main):
        return False
    attribution = clause.statement.attribution
    if attribution and attribution.verb.lower().startswith(("warn", "threat")):
        return True
    if clause.condition is None:
        return False
    condition = clause.condition.of(clause.words)
    return bool(_ON_OTHERS.search(condition)) and not _WELCOME.search(condition)


def _is_next_to_a_demand(clause: Clause) -> bool:
    """Whether it is what follows else: "Pay by Friday or we will fix it for you"."""
    demand = demanded_before(clause.words)
    return bool(demand and clause.condition == demand and cues.FUTURE.search(clause.main))
