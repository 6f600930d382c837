"""The table of conventions: each has a name, words for a reader, and its value written as text.

Texts are what a person edits, what is stored, and what a report prints; `policy_from` reads them
back. A new convention is a field of `Policy` and a line of `CONVENTIONS`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from .policy import DEFAULT_POLICY, VAGUE, Amount, Ends, Policy
from .public_holidays import is_known
from .units import BY_NAME, DAY

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
NOT_SET = "not set"
_VAGUE_KEY = "vague: "
_MOST = 1000
_BETWEEN_ENDS = ", latest "
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class BadConvention(ValueError):
    """A text that is no value of its convention, or none beside `other`; the message says why."""

    def __init__(self, key: str, sentence: str, other: str = "") -> None:
        super().__init__(sentence)
        self.key, self.other = key, other


@dataclass(frozen=True)
class Kind:
    """How the values of a convention are written; `read` raises ValueError for another text."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    choices: tuple[str, ...] = ()  # where there are only so many
    form: str = ""  # what a text looks like, as an example


@dataclass(frozen=True)
class Convention:
    """One row of the table: `key` is the field of `Policy`, or "vague: " and the words."""

    key: str
    section: str
    label: str
    kind: Kind


def _one_of(names: tuple[str, ...]) -> Kind:
    return Kind(lambda value: names[value], lambda text: _place(text, names), choices=names)


def _place(text: str, names: tuple[str, ...]) -> int:
    wanted = text.strip().casefold()
    for place, name in enumerate(names):
        if name.casefold() == wanted:
            return place
    raise ValueError


def _pair(one: Kind, form: str) -> Kind:
    """Return the kind of a strict and a generous value, written once where they agree."""

    def write(value: tuple[Any, Any]) -> str:
        due, latest = (one.write(part) for part in value)
        return due if due == latest else f"{due}{_BETWEEN_ENDS}{latest}"

    def read(text: str) -> tuple[Any, Any]:
        due, *latest = re.split(r"\s*,\s*latest\s+", text.strip(), maxsplit=1, flags=re.IGNORECASE)
        first = one.read(due)
        second = one.read(latest[0]) if latest else first
        if isinstance(first, int) and second < first:
            raise ValueError
        return first, second

    return Kind(write, read, form=form)


