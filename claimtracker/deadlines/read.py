"""Reading the words of a deadline: the surest of all times that they name, as dates."""

from collections.abc import Sequence
from datetime import date

from .bounds import Outcome
from .grammar import Part
from .known_names import lexicon_for
from .lexicon import Lexicon
from .outcomes import promised
from .policy import DEFAULT_POLICY, Policy
from .ranks import DENIED_TIME, NO_DEADLINE, RANKS, TOLD_TIME, WORST, rank_of
from .reading import Event, Reading, Term
from .refusals import (
    DENIED,
    FOREIGN,
    LOOKS_LIKE,
    NO_MEASURE,
    NO_WORDS,
    NOT_DATED_CONDITION,
    PAST,
    TOO_LONG,
)
from .sentence import Sentence
from .tokens import sentences
from .units import NotDated
from .windows import Said

_LONGEST = 10_000  # code points; no wording of a deadline comes near
_SHORT, _KEPT = 200, 500  # code points of a wording that is kept, and how many of them
_REASONS = {DENIED_TIME: DENIED, NO_DEADLINE: LOOKS_LIKE, TOLD_TIME: PAST}


def read(
    wording: str,
    stated_on: date,
    *,
    policy: Policy = DEFAULT_POLICY,
    events: Sequence[Event] = (),
    claimant: Term | None = None,
    met_on: date | None = None,
) -> Reading:
    """Return the days that the words can mean, counted from the day they were said.

    A length of time that names nothing to count from ("within a week") counts from `met_on`, the
    day on which the condition of the promise was met, where that is given; the rule then says so.
    Never raises: where nothing can be read the dates are None, and rule and explanation say why.
    """
    try:
        found = _outcome(wording, Said(stated_on, policy, events, claimant, met_on=met_on))
    except NotDated as reason:
        return Reading(
            wording, stated_on, None, None, None, None, reason.rule, reason.explanation,
            reason.alternatives,
        )  # fmt: skip
    return Reading(wording, stated_on, *found[:6], found.alternatives)


def _outcome(wording: str, said: Said) -> Outcome:
    if len(wording) > _LONGEST:
        raise TOO_LONG.as_not_dated()
    found = _told(wording, lexicon_for(said.policy.language, said.events))
    if not found:
        raise NO_WORDS.as_not_dated()
    best: Candidate | None = None
    for sentence in found:
        if sentence.has("FOREIGN"):
            raise FOREIGN.as_not_dated()
        best = _better(best, sentence, said, is_all=len(found) == 1)
    if best is None:
        is_condition = any(sentence.condition for sentence in found)
        raise (NOT_DATED_CONDITION if is_condition else NO_MEASURE).as_not_dated()
    rank, sentence, part, is_condition = best
    if rank in _REASONS:
        raise _REASONS[rank].as_not_dated()
    return promised(sentence, part, said, is_condition=is_condition)


def _told(wording: str, lexicon: Lexicon) -> Sequence[Sentence]:
    """Return the sentences of a wording, which are the same on whatever day they are said.

    They are kept: a promise is worded as others are, "by the end of the year".
    """
    key = (wording, id(lexicon))
    known = _sentences.get(key)
    if known is None:
        found = sentences(wording, lexicon, dated_only=False)
        known = (lexicon, [Sentence(wording, items) for items in found])
        if len(wording) <= _SHORT:
            if len(_sentences) >= _KEPT:
                _sentences.clear()
            _sentences[key] = known
    return known[1]


# By wording and dictionary, which is held so that its number stays its own.
_sentences: dict[tuple[str, int], tuple[Lexicon, Sequence[Sentence]]] = {}


Candidate = tuple[int, Sentence, Part, bool]
"""Its rank, the sentence, the words of time, and whether they stand in a condition."""


def _better(
    best: Candidate | None, sentence: Sentence, said: Said, *, is_all: bool
) -> Candidate | None:
    """Return the surest of the best so far and of the times of this sentence."""
    parts = sentence.main_parts()
    is_only = is_all and len(parts) == 1
    for part in parts:
        to_beat = best[0] if best else WORST
        rank = rank_of(part, sentence, said, is_all=is_all, is_only=is_only, to_beat=to_beat)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, sentence, part, False
    if sentence.condition is None:
        return best
    for part in sentence.condition_parts():  # only after all the rest
        rank = rank_of(part, sentence, said, is_all=is_all)
        if rank is not None and (best is None or rank + len(RANKS) < best[0]):
            best = rank + len(RANKS), sentence, part, True
    return best
