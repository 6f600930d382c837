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


_WHOEVER = re.compile(
    r"\W*(?:(?:that|and|but)\s+)?(?:any|all|every|those|anyone|anybody|whoever|\w+s)\b[^.,]{0,60}?"
    r"\b(?:who|which|without|found|caught|left|parked|that\s(?:do|does|did|have|has|had|are|is|\w*(?:fail|break|miss|keep|refus|ignor|enter)\w*))"
    r"\b[^.]{0,80}?\b(?:will|would|shall|[’']ll)\b",
    re.IGNORECASE,
)
"""Those on whom it falls by what they do: "Lenders that have not reported will be fined"."""
_WELCOME = re.compile(r"\b(?:agrees?|signs?|accepts?|approves?|supports?|ratif\w+|elected|wins?)\b")


def is_threat(clause: Clause) -> bool:
    """Return whether a clause is a threat: by its verb, or by what hangs on another's doing."""
    if cues.HOSTILE.search(clause.main):
        return True
    if _is_next_to_a_demand(clause) or _answers_a_failure(clause):
        return True
    if not cues.UNWELCOME.search(clause.main):
        return False
    if _WHOEVER.match(clause.main):
        return True
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


_OTHERS = (
    r"(?:you|they|he|she|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*|(?:the|his|her|their|its)\s(?:[\w’'-]+\s)?(?:government"
    r"|company|club|council|board|bank|ministry|employers?|owners?|managers?|side|party|union|firm|premier"
    r"|president|minister|mayor|governor|rebels|neighbours))"
)
_FAILURE = re.compile(
    rf"(?:[Uu]nless\s+(?:{_OTHERS})\b(?!\s(?:is|are|was|were)\s(?:elected|asked))"
    rf"|[Ii]f\s+(?:{_OTHERS})\s(?:\w+\s)?(?:(?:do|does|did|has|have|had|is|are|can|will|ha[sd])(?:n[’']t|\snot)"
    r"|ca[’']?n[’']?t|cannot|fails?|failed|refuses?|refused))"
)
"""What another does not do: "if they have not settled by May"."""


def _answers_a_failure(clause: Clause) -> bool:
    """Whether a speaker says what he will do to another who does not do something."""
    if clause.condition is None or not clause.has_time:
        return False
    return bool(_FAILURE.match(clause.condition.of(clause.words)))
