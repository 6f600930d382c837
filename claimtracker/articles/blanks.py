"""Words with some of them blanked out, at the same length: so places stay those of the sentence."""

from collections.abc import Iterable

Span = tuple[int, int]


def without(text: str, spans: Iterable[Span]) -> str:
    """Return the text with these spans blanked out."""
    for start, end in spans:
        first, last = max(0, start), min(len(text), end)
        if first < last:
            text = text[:first] + " " * (last - first) + text[last:]
    return text


def only(text: str, spans: Iterable[Span]) -> str:
    """Return the text with all but these spans blanked out."""
    kept = " " * len(text)
    for start, end in spans:
        first, last = max(0, start), min(len(text), end)
        if first < last:
            kept = kept[:first] + text[first:last] + kept[last:]
    return kept


def both(one: str, other: str) -> str:
    """Return the words of both of two blanked texts of one length."""
    return "".join(a if a != " " else b for a, b in zip(one, other, strict=True))
