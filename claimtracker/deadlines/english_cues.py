"""The English words around times: what is denied, told, conditional, or no time at all."""

from .language import Cues

_DENIALS = ", ".join(
    [
        *(
            f"{nobody} {says}"
            for nobody in ("nobody", "no one", "no - one")
            for says in (
                "is saying", "saying", "is promising", "is suggesting", "is talking about",
                "claims", "expects", "believes", "thinks", "guarantees",
            )
        ),
        "no one's saying, nobody's saying",
        *(
            f"{never} {said}"
            for never in (
                "nobody", "nobody ever", "nobody has", "nobody has ever",
                "no one", "no one ever", "no one has", "no one has ever",
                "no - one", "no - one ever", "no - one has", "no - one has ever",
                "never", "never ever", "never once", "has never", "have never",
                "has not", "hasn't", "have not", "haven't",
            )
            for said in ("said", "promised", "claimed", "suggested", "committed", "guaranteed")
        ),
        *(
            f"{did_not} {say}"
            for did_not in ("did not", "didn't", "did not ever", "didn't ever")
            for say in ("say", "promise", "claim", "commit", "give", "guarantee")
        ),
        "never told, never gave",
    ]
)  # fmt: skip
"""What is said of a time by somebody who denies having promised it."""

CUES = Cues(
    refusals={
        "no measure": (
            "soon, as soon as possible, asap, quickly, very quickly, in due course, shortly,"
            " short term, the short term, medium term, long term, eventually, never, some day,"
            " someday, in time, at some stage, sooner or later, before long, immediately,"
            " right away, in the near future, in the foreseeable future, in good time,"
            " the shortest time, promptly, in the short term, within the short term,"
            " in the long run, long run, speedily, swiftly, as quickly as possible, very soon,"
            " pretty soon, real soon, the near term, near term, in no time, any moment,"
            " at the earliest opportunity, at the earliest possible date, in the not too distant"
            " future, in the not - too - distant future, the near future, the foreseeable future,"
            " the not too distant future, as fast as possible, without delay, imminently,"
            " when the time is right, when the time comes, at the appropriate time, in time to"
            " come, rapidly, forthwith, at once, at short notice, in short order, for good,"
            " for ever, forever, the long term, the medium term, in the medium term,"
            " in the long term, any time soon, anytime soon, any day now, some time,"
            " at a later date, at a later stage, in the fullness of time, sooner rather than"
            " later, down the road, in the future, the future, over time, at the right time,"
            " as soon as we can, as soon as practicable, once a day, once a week,"
            " once a month, once a year, at the first opportunity, back in the day, one day soon,"
            " these days"
        ),
        "undisclosed": "have in mind, has in mind, had in mind, period of time, period we",
        "endured": (
            "on end, at a time, in a row, year - old, years - old, year old, years old,"
            " month - old, months old, day - old, days old, week - old, weeks old"
        ),
    },
    foreign="bis, vor, nach, oder, spätestens, binnen, innerhalb, avant, jusqu'au, antes del",
    denials=(
        f"{_DENIALS},"
        " not saying, not promising, not claiming, not suggesting, denied, denies, denying,"
        " no promise, no promises, cannot promise, can't promise, won't promise, refused to say,"
        " we're not talking about, i'm not talking about, no guarantee, cannot guarantee,"
        " can't guarantee, not guaranteeing, isn't promising, wasn't saying, isn't saying,"
        " aren't saying, aren't promising, not committing, unrealistic to expect, ruled out,"
        " rules out, rule out, i don't promise, no deadline of, no deadline for,"
        " not have a deadline, false that, not true that, untrue that, rejected claims,"
        " rejected reports, does not mean, doesn't mean, why should, dismissed claims,"
        " dismissed reports, impossible to"
    ),
    conditions=(
        "if, unless, provided, provided that, on condition that, subject to,"
        " until such time as, once, as long as, so long as, in case, assuming, providing,"
        " only if, even if, on the condition that, in the event, contingent on, except if,"
        " conditional on, conditional upon, assuming that, depending on, should talks"
    ),
    holds=(
        "no, not, won't, will not, never, frozen, freeze, unchanged, nothing, nobody, without,"
        " neither, stays, remain, remains, remaining closed, stay, nor, cannot, can't, froze,"
        " isn't, aren't, shall not, shan't, no one, no - one, wouldn't, keeps, don't expect,"
        " do not expect, unlikely, rule out,"
        " will remain, will stay, suspended, suspend, suspension, moratorium, extend, extended,"
        " keep, kept, maintain, maintained, in place, in force, on hold, barred, banned, pause,"
        " paused, valid, freezes, freezing, lasts, last until, continue, continues, prohibited"
    ),
    past=(
        "fell, failed, attempt, attempted, happened, collapsed, broke, resigned, died, killed,"
        " signed, ago, was signed, took place, was held, was passed, earlier, was killed,"
        " missed the deadline, missed a deadline, missed his deadline, missed her deadline,"
        " missed its deadline, missed their deadline, missing the deadline, missing a deadline,"
        " missed the target date, missed a target date, missed its target date,"
        " failed to meet, failed to meet the deadline, failed to meet a deadline"
    ),
    said=(
        "said, told, announced, tweeted, wrote, spoke, declared, stated, says, tells, writes,"
        " reported, testified, posted, claimed, confirmed, added, insisted, warned, indicated,"
        " saying, telling, adding, announcing"
    ),
    told=(
        "vowed, hoped, threatened, planned, proposed,"
        "has been, have been, had been, was, were, had, did, came, went,"
        " took, made, got, gave, found, saw, knew, thought, left, felt, brought, began, kept,"
        " held, stood, heard, meant, met, ran, paid, sat, led, grew, lost, sent, built, drew,"
        " spent, rose, drove, bought, chose, won, struck, fought, caught, has, have, been, since,"
        " became, sold, shot, flew, threw, stole, sank, swore, rang, hid, froze, dealt, sought,"
        " taught, understood, withdrew, overthrew, bade, shook, slept, woke, wore, tore, swept,"
        " hit, put, cut, shut, quit, set, beat, split,"
        " spread, cost, burst, hurt, let, read, after, late, called off, has lasted, has taken,"
        " had been due, had been scheduled, had been expected, had been supposed, had been set,"
        " has been going, have been going, had been going, agreed to, promised to"
    ),
    future=(
        "will, would, shall, 'll, he'll, we'll, they'll, i'll, she'll, it'll, you'll, going,"
        " that'll, there'll,"
        " expect, expects, expected, plan, plans, planned, want, wants, aim, aims, hope to, hopes,"
        " should, must, can, could, promise to, promises, to be, pledge to, pledges, vowed, vows,"
        " intend, intends, scheduled, slated, due, set to, poised, supposed, may, might, won't,"
        " until, deadline, upcoming, next, planning, hoping, aiming, proposed, tentatively,"
        " seeks, seek, begin, begins, starting, starts, start, expires, looks, needs, need,"
        " is to, are to, expecting, planned for, become, threatened, wouldn't, agreed to,"
        " postponed to, moved to, delayed to, extended to, deferred to,"
        " pushed back to, brought forward to, put off to,"
        " come into force, comes into force, take effect, takes effect, enter into force,"
        " enters into force, go into effect, goes into effect, opens, reopens, resumes, resume,"
        " reconvenes, takes office,"
        " to last, will last, would last, could last, may last, might last, should last, can last,"
        " tomorrow, promised to, ready to, hoped, expectations, expectation, forecast, forecasts,"
        " projected, projects, prepares, preparing, wait, waiting, target, target date, prepare"
    ),
    records=(
        "first, biggest, largest, greatest, highest, lowest, worst, longest, shortest, sharpest,"
        " steepest, deepest, fastest, slowest, strongest, weakest, smallest, deadliest, hottest,"
        " first such, the first such, coldest, driest, wettest, busiest, heaviest, bloodiest"
    ),
    deeds=(
        "attack, attacks, attackers, riot, riots, rioters, massacre, bombing, bombings, shooting,"
        " shootings, killing, killings, slaying, slayings, murder, murders, insurrection,"
        " insurrectionists, hostages, defendants, prisoners, convicts, committee, assault,"
        " uprising, crash, disaster, earthquake, tsunami, pogrom, coup, siege, raid, ambush,"
        " explosion, explosions, blast, blasts, stabbing, kidnapping, abduction, victims,"
        " survivors"
    ),
    bodies=(
        "parliament, congress, senate, house, commons, lords, council, assembly, legislature,"
        " committee, subcommittee, commission, panel, board, inquiry, tribunal, court, courts,"
        " judge, judges, magistrate, magistrates, jury, lawmakers, legislators, senators, mps,"
        " ministers, cabinet, regulators, shareholders, voters, cameras"
    ),
    past_endings=("ed",),
    no_past=frozenset(
        {
            "united", "need", "needed", "limited", "indeed", "exceed", "proceed", "hundred",
            "speed", "breed", "succeed", "embed", "unprecedented", "armed",
            "unspecified", "undisclosed", "related",
            "sacred", "mohammed", "ahmed", "allied", "red", "bed", "fed", "led", "wed", "seed",
        }
    ),
)  # fmt: skip
