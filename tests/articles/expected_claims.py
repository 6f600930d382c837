"""What a careful checker takes from each text in `texts/`, and how near a scan comes to it.

A text stands beside a list of what it holds: `NAME.txt` and `NAME.json`. Those named `aside_...`
were kept aside while the scan was written, and are only measured.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate, Kind
from claimtracker.articles.scan import scan

TEXTS = Path(__file__).with_name("texts")
Expected = dict[str, Any]
Days = tuple[str | None, str | None]


class ExpectedText(NamedTuple):
    """A text with its expected candidates, in the order of the text."""

    name: str
    text: str
    published_on: date | None
    candidates: list[Expected]

    @property
    def is_aside(self) -> bool:
        """Whether it was kept aside."""
        return self.name.startswith("aside_")


def expected_texts() -> list[ExpectedText]:
    """Return all of them by name."""
    return [_loaded(path) for path in sorted(TEXTS.glob("*.txt"))]


def _loaded(path: Path) -> ExpectedText:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    day = expected["published_on"]
    text = path.read_text(encoding="utf-8")
    return ExpectedText(
        path.stem, text, date.fromisoformat(day) if day else None, expected["candidates"]
    )


@dataclass
class Tally:
    """How many were expected, given, and right, for dated claims and for all."""

    expected: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    all_expected: int = 0
    all_found: int = 0
    all_given: int = 0
    all_right: int = 0
    agree: dict[str, int] = field(default_factory=dict)  # of what was found, by field

    @property
    def recall(self) -> float:
        """The share of the dated claims that was found."""
        return self.found / max(1, self.expected)

    @property
    def precision(self) -> float:
        """The share of what is given with a time that a checker takes too."""
        return self.right / max(1, self.given)

    def add(self, text: ExpectedText) -> None:
        """Scan a text and count."""
        given = scan(Article(text.text, published_on=text.published_on)).candidates
        pairs = _paired(text, given)
        for number, expected in enumerate(text.candidates):
            if expected["kind"] != Kind.NOT_TAKEN:
                self._count_expected(expected, given, pairs.get(number))
        for place, candidate in enumerate(given):
            if candidate.kind is not Kind.NOT_TAKEN:
                is_right = any(
                    found == place and text.candidates[number]["kind"] != Kind.NOT_TAKEN
                    for number, found in pairs.items()
                )
                self._count_given(candidate, is_right=is_right)

    def _count_expected(
        self, expected: Expected, given: tuple[Candidate, ...], place: int | None
    ) -> None:
        is_dated = bool(expected["deadline"])
        is_found = place is not None and given[place].kind is not Kind.NOT_TAKEN
        self.all_expected += 1
        self.expected += is_dated
        self.all_found += is_found
        self.found += is_dated and is_found
        if place is not None and is_found:
            for name, agrees in _agreements(expected, given[place]):
                self.agree[name] = self.agree.get(name, 0) + agrees

    def _count_given(self, candidate: Candidate, *, is_right: bool) -> None:
        is_dated = candidate.deadline is not None
        self.all_given += 1
        self.all_right += is_right
        self.given += is_dated
        self.right += is_dated and is_right


def _paired(text: ExpectedText, given: tuple[Candidate, ...]) -> dict[int, int]:
    """Return which candidate is which expected one: each once, those to take first."""
    pairs: dict[int, int] = {}
    order = sorted(
        enumerate(text.candidates), key=lambda one: (one[1]["kind"] == Kind.NOT_TAKEN, one[0])
    )
    for number, expected in order:
        place = text.text.find(expected["words"])
        fitting = [
            index
            for index, candidate in enumerate(given)
            if candidate.start <= place <= candidate.end and index not in pairs.values()
        ]
        if fitting:
            pairs[number] = max(fitting, key=lambda index: _likeness(expected, given[index]))
    return pairs


def _likeness(expected: Expected, candidate: Candidate) -> tuple[bool, bool, bool]:
    words = expected["deadline"]["words"] if expected["deadline"] else None
    found = candidate.deadline.reading.wording if candidate.deadline else None
    return candidate.kind == expected["kind"], bool(words) == bool(found), words == found


def _agreements(expected: Expected, candidate: Candidate) -> Iterator[tuple[str, bool]]:
    said = candidate.stated_on.isoformat() if candidate.stated_on else None
    yield "kind", candidate.kind == expected["kind"]
    yield "claimant", candidate.claimant.casefold() == expected["claimant"].casefold()
    yield "day said", said == expected["stated_on"]
    yield "days of the deadline", _days_expected(expected) == _days_given(candidate)
    yield "condition", bool(expected["condition"]) == bool(candidate.condition)


def _days_expected(expected: Expected) -> Days:
    deadline = expected["deadline"]
    return (deadline["due_on"], deadline["latest_on"]) if deadline else (None, None)


def _days_given(candidate: Candidate) -> Days:
    if candidate.deadline is None:
        return None, None
    reading = candidate.deadline.reading
    due, latest = reading.due_on, reading.latest_on
    return due.isoformat() if due else None, latest.isoformat() if latest else None
