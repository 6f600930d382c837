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
    rf"(?:(?:[\w.’'-]+\s+){{1,8}}{_SAYS}(?!\s+to\s+(?!{_NAMED}))|{_SAYS}\s+{_SPEAKER})"
    r"(?:\s+(?:on|in|at|to|after|during|before|late|early|this)\b[^,;:\"“”]*)?\.?$"
)
_MARKS = re.compile(r"[\"“”„«»]")
_JOINING = re.compile(r"^(?:And|But|So)\s+")
# "He moderated that claim", "Last Thursday she repeated": the reporter's words for the speaker.
_PRONOUN = re.compile(
    r"^((?:(?:On|In|At|Last|Earlier|Later)\s(?:[\w.’'-]+\s){1,4}?)?)(?:[Hh]e|[Ss]he)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")


def neutral_summary(sentence: str, claimant: str = "", *, is_spoken: bool = False) -> str:
    """Return the sentence as a summary of about LONGEST_SUMMARY characters, whole words.

    Only a simple attribution is taken off. Words in the first person get the claimant's name, and
    a pronoun that the sentence begins with gives way to it, unless the words `is_spoken`: the
    speaker's "he" is another.
    """
    line = " ".join(sentence.split())
    told = line if is_spoken else _with_name(line, claimant)
    bare = _BEFORE.sub("", told)
    if told != line:  # "He added that he would" is left with another one
        bare = _with_name(bare, claimant)
    bare = _AFTER.sub("", bare).removesuffix(f": {claimant.rpartition(' ')[2]}")
    bare = " ".join(_MARKS.sub(" ", bare).split()).strip(" ,;:-–—")
    bare = _JOINING.sub("", bare)
    if not bare:
        return _cut(line)
    begun = f"{bare[0].upper()}{bare[1:]}"
    return _cut(f"{claimant}: {begun}" if claimant and _FIRST_PERSON.search(begun) else begun)


def _with_name(line: str, claimant: str) -> str:
    """Name the claimant in place of a pronoun, unless somebody is named who may be another."""
    is_named = not claimant or claimant.rpartition(" ")[2] in line
    if is_named or _AFTER.search(line):
        return line
    return _PRONOUN.sub(lambda found: f"{found[1]}{claimant}", line, count=1)


def _cut(line: str) -> str:
    if len(line) <= LONGEST_SUMMARY:
        return line
    whole, _, _ = line[:LONGEST_SUMMARY].rpartition(" ")
    return f"{whole or line[: LONGEST_SUMMARY - 1]}…"
