"""Where the verbs of a sentence look: whether the times in it are promised or told of."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from enum import StrEnum

from .bounds import Bound, Bounded
from .grammar import Part
from .joins import MovedTo, SpanOf
from .lasting import Lasting
from .sentence import Sentence

_COMMA_COUNTS = 2
_NEAR = 8  # cues on each side that are asked


class Tense(StrEnum):
    """Where a verb looks."""

    PAST = "past"
    FUTURE = "future"


_NOT_TOLD = frozenset({"SAID", "HAVE", "AFTER", "PERIOD", "WEAK", "ARRANGES"})
"""What a past form may be besides: "have" is none in "they have a vote on Friday"."""
_Cues = tuple[tuple[str, Tense], ...]
_BACK: _Cues = (("SAID", Tense.PAST), ("TOLD", Tense.PAST), ("PAST", Tense.PAST))
_AHEAD_FIRST: _Cues = (("FUTURE", Tense.FUTURE), *_BACK)
_BACK_FIRST: _Cues = (*_BACK, ("FUTURE", Tense.FUTURE))


def tense_around(sentence: Sentence, part: Part) -> Tense | None:
    """Return what the nearest verb around the words tells; of two as near, the one before.

    "Vowed" looks ahead for what follows it, and tells of the past for what stands before it.
    """
    cues = sentence.cues
    if part.start and "IS" in sentence.items[part.start - 1].kinds:
        return Tense.FUTURE  # "the vote is on Sunday"
    if not cues:
        return None
    first, last = bisect_left(cues, part.start), bisect_left(cues, part.end)
    before = _nearest(sentence, part, reversed(cues[max(0, first - _NEAR) : first]), _AHEAD_FIRST)
    following = cues[last : last + _NEAR]
    if before and following and "AFTER" in sentence.items[following[0]].kinds:
        del following[0]  # "would reopen on Saturday after the storm"
    after = _nearest(sentence, part, following, _BACK_FIRST)
    if before and (
        not after
        or part.start - before[0] <= _distance(sentence, part, after[0])
        or (before[1] is Tense.FUTURE and _frames(sentence, part, after[0]))
    ):
        return before[1]
    return after[1] if after else None


def tells(sentence: Sentence, part: Part) -> bool:
    """Whether it tells of the past and promises nothing for that time."""
    return is_reported(sentence, part) or (sentence.has("PAST") and not sentence.has("FUTURE"))


def is_former(sentence: Sentence, part: Part) -> bool:
    """Whether it is the time of an earlier plan: "originally due in 2024, it opens in May"."""
    if not sentence.has("FORMER"):
        return False
    last = bisect_left(sentence.cues, part.start)
    for place in reversed(sentence.cues[max(0, last - _NEAR) : last]):
        if "FORMER" in sentence.items[place].kinds:
            between = sentence.items[place : part.start]
            return not any("COMMA" in it.kinds or "BUT" in it.kinds for it in between)
    return False


def is_called_off(sentence: Sentence, part: Part) -> bool:
    """Whether what was to be then is not to be: "the strike planned for Friday was called off"."""
    if not sentence.has("CALLED_OFF"):
        return False
    for place in sentence.cues[bisect_left(sentence.cues, part.end) :]:
        between = sentence.items[part.end : place]
        if any("COMMA" in it.kinds or "BUT" in it.kinds for it in between):
            return False
        if "CALLED_OFF" in sentence.items[place].kinds:
            return True
    return False


def is_arranged(sentence: Sentence, part: Part) -> bool:
    """Whether something is set for that day: "postponed it twice, then set it for 26 March"."""
    if not sentence.has("ARRANGES") or not part.start:
        return False
    last = bisect_left(sentence.cues, part.start)
    if not last or "ARRANGES" not in sentence.items[sentence.cues[last - 1]].kinds:
        return False
    value = part.value
    if isinstance(value, Bounded):
        return value.bound in (Bound.FOR, Bound.UNTIL)
    return part.kind == "PERIOD" and "TO" in sentence.items[part.start - 1].kinds


def moved_to(sentence: Sentence, part: Part, span: SpanOf) -> SpanOf | MovedTo:
    """Return the second day of "moved the vote from 3 June to 24 June"."""
    before = bisect_left(sentence.cues, part.start) - 1
    if before < 0 or "FROM" not in sentence.items[part.start].kinds:
        return span
    verb = sentence.items[sentence.cues[before]].kinds
    return MovedTo(span, "PUTS_OFF" in verb) if "ARRANGES" in verb else span


def only_tells(sentence: Sentence, part: Part) -> bool:
    """Whether a past form leads to the words and nothing looks ahead: "she left on Sunday"."""
    last = bisect_left(sentence.cues, part.start)
    if not last or sentence.has("FUTURE") or sentence.has("HOLD") or is_reported(sentence, part):
        return False
    kinds = sentence.items[sentence.cues[last - 1]].kinds
    return "TOLD" in kinds and _NOT_TOLD.isdisjoint(kinds)


def is_how_long(sentence: Sentence, part: Part) -> bool:
    """Whether it says how long something lasts: "for two years", "for at least two years"."""
    if not isinstance(part.value, Lasting):
        return False
    bound = part.value.bound
    is_least = bound is Bound.AFTER and "FOR" in sentence.items[part.start].kinds
    return is_least or bound is Bound.FOR


def went_on(sentence: Sentence, part: Part) -> bool:
    """Whether it is how long something was so: "for 14 years they did nothing", "was out for"."""
    items, cues = sentence.items, sentence.cues
    first, last = bisect_left(cues, part.start), bisect_left(cues, part.end)
    is_negated = False
    for place in cues[last : last + _NEAR] if part.start == 0 else reversed(cues[:first]):
        kinds = items[place].kinds
        if "NOT" in kinds and "FUTURE" not in kinds:
            is_negated = True
        elif not _PASSED_OVER.isdisjoint(kinds):
            continue
        elif "TOLD" not in kinds or "FUTURE" in kinds or "HOLD" in kinds:
            return False
        elif part.start == 0:
            return True
        else:
            return _was(sentence, place, is_negated=is_negated)
    return False


_PASSED_OVER = frozenset({"SAID", "HAVE", "AFTER", "PERIOD", "WEAK"})


def _was(sentence: Sentence, place: int, *, is_negated: bool) -> bool:
    """Whether the verb tells of what lasted, not of what was set for so long: "closed for"."""
    kinds, after = sentence.items[place].kinds, sentence.items[place + 1].kinds
    if "WAS" in kinds:
        return "TOLD" not in after
    is_own = "NOT" in sentence.items[place - 1].kinds if place else False
    return is_own or (is_negated and "WORD" not in kinds and "PLEDGED" not in kinds)


def reports(sentence: Sentence) -> bool:
    """Whether any verb tells of the past."""
    return sentence.has("SAID") or sentence.has("TOLD")


def is_reported(sentence: Sentence, part: Part) -> bool:
    """Whether it is the day on which something was said: "said on Thursday"."""
    items = sentence.items
    if not sentence.has_cues:
        return False
    if part.start and "SAID" in items[part.start - 1].kinds:
        return True
    after = items[part.end : part.end + 2]
    return any("SAID" in item.kinds for item in after) and "COMMA" not in after[0].kinds


def _is_closed(sentence: Sentence, place: int, part: Part) -> bool:
    """Whether the word stands between commas: ", agreed in May, ...", ", who left in May, ..."."""
    items = sentence.items
    before = place - 1
    if before > 0 and "NOT_A_NAME" in items[before].kinds:
        before -= 1
    if before < 0 or "COMMA" not in items[before].kinds:
        return False
    return sentence.has_comma(place + 1, part.start)


def _distance(sentence: Sentence, part: Part, place: int) -> int:
    """Return how far a word stands behind these; a comma between them puts it further off."""
    comma = _COMMA_COUNTS * sentence.has_comma(part.end, place)
    return place - part.end + 1 + comma


def _frames(sentence: Sentence, part: Part, place: int) -> bool:
    """Whether it only names the speaker of all before it: "they will meet Friday, he said"."""
    return "SAID" in sentence.items[place].kinds and sentence.has_comma(part.end, place)


def _nearest(
    sentence: Sentence, part: Part, places: Iterable[int], cues: _Cues
) -> tuple[int, Tense] | None:
    items = sentence.items
    for place in places:
        tense = _tense_of(items[place].kinds, cues)
        if tense is Tense.PAST and place and "AUXILIARY" in items[place - 1].kinds:
            continue
        if tense is Tense.PAST and _follows_a_modal(sentence, place):
            continue
        if tense is Tense.FUTURE and _is_noun_beside(sentence, place, part):
            continue
        if tense and not (place < part.start and _is_closed(sentence, place, part)):
            return place, tense
    return None


def _follows_a_modal(sentence: Sentence, place: int) -> bool:
    """Whether it only looks like a past: "will cut", "would also have"; not "plan announced"."""
    items = sentence.items
    before = items[place - 1].kinds if place else {}
    if place > 1 and not items[place - 1].cues:  # "also"
        before = items[place - 2].kinds
    return "MODAL" in before or ("FUTURE" in before and "NOUN_TOO" not in before)


def _is_noun_beside(sentence: Sentence, place: int, part: Part) -> bool:
    """Whether it is a thing with its day: "announced the plan on Friday"."""
    items = sentence.items
    if place + 1 != part.start or not place or "NOUN_TOO" not in items[place].kinds:
        return False
    before = items[place - 1].kinds
    return "THE" in before or "A" in before


def _tense_of(kinds: Mapping[str, object], cues: _Cues) -> Tense | None:
    if "PERIOD" in kinds or "WEAK" in kinds:  # "may", "next"
        return None
    for cue, tense in cues:
        if cue in kinds:
            return tense
    return None
