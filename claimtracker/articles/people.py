"""The people and organisations of a text: full names, surnames and pronouns resolved."""

import re
from bisect import bisect_right
from collections.abc import Container
from typing import NamedTuple

from claimtracker.articles.word_lists import words

_WORD = r"(?:[A-ZÀ-ÖØ-ÞŁŚŠŽČĐİŞ][\w’'.-]{0,40}[\w]|[A-ZÀ-ÖØ-Þ]\.?)"
_JOINING = r"(?:de|da|di|do|dos|del|della|van|von|der|den|bin|ibn|al|el|la|le|ter|ten|af|av|y)"
NAME = rf"{_WORD}(?:[ \u00a0](?:{_JOINING}[ \u00a0]){{0,2}}{_WORD}){{0,7}}"
"""Words with capitals side by side: "US President Donald Trump", "Ursula von der Leyen"."""
_NAME = re.compile(rf"\b{NAME}")

_TITLES = words(
    "mr mrs ms miss madam hon rt dr sir lord lady dame prof professor president"
    " vice-president vice prime"
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
    " justice ambassador leader councillor cllr attorney general coach manager captain head officer"
    " superintendent inspector constable sergeant princess"
    " admiral marshal brigadier"
)
"""Words behind which a name begins: "Press Secretary Dana Whitlock"."""
_ROLES = _OFFICES | words(
    "professor economist analyst lawyer solicitor rector owner founder boss deputy farmer teacher"
    " commander general colonel doctor bishop councillor delegate envoy"
)
"""Words that say what a person is."""
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
    " center museum theatre library church st saint wire tribune gazette chronicle press"
)
_NO_PERSON |= words(
    "port cape mount fort puerto gulf valley harbour harbor castle palace air airline lines"
    " motors systems technologies labs holdings pharma foods mining telecom capital partners"
    " securities ventures robotics industries solutions software logistics insurance mutual"
    " instruments electronics semiconductors networks studios yards shipyards works stores"
)
"""Words of the names of companies."""
_STARTS = words(
    "but and so then if when while after before since because as in on at by for with from to of"
    " this that these those there here it he she they we i you his her their our my its who what"
    " why how no not yes earlier later meanwhile however although though also both either neither"
    " last next today yesterday tomorrow asked speaking writing only even once until unless under"
    " will would can could may might must should shall do does did is are was were has have had"
    " over according some many most all each every another other such now still"
)
_DESCRIBING = re.compile(
    r"(?:[\w’']+-(?:based|listed|owned|backed|run|led|born)|rival|start-up|startup|neighbou?ring"
    r"|[a-z]+maker|retailer|airline|insurer|lender|carrier|brewer|utility|operator)$",
    re.IGNORECASE,
)
"""Words before a name that are no part of it: "Texas-based Stormline"."""
_SHOUT = 5  # letters of a first word in capitals that is no name: "FURIOUS Ada Brook"
_HONOURS = words("kc qc mp mep msp ms td tds mla md phd obe mbe cbe jr sr esq")
"""Letters behind a name."""
_NUMBERS = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety hundreds thousands dozens"
)
_NEAR = 40  # characters beside a name
_POSSESSIVE = re.compile(r"[’']s?$")


_BESIDE = re.compile(r"(?:[a-z-]+[ \u00a0]){1,4}$"), re.compile(r",? (?:[a-z-]+[ \u00a0]?){1,5}")
"""Small words before and behind a name that may say what the person is."""


_BY_LINE = re.compile(
    r"^[ \t]*(?:by|photo|words by|text by|reporting by|interview by|interview:)[ \t:].{3,110}$",
    re.IGNORECASE | re.MULTILINE,
)
"""The names of those who write, not of those they write of."""


class Person(NamedTuple):
    """A person by the full name, the place in the text where it stands first, and the words there
    that say who it is: "health minister".
    """

    name: str
    start: int
    roles: frozenset[str]


