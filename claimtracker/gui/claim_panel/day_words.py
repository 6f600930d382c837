"""Read a day as people type it; nothing is guessed."""

import re
from datetime import date, timedelta

from claimtracker.claims.errors import ClaimTrackerError

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
_SLASHED = re.compile(r"(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4})")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY_FIRST = re.compile(
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<name>[a-z]{3,9})\.?,? (?P<year>\d{4})"
)
_MONTH_FIRST = re.compile(
    _WEEKDAY + r"(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
)


def day_from(text: str, today: date) -> date | None:
    """Read "2025-04-18", "18.4.2025", "18 Apr 2025" and their like; nothing typed is None.

    Raises ClaimTrackerError for anything else, also for 4/5/2025, which could be two days.
    """
    words = " ".join(text.split()).lower()
    if not words:
        return None
    if words in _NAMED:
        return today + timedelta(days=_NAMED[words])
    for form in (_ISO, _DOTTED, _SLASHED, _DAY_FIRST, _MONTH_FIRST):
        if match := form.fullmatch(words):
            return _day(match.groupdict(), text.strip())
    raise ClaimTrackerError(f"“{text.strip()}” is no day: write it as 2025-04-18 or 18 Apr 2025.")


def _day(parts: dict[str, str], text: str) -> date:
    try:
        if "first" in parts:
            day, month = _in_order(int(parts["first"]), int(parts["second"]), text)
        else:
            day = int(parts["day"])
            month = int(parts["month"]) if "month" in parts else _month(parts["name"])
        return date(int(parts["year"]), month, day)
    except ValueError as error:
        raise ClaimTrackerError(f"“{text}” is no day of the calendar.") from error


def _in_order(first: int, second: int, text: str) -> tuple[int, int]:
    """Day and month of 18/4/2025 or 4/18/2025: only one order fits, or both are the same day."""
    if first <= 12 and second <= 12 and first != second:
        raise ClaimTrackerError(
            f"“{text}” could be two days, by the British or the American order: "
            "write it as 2025-04-18."
        )
    return (first, second) if first > 12 or first == second else (second, first)


def _month(name: str) -> int:
    for number, month in enumerate(_MONTHS, start=1):
        if month.startswith(name) or name == "sept" == month[:4]:
            return number
    raise ValueError(name)
