"""Other readers of dates in words, each behind one question: on which day does this end?

Each is set up as its documentation advises for words about the future. Where that leaves a choice,
the one is taken that gives it more right answers, so that the comparison errs on its side.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from importlib.util import find_spec

EndDay = Callable[[str, date], date | None]
"""Text and the day it was said to the last day that it can mean, or None where it has no date."""

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class OtherReader:
    """A package that reads dates, and how it is asked."""

    package: str
    module: str
    make: Callable[[], EndDay]

    @property
    def is_installed(self) -> bool:
        """Whether it can be measured; one that is there but does not start is an error."""
        return find_spec(self.module) is not None

    @property
    def name(self) -> str:
        """Its name, with the version where there is one."""
        return f"{self.package} {version(self.package)}" if self.is_installed else self.package


def _at_midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _dateparser() -> EndDay:
    import dateparser

    def end_day(text: str, said: date) -> date | None:
        settings = {
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": _at_midnight(said),
            "PREFER_DAY_OF_MONTH": "last",
            "PREFER_MONTH_OF_YEAR": "last",
        }
        # Told the language it is many times quicker than when it guesses, and as often right.
        found: datetime | None = dateparser.parse(text, languages=["en"], settings=settings)
        return found.date() if found else None

    return end_day


def _parsedatetime() -> EndDay:
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def end_day(text: str, said: date) -> date | None:
        found: datetime
        found, status = calendar.parseDT(text, sourceTime=_at_midnight(said))
        return found.date() if status else None  # 0: nothing read, and the moment is the source's

    return end_day


def _recognizers() -> EndDay:
    from recognizers_date_time import Culture, DateTimeRecognizer

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def end_day(text: str, said: date) -> date | None:
        ends = [
            end
            for found in model.parse(text, _at_midnight(said))
            for value in (found.resolution or {}).get("values") or ()
            if (end := _end_of(value, found.text, said)) is not None
        ]
        # Its values are the past and the coming date of a wording such as "in May".
        return max((end for end in ends if end >= said), default=max(ends, default=None))

    return end_day


def _end_of(value: Mapping[str, str], text: str, said: date) -> date | None:
    """The last day of one of the values that recognizers-text offers; None where it only opens."""
    if value["type"] in ("time", "timerange"):
        return said
    if value.get("end"):
        return date.fromisoformat(value["end"][:10]) - _DAY * _is_day_after(value, text)
    stated = value.get("value", "")
    match value["type"]:
        case "date" | "datetime" if stated[:1].isdigit():
            return date.fromisoformat(stated[:10])
        case "duration" if stated.isdigit():
            return said + timedelta(seconds=int(stated))
    return None


def _is_day_after(value: Mapping[str, str], text: str) -> bool:
    """Whether a value's end is the day after its last day.

    So it is for weeks, months and their like, and for what is "before" a day. Not for "13 to 15
    July", told by its length in days, nor for "by Friday", which it reads as it reads "before".
    """
    if value["type"] != "daterange":
        return False
    if not value.get("start"):
        return text.startswith("before")
    return not value.get("timex", "").endswith("D)")


def installed_and_missing() -> Iterator[tuple[OtherReader, EndDay | None]]:
    """Each reader with the function that asks it, None where its package is not installed."""
    for reader in OTHER_READERS:
        yield reader, reader.make() if reader.is_installed else None


OTHER_READERS = (
    OtherReader("dateparser", "dateparser", _dateparser),
    OtherReader("parsedatetime", "parsedatetime", _parsedatetime),
    OtherReader("recognizers-text-date-time", "recognizers_date_time", _recognizers),
)
