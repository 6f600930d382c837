"""Whose column it is: in a piece of opinion "I will" is the promise of its author."""

import re
from collections.abc import Sequence

from claimtracker.articles.people import NAME, is_person, without_title
from claimtracker.articles.sentences import Line

_FIRST_LINES = 8
_OPINION = re.compile(
    r"^(?:opinion|comment|column|commentary|editorial|op-?ed|viewpoint|guest (?:essay|column))"
    r"\b[^.]{0,40}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(rf"^[Bb]y (?P<name>{NAME})\s*(?:,.{{0,60}})?$")
OWN_WORD = re.compile(
    r"\bI(?:[’']ll|\s(?:will|shall|promise|pledge|undertake))\b(?!\s(?:bet|wager|admit|say))"
)
"""How an author promises something; all else is opinion."""


def author_of(lines: Sequence[Line]) -> str:
    """Return who writes a piece that calls itself an opinion; nobody for a report."""
    top = lines[:_FIRST_LINES]
    if not any(_OPINION.match(line.text) for line in top):
        return ""
    bylines = (_BYLINE.match(line.text) for line in top)
    names = (without_title(match["name"]) for match in bylines if match)
    return next((name for name in names if is_person(name)), "")
