"""Where two texts differ, word by word."""

import re
from difflib import SequenceMatcher

Spans = list[tuple[int, int]]
_WORD = re.compile(r"\S+\s*|\s+")
_MOST_COMPARED = 400  # words between the first and the last that differ; more are one difference
_MOST_LETTERS = 20_000  # of which words are made; of a longer text only of those that differ
_LONG_WORD = 1_000


def differing(before: str, after: str) -> tuple[Spans, Spans]:
    """Return the spans of each text that the other has not; common beginnings and ends are cut.

    Costs little even for long texts: what differs in too many words is told as one difference.
    """
    if max(len(before), len(after)) > _MOST_LETTERS:
        return _of_long_texts(before, after)
    old, new = _WORD.findall(before), _WORD.findall(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    at = _length_of(old[:start])
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
    if len(text) <= room:
        return _on_a_line(text)
    first = spans[0][0] if spans else 0
    start = max(min(first - room // 3, len(text) - room), 0)
    piece = _on_a_line(text[start : start + room])
    return f"{'…' if start else ''}{piece.strip()}{'…' if start + room < len(text) else ''}"


def _on_a_line(text: str) -> str:
    return "".join(" " if character.isspace() else character for character in text)


def _of_long_texts(before: str, after: str) -> tuple[Spans, Spans]:
    """Cut off what is the same letter by letter but for the words at the cuts; compare the rest."""
    start = _same_letters(before, after)
    start -= _length_of(_WORD.findall(before[max(start - _LONG_WORD, 0) : start])[-1:])
    left, right = before[start:], after[start:]
    end = _same_letters(left[::-1], right[::-1])
    at = len(left) - end
    end -= _length_of(_WORD.findall(left[at : at + _LONG_WORD])[:1])
    left, right = left[: len(left) - end], right[: len(right) - end]
    if max(len(left), len(right)) > _MOST_LETTERS:
        return _whole([left] if left else [], start), _whole([right] if right else [], start)
    found = differing(left, right)
    old, new = ([(start + one, start + two) for one, two in spans] for spans in found)
    return old, new


def _length_of(words: list[str]) -> int:
    return sum(map(len, words))


def _same_letters(one: str, other: str) -> int:
    """How many letters both begin with: halved again and again, so that Python compares few."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _whole(words: list[str], at: int) -> Spans:
    return [(at, at + _length_of(words))] if words else []


def _spans(words: list[str], ranges: list[tuple[int, int]], at: int) -> Spans:
    ends = [at]
    for word in words:
        ends.append(ends[-1] + len(word))
    return [(ends[first], ends[last]) for first, last in ranges if first < last]
