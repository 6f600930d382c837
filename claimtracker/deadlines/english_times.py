"""The English names of numbers, units, days, months, seasons and holidays."""

from .anchors import BEGINNING, END, EventNamed
from .dates import Relative
from .measures import Quantity
from .parts import Part, PartOf
from .recurring import Which
from .running import Fiscal, Running
from .units import (
    CENTURY,
    DAY,
    DECADE,
    FORTNIGHT,
    HOUR,
    MINUTE,
    MONTH,
    QUARTER,
    WEEK,
    WEEKEND,
    WORKING_DAY,
    WORKING_WEEK,
    YEAR,
    Unit,
)  # fmt: skip
from .windows import Period

# Counted up from zero and from first; the tables name the rest.
NUMBERS = (
    "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen,"
    " fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty"
)
LARGER_NUMBERS: dict[str, int] = {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000, "million": 10**6,
    "a dozen": 12, "dozen": 12, "half a dozen": 6, "two dozen": 24, "a hundred": 100,
    "a thousand": 1000,
}  # fmt: skip
ORDINALS = (
    "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth,"
    " thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth"
)
LARGER_ORDINALS: dict[str, int] = {"thirtieth": 30, "hundredth": 100}
QUANTITIES: dict[str, Quantity] = {
    "a couple of, couple of, a couple, couple, a pair of": Quantity(2, 2, "couple"),
    "a few, few, a handful of, a small number of, very few": Quantity(3, 4, "few"),
    "several, a number of": Quantity(4, 7, "several"),
}
SINGULAR: dict[str, Unit] = {
    "minute, min": MINUTE, "hour, hr": HOUR, "day": DAY,
    "working day, business day, workday, weekday, trading day": WORKING_DAY,
    "week, wk": WEEK, "working week, work week, business week": WORKING_WEEK,
    "weekend": WEEKEND, "fortnight": FORTNIGHT, "month": MONTH, "quarter, qtr": QUARTER,
    "year, yr": YEAR, "decade": DECADE, "century": CENTURY,
}  # fmt: skip
PLURAL: dict[str, Unit] = {
    "minutes, mins, seconds": MINUTE, "hours, hrs": HOUR, "days": DAY,
    "working days, business days, workdays, weekdays, trading days": WORKING_DAY,
    "weeks, wks": WEEK, "weekends": WEEKEND, "fortnights": FORTNIGHT, "months": MONTH,
    "quarters, qtrs": QUARTER, "years, yrs": YEAR, "decades": DECADE, "centuries": CENTURY,
}  # fmt: skip
# Places in a row by a word of their own; -1 is the last.
PLACES: dict[str, int] = {"last": -1, "final": -1, "latter": 2}
WHICH: dict[str, Which] = {
    "this, current, same, all, the running, ongoing, present": Which.THIS,
    "next": Which.NEXT,
    "coming, upcoming, following, forthcoming, this coming, this upcoming, ensuing": Which.COMING,
    "last, past, previous": Which.LAST,
}
# A bare "start" or "beginning" is more often a verb: they need their "of".
PARTS: dict[str, Part] = {
    "early, start of, beginning of, the start of, the beginning of, at the start of, outset of,"
    " at the beginning of, first days of, the first days of, opening of, the early part of,"
    " early part of, first few days of": Part.EARLY,
    "mid, middle of, the middle of, in the middle of, midway through, halfway through": Part.MID,
    "late, the late part of, latter part of, the latter part of": Part.LATE,
    "end of, the end of, at the end of, close of, the close of, last days of, the last days of,"
    " final days of, the final days of, tail end of, turn of": Part.END,
    "later": Part.LATER,
    "rest of, remainder of, remaining of, the rest of, the remainder of, balance of": Part.REST,
}  # fmt: skip
PERIODS: dict[str, Period] = {
    "today, tonight, this day, at present, at the present time, this evening, this morning,"
    " this afternoon, later today, later tonight, eod, end of day, end of the day, end of today,"
    " close of play, by midnight tonight": Relative(0),
    "tomorrow, overnight, the next day, the following day, tmrw": Relative(1),
    "the day after tomorrow, day after tomorrow": Relative(2),
    "yesterday": Relative(-1),
    "in the new year, early in the new year, early new year": PartOf(Part.EARLY, Running(YEAR, 1)),
    "eow, week's end": PartOf(Part.END, Running(WEEK, 0)),
    "eom, month's end, month end, month - end": PartOf(Part.END, Running(MONTH, 0)),
    "eoq, quarter's end, quarter end, quarter - end": PartOf(Part.END, Running(QUARTER, 0)),
    "eoy, year's end, year end, yearend, year - end": PartOf(Part.END, Running(YEAR, 0)),
    "boy": PartOf(Part.EARLY, Running(YEAR, 0)),
    "bom": PartOf(Part.EARLY, Running(MONTH, 0)),
    "midweek": PartOf(Part.MID, Running(WEEK, 0)),
    "midyear": PartOf(Part.MID, Running(YEAR, 0)),
    "this fiscal year, the fiscal year, fiscal year, this financial year,"
    " the financial year": Fiscal(),
    "next fiscal year, the next fiscal year, next financial year": Fiscal(offset=1),
    "day one, day 1, his first day, her first day, their first day, my first day,"
    " first day in office, inauguration, the inauguration, inauguration day, taking office,"
    " taking power, takes office,"
    " being sworn in, is sworn in, entering office, assuming office": EventNamed(BEGINNING),
    "end of term, the end of term, leaves office, he leaves office, she leaves office,"
    " they leave office, leaving office": EventNamed(END),
}  # fmt: skip
# Read as a period alone and after a bound only: elsewhere they are units ("next weekend").
WHERE_BOUND: dict[str, Period] = {"weekend": Running(WEEKEND, 0)}
TERM = ("term, presidency, mandate, tenure, premiership, term of office, term in office,"
        " time in office, administration")  # fmt: skip
MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
WEEKDAYS = (
    "monday mon mondays", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs",
    "friday fri", "saturday sat", "sunday sun",
)  # fmt: skip
SEASONS = ("spring, springtime", "summer, summertime", "autumn, fall", "winter, wintertime")
LOOK_ALIKES = "boy may mar march sat sun mon wed spring fall jan dec second"
HOLIDAYS: dict[str, str] = {
    "new year": "new year, new years, new year's, the turn of the year, turn of the year",
    "new year's day": "new year's day, new years day",
    "new year's eve": "new year's eve, new years eve",
    "valentine's day": "valentine's day, valentines day, valentine day",
    "good friday": "good friday",
    "easter": "easter, easter sunday, easter day",
    "easter monday": "easter monday",
    "orthodox easter": "orthodox easter",
    "ascension": "ascension, ascension day",
    "pentecost": "pentecost, whitsun",
    "may day": "may day",
    "halloween": "halloween",
    "christmas eve": "christmas eve",
    "christmas": "christmas, christmas day, xmas",
    "boxing day": "boxing day",
    "martin luther king day": "martin luther king day, mlk day, martin luther kings day",
    "presidents' day": "presidents day, president's day",
    "earth day": "earth day",
    "memorial day": "memorial day",
    "juneteenth": "juneteenth",
    "independence day": "independence day, the fourth of july, fourth of july",
    "labor day": "labor day, labour day",
    "columbus day": "columbus day",
    "veterans day": "veterans day",
    "thanksgiving": "thanksgiving, thanksgiving day, thanks giving day",
    "black friday": "black friday",
    "cyber monday": "cyber monday",
    "day of german unity": "day of german unity",
    "bastille day": "bastille day",
    "lunar new year": "lunar new year, chinese new year, chinese new year's day",
    "islamic new year": "islamic new year",
    "jewish new year": "jewish new year, rosh hashanah",
    "nowruz": "nowruz, navroz",
    "diwali": "diwali",
    "ramadan": "ramadan, eid",
}
