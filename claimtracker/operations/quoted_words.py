"""What is proposed as the quote of a candidate: the words in quotation marks, where they say it."""

from collections.abc import Sequence
from typing import NamedTuple

from claimtracker.articles.article import Article
from claimtracker.articles.candidate import Candidate
from claimtracker.articles.cues import COMMITTING, FUTURE, NEED, PROMISE_WORD
from claimtracker.articles.quotations import quotations_in
from claimtracker.articles.sentences import Line, lines_of

_AROUND = 3_000  # code points before a sentence, where a quotation that holds it may begin
_FEWEST = 4  # words; fewer are a phrase of the reporter's sentence
_MARKS = " \t\n\"“”„«»‘’'"

Span = tuple[int, int]


class Quote(NamedTuple):
    """Words as they stand in the article; `is_spoken` where they begin as the speaker's own."""

    words: str
    is_spoken: bool


def quote_of(candidate: Candidate, article: Article) -> Quote:
    """The words between quotation marks that hold the commitment, else the whole sentence.

    A quotation that is broken off and goes on behind its speaker is left in its sentence: its two
    parts alone are no verbatim text.
    """
    text = article.text
    sentence = text[candidate.start : candidate.end]
    if not sentence:
        return Quote(candidate.sentence, is_spoken=False)
    spans = _spoken(text, candidate)
    goes_on = any(text[start].islower() for start, _ in spans[1:])
    for start, end in () if goes_on else spans:
        if _holds(candidate, text, (start, end)):
            return Quote(text[start:end], is_spoken=True)
    begins_at, _ = _trimmed(text, candidate.start, candidate.end)
    return Quote(sentence, is_spoken=begins_at in [start for start, _ in spans])


def _spoken(text: str, candidate: Candidate) -> Sequence[Span]:
    """The parts of the sentence that stand in quotation marks, without marks and blanks."""
    line = _line_around(text, candidate)
    found = quotations_in(line) if line else ()
    parts = (
        _trimmed(text, max(quotation.start, candidate.start), min(quotation.end, candidate.end))
        for quotation in found
        if quotation.is_whole
    )
    return [(start, end) for start, end in parts if start < end]


def _line_around(text: str, candidate: Candidate) -> Line | None:
    """The paragraph in which the sentence begins, by its place in the whole text."""
    first = text.rfind("\n", 0, max(0, candidate.start - _AROUND)) + 1
    last = text.find("\n", candidate.end)
    for line in lines_of(text[first : last if last >= 0 else len(text)]):
        if line.start <= candidate.start - first < line.end:
            return line._replace(start=first + line.start, end=first + line.end)
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    """Leave out marks and blanks, and the comma that stands for the stop before its speaker."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in f"{_MARKS},":
        end -= 1
    return start, end


def _holds(candidate: Candidate, text: str, span: Span) -> bool:
    """Whether the commitment with its deadline is said in these words, not by the reporter."""
    start, end = span
    deadline = candidate.deadline
    if len(text[start:end].split()) < _FEWEST:
        return False
    if deadline is not None and not (start <= deadline.start and deadline.end <= end):
        return False
    around = f"{text[candidate.start : start]} | {text[end : candidate.end]}"
    return _commits(text[start:end]) or not (_commits(around) or PROMISE_WORD.search(around))


def _commits(words: str) -> bool:
    return any(cue.search(words) for cue in (FUTURE, COMMITTING, NEED))
