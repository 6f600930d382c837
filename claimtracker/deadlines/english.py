"""The English words of times."""

from .english_cues import CUES
from .english_holidays import HOLIDAYS
from .english_kinds import FILLERS, KINDS
from .english_sayings import SAYINGS
from .language import Language

_BREAKS = ", ".join(
    f"{when} {what}"
    for when in (
        "spring", "summer", "autumn", "fall", "winter", "easter", "christmas", "xmas",
        "thanksgiving", "whitsun", "new year", "festive", "mid - term", "school",
    )
    for what in (
        "break", "recess", "holidays", "school holidays", "vacation", "half - term", "half term",
        "half - term holiday", "adjournment", "shutdown", "getaway",
    )
)  # fmt: skip
"""Breaks that everybody has on days of their own, whatever the season or feast in their name."""

ENGLISH = Language(
    kinds={**KINDS, **SAYINGS},
    fillers=FILLERS,
    cues=CUES,
    one="a, an, another",
    numbers=(
        "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve,"
        " thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty"
    ),
    larger_numbers={
        "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 10**6,
        "billion": 10**9, "a dozen": 12, "dozen": 12, "half a dozen": 6, "two dozen": 24,
        "a hundred": 100, "a thousand": 1000, "one dozen": 12, "a million": 10**6, "a score": 20,
    },
    ordinals=(
        "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh,"
        " twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth,"
        " nineteenth, twentieth"
    ),
    larger_ordinals={"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100},
    quantities={
        "couple": "a couple of, couple of, a couple, couple, a pair of, the couple of",
        "few": (
            "a few, few, a handful of, a small number of, very few, some few, the few,"
            " handful of, just a few, only a few, precious few, a few short, a few more"
        ),
        "several": "several, a number of, quite a few, a good few, various",
    },
    units={
        "minute": "minute, min",
        "hour": "hour, hr, h",
        "day": "day, d, calendar day",
        "working day": (
            "working day, business day, workday, weekday, trading day, work day, banking day,"
            " working - day, business - day"
        ),
        "sitting day": "sitting day, parliamentary day, session day, legislative day",
        "week": "week, wk, calendar week",
        "working week": "working week, work week, business week, workweek",
        "weekend": "weekend, week - end",
        "fortnight": "fortnight, two - week period",
        "month": "month, mo, calendar month",
        "quarter": "quarter, qtr, calendar quarter",
        "half": "half - year, half year, semester",
        "year": "year, yr, calendar year",
        "decade": "decade",
        "century": "century",
        "quarter century": "quarter century, quarter - century, quarter of a century",
    },
    plural_units={
        "minute": "minutes, mins, seconds, moments",
        "hour": "hours, hrs",
        "day": "days, calendar days",
        "working day": (
            "working days, business days, workdays, weekdays, trading days, work days,"
            " banking days, working - days"
        ),
        "sitting day": "sitting days, parliamentary days, session days, legislative days",
        "week": "weeks, wks, calendar weeks",
        "weekend": "weekends",
        "fortnight": "fortnights",
        "month": "months, mos, calendar months",
        "quarter": "quarters, qtrs",
        "half": "half - years, semesters",
        "year": "years, yrs, calendar years",
        "decade": "decades",
        "century": "centuries",
    },
    which={
        "this": (
            "this, current, same, all, the running, ongoing, present, the very same, this current,"
            " this very, this present, running, all of this, whole of this, the whole of this"
        ),
        "next": "next, the very next",
        "coming": (
            "coming, upcoming, following, forthcoming, this coming, this upcoming, ensuing,"
            " this next, the next coming, this forthcoming, subsequent"
        ),
        "last": (
            "last, past, the past, these past, previous, this past, this last, preceding, prior,"
            " most recent, latest"
        ),
    },
    places={-1: "last, final, closing", 2: "latter"},
    # A bare "start" or "beginning" is more often a verb: they need their "of".
    parts={
        "early": (
            "early, start of, beginning of, the start of, the beginning of, at the start of,"
            " outset of, at the beginning of, first days of, the first days of, opening of,"
            " the early part of, early part of, first few days of, the first few days of,"
            " the opening days of, opening days of, first weeks of, the first weeks of,"
            " the first few weeks of, first few weeks of, the opening weeks of, opening weeks of,"
            " early on in, very early, the outset of, the onset of, onset of, dawn of,"
            " the dawn of, the very start of, the very beginning of, early days of,"
            " the early days of, the opening of, the early weeks of, early weeks of,"
            " beginning part of, the first months of, first months of, the early months of,"
            " early months of, the first part of, first part of"
        ),
        "mid": (
            "mid, middle of, the middle of, in the middle of, midway through, halfway through,"
            " mid - way through, half way through, half - way through, around the middle of,"
            " the midpoint of, midpoint of, middle, the mid"
        ),
        "late": (
            "late, the late part of, latter part of, the latter part of, late on in, very late,"
            " later part of, the later part of, last weeks of, the last weeks of,"
            " final weeks of, the final weeks of, the closing weeks of, the dying days of,"
            " the last part of, the final months of, final months of, the last months of,"
            " the closing months of, the tail of, the final stretch of, the final part of"
        ),
        "end of": (
            "end of, the end of, at the end of, close of, the close of, last days of,"
            " the last days of, final days of, the final days of, tail end of, turn of,"
            " the turn of, the tail end of, the very end of, ending of, the closing days of,"
            " closing days of, last few days of, the last few days of, the final few days of,"
            " conclusion of, the conclusion of, at the close of, expiry of, the expiry of"
        ),
        "later": "later, later on, late on",
        "rest of": (
            "rest of, remainder of, remaining of, the rest of, the remainder of, balance of, rest,"
            " the balance of, remainder, what's left of, what is left of, what remains of"
        ),
    },
    periods={
        "today": (
            "today, tonight, this day, at present, at the present time, this evening,"
            " this morning, this afternoon, later today, later tonight, end of today,"
            " close of play, by midnight tonight, late tonight, earlier today, the end of today,"
            " today's end, this very day, the same day, tonite, this lunchtime, the day's end,"
            " day's end, this very evening, to - day, early today, late today, this a m, this p m"
        ),
        "tomorrow": (
            "tomorrow, the next day, the following day, tmrw, the day after today,"
            " to - morrow, tomorrow night, tomorrow morning, tomorrow evening, tomorrow afternoon,"
            " the morrow, tomorrow's end, next day, the end of tomorrow, the next morning,"
            " the next afternoon, the next evening, the next night, the following morning,"
            " the following afternoon, the following evening, the following night"
        ),
        "overnight": "overnight",
        "that day": (
            "that day, that same day, that very day, that morning, that afternoon, that evening,"
            " that night"
        ),
        "then": "since then",
        "by then": "by then",
        "until then": "until then, till then, up until then",
        "that week": "that week, that same week",
        "that weekend": "that weekend",
        "that month": "that month, that same month",
        "that quarter": "that quarter, that same quarter",
        "that year": "that year, that same year",
        "that decade": "that decade",
        "the day after tomorrow": "the day after tomorrow, day after tomorrow, overmorrow",
        "yesterday": (
            "yesterday, last night, late yesterday, early yesterday, yesterday morning,"
            " yesterday afternoon, yesterday evening, yesterday night, the day before today,"
            " the eve of today, earlier yesterday"
        ),
        "the day before yesterday": "the day before yesterday, day before yesterday",
        "early next year": (
            "in the new year, early in the new year, early new year, early in new year,"
            " the start of the new year, the beginning of the new year"
        ),
        "the end of the week": "eow, week's end, week end, end - week, end - of - week",
        "the end of the month": "eom, month's end, month end, month - end, end - of - month",
        "the end of the quarter": "eoq, quarter's end, quarter end, quarter - end",
        "the end of the year": (
            "eoy, year's end, year end, yearend, year - end, end - of - year, end - year"
        ),
        "early this year": "boy",
        "early this month": "bom",
        "midweek": "midweek, mid - week",
        "midmonth": "midmonth",
        "midyear": "midyear",
        "this fiscal year": (
            "this fiscal year, the fiscal year, fiscal year, this financial year,"
            " the financial year, the current fiscal year, the current financial year,"
            " current fiscal year, this tax year, the tax year, this budget year,"
            " the budget year, the present fiscal year, financial year, the present financial year"
        ),
        "next fiscal year": (
            "next fiscal year, the next fiscal year, next financial year, the next financial year,"
            " the coming fiscal year, the coming financial year, the next tax year, next tax year,"
            " the following fiscal year, the next budget year, coming financial year,"
            " the upcoming fiscal year, the upcoming financial year, coming fiscal year"
        ),
        "last fiscal year": "last fiscal year, the last fiscal year, last financial year",
        "inauguration": (
            "day one, day 1, his first day, her first day, their first day, my first day,"
            " first day in office, inauguration, the inauguration, inauguration day, taking office,"
            " taking power, takes office, being sworn in, is sworn in, entering office,"
            " assuming office, the first day in office, his inauguration, her inauguration,"
            " our first day, your first day, the first day of his presidency, the first day of my"
            " presidency, the first day of his term, becoming president, assuming power,"
            " the very first day in office, day one in office, day one of his presidency,"
            " take office, the first day of the presidency, day one of the presidency,"
            " coming to power, entering the white house, first day on the job,"
            " day one of my presidency, day one of his term, the swearing - in"
        ),
        "end of term": (
            "end of term, the end of term, leaves office, he leaves office, she leaves office,"
            " they leave office, leaving office, i leave office, we leave office,"
            " the end of the presidency"
        ),
    },
    where_bound={"this weekend": "weekend"},
    decades={
        20: "twenties, twenty - twenties", 30: "thirties, twenty - thirties",
        40: "forties, twenty - forties", 50: "fifties, twenty - fifties", 60: "sixties",
        70: "seventies", 80: "eighties", 90: "nineties", 10: "twenty - tens, twenty tens",
    },
    term=(
        "term, presidency, mandate, tenure, premiership, term of office, term in office,"
        " time in office, administration, chancellorship, governorship, mayoralty,"
        " presidential term, first term"
    ),
    block_letters={3: "q", 6: "h"},
    fiscal=(
        "fy, fiscal, fiscal year, the fiscal year, financial year, the financial year, tax year,"
        " fiscal year ending in, budget year"
    ),
    months=(
        "january, jan", "february, feb, febr", "march, mar", "april, apr", "may", "june, jun",
        "july, jul", "august, aug", "september, sep, sept", "october, oct", "november, nov",
        "december, dec",
    ),
    weekdays=(
        "monday, mon, mondays", "tuesday, tue, tues, tuesdays",
        "wednesday, wed, weds, wednesdays", "thursday, thu, thur, thurs, thursdays",
        "friday, fri, fridays", "saturday, sat, saturdays", "sunday, sun, sundays",
    ),
    seasons=(
        "spring, springtime", "summer, summertime", "autumn, fall, autumntime",
        "winter, wintertime",
    ),
    holidays=HOLIDAYS,
    event_nouns=(
        "election, elections, general election, presidential election, midterms,"
        " midterm elections, referendum, summit, ceasefire, truce, inquest, primary, primaries,"
        " olympics, world cup, conference, congress, budget, recess, summer recess, vote, runoff,"
        " bank holiday, public holiday,"
        " negotiations, talks, handover, ratification, party conference, annual conference,"
        " parliament, legislature,"
        " school year, academic year, parliamentary term, spending review, autumn statement,"
        " spring statement, state of the union, summer holiday, winter holiday, spring holiday,"
        f" autumn holiday, half - term, half term, {_BREAKS}"
    ),
    capitals="boy, bom",
    look_alikes="may mar march sat sun mon wed spring fall jan dec second d h",
    abbreviations=(
        "mr, mrs, ms, dr, gen, gov, sen, rep, prof, st, no, vs, inc, corp, co, ltd, lt, col, sgt,"
        " capt, rev, hon, jr, sr, u, s, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov,"
        " dec, mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun, maj, cmdr, adm, messrs, etc"
    ),
)  # fmt: skip
