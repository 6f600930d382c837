"""The words that name a speaker: "the finance minister", "Italy's federation", "he"."""

import re

from claimtracker.articles.people import NAME

_ROLES = (
    "president prime minister vice-president foreign finance defence defense interior health"
    " education transport energy justice secretary chancellor mayor governor senator chief"
    " executive chairman chairwoman chair director manager coach captain judge general"
    " commissioner spokesman spokeswoman spokesperson leader official officials officer"
    " premier speaker ambassador lawyer head boss founder owner economist economists analyst"
    " analysts expert experts professor source sources critics researcher researchers trader"
    " traders company firm group bank club council government ministry department agency"
    " commission union party court committee authority regulator operator airline charity"
    " trust association carmaker chipmaker retailer publisher body organisation organization"
    " federation watchdog central administration airport hospital university office team board"
    " delegation secretariat consortium mission bureau society league parliament kremlin"
    " pentagon councillor undersecretary envoy delegate rector dean principal bishop treasury"
    " embassy chancellery museum college chamber mill factory alliance bloc police army"
    " military campaigners activists carrier maker manufacturer lender insurer brewer"
    " developer producer supplier utility start-up startup brand chain fund foundation"
    " institute school church academy zoo theatre superintendent inspector trustee trustees"
    " director-general secretary-general negotiator parties sides leaders ministers countries"
    " nations governments companies unions members policymakers lawmakers organisers"
    " organizers pair trio coalition country state region city town six seven five four three"
    " two tycoon billionaire businessman businesswoman entrepreneur magnate politician admiral"
)
ROLES = frozenset(_ROLES.split())
"""What those are who speak: "the minister", "the company"."""
_ROLE = "|".join(dict.fromkeys(_ROLES.split()))
_NO_TAIL = r"(?:to|declined|refused|has|have|had|did|does|was|is|will|would|who|that|which|and)\b"
DETERMINER = r"(?:the|an?|its|his|her|their|our)\b"
_DESCRIBED = (
    rf"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s(?:(?!{DETERMINER})[\w’'-]+\s){{0,3}}?(?:{_ROLE})(?:\s(?:{_ROLE}))*\b"
    rf"(?:\s(?:for|of|at)\s(?:(?:the\s)?{NAME}|(?:the|an?|its)\s(?:(?!{_NO_TAIL})[\w’'-]+\s){{0,3}}?(?!{_NO_TAIL})[a-z]+))?"
)
_OFFICE = (
    rf"(?:{NAME}|[Tt]he\s[\w-]+)[’']s?\s(?:office|spokesman|spokeswoman|spokesperson|team|lawyer)"
)
_OWNED = rf"{NAME}[’']s?\s(?:[a-z-]+\s){{0,2}}?(?:{_ROLE})(?:\s(?:{_ROLE}))*\b(?:,?\s{NAME})?"
"""A body or office by whose it is: "Italy's federation"."""
_POSSESSED = rf"(?:[Tt]he\s)?(?:[A-ZÀ-Þ][\w-]*\s){{0,2}}[A-ZÀ-Þ][\w-]*(?:(?<=s)[’']|[’']s)\s{NAME}"
"""A name with a possessive in it: "the Salmon Producers' Association"."""
SEVERAL = (
    r"(?:(?:[A-ZÀ-Þ][a-z-]+\s)?(?:[Ll]eaders|[Mm]inisters|[Oo]fficials|[Ee]nvoys|[Mm]embers|[Gg]overnments|[Oo]wners|[Bb]osses|[Uu]nions"
    r"|[Dd]irectors|[Tt]rustees|[Cc]ouncillors|[Ll]awmakers|[Pp]olicymakers|[Oo]rganisers|[Oo]rganizers|[Ee]mployers|[Rr]egulators"
    r"|(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d+)\s(?:countries|nations|states|governments|companies|parties|cities|unions|banks))"
    r"(?:\s(?:of|from|at|in)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+)?)"
)
_PRONOUN = r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b"
_BODY = rf"{NAME}\s(?:of|for)\s(?:the\s)?{NAME}"
_TITLED = rf"(?<![\w’'])(?:[a-z-]+\s){{0,3}}(?:{_ROLE})\s{NAME}"
SUBJECT = (
    rf"(?:{_OFFICE}|{_OWNED}|{_POSSESSED}|{_DESCRIBED}(?:\s{NAME})?|{SEVERAL}|{_TITLED}|{_BODY}|{NAME}"
    rf"|{_PRONOUN})"
)

_FRONTED = (
    r"(?:In|On|At|By|After|Before|During|Under|From|With|As|For|Since|Until|Earlier|Later|Meanwhile"
    r"|However|Last|Next|This|But|And|Yesterday|Today|Separately|Instead|Then|Now|According|Despite"
    r"|Through|Within|Over|Outside|Inside|Across|To|When|While|If|Once|Although|Though|Asked"
    r"|[A-Z]\w+(?:ing|ly))\b[^,]{0,60},\s"
)
"""What may stand before the subject: "In May,"."""
_BEGINNING = re.compile(
    rf"\s*(?:{_FRONTED})?(?P<subject>{SUBJECT})(?:,\s(?P<name>{NAME})(?=,)|(?=[\s,’']|$))"
)


def subject_of(narration: str) -> tuple[str, str]:
    """Return the subject with which a sentence begins, behind "In May," and the like.

    Beside it stands the name that follows: "Its chairwoman, Ann Lee,".
    """
    match = _BEGINNING.match(narration)
    return (match["subject"], match["name"] or "") if match else ("", "")
