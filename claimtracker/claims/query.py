"""The query language of the search field and of `claimtracker list`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.vocabulary import State, Verdict

WORD_FIELDS = frozenset({"claimant", "tag", "source"})
DATE_FIELDS = frozenset({"due", "latest", "opens", "stated", "review"})
CHOICES = {
    "state": frozenset(State),
    "verdict": frozenset(Verdict),
    "has": frozenset({"evidence", "deadline", "condition", "criteria", "quote", "source", "tag"}),
    "moved": frozenset({"yes", "no"}),
    "in": frozenset({"bin"}),
}
FIELDS = WORD_FIELDS | DATE_FIELDS | CHOICES.keys() | {"id"}

# A term is: an optional minus, an optional field and colon, then a quoted phrase or bare letters.
_TERM = re.compile(r'\s*(-?)(?:([A-Za-z_]+):)?(?:"([^"]*)"|([^\s"]+))?')
MOST_TERMS = 100  # SQLite ends at expressions 1,000 deep
LONGEST_QUERY = 10_000  # characters; SQLite ends at LIKE patterns of 50,000 bytes
_SURROGATE = re.compile("[\ud800-\udfff]")
_PERIOD = re.compile(r"(<=|>=|<|>)?(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True)
class Words:
    """Words to be found in the text of a claim; a phrase keeps their order."""

    text: str
    negated: bool = False


@dataclass(frozen=True)
class Choice:
    """A field that holds one of a few words (any of those between commas), or words of its own."""

    field: str
    value: str
    negated: bool = False


@dataclass(frozen=True)
class Days:
    """A date field that lies within [first, last]; an open end is None."""

    field: str
    first: date | None
    last: date | None
    negated: bool = False


Term = Words | Choice | Days


class QuerySyntaxError(ClaimTrackerError):
    """The query cannot be read; the sentence names the word."""


@dataclass(frozen=True)
class Query:
    """All terms must hold; no term means every claim outside the bin."""

    terms: tuple[Term, ...] = ()

    @property
    def is_in_bin(self) -> bool:
        """Whether the bin is looked into instead of the shelves."""
        return Choice("in", "bin") in self.terms


def parse(text: str) -> Query:
    """Read a query; raise QuerySyntaxError naming the word that is wrong."""
    terms: list[Term] = []
    position = 0
    text = text.strip()
    refuse_unreadable(text)
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None or match.end() == position:
            raise QuerySyntaxError(f"A quotation mark is missing after: {text[position:]}")
        terms.append(_term(match))
        position = match.end()
    if len(terms) > MOST_TERMS:
        raise QuerySyntaxError(f"At most {MOST_TERMS} words can be looked for at once.")
    return Query(tuple(terms))


def words_typed(text: str) -> list[str]:
    """Return the words of a search field that knows no query language, an article pasted or not.

    Raises QuerySyntaxError for more than can be looked for at once, and for broken characters.
    """
    refuse_unreadable(text)
    words = text.replace("\0", " ").split()
    if len(words) > MOST_TERMS:
        raise QuerySyntaxError(f"At most {MOST_TERMS} words can be looked for at once.")
    return words


def refuse_unreadable(text: str) -> None:
    """Raise QuerySyntaxError for a text that is too long to be looked for, or holds half a sign."""
    if len(text) > LONGEST_QUERY:
        raise QuerySyntaxError(f"A query can have at most {LONGEST_QUERY} characters.")
    broken = [word for word in text.split() if _SURROGATE.search(word)]
    if broken:
        shown = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", broken[0])
        raise QuerySyntaxError(f"A character of “{shown}” is broken.")


def _term(match: re.Match[str]) -> Term:
    minus, field, phrase, bare = match.groups()
    written = match.group().strip()
    value = phrase if phrase is not None else (bare or "")
    if not value.strip():
        raise QuerySyntaxError(f"Nothing to look for after: {written}")
    if field is None:
        return Words(value, negated=bool(minus))
    return _field_term(field.lower(), value, bool(minus), written)


def _field_term(field: str, value: str, negated: bool, written: str) -> Term:
    if field in DATE_FIELDS:
        first, last = _days(value, written)
        return Days(field, first, last, negated)
    if field in WORD_FIELDS or (field == "id" and value.isascii() and value.isdigit()):
        return Choice(field, value, negated)
    if field in CHOICES:
        if not CHOICES[field].issuperset(value.lower().split(",")):
            known = ", ".join(sorted(CHOICES[field]))
            raise QuerySyntaxError(f"Unknown word in “{written}”: {field}: takes {known}.")
        return Choice(field, ",".join(dict.fromkeys(value.lower().split(","))), negated)
    known = ", ".join(sorted(FIELDS))
    raise QuerySyntaxError(
        f"Unknown word “{written}”: the fields are {known}; put quotation marks around it to "
        "look for the words themselves."
    )


def _days(value: str, written: str) -> tuple[date | None, date | None]:
    """Turn "2025-04", "<2025-05-01" or ">=2025" into the first and last day that fit."""
    match = _PERIOD.fullmatch(value)
    if match is None:
        raise QuerySyntaxError(f"“{written}” needs a day, month or year such as 2025-04-18.")
    sign, year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise QuerySyntaxError(f"“{written}” names no day of the calendar.") from error
    last = _last_day(first, has_month=bool(month), has_day=bool(day))
    match sign:
        case "<":
            return None, _shifted(first, -1)
        case "<=":
            return None, last
        case ">":
            return _shifted(last, 1), None
        case ">=":
            return first, None
    return first, last


def _last_day(first: date, *, has_month: bool, has_day: bool) -> date:
    if has_day:
        return first
    return first + (relativedelta(day=31) if has_month else relativedelta(month=12, day=31))


def _shifted(day: date, days: int) -> date:
    """The day before or after, staying inside the calendar's ends."""
    if day in (date.min, date.max):
        return day
    return day + timedelta(days=days)
