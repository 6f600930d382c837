"""The English words that patterns name by their kind: prepositions, bounds, articles."""

_ONCE = ("initially", "previously", "first", "once", "had been")
_INTENDED = (
    "due", "planned", "scheduled", "expected", "set", "slated", "promised", "supposed", "meant",
    "intended",
)  # fmt: skip
_FORMER = ", ".join(
    [
        "originally, whether, asked if, wonder if, was to have, were to have, should have been",
        *(f"{once} {intended}" for once in _ONCE for intended in _INTENDED),
        *(f"than {intended}" for intended in (*_INTENDED, "announced", "agreed")),
        *(f"{was} {so}" for was in ("was", "were") for so in ("due", "scheduled", "planned")),
        *(f"{was} {so} to" for was in ("was", "were") for so in ("due", "meant", "supposed")),
    ]
)
"""Words that say of a time after them that it holds no longer."""
_NOT_YET = ", ".join(
    f"{will_not} {happen} until"
    for will_not in ("won't", "will not")
    for happen in (
        "happen", "begin", "start", "take place", "do so", "resume", "return", "reopen", "open",
        "meet", "vote", "decide", "rule", "know", "come", "arrive", "be ready", "be completed",
        "be finished", "be available", "be signed", "be held", "be known", "be published",
        "be released", "be announced", "be decided", "take effect", "come into force",
    )
)  # fmt: skip
"""What changes at a time, and not before it: to be told from "we will not raise taxes until"."""
_PUTS_OFF = (
    "postponed, delayed, deferred, put back, put off, pushed, pushed back, adjourned, extended,"
    " slipped, postpone, delay, defer, slip, slips"
)
KINDS = {
    "THE": "the, his, her, their, its, my, our, your, these",
    "WHOSE": "his, her, their, my, our, your",
    "OF": "of",
    "TO": "to, through, thru",
    "OR": "or, or perhaps, or possibly, or maybe, or even, if not, or failing that, failing that",
    "AND": "and, &, and then, then",
    "NOW": "now",
    "BETWEEN": "between, anywhere between, somewhere between, sometime between",
    "HALF": "half",
    "FRONT_HALF": "front half",
    "BACK_HALF": "back half",
    "STARTING": "starting, starting on, beginning, beginning on, commencing, commencing on",
    "CALLED": (
        "usa today, russia today, india today, fifth avenue, 5th avenue, agenda 2010, agenda 2030,"
        " vision 2030, horizon 2020, project 2025, area 51, catch - 22"
    ),
    "EVERY": "every, each",
    "FREQUENCY": "twice, thrice, times, per",
    "TRIGGER": "if, only if, once",
    "ONCE": "once",
    "EVE": "the eve, eve",
    "MATTER": "a matter of, matter of, a question of, a mere, mere, question of",
    "WITHIN": (
        "within, inside, inside of, in the space of, within the space of, in less than,"
        " in under, within at most, in no more than, no more than, not more than,"
        " no longer than, at most, under, less than, fewer than, up to, within a period of,"
        " in a matter of, within a matter of, in at most, not longer than, within the span of,"
        " in fewer than, in not more than, over at most, a maximum of, maximum of, at the most"
    ),
    "IN": (
        "in, over, during, throughout, sometime in, some time in, over the course of,"
        " in the course of, at some point in, at some point during, sometime during, across,"
        " some time during, at any time in, any time in, anytime in, at some time in"
    ),
    "ACROSS": (
        "over, during, throughout, across, over the course of, in the course of, spread over"
    ),
    "ON": "on, at, come, at some point on, some time on, sometime on",
    "BY": (
        "by, by the time, by the time that, in or before, no later than, not later than,"
        " on or before, before or on,"
        " by no later than, as late as, at the latest by, by the latest, no later, latest,"
        " by the time of, due, due by, due on, at or before, by or before, by around, by about,"
        " by at least, not after, no later than by, by or on, come by, in time for,"
        " at the latest on"
    ),
    "UNTIL": (
        "until, till, until well into, well into,"
        " through, thru, up until, til, til the, untill, up till, through to,"
        " up to and including"
    ),
    "BEFORE": (
        "before, prior to, ahead of, earlier than, in advance of, well before, long before,"
        " sooner than, leading up to, in the run - up to, in the lead - up to, in the run up to,"
        " in the lead up to, just before, shortly before, right before,"
        " some time before, sometime before"
    ),
    "AFTER": (
        "after, following, later than, once past, any time after, sometime after,"
        " some time after, only after, not until after, shortly after, soon after, right after,"
        " past, beyond"
    ),
    "NOT_BEFORE": (
        "not before, no earlier than, not earlier than, no sooner than, not until, not till,"
        " don't expect it before, at the earliest in, at the earliest on, earliest,"
        " at the earliest by, not sooner than, don't expect it until, never before,"
        " not expected before, not expected until, not any earlier than, never until,"
        f" {_NOT_YET}"
    ),
    "FROM": (
        "from, starting, starting from, starting in, starting on, as of, as early as,"
        " as soon as, beginning, beginning in, beginning on, effective, with effect from,"
        " commencing, from as early as, commencing on, effective from, effective as of,"
        " as from, on or after, from and after, in or after, as soon as in, as early as in,"
        " as soon as on, as early as on, at or after, beginning from, beginning with,"
        " commencing in, starting with, running from, effective on, on and after"
    ),
    "FOR": "for, for the duration of, for a period of",
    "AT_LEAST": (
        "at least, more than, no less than, not less than, upwards of,"
        " over the next at least, not for at least, longer than, a minimum of, minimum of,"
        " no fewer than, in at least, in more than, well over,"
        " after at least"
    ),
    "OR_MORE": "or more, or longer, and more, if not more, if not longer",
    "NEXT_DAY": "the next day, next day",
    "ENDURING": (
        "in over, for over, in well over, first time in, second time in, third time in,"
        " fourth time in, fifth time in, sixth time in, first in, lowest in, highest in,"
        " best in, worst in, biggest in, largest in"
    ),
    "ABOUT": (
        "about, around, some, a little over, a little more than, slightly over, slightly more than,"
        " a little under, slightly under,"
        " nearly, roughly, approximately, almost, close to, circa,"
        " just about, more or less, just under, or around, just over, an estimated"
    ),
    "FROM_NOW": (
        "hence, away, in the future, later, from now on, ahead, to come,"
        " down the road, down the line, out, onward"
    ),
    "TIME": "time",
    "THIS_TIME": "this time",
    "OUT": (
        "is out, is over, ends, is up, runs out, comes to an end, closes, is done, concludes,"
        " finishes, has ended, is through, expires, is finished, draws to a close, are out, are up,"
        " are over"
    ),
    "AT_LATEST": (
        "at the latest, at latest, at the very latest, or sooner, or earlier, or before,"
        " latest, if not sooner, if not before, if not earlier, and no later, but no later,"
        " at the most, at most, or less, or fewer, tops"
    ),
    "AT_EARLIEST": (
        "at the earliest, at earliest, or later, onwards, onward, and after,"
        " at the very earliest, or after, and later, and beyond, or beyond, forward, earliest"
    ),
    "CLOCK": (
        "noon, midnight, midday, lunchtime, end of day, end of the day, the end of the day,"
        " eod, close of play, end of business, close of business, the close of business, cob,"
        " the end of business, nightfall, sundown, sunset, sunrise, daybreak, dawn, dusk,"
        " lunch, dinner, breakfast, bedtime, a m, p m, am, pm, the close, the close of play,"
        " teatime, the close of trading, close of trading, the stroke of midnight,"
        " the stroke of noon"
    ),
    "HOUR": "noon, midnight, midday",
    "TIMELY": (  # about time in a phrase: "this morning", "nineteen ninety-one", "until then"
        "morning, afternoon, evening, night, lunchtime, nineteen, twenty, then"
    ),
    "OR_SO": "or so, or thereabouts, or two or so",
    "END": "end",
    "OFFICE": (
        "in office, in the white house, in the oval office, in power, in the job, in the post,"
        " as president, as prime minister, as chancellor, of government, in government,"
        " as mayor, as governor, as chancellor, in downing street, on the job, as minister,"
        " of his administration, of her administration, of my administration,"
        " of the administration, of our administration, as leader, in charge"
    ),
    "DEADLINE": "deadline, ultimatum, timeline, pause, timetable, window, period, timeframe",
    "HAS": "has, have, had, gets, get, gave, given, give, giving, gives",
    "NOT": (
        "no, not, won't, will not, never, nothing, nobody, no one, no - one, neither, nor, cannot,"
        " can't, isn't, aren't, shan't, wouldn't, shall not, without, don't, doesn't, didn't,"
        " shouldn't, couldn't"
    ),
    "HAVE": "has, have",
    "AGO": "ago, back",
    "EARLIER_NEAR": "earlier, before",
    "LATER": "later",
    "HANGING": (  # on a day named before
        "following, subsequent, ensuing, previous, preceding, prior, same, the same day,"
        " the next day, next day, the following day, the next morning, the next afternoon,"
        " the next evening, the next night, the following morning, the following afternoon,"
        " the following evening, the following night"
    ),
    "STRETCH": "period",
    "ENDING": "ending, ending on, ending in, to end, that ends, which ends, which will end",
    "ENDED": "ended, that ended, which ended",
    "SINCE": "since, ever since",
    "TAKES": "take, need, require, be needed for, have to wait",
    "NEGATED": "shouldn't, couldn't, needn't, doesn't, unlikely",
    "TOOK": "took, has taken, had taken, lasted, has lasted, spent, needed, required",
    "JAILED": (
        "jailed for, imprisoned for, locked up for, sentenced to, sentence of, sentences of,"
        " prison for, jail for"
    ),
    "CALLED_OFF": "called off, cancelled, canceled, scrapped, shelved, abandoned, off the table",
    "NEEDS": "needs, requires, we need, they need, i need",
    "LEAVE": (
        "off, leave, paid leave, notice, experience, residence, service, work, imprisonment,"
        " probation, in prison, in jail, in custody, behind bars"
    ),
    "CHANGES": (
        "raised, raise, raises, rise, rises, cut, cuts, extend, extended, extends, shorten,"
        " shortened, shortens, lengthen, lengthened, increase, increased, increases, reduce,"
        " reduced, reduces, lower, lowered"
    ),
    "AMOUNT": (
        "per cent, percent, %, percentage points, percentage point, points, euros, euro, dollars,"
        " dollar, pounds, yen, francs, roubles, rupees, yuan, cents, pence, degrees, metres,"
        " kilometres, miles, tonnes, barrels"
    ),
    "WAS": "was, were, has been, have been, had been, did",
    "PLEDGED": "agreed, promised, pledged",
    "BUT": "but",
    "RATHER": "rather than, instead of, as opposed to, and not, in place of",
    "THAN": "than, compared with, compared to, as in, like in, versus, vs, unlike",
    "AT_WORST": (
        "at the latest, at latest, at the very latest, at the outside, at worst, at the worst,"
        " at the utmost, latest, in the worst case, at a push"
    ),
    "NO_LATER": (
        "no later than, not later than, at the latest by, by the latest, at the latest on,"
        " and no later than, but no later than, or no later than"
    ),
    "LEFT": "left, any more, anymore, any longer",
    "ARRANGES": (
        f"{_PUTS_OFF}, set, scheduled, slated, fixed, moved, rescheduled, pencilled, penciled,"
        " booked, timed, brought, put, called, convened, shifted, arranged, announced, changed,"
        " listed"
    ),
    "PUTS_OFF": _PUTS_OFF,
    "FORMER": _FORMER,
    "SPORT": (
        "coach, players, squad, goals, scored, conceded, referee, match, fixture, tournament,"
        " playoff, playoffs, goalkeeper, striker, midfielder, quarterback, relegation"
    ),
    "EARLIER": ("earlier, it was not until, it wasn't until, it was only on, it was only in"),
    "PERFECT": "had, had been",
    "IS": "is, are",
    "NOUN_TOO": (
        "plan, plans, target, aim, aims, start, will, hopes, need, needs, forecast, forecasts,"
        " estimates, expectation, expectations, proposed, deadline"
    ),
    "MODAL": "will, would, shall",
    "AUXILIARY": "be, being, get, gets, getting",  # a past form after it tells nothing by itself
    "NOT_A_NAME": (
        "will, would, be, is, are, we, they, he, she, it, i, you, can, could, should, shall,"
        " us, him, them, me, there, who, which, but, with, do, does, so, as, any, what, than,"
        " was, were, has been, have been, had been, when, where, how, why, because, while"
    ),
}
FILLERS = (
    "exactly, just, only, very, sometime, some time, at some point, probably, perhaps,"
    " hopefully, maybe, even, by the way, local time, the very, calendar, before anything else,"
    " as early as possible, ad, ce, actually, anytime, any time, more, further, full, whole,"
    " straight, consecutive, additional, morning, afternoon, evening, of business,"
    " at night, in the morning, in the afternoon, in the evening, of play,"
    " o'clock, night, precisely, possibly, likely, realistically, ideally, lunchtime,"
    " entire, complete, successive, solid, extra, est, edt, gmt, utc, cet, bst, et,"
    " eastern time, at the absolute, absolute, early evening, late evening, date of, the date,"
    " calendar day, to the day, short, at no, no doubt, no matter, not only, without fail,"
    " no question, no problem, make no mistake, whether or not, or not, why not, with no, no less,"
    " under the, next to, no -, no longer,"
    " also, still,"
    " as planned, as expected, as scheduled, as promised, as agreed,"
    " as previously planned, as originally planned, as previously scheduled, god willing,"
    " weather permitting, all being well, all going well"
)
