"""What chance decides in a sequence of operations, and the rows it is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlmodel import Session, SQLModel, select

from claimtracker.articles.article import Article
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.storage.tables import Claim

BY = "Ada"
FIRST_DAY = date(2025, 4, 1)
PAGE = Article("Signed.", title="Page", publisher="Press", published_on=date(2025, 4, 30))
WORDINGS = (
    "within days",
    "next week",
    "by April or May",
    "in his first 100 days",
    "within a week of the ceasefire",
    "soon",
    "",
)

T = TypeVar("T")


@dataclass(frozen=True)
class Picks:
    """What chance decides: which rows it is about, and what is written there."""

    first: int
    second: int
    word: str

    def of(self, choices: Sequence[T]) -> T:
        """One of these; what there is none of is refused like anything else."""
        if not choices:
            raise ClaimTrackerError("There is nothing to do it to.")
        return choices[self.first % len(choices)]

    def some(self, choices: Sequence[T]) -> list[T]:
        """One of these and those after it, as many as the second number says."""
        start = self.first % len(choices) if choices else 0
        return list(choices[start : start + 1 + self.second % 4])

    @property
    def day(self) -> date:
        """Some day."""
        return FIRST_DAY + timedelta(days=self.second % 400)


Do = Callable[[Session, Picks], object]


def ids(session: Session, table: type[SQLModel]) -> list[int]:
    """The ids of a table's rows in their order."""
    key = table.id  # type: ignore[attr-defined]  # every table here has one
    return list(session.exec(select(key).order_by(key)).all())


def a_claim(session: Session, picks: Picks) -> int:
    """One of the claims."""
    return picks.of(ids(session, Claim))


def another(session: Session, picks: Picks) -> int:
    """One of the claims, by the other number."""
    return Picks(picks.second, 0, "").of(ids(session, Claim))
