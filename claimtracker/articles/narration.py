"""The words of a text outside its quotations, and who speaks in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimtracker.articles.attribution import Attribution, attributions_in
from claimtracker.articles.blanks import without
from claimtracker.articles.people import People
from claimtracker.articles.quotations import Quotation, quotations_in
from claimtracker.articles.sentences import Line, Sentence


class Narration:
    """What the reporter tells in his own words, sentence by sentence."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._quotations = [
            [found for found in quotations_in(line) if found.is_whole] for line in lines
        ]
        self._speaking: dict[int, list[Attribution]] = {}  # by the place of the sentence

    def quoted_in(self, sentence: Sentence) -> list[Quotation]:
        """Return the quotations that reach into a sentence."""
        found = self._quotations[sentence.line]
        first = bisect_right(found, sentence.start, key=lambda one: one.end)
        last = bisect_left(found, sentence.end, key=lambda one: one.start)
        return found[first:last]

    def of(self, sentence: Sentence) -> str:
        """Return the words of a sentence outside its quotations."""
        start = sentence.start
        quoted = self.quoted_in(sentence)
        return without(sentence.text, [(one.start - start, one.end - start) for one in quoted])

    def first_named(self, sentences: Sequence[Sentence], people: People) -> str:
        """Return the first who speaks by name, for "the minister said" before any name."""
        for sentence in sentences:
            for one in self.speaking_in(sentence):
                name = people.full_name(one.subject, sentence.start)
                if people.knows(name):
                    return name
        return ""

    def speaking_in(self, sentence: Sentence) -> list[Attribution]:
        """Return who speaks in a sentence; looked for once, as several quotations may ask."""
        found = self._speaking.get(sentence.start)
        if found is None:
            found = attributions_in(self.of(sentence), is_heading=False)
            self._speaking[sentence.start] = found
        return found
