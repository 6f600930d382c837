"""Answers without a verb: "By Easter.", "Fill half by Christmas", "The first sixty by Friday"."""

import re

from claimtracker.articles.clauses import Clause
from claimtracker.articles.coordination import ACTS
from claimtracker.articles.statement import Voice

_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|can|cannot|could|may|might|must|should|will"
    r"|would|shall|it|we|I|he|she|they|you|that|not|no|never|nobody|nothing|none|if|who|which"
    r"|[a-z]{3,}ed)\b|[’'](?:s|re|ll|d|m|ve|t)\b"
)
"""Words of a whole sentence, and of one that denies."""
_BY = re.compile(r"(?:by|within|before|no later than|at the latest|until|from)\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\W*(?:(?:And|But|Then)\s)?(?:(?:The|A|An|Every|All|Both|Half|Most|Another|More|Each|Two|Three|Four"
    r"|Five|Six|Seven|Eight|Nine|Ten|First)\b|\d)",
)
"""How a thing begins that somebody names without a verb."""
_MOST_WORDS = 10
_MARKS = " .,;:!\"“”’'"


def is_fragment(clause: Clause) -> bool:
    """Whether a speaker only names what is to come and by when.

    Behind a question it may be the day alone, or begin with what is to be done.
    """
    statement, words = clause.statement, clause.cues.strip(_MARKS)
    deadline = clause.times.deadline
    if statement.voice is not Voice.QUOTED or deadline is None or _VERB.search(words):
        return False
    if len(words.split()) > _MOST_WORDS or not _BY.match(deadline.reading.wording):
        return False
    if statement.answers:
        first = words.split()[0].casefold() if words else ""
        return not words or first in ACTS or bool(_FIRST.match(words))
    return bool(_FIRST.match(words))
