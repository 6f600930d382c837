"""How sure it is that a time named in a sentence is the promised one."""

from .anchors import EventNamed
from .bounds import Bound, Bounded
from .dates import OVERNIGHT, Relative
from .grammar import Part
from .joins import SpanOf
from .lasting import Lasting
from .outcomes import BACK, looks_ahead, named_days
from .running import Block, Running, Season
from .sentence import Sentence
from .tense import (
    Tense,
    is_arranged,
    is_called_off,
    is_former,
    is_how_long,
    is_reported,
    moved_to,
    only_tells,
    tense_around,
)
from .times import names_a_body
from .units import DAY, NotDated
from .windows import Said

ARRANGED, FIRM, _SURE, _LOOSE, DENIED_TIME, _BACK, NO_DEADLINE, TOLD_TIME = -1, 0, 2, 3, 4, 5, 7, 8
RANKS = {
    "FIRM": FIRM, "BOUNDED": 1, "FIRST_OF": _SURE, "PERIOD": _SURE, "JOINED": _SURE, "TERM": _SURE,
    "MEASURE": _LOOSE, "FIGURES": _LOOSE, "YEARS_JOINED": _LOOSE,
    BACK: _BACK, "REFUSAL": 6, "LOOKS_LIKE": NO_DEADLINE,
}  # fmt: skip
"""What a deadline is taken from, the surest first; of equally sure ones the first in the text."""
_FEW = 1  # items beside which a bare length or figure still stands alone
WORST = 99
_GIVEN = 4  # items between "gave" and the length of time


def rank_of(
    part: Part, sentence: Sentence, said: Said, *, is_all: bool, is_only: bool = False,
    to_beat: int = WORST,
) -> int | None:  # fmt: skip
    """Return how sure the words are, 0 the surest; None for what is no time at all.

    `is_all`: whether the sentence is the whole wording, which may be a bare length of time;
    `is_only`: whether it names no other time, so that there is nothing to compare with;
    `to_beat`: the rank of the surest so far: words that are no surer are not doubted, too.
    """
    rank = RANKS.get(part.kind)
    if rank is None or (is_only and part.end - part.start == len(sentence.items)):
        return rank  # nothing stands beside the words that could say more of them
    if rank == _SURE and sentence.is_a_name(part):
        return NO_DEADLINE
    if sentence.has_cues and sentence.denies(part):
        return DENIED_TIME
    if rank == _LOOSE:
        return _bare(part, sentence, is_all=is_all)
    if rank > _SURE:
        return rank
    if rank == FIRM and names_a_body(sentence, part, said):
        return None
    if _is_of_something_else(part, sentence):
        return NO_DEADLINE
    if sentence.has_cues:
        rank = _by_cues(part, sentence, said, rank)
    if is_only or rank < FIRM or rank > _LOOSE or rank >= to_beat:
        return rank
    return max(rank, _doubt(part, sentence, said))


def _bare(part: Part, sentence: Sentence, *, is_all: bool) -> int | None:
    """Return the rank of a length or figure alone, or of what somebody is given to do it."""
    if is_all and len(sentence.items) - (part.end - part.start) <= _FEW:
        return _LOOSE
    if part.kind != "MEASURE" or part.end >= len(sentence.items):
        return None
    given = sentence.items[max(0, part.start - _GIVEN) : part.start]
    is_given = "TO" in sentence.items[part.end].kinds and any("HAS" in it.kinds for it in given)
    return FIRM if is_given else None


def _is_of_something_else(part: Part, sentence: Sentence) -> bool:
    """Whether it is the half of a match, the story of the year, a winter of discontent."""
    period = part.value.period if isinstance(part.value, Bounded) else part.value
    if isinstance(period, Block):
        is_bare = period.of is None
        return is_bare and (sentence.has("SPORT") or sentence.goes_on(part))
    if isinstance(period, Season):
        return period.of is None and sentence.goes_on(part)
    if isinstance(period, Running):
        return period.the and not period.offset and _is_spoken_of(part, period, sentence)
    return "DOTTED" in sentence.items[part.end - 1].kinds and _is_amount(part, sentence)


def _is_spoken_of(part: Part, the: Running, sentence: Sentence) -> bool:
    """Whether it is "the story of the year", or "the day" in "they will live to see the day"."""
    if the.unit is DAY and part.kind in ("PERIOD", "BOUNDED"):
        return len(sentence.items) > part.end - part.start
    return part.start > 0 and "OF" in sentence.items[part.start - 1].kinds


