"""Days written out in full: "18 April 2025", "April 18, 2025", "Fri 18 Apr 2025", "2025-04-18"."""

import re
from datetime import date

_MONTHS = (
    ("january", "jan", "januar"),
    ("february", "feb", "februar"),
    ("march", "mar", "märz"),
    ("april", "apr"),
    ("may", "mai"),
    ("june", "jun", "juni"),
    ("july", "jul", "juli"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct", "oktober", "okt"),
    ("november", "nov"),
    ("december", "dec", "dezember", "dez"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?\s+"
_YEAR = r"(?P<{0}year>1[6-9]\d\d|20\d\d)(?!\d)"

# One day with its year, and its weekday before it; a group of names for each order.
DAY = (
    rf"(?:(?:on\s+)?{WEEKDAY})?(?<![\w/])(?:"
    rf"(?:the\s+)?(?P<d_day>\d\d?)(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<d_month>{MONTH})\b\.?,?\s+"
    + _YEAR.format("d_")
    + rf"|(?P<m_month>{MONTH})\b\.?\s+(?P<m_day>\d\d?)(?:st|nd|rd|th)?,?\s+"
    + _YEAR.format("m_")
    + r"|(?<![.,-])(?:"
    + _YEAR.format("i_")
    + r"(?P<i_by>[-/])(?P<i_month>\d\d)(?P=i_by)(?P<i_day>\d\d)(?!\d)"
    r"|(?P<e_day>\d\d?)\.\s?(?P<e_month>\d\d?)\.\s?" + _YEAR.format("e_") + r"|"
    r"(?P<s_one>\d\d?)(?P<s_by>[-/])(?P<s_two>\d\d?)(?P=s_by)" + _YEAR.format("s_") + "))"
)
_DAY = re.compile(DAY, re.IGNORECASE)


def day_of(found: re.Match[str]) -> date | None:
    """Return the day that a pattern with DAY in it has found; None where there is no such day.

    With slashes or hyphens, only a day above 12 tells which number is the month.
    """
    parts = found.groupdict()
    for order in ("d_", "m_", "i_", "e_"):
        if year := parts[f"{order}year"]:
            return _day(year, parts[f"{order}month"], parts[f"{order}day"])
    one, two = parts["s_one"], parts["s_two"]
    if int(one) > 12 or one == two:
        return _day(parts["s_year"], two, one)
    return _day(parts["s_year"], one, two) if int(two) > 12 else None


def only_day(text: str) -> date | None:
    """Return the day that the text begins with, as a field of a page's metadata does."""
    found = _DAY.match(text.strip())
    return day_of(found) if found else None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _MONTH_OF[month.lower()]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
