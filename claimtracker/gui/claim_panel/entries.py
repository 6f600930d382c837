"""What a quick list shows: entries, all at hand or made when they are asked for."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from claimtracker.claims.change_words import Span


class Sign(NamedTuple):
    """A word at the right of the quieter line, and the token of its colour."""

    words: str
    colour: str


@dataclass(frozen=True)
class Entry:
    """One entry: a line, a quieter one under it, marks at their right, and the whole of it.

    `spans` are the parts of the whole in which it differs from another text that it tells of.
    """

    title: str
    note: str = ""
    mark: str = ""
    mark_colour: str = "muted"
    whole: str = ""
    key: int = 0
    is_faint: bool = False
    signs: tuple[Sign, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def told(self) -> str:
        """All that a screen reader says, and what the tooltip and the details show."""
        return self.whole or "\n".join(part for part in (self.title, self.mark, self.note) if part)


class LazyEntries(Sequence[Entry]):
    """Entries that are made when they are asked for; finding one by its key makes none."""

    @overload
    def __getitem__(self, row: int) -> Entry: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Entry]: ...

    def __getitem__(self, row: int | slice) -> Entry | Sequence[Entry]:
        rows = range(len(self))[row]
        return [self.make(each) for each in rows] if isinstance(rows, range) else self.make(rows)

    @abstractmethod
    def make(self, row: int) -> Entry:
        """The entry of a row that there is."""

    @abstractmethod
    def row_of(self, key: int) -> int:
        """The row of the entry with this key, the first row where it is gone."""
