"""Who is said to have said it: "Rubio said on Friday", "according to the ministry"."""

import re
from collections.abc import Set
from typing import NamedTuple

from claimtracker.articles.people import NAME
from claimtracker.articles.speech_verbs import (
    ACT_OF,
    AIM_SET,
    BETWEEN,
    IS_BOUND,
    MONTHS,
    OF_SEVERAL,
    PARTICIPLE,
    PLANS_TOLD,
    PLURAL_VERBS,
    TELLING,
    VERB,
    VOTED,
    WORD_GIVEN,
    Act,
    act_of,
)
from claimtracker.articles.subjects import DETERMINER, SEVERAL, SUBJECT
from claimtracker.articles.word_lists import words

_LEADING = re.compile(
    rf"(?<!\w)(?!\w+day\b)(?!(?<=\d\s)(?:{MONTHS})\b)(?P<subject>{SUBJECT})(?P<beside>,\s(?:[^,“”\"]|(?<=\d),(?=\d)){{2,90}},|\s\([^)]{{1,40}}\))?,?\s"
    rf"{BETWEEN}(?P<verb>{WORD_GIVEN}|{PLANS_TOLD}|{AIM_SET}|{IS_BOUND}|{VOTED}|{VERB}|went\son\sto\ssay|made\s(?:it\s)?clear)\b(?!\soff\b|\sby\b(?!\s(?:phone|telephone|e-?mail|video|text|letter)\b))"
)
_PLURAL = re.compile(
    rf"(?<!\w)(?P<subject>(?:[Tt]he|[Bb]oth|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:(?!{DETERMINER})[\w’'-]+\s){{0,3}}?(?:\w+[^s\W]s|six|pair|two)|[Tt]hey"
    rf"|{NAME}\sand\s{NAME}|{SEVERAL})\s(?:also\s|now\s|both\s|jointly\s)?"
    rf"(?P<verb>{'|'.join(PLURAL_VERBS.split())})(?=\sto\s)"
)
"""Several who promise: "the two parties plan to"."""
_FRAMED = re.compile(
    r"[,”\"]\s(?P<subject>(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he|[Aa]n?)\s(?:[\w’'-]+\s){0,3}?[a-z-]+)"
    r"\s(?:has\s|have\s)?(?P<verb>said|says|told|confirmed|announced|added|warned|insisted)"
    rf"(?=\s*[.,;]|\son\s\w+day|\s(?:{NAME}|reporters|journalists)[.,]|$)"
)
"""Who tells of it behind it, whatever he is: ", his agent confirmed."."""
_ANYBODY = re.compile(
    rf"^\s*(?:(?:And|But|Yet|Still)\s)?(?P<subject>(?:[Tt]he|(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?!\s(?:\w+\s)?(?:predecessor|successor)))\s(?:[\w’'-]+\s){{0,3}}?[a-z]+)\s{BETWEEN}"
    r"(?P<verb>said|announced|confirmed|insisted|pledged|promised|vowed|warned|added|agreed)\s"
    r"(?!(?:by|in|on|at|last|for|with|from|yesterday|an?|was|is|were|are|will|would|could|has|had)\b)"
    r"(?=[a-z“\"])"
)
"""Whoever begins a sentence by speaking, whatever he is: "The delegation said it would"."""
_WHO_PROMISED = re.compile(
    rf"(?<![\w’'])(?P<subject>{NAME}),\s(?P<who>which|who)\s{BETWEEN}(?P<verb>pledged|promised|vowed|undertook|threatened)"
    r"\b(?!\sby\b)"
)
"""What is told beside a name: "the firm, which promised in May to open it, has closed"."""
_COMMITS = re.compile(
    rf"\b(?:that|which|,)\s(?:(?:would|will|also)\s)?(?P<verb>commits|committed|committing|commit|binds|binding|obliges|obliging)"
    rf"\s(?P<subject>{SUBJECT})(?=\sto\s)"
)
"""What lays a promise upon somebody: "an agreement that commits the firm to clean it up"."""
_GIVES_TIME = re.compile(
    rf"(?<!\w)(?P<subject>{SUBJECT})\s{BETWEEN}(?P<verb>gave|gives|given)\s(?:[\w’'.-]+\s){{1,4}}?"
    r"(?=(?:until|\w+\s(?:hours|days|weeks|months)\sto)\b)"
)
"""Who asks by when: "regulators gave the firm until May to explain or face a fine"."""
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
    r"^\s*(?:\[?\d{1,2}[:.]\d{2}\]?\s)?(?P<subject>[A-ZÀ-Þ][\w’'.-]*(?:\s(?:[A-ZÀ-Þ][\w’'.-]*|of|the|and|for)){0,9})"
    r"(?P<beside>(?:\s?\([^)]{1,60}\)){0,3}):\s+(?=\S)"
)
_BEARER = re.compile(rf"\s?\((?P<name>{NAME})\)")
"""Who holds an office: "The Minister for Health (Ann Lee):"."""
_YOU_SAID = re.compile(
    r"(?<!have\s)(?<!had\s)(?<!did\s)\b(?P<subject>[Yy]ou)\s(?:(?:also|then|once|yourself)\s)?"
    r"(?P<verb>said|told|promised|pledged|vowed)\b(?=[^?]*?\b(?:would|to)\b)"
)
"""What is held against whom one speaks to: "You told us in 2022 that it would open"."""
_LED_BY = re.compile(
    rf",\s(?P<verb>{PARTICIPLE})\b|(?<=[\w”\"’',%])\s(?:and|but)\s(?:has\s|have\s)?(?:also\s|then\s|now\s)?"
    rf"(?P<joined>{WORD_GIVEN}|{PLANS_TOLD}|{AIM_SET}|"
    r"said|promised|pledged|vowed|warned|announced|threatened|added|agreed|undertook"
    r"|told|confirmed|insisted|(?:demanded|demands)(?=\sthat\b)|urged|(?:plans|aims|intends|expects|hopes|wants|pledges|promises|vows|agrees|offered|refuses|refused|committed|commits|threatens)(?=\sto\b))\b"
)
_LED_IN_HEADING = re.compile(
    r",\s(?P<verb>vows?|pledges?|promises?|plans?|agrees?|threatens?|aims?|commits|says(?=\s(?:it|he|she|they)\swill))(?P<joined>)\s(?!for\b)"
)
"""What is promised in a headline: "Liberals seal pact, vow to halve fares"."""
_RELATIVE = re.compile(r"\b(?:(?P<what>what)|which|whom)\s(?:[\w-]+,\s)?$")
"""Before the subject of words that only describe: "the list of what he promised"."""


