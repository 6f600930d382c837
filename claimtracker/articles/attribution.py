"""Who is said to have said it: "Rubio said on Friday", "according to the ministry"."""

import re
from collections.abc import Set
from enum import StrEnum
from typing import NamedTuple

from claimtracker.articles.people import NAME
from claimtracker.articles.subjects import DETERMINER, SEVERAL, SUBJECT
from claimtracker.articles.word_lists import words


class Act(StrEnum):
    """What somebody does by speaking."""

    SAY = "say"
    COMMIT = "commit"
    THREATEN = "threaten"
    DEMAND = "demand"
    DENY = "deny"


_VERBS = {
    Act.SAY: (
        "said says say saying told tells telling added adds adding announced announces announcing"
        " confirmed confirms confirming wrote writes writing tweeted posted declared declares"
        " declaring stated states stating stressed stresses stressing argued argues claimed claims"
        " claiming noted notes noting explained explains explaining replied answered testified"
        " repeated repeats reiterated reiterates reiterating insisted insists insisting emphasised"
        " emphasized assured assures assuring warned warns warning suggested suggests suggesting"
        " predicted predicts predicting continued concluded revealed indicated acknowledged"
        " admitted maintained underlined reported believes thinks forecast forecasts forecasting"
        " signalled signaled signals reassured responded joked quipped"
    ),
    Act.COMMIT: (
        "promised promises promising pledged pledges pledging vowed vows vowing committed commits"
        " committing agreed agrees agreeing undertook undertakes undertaking guaranteed guarantees"
        " guaranteeing swore swears offered offers offering plans planned planning intends intended"
        " aims aimed aiming expects expected expecting hopes hoped hoping wants wanted resolved"
        " decided refused refuses"
        " ruled rules"
    ),
    Act.THREATEN: "threatened threatens threatening",
    Act.DEMAND: (
        "urged urges urging demanded demands demanding asked asks asking ordered orders ordering"
        " requested requests appealed appeals implored begged pressed"
    ),
    Act.DENY: "denied denies denying rejected rejects dismissed dismisses",
}
_PLURAL_VERBS = "plan intend aim expect hope want vow pledge promise agree threaten"
_ACT_OF = {verb: act for act, verbs in _VERBS.items() for verb in verbs.split()}
_MAY_DESCRIBE = ("planned", "expected", "intended", "hoped", "aimed")
"""Verbs that may only say what something is: "a hall planned for 2028"."""
_VERB = "|".join(sorted(set(_ACT_OF) - set(_MAY_DESCRIBE), key=len, reverse=True)) + (
    rf"|(?:{'|'.join(_MAY_DESCRIBE)})(?=\s(?!(?:for|in|on|at|by|from)\b))"
)
_PARTICIPLE = "|".join(verb for verb in _ACT_OF if verb.endswith("ing"))
_BETWEEN = (
    r"(?:(?:has|have|had|also|later|earlier|then|again|repeatedly|yesterday|today|publicly|now"
    r"|late|early|already|previously|recently|personally|once|even|still|simply|formally|firmly|meanwhile|himself|herself|itself|themselves"
    r"|on\s\w+day|(?:last|this)\s\w+|in\s(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December))\s)*"
)
_WORD_GIVEN = (
    r"(?:gave|gives?|given|made|makes?|issued|secured|won|obtained|repeated|renewed|offered|signed)"
    r"\s(?:(?!that\b|to\b)[\w’']+\s){0,3}?(?:an?|his|her|its|their)\s(?:\w+\s)?(?:undertaking|promise"
    r"|pledge|assurance|commitment|guarantee|word|vow)(?=\s(?:to|that|of|not)\b)"
)
"""What is given as a noun: "gave residents her word that", "secured a pledge to"."""
_PLANNED = (
    r"(?:announced?|announces|unveiled|unveils|outlined|outlines|set\sout|sets\sout|confirmed|revealed|laid\sout"
    r"|published|presented|approved|have|has)\s(?!no\b)(?:\w+\s)?plans?(?=\sto\b)"
)
_AIM = (
    r"(?:set|sets|endorsed|adopted|announced|approved|agreed|fixed|confirmed)\s(?:on\s)?(?:itself\s|themselves\s)?"
    r"(?:an?|its|their|the)\s(?:\w+\s)?(?:target|goal|timetable|objective)(?:\sdate)?(?=\s(?:of|to|for)\b)"
)
_BOUND = (
    r"(?:is|are|was|were|remains?)\s(?:(?!not\b|n[’']t\b)\w+\s)?(?:committed|determined|bound|pledged|planning"
    r"|preparing|hoping|aiming|on\s(?:course|track))(?=\sto\b)"
)
"""What somebody is: "is fully committed to", "are on track to"."""
_ADD_SPEECH = ("went ", "made clear", "made it")
_LEADING = re.compile(
    rf"(?<!\w)(?!\w+day\b)(?P<subject>{SUBJECT})(?P<beside>,\s[^,“”\"]{{2,90}},|\s\([^)]{{1,40}}\))?,?\s"
    rf"{_BETWEEN}(?P<verb>{_WORD_GIVEN}|{_PLANNED}|{_AIM}|{_BOUND}|{_VERB}|went\son\sto\ssay|made\s(?:it\s)?clear)\b(?!\soff\b|\sby\b(?!\s(?:phone|telephone|e-?mail|video|text|letter)\b))"
)
_PLURAL = re.compile(
    rf"(?<!\w)(?P<subject>(?:[Tt]he|[Bb]oth|[Ii]ts|[Tt]heir)\s(?:(?!{DETERMINER})[\w’'-]+\s){{0,3}}?(?:\w+[^s\W]s|six|pair|two)|[Tt]hey"
    rf"|{NAME}\sand\s{NAME}|{SEVERAL})\s(?:also\s|now\s|both\s|jointly\s)?"
    rf"(?P<verb>{'|'.join(_PLURAL_VERBS.split())})(?=\sto\s)"
)
"""Several who promise: "the two parties plan to"."""
_FRAMED = re.compile(
    r"[,”\"]\s(?P<subject>(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he|[Aa]n?)\s(?:[\w’'-]+\s){0,3}?[a-z-]+)"
    r"\s(?P<verb>said|says|confirmed|announced|added|warned|insisted)(?=\s*[.,;]|\son\s\w+day|$)"
)
"""Who tells of it behind it, whatever he is: ", his agent confirmed."."""
_ANYBODY = re.compile(
    rf"^\s*(?:(?:And|But|Yet|Still)\s)?(?P<subject>[Tt]he\s(?:[\w’'-]+\s){{0,3}}?[a-z]+)\s{_BETWEEN}"
    r"(?P<verb>said|announced|confirmed|insisted|pledged|promised|vowed|warned|added|agreed)\s"
    r"(?!(?:by|in|on|at|last|for|with|from|yesterday|an?|was|is|were|are|will|would|could|has|had)\b)"
    r"(?=[a-z“\"])"
)
"""Whoever begins a sentence by speaking, whatever he is: "The delegation said it would"."""
_TRAILING = re.compile(
    rf"(?:[,”\"’'?!…]|\.\.\.)\s(?P<verb>said|says|added|adds|wrote|warned|told|replied|insisted"
    rf"|explained|argued|continued|declared|announced|vowed|promised|pledged)\s(?P<subject>{SUBJECT}|(?:[a-z][a-z-]*\s){{1,4}}{NAME})"
)
_SUBJECTLESS = re.compile(r"^\W*(?P<verb>Says|Said|Adds|Expects|Plans|Vows|Promises)\s")
"""A line of a summary, whose subject is that of the whole: "Says the port will reopen"."""
_ACCORDING = re.compile(
    rf"\b[Aa]ccording\sto\s(?:the\s)?(?:(?!the\b)[a-z]+(?:\s[a-z]+){{0,2}},\s)?(?P<subject>{SUBJECT})"
)
_HEADLINE_END = re.compile(rf":\s(?P<subject>{NAME})\s*$")
_LABEL = re.compile(
    r"^\s*(?:\[?\d{1,2}[:.]\d{2}\]?\s)?(?P<subject>[A-ZÀ-Þ][\w’'.-]*(?:\s(?:[A-ZÀ-Þ][\w’'.-]*|of|the|and|for)){0,5})"
    r"(?:\s?\([^)]{1,40}\))?:\s+(?=\S)"
)
_LED_BY = re.compile(
    rf",\s(?P<verb>{_PARTICIPLE})\b|(?<=[\w”\"’',%])\s(?:and|but)\s(?:has\s|have\s)?(?:also\s|then\s|now\s)?"
    rf"(?P<joined>{_WORD_GIVEN}|{_PLANNED}|{_AIM}|"
    r"said|promised|pledged|vowed|warned|announced|threatened|added|agreed|undertook"
    r"|told|confirmed|insisted|(?:plans|aims|intends|expects|hopes|wants|pledges|promises|vows|agrees|offered|refuses|refused|committed|commits|threatens)(?=\sto\b))\b"
)
_LED_IN_HEADING = re.compile(
    r",\s(?P<verb>vows?|pledges?|promises?|plans?|agrees?|threatens?|aims?|commits)(?P<joined>)\s(?!for\b)"
)
"""What is promised in a headline: "Liberals seal pact, vow to halve fares"."""
_RELATIVE = re.compile(r"\b(?:(?P<what>what)|which|whom)\s(?:[\w-]+,\s)?$")
"""Before the subject of words that only describe: "the list of what he promised"."""


