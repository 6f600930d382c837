"""What was done, as a person reads it on a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter

from claimtracker.claims.change_words import action_words, tell, told_count
from claimtracker.claims.log import LoggedRow
from claimtracker.claims.rows import ChangeRow

MOST_LINES = 20  # of one action


def action_line(row: LoggedRow) -> str:
    """One action on one line: its number, when, who, what, and whether it was undone."""
    undone = " (undone)" if row.is_undone else ""
    return f"{row.id:>6}  {_when(row)} {row.by}: {action_words(row.name)}{undone}"


def change_lines(changes: Iterable[ChangeRow], total: int) -> Iterator[str]:
    """What an action changed, a field a line, and how many changes are not told."""
    told = list(changes)
    of_several = len({change.claim_id for change in told if change.claim_id}) > 1
    lines = [
        f"        {_whose(change) if of_several else ''}{line.title}"
        for change in told
        for line in tell(change)
    ]
    yield from lines[:MOST_LINES]
    left = max(total - len(told), 0) + max(len(lines) - MOST_LINES, 0)
    if left:
        yield f"        … and {left:,} more"


def history_lines(changes: Iterable[ChangeRow]) -> Iterator[str]:
    """The history of one claim: each action once, under it what it changed in the claim."""
    for _action, found in groupby(changes, attrgetter("action_id", "at", "by", "action")):
        lines = list(found)
        undone = " (undone)" if lines[0].is_undone else ""
        yield f"{_when(lines[0])} {lines[0].by}: {action_words(lines[0].action)}{undone}"
        told = (line.title for change in reversed(lines) for line in tell(change))
        yield from (f"  {title}" for title in islice(told, MOST_LINES))
        if (left := sum(map(told_count, lines)) - MOST_LINES) > 0:
            yield f"  … and {left:,} more"


def _whose(change: ChangeRow) -> str:
    return f"claim {change.claim_id}: " if change.claim_id else ""


def _when(row: LoggedRow | ChangeRow) -> str:
    return f"{row.at.astimezone():%Y-%m-%d %H:%M}"
