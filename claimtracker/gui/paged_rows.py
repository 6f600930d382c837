"""The rows of a list of any length: every id, and a few pages of rows."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

PAGE_ROWS = 200
KEPT_PAGES = 32
MOST_SELECTED = 1_000  # a longer selection is given up when the list is read again

Row = TypeVar("Row")


def page_number(row: int) -> int:
    """The page on which a row stands."""
    return row // PAGE_ROWS


def ids_of_page(ids: Sequence[int], number: int) -> Sequence[int]:
    """The ids that stand on a page."""
    return ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]


@dataclass(frozen=True)
class ListedIds:
    """The answer to one question; an older one's number is out of date."""

    question: int
    ids: "array[int]"
    places: Mapping[int, int] = field(default_factory=dict)  # the rows of ids that were looked for


@dataclass(frozen=True)
class RowPage(Generic[Row]):
    """Rows for a page, as of the question that its ids came with."""

    question: int
    number: int
    rows: Mapping[int, Row]


class PagedRows(Generic[Row]):
    """Whoever looks at a row that has not come yet is given None, and its page is wanted once.

    Where the list is read again, what was known of a row stands until it comes: no list blinks.
    """

    def __init__(self, want: Callable[[int], object]) -> None:
        self._want = want
        self._ids: Sequence[int] = array("q")
        self._pages: OrderedDict[int, Mapping[int, Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._known: dict[int, Row] = {}  # of the list before this one

    @property
    def ids(self) -> Sequence[int]:
        """Every id in its order."""
        return self._ids

    @property
    def page_count(self) -> int:
        """How many pages are kept."""
        return len(self._pages)

    def start(self, ids: Sequence[int]) -> None:
        """Begin with these ids; every page is read again."""
        if self._pages:
            self._known = {key: row for page in self._pages.values() for key, row in page.items()}
        self._ids = ids
        self._pages.clear()
        self._asked.clear()

    def put_page(self, number: int, rows: Mapping[int, Row]) -> tuple[int, int]:
        """Take the rows of a page that was wanted; return its first and last row."""
        self._asked.discard(number)
        self._pages[number] = rows
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        first = number * PAGE_ROWS
        return first, min(first + PAGE_ROWS, len(self._ids)) - 1

    def ids_of_page(self, number: int) -> Sequence[int]:
        """The ids that stand on a page."""
        return ids_of_page(self._ids, number)

    def row_of(self, wanted: int) -> int | None:
        """The row of an id, None where it is not listed."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return None

    def at(self, row: int) -> Row | None:
        """What stands in a row if its page is here; otherwise the page is wanted."""
        if not 0 <= row < len(self._ids):
            return None
        number = page_number(row)
        page = self._pages.get(number)
        if page is None:
            if number not in self._asked:
                self._asked.add(number)
                self._want(number)
            return self._known.get(self._ids[row])
        self._pages.move_to_end(number)
        return page.get(self._ids[row])
