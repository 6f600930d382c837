"""What figures can stand for: a number, a day, a year, a date in figures, a quarter."""

import re
from collections.abc import Callable

from .dates import DayOfMonth, Month, MonthDay, Numeric, Year, two_digit_year
from .lexicon import Item, period_item
from .measures import exactly
from .running import Block, Decade, Fiscal

_MOST_FIGURES = 9
_TOO_MANY = 10**9
_LIKELY_YEARS = range(1900, 2200)  # bare, any other number is no year


def number_of(figures: str) -> int:
    """Return the number, capped: longer ones leave every calendar."""
    return int(figures) if len(figures) <= _MOST_FIGURES else _TOO_MANY


def number_item(number: int, *, is_year: bool = False) -> dict[str, object]:
    """Return all that a whole number can stand for."""
    item: dict[str, object] = {"NUMBER": number, "QUANTITY": exactly(number)}
    if 1 <= number <= 31:
        item["DAY"] = number
    if is_year and number in _LIKELY_YEARS:
        item["YEARLY"] = item["FIGURES"] = Year(number)
    return item


def ordinal_item(number: int) -> dict[str, object]:
    """Return all that "3rd" or "third" can stand for."""
    item: dict[str, object] = {"ORDINAL": number}
    if 1 <= number <= 31:
        item["DAY"] = item["DAYTH"] = number
    return item


def _number(text: str) -> Item:
    figures = text.replace(",", "")
    return number_item(number_of(figures), is_year=len(text) == 4)


def _ordinal(text: str) -> Item:
    item = ordinal_item(number_of(text[:-2]))
    day = item.get("DAY")
    return item | {"FIGURES": DayOfMonth(day)} if isinstance(day, int) else item


def _decimal_or_day(text: str) -> Item:
    """Return "2.5", which is a number, or a day and a month where nothing speaks against it."""
    first, mark, second = re.split(r"([/.])", text)
    if mark == "/":
        return {"FIGURES": Numeric(None, int(first), int(second))}
    item: dict[str, object] = {"QUANTITY": exactly(float(f"{int(first)}.{int(second)}"))}
    if int(second) == 0 or int(first) == 0:
        return item | {"CLOCK": None}
    return item | {"FIGURES": _dotted(None, int(first), int(second))}


def _dotted(year: Year | None, first: int, second: int) -> Numeric | MonthDay:
    """Return a date with dots: the day comes first wherever it can."""
    return MonthDay(year, second, first) if second <= 12 else Numeric(year, first, second)


def _three_figures(text: str) -> Item:
    one, mark, two, _, three = re.split(r"([-/.])", text)
    if len(one) >= 3:
        return period_item(_year_first(Year(int(one)), int(two), int(three)))
    year = two_digit_year(int(three))
    if mark == ".":
        return period_item(_dotted(year, int(one), int(two)))
    return period_item(Numeric(year, int(one), int(two)))


def _year_first(year: Year, month: int, day: int) -> MonthDay:
    return MonthDay(year, day, month) if month > 12 >= day else MonthDay(year, month, day)


def _year_and_month(text: str) -> Item:
    one, two = (int(part) for part in re.split(r"[-/]", text))
    year, month = (one, two) if one > two else (two, one)
    return period_item(Month(Year(year), month)) if 1 <= month <= 12 else {}


def _block(text: str) -> Item:
    return period_item(Block(None, int(text[1]), 3 if text[0] in "qQ" else 6))


def _decade(text: str) -> Item:
    figures = int("".join(filter(str.isdigit, text)))
    return period_item(Decade((figures if figures >= 1000 else 2000 + figures) // 10 * 10))


def _fiscal(text: str) -> Item:
    return period_item(Fiscal(two_digit_year(int(text[2:])).year))


def _clock(text: str) -> Item:
    return {"CLOCK": None}


KINDS: dict[str, tuple[str, Callable[[str], Item]]] = {
    "three": (r"\d{1,4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,4}(?!\d)", _three_figures),
    "clock": (r"\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}[:h]\d{2}(?::\d{2})?", _clock),
    "month": (r"\d{4}[-/]\d{1,2}(?![\d])|\d{1,2}/\d{4}(?!\d)", _year_and_month),
    "two": (r"\d{1,2}[/.]\d{1,2}(?!\d)", _decimal_or_day),
    "ordinal": (r"\d{1,9}(?:st|nd|rd|th)\b", _ordinal),
    "block": (r"[qh][1-4]\b", _block),
    "fiscal": (r"fy\d{2}(?:\d{2})?\b", _fiscal),
    "decade": (r"'?(?:\d\d)?\d0'?s\b", _decade),
    "number": (r"\d+(?:,\d{3})*", _number),
}
"""Kinds of figures: the pattern that finds one, and what it can stand for; first match counts."""