class People:
    """Who is named in a text; answers with full names as far as the text gives them.

    `bodies` are the names that look like those of people and are none.
    """

    def __init__(self, text: str, bodies: Container[str] = ()) -> None:
        self._by_name: dict[str, Person] = {}
        self._by_part: dict[str, list[Person]] = {}  # by surname and by first name
        told = _BY_LINE.sub(lambda found: " " * len(found[0]), text)
        seen: set[str] = set()
        for match in _NAME.finditer(told):
            name = without_title(match[0])
            parts = name.casefold().split()
            if len(parts) > 1 and name not in seen and is_person(name):
                seen.add(name)
                person = Person(name, match.start(), _roles(text, match, name))
                if name not in bodies:
                    self._by_name[name] = person
                self._by_part.setdefault(parts[-1], []).append(person)
                self._by_part.setdefault(_FIRST + parts[0], []).append(person)

    def full_name(self, named: str, place: int) -> str:
        """Return the full name of somebody named so at this place of the text.

        Of several people of one surname it is the last one named in full before that place, else
        the first after it. Somebody or something named by the first word only is the one of it.
        """
        name = without_title(named)
        if not name or " " in name:
            return self._fuller(name)
        bearers = self._by_part.get(name.casefold(), [])
        if bearers:
            number = bisect_right(bearers, place, key=lambda person: person.start)
            return bearers[max(0, number - 1)].name
        called = self._by_part.get(_FIRST + name.casefold(), [])
        return called[0].name if len(called) == 1 else name

    def _fuller(self, name: str) -> str:
        """Return "Ursula von der Leyen" of "Von der Leyen", "Tom Brook" of "T. Brook"."""
        first, _, rest = name.casefold().partition(" ")
        bearers = self._by_part.get(rest.split()[-1], []) if rest else []
        for person in bearers:
            full = person.name.casefold()
            is_initial = len(first.rstrip(".")) == 1 and full.startswith(first[0])
            if full.endswith(f" {name.casefold()}") or (is_initial and full.endswith(f" {rest}")):
                return person.name
        return name

    def with_initials(self, letters: str) -> str:
        """Return the first person of these initials: "LF" is Lucia Ferrante."""
        wanted = letters.replace(".", "").casefold()
        found = (name for name in self._by_name if _initials(name) == wanted)
        return next(found, "")

    def is_another(self, role: str, name: str) -> bool:
        """Whether the text gives this person another role than that of whom it now speaks."""
        person = self._by_name.get(name)
        return person is not None and role not in person.roles and bool(person.roles & _ROLES)

    def first_in(self, text: str) -> str:
        """Return the first person that is named in full in these words."""
        named = (without_title(match[0]) for match in _NAME.finditer(text))
        return next((name for name in named if self.knows(name)), "")

    @property
    def first(self) -> str:
        """The first person named in full: in an interview, the one who is asked."""
        return next(iter(self._by_name), "")

    def knows(self, name: str) -> bool:
        """Whether this is the full name of a person in the text."""
        return name in self._by_name

    def in_role(self, described: str, likeliest: str) -> str:
        """Return who is the minister, the mayor: `likeliest` if he is one, else the only one."""
        role = set(described.casefold().split())
        bearers = [person.name for person in self._by_name.values() if role <= person.roles]
        if likeliest in bearers:
            return likeliest
        return bearers[0] if len(bearers) == 1 else ""


_FIRST = "first "
"""Before first names among the parts of names, so that none is taken for a surname."""


def _roles(text: str, match: re.Match[str], name: str) -> frozenset[str]:
    """Return the words around a name that may say what the person is."""
    before = _BESIDE[0].search(text, max(0, match.start() - _NEAR), match.start())
    behind = _BESIDE[1].match(text, match.end(), match.end() + _NEAR)
    titles = match[0].removesuffix(name)
    found = " ".join((before[0] if before else "", titles, behind[0] if behind else ""))
    return frozenset(found.casefold().split())


def without_title(named: str) -> str:
    """Return "Donald Trump" of "US Press Secretary Donald Trump's"."""
    parts = _POSSESSIVE.sub("", named.strip()).split()
    while len(parts) > 1 and (parts[0].islower() or parts[0].endswith(("'s", "’s"))):
        parts.pop(0)
    offices = [number for number, word in enumerate(parts[:-1]) if word.casefold() in _OFFICES]
    parts = parts[offices[-1] + 1 :] if offices else parts
    while len(parts) > 1 and parts[-1].casefold().strip(".") in _HONOURS:
        parts.pop()
    while parts and _is_before(parts):
        parts.pop(0)
    fields = [number for number, word in enumerate(parts[:-2]) if word.casefold() in _NO_PERSON]
    if (
        fields and parts[-2][0].isupper() and is_person(" ".join(parts[-2:]))
    ):  # "Minister for Rural Energy Ann Lee"
        parts = parts[fields[-1] + 1 :]
    return " ".join(parts).rstrip(".,")


def _is_before(parts: list[str]) -> bool:
    """Whether the first word is no part of the name: a title, a "but", a "Texas-based"."""
    first = parts[0].casefold()
    if (
        first.strip(".") in _TITLES
        or first in _STARTS
        or first.split("-")[0] in _OFFICES | _NUMBERS
    ):
        return True
    shouts = len(first) > _SHOUT and parts[0].isupper() and not parts[-1].isupper()
    return len(parts) > 1 and (shouts or bool(_DESCRIBING.match(first)))


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.casefold().split())


def is_office(name: str) -> bool:
    """Whether a name begins with an office: "Minister for Rural Energy"."""
    return name.split()[0].casefold() in _OFFICES


def is_person(name: str) -> bool:
    """Whether a name is one of a person as far as its words show: no office, no place of one."""
    parts = name.casefold().replace("’", "'").split()
    return 1 <= len(parts) <= 5 and _NO_PERSON.isdisjoint(parts) and not name.isupper()
