"""What figures can stand for: a number, a day, a year, a date in figures, a quarter."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from .dates import DayOfMonth, Month, MonthDay, Numeric, Year, two_digit_year
from .items import NO_DATE, Item
from .joins import SpanOf
from .measures import exactly
from .running import Block, Decade
from .windows import Period

_MOST_FIGURES = 9
_TOO_MANY = 10**9
_LIKELY_YEARS = range(1900, 2200)  # bare, any other number is no year
_YEARS_LONG_AGO = range(1500, 1900)  # only where hardly anything else can be meant: "in 1898"
_MONTHS = 12
_KEPT = 4096
CLOCK = Item({"CLOCK": None, "HOUR": None})


def number_of(figures: str) -> int:
    """Return the number, capped: longer ones leave every calendar."""
    return int(figures) if len(figures) <= _MOST_FIGURES else _TOO_MANY


@lru_cache(_KEPT)
def number_item(number: int, *, is_year: bool = False) -> Item:
    """Return all that a whole number can stand for."""
    kinds: dict[str, object] = {"NUMBER": number, "QUANTITY": exactly(number)}
    if 1 <= number <= 31:
        kinds["DAY"] = number
    if is_year and number in _LIKELY_YEARS:
        kinds["YEARLY"] = kinds["FIGURES"] = kinds["YEAR"] = Year(number)
    if is_year and number in _YEARS_LONG_AGO:
        kinds["OLD_YEAR"] = Year(number)
    return Item(kinds)


@lru_cache(_KEPT)
def ordinal_item(number: int, *, is_sure: bool = False) -> Item:
    """Return all that "third" can stand for; "3rd" in figures is more likely a day."""
    kinds: dict[str, object] = {"ORDINAL": number}
    if 1 <= number <= 31:
        kinds["DAY"] = kinds["DAYTH"] = number
        if is_sure:
            kinds["FIGURES"] = DayOfMonth(number)
            kinds["DAY_IN_FIGURES"] = number
        else:
            kinds["SPELLED"] = None
    return Item(kinds)


def _item(period: Period) -> Item:
    return Item(dict.fromkeys(period.keys, period))


def _close(text: str) -> str:
    """Return the text without its blanks, of which Unicode has more than `int` passes over."""
    return "".join(text.split())


def _number(text: str) -> Item:
    if len(text) == 4 and text[0] == "0":
        return CLOCK  # "0710"
    return number_item(number_of(text.replace(",", "")), is_year=len(text) == 4)


def _ordinal(text: str) -> Item:
    return ordinal_item(number_of(text[:-2]), is_sure=True)


def _decimal_or_day(text: str) -> Item:
    """Return "2.5", which is a number, or a day and a month where nothing speaks against it."""
    mark = "/" if "/" in text else "."
    first, second = _close(text).split(mark)
    if mark == "/":
        slashed = Numeric(None, int(first), int(second))
        return Item({"FIGURES": slashed, "SLASHED": slashed})
    kinds: dict[str, object] = {"QUANTITY": exactly(float(f"{int(first)}.{int(second)}"))}
    if int(second) == 0 or int(first) == 0:
        return Item(kinds | {"CLOCK": None})
    if int(second) > _MONTHS:  # "at 7.30 on Friday"
        kinds |= {"CLOCK": None}
    dotted = _dotted(None, int(first), int(second))
    return Item(kinds | {"FIGURES": dotted, "DOTTED": dotted})


def _dotted(year: Year | None, first: int, second: int) -> Numeric | MonthDay:
    """Return a date with dots: the day comes first wherever it can."""
    return MonthDay(year, second, first) if second <= _MONTHS else Numeric(year, first, second)


def _dotted_day(text: str) -> Item:
    """Return "24.8.", which the second dot marks as a date."""
    day, month = (int(part) for part in text.split(".")[:2])
    if not 1 <= month <= 12:
        return NO_DATE
    dated = MonthDay(None, month, day)
    return Item(dict.fromkeys((*dated.keys, "DOTTED"), dated))


def _three_figures(text: str) -> Item:
    mark = next(sign for sign in "-/." if sign in text)
    one, two, three = text.split(mark)
    if len(one) == 4:
        return _item(_year_first(Year(int(one)), int(two), int(three)))
    if len(one) == 3 or len(three) not in (2, 4) or (len(three) == 4 and three[0] == "0"):
        return NO_DATE  # "version 1.1.1", "168.1.10"
    year = two_digit_year(int(three))
    if mark == ".":
        return _item(_dotted(year, int(one), int(two)))
    return _item(Numeric(year, int(one), int(two)))


def _year_first(year: Year, month: int, day: int) -> MonthDay:
    return MonthDay(year, day, month) if month > 12 >= day else MonthDay(year, month, day)


def _year_and_month(text: str) -> Item:
    one, two = (int(part) for part in _close(text).replace("/", "-").split("-"))
    year, month = (one, two) if one > two else (two, one)
    if 1 <= month <= 12:
        return _item(Month(Year(year), month))
    if (one + 1) % 100 == two:  # "2027-28"
        return _item(SpanOf(Year(one), Year(one + 1)))
    return NO_DATE


_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


def _mixed(text: str) -> Item:
    """Return "2½", "3 1/2"."""
    fraction = next(written for written in _FRACTIONS if text.endswith(written))
    whole = int(_close(text.removesuffix(fraction)))
    return Item({"QUANTITY": exactly(whole + _FRACTIONS[fraction])})


def _short_year(text: str) -> Item:
    return number_item(two_digit_year(int(text[1:])).year, is_year=True)


def _decade(text: str) -> Item:
    figures = int("".join(filter(str.isdecimal, text)))
    is_short = figures < 100
    return _item(Decade((2000 + figures if is_short else figures) // 10 * 10, is_short=is_short))


def _clock(text: str) -> Item:
    """Return a time of the day; "2H25" in capitals is half a year."""
    if len(text) == 4 and text[0] in "12" and text[1] == "H" and int(text[2:]) >= 10:
        return _item(Block(two_digit_year(int(text[2:])), int(text[0]), 6))
    return CLOCK


def _amount(text: str) -> Item:
    return NO_DATE


_KINDS: dict[str, tuple[str, Callable[[str], Item]]] = {
    "amount": (
        r"[$£€¥]\s?\d[\d,.]{0,20}|\d[\d,.]{0,20}\s?(?:%|per\s?cent\b|[mb]n\b)"
        r"|\d[\d,]{0,15}\.\d{1,6}(?=\s(?:million|billion|trillion|millionen|milliarden?|prozent|percentage|points|per)\b)",
        _amount,
    ),
    "three": (r"\d{1,4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,4}(?!\d)", _three_figures),
    "clock": (
        r"\d{1,2}(?:[:.]\d{2})?\s?[ap](?:\.?m\b\.?|\b)|\d{1,2}[:h]\d{2}(?::\d{2})?(?!\d)"
        r"|\d{1,2}\s?(?:o'clock|uhr|noon|midnight|midday)\b",
        _clock,
    ),
    "month": (
        r"(?:\d{4}(?:\s?[-/]|[-/]\s)\d{1,2}|(?<![a-z])\d{1,2}(?:\s?[-/]|[-/]\s)\d{4})"
        r"(?!\d|[-/][a-z])",
        _year_and_month,
    ),
    "dotted": (r"\d{1,2}\.\d{1,2}\.(?!\d)", _dotted_day),
    "mixed": (r"\d{1,3}\s?[½¼¾]|\d{1,3}\s[13]/[24](?![\d/])", _mixed),
    "two": (r"\d{1,2}(?:[/.]| / )\d{1,2}(?![\d%])(?!(?<= / \d\d)\s+[a-z])", _decimal_or_day),
    "ordinal": (r"\d{1,9}(?:st|nd|rd|th)\b", _ordinal),
    "short_year": (r"'\d{2}\b(?!['s])", _short_year),
    "decade": (r"(?<!over-)(?<!under-)'?(?:\d\d)?\d0'?s\b", _decade),
    "number": (r"\d+(?:,\d{3})*", _number),
}  # fmt: skip
"""Kinds of figures: the pattern that finds one, and what it can stand for; first match counts."""


_BEGINNING = r"(?=[\d$£€¥'])"
"""What figures of any kind begin with: other places need not be tried with each of them."""
PATTERN = f"{_BEGINNING}(?:{'|'.join(f'(?P<{name}>{kind})' for name, (kind, _) in _KINDS.items())})"


def usual_figures() -> Iterator[tuple[str, Item]]:
    """Give the figures that stand in most texts, so that a dictionary may hold them ready."""
    for number in (*range(100), *range(1900, 2100)):
        yield str(number), number_item(number, is_year=number > 100)
    for day in range(1, 32):
        ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        yield f"{day}{ending}", ordinal_item(day, is_sure=True)


@lru_cache(_KEPT)
def figure_item(kind: str, text: str) -> Item:
    """Return all that figures of this kind, in lower case but for a clock's, can stand for."""
    return _KINDS[kind][1](text)
