"""What a salvage read of a damaged database, what it lost, and how that is said."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path

from claimtracker.claims.vocabulary import of_problems

_ONES = {
    "claim": "claim",
    "evidence": "document of evidence",
    "assessment": "verdict",
    "occurrence": "place",
    "change": "change of the log",
    "action": "action of the log",
    "assessment_evidence": "basis of a verdict",
    "changed_convention": "convention",
    "claim_tag": "tag on a claim",
    "evidence_link": "link of evidence",
    "told_apart": "pair told apart",
}
_MANY = {
    "evidence": "documents of evidence",
    "change": "changes of the log",
    "action": "actions of the log",
    "assessment_evidence": "bases of verdicts",
    "claim_tag": "tags on claims",
    "evidence_link": "links of evidence",
    "told_apart": "pairs told apart",
}
_FIRST = ("claim", "evidence", "assessment", "change")
"""The tables that matter most, in their order; of the others more is said on request."""


@dataclass
class SalvagedTable:
    """What became of the rows of a table, some of them by their ids.

    `given` is the highest number that the database says it gave, 0 where it does not say. `read`
    came out of the table itself, `from_log` were brought back by what the change log tells of them.
    Left out were rows that hold what cannot be read (`unreadable`) or contradict others
    (`contradicting`), as long as the log did not bring them back. `lost` are those that the log
    knows and that are not there. `mended` fields were emptied, or read with signs in the place of
    odd bytes. Of a table that `is_broken` some pages could not be read.
    """

    table: str
    given: int = 0
    read: int = 0
    from_log: set[int] = field(default_factory=set)
    unreadable: set[int] = field(default_factory=set)
    contradicting: set[int] = field(default_factory=set)
    lost: int = 0
    mended: int = 0
    is_broken: bool = False

    @property
    def kept(self) -> int:
        """How many rows there are now."""
        return self.read + len(self.from_log)

    def bring_back(self, row_id: int) -> None:
        """Note that the log told all of a row: it is not left out any more."""
        self.from_log.add(row_id)
        self.unreadable.discard(row_id)
        self.contradicting.discard(row_id)

    def take_away(self, row_id: int) -> None:
        """Note that a row went again, as it contradicts others."""
        if row_id in self.from_log:
            self.from_log.discard(row_id)
        else:
            self.read -= 1
        self.contradicting.add(row_id)


@dataclass(frozen=True)
class Salvaged:
    """A new database, by its tables; the damaged file lies at `damaged` as it was.

    `problems` is how many a verification names; of a log that `has_gaps` not every line was read.
    """

    path: Path
    damaged: Path
    tables: Mapping[str, SalvagedTable] = field(default_factory=dict)
    has_gaps: bool = False
    problems: int = 0
    lacking: int = 0

    @property
    def kept(self) -> int:
        """How many rows there are in all."""
        return sum(table.kept for table in self.tables.values())


def read_words(done: Salvaged) -> str:
    """What was read, in one sentence: "Read: 12 claims, 3 documents of evidence, …"."""
    return f"Read: {', '.join(_of(name, done.tables[name].kept) for name in _FIRST)}."


def lost_words(done: Salvaged) -> str:
    """What is lost, in one sentence."""
    lost = [_of(name, table.lost) for name, table in _ordered(done) if table.lost]
    if lost:
        return f"Lost: {', '.join(lost)}{', and what the log no longer tells' * done.has_gaps}."
    if done.has_gaps:
        return "Lost: lines of the change log, and what only they told."
    return "Nothing that the change log knows is lost."


def more_words(done: Salvaged) -> Iterator[str]:
    """Give further sentences, each where there is something to say."""
    if back := _rows(done, attrgetter("from_log")):
        state = " It has gaps: look at them." if done.has_gaps else ""
        yield f"Brought back from the change log: {', '.join(back)}.{state}"
    if left := _rows(done, attrgetter("unreadable")):
        yield f"Left out for what cannot be read in them: {', '.join(left)}."
    if left := _rows(done, attrgetter("contradicting")):
        yield f"Left out for contradicting others: {', '.join(left)}."
    claims = done.tables["claim"]
    if claims.is_broken and done.has_gaps and claims.given > claims.kept:
        yield (
            f"Claims of the damaged database had numbers up to {claims.given:,}; of those that are "
            "not here, no count can be given."
        )
    if mended := [f"{it.mended:,} of {_many(name)}" for name, it in _ordered(done) if it.mended]:
        yield f"Fields emptied or with “\ufffd” for what cannot be read: {', '.join(mended)}."
    if done.problems:
        yield f"Verify names {of_problems(done.problems)} of the new database."
    else:
        yield "Verify finds nothing wrong with the new database."


def table_lines(done: Salvaged) -> Iterator[str]:
    """Give one line a table that had any rows: what was read, brought back, left out and lost."""
    for name, it in _ordered(done):
        parts = {
            "read": it.read,
            "from the log": len(it.from_log),
            "left out": len(it.unreadable) + len(it.contradicting),
            "lost": it.lost,
        }
        told = ", ".join(f"{count:,} {what}" for what, count in parts.items() if count)
        if told or it.is_broken:
            broken = "some of it cannot be read" if it.is_broken else ""
            yield f"{_many(name)}: {', '.join(filter(None, (told, broken)))}"


def _ordered(done: Salvaged) -> list[tuple[str, SalvagedTable]]:
    ranks = {name: rank for rank, name in enumerate(_FIRST)}
    return sorted(done.tables.items(), key=lambda it: (ranks.get(it[0], len(ranks)), it[0]))


def _rows(done: Salvaged, which: Callable[[SalvagedTable], set[int]]) -> list[str]:
    """How many such rows each table has that has any."""
    return [_of(name, len(which(it))) for name, it in _ordered(done) if which(it)]


def _of(name: str, count: int) -> str:
    one = _ONES.get(name, name.replace("_", " "))
    return f"1 {one}" if count == 1 else f"{count:,} {_many(name)}"


def _many(name: str) -> str:
    return _MANY.get(name) or f"{_ONES.get(name, name.replace('_', ' '))}s"
