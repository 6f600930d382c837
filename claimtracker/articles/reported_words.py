"""Which words of a sentence are what somebody said: those before or behind the attribution."""

import re
from collections.abc import Sequence

from claimtracker.articles import cues
from claimtracker.articles.attribution import Attribution
from claimtracker.articles.blanks import without
from claimtracker.articles.speech_verbs import Act

_CLAUSAL = re.compile(
    r"\b(?:will|would|could|may|might|must|should|that|wo|ll|going\sto|to\s[a-z]+|had|has|was|is|were"
    r"|are|no|not|whether|if|expected|wanted)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|won|wouldn|shall|(?:plan|aim|intend|expect|hope)(?:s|ed)?\sto|expected\sto)\b|[’']ll\b"
)
_GOES_ON = re.compile(r"(?:\s(?:in|on|at|to|by|late|early)\s(?:[\w’'-]+\s?){1,4})?,\s(?:and|but)\s")
_BROKEN_OFF = re.compile(r"\b(?:will|would|shall)(?:\s(?:also|then|not|now|soon))?,\s*$")
"""What goes on behind its speaker: "It would also, he said, build a school"."""
_FEW = 3  # words before an attribution that are no statement


def reported_words(narration: str, attribution: Attribution) -> str:
    """Return what was said: the words after the attribution, or those before it."""
    before, after = narration[: attribution.start], narration[attribution.end :]
    if _BROKEN_OFF.search(before) and after.startswith(","):
        return without(narration, [(attribution.start, attribution.end + 1)])
    is_framed = bool(
        before.rstrip().endswith(",")
        and _AHEAD.search(before)
        and (_GOES_ON.match(after) or not _AHEAD.search(after))
        and not before.lstrip().startswith(("Asked", "When asked"))
    )
    says_behind = is_clause(after) or len(before.split()) <= _FEW
    if attribution.is_leading and not is_framed and says_behind:
        return without(narration, [(0, attribution.end)])
    end = attribution.end if _GOES_ON.match(after) else len(narration)
    return without(narration, [(attribution.start, end)])


def framing(narration: str, found: Sequence[Attribution]) -> Attribution | None:
    """Return who tells of the promise of another: "it aims to open, its chairman said"."""
    first, last = found[0], found[-1]
    if first.act is not Act.COMMIT or last.act is not Act.SAY or last.start <= first.end:
        return None
    is_behind = narration[: last.start].rstrip().endswith((",", "”", '"'))
    return last if is_behind and not is_clause(narration[last.end :]) else None


def end_of(attribution: Attribution, narration: str) -> int:
    """Return where the words of somebody end: those of a "which he plans to" at its comma."""
    comma = narration.find(", ", attribution.end) if attribution.is_relative else -1
    return comma if comma >= 0 else len(narration)


def is_clause(words: str) -> bool:
    """Whether words are a clause, not only a day and a place."""
    return bool(_CLAUSAL.search(words))


_REPORTED_ON = re.compile(r"\b(?:would|wouldn[’']t|(?:was|were)\s(?:not\s)?(?:to\sbe|going\sto))\b")
"""The future as it is told of what somebody said, sentence after sentence."""
_SILENT = re.compile(
    r"\bdeclin\w+|\bnot\s(?:be\s)?(?:drawn|interviewed|reached|named|say|comment|give|tell|discuss)\b"
)
"""Of those who say nothing: "she would not be drawn on the cost"."""
_SAID = re.compile(r"\b(?:said|told|promised|pledged|vowed)\b")
"""Of what others say."""
_WILL = re.compile(
    r"\b(?:will|won[’']t|shall|(?:is|are)\sto\s(?!meet|speak|appear|travel|visit|testify)[a-z]+)\b"
)


def goes_on(words: str, *, is_same_line: bool) -> bool:
    """Whether a sentence goes on with what was reported before it: "It would be repaid too"."""
    if cues.SPECULATION.search(words) or _SILENT.search(words) or _SAID.search(words):
        return False
    return bool(_REPORTED_ON.search(words) or (is_same_line and _WILL.search(words)))
