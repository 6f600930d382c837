"""The condition of a statement: "unless there are signs", "if talks fail", "either ... or"."""

import re
from typing import NamedTuple

_STARTER = re.compile(
    r"\b(?:unless|only if|even if|if|provided(?: that)?|providing(?: that)?|on condition that"
    r"|on the condition that|subject to|as soon as|as long as|so long as|once|until such time as"
    r"|assuming(?: that)?|in the event (?:of|that)|should (?=(?:the|talks|he|she|they|we|it|you|any"
    r"|no|negotiations|(?-i:[A-Z])\w+)\b(?! be\b))"
    r"|(?-i:(?<![\w,;] )(?<!\w)Should) (?=[a-z][^?.!]{3,90}, [^?]+$))",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"once\sa\s(?:day|week|fortnight|month|quarter|year|decade)\b|(?:if|once)\s(?:not|and|again|so|more|possible|necessary|only|ever)\b"
    r"|as soon as (?:possible|practicable|we can)",
    re.I,
)
_REPORTED = re.compile(r"\b(?:asked|ask|asks|wonder\w*|know|see|sure|clear|say|unclear|doubt)\s*$")
_CLAUSE_END = re.compile(
    r"[,;:.!?—–](?=\s|$|[”\"’])|\s[–—-]\s|[”\"]|\b(?:then|he said|she said)\b|$"
)
_NEXT_CLAUSE = re.compile(
    r",\s(?:then\s)?(?=(?:I|we|he|she|they|it|you|the|there|this|that|our|my|its|his|her|[A-Z]\w+)\b)"
)
_NEXT_WILL = re.compile(
    r"\s(?=(?:I|we|he|she|they|it|you|(?:the|her|his|our|their|its)\s\w+)"
    r"(?:[’']ll|\s(?:will|would|shall|won[’']t)\b))"
)
"""The main clause after a condition without a comma: "If a shell lands here we will leave"."""
_EITHER = re.compile(r"\b[Ee]ither\s(?P<half>.+?)\s?,?\sor\s")
_IMPERATIVE_OR = re.compile(
    r"^[\s“\"]*(?P<half>[A-Z][^“”\"]*?),?\s(?:or|otherwise|or else)\s(?=(?:I|we|you|they|he|she|it"
    r"|the|face|our|there)\b)"
)


_DEMAND_OR = re.compile(r"^\s*(?:that\s|on\s)?(?P<half>\S.*?)\sor\s(?:face|risk|lose)\b")
"""What is demanded of another: "that the council pay by Friday or face legal action"."""


class Condition(NamedTuple):
    """The words of a condition by their place in a sentence."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words as they stand."""
        return text[self.start : self.end]

    def holds(self, place: int) -> bool:
        """Whether a place of the sentence lies in the condition."""
        return self.start <= place < self.end


def condition_in(text: str) -> Condition | None:
    """Return the first condition of a sentence whose foreign words are blanked out."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    either = _EITHER.search(text, first, last)
    if either:
        return _trimmed(text, either.start(), either.end("half"))
    for match in _STARTER.finditer(text, first, last):
        if _NOT_ONE.match(text, match.start()) or _is_reported(text, match.start()):
            continue
        before = text[: match.start()]
        return _trimmed(
            text, match.start(), _end(text, match.end(), leads=not before.strip(' “"—-'))
        )
    return None


def _is_reported(text: str, place: int) -> bool:
    """Whether an "if" at this place is that of a question: "asked if"."""
    before = text[max(0, place - _FAR) : place].rstrip()
    return bool(_REPORTED.search(before or text[:place].rstrip()[-_FAR:]))


_FAR = 40  # characters


def demanded_before(text: str) -> Condition | None:
    """Return the demand of "Pay by Friday or we will sue", which is the condition of the threat."""
    if " or" not in text and " otherwise" not in text:
        return None
    match = _IMPERATIVE_OR.match(text) or _DEMAND_OR.match(text)
    return _trimmed(text, match.start("half"), match.end("half")) if match else None


def _end(text: str, place: int, *, leads: bool) -> int:
    """Return where the condition ends: where the main clause follows, else at its stop."""
    if leads:
        following = _NEXT_CLAUSE.search(text, place) or _NEXT_WILL.search(text, place)
        if following:
            return following.start()
    match = _CLAUSE_END.search(text, place)
    return match.start() if match else len(text)


def _trimmed(text: str, start: int, end: int) -> Condition:
    """Return the words without the marks around them; a quotation inside keeps its own."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" “\"‘'"))
    end = start + len(text[start:end].rstrip(" ,.;:”\"’'—–-"))
    mark = text[end : end + 1]
    opened = text[start:end].count(_OPENING.get(mark, "\n"))
    return Condition(start, end + (opened % 2 if mark in "\"'" else opened))


_OPENING = {"”": "“", "’": "‘", "'": " '", '"': '"'}
