"""Numbers in words: "two hundred and fifty", "twenty-third", "twenty thirty-five"."""

from collections.abc import Sequence

from .figures import number_item, ordinal_item
from .items import DASH, Item


def number_at(items: Sequence[Item], start: int) -> tuple[Item, int]:
    """Return the number that begins here, in words, and how many items it takes."""
    total, length = _sum(items, start)
    end = start + length
    if total in _CENTURIES:
        year, longer = _year_in_words(items, start, end, total)
        if longer:
            return number_item(year, is_year=True), longer
    if length == 1:
        return items[start], 1
    if "NTH" in items[end - 1].kinds:
        return ordinal_item(total), length
    return number_item(total, is_year=total >= 1900), length


def _sum(items: Sequence[Item], start: int) -> tuple[int, int]:
    """Return the sum of a run of number words and how many items it takes."""
    total = _value(items[start])
    end = start + 1
    while end < len(items) and "NTH" not in items[end - 1].kinds:
        step = end + (_joins(items[end], total) and end + 1 < len(items))
        value = items[step].kinds.get("NUMERAL")
        if not isinstance(value, int) or not _fits(total, value):
            break
        total = _grown(total, value)
        end = step + 1
    return total, end - start


_CENTURIES = (19, 20)


def _year_in_words(items: Sequence[Item], start: int, end: int, century: int) -> tuple[int, int]:
    """Return the year of "twenty thirty-five" and how many items it takes; 0 for no year."""
    after = end + 1 if end < len(items) and items[end] is DASH else end
    if after >= len(items) or "NUMERAL" not in items[after].kinds:
        return 0, 0
    if not 10 <= _value(items[after]) < 100:
        return 0, 0
    total, length = _sum(items, after)
    return century * 100 + total, after + length - start


def _joins(item: Item, total: int) -> bool:
    """Whether this is the "and" of "two hundred and fifty" or the hyphen of "twenty-five"."""
    if item is DASH:
        return total % 100 >= 20
    return "AND" in item.kinds and total >= 100


_MOST = 10**9


def _value(item: Item) -> int:
    value = item.kinds["NUMERAL"]
    return value if isinstance(value, int) else 0


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