def _is_amount(part: Part, sentence: Sentence) -> bool:
    after = sentence.items[part.end : part.end + 2]
    return len(after) == 2 and "TO" in after[0].kinds and "NO_DATE" in after[1].kinds


def _by_cues(part: Part, sentence: Sentence, said: Said, rank: int) -> int:
    """Return the rank after all that the cues of the sentence say of the words."""
    value = part.value
    if is_how_long(sentence, part) and _has_gone_by(sentence, part):
        return _BACK
    if sentence.has_any(_SELDOM):
        found = _by_seldom_cues(part, sentence)
        if found is not None:
            return found
    if not looks_ahead(value) and _is_told(part, sentence, said):
        is_told_only = _is_last(value) or (_comes_back(value) and only_tells(sentence, part))
        return TOLD_TIME if is_told_only else _BACK
    return rank


_SELDOM = frozenset({"CALLED_OFF", "FORMER", "ARRANGES", "NOT"})


def _by_seldom_cues(part: Part, sentence: Sentence) -> int | None:
    value = part.value
    if is_called_off(sentence, part):
        return DENIED_TIME
    if is_former(sentence, part):
        return _BACK
    is_moved = isinstance(value, SpanOf) and moved_to(sentence, part, value) is not value
    if is_moved or is_arranged(sentence, part):
        return ARRANGED
    return DENIED_TIME if _is_not_in(part, sentence) else None


def _is_last(value: object) -> bool:
    """Whether it is "last week"."""
    period = value.period if isinstance(value, Bounded) else value
    return isinstance(period, Running) and period.offset < 0


def _comes_back(value: object) -> bool:
    """Whether nothing but the sentence says which one is meant: "on Sunday", "in July"."""
    period = value.period if isinstance(value, Bounded) else value
    return "RECURRING" in getattr(period, "keys", ()) and getattr(period, "of", None) is None


def _is_not_in(part: Part, sentence: Sentence) -> bool:
    """Whether it is "not overnight", "won't be done in weeks", which dates nothing."""
    value = part.value
    if not sentence.has_before("NOT", part):
        return False
    if isinstance(value, Lasting):
        return value.bound is Bound.IN and "IN" in sentence.items[part.start].kinds
    return (value.period if isinstance(value, Bounded) else value) == OVERNIGHT


def _has_gone_by(sentence: Sentence, part: Part) -> bool:
    """Whether it is how long something went on, or was not outdone: "the wettest for 50 years"."""
    return sentence.is_a_record(part) or sentence.is_endured(part)


def _is_told(part: Part, sentence: Sentence, said: Said) -> bool:
    if not is_reported(sentence, part) and tense_around(sentence, part) is not Tense.PAST:
        return False
    return not _surely_ahead(part.value, said)


def _surely_ahead(value: object, said: Said) -> bool:
    """Whether its own words put it ahead, so that no past tense tells of it: "May 2027"."""
    period = value.period if isinstance(value, Bounded) else value
    if isinstance(period, Running | Relative):
        return (period.offset if isinstance(period, Running) else period.days) > 0
    if _comes_back(value):
        return False
    try:
        window = named_days(value, said)
    except NotDated:
        return False
    return window is not None and window.pinned and window.first > said.stated_on


def _doubt(part: Part, sentence: Sentence, said: Said) -> int:
    """Return the rank above which the words cannot come beside other times.

    "After three weeks" and "over two years" as often tell how long something went on, "for 2027"
    what it is for; "after the talks" has no date, and "by 2024" long after has gone by.
    """
    value, items = part.value, sentence.items
    if isinstance(value, Lasting):
        if value.bound is Bound.AFTER:
            return _BACK
        if "ACROSS" in items[part.start].kinds or (not value.anchor and sentence.goes_on(part)):
            return _LOOSE
        return _SURE if "DEADLINE" in items[part.end - 1].kinds else FIRM
    if isinstance(value, Bounded) and value.bound is Bound.FOR:
        return _SURE
    if _comes_back(value):
        return FIRM
    try:
        window = named_days(value, said)
    except NotDated:
        is_firm = part.kind == "FIRM" or not _is_event(value)
        return FIRM if is_firm else _LOOSE
    is_over = window is not None and window.pinned and window.latest < said.stated_on
    return _BACK if is_over else FIRM


def _is_event(value: object) -> bool:
    """Whether it hangs on an event, whose date may not be known."""
    while True:
        if isinstance(value, EventNamed):
            return True
        inner = next(
            (getattr(value, name) for name in ("period", "of", "anchor") if hasattr(value, name)),
            None,
        )
        if inner is None:
            return False
        value = inner
