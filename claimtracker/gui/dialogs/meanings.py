"""One line on what each verdict and each relation means."""

from claimtracker.claims.vocabulary import Relation, Verdict

VERDICTS = {
    Verdict.KEPT: "What was promised happened by the latest day",
    Verdict.KEPT_LATE: "It happened, after the latest day",
    Verdict.PARTLY_KEPT: "Some of it happened, or a weaker form of it",
    Verdict.BROKEN: "It did not happen in time, or the opposite did",
    Verdict.IN_THE_WORKS: "Steps towards it are documented",
    Verdict.STALLED: "Nothing has moved for a while",
    Verdict.WITHDRAWN: "The claimant took it back before the deadline",
    Verdict.NOT_TRIGGERED: "By its condition it never fell due",
    Verdict.UNTESTABLE: "No evidence could decide it",
    Verdict.DISPUTED: "Good sources contradict one another",
    Verdict.NOT_YET_RATED: "Take an earlier verdict back to open",
}
RELATIONS = {
    Relation.FULFILS: "It has happened",
    Relation.PARTLY_FULFILS: "A part of it has happened",
    Relation.CONTRADICTS: "The opposite has happened",
    Relation.PROGRESS: "A step on the way",
    Relation.RESTATES: "The claimant said it again",
    Relation.MOVES_DEADLINE: "Another deadline was named",
    Relation.SOFTENS: "The promise was weakened",
    Relation.CONDITION_MET: "What it depends on is so",
    Relation.CONDITION_FAILED: "What it depends on is not so",
    Relation.CONTEXT: "Background",
}
