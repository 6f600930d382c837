"""Who is meant by "he", "the ministry", "its chairwoman": whoever spoke or was spoken of last."""

import re

from claimtracker.articles.attribution import Attribution
from claimtracker.articles.bodies import BODIES, FIRMS, Bodies
from claimtracker.articles.issuer import Issuer, without_article
from claimtracker.articles.people import NAME, People, is_person, without_title
from claimtracker.articles.subjects import ROLES, SEVERAL, subject_of
from claimtracker.articles.word_lists import words

_NAME = re.compile(NAME)
_NAME_AT_END = re.compile(rf"{NAME}$")
_PRONOUN = re.compile(r"(?:he|she|they|it|i|we)$", re.IGNORECASE)
_OF_BODIES = frozenset({"it", "they"})
_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their|our)\s", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?P<whose>.+?)[’']s?\s(?:press\s|private\s|media\s)?(?P<what>office|spokesman|spokeswoman|spokesperson|team|lawyer)$"
)
_SPOKESMAN_OF = re.compile(
    r"(?:spokes\w+|officials?|source|lawyer|statement)\s(?:for|of|at|from)\s(?:the\s)?"
    rf"(?:[a-z]+\s){{0,3}}(?P<body>{NAME}.*)$"
)
_BODY_FIRST = re.compile(
    rf"^(?i:{_ARTICLE.pattern})?(?!An?\s|The\s|His\s|Her\s|Its\s)(?P<body>{NAME})\sspokes\w+$"
)
_SEVERAL = re.compile(rf"(?=[A-ZÀ-Þ\d][\w-]*\s){SEVERAL}")
"""Several by what they are: "Six countries", "European regulators"."""
_MEMBERS = re.compile(
    r"(?:(?:[Tt]he|[Mm]ost|[Aa]ll|[Oo]ther)\s)?(?:[Mm]embers|[Cc]ouncillors|[Tt]rustees|[Dd]irectors)"
)
_NAMELESS_PERSON = re.compile(r"\b(?:spokes\w+|agent|lawyer|solicitor|adviser|aide|official)\b")
_OF_A_BODY = re.compile(
    rf"^(?:{_ARTICLE.pattern})?(?P<body>[a-z-]+)\sspokes\w+$|^(?:{_ARTICLE.pattern})?spokes\w+"
    r"\s(?:for|of|at|from)\s(?P<whose>(?:the|its|their|an?)\s[a-z -]+)$",
    re.IGNORECASE,
)
"""Of a body by what it is: "a club spokeswoman", "a spokesman for the board"."""
_NAMELESS = ("spokes", "official", "source")
_OF = re.compile(rf"(?P<who>{NAME})\s(?:of|from)\s")
"""Somebody with what he belongs to: "Tomas Brezik of Clean Rivers"."""
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}")
_OWNED = re.compile(rf"{NAME}[’']s?\s(?P<what>(?:[a-z-]+\s?)+)$")
_POSSESSED = re.compile(rf"(?:[Tt]he\s)?{NAME}(?:s[’']|[’']s)\s(?P<name>{NAME})")
_UNION = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]*\s){1,4}(?P<what>[A-ZÀ-Þ][a-z]+)")
_BELONGING = re.compile(r"\s(?:of|for|at)\s")
_PROPER = re.compile(rf"{NAME}\s(?:of|for|and)\s(?:the\s)?{NAME}")
_GROUPS = words(
    "parties sides leaders ministers countries nations governments companies unions members"
    " policymakers lawmakers pair trio coalition state region city town seven six five four three"
    " two trustees"
)
"""Several who speak as one, named by what they are."""
_OWN_NAME = re.compile(r"^(?:[A-ZÀ-Þ][\w’'.-]+\s)+[a-z-]+$")
"""A body that its words name: "Dabaran government"."""
_BODY_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(BODIES))})\s{NAME}$")
"""A body by what it is and its name: "the grid operator Nordnet"."""
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_THE = re.compile(r"[Tt]he\s")
_ITS = re.compile(r"(?:[Ii]ts|[Tt]heir)\s")
_FORMER = re.compile(r"\b(?:former|ex-\w+|then-\w+|previous|new|other|another)\b")
"""Before a role of somebody who was not spoken of before: "the former mayor"."""
_TITLED = re.compile(rf",\s(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s(?P<name>{NAME}),")
_BESIDE = 60  # characters behind a subject in which its name may follow


