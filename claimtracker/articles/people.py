"""The people and organisations of a text: full names, surnames and pronouns resolved."""

import re
from bisect import bisect_right
from typing import NamedTuple

from claimtracker.articles.word_lists import words

_WORD = r"(?:[A-ZÀ-ÖØ-ÞŁŚŠŽČĐİŞ][\w’'.-]*[\w]|[A-ZÀ-ÖØ-Þ]\.?)"
_JOINING = r"(?:de|da|di|do|dos|del|della|van|von|der|den|bin|ibn|al|el|la|le|ter|ten|af|av|y)"
NAME = rf"{_WORD}(?:[ \u00a0](?:{_JOINING}[ \u00a0])*{_WORD})*"
"""Words with capitals side by side: "US President Donald Trump", "Ursula von der Leyen"."""
_NAME = re.compile(rf"\b{NAME}")

_TITLES = words(
    "mr mrs ms miss dr sir lord lady dame prof professor president vice-president vice prime"
    " minister secretary of state senator sen representative rep congressman congresswoman"
    " governor gov mayor chancellor king queen prince princess pope cardinal bishop archbishop"
    " general gen colonel col captain capt major lieutenant lt admiral judge justice chief"
    " executive ceo cfo chairman chairwoman chair chairperson director head coach foreign finance"
    " defence defense interior health education transport energy housing justice trade treasury"
    " home environment labour labor culture agriculture economy justice deputy first acting former"
    " ex-president premier speaker leader councillor cllr mp mep msp commissioner attorney"
    " ambassador spokesman spokeswoman spokesperson the a an and us u.s uk eu un nato american"
    " british english scottish welsh irish french german italian spanish portuguese dutch belgian"
    " swiss austrian polish czech slovak hungarian romanian bulgarian greek turkish russian"
    " ukrainian belarusian norwegian swedish danish finnish estonian latvian lithuanian chinese"
    " japanese korean indian pakistani iranian iraqi israeli palestinian saudi egyptian canadian"
    " mexican brazilian argentine australian kenyan nigerian european republican democratic"
    " democrat conservative labour liberal green north south east west"
)
_OFFICES = words(
    "president minister secretary senator governor mayor chancellor commissioner speaker premier"
    " director chairman chairwoman chair executive chief spokesman spokeswoman spokesperson judge"
    " justice ambassador leader councillor cllr attorney general coach manager captain head"
)
"""Words behind which a name begins: "Press Secretary Dana Whitlock"."""
_NO_PERSON = words(
    "house office bank ministry department council party university commission union committee"
    " court parliament senate congress assembly agency authority service trust hospital school"
    " college club fc united city county airport airways airlines railway rail group company corp"
    " inc ltd plc llc gmbh fund foundation institute association federation league board bureau"
    " treasury pentagon kremlin government administration state states kingdom republic street"
    " road avenue square park river lake sea ocean bridge station line award prize act bill"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december energy rail water power transport"
    " news times post herald guardian reuters international national federal global world"
    " security nations army navy force forces police fire region province island islands bay"
    " team programme program project plan fund strategy network alliance campaign society centre"
    " center museum theatre library church"
)
_STARTS = words(
    "but and so then if when while after before since because as in on at by for with from to of"
    " this that these those there here it he she they we i you his her their our my its who what"
    " why how no not yes earlier later meanwhile however although though also both either neither"
    " last next today yesterday tomorrow asked speaking writing only even once until unless under"
    " will would can could may might must should shall do does did is are was were has have had"
    " over according some many most all each every another other such now still"
)
_POSSESSIVE = re.compile(r"[’']s?$")


class Person(NamedTuple):
    """A person by the full name, and the place in the text where it stands first."""

    name: str
    start: int


class People:
    """Who is named in a text; answers with full names as far as the text gives them."""

    def __init__(self, text: str) -> None:
        self._by_surname: dict[str, list[Person]] = {}
        for match in _NAME.finditer(text):
            name = without_title(match[0])
            if len(name.split()) >= 2 and is_person(name):
                found = self._by_surname.setdefault(name.split()[-1].casefold(), [])
                if all(person.name != name for person in found):
                    found.append(Person(name, match.start()))

    def full_name(self, named: str, place: int) -> str:
        """Return the full name of somebody named so at this place of the text.

        Of several people of one surname it is the last one named in full before that place, else
        the first after it. A first name or initial beside the surname must be the same.
        """
        name = without_title(named)
        if not name:
            return ""
        bearers = self._by_surname.get(name.split()[-1].casefold(), [])
        if len(name.split()) > 1 or not bearers:
            return name
        number = bisect_right([person.start for person in bearers], place)
        return bearers[max(0, number - 1)].name

    def knows(self, name: str) -> bool:
        """Whether this is the full name of a person in the text."""
        parts = name.split()
        bearers = self._by_surname.get(parts[-1].casefold(), []) if parts else []
        return any(person.name == name for person in bearers)


def without_title(named: str) -> str:
    """Return "Donald Trump" of "US Press Secretary Donald Trump's"."""
    parts = _POSSESSIVE.sub("", named.strip()).split()
    offices = [number for number, word in enumerate(parts[:-1]) if word.casefold() in _OFFICES]
    parts = parts[offices[-1] + 1 :] if offices else parts
    while parts and (parts[0].casefold().strip(".") in _TITLES or parts[0].casefold() in _STARTS):
        parts.pop(0)
    return " ".join(parts).rstrip(".,")


def is_person(name: str) -> bool:
    """Whether a name is one of a person as far as its words show: no office, no place of one."""
    parts = name.casefold().replace("’", "'").split()
    return 1 <= len(parts) <= 5 and _NO_PERSON.isdisjoint(parts) and not name.isupper()