_OF_SEVERAL = frozenset(_PLURAL_VERBS.split())
_TELLING = (
    frozenset(_ACT_OF)
    | _OF_SEVERAL
    | words(
        "undertaking promise pledge assurance commitment guarantee word vow plan plans target goal"
        " timetable objective committed determined bound pledged planning preparing hoping aiming"
        " course track say clear"
    )
)
"""Words of which one stands in each attribution that has a verb."""
_SMALL = re.compile(r"[a-z]+")
_NEAR = 20  # characters before a subject


class Attribution(NamedTuple):
    """Words that name a speaker, by their place in the sentence; `subject` as it stands there."""

    start: int
    end: int
    subject: str
    subject_start: int
    verb: str
    act: Act
    is_leading: bool  # what was said follows
    is_relative: bool = False  # "which the council aims to complete", said beside something else
    is_joined: bool = False  # "and promised to", whose subject is that of the verb before

    @property
    def is_led(self) -> bool:
        """Whether it is a participle: "threatening tougher sanctions"."""
        return not (self.subject or self.is_joined)


def attributions_in(narration: str, *, is_heading: bool) -> list[Attribution]:
    """Return the attributions of a sentence whose quotations are blanked out, from the left."""
    found = _by_verbs(narration, set(_SMALL.findall(narration)))
    if "ccording" in narration:
        found += [_of(match, leads=match.start() == 0) for match in _ACCORDING.finditer(narration)]
    if not found:
        found += [_subjectless(match) for match in _SUBJECTLESS.finditer(narration)]
    if is_heading and not found:
        found += [_of(match, leads=False) for match in _HEADLINE_END.finditer(narration)]
    return sorted(
        _placed(one, narration)
        for one in found
        if not (one.subject.endswith("day") or _only_names(one, narration))
    )


