"""The English words around times, by kind: prepositions, cues, reasons for no deadline."""

from .refusals import ENDURED, NO_MEASURE, UNDISCLOSED, Refusal

# Words that pattern lines name by their kind alone.
KINDS: dict[str, str] = {
    "THE": "the, his, her, their, its, my, our, your, that, those, these",
    "WHOSE": "his, her, their, my, our, your",
    "OF": "of",
    "TO": "to, through, thru",
    "OR": "or",
    "AND": "and, &",
    "BETWEEN": "between",
    "HALF": "half",
    "MATTER": "a matter of, matter of, a question of, a mere",
    "WITHIN": (
        "within, inside, inside of, in the space of, within the space of, in less than, in under,"
        " within at most, in no more than, no more than, not more than, no longer than, at most,"
        " under, less than, fewer than, up to"
    ),
    "IN": (
        "in, over, during, throughout, sometime in, some time in, over the course of, in the"
        " course of"
    ),
    "ON": "on, at, come",
    "BY": (
        "by, in or before, no later than, not later than, on or before, before or on, by no later"
        " than, as late as, at the latest by, by the latest, no later, latest, by the time of, due,"
        " due by"
    ),
    "UNTIL": "until, till, up until, til, til the, untill",
    "BEFORE": "before, prior to, ahead of, earlier than, in advance of, by or before",
    "AFTER": "after, following, later than, once past",
    "NOT_BEFORE": (
        "not before, no earlier than, not earlier than, no sooner than, not until, not till,"
        " don't expect it before, at the earliest in, at the earliest on, earliest"
    ),
    "FROM": (
        "from, starting, starting from, starting in, starting on, as of, as early as, as soon as,"
        " beginning in, beginning on, effective, with effect from, commencing, from as early as"
    ),
    "FOR": "for, for at least",
    "AT_LEAST": (
        "at least, more than, no less than, not less than, upwards of, over the next at least,"
        " not for at least, longer than, a minimum of"
    ),
    "ABOUT": "about, around, some, nearly, roughly, approximately, almost, close to, circa",
    "FROM_NOW": (
        "from now, hence, from today, away, in the future, later, on from now, ahead, to come"
    ),
    "TIME": "time",
    "THIS_TIME": "this time",
    "OUT": "is out, is over, ends, is up, runs out, comes to an end, closes",
    "AT_LATEST": "at the latest, at latest, at the very latest, or sooner, or earlier",
    "AT_EARLIEST": "at the earliest, at earliest, or later, onwards, onward, and after",
    "CLOCK": (
        "noon, midnight, midday, lunchtime, end of day, end of the day, the end of the day, eod,"
        " close of play"
    ),
    "OR_SO": "or so, or thereabouts",
    "OFFICE": (
        "in office, in the white house, in the oval office, in power, in the job, in the post, as"
        " president, as prime minister, as chancellor, of government, in government"
    ),
    "TOLD": "said, told, announced, tweeted, wrote, spoke, declared",
    "DEADLINE": "deadline, ultimatum, timeline, pause, timetable",
    "HAS": "has, have, had, gets, get, gave, given, give",
    "WORD_OF_NO_NAME": (
        "will, would, be, is, are, we, they, he, she, it, i, you, can, could, should, shall, us,"
        " him, them, me, there, then, who, which, but, with, do, does, so, as, any, what, than"
    ),
    "END": "end",
    "SINCE": "since, ever since",
    "AGO": "ago, back, earlier",
    "EARLIER": "earlier, earlier in",
}
FILLERS = (
    "exactly, just, only, very, sometime, some time, at some point, probably, perhaps,"
    " hopefully, maybe, even, by the way, local time, the very, calendar, as early as"
    " possible, ad, ce, actually, anytime, any time, more, further, full, whole, straight,"
    " consecutive, additional, morning, afternoon, evening, of business, close of business,"
    " cob, at night, in the morning, in the afternoon, in the evening, of play, dawn, dusk,"
    " o'clock"
)
REFUSALS: dict[Refusal, str] = {
    NO_MEASURE: (
        "soon, as soon as possible, asap, quickly, very quickly, in due course, shortly, short"
        " term, the short term, medium term, long term, eventually, never, one day, some day,"
        " someday, in time, at some stage, sooner or later, before long, immediately, right away,"
        " in the near future, in the foreseeable future, in good time, the shortest time,"
        " promptly, in the short term, within the short term, in the long run, long run, speedily,"
        " swiftly"
    ),
    UNDISCLOSED: "have in mind, has in mind, had in mind, period of time, period we",
    ENDURED: "on end",
}
# What follows one of these is not promised.
DENIALS = (
    "no one is saying, no one's saying, nobody is saying, nobody's saying, no one said,"
    " nobody said, no one has said, nobody has said, not saying, never said, didn't say, did"
    " not say, never promised, did not promise, didn't promise, not promising, no one is"
    " promising, nobody is promising, not claiming, never claimed, no one claims, nobody"
    " claims, no one expects, nobody expects, denied, denies, no one saying, not suggesting"
    ", no - one is saying, no - one saying, no - one said, no - one has said, no - one expects"
)
CONDITIONS = (
    "if, unless, provided, provided that, on condition that, subject to, until such time as,"
    " once, as long as, so long as, in case, assuming"
)
HOLDS = (
    "no, not, won't, will not, never, frozen, freeze, unchanged, nothing, nobody, without,"
    " neither, stays, remain, remains, remaining closed, stay"
)
# Only words that never stand in reported promises: "he said it was possible in May".
PAST = (
    "fell, failed, attempt, attempted, happened, collapsed, broke, resigned, died, killed,"
    " signed, ago"
)
FUTURE = (
    "will, would, shall, 'll, going, expect, expects, expected, plan, plans, planned, want,"
    " wants, aim, aims, hope, hopes, should, must, can, could, promise, to be, pledge,"
    " pledges, vowed"
)
