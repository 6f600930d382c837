"""What is told beside a sentence, or held against somebody in it: statements of their own."""

import re

from claimtracker.articles.attribution import Attribution
from claimtracker.articles.blanks import only, without
from claimtracker.articles.reported_words import end_of
from claimtracker.articles.statement import Statement, Voice

_MEANWHILE = re.compile(
    r"(?:\s(?:as|while|whereas)|,\s(?:while|but|and)|;(?:\s\w+,)?)\s(?:the\s)?$"
)
_NEAR = 16  # characters before a subject


def retold_beside(base: Statement, one: Attribution, speaker: str) -> Statement:
    """Return what is told beside a sentence: "..., threatening tougher sanctions"."""
    return base._replace(
        speaker=speaker,
        words=only(base.narration, [(one.end, end_of(one, base.narration))]),
        voice=Voice.HEADLINE if base.is_heading else Voice.RETOLD, act=one.act, attribution=one,
    )  # fmt: skip


def without_said(base: Statement, one: Attribution, found: list[Attribution]) -> Statement:
    """Return a sentence without what is said beside it, up to the next who speaks."""
    ends = [other.start for other in found if other.start > one.start]
    cut = [(one.start, min([*ends, end_of(one, base.narration)]))]
    return base._replace(words=without(base.words, cut), narration=without(base.narration, cut))


def parts_of_others(
    base: Statement, found: list[Attribution]
) -> list[tuple[Statement, Attribution]]:
    """Return the parts of a sentence in which others speak than the first.

    "Fry vows to cut taxes as Brook pledges free meals", "..., while the minister said".
    """
    if not found or not found[0].is_leading:
        return []
    others = [one for one in found[1:] if _is_another(one, base.narration)]
    ends = [*(one.start for one in others[1:]), len(base.words)]
    return [
        (only_said(base, one.start, end), one)
        for one, end in zip(others, ends[: len(others)], strict=True)
    ]


def _is_another(one: Attribution, narration: str) -> bool:
    """Whether somebody begins to speak behind a "while"; "he" is the one before."""
    before = _MEANWHILE.search(narration, max(0, one.start - _NEAR), one.start)
    return bool(before) and one.is_leading and not one.subject.islower()


def only_said(base: Statement, start: int, end: int) -> Statement:
    """Return the part of a sentence between two places."""
    kept = [(start, end)]
    return base._replace(words=only(base.words, kept), narration=only(base.narration, kept))


def held_against(base: Statement, one: Attribution, speaker: str) -> Statement:
    """Return what somebody is told that he said: "You told us in 2022 that it would"."""
    words = only(base.words, [(one.end, len(base.words))])
    return base._replace(
        speaker=speaker, words=words, voice=Voice.RETOLD, act=one.act, attribution=one
    )
