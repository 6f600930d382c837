"""The clauses of a statement that each say what will be done: "would do this and would do that"."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from claimtracker.articles.blanks import only, without
from claimtracker.articles.conditions import Condition, condition_in, demanded_before
from claimtracker.articles.coordination import ClauseWords, parts_of
from claimtracker.articles.presents import DOING
from claimtracker.articles.speech_verbs import Act
from claimtracker.articles.statement import Statement, Voice
from claimtracker.articles.times import Times

_MODAL = (
    r"(?:should|could|must|might|will|would|shall|won[’']t|wouldn[’']t|plans?\sto|intends?\sto|promised\sto|is\sgoing\sto"
    r"|are\sgoing\sto|(?:I|we|he|she|they|it|you|the\s\w+)(?:[’']ll|\s(?:will|would|shall|won[’']t)))"
)
_JOINT = re.compile(
    rf"(?:,|;|\s[–—-])?\s(?:and|but|while|then)\s(?=(?:also\s|then\s)?{_MODAL}\b)|[;]\s"
    r"|,\s(?:and|but)\s(?=(?:if|unless|once|should)\s)"
    r"|\s(?:and|but)\s(?=(?:everybody|everyone|nobody|all|this|that|there)\s(?:will|would)\b)"
    rf"|,?\s(?:and|but)\s(?=(?:we|I|he|she|they)(?:[’']re|[’']m|[’']s|\sare|\sam|\sis)\s(?!going\sto){DOING})"
    rf"|\s[—–]\s(?={_MODAL}\b)|,?\s(?:and|but)\s(?=that\s)"
    r"|,?\s(?:and|but)\s(?=(?:[\w’'%-]+\s){1,5}(?:will|would|shall|won[’']t|should|must|could|might)\b)"
    r"|,\s(?=that\s(?:[\w’'%-]+\s){1,6}(?:will|would|was|were|is|are|had)\b)"
    r"|\sand\s(?=(?:has|have|had|is|are|was|were)\s(?:no|not|never)\b)|\sand\s(?=the\s(?:rest|others?)\s)"
    r"|,\swith\s(?=(?:[\w’'-]+\s){1,6}(?:planned|scheduled|due|expected|to\s(?:follow|be))\b)"
)
_MOST = 12  # clauses of a sentence; no sentence that a person says has more
_AND_TO = re.compile(rf"{_JOINT.pattern}|,?\sand\s(?=to\s)")
_OR = re.compile(r"\sor\s(?=an?\s|the\s|to\s|\w+ing\s)")


class Clause(NamedTuple):
    """A clause of a statement, all else blanked out, with its condition and its times."""

    statement: Statement
    words: str
    condition: Condition | None
    times: Times

    @property
    def has_time(self) -> bool:
        """Whether it names a time that lies ahead or cannot be dated."""
        return self.times.deadline is not None

    @property
    def cues(self) -> str:
        """The words that say what it is: without the times."""
        return self.times.elsewhere

    @property
    def main(self) -> str:
        """The same outside the condition."""
        return without(self.cues, [self.condition]) if self.condition else self.cues

    @property
    def span(self) -> tuple[int, int]:
        """Its place in the sentence: the whole, but for a threat that is one of several."""
        text = self.statement.sentence.text
        if not is_one_of_several(self.statement) or self.words == self.statement.words:
            return 0, len(text)
        end = len(self.words.rstrip())
        start = len(self.words) - len(self.words.lstrip())
        is_first = not self.statement.words[:start].strip()
        return (0 if is_first else start), end

    @property
    def behind_verb(self) -> str:
        """The same behind the verb of speech."""
        attribution = self.statement.attribution
        return self.cues[attribution.end :] if attribution else self.cues


def words_of_clauses(statement: Statement) -> Iterator[ClauseWords]:
    """Give the words of each clause.

    Of "threatening sanctions or an end to aid" each half is a threat of its own.
    """
    return islice(_every_clause(statement), _MOST)


def _every_clause(statement: Statement) -> Iterator[ClauseWords]:
    words = statement.words
    is_threat = is_one_of_several(statement)
    start = 0
    joint = _AND_TO if statement.act is Act.COMMIT else _JOINT
    joints = islice((_OR if is_threat else joint).finditer(words), _MOST)
    for match in [*joints, None]:
        end = match.start() if match else len(words)
        if words[start:end].strip():
            yield from parts_of(only(words, [(start, end)]))
        start = match.end() if match else end


def is_one_of_several(statement: Statement) -> bool:
    """Whether a statement may hold threats side by side: "sanctions or an end to aid"."""
    return statement.act is Act.THREATEN and statement.voice is Voice.RETOLD


def condition_of(words: str) -> Condition | None:
    """Return the condition on which a clause hangs."""
    return condition_in(words) or demanded_before(words)
