"""A scan as the command line prints it: blocks of lines for a person, or one JSON document."""

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

from claimtracker.articles.candidate import Candidate, FoundDeadline, Kind, Scan
from claimtracker.command_line.deadline_commands import READING_KEYS
from claimtracker.command_line.printable import printable
from claimtracker.command_line.terminal_text import dates_text

_WIDTH = 96
_INDENT = " " * 6

Fields = dict[str, object]


def scan_document(scan: Scan) -> Fields:
    """The scan as `scan --json` gives it; the places count code points of the text as read."""
    return {
        "published_on": scan.published_on,
        "title": scan.title,
        "candidates": [_candidate(candidate) for candidate in scan.candidates],
    }


def _candidate(candidate: Candidate) -> Fields:
    found = {field.name: getattr(candidate, field.name) for field in fields(candidate)}
    return found | {"deadline": _deadline(candidate.deadline)}


def _deadline(found: FoundDeadline | None) -> Fields | None:
    if found is None:
        return None
    reading = {name: getattr(found.reading, name) for name in READING_KEYS}
    return reading | {"start": found.start, "end": found.end}


def scan_lines(scan: Scan) -> Iterator[str]:
    """The scan in words, in the order of the text; what is not taken comes last, with why."""
    yield from _filled(scan.title or "An article without a title")
    if scan.published_on is None:
        yield "Day of publication not known: what counts from it has no dates (--published-on)."
    else:
        yield f"Published on {scan.published_on}."
    yield _counts(scan)
    numbered = list(enumerate(scan.candidates, start=1))
    for number, candidate in numbered:
        if candidate.kind is not Kind.NOT_TAKEN:
            yield ""
            yield from _block(number, candidate)
    apart = [it for it in numbered if it[1].kind is Kind.NOT_TAKEN]
    if apart:
        yield ""
        yield "Not taken"
        for number, candidate in apart:
            yield from _filled(f"{number:>4}  {candidate.reason}")
            yield from _filled(candidate.sentence, _INDENT)


def _counts(scan: Scan) -> str:
    again = sum(it.occurrence_of is not None for it in scan.candidates)
    kinds = Counter(it.kind for it in scan.candidates if it.occurrence_of is None)
    told = (
        _counted(kinds[Kind.COMMITMENT], "commitment"),
        _counted(kinds[Kind.THREAT], "threat"),
        f"{again} said again",
        f"{kinds[Kind.NOT_TAKEN]} not taken",
    )
    return f"{', '.join(told)}."


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _block(number: int, candidate: Candidate) -> Iterator[str]:
    """One candidate: what it is, the words, and what is known of them, a line a part."""
    said_on = candidate.stated_on or candidate.stated_wording or "day not known"
    claimant = candidate.claimant or "claimant not known"
    yield from _filled(f"{number:>4}  {_kind(candidate)}: {claimant}, {said_on}")
    yield from _filled(candidate.sentence, _INDENT)
    if candidate.deadline is not None:
        yield from _filled(f"deadline: {_deadline_text(candidate.deadline)}", _INDENT)
    if candidate.condition:
        yield from _filled(f"condition: {candidate.condition}", _INDENT)
    reasons = f" ({', '.join(candidate.score_reasons)})" if candidate.score_reasons else ""
    yield from _filled(f"score: {candidate.score:.2f}{reasons}", _INDENT)


def _kind(candidate: Candidate) -> str:
    if candidate.occurrence_of is None:
        return candidate.kind.value
    return f"{candidate.kind.value}, as {candidate.occurrence_of + 1} says"


def _deadline_text(found: FoundDeadline) -> str:
    reading = found.reading
    days = dates_text(reading.opens_on, reading.due_on, reading.latest_on)
    if reading.latest_on is not None and reading.opens_on not in (None, reading.stated_on):
        days = f"from {reading.opens_on}, {days}"
    return f"“{reading.wording}”, {days} ({reading.rule})"


def _filled(text: str, indent: str = "") -> list[str]:
    """Break a text into lines of printable characters; a number at its beginning stays in view."""
    flat = " ".join(printable(text).split()) if indent else printable(text).replace("\n", " ")
    hanging = indent or _INDENT
    return textwrap.wrap(flat, _WIDTH, initial_indent=indent, subsequent_indent=hanging)
