"""Whose turn it is in a transcript, and whether what he says answers a question."""

from collections.abc import Sequence

from claimtracker.articles.people import People
from claimtracker.articles.sentences import Line, Sentence
from claimtracker.articles.speakers import Speakers
from claimtracker.articles.transcripts import Transcript, is_answer, questions_in


class Turns:
    """The turns of a transcript from its beginning to its end; none in other texts."""

    def __init__(
        self, lines: Sequence[Line], people: People, speakers: Speakers, *, is_own: bool
    ) -> None:
        self._transcript = Transcript(lines)
        self._people = people
        self._speakers = speakers
        self._questions = frozenset() if is_own else questions_in(lines)
        self.has_begun = False
        self.speaker = ""
        self.asks = False  # whether it is the one who only asks
        self.answers = False
        self._holds_question = False

    def begin(self, line: Line) -> int:
        """Take the label of a line, if it has one; return where it ends."""
        label = self._transcript.label_of(line)
        if label is None:
            self._ask_or_answer(line)
            return 0
        self.has_begun = True
        self.answers, self._holds_question = self._holds_question, False
        self.asks = self._transcript.asks(label.subject)
        if self.asks:
            self.speaker = ""
        elif is_answer(label.subject):
            self.speaker = self._people.first or self._speakers.last
        else:
            self.speaker = self._speakers.labelled(label.subject)
        return label.end

    def _ask_or_answer(self, line: Line) -> None:
        """Take a question that stands by itself, or what answers it."""
        if line.start in self._questions:
            self.has_begun = self.asks = True
            self.speaker, self.answers = "", False
        elif self._questions and self.asks:
            self.asks, self.answers = False, True
            self.speaker = self._people.first

    def goes_on(self, sentence: Sentence) -> None:
        """Remember whether this turn asks anything."""
        self._holds_question |= sentence.text.endswith("?")

    @property
    def answerer(self) -> str:
        """Whom "you said" means in an interview: the one who answers."""
        if not self.has_begun:
            return ""
        label = self._transcript.answerer
        return self._speakers.name_of_label(label) if label else self._people.first
