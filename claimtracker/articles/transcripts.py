"""The lines of a transcript: each begins with a label that says who speaks, or who asks."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from claimtracker.articles.attribution import Attribution, label_of
from claimtracker.articles.sentences import Line

_QUESTIONER = re.compile(
    r"^(?:Q|QUESTION|Question|Interviewer|INTERVIEWER|Reporter|REPORTER|Host)$"
)
_ASKED = re.compile(r"[A-Z][^“”\"„\n]{5,240}\?")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
_FEWEST = 3  # questions
_HALF = 0.5
_ANSWER = re.compile(r"^(?:A|ANSWER|Answer)$")


class Transcript:
    """The labels of a text, and whose lines ask; a text with a single label is none.

    In a house of parliament, whose labels say for where a member sits, everybody asks and answers.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        found = ((line, label_of(line.text)) for line in lines)
        labelled = [(line, label) for line, label in found if label]
        self._times = Counter(label.subject for _, label in labelled)
        seated = {label.subject for _, label in labelled if label.verb}
        is_house = len(seated) > 1
        self._askers = frozenset() if is_house else _who_asks(labelled)
        self._seated = seated if is_house else set()
        self._is_one = sum(self._is_a_speaker(name) for _, name in labelled) > 1
        shares = _asking(labelled)
        answering = [name for name, n in self._times.items() if n > 1 and not self.asks(name)]
        answerer = min(answering, key=shares.__getitem__, default="")
        self.answerer = "" if is_answer(answerer) else answerer

    def label_of(self, line: Line) -> Attribution | None:
        """Return the label of a line; None outside a transcript, and for "Roads: A new plan"."""
        label = label_of(line.text) if self._is_one else None
        is_heading = label and line.is_heading and not self._is_a_speaker(label)
        return None if is_heading else label

    def asks(self, label: str) -> bool:
        """Whether the lines of this label are questions."""
        return bool(_QUESTIONER.match(label)) or label in self._askers

    def _is_a_speaker(self, label: Attribution) -> bool:
        """Whether a label comes back, says who asks, or is that of a member of a house."""
        name = label.subject
        return self._times[name] > 1 or name in self._seated or bool(_QUESTIONER.match(name))


def questions_in(lines: Sequence[Line]) -> frozenset[int]:
    """Return where the questions of an interview without labels begin; none in another text.

    Those that explain a matter by questions answer them in nobody's name.
    """
    asked = [number for number, line in enumerate(lines) if _ASKED.fullmatch(line.text)]
    answers = [
        " ".join(line.text for line in lines[number + 1 : end])
        for number, end in pairwise([*asked, len(lines)])
    ]
    own = sum(bool(_FIRST_PERSON.search(text)) and "”" not in text for text in answers)
    is_interview = len(asked) >= _FEWEST and own > len(asked) * _HALF
    return frozenset(lines[number].start for number in asked) if is_interview else frozenset()


def is_answer(label: str) -> bool:
    """Whether a label only says that somebody answers: "A:"."""
    return bool(_ANSWER.match(label))


def _who_asks(labelled: Sequence[tuple[Line, Attribution]]) -> frozenset[str]:
    """Return the labels whose lines ask more often than not."""
    return frozenset(name for name, share in _asking(labelled).items() if share > _HALF)


def _asking(labelled: Sequence[tuple[Line, Attribution]]) -> dict[str, float]:
    """Return which part of the lines of each label asks."""
    asks: dict[str, list[bool]] = {}
    for line, label in labelled:
        asks.setdefault(label.subject, []).append("?" in line.text)
    return {name: sum(found) / len(found) for name, found in asks.items()}