_FRAMING = words("said says told confirmed announced added warned insisted")
_SPEAKING = words(
    "said says added adds wrote warned told replied insisted explained argued continued declared"
    " announced vowed promised pledged"
)
_LEADERS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (_PLURAL, OF_SEVERAL),
    (_COMMITS, words("commits committed committing commit binds binding obliges obliging")),
    (_YOU_SAID, words("you ou")),  # without its capital: only small letters are looked at
    (_WHO_PROMISED, words("which who")),
    (_FRAMED, _FRAMING),
    (_ANYBODY, words(f"{' '.join(_FRAMING)} pledged promised vowed agreed")),
)
"""What leads to what is said, with the words of which it has one."""
_GIVING = words("gave gives given")
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
        if not (one.subject.endswith("day") or _only_names(one, narration) or _is_own_wish(one))
    )


def _by_verbs(narration: str, small: Set[str]) -> list[Attribution]:
    """Return those with a verb of speech; most sentences have none, which their words show."""
    if TELLING.isdisjoint(small):
        return []
    found = [_of(match, leads=True) for match in _LEADING.finditer(narration)]
    for pattern, needed in _LEADERS:
        if needed.isdisjoint(small):
            continue
        more = (_of(match, leads=True) for match in pattern.finditer(narration))
        found += [one for one in more if not _overlaps(one, found)]
    if not _GIVING.isdisjoint(small):
        given = (_of(match, leads=True) for match in _GIVES_TIME.finditer(narration))
        found += [one._replace(act=Act.DEMAND) for one in given if not _overlaps(one, found)]
    if _SPEAKING.isdisjoint(small):
        return found
    return found + [_of(match, leads=False) for match in _TRAILING.finditer(narration)]


def _overlaps(one: Attribution, found: list[Attribution]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in found)


def _only_names(one: Attribution, narration: str) -> bool:
    """Whether it says only what something is: "a list of what he promised"."""
    before = _RELATIVE.search(narration, max(0, one.start - _NEAR), one.start)
    return bool(before and before["what"] and one.act is Act.COMMIT)


def _is_own_wish(one: Attribution) -> bool:
    """Whether a speaker only tells what he asked of others: "I have asked them to look"."""
    return one.subject in ("I", "We") and one.act is Act.DEMAND


def _placed(one: Attribution, narration: str) -> Attribution:
    before = _RELATIVE.search(narration, max(0, one.start - _NEAR), one.start)
    is_beside = bool(_WHO_PROMISED.match(narration, one.start))
    is_relative = (bool(before) or is_beside) and one.act in (Act.COMMIT, Act.THREATEN)
    return one._replace(is_relative=is_relative)


def label_of(line: str) -> Attribution | None:
    """Return the label with which a transcript's line begins: "MS. SMITH:", "Q:".

    Its `verb` is what stands in brackets behind it, as behind members of parliament.
    """
    match = _LABEL.match(line)
    if match is None:
        return None
    label, beside = _of(match, leads=True), match["beside"].strip()
    bearer = _BEARER.match(match["beside"])
    if bearer and " " in bearer["name"] and label.subject.startswith("The "):
        label = label._replace(subject=bearer["name"])
    return label._replace(subject=label.subject.strip(), verb=beside)


def addressed_in(words: str) -> Attribution | None:
    """Return "You told us that it would", said to whoever promised it."""
    match = _YOU_SAID.search(words)
    return _of(match, leads=True) if match else None


def participles_in(narration: str, *, is_heading: bool = False) -> list[Attribution]:
    """Return "..., threatening tougher sanctions", whose subject is that of the sentence."""
    if TELLING.isdisjoint(_SMALL.findall(narration)):
        return []
    matches = [*_LED_BY.finditer(narration)]
    if is_heading and not matches:
        matches = [*_LED_IN_HEADING.finditer(narration)]
    return [
        Attribution(
            match.start(), match.end(), "", match.start(), match["verb"] or match["joined"],
            act_of(match["verb"] or match["joined"]), is_leading=True,
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
    return Attribution(start, match.end("verb"), "he", start, verb, ACT_OF[verb], is_leading=True)


def _of(match: re.Match[str], *, leads: bool) -> Attribution:
    verb = match.groupdict().get("verb") or "said"
    return Attribution(
        match.start(), match.end(), match["subject"], match.start("subject"), verb,
        act_of(verb), leads,
    )  # fmt: skip