def _by_verbs(narration: str, small: Set[str]) -> list[Attribution]:
    """Return those with a verb of speech; most sentences have none, which their words show."""
    if _TELLING.isdisjoint(small):
        return []
    found = [_of(match, leads=True) for match in _LEADING.finditer(narration)]
    patterns = (
        (_FRAMED, _ANYBODY) if _OF_SEVERAL.isdisjoint(small) else (_PLURAL, _FRAMED, _ANYBODY)
    )
    for pattern in patterns:
        more = (_of(match, leads=True) for match in pattern.finditer(narration))
        found += [one for one in more if not _overlaps(one, found)]
    return found + [_of(match, leads=False) for match in _TRAILING.finditer(narration)]


def _overlaps(one: Attribution, found: list[Attribution]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in found)


def _only_names(one: Attribution, narration: str) -> bool:
    """Whether it says only what something is: "a list of what he promised"."""
    before = _RELATIVE.search(narration, max(0, one.start - _NEAR), one.start)
    return bool(before and before["what"] and one.act is Act.COMMIT)


def _placed(one: Attribution, narration: str) -> Attribution:
    before = _RELATIVE.search(narration, max(0, one.start - _NEAR), one.start)
    is_relative = bool(before) and one.act in (Act.COMMIT, Act.THREATEN)
    return one._replace(is_relative=is_relative)


def label_of(line: str) -> Attribution | None:
    """Return the label with which a transcript's line begins: "MS. SMITH:", "Q:"."""
    match = _LABEL.match(line)
    return _of(match, leads=True) if match else None


def participles_in(narration: str, *, is_heading: bool = False) -> list[Attribution]:
    """Return "..., threatening tougher sanctions", whose subject is that of the sentence."""
    if _TELLING.isdisjoint(_SMALL.findall(narration)):
        return []
    matches = [*_LED_BY.finditer(narration)]
    if is_heading and not matches:
        matches = [*_LED_IN_HEADING.finditer(narration)]
    return [
        Attribution(
            match.start(), match.end(), "", match.start(), match["verb"] or match["joined"],
            _act_of(match["verb"] or match["joined"]), is_leading=True,
            is_joined=bool(match["joined"]),
        )
        for match in matches
    ]  # fmt: skip


def outermost(narration: str, every: list[Attribution]) -> list[Attribution]:
    """Return those that are not inside of what others say: "saying that the firm was on track"."""
    said = [one for one in participles_in(narration) if one.is_led and one.act is Act.SAY]
    return [
        one
        for one in every
        if not one.is_relative
        and not any(
            other.end <= one.start and "," not in narration[other.end : one.start] for other in said
        )
    ]


def _subjectless(match: re.Match[str]) -> Attribution:
    verb = match["verb"].lower()
    start = match.start("verb")
    return Attribution(start, match.end("verb"), "he", start, verb, _ACT_OF[verb], is_leading=True)


def _of(match: re.Match[str], *, leads: bool) -> Attribution:
    verb = match.groupdict().get("verb") or "said"
    return Attribution(
        match.start(), match.end(), match["subject"], match.start("subject"), verb,
        _act_of(verb), leads,
    )  # fmt: skip


def _act_of(verb: str) -> Act:
    """Return what is done by a verb of the tables, or by words around a noun: "gave his word"."""
    if verb == "threaten":
        return Act.THREATEN
    return _ACT_OF.get(verb.lower(), Act.SAY if verb.startswith(_ADD_SPEECH) else Act.COMMIT)
