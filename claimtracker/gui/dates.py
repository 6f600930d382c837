"""Days and windows in words, as look.md sets them: "Mon 21 – Sun 27 Apr 2025"."""

from datetime import date

from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import State

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_text(day: date | None, today: date) -> str:
    """One day, the year left out when it is this one; no day is the empty text."""
    if day is None:
        return ""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_DAYS[day.weekday()]} {short_day(day)}{year}"


def short_day(day: date) -> str:
    """Day and month: "21 Apr"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def window_text(window: Window, today: date) -> str:
    """The whole window, with a third day where strict and generous end differ."""
    opens, due, latest = window.opens_on, window.due_on, window.latest_on
    if due is None and latest is None:
        return f"from {day_text(opens, today)}" if opens else ""
    if due is None or latest is None or due == latest:
        return span_text(opens, latest or due, today)
    return f"{span_text(opens, due, today)}, at the latest {day_text(latest, today)}"


def span_text(first: date | None, last: date | None, today: date) -> str:
    """Two days with what they share said once."""
    if first is None or last is None or first == last:
        return day_text(last or first, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_DAYS[first.weekday()]} {first.day} – {day_text(last, today)}"
    if first.year == last.year:
        return f"{_DAYS[first.weekday()]} {short_day(first)} – {day_text(last, today)}"
    return f"{day_text(first, today)} – {day_text(last, today)}"


def ends_text(window: Window, today: date) -> str:
    """Only the ends, for a narrow cell: "20 – 25 Apr", "by 31 Dec"."""
    due, latest = window.due_on, window.latest_on
    if latest is None:
        return f"from {_narrow(window.opens_on, today)}" if window.opens_on else ""
    if due is None or due == latest:
        return _narrow(latest, today)
    if (due.year, due.month) == (latest.year, latest.month):
        return f"{due.day} – {_narrow(latest, today)}"
    start = short_day(due) if due.year == latest.year else _narrow(due, today)
    return f"{start} – {_narrow(latest, today)}"


def _narrow(day: date, today: date) -> str:
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def days_text(days_over: int | None, state: State) -> str:
    """How far from the generous end: "5 days left", "31 days over"; nothing once settled."""
    if days_over is None or state is State.SETTLED:
        return ""
    if days_over == 0:
        return "last day"
    count = abs(days_over)
    unit = "day" if count == 1 else "days"
    return f"{count} {unit} {'over' if days_over > 0 else 'left'}"
