"""Several things to be done in one sentence: "will freeze rents, build homes by 2028 and scrap it".

What stands before the first of them, "we will", holds for the others too.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from claimtracker.articles.blanks import Span, only
from claimtracker.articles.conditions import condition_in
from claimtracker.articles.word_lists import words

ACTS = words(
    "abandon abolish accept add adopt allocate amend appeal appoint approve arrange assess"
    " attack award back ban begin bill block boost bring build buy cancel cap carry charge clear"
    " close collect complete conclude connect consult contribute convert create curb cut decide"
    " deliver deploy deport dismantle dissolve distribute double draft drop ease employ enact"
    " end enforce erect establish evacuate exempt expand expel export extend file fill finalise"
    " finalize find fine finish fix freeze fund give grant guarantee halt halve hand help hike"
    " hire hold host impose improve increase insist inspect install introduce invest issue join"
    " keep launch lay lease leave lend lift limit list lower maintain make march meet merge"
    " modernise modernize move name nationalise nationalize negotiate offer open order outlaw"
    " overhaul pass pay phase plant postpone present privatise privatize produce prohibit"
    " prosecute protect provide publish pull push put quit raise ratify reach rebuild recall"
    " recruit reduce refer reform refund refurbish reimburse reinstate release relocate remove"
    " renovate reopen repair repay repeal replace report rescind resign respond restart restore"
    " resume retire retrain return reverse review revise revoke roll sack scale scrap seek sell"
    " send set settle shed shift ship shut sign simplify slash spend split stage start step stop"
    " strengthen submit subsidise subsidize suspend switch table take teach tear terminate test"
    " train transfer treble triple turn unveil upgrade use vaccinate vote waive weatherproof"
    " widen win withdraw withhold write"
)
"""Verbs of what is done; some are nouns too."""
_ACT = "|".join(sorted(ACTS))
_DONE = r"[a-z]+ed|built|sold|paid|sent|shut|cut|made|held|put|set|brought|taken|given|found"
_NO_OBJECT = r"of|and|or|is|are|was|were|will|would|has|have|had|that|which|who|off\sthe"
_WILL = re.compile(
    r"(?:\b(?:will|would|shall|won[’']t|wouldn[’']t|going\sto)\b|[’']ll\b)"
    r"(?:\s(?:not|never|also|now|then|first|soon|finally|instead|therefore|together|[a-z]+ly)\b)*"
)
_TO = re.compile(r"\bto(?=\s[a-z]+\b)")
_NO_VERB = (
    r"in|on|at|by|for|with|from|to|of|into|onto|over|under|after|before|until|during|about|against"
    r"|between|through|within|without|across|around|near|along|behind|beyond|despite|per|than|as"
    r"|like|both|all|half|twice|such|quite|what|then|so|that|which|who|while|when|where|if|unless"
    r"|because|since|once|not|only|even|but|and|or|be|has|have|had|will|would|ever|never|up|out"
    r"|every|each|some|most|many|[a-z]+(?:[^s]s|ed|ing|ly)"
)
_OBJECT = (
    r"(?:the|an?|its|his|her|their|our|your|my|this|these|those|all|every|each|no|any|both|another"
    r"|nobody|everybody|everyone|them|it|him|us|more|up\sto|at\sleast|[$£€]?\d[\d.,]*)\b"
)
"""What stands behind a verb and no noun: "mend the road", "hire 400 nurses"."""
_ACT_JOINT = re.compile(
    rf"(?:,\s(?:(?:and|but|then)\s)?|\s(?:and|but|then)\s)(?:(?:also|then|finally|later)\s)?"
    rf"(?=(?:to\s)?(?:(?:{_ACT})\s(?!(?:{_NO_OBJECT})\b)|(?!(?:{_NO_VERB})\s)[a-z]{{2,}}\s{_OBJECT}))"
)
_BE = re.compile(r"(?:\s+(?:all|both|each|then|also))?\s+be\b")
_DONE_JOINT = re.compile(
    rf"(?:,\s(?:and\s)?|\sand\s)(?=(?:{_DONE})\s(?:(?!and\b)[a-z]+\s)?(?:by|in|on|within|until|from|next|this|before|to)\b)"
)
_LINK = re.compile(r"\b(?:which|who|whom|whose|where)\b")
_MOST = 12  # things of one sentence
_NEAR = 40  # characters before a verb in which a "which" makes it one of a description


class ClauseWords(NamedTuple):
    """The words of a clause, all else blanked out, so places stay those of the sentence.

    `shared` are those that it has in common with the one before: "We will" of "and build homes".
    """

    text: str
    shared: Span = (0, 0)

    def shares(self, place: int) -> bool:
        """Whether a place lies in the words that are not its own alone."""
        return self.shared[0] <= place < self.shared[1]


def parts_of(clause: str) -> list[ClauseWords]:
    """Return each thing that a clause says will be done; the clause itself where it is one."""
    governor = _governor(clause)
    cuts = list(_cuts(clause, governor)) if governor else []
    if governor is None or not cuts:
        return [ClauseWords(clause)]
    shared = (0, _head_end(clause, governor))
    ends = [start for start, _ in cuts[1:]] + [len(clause)]
    return [ClauseWords(only(clause, [(0, cuts[0][0])]))] + [
        ClauseWords(only(clause, [shared, (start, end)]), shared)
        for (_, start), end in zip(cuts, ends, strict=True)
    ]


def _head_end(clause: str, governor: re.Match[str]) -> int:
    be = _BE.match(clause, governor.end())
    return be.end() if be else governor.end()


def _cuts(clause: str, governor: re.Match[str]) -> Iterator[Span]:
    """Give the places between one thing and the next: those of their joints."""
    head = _head_end(clause, governor)
    joint = _ACT_JOINT if head == governor.end() else _DONE_JOINT
    condition = condition_in(clause)
    start = head
    for match in islice(joint.finditer(clause, head), _MOST):
        is_whole = len(clause[start : match.start()].split()) > 1  # not "clean" of "clean and open"
        if is_whole and not (condition and condition.holds(match.start())):
            yield match.span()
            start = match.end()


def _governor(clause: str) -> re.Match[str] | None:
    """Return "will", or the "to" of a promise; a clause that only describes has none."""
    for match in _WILL.finditer(clause):
        if not _LINK.search(clause, max(0, match.start() - _NEAR), match.start()):
            return match
    first = _TO.search(clause)
    return first if first and not clause[: first.start()].strip() else None
