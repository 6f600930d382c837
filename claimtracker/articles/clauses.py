"""The clauses of a statement that each say what will be done: "would do this and would do that"."""

import re
from collections.abc import Iterator

from claimtracker.articles.attribution import Act
from claimtracker.articles.statements import Statement, Voice

_MODAL = (
    r"(?:will|would|shall|won[’']t|wouldn[’']t|plans?\sto|intends?\sto|promised\sto|is\sgoing\sto"
    r"|are\sgoing\sto|(?:I|we|he|she|they|it|you|the\s\w+)(?:[’']ll|\s(?:will|would|shall|won[’']t)))"
)
_JOINT = re.compile(
    rf"(?:,|;|\s[–—-])?\s(?:and|but|while|then)\s(?=(?:also\s|then\s)?{_MODAL}\b)|[;]\s|\s[—–]\s(?={_MODAL}\b)"
    r"|,?\s(?:and|but)\s(?=that\s)"
    rf"|,\s(?:and|but)\s(?=(?:[\w’'%-]+\s){{1,5}}(?:will|would|shall|won[’']t)\b)"
)


_OR = re.compile(r"\sor\s(?=an?\s|the\s|to\s|\w+ing\s)")


def clauses_of(statement: Statement) -> Iterator[str]:
    """Give each clause; all else is blanked out, so that places stay those of the sentence.

    Of "threatening sanctions or an end to aid" each half is a threat of its own.
    """
    words = statement.words
    joint = _OR if statement.act is Act.THREATEN and statement.voice is Voice.RETOLD else _JOINT
    start = 0
    for match in [*joint.finditer(words), None]:
        end = match.start() if match else len(words)
        piece = words[start:end]
        if piece.strip():
            yield " " * start + piece + " " * (len(words) - end)
        start = match.end() if match else end
