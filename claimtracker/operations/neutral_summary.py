"""A checker's first wording of a claim: the sentence without quotation marks and attribution."""

import re

LONGEST_SUMMARY = 200

_SAYS = r"(?:said|says|told|added|announced|promised|vowed|pledged|warned|declared|stated|wrote)"
_NAME = r"(?:[A-Z][\w.'’-]*|he|she|they|it|the|of|and)"
_SPEAKER = rf"(?:{_NAME}\s+){{0,6}}{_NAME}"
# "Rubio said on Friday that the deal ...", but not "Rubio said he would ...".
_BEFORE = re.compile(rf"^{_SPEAKER}\s+{_SAYS}\b[^,.;:\"“”]{{0,60}}?\bthat\s+", re.IGNORECASE)
# "..., Rubio said in Paris." and "..., said Rubio."
_AFTER = re.compile(rf",[\"”’']?\s+(?:{_SPEAKER}\s+{_SAYS}|{_SAYS}\s+{_SPEAKER})\b[^,;:\"“”]*$")
_MARKS = re.compile(r"[\"“”„«»]")


def neutral_summary(sentence: str, claimant: str = "") -> str:
    """Return the sentence as a summary of at most LONGEST_SUMMARY characters, whole words.

    Only a simple attribution is taken off; words in the first person get the claimant's name.
    """
    line = " ".join(sentence.split())
    line = _AFTER.sub("", _BEFORE.sub("", line))
    line = " ".join(_MARKS.sub(" ", line).split()).strip(" ,;:-–—")
    line = f"{line[:1].upper()}{line[1:]}" or " ".join(sentence.split())
    if claimant and _FIRST_PERSON.search(line):
        line = f"{claimant}: {line}"
    return _cut(line)


_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ll|ve|d)|[Ww]e|[Ww]e['’](?:re|ll|ve|d)|[Mm]y|[Oo]ur)\b"
)


def _cut(line: str) -> str:
    if len(line) <= LONGEST_SUMMARY:
        return line
    whole, _, _ = line[:LONGEST_SUMMARY].rpartition(" ")
    return f"{whole or line[: LONGEST_SUMMARY - 1]}…"