class Speakers:
    """Resolves the subjects of a text from its beginning to its end, and remembers them."""

    def __init__(self, people: People, bodies: Bodies, issuer: Issuer | None) -> None:
        self._people = people
        self._bodies = bodies
        self.last = ""  # who spoke last
        self.coming = ""  # who is the next to be named
        self._person = ""  # the last person in subject position
        self._own = self._body = issuer.name if issuer and not issuer.is_person else ""

    @property
    def likeliest(self) -> str:
        """Who speaks where nobody is named beside a quotation."""
        return self.last or self._person

    def spoke(self, speaker: str, described: str = "") -> None:
        """Remember who spoke; "he" behind "a spokesman for the bank" is that spokesman."""
        if not speaker:
            return
        self.last = speaker
        is_person = self._people.knows(speaker)
        if is_person or _NAMELESS_PERSON.search(described):
            self._person = speaker
        if not is_person:
            self._body = speaker

    def tells_of(self, narration: str, start: int) -> None:
        """Remember of whom a sentence tells, for "he" and "the company" after it."""
        subject = self.subject(narration, start)
        is_body = self.is_body(subject) or bool(re.search(r"\bits\b", narration))
        if not subject or not (is_body or self._people.knows(subject)):
            return
        if is_body and not self._people.knows(subject):
            self._body = subject
        else:
            self._person = subject

    def subject(self, narration: str, start: int) -> str:
        """Return of whom a sentence tells: its subject, else the first person that it names."""
        found, beside = subject_of(narration)
        bearer = self._people.full_name(beside, start)
        if self._people.knows(bearer):
            return bearer
        name = self.named(found, start) if found else ""
        if name and (self._people.knows(name) or self._is_one(found, name)):
            return name
        people = (self._people.full_name(found[0], start) for found in _NAME.finditer(narration))
        return next((person for person in people if self._people.knows(person)), name)

    def named_in(self, attribution: Attribution, narration: str, start: int) -> str:
        """Return who is named; of "its chairwoman, Hannah Pryce," it is the person."""
        subject = attribution.subject
        name = self.named(subject, start)
        is_plain = not (_ARTICLE.match(subject) or _OFFICE.match(subject) or subject[0].islower())
        if (is_plain and self._people.knows(name)) or _POSSESSED.fullmatch(subject):
            return name
        end = attribution.end if attribution.is_leading else attribution.end + _BESIDE
        beside = narration[attribution.subject_start : end].split(". ")[0]
        people = [without_title(match[0]) for match in re.finditer(NAME, beside)]
        known = [one for one in people if self._people.knows(one) and is_person(one)]
        titled = _TITLED.search(beside)
        if not known and titled:
            return self._people.full_name(titled["name"], start)
        return known[-1] if known else name

    def named(self, subject: str, start: int) -> str:
        """Return the full name of whoever is named so at this place of the text."""
        subject = subject.strip()
        if is_pronoun(subject):
            meant = self._body if subject.casefold() in _OF_BODIES else self._person
            return meant or self.last
        for called in (self._by_office, self._by_body, self._by_number, self._by_owner):
            if name := called(subject, start):
                return name
        if not _ARTICLE.match(subject):
            return self._bodies.full_name(self._people.full_name(subject, start))
        return self._described(subject)

    def _by_office(self, subject: str, start: int) -> str:
        """Return whose office, lawyer or spokesman it is: "Brook's office", "Brook of Norda"."""
        office = _OFFICE.match(subject)
        if office is None:
            of = _OF.match(subject)
            person = self._people.full_name(of["who"], start) if of else ""
            return person if self._people.knows(person) else ""
        is_described = bool(_ARTICLE.match(office["whose"])) and office["what"] != "office"
        if is_described or office["whose"].split()[-1] in BODIES:
            return self.named(office["whose"], start)
        if office["what"] == "office":
            return without_article(subject)
        return self._people.full_name(office["whose"], start)

    def _by_body(self, subject: str, _start: int) -> str:
        """Return for which body a nameless person speaks: "a spokesman for the board"."""
        body = _SPOKESMAN_OF.search(subject) or _BODY_FIRST.search(subject)
        if body:
            return without_article(body["body"])
        nameless = _OF_A_BODY.match(subject)
        what = (nameless["body"] or nameless["whose"] or "").split()[-1:] if nameless else []
        return self._body_called(f"the {what[0]}", what[0]) if what and what[0] in BODIES else ""

    def _by_number(self, subject: str, _start: int) -> str:
        """Return several who speak as one: "Members" of a council, "Six countries"."""
        if _MEMBERS.fullmatch(subject):
            return self._own or self._bodies.called("council", self._body) or subject
        return subject if _SEVERAL.fullmatch(subject) else ""

    def _by_owner(self, subject: str, start: int) -> str:
        """Return who is named by whose he is: "Norda's chairman", "the Miners' Union"."""
        possessed = _POSSESSED.fullmatch(subject)
        if possessed:
            bearer = self._people.full_name(possessed["name"], start)
            return bearer if self._people.knows(bearer) else without_article(subject)
        owned = _OWNED.match(subject)
        what = owned["what"].split()[-1] if owned else ""
        if owned and what in ROLES and what not in BODIES:
            return self._people.in_role(owned["what"], self._person) or subject
        return subject if what in BODIES else ""

    def _is_one(self, subject: str, name: str) -> bool:
        """Whether a subject names somebody or something that can act: "he", "the company"."""
        return is_pronoun(subject) or bool(_ARTICLE.match(subject)) or self.is_body(name)

    def is_person(self, subject: str) -> bool:
        """Whether a subject is no pronoun and no "the company" for what was just named."""
        last = subject.split()[-1].casefold()
        return not (is_pronoun(subject) or (_ARTICLE.match(subject) and last in BODIES))

    def is_body(self, name: str) -> bool:
        """Whether a name is one of an organisation as far as the text and its words show."""
        return name in self._bodies or any(word in BODIES for word in name.casefold().split())

    def labelled(self, label: str) -> str:
        """Return whose words follow a transcript's label: "MS. SMITH"."""
        name = self.name_of_label(label)
        self.spoke(name)
        return name

    def name_of_label(self, label: str) -> str:
        """Return who is meant by a label: by his name, in capitals or not, or its letters."""
        initials = self._people.with_initials(label) if _INITIALS.fullmatch(label) else ""
        return initials or self._people.full_name(label.title() if label.isupper() else label, 0)

    def _described(self, subject: str) -> str:
        """Return who "the finance minister Ann Lee", "the company", "a spokesman" is."""
        plain = without_article(subject)
        if _PROPER.fullmatch(plain):
            return self._bodies.full_name(plain)
        union = _UNION.fullmatch(plain)
        if union and union["what"].casefold() in BODIES:
            return plain  # "European Union"
        named = _NAME_AT_END.search(_bare(subject))
        if named and " " in named[0] and is_person(without_title(named[0])):
            return without_title(named[0])
        if named and (named[0].isupper() or _BODY_NAMED.search(subject)):
            return self._bodies.full_name(named[0])  # "the rail union TRU"
        role = _BELONGING.split(plain)[0].split()[-1].casefold()
        if role.startswith(_NAMELESS):
            called = _bare(subject)
            return called if _CAPITAL.search(called) else self._body or called
        if role in _GROUPS:
            return _bare(subject)
        if role in BODIES:
            return self._body_called(subject, role)
        return self._in_role(subject, role)

    def _in_role(self, subject: str, role: str) -> str:
        """Return who "the minister", "its director", "his agent" is."""
        known = self._people.in_role(_bare(subject), self._person)
        if role.split("-")[-1] not in ROLES:
            return known or _bare(subject)
        if not known and self._body and _ITS.match(subject):
            return self._body  # "its director" speaks for it
        if known or _FORMER.search(subject) or self._people.is_another(role, self._person):
            return known or without_article(subject)
        if _NAMELESS_PERSON.search(subject) and not _THE.match(subject):
            return _bare(subject)
        return self._person or self.coming or without_article(subject)

    def _body_called(self, subject: str, role: str) -> str:
        """Return which body "the company" or "the Dabaran government" is."""
        plain = without_article(subject)
        if _OWN_NAME.match(plain) and role not in FIRMS:
            return plain
        own = self._bodies.full_name(plain) if plain[0].isupper() else plain
        return own if own != plain else self._bodies.called(role, self._body) or plain


def is_pronoun(subject: str) -> bool:
    """Whether somebody is named by a pronoun only."""
    return bool(_PRONOUN.match(subject))


def _bare(subject: str) -> str:
    """Return "director" of "its director"."""
    article = _ARTICLE.match(subject)
    return subject[article.end() :] if article else subject
