"""Backups: which there are, what each holds, and which are kept as time goes on."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

DAILY, WEEKLY, MONTHLY = 12, 10, 9
MOST_OF_A_DAY = 12  # of the last 24 hours: one before an import must outlive the next start
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Summary:
    """How much a database holds, and what was done in it last."""

    claims: int
    changes: int
    last_at: datetime | None
    last_action: int  # 0 where nothing was done yet
    last_hash: str
    revision: str

    def is_as(self, other: "Summary") -> bool:
        """Whether the change log of both ends with the same."""
        mine = (self.last_action, self.last_hash, self.revision)
        return mine == (other.last_action, other.last_hash, other.revision)


@dataclass(frozen=True)
class Backup:
    """A backup beside its database; one that was written to since is `is_own` no more."""

    path: Path
    made_at: datetime
    size: int
    is_own: bool = True


@dataclass(frozen=True)
class ToldBackup:
    """A backup with what it holds; one that cannot be read has a `problem` instead."""

    backup: Backup
    summary: Summary | None
    problem: str = ""


@dataclass(frozen=True)
class MadeBackup:
    """What a backup became: its file, and how many captured files it lacks.

    Those are missing in the store, or were changed there.
    """

    path: Path
    files: int
    lacking: int


@dataclass(frozen=True)
class Restored:
    """What a restoring did: where the file that was there lies now, and what is still lacking."""

    summary: Summary
    aside: Path | None
    files: int
    lacking: int


@dataclass(frozen=True)
class Comparison:
    """What a backup holds beside the database that it would take the place of."""

    backup: Summary
    present: Summary | None  # None where there is none that can be read


def kept_moments(moments: Collection[datetime]) -> set[datetime]:
    """Return those of these moments (UTC) whose backups are kept.

    The newest of each of 12 days, 10 weeks (ISO 8601) and 9 months that have any, counted back
    from the newest, and the last 12 of its 24 hours. So the newest stays whatever the clock says,
    and nothing is lost by not opening the program for a year.
    """
    newest_first = sorted(set(moments), reverse=True)
    kept = {each for each in newest_first[:MOST_OF_A_DAY] if newest_first[0] - each < _A_DAY}
    kept |= _newest_of_each(newest_first, lambda at: at.date(), DAILY)
    kept |= _newest_of_each(newest_first, lambda at: at.isocalendar()[:2], WEEKLY)
    return kept | _newest_of_each(newest_first, lambda at: (at.year, at.month), MONTHLY)


def _newest_of_each(
    newest_first: list[datetime], span: Callable[[datetime], object], count: int
) -> set[datetime]:
    found: dict[object, datetime] = {}
    for moment in newest_first:
        found.setdefault(span(moment), moment)
    return set(list(found.values())[:count])
