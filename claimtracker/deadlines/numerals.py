"""Numbers in words: "two hundred and fifty", "twenty-third", from a run of single words."""

from collections.abc import Sequence

from .figures import number_item, ordinal_item
from .lexicon import Item

_MOST = 10**9


def run_length(items: Sequence[Item], start: int) -> int:
    """Return how many items from `start` on make one number in words."""
    end, total = start + 1, _value(items[start])
    while end < len(items) and "NTH" not in items[end - 1]:
        step = end + (_joins(items[end], total) and end + 1 < len(items))
        if "NUMERAL" not in items[step] or not _fits(total, _value(items[step])):
            break
        total = _grown(total, _value(items[step]))
        end = step + 1
    return end - start


def as_item(items: Sequence[Item]) -> Item:
    """Return what the run of number words stands for."""
    if len(items) == 1 and "LOOKS_LIKE" in items[0]:  # "second" may be no ordinal at all
        return {**ordinal_item(_value(items[0])), "LOOKS_LIKE": None}
    total = 0
    for item in items:
        if "NUMERAL" in item:
            total = _grown(total, _value(item))
    if "NTH" in items[-1]:
        return ordinal_item(total)
    return number_item(total, is_year=total >= 1900)


def _value(item: Item) -> int:
    value = item["NUMERAL"]
    return value if isinstance(value, int) else 0


def _joins(item: Item, total: int) -> bool:
    """Whether this is the "and" of "two hundred and fifty"."""
    return "AND" in item and total >= 100


def _fits(total: int, value: int) -> bool:
    """Whether a number word can go on the number so far: "twenty" takes "three", not "thirty"."""
    if value >= 100:
        return 0 < total < _MOST
    if total % 100 == 0:
        return total > 0 and value < 100
    return total % 100 >= 20 and total % 10 == 0 and 0 < value < 10


def _grown(total: int, value: int) -> int:
    if value >= 1000:
        return min(max(total, 1) * value, _MOST)
    if value == 100 and total:
        return min(total // 1000 * 1000 + max(total % 1000, 1) * 100, _MOST)
    return total + value
