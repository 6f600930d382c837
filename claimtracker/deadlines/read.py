"""Reading the words of a deadline: the surest of all times that they name, as dates."""

from collections.abc import Sequence
from datetime import date

from .bounds import Outcome
from .grammar import Part
from .known_names import lexicon_for
from .outcomes import BACK, looks_ahead, promised
from .policy import DEFAULT_POLICY, Policy
from .reading import Event, Reading, Term
from .refusals import (
    DENIED,
    FOREIGN,
    LOOKS_LIKE,
    NO_MEASURE,
    NO_WORDS,
    NOT_DATED_CONDITION,
    TOO_LONG,
)
from .sentence import Sentence
from .tense import Tense, is_reported, tense_around
from .tokens import sentences
from .units import NotDated
from .windows import Said

_LONGEST = 10_000  # code points; no wording of a deadline comes near
_SURE, _ALONE, _DENIED, _BACK, _LOOKS_LIKE = 2, 3, 4, 5, 7
_RANKS = {
    "FIRM": 0, "BOUNDED": 1, "FIRST_OF": _SURE, "PERIOD": _SURE, "JOINED": _SURE, "TERM": _SURE,
    "MEASURE": _ALONE, "FIGURES": _ALONE, "YEARS_JOINED": _ALONE,
    BACK: _BACK, "REFUSAL": 6, "LOOKS_LIKE": _LOOKS_LIKE,
}  # fmt: skip
"""What a deadline is taken from, the surest first; of equally sure ones the first in the text."""
_REASONS = {_DENIED: DENIED, _LOOKS_LIKE: LOOKS_LIKE}
_FEW = 1  # items beside which a bare length or figure still stands alone


def read(
    wording: str,
    stated_on: date,
    *,
    policy: Policy = DEFAULT_POLICY,
    events: Sequence[Event] = (),
    claimant: Term | None = None,
) -> Reading:
    """Return the days that the words can mean, counted from the day they were said.

    Never raises: where nothing can be read the dates are None, and rule and explanation say why.
    """
    try:
        found = _outcome(wording, Said(stated_on, policy, events, claimant))
    except NotDated as reason:
        return Reading(
            wording, stated_on, None, None, None, None, reason.rule, reason.explanation,
            reason.alternatives,
        )  # fmt: skip
    return Reading(wording, stated_on, *found[:6], found.alternatives)


def _outcome(wording: str, said: Said) -> Outcome:
    if len(wording) > _LONGEST:
        raise TOO_LONG.as_not_dated()
    lexicon = lexicon_for(said.policy.language, said.events)
    found = [Sentence(wording, items) for items in sentences(wording, lexicon, dated_only=False)]
    if not found:
        raise NO_WORDS.as_not_dated()
    best: Candidate | None = None
    for sentence in found:
        if sentence.has("FOREIGN"):
            raise FOREIGN.as_not_dated()
        best = _better(best, sentence, is_all=len(found) == 1)
    if best is None:
        is_condition = any(sentence.condition for sentence in found)
        raise (NOT_DATED_CONDITION if is_condition else NO_MEASURE).as_not_dated()
    rank, sentence, part, is_condition = best
    if rank in _REASONS:
        raise _REASONS[rank].as_not_dated()
    return promised(sentence, part, said, is_condition=is_condition)


Candidate = tuple[int, Sentence, Part, bool]
"""Its rank, the sentence, the words of time, and whether they stand in a condition."""


def _better(best: Candidate | None, sentence: Sentence, *, is_all: bool) -> Candidate | None:
    """Return the surest of the best so far and of the times of this sentence."""
    for part in sentence.main_parts():
        rank = _rank(part, sentence, is_all=is_all)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, sentence, part, False
    if sentence.condition is None:
        return best
    for part in sentence.condition_parts():  # only after all the rest
        rank = _rank(part, sentence, is_all=is_all)
        if rank is not None and (best is None or rank + len(_RANKS) < best[0]):
            best = rank + len(_RANKS), sentence, part, True
    return best


def _rank(part: Part, sentence: Sentence, *, is_all: bool) -> int | None:
    rank = _RANKS.get(part.kind)
    if rank == _SURE and sentence.is_a_name(part):
        return _LOOKS_LIKE
    if sentence.has_cues and sentence.denies(part):
        return None if rank is None else _DENIED
    if rank == _ALONE:
        beside = len(sentence.items) - (part.end - part.start)
        return rank if is_all and beside <= _FEW else None
    if (
        rank is not None and rank <= _SURE and sentence.has_cues
        and not looks_ahead(part.value)
        and (is_reported(sentence, part) or tense_around(sentence, part) is Tense.PAST)
    ):  # fmt: skip
        return _BACK
    return rank
