"""The lines that introduce a list, "We will:", and the items that are meant by them."""

import re
from collections.abc import Sequence

from claimtracker.articles import cues
from claimtracker.articles.sentences import Line, Sentence, is_list_item

_PROMISE = re.compile(r"promis|pledg|commit", re.IGNORECASE)
_MEASURES = re.compile(r"\b(?:measures|targets)\b", re.IGNORECASE)


def promises(lead: str) -> bool:
    """Whether the line before a list says that its items will be done."""
    return names_promiser(lead) or bool(_MEASURES.search(lead))


def names_promiser(lead: str) -> bool:
    """Whether it says what its subject will do: "The mayor will:", not "Key measures"."""
    return bool(cues.FUTURE.search(lead) or cues.COMMITTING.search(lead) or _PROMISE.search(lead))


class Leads:
    """Which line, if any, introduces the one that is read."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._lead: int | None = None  # the number of its line

    def of(self, sentence: Sentence) -> int | None:
        """Return the line that introduces the list of which this sentence is an item."""
        number = sentence.line
        if self._lead is not None and number > self._lead + 1 and not self._goes_on(number):
            self._lead = None
        found = self._lead if self._lead != number else None
        if self._introduces(number):
            self._lead = number
        return found

    def _goes_on(self, number: int) -> bool:
        """Whether a line is an item as the one before it is: both with bullets, or none."""
        line, before = self._lines[number], self._lines[number - 1]
        is_item = is_list_item(line)
        return is_item == is_list_item(before) and (is_item or line.is_heading)

    def _introduces(self, number: int) -> bool:
        line = self._lines[number]
        if line.text.endswith(":"):
            return True
        after = self._lines[number + 1] if number + 1 < len(self._lines) else None
        return line.is_heading and is_list_item(after)
