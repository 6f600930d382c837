"""`make bench-deadlines`: how often our reader of deadlines is right, and how quick, beside others.

It runs in an environment of its own, where the others are installed; `make test` needs none of
them. Whichever is missing is named in the table. Nothing here passes or fails.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from pathlib import Path
from typing import Any

from claimtracker import deadlines
from tests.benchmarks.news_text import news_text
from tests.benchmarks.other_readers import EndDay, installed_and_missing

OURS = "claimtracker.deadlines"
VERDICTS = ("right", "wrong", "none")
HEADING = (
    f"{'':<36}{''.join(f'{verdict:>8}' for verdict in VERDICTS)}"
    f"{'first /s':>12}{'best /s':>12}{'time':>14}"
)
ROUNDS = 5
NEWS_CHARACTERS = 2_000_000
NEWS_ON = date(2025, 4, 18)
_PHRASES = Path(__file__).parents[1] / "deadlines"
_OF_OFFICE = {"events", "term_began_on", "term_ended_on"}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Phrase:
    """A wording, the day it was said, and the last days that are right; none where it has none."""

    text: str
    said: date
    ends: frozenset[date]

    def judge(self, end: date | None) -> str:
        """Whether an answer is "right", "wrong", or "none" where there should have been one."""
        if end is None:
            return "none" if self.ends else "right"
        return "right" if end in self.ends else "wrong"


def main() -> None:
    """Measure all readers on all phrases and print."""
    others = dict(installed_and_missing())
    asked: dict[str, EndDay] = {OURS: our_end_day}
    asked |= {reader.name: end_day for reader, end_day in others.items() if end_day}
    for name, phrases in phrases_by_set().items():
        say(f"\n{len(phrases)} {name}\n")
        say(HEADING)
        print_readers(asked, phrases)
        for reader, end_day in others.items():
            if end_day is None:
                say(f"{reader.name:<36}not installed")
    say("\n" + "\n".join(finding()))


def say(line: str) -> None:
    """Print at once: a person waits."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def our_end_day(text: str, said: date) -> date | None:
    """Our answer: the most generous last day, which is the strict one too unless it is vague."""
    return deadlines.read(text, said).latest_on


def phrases_by_set() -> dict[str, list[Phrase]]:
    """The phrases of each file that is there."""
    sets = {
        "phrases from the tests of other readers": ("peers_phrases.jsonl", _of_others),
        "political wordings of our own": ("political_phrases.jsonl", _political),
    }
    return {
        name: [as_phrase(line) for line in lines_of(file)]
        for name, (file, as_phrase) in sets.items()
    }


def lines_of(file: str) -> list[Mapping[str, Any]]:
    """The phrases that hang on no event or term of office: those no other reader is told of."""
    lines = map(json.loads, (_PHRASES / file).read_text("utf-8").splitlines())
    return [line for line in lines if _OF_OFFICE.isdisjoint(line)]


def _of_others(line: Mapping[str, Any]) -> Phrase:
    return _phrase(line["text"], line["reference"], line["accept_end"])


def _political(line: Mapping[str, Any]) -> Phrase:
    # The others give one day, so the strict one is as right as the generous one, for us too.
    return _phrase(line["text"], line["stated_on"], (line["due_on"], line["latest_on"]))


def _phrase(text: str, said: str, ends: Sequence[str | None]) -> Phrase:
    return Phrase(
        text, date.fromisoformat(said), frozenset(date.fromisoformat(end) for end in ends if end)
    )


def print_readers(asked: Mapping[str, EndDay], phrases: Sequence[Phrase]) -> None:
    """Print one line for each reader; its time is given as a multiple of ours.

    The first round is told apart: what a reader remembers of a phrase helps it from then on.
    """
    for end_day in asked.values():
        end_day("tomorrow", NEWS_ON)  # what is loaded on first use is no part of the first round
    times = times_of_rounds(asked, phrases)
    for name, end_day in asked.items():
        counted = Counter(phrase.judge(end_day(phrase.text, phrase.said)) for phrase in phrases)
        shares = "".join(f"{counted[verdict] / len(phrases):8.1%}" for verdict in VERDICTS)
        first, best = (len(phrases) / took for took in (times[name][0], min(times[name])))
        ratio = min(times[name]) / min(times[OURS])
        say(f"{name:<36}{shares}{first:12,.0f}{best:12,.0f}{ratio:8.2f} × ours")


def times_of_rounds(
    asked: Mapping[str, EndDay], phrases: Sequence[Phrase]
) -> dict[str, list[float]]:
    """The time of each round; the readers take turns, so that a busy moment hits them alike."""
    times: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, end_day in asked.items():
            start = time.perf_counter()
            for phrase in phrases:
                end_day(phrase.text, phrase.said)
            times[name].append(time.perf_counter() - start)
    return times


def finding() -> Iterator[str]:
    """How quickly deadlines are found in a long text, beside a bare scan of its words."""
    text = news_text(NEWS_CHARACTERS)
    size = len(text.encode()) / 1_000_000
    ours, found = best_count(lambda: deadlines.find(text, NEWS_ON))
    bare, words = best_count(lambda: _WORD.finditer(text))
    yield f"deadlines.find{size / ours:12.2f} MB/s, {found:,} found in {size:.1f} MB"
    yield f"bare word scan{size / bare:12.2f} MB/s, {words:,} words"
    yield f"ratio{ours / bare:21.2f} times the bare scan"


def best_count(work: Callable[[], Any]) -> tuple[float, int]:
    """The shortest time that it takes to go through all that `work` gives, and how much that is."""
    best, count = inf, 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        count = sum(1 for _ in work())
        best = min(best, time.perf_counter() - start)
    return best, count


if __name__ == "__main__":
    main()
