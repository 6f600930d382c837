"""A checker's first wording of a claim: the sentence without quotation marks and attribution."""

import re

LONGEST_SUMMARY = 200  # characters, without the sign that it was cut

_SAYS = (
    r"(?:said|says|added|announced|promised|vowed|pledged|warned|declared|stated|repeated|wrote)"
)
_NAME = r"(?:[A-Z][\w.’'-]*|[Hh]e|[Ss]he|[Tt]hey|[Tt]he|of|and|minister|president|spokes(?:wo)?man)"
_SPEAKER = rf"{_NAME}(?:\s+{_NAME}){{0,6}}"
_NAMED = r"(?:the\s+|a\s+)?(?:[A-Z][\w.’'-]*|\d+|reporters|journalists|lawmakers|parliament)"
_ASIDE = rf"(?:\s+(?:on|in|at|to)\s+{_NAMED}(?:\s+{_NAMED}){{0,3}}){{0,2}}"
# "Rubio said on Friday that the deal ...", but not "Rubio said he would ...".
_BEFORE = re.compile(
    rf"^{_SPEAKER}\s+(?:{_SAYS}{_ASIDE}|told\s+{_NAMED}(?:\s+{_NAMED}){{0,3}}{_ASIDE})\s+that\s+"
)
# "..., US secretary of state Marco Rubio said in Paris after the talks." and "..., said Rubio."
_AFTER = re.compile(
    r",[\"”’']?\s+(?!(?:what|which|who|and|but|as|if|that)\b)"
    rf"(?:(?:[\w.’'-]+\s+){{1,8}}{_SAYS}|{_SAYS}\s+{_SPEAKER})"
    r"(?:\s+(?:on|in|at|to|after|during|before|late|early|this)\b[^,;:\"“”]*)?\.?$"
)
_MARKS = re.compile(r"[\"“”„«»]")
_JOINING = re.compile(r"^(?:And|But|So)\s+")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")


def neutral_summary(sentence: str, claimant: str = "") -> str:
    """Return the sentence as a summary of about LONGEST_SUMMARY characters, whole words.

    Only a simple attribution is taken off; words in the first person get the claimant's name.
    """
    line = " ".join(sentence.split())
    bare = _AFTER.sub("", _BEFORE.sub("", line)).removesuffix(f": {claimant.rpartition(' ')[2]}")
    bare = " ".join(_MARKS.sub(" ", bare).split()).strip(" ,;:-–—")
    bare = _JOINING.sub("", bare)
    if not bare:
        return _cut(line)
    told = f"{bare[0].upper()}{bare[1:]}"
    return _cut(f"{claimant}: {told}" if claimant and _FIRST_PERSON.search(told) else told)


def _cut(line: str) -> str:
    if len(line) <= LONGEST_SUMMARY:
        return line
    whole, _, _ = line[:LONGEST_SUMMARY].rpartition(" ")
    return f"{whole or line[: LONGEST_SUMMARY - 1]}…"
