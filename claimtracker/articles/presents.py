"""Verbs of the present with a time to come, as one says of one's own plans: "we fly on Monday"."""

import re

from claimtracker.articles.coordination import ACTS
from claimtracker.articles.word_lists import words

_NO_DEED = words(
    "be do go deal expect face feel get hav hear hop liv look los runn say ask see sitt stand"
    " suffer talk tell think try wait watch worry assum"
)
"""Beginnings of what somebody is at and does not plan: "we are losing", "I am hoping"."""
DOING = rf"(?!(?:{'|'.join(sorted(_NO_DEED))})ing\b)[a-z]+ing\b"
"""What somebody does, by its form: "selling", "opening"."""
_OWN = re.compile(
    rf"\b(?:[Ww]e|I)\s+(?:also\s+)?(?:{'|'.join(sorted(ACTS))}|fly|go|stay|play|sail|strike|walk|sue)\b"
    r"|\b(?:I[’']m|[Ww]e[’']re|I\sam|[Ww]e\sare)\s(?:now\s|also\s)?(?:gone|off|out|back|going(?!\sto\b)"
    rf"|{DOING})\b(?!,)"
)
_VERBS = "start begin stay open close follow reopen leave return resume stop shut end come stand"
_PLANNED = _VERBS.replace(" ", "|")
_OF_ANYTHING = re.compile(
    rf"(?<!\bbe\s)\b(?:(?:{_PLANNED})s?|(?:{_PLANNED.title()})s)\b"
    r"|\b(?:go(?:es)?|comes?)\s(?:out|back|to|into|live|on\ssale|up|down|under|below|off|home)\b"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s(?:flies|fly|sails?|moves?)\b",
)
"""What things do; at the beginning and without a subject it is what others are told to do."""
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|gave|went|came|left|made|[a-z]{2,}ed)\b")


def is_to_be_done(clause: str) -> bool:
    """Whether they tell in the present what is done: "we publish", "the trucks go out"."""
    return bool(_OWN.search(clause) or _OF_ANYTHING.search(clause))


def looks_ahead(clause: str) -> bool:
    """Whether a bare day in these words can only be one to come, as nothing in them is past."""
    return is_to_be_done(clause) and not _PAST.search(clause)
