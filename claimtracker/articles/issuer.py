"""Whose own text it is: a release, a manifesto, a speech; nobody's for a news report."""

import re
from typing import NamedTuple

from claimtracker.articles.people import NAME, People, is_office, is_person, without_title
from claimtracker.articles.sentences import Line

_FIRST_LINES, _NAME_LINES = 8, 3
_SPOKEN_BY = re.compile(
    r"\b(?:speech|remarks|address|statement|letter|message|keynote|lecture|delivered|given)\b"
    r"[^.]{0,40}?\b(?:by|of|from)\s",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\b(?:press|news|media)\s(?:release|statement|notice)\b|for immediate release|\bmanifesto\b"
    r"|^(?-i:[^.]{0,60}\bMinutes of\b)|\bcommuniqu[ée]$|^frequently asked questions\b"
    r"|\bpublic notice\b|\bconclusions\b|\bour (?:plan|pledges?|promises?|commitments?)\b"
    r"|\bannouncement\b|^(?:\w+\s)?statement$|^statement\b",
    re.IGNORECASE,
)
_BODY_WORDS = re.compile(
    r"\b(?:Ministry|Department|Bank|Council|Commission|Agency|Authority|Office|Government|Party"
    r"|Trust|Group|Company|Corporation|Corp|Inc|Ltd|plc|PLC|GmbH|Foundation|Association|Union|Club"
    r"|University|Hospital|Airport|Airways|Railways?|Transport|Board|Committee|Federation|Regulator"
    r"|Society|Institute|Fund|League|Services?|Energy|Court|Parliament|Charity|Alliance|Rail|Water)\b"
)
_ANNOUNCES = re.compile(
    rf"^(?:[A-ZÀ-Þ][\w,. ]{{2,40}}\s[–—-]+\s)?(?:[Tt]he\s)?(?P<name>{NAME}"
    rf"(?:\s(?:of|for|and|&)\s(?:the\s)?{NAME})*)"
    r"(?:\s\([^)]*\))?,?\s(?:today|has|will|is|on\s\w+day|announced|said|confirmed|published)\b"
)
_NAME_AND_DAY = re.compile(rf"^(?P<name>{NAME}),\s[^.]*\d{{4}}$")
_ITS_MEETING = r"(?:Summit|Meeting|Conference|Minutes|Session|Leaders)\s(?:of|by)\s"
_OURS = re.compile(
    r"\b(?:[Ww]e|[Ww]e’ll|[Ww]e'll)\s(?:will|shall|are|have|pledge|commit|expect|intend|plan)\b|\bWe’ll\b"
)


_NAMES_BODY = re.compile(
    rf"(?=.*{_BODY_WORDS.pattern})(?:[A-ZÀ-Þ&][\w’'.&-]*|of|for|and|the)"
    rf"(?:\s(?:[A-ZÀ-Þ&][\w’'.&-]*|of|for|and|the|plc|ltd|inc)){{1,7}}"
)


class Issuer(NamedTuple):
    """Who speaks where nobody else is named."""

    name: str
    is_person: bool  # "I" and "we" of the whole text


def issuer_of(lines: list[Line], people: People, publisher: str) -> Issuer | None:
    """Return whose own text this is; None for a report about others."""
    top = lines[:_FIRST_LINES]
    for line in top:
        match = _SPOKEN_BY.search(line.text) if line.is_heading else None
        name = people.first_in(line.text[match.end() :]) if match else ""
        if name:
            return Issuer(name, is_person=True)
    for line in lines[:_NAME_LINES]:
        if line.is_heading and _NAMES_BODY.fullmatch(line.text):
            return Issuer(without_article(line.text), is_person=False)
    heading = any(_RELEASE.search(line.text) and len(line.text) < 160 for line in top)
    if heading or (_speaks_for_itself(lines)):
        name = _body_in(top) or publisher
        person = without_title(name)
        if people.knows(person):
            return Issuer(person, is_person=True)
        return Issuer(name, is_person=False) if name else None
    return None


def _speaks_for_itself(lines: list[Line]) -> bool:
    """Whether most lines that say "we will" stand outside of any quotation."""
    ours = [line for line in lines if _OURS.search(line.text)]
    unquoted = [line for line in ours if not re.search(r"[“”\"„]", line.text)]
    return len(unquoted) >= 2 and len(unquoted) * 2 > len(ours)


def _body_in(lines: list[Line]) -> str:
    for line in lines:
        match = _ANNOUNCES.match(line.text)
        if (
            match
            and not line.is_heading
            and not is_person(match["name"])
            and not is_office(match["name"])
        ):
            return without_article(match["name"])
    for line in lines:
        for match in re.finditer(rf"{NAME}(?:\s(?:of|for|and|&)\s(?:the\s)?{NAME})*", line.text):
            is_whole = len(match[0].split()) > 1 or len(lines) == 1
            if is_whole and _BODY_WORDS.search(match[0]) and not is_office(match[0]):
                return without_article(match[0])
    for line in lines[1:]:
        match = (
            _ANNOUNCES.match(line.text) if not line.is_heading else _NAME_AND_DAY.match(line.text)
        )
        if match and without_title(match["name"]):
            return without_article(match["name"])
    return ""


def without_article(name: str) -> str:
    """Return "Ministry of Transport" of "The Ministry of Transport"."""
    return re.sub(rf"^(?:{_ITS_MEETING})?(?:[Tt]he\s)?|[’']s$", "", name.strip())
