"""The lines of a transcript: each begins with a label that says who speaks, or who asks."""

import re
from collections import Counter
from collections.abc import Sequence

from claimtracker.articles.attribution import Attribution, label_of
from claimtracker.articles.sentences import Line

_QUESTIONER = re.compile(
    r"^(?:Q|QUESTION|Question|Interviewer|INTERVIEWER|Reporter|REPORTER|Host)$"
)
_ANSWER = re.compile(r"^(?:A|ANSWER|Answer)$")


class Transcript:
    """The labels of a text, and whose lines ask; a text with a single label is none."""

    def __init__(self, lines: Sequence[Line]) -> None:
        found = ((line, label_of(line.text)) for line in lines)
        labelled = [(line, label.subject.strip()) for line, label in found if label]
        self._askers = _who_asks(labelled)
        self._is_one = _counts_labels([name for _, name in labelled]) > 1

    def label_of(self, line: Line) -> Attribution | None:
        """Return the label of a line; None outside a transcript."""
        return label_of(line.text) if self._is_one else None

    def asks(self, label: str) -> bool:
        """Whether the lines of this label are questions."""
        return bool(_QUESTIONER.match(label)) or label in self._askers


def is_answer(label: str) -> bool:
    """Whether a label only says that somebody answers: "A:"."""
    return bool(_ANSWER.match(label))


def _counts_labels(names: Sequence[str]) -> int:
    """Count the lines that begin with a label which comes back or says who asks."""
    times = Counter(names)
    return sum(times[name] > 1 or bool(_QUESTIONER.match(name)) for name in names)


def _who_asks(labelled: Sequence[tuple[Line, str]]) -> frozenset[str]:
    """Return the labels whose lines ask more often than not."""
    asks: dict[str, list[bool]] = {}
    for line, name in labelled:
        asks.setdefault(name, []).append("?" in line.text)
    return frozenset(name for name, found in asks.items() if sum(found) * 2 > len(found))
