"""The clauses of a statement that each say what will be done: "would do this and would do that"."""

import re
from collections.abc import Iterator

_MODAL = (
    r"(?:will|would|shall|won[’']t|wouldn[’']t|plans?\sto|intends?\sto|promised\sto|is\sgoing\sto"
    r"|are\sgoing\sto|(?:I|we|he|she|they|it|you|the\s\w+)(?:[’']ll|\s(?:will|would|shall|won[’']t)))"
)
_JOINT = re.compile(
    rf"(?:,|;|\s[–—-])?\s(?:and|but|while|then)\s(?=(?:also\s|then\s)?{_MODAL}\b)|[;]\s|\s[—–]\s(?={_MODAL}\b)"
    rf"|,\s(?:and|but)\s(?=(?:[\w’'%-]+\s){{1,5}}(?:will|would|shall|won[’']t)\b)"
)


def clauses_of(words: str) -> Iterator[tuple[int, str]]:
    """Give each clause with its place; all else is blanked out, so that places stay those of the
    sentence.
    """
    start = 0
    for match in [*_JOINT.finditer(words), None]:
        end = match.start() if match else len(words)
        piece = words[start:end]
        if piece.strip():
            yield start, " " * start + piece + " " * (len(words) - end)
        start = match.end() if match else end
