"""Where two texts differ, word by word."""

import re
from difflib import SequenceMatcher

Spans = list[tuple[int, int]]
_WORD = re.compile(r"\S+\s*|\s+")
_MOST_COMPARED = 400  # words between the first and the last that differ; more are one difference


def differing(before: str, after: str) -> tuple[Spans, Spans]:
    """Return the spans of each text that the other has not; common beginnings and ends are cut.

    Costs little even for long texts: what differs in too many words is told as one difference.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    at = sum(map(len, old[:start]))
    if max(len(left), len(right)) > _MOST_COMPARED:
        return _whole(left, at), _whole(right, at)
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    found = [block for block in blocks if block[0] != "equal"]
    return (
        _spans(left, [(one, two) for _tag, one, two, _three, _four in found], at),
        _spans(right, [(three, four) for _tag, _one, _two, three, four in found], at),
    )


def excerpt(text: str, spans: Spans, room: int) -> str:
    """The text where it is short, else so much of it around its first difference."""
    line = "".join(" " if character.isspace() else character for character in text)
    if len(line) <= room:
        return line
    first = spans[0][0] if spans else 0
    start = max(min(first - room // 3, len(line) - room), 0)
    piece = line[start : start + room]
    return f"{'…' if start else ''}{piece.strip()}{'…' if start + room < len(line) else ''}"


def _common(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _whole(words: list[str], at: int) -> Spans:
    return [(at, at + sum(map(len, words)))] if words else []


def _spans(words: list[str], ranges: list[tuple[int, int]], at: int) -> Spans:
    ends = [at]
    for word in words:
        ends.append(ends[-1] + len(word))
    return [(ends[first], ends[last]) for first, last in ranges if first < last]
