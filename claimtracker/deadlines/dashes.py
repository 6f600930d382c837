"""What number words, dashes and slashes stand for, by what stands at their sides."""

from .items import COMMA, DASH, LONG_DASH, SLASH, TO, Item, Items
from .numerals import number_at


def joined(found: Items) -> Items:
    """Read number words as one number, and dashes and slashes by what stands at their sides."""
    items, starts, ends = found
    made = Items([], [], [])
    place = 0
    while place < len(items):
        read, length = _read_at(found, place, made.items)
        if read is not None:
            made.items.append(read)
            made.starts.append(starts[place])
            made.ends.append(ends[place + length - 1])
        place += length
    return made


def _read_at(found: Items, place: int, before: list[Item]) -> tuple[Item | None, int]:
    """Return what stands here for all there is to know of it, and how many items it takes."""
    item = found.items[place]
    if "NUMERAL" in item.kinds:
        return number_at(found.items, place)
    if item not in (DASH, LONG_DASH, SLASH):
        return item, 1
    if not before or place + 1 == len(found.items):
        return None, 1
    return _between(before[-1], found, place), 1


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
