"""The companies, charities and offices of a text, and which of them "the company" means."""

import re

from claimtracker.articles.people import NAME, without_title
from claimtracker.articles.word_lists import words

BODIES = words(
    "company firm group bank club council government ministry department agency commission union"
    " party court committee authority regulator operator airline charity trust association"
    " carmaker chipmaker retailer publisher body organisation organization federation watchdog"
    " treasury embassy chancellery museum college chamber mill factory administration airport"
    " hospital university board parliament team campaign office carrier maker manufacturer lender"
    " insurer brewer developer producer supplier utility start-up startup brand chain fund"
    " foundation institute school church academy zoo theatre"
)
"""Words that say what an organisation is."""
FIRMS = words(
    "company firm group operator airline carmaker chipmaker retailer publisher carrier maker"
    " manufacturer lender insurer brewer developer producer supplier utility start-up startup brand"
    " chain organisation organization body"
)
"""Words by which most organisations can be called."""
_NO_FIRMS = words(
    "government ministry department council court parliament treasury embassy union party agency"
    " commission committee authority regulator federation watchdog university hospital school"
    " charity association administration campaign"
)
_MAY_BE_ONE_MAN = words("publisher developer producer brewer operator supplier office body team")
_WHAT = "|".join(sorted(BODIES - _MAY_BE_ONE_MAN, key=len, reverse=True))
_APPOSED = re.compile(
    rf"\b(?P<name>{NAME})(?:,\s(?:the|an?)\s(?:(?!of\b|at\b|for\b|in\b|to\b)[\w-]+\s){{0,4}}?(?P<what>{_WHAT})"
    r"(?=[,.;)]|\s(?:that|which|in|of|for|with|from|based|founded|behind|backed|owned|run|whose)\b)"
    r"|(?P<which>,\swhich)\b|\s(?:plc|PLC|Ltd|Inc|GmbH)\b|[’']s\s(?:shares|stock)\b)"
)
_ITS = re.compile(
    rf"\b(?P<name>{NAME})(?P<what>)\s(?:will|plans|aims|expects|intends|is|has|raised|posted|reported)\b[^.\n]{{0,200}}?,"
    r"\sits\s(?:chief|chair|managing|director|spokes|boss|head|president|owner|founder|finance)"
)
"""What has a chairman is a body: "Corvane Copper will restart it, its chief executive said"."""
_BEFORE = re.compile(rf"\b(?P<what>{'|'.join(sorted(FIRMS))}|charity)\s(?P<name>{NAME})")


_OF = re.compile(
    rf"\b(?P<name>{NAME})\s(?:of|for)\s(?:the\s)?{NAME}(?:\s(?:of|for|and|&)\s(?:the\s)?{NAME})*"
)

_CLUBS = words("Athletic United Rovers Wanderers Albion Hotspur FC AFC CF Rangers")
_CLUB = re.compile(
    rf"\b(?:[A-ZÀ-Þ][\w’'-]+\s){{1,2}}(?:{'|'.join(sorted(_CLUBS))})\b(?![’']?\s[A-Z])"
)
_AND = re.compile(r"\s(?:and|&)\s")


class Bodies:
    """The organisations of a text, each with the words that say what it is."""

    def __init__(self, text: str) -> None:
        self._described: dict[str, set[str]] = {}
        self._longer: dict[str, str] = {}
        for match in _OF.finditer(text):
            if any(word in BODIES for word in match["name"].casefold().split()):
                whole = without_title(match[0])
                self._longer.setdefault(without_title(match["name"]), whole)
                self._longer.setdefault(_AND.split(whole)[0], whole)
        for match in _CLUB.finditer(text):
            self._described.setdefault(match[0], {"club"})
        for pattern in (_APPOSED, _ITS, _BEFORE):
            for match in pattern.finditer(text):
                name, what = match["name"], match["what"]
                if pattern is _APPOSED and what and name.endswith(("'s", "’s")):
                    self._longer[without_title(name)] = name  # it is a part of the name
                self._described.setdefault(without_title(match["name"]), set()).update(
                    {what} if what else ()
                )

    def __contains__(self, name: object) -> bool:
        """Whether the text says of this name that it is one of an organisation."""
        return name in self._described

    def full_name(self, name: str) -> str:
        """Return "Reserve Bank of Valdoria" of "Reserve Bank"."""
        return self._longer.get(name, name)

    def called(self, role: str, last: str) -> str:
        """Return which one "the company" is: `last` if it may be, else the first that is one.

        Empty where none can be called so.
        """
        is_sure = bool(last) and role in self._words_of(last)
        fitting = [] if is_sure else self._fitting(role)
        if last and (is_sure or (self._may_be(last, role) and (role in FIRMS or not fitting))):
            return last
        return next(iter(fitting), "")

    def _fitting(self, role: str) -> list[str]:
        """Return the bodies that are one by what is said of them, or by their names."""
        named = [*self._described, *dict.fromkeys(self._longer.values())]
        return [name for name in named if role in self._words_of(name)]

    def _may_be(self, name: str, role: str) -> bool:
        said = self._words_of(name)
        if role in said or not said:
            return True
        return role in FIRMS and bool(said & FIRMS or said - _NO_FIRMS)

    def _words_of(self, name: str) -> set[str]:
        """Return what is said of it, in its own name too: "bank" of "Bank of Valdoria"."""
        own = {word for word in name.casefold().split() if word in BODIES}
        if not _CLUBS.isdisjoint(name.split()):
            own.add("club")
        return self._described.get(name, set()) | own
