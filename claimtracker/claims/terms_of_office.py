"""A person's terms of office: as they are written down, and which one words of a day mean."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.deadlines import Term

TermDays = tuple[date, date]
"""The first and the last day of a term that is over."""

_DAY = r"(\d{4}-\d{2}-\d{2})"
_LINE = re.compile(rf"\s*{_DAY}\s*(?:[-–—/,]|to|until)?\s*{_DAY}\s*")
EXAMPLE = "2017-01-20 – 2021-01-20"


def written(terms: Iterable[TermDays]) -> str:
    """Write each term on a line, as it is stored and shown: "2017-01-20 – 2021-01-20"."""
    return "\n".join(f"{began_on} – {ended_on}" for began_on, ended_on in terms)


def read_terms(text: str) -> tuple[TermDays, ...]:
    """Read terms of a line each, the earliest first; raises ClaimTrackerError for another line."""
    found = [_days(line) for line in text.splitlines() if line.strip()]
    if None in found:
        raise ClaimTrackerError(f"An earlier term needs two days, such as {EXAMPLE}.")
    return tuple(sorted(filter(None, found)))


def stored_terms(text: str) -> tuple[TermDays, ...]:
    """Read terms as they are stored; a line that is none, as damage leaves it, is left out."""
    return tuple(sorted(filter(None, map(_days, text.splitlines()))))


def _days(line: str) -> TermDays | None:
    if found := _LINE.fullmatch(line):
        with suppress(ValueError):
            return date.fromisoformat(found[1]), date.fromisoformat(found[2])
    return None


def check_terms(earlier: Sequence[TermDays], began_on: date | None, ended_on: date | None) -> None:
    """Raise ValueError where a term ends before it begins, or before an earlier one ends."""
    last = [(began_on or ended_on, ended_on or began_on)] if began_on or ended_on else []
    terms = [*earlier, *last]
    if any(began > ended for began, ended in terms if began and ended):
        raise ValueError("A term of office cannot end before it begins")
    if any(before[1] > after[0] for before, after in pairwise(terms) if before[1] and after[0]):
        raise ValueError("A term of office cannot begin before the one before it ends")


def all_terms(
    earlier: Iterable[TermDays], began_on: date | None, ended_on: date | None, office: str
) -> tuple[Term, ...]:
    """Return the terms that are over, then the one of these days if any is known."""
    last = [Term(began_on, ended_on, office)] if began_on or ended_on else []
    return (*(Term(*days) for days in earlier), *last)


def term_on(terms: Sequence[Term], day: date | None) -> Term | None:
    """Return the term that words said on this day mean: that of the day, else the next.

    Of several terms none is meant where the day is not known.
    """
    if day is None:
        return terms[0] if len(terms) == 1 else None
    return next((term for term in terms if term.ended_on is None or day < term.ended_on), None)
