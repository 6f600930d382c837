"""What number words, dashes and slashes stand for, by what stands at their sides."""

from .items import COMMA, DASH, LONG_DASH, SLASH, TO, Item, Items
from .numerals import number_at


def joined(found: Items) -> Items:
    """Read number words as one number, and dashes and slashes by what stands at their sides."""
    items, starts, ends = found
    made = Items([], [], [])
    end = 0
    for place, item in enumerate(items):
        if place < end:  # inside a number
            continue
        end = place + 1
        read: Item | None = item
        if item.is_rough:
            read, end = _read_at(found, place, made.items)
        if read is not None:
            made.items.append(read)
            made.starts.append(starts[place])
            made.ends.append(ends[end - 1])
    return made


def _read_at(found: Items, place: int, before: list[Item]) -> tuple[Item | None, int]:
    """Return what stands here for all there is to know of it, and where it ends."""
    item = found.items[place]
    if "NUMERAL" in item.kinds:
        read, length = number_at(found.items, place)
        return read, place + length
    if not before or place + 1 == len(found.items):
        return None, place + 1
    return _between(before[-1], found, place), place + 1


def _between(before: Item, found: Items, place: int) -> Item | None:
    """Return "to" for a dash between like sides; a comma, itself, or nothing ("six-month")."""
    items = found.items
    after = items[place + 1]
    alike = _are_alike(before, after)
    if items[place] is SLASH:
        return SLASH if alike or (_is_side(before) and _opens_side(after)) else None
    if alike and not (items[place] is LONG_DASH and _is_spaced(found, place)):
        return TO
    if not _is_spaced(found, place):
        return None
    joins = items[place] is DASH and _is_side(before)
    return TO if joins and (_is_side(after) or _opens_side(after)) else COMMA


def _is_spaced(found: Items, mark: int) -> bool:
    return found.starts[mark] > found.ends[mark - 1] or found.starts[mark + 1] > found.ends[mark]


_OPEN_SIDES = frozenset({"WHICH", "THE", "PART", "BLOCK_LETTER"})
_SIDES = frozenset({"PERIOD", "MONTHLY", "WEEKDAY", "QUANTITY", "FIGURES", "ORDINAL", "PART"})


def _are_alike(before: Item, after: Item) -> bool:
    shared = _SIDES.intersection(before.kinds, after.kinds)
    return bool(shared) or ("DAY" in before.kinds and "DATED" in after.kinds)


def _is_side(item: Item) -> bool:
    return not _SIDES.isdisjoint(item.kinds)


def _opens_side(item: Item) -> bool:
    return not _OPEN_SIDES.isdisjoint(item.kinds)