def _number(least: float, most: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        if not _PLAIN_NUMBER.fullmatch(text.strip()):  # "1_0" and "nan" are numbers to `float`
            raise ValueError
        number = float(text)
        if not least <= number <= most:
            raise ValueError
        return number

    return read


def _read_day(text: str) -> int:
    return int(_number(1, 31)(str(int(text.strip().rstrip("stndrh")))))


_AMOUNT_UNITS = frozenset(
    {"hour", "day", "working day", "week", "fortnight", "month", "quarter", "year", "decade"}
)


def _write_amount(amount: Amount) -> str:
    plural = "s" if amount.unit and amount.number != 1 else ""
    return f"{amount.number:g} {amount.unit}{plural}".strip()


def _read_amount(text: str) -> Amount:
    count, _, unit = text.strip().partition(" ")
    name = unit.strip().removesuffix("s")
    if name and name not in _AMOUNT_UNITS:
        raise ValueError
    return Amount(_number(0, _MOST)(count), name)


def _read_ends(text: str) -> Ends:
    found = Ends(*_AMOUNTS.read(text))
    if _rough_days(found.latest) < _rough_days(found.due):
        raise ValueError
    return found


def _rough_days(amount: Amount) -> float:
    unit = BY_NAME.get(amount.unit, DAY)
    return amount.number * (unit.days or unit.months * 30)


def _read_working_days(text: str) -> tuple[int, ...]:
    days = {_place(name, WEEKDAYS) for name in text.split(",")}
    return tuple(sorted(days))


def _read_country(text: str) -> str:
    code = text.strip().upper()
    if code in ("", NOT_SET.upper()):
        return ""
    code = _OTHER_CODES.get(code, code)
    if not is_known(code):
        raise ValueError
    return code


_OTHER_CODES = {"UK": "GB"}


def _read_month_or_none(text: str) -> int | None:
    return None if text.strip().casefold() in ("", NOT_SET) else _place(text, MONTHS) + 1


def _read_share(text: str) -> float:
    return _number(0, 100)(text.strip().removesuffix("%")) / 100


_FLAG = Kind(lambda value: "yes" if value else "no", lambda text: bool(_place(text, ("no", "yes"))),
             choices=("no", "yes"))  # fmt: skip
_WEEKDAY = _one_of(WEEKDAYS)
_MONTH = Kind(lambda month: MONTHS[month - 1], lambda text: _place(text, MONTHS) + 1)
_AMOUNTS = _pair(Kind(_write_amount, _read_amount), "2 days, latest 7 days")
_ENDS = replace(_AMOUNTS, read=_read_ends)
_WEEKDAY_PAIR = _pair(_WEEKDAY, "Friday, latest Sunday")
_DAY_PAIR = _pair(Kind(str, _read_day), "15, latest 20")
_MONTH_PAIR = _pair(_MONTH, "June, latest August")
_SHARE = Kind(lambda value: f"{value * 100:g}%", _read_share, form="25%")
_WORKING_DAYS = Kind(
    lambda days: ", ".join(WEEKDAYS[day] for day in days), _read_working_days,
    form="Monday, Tuesday, Wednesday, Thursday, Friday",
)  # fmt: skip
_COUNTRY = Kind(lambda code: code or NOT_SET, _read_country, form="US")
_FISCAL = Kind(
    lambda month: MONTHS[month - 1] if month else NOT_SET, _read_month_or_none,
    choices=(NOT_SET, *MONTHS),
)  # fmt: skip

_LANGUAGES = {"English": "en", "German": "de"}
_LANGUAGE = Kind(
    lambda code: next(name for name, known in _LANGUAGES.items() if known == code),
    lambda text: _LANGUAGES[tuple(_LANGUAGES)[_place(text, tuple(_LANGUAGES))]],
    choices=tuple(_LANGUAGES),
)
_CALENDAR, _CHOICES, _PARTS, _LENGTHS = (
    "The calendar", "Words with two readings", "Parts of a week, month or year", "Vague lengths"
)  # fmt: skip
CONVENTIONS: tuple[Convention, ...] = (
    Convention("language", _CALENDAR, "Language of the words", _LANGUAGE),
    Convention("week_starts_on", _CALENDAR, "A week begins on", _WEEKDAY),
    Convention("working_days", _CALENDAR, "Working days", _WORKING_DAYS),
    Convention("country", _CALENDAR, "Country of public holidays and fiscal year", _COUNTRY),
    Convention("fiscal_year_starts_in", _CALENDAR, "A fiscal year begins in", _FISCAL),
    Convention("southern_hemisphere", _CALENDAR, "Seasons of the southern hemisphere", _FLAG),
    Convention(
        "astronomical_seasons", _CALENDAR, "A season may last to its astronomical end", _FLAG
    ),
    Convention("day_first", _CHOICES, "01/02/2026 is 1 February", _FLAG),
    Convention(
        "weekday_may_be_today", _CHOICES, "“by Friday” said on a Friday may be today", _FLAG
    ),
    Convention(
        "next_weekday_is_coming", _CHOICES, "“next Friday” is the first Friday to come", _FLAG
    ),
    Convention(
        "within_adds_a_unit", _CHOICES, "“within the week” may be a week from the day said", _FLAG
    ),
    Convention(
        "by_means_before", _CHOICES, "“by” a season, weekend or decade is due before it", _FLAG
    ),
    Convention(
        "first_day_counts", _CHOICES, "“the first 100 days” count the first day as day 1", _FLAG
    ),
    Convention("about_adds", _CHOICES, "“about four weeks” may take so much more", _SHARE),
    Convention("early_week", _PARTS, "early in the week, to", _WEEKDAY_PAIR),
    Convention("mid_week", _PARTS, "the middle of the week, to", _WEEKDAY_PAIR),
    Convention("late_week", _PARTS, "late in the week, the end of the week", _WEEKDAY_PAIR),
    Convention("weekend", _PARTS, "the weekend, to", _WEEKDAY_PAIR),
    Convention("early_month", _PARTS, "early in the month, to the", _DAY_PAIR),
    Convention("mid_month", _PARTS, "the middle of the month, to the", _DAY_PAIR),
    Convention("early_year", _PARTS, "early in the year, to the end of", _MONTH_PAIR),
    Convention("mid_year", _PARTS, "the middle of the year, to the end of", _MONTH_PAIR),
    *(Convention(f"{_VAGUE_KEY}{words}", _LENGTHS, f"“{words}”", _ENDS) for words in VAGUE),
)
_BY_KEY = {convention.key: convention for convention in CONVENTIONS}


def text_of(convention: Convention, policy: Policy = DEFAULT_POLICY) -> str:
    """Return the value that the policy gives this convention, written as text."""
    return convention.kind.write(_value(convention.key, policy))


def texts_of(policy: Policy) -> dict[str, str]:
    """Return every convention of the policy as text, by key, in the order of the table."""
    return {convention.key: text_of(convention, policy) for convention in CONVENTIONS}


def changed_texts(policy: Policy) -> dict[str, str]:
    """Return the conventions that differ from the default ones, as text by key."""
    usual = texts_of(DEFAULT_POLICY)
    return {key: text for key, text in texts_of(policy).items() if text != usual[key]}


def tidied(key: str, text: str) -> str:
    """Return a text as the table writes its value, whatever the others are; raise BadConvention."""
    kind = _BY_KEY[key].kind
    return kind.write(_read(_BY_KEY[key], text))


def policy_from(texts: Mapping[str, str]) -> Policy:
    """Return the default policy with these conventions changed; unknown keys count for nothing.

    Raises BadConvention for a text that is no value, or that contradicts another one.
    """
    fields: dict[str, Any] = {}
    vague = dict(VAGUE)
    for key, value in _read_all(texts):
        if key.startswith(_VAGUE_KEY):
            vague[key.removeprefix(_VAGUE_KEY)] = value
        else:
            fields[key] = value
    policy = replace(DEFAULT_POLICY, **fields, vague=MappingProxyType(vague))
    _check_order(policy)
    return policy


def _check_order(policy: Policy) -> None:
    """Raise BadConvention where the middle of a month or year would end before its early part."""
    for early, mid in (("early_month", "mid_month"), ("early_year", "mid_year")):
        if getattr(policy, early)[1] >= getattr(policy, mid)[0]:
            label, other = _BY_KEY[mid].label, _BY_KEY[early].label
            raise BadConvention(mid, f"“{label}” must end later than “{other}”.", early)


def _read_all(texts: Mapping[str, str]) -> Iterable[tuple[str, Any]]:
    for key, text in texts.items():
        convention = _BY_KEY.get(key)
        if convention:
            yield key, _read(convention, text)


def _read(convention: Convention, text: str) -> Any:  # noqa: ANN401  # of the type of its field
    try:
        return convention.kind.read(text)
    except (ValueError, OverflowError):
        kind = convention.kind
        usual = text_of(convention)
        form = kind.form if usual == NOT_SET else usual
        wanted = f"one of {', '.join(kind.choices)}" if kind.choices else f"like “{form}”"
        label = convention.label
        named = label if "“" in label else f"“{label}”"
        sentence = f"“{text[:40]}” does not fit {named}: write it {wanted}."
        raise BadConvention(convention.key, sentence) from None


def _value(key: str, policy: Policy) -> object:
    if key.startswith(_VAGUE_KEY):
        return policy.vague[key.removeprefix(_VAGUE_KEY)]
    return getattr(policy, key)
